import type { NationalEntry } from './entry.ts'

/** An entry as the source prints them, with what a test changes about it. */
export function entryFor(code: string, change: Partial<NationalEntry> = {}): NationalEntry {
  return {
    ma_thu_tuc: code,
    ten_thu_tuc: `Cấp giấy phép thử nghiệm số ${code.slice(2)}`,
    so_quyet_dinh: '01/QĐ-THU',
    cap_thuc_hien: 'Cấp tỉnh, Cấp xã',
    loai_thu_tuc: 'TTHC được giao luật quy định chi tiết',
    linh_vuc: 'Thử nghiệm',
    doi_tuong_thuc_hien: 'Công dân Việt Nam, Doanh nghiệp',
    co_quan_co_tham_quyen: 'Ủy ban nhân dân cấp xã',
    dia_chi_tiep_nhan: '',
    co_quan_duoc_uy_quyen: '',
    co_quan_phoi_hop: '',
    thu_tuc_lien_quan: 'Không có thông tin',
    trinh_tu_thuc_hien: 'Bước 1: Nộp hồ sơ\nBước 2: Nhận kết quả',
    cach_thuc_thuc_hien:
      'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến3 Ngày làm việc8,000 VNĐTrực tiếp5 NgàyMiễn phí(Không)Nộp tại quầy',
    thanh_phan_ho_so: '--Tên giấy tờMẫu đơn, tờ khaiSố lượngĐơn đề nghị1 bản chínhBản vẽ0 bản chính,1 bản sao',
    can_cu_phap_ly: 'Tên văn bản pháp lýMã văn bảnNghị định thử nghiệm1/2026/NĐ-CP',
    co_quan_thuc_hien: 'Sở Xây dựng',
    yeu_cau_dieu_kien: 'Không có thông tin',
    ket_qua_xu_ly: 'Giấy phép thử nghiệmMã: KQ.G15.000999Từ khóaKhông có thông tinMô tảKhông có thông tin',
    bo_nganh: 'bo-thu',
    detail_url: `https://dichvucong.gov.vn/thu-tuc-hanh-chinh/${code}`,
    ...change,
  }
}

export function exportOf(entries: readonly NationalEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
}
