import type { ContactDuty } from '../safety/index.ts'
import type { ViolationKind } from '../safety/law/index.ts'
import type { Words } from '../words/index.ts'

/** What a suspected violation is about, as its reporter and whoever answers read it. */
export const violationWords: Record<ViolationKind, Words> = {
  misuse: { vi: 'Dùng tài khoản của người khác, hoặc cho người khác dùng', en: 'Somebody else’s account used' },
  'data-leak': { vi: 'Lộ, lấy hoặc sửa thông tin trái phép', en: 'Data leaked, taken or changed' },
  'state-secret': { vi: 'Bí mật nhà nước bị đưa lên hệ thống', en: 'State secrets in the system' },
  malware: { vi: 'Tệp, đường dẫn có mã độc', en: 'Malicious files or links' },
  imitation: { vi: 'Trang, tin nhắn giả mạo hệ thống', en: 'False pages or messages' },
  officer: { vi: 'Cán bộ làm sai quy định về thông tin', en: 'An officer breaking the rules on data' },
  other: { vi: 'Việc khác', en: 'Something else' },
}

export const contactDutyWords: Record<ContactDuty, Words> = {
  operator: { vi: 'Đơn vị vận hành hệ thống', en: 'Operator of the system' },
  'it-centre': { vi: 'Trung tâm tin học thuộc Văn phòng UBND tỉnh', en: 'IT centre of the provincial office' },
}
