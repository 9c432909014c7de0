import type { SafetyRuleId } from './law/index.ts'

/** What each rule found, as an alert says it. */
export const ruleWords: Record<SafetyRuleId, { vi: string; en: string }> = {
  'infected-file': { vi: 'Tệp tải lên có mã độc', en: 'An uploaded file carries malware' },
  'audit-broken': { vi: 'Chuỗi nhật ký không còn nguyên vẹn', en: 'The audit does not hold' },
  'outside-reach': {
    vi: 'Nhiều lần tìm cách xem hồ sơ ngoài phạm vi',
    en: 'Many attempts at dossiers outside one’s reach',
  },
  'many-refusals': { vi: 'Nhiều việc bị từ chối liên tiếp', en: 'Many refused acts in a row' },
  'guessed-sign-ins': { vi: 'Dò mật khẩu từ một địa chỉ mạng', en: 'Passwords guessed from one network' },
  'violation-reported': { vi: 'Có người báo việc nghi vi phạm', en: 'A suspected violation was reported' },
}
