/**
 * Which laws say what nobody may do here; the terms cite them and whoever reports a suspected violation sees them.
 * @law 04/2024/QĐ-UBND Điều 4
 * @req S2-4
 */
export const prohibitions = [
  'Điều 12 Luật Công nghệ thông tin năm 2006',
  'Điều 7 Luật An toàn thông tin mạng năm 2015',
  'Điều 8 Luật An ninh mạng năm 2018',
  'Điều 5 Luật Bảo vệ bí mật nhà nước năm 2018',
  'Khoản 2, khoản 3 Điều 5 Nghị định số 61/2018/NĐ-CP',
] as const

/** What a suspected violation may be about. */
export const violationKinds = [
  'misuse',
  'data-leak',
  'state-secret',
  'malware',
  'imitation',
  'officer',
  'other',
] as const
export type ViolationKind = (typeof violationKinds)[number]
