import type { AccountRequest } from '../../accounts/index.ts'
import type { Words } from '../../words/index.ts'

export const kindWords: Record<AccountRequest['kind'], Words> = {
  lock: { vi: 'Khóa tài khoản', en: 'Lock the account' },
  merge: { vi: 'Gộp tài khoản trùng', en: 'Merge a second account' },
  correction: { vi: 'Đính chính thông tin', en: 'Correct the data' },
}

export const words = {
  lead: {
    vi: 'Đề nghị đơn vị vận hành khóa, gộp hoặc đính chính một tài khoản; câu trả lời hiện ở đây.',
    en: 'Ask whoever runs the accounts to lock, merge or correct one; the answer appears here.',
  },
  operatorLead: {
    vi: 'Các cơ quan đề nghị. Đối chiếu rồi thực hiện, hoặc trả lời vì sao không.',
    en: 'What agencies ask. Check, then do it, or answer why not.',
  },
  ask: { vi: 'Gửi đề nghị', en: 'Send a request' },
  kind: { vi: 'Đề nghị', en: 'Request' },
  username: { vi: 'Tên đăng nhập của tài khoản', en: 'User name of the account' },
  other: { vi: 'Tài khoản được giữ lại (khi gộp)', en: 'The account to keep (for a merge)' },
  field: { vi: 'Mục cần đính chính', en: 'What to correct' },
  choose: { vi: 'Chọn một mục', en: 'Choose one' },
  value: { vi: 'Nội dung đúng (khi đính chính)', en: 'The right value (for a correction)' },
  reason: { vi: 'Lý do và căn cứ', en: 'Why, and on what ground' },
  needed: { vi: 'Ghi nội dung này.', en: 'Fill this in.' },
  sent: { vi: 'Đã gửi đề nghị', en: 'Sent' },
  list: { vi: 'Đề nghị đã gửi', en: 'What you asked' },
  none: { vi: 'Chưa có đề nghị nào.', en: 'Nothing yet.' },
  holder: { vi: 'Tài khoản', en: 'Account' },
  by: { vi: 'Bên đề nghị', en: 'Asked by' },
  at: { vi: 'Gửi lúc', en: 'Asked' },
  state: { vi: 'Trạng thái', en: 'State' },
  waiting: { vi: 'Chờ xử lý', en: 'Waits' },
  done: { vi: 'Đã thực hiện', en: 'Done' },
  notDone: { vi: 'Không thực hiện', en: 'Not done' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  does: { vi: 'Thực hiện', en: 'Do it' },
  refuses: { vi: 'Không thực hiện', en: 'Do not' },
  keeps: { vi: 'giữ lại {username}', en: 'keeping {username}' },
  mergeMoves: {
    vi: 'Khi gộp: hồ sơ, giấy tờ trong kho, tệp, tin nhắn, người đại diện, sự đồng ý cung cấp thông tin và cách đăng nhập khác chuyển sang tài khoản được giữ lại. Tài khoản kia đóng; đánh giá và nhật ký ở lại nơi đã ghi.',
    en: 'A merge moves dossiers, papers of the record, files, messages, representations, consents and other sign-ins to the account that is kept. The other one closes; ratings and the audit stay where they were written.',
  },
  noneWaiting: { vi: 'Không có đề nghị nào đang chờ', en: 'Nothing waits' },
  answered: { vi: 'Đã trả lời đề nghị', en: 'Answered' },
} as const satisfies Record<string, Words>
