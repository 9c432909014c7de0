import { isState } from '../../dossiers/index.ts'
import { isRole, roles } from '../../organisations/law/index.ts'
import { channelWords, type Language, say, stateWords, type Words } from '../../words/index.ts'
import { instantWords } from '../ui/index.ts'
import { queueWords } from '../officer/queue-words.ts'
import { purposeName } from './audit-words.ts'

/** What the parts of an entry's details are called. */
const names: Record<string, Words> = {
  about: { vi: 'Về việc', en: 'About' },
  account: { vi: 'Tài khoản', en: 'Account' },
  act: { vi: 'Việc', en: 'Act' },
  agencies: { vi: 'Các cơ quan', en: 'Agencies' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  agreed: { vi: 'Cách nhận đã thỏa thuận', en: 'Way agreed on' },
  apology: { vi: 'Thư xin lỗi', en: 'Letter of apology' },
  at: { vi: 'Vào lúc', en: 'At' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  beyond: { vi: 'Vượt số lần quy định', en: 'Beyond the number allowed' },
  by: { vi: 'Cách thức', en: 'By' },
  calendar: { vi: 'Lịch', en: 'Calendar' },
  cause: { vi: 'Lý do', en: 'Cause' },
  change: { vi: 'Thay đổi', en: 'Change' },
  changed: { vi: 'Nội dung đã sửa', en: 'What changed' },
  channel: { vi: 'Cách nộp', en: 'Filed' },
  cleared: { vi: 'Bỏ lựa chọn', en: 'Choice taken back' },
  components: { vi: 'Giấy tờ', en: 'Papers' },
  content: { vi: 'Mã băm của nội dung', en: 'Hash of the content' },
  count: { vi: 'Số dòng', en: 'Lines' },
  day: { vi: 'Ngày', en: 'Day' },
  days: { vi: 'Các ngày', en: 'Days' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  declared: { vi: 'Lời cam đoan', en: 'Declaration' },
  demands: { vi: 'Cần người duyệt', en: 'Needs approval by' },
  device: { vi: 'Thiết bị', en: 'Device' },
  draft: { vi: 'Mã băm của dự thảo', en: 'Hash of the draft' },
  due: { vi: 'Hạn', en: 'Due' },
  duty: { vi: 'Nhiệm vụ', en: 'Duty' },
  edition: { vi: 'Bản cam đoan', en: 'Edition' },
  ended: { vi: 'Số phiên đã kết thúc', en: 'Sessions ended' },
  failures: { vi: 'Số lần sai', en: 'Failures' },
  fault: { vi: 'Trách nhiệm', en: 'Whose fault' },
  file: { vi: 'Tệp', en: 'File' },
  filtered: { vi: 'Bộ lọc đã dùng', en: 'Filters used' },
  for: { vi: 'Để làm gì', en: 'What for' },
  form: { vi: 'Tờ khai hoặc hình thức', en: 'Form' },
  forwardBy: { vi: 'Phải chuyển trước', en: 'To be sent on by' },
  from: { vi: 'Từ', en: 'From' },
  guess: { vi: 'Lần thử', en: 'Guess' },
  holder: { vi: 'Người giữ', en: 'Holder' },
  how: { vi: 'Bằng cách', en: 'How' },
  inTime: { vi: 'Trong hạn', en: 'In time' },
  into: { vi: 'Nhập vào', en: 'Into' },
  item: { vi: 'Giấy tờ trong kho', en: 'Item of the record' },
  keepUntil: { vi: 'Lưu đến', en: 'Kept until' },
  kind: { vi: 'Loại', en: 'Kind' },
  late: { vi: 'Trễ hạn', en: 'Late' },
  leg: { vi: 'Phần việc phối hợp', en: 'Leg' },
  length: { vi: 'Thời gian gia hạn', en: 'Length' },
  level: { vi: 'Mức xác thực', en: 'Level' },
  list: { vi: 'Danh sách', en: 'List' },
  matches: { vi: 'Đúng với nội dung khai', en: 'Matches' },
  missing: { vi: 'Không còn', en: 'Missing' },
  new: { vi: 'Mới', en: 'New' },
  newDay: { vi: 'Ngày hẹn lại', en: 'New day' },
  number: { vi: 'Số', en: 'Number' },
  officer: { vi: 'Người được giao', en: 'Officer' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  paperCheck: { vi: 'Đối chiếu bản giấy', en: 'Paper check' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  post: { vi: 'Vị trí', en: 'Post' },
  presented: { vi: 'Giấy tờ đã xuất trình', en: 'Papers presented' },
  procedures: { vi: 'Số thủ tục', en: 'Procedures' },
  queue: { vi: 'Danh sách việc', en: 'Queue' },
  reference: { vi: 'Số văn bản', en: 'Reference' },
  refused: { vi: 'Bị từ chối vì', en: 'Refused for' },
  register: { vi: 'Sổ theo dõi', en: 'Register' },
  result: { vi: 'Kết quả', en: 'Result' },
  reused: { vi: 'Số giấy tờ dùng lại từ kho', en: 'Papers used again' },
  role: { vi: 'Vai trò', en: 'Role' },
  score: { vi: 'Điểm', en: 'Score' },
  searched: { vi: 'Có tìm kiếm', en: 'Searched' },
  serial: { vi: 'Số sê-ri thiết bị ký', en: 'Serial of the device' },
  session: { vi: 'Phiên', en: 'Session' },
  setting: { vi: 'Cài đặt', en: 'Setting' },
  sha256: { vi: 'Mã băm SHA-256', en: 'SHA-256' },
  slip: { vi: 'Phiếu', en: 'Slip' },
  source: { vi: 'Nguồn', en: 'Source' },
  special: { vi: 'Yêu cầu lại giấy tờ đã có, trường hợp đặc biệt', en: 'Papers held asked for again, special case' },
  stance: { vi: 'Ý kiến', en: 'Stance' },
  state: { vi: 'Trạng thái', en: 'State' },
  delegation: { vi: 'Theo lần giao thay', en: 'By the loan of a post' },
  step: { vi: 'Bước', en: 'Step' },
  through: { vi: 'Qua hệ thống', en: 'Through' },
  reason: { vi: 'Lý do', en: 'Reason' },
  recoveryCodes: { vi: 'Số mã dự phòng', en: 'Recovery codes' },
  time: { vi: 'Lần thứ', en: 'Time' },
  to: { vi: 'Đến', en: 'To' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  until: { vi: 'Đến hết', en: 'Until' },
  version: { vi: 'Phiên bản', en: 'Version' },
  was: { vi: 'Trước đó', en: 'Before' },
  what: { vi: 'Nội dung', en: 'What' },
  year: { vi: 'Năm', en: 'Year' },
}

const codes: Record<string, Words> = {
  match: { vi: 'khớp', en: 'the same' },
  mismatch: { vi: 'không khớp', en: 'not the same' },
  grant: { vi: 'chấp thuận', en: 'granted' },
  refuse: { vi: 'từ chối', en: 'refused' },
  agree: { vi: 'thống nhất', en: 'agrees' },
  disagree: { vi: 'không thống nhất', en: 'disagrees' },
  agreed: { vi: 'coi như đồng ý', en: 'taken to agree' },
  unanswered: { vi: 'không trả lời', en: 'not answered' },
  late: { vi: 'quá hạn', en: 'late' },
  printed: { vi: 'in sổ', en: 'printed' },
  original: { vi: 'bản gốc', en: 'original' },
  'main-copy': { vi: 'bản chính', en: 'main copy' },
  'certified-copy': { vi: 'bản sao có chứng thực', en: 'certified copy' },
  none: { vi: 'không xuất trình', en: 'not presented' },
  browser: { vi: 'trình duyệt', en: 'browser' },
  token: { vi: 'API', en: 'API' },
  passed: { vi: 'đạt', en: 'passed' },
  failed: { vi: 'không đạt', en: 'failed' },
}

/** The name of one part of an entry's details; one that has none keeps its key. */
export function detailName(key: string, language: Language): string {
  const said = names[key]
  return said ? say(said, language) : key
}

export const hasDetailName = (key: string) => Object.hasOwn(names, key)

/** What one part says: a state, an act, a purpose or a yes in words; ids, numbers and hashes as they are, because they prove. */
export function detailText(key: string, value: unknown, language: Language): string {
  if (typeof value === 'boolean') return say(value ? { vi: 'có', en: 'yes' } : { vi: 'không', en: 'no' }, language)
  if (Array.isArray(value)) return value.map((one) => detailText(key, one, language)).join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, one]) => `${detailName(name, language)}: ${detailText(name, one, language)}`)
      .join('; ')
  const text = String(value ?? '')
  if (key === 'role' && isRole(text)) return say(roles[text], language)
  if (/^\d{4}-\d\d-\d\dT.*Z$/.test(text)) return instantWords(new Date(text), language)
  if (key === 'queue') return queueName(text, language)
  if (key === 'what' || key === 'for') return purposeName(text, language)
  const isWay = key === 'channel' || key === 'by' || key === 'agreed'
  if (isWay && text in channelWords) return say(channelWords[text as keyof typeof channelWords], language)
  if ((key === 'from' || key === 'to' || key === 'state') && isState(text)) return say(stateWords[text].name, language)
  const code = codes[text]
  return code ? say(code, language) : text
}

function queueName(queue: string, language: Language): string {
  if (queue === 'all') return say({ vi: 'tất cả hồ sơ', en: 'all dossiers' }, language)
  const words = queueWords.find((one) => one.queue === queue)?.words
  return words ? say(words, language) : queue
}
