import { z } from 'zod'

const cell = z.string().max(400_000)

/** One line of the national export: a procedure as published, tables flattened into text, under the keys of the source. */
export const nationalEntry = z.strictObject({
  ma_thu_tuc: z.string().regex(/^\d\.\d{6}$/),
  ten_thu_tuc: z.string().trim().min(1).max(4000),
  so_quyet_dinh: cell,
  cap_thuc_hien: cell,
  loai_thu_tuc: cell,
  linh_vuc: z.string().trim().min(1).max(400),
  doi_tuong_thuc_hien: cell,
  co_quan_co_tham_quyen: cell,
  dia_chi_tiep_nhan: cell,
  co_quan_duoc_uy_quyen: cell,
  co_quan_phoi_hop: cell,
  thu_tuc_lien_quan: cell,
  trinh_tu_thuc_hien: cell,
  cach_thuc_thuc_hien: cell,
  thanh_phan_ho_so: cell,
  can_cu_phap_ly: cell,
  co_quan_thuc_hien: cell,
  yeu_cau_dieu_kien: cell,
  ket_qua_xu_ly: cell,
  bo_nganh: cell,
  detail_url: z.url({ protocol: /^https?$/ }).max(1000),
})

export type NationalEntry = z.infer<typeof nationalEntry>
