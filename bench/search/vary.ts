import type { NationalEntry } from '../../src/procedures/index.ts'

const verbs = ['Cấp', 'Cấp lại', 'Gia hạn', 'Điều chỉnh', 'Thu hồi', 'Đăng ký', 'Xác nhận', 'Thẩm định']
const things = [
  'giấy phép',
  'giấy chứng nhận',
  'chứng chỉ',
  'thẻ',
  'quyết định',
  'giấy xác nhận',
  'mã số',
  'bản sao trích lục',
]
const fields = [
  'khai sinh',
  'kết hôn',
  'xây dựng',
  'môi trường',
  'hộ kinh doanh',
  'doanh nghiệp',
  'hộ chiếu',
  'căn cước',
  'lái xe',
  'quyền sử dụng đất',
  'luật sư',
  'công chứng',
]
const places = [
  'trong nước',
  'có yếu tố nước ngoài',
  'tại cấp tỉnh',
  'tại cấp xã',
  'trong khu kinh tế',
  'đối với hợp tác xã',
  'trong Công an nhân dân',
  'tại khu vực biên giới',
]

/** So many procedures that are not real, made from the real ones (or from words alone): another code, another ending of the name. */
export function* varied(real: readonly NationalEntry[], count: number, blank: NationalEntry): Generator<NationalEntry> {
  for (let at = 0; at < count; at += 1) {
    const from = real[at % Math.max(real.length, 1)]
    const ending = places[Math.floor(at / Math.max(real.length, 1)) % places.length]!
    const name = from
      ? `${from.ten_thu_tuc} ${ending}`
      : [verbs, things, fields, places].map((words, turn) => words[Math.floor(at / 7 ** turn) % words.length]).join(' ')
    const code = `8.${String(at).padStart(6, '0')}`
    yield { ...(from ?? blank), ma_thu_tuc: code, ten_thu_tuc: name }
  }
}
