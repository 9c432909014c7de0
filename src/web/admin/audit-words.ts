import { isAct } from '../../dossiers/index.ts'
import { actWords, type Language, say, type Words } from '../../words/index.ts'

const refused: Words = { vi: 'Bị từ chối: {refusal}', en: 'Refused: {refusal}' }

/** Acts of the audit that are no acts on a dossier. */
const otherActs: Record<string, Words> = {
  open: { vi: 'Mở xem', en: 'Opened' },
  list: { vi: 'Xem danh sách', en: 'Listed' },
  file: { vi: 'Lập hồ sơ', en: 'Filed' },
  'sign-in': { vi: 'Đăng nhập', en: 'Signed in' },
  'sign-out': { vi: 'Đăng xuất', en: 'Signed out' },
  unlock: { vi: 'Mở khóa đăng nhập', en: 'Opened signing in again' },
  'unlock-keys': { vi: 'Mở khóa thiết bị ký', en: 'Opened signing devices again' },
  register: { vi: 'Đăng ký tài khoản', en: 'Registered' },
  'create-at-counter': { vi: 'Mở tài khoản tại quầy', en: 'Opened an account at the counter' },
  'change-contact': { vi: 'Sửa thông tin liên hệ', en: 'Changed the contact data' },
  'change-password': { vi: 'Đổi mật khẩu', en: 'Changed the password' },
  'read-audit': { vi: 'Xem nhật ký', en: 'Read the audit' },
  'sign-as-person': { vi: 'Dùng khóa ký của cá nhân', en: 'Used a person’s key' },
  'sign-as-organisation': { vi: 'Dùng khóa ký của cơ quan', en: 'Used the organisation’s key' },
  'draft-apology': { vi: 'Soạn sẵn thư xin lỗi', en: 'Drafted a letter of apology' },
  denied: { vi: 'Bị chặn khi xem', en: 'Denied to see' },
  undone: { vi: 'Việc hỏng, đã quay lại', en: 'Undone' },
  'sign-in-failed': { vi: 'Đăng nhập không được', en: 'Sign-in failed' },
  'record-item': { vi: 'Ghi giấy tờ vào kho', en: 'Laid an item into the record' },
  'look-up-at-counter': { vi: 'Tra tài khoản tại quầy', en: 'Looked an account up at the counter' },
  'open-record': { vi: 'Mở kho giấy tờ', en: 'Opened the record' },
  rate: { vi: 'Đánh giá', en: 'Rated' },
  edit: { vi: 'Sửa bản khai', en: 'Edited the draft' },
  'change-calendar': { vi: 'Đổi lịch làm việc', en: 'Changed the calendar' },
  'load-province': { vi: 'Nạp dữ liệu tỉnh', en: 'Loaded the province' },
}

const streamKinds: Record<string, Words> = {
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  account: { vi: 'Tài khoản', en: 'Account' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  system: { vi: 'Hệ thống', en: 'System' },
}

/** A chain by what it belongs to and the end of its id, which is where ids differ. */
export function streamName(stream: string, language: Language): string {
  const [kind = '', id = ''] = stream.split(':')
  const said = streamKinds[kind]
  return [said ? say(said, language) : kind, id && `…${id.slice(-6)}`].filter(Boolean).join(' ')
}

/** The act in words; one that has none keeps its code. */
export function actName(act: string, language: Language): string {
  const [kind, refusal = ''] = act.split(':')
  if (kind === 'refused') return say(refused, language, { refusal })
  if (isAct(act)) return say(actWords[act], language)
  const other = otherActs[act]
  return other ? say(other, language) : act
}
