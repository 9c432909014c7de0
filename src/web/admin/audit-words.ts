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
  'merge-account': { vi: 'Gộp tài khoản', en: 'Merged an account' },
  'move-dossiers': { vi: 'Chuyển hồ sơ sang tài khoản được giữ', en: 'Moved dossiers to the account kept' },
  'move-record': { vi: 'Chuyển kho giấy tờ sang tài khoản được giữ', en: 'Moved the record to the account kept' },
  'ask-about-account': { vi: 'Cơ quan đề nghị về tài khoản', en: 'An agency asked about the account' },
  'answer-about-account': { vi: 'Trả lời đề nghị về tài khoản', en: 'Answered a request about the account' },
  'ask-data-change': { vi: 'Đề nghị sửa thông tin tài khoản', en: 'Asked to change account data' },
  'authenticate-data': { vi: 'Xác thực thông tin mới', en: 'Authenticated new data' },
  'refuse-data': { vi: 'Không nhận thông tin mới', en: 'Refused new data' },
  'require-update': { vi: 'Yêu cầu cập nhật tài khoản', en: 'Asked for an update of the account' },
  'two-places': { vi: 'Đăng nhập ở hai nơi', en: 'Signed in at two places' },
  'logged-out-centrally': { vi: 'Hệ thống đăng nhập chung kết thúc phiên', en: 'Signed out by the central login' },
  'accept-terms': { vi: 'Đồng ý điều khoản sử dụng', en: 'Accepted the terms' },
  'publish-terms': { vi: 'Ban hành điều khoản sử dụng', en: 'Published the terms' },
  'add-passkey': { vi: 'Thêm khóa truy cập', en: 'Added a passkey' },
  'remove-passkey': { vi: 'Bỏ khóa truy cập', en: 'Removed a passkey' },
  'ask-representation': { vi: 'Đề nghị ghi nhận đại diện', en: 'Asked to represent somebody' },
  'grant-representation': { vi: 'Cử người đại diện', en: 'Appointed a representative' },
  'accept-representation': { vi: 'Nhận lời làm đại diện', en: 'Accepted to represent' },
  'decline-representation': { vi: 'Không nhận làm đại diện', en: 'Declined to represent' },
  'confirm-representation': { vi: 'Xác nhận đại diện', en: 'Confirmed a representative' },
  'refuse-representation': { vi: 'Từ chối đại diện', en: 'Refused a representative' },
  'open-representation': { vi: 'Mở đề nghị đại diện', en: 'Opened a request to represent' },
  'end-representation': { vi: 'Chấm dứt đại diện', en: 'Ended a representation' },
  'discard-draft': {
    vi: 'Bỏ bản nháp của người giữ tài khoản trước',
    en: 'Threw away a draft of who had the account before',
  },
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
  'open-profile': { vi: 'Mở thông tin tài khoản', en: 'Opened the account data' },
  'open-messages': { vi: 'Mở hộp tin nhắn', en: 'Opened the messages' },
  'merge-unit': { vi: 'Sáp nhập đơn vị', en: 'Merged a unit' },
  reorganised: { vi: 'Chuyển sang cơ quan mới sau sáp nhập', en: 'Moved to the merged agency' },
  'handed-over': { vi: 'Bàn giao hồ sơ cho cán bộ khác', en: 'Handed over to another officer' },
  'open-unit': { vi: 'Thêm đơn vị', en: 'Opened a unit' },
  'change-unit': { vi: 'Sửa thông tin đơn vị', en: 'Changed a unit' },
  'rename-unit': { vi: 'Đổi tên đơn vị', en: 'Renamed a unit' },
  'open-officer': { vi: 'Tạo tài khoản cán bộ', en: 'Opened an officer’s account' },
  appoint: { vi: 'Giao vị trí', en: 'Gave a post' },
  'ask-recover': { vi: 'Đề nghị cấp lại mật khẩu cán bộ', en: 'Asked for an officer’s new password' },
  vouch: { vi: 'Xác nhận đúng chủ tài khoản cán bộ', en: 'Vouched for an officer’s account' },
  'propose-post': { vi: 'Đề xuất vị trí', en: 'Proposed a post' },
  'drop-post': { vi: 'Bỏ đề xuất vị trí', en: 'Dropped a proposed post' },
  'end-post': { vi: 'Kết thúc vị trí', en: 'Ended a post' },
  'file-request': { vi: 'Gửi yêu cầu', en: 'Filed a request' },
  'propose-request': { vi: 'Đề xuất yêu cầu', en: 'Proposed a request' },
  'grant-request': { vi: 'Chấp thuận yêu cầu', en: 'Granted a request' },
  'decline-request': { vi: 'Không chấp thuận yêu cầu', en: 'Declined a request' },
  'change-device': { vi: 'Sửa thông số thiết bị', en: 'Changed a device' },
  'test-device': { vi: 'Ghi kết quả thử thiết bị', en: 'Recorded the test of a device' },
  'retire-device': { vi: 'Thôi dùng thiết bị', en: 'Retired a device' },
  'add-field': { vi: 'Thêm trường của tài khoản', en: 'Added a field of accounts' },
  'retire-field': { vi: 'Thôi dùng trường của tài khoản', en: 'Retired a field of accounts' },
  'write-fields': { vi: 'Ghi trường thêm của tài khoản', en: 'Wrote more fields of an account' },
  release: { vi: 'Cung cấp thông tin ra ngoài', en: 'Released data' },
  'give-consent': { vi: 'Đồng ý chia sẻ thông tin', en: 'Agreed to sharing' },
  'withdraw-consent': { vi: 'Rút lại sự đồng ý', en: 'Withdrew an agreement' },
  'raise-alert': { vi: 'Cảnh báo an toàn', en: 'Raised an alert' },
  'close-alert': { vi: 'Kết luận cảnh báo', en: 'Closed an alert' },
  'report-violation': { vi: 'Báo việc nghi vi phạm', en: 'Reported a suspected violation' },
  'close-case': { vi: 'Kết luận vụ việc', en: 'Closed a case' },
  'see-safety': { vi: 'Xem trang an toàn thông tin', en: 'Looked at alerts and cases' },
  'name-contact': { vi: 'Ghi đầu mối an toàn', en: 'Named a security contact' },
  'end-contact': { vi: 'Thôi đầu mối an toàn', en: 'Ended a security contact' },
  'audit-broken': { vi: 'Nhật ký không nguyên vẹn', en: 'The audit does not hold' },
  'infected-file': { vi: 'Chặn tệp có mã độc', en: 'Kept out a malicious file' },
  'assign-duty': { vi: 'Phân công bằng văn bản', en: 'Assigned in writing' },
  'end-duty': { vi: 'Kết thúc phân công', en: 'Ended an assignment' },
  delegate: { vi: 'Giao thay một vị trí', en: 'Lent a post' },
  'end-delegation': { vi: 'Kết thúc giao thay', en: 'Ended a loan of a post' },
  'export-audit': { vi: 'Xuất bằng chứng từ nhật ký', en: 'Exported evidence from the audit' },
  'keys-rotate': { vi: 'Xoay khóa chủ', en: 'Rotated the master key' },
  'keys-rewrap': { vi: 'Bọc lại các khóa dữ liệu', en: 'Wrapped the data keys anew' },
  'keys-retire': { vi: 'Bỏ khóa chủ cũ', en: 'Retired old master keys' },
  'change-setting': { vi: 'Đổi cài đặt của tỉnh', en: 'Changed a setting' },
  'propose-setting': { vi: 'Đề xuất đổi cài đặt', en: 'Proposed a setting' },
  'approve-setting': { vi: 'Duyệt đổi cài đặt', en: 'Approved a setting' },
  'drop-setting': { vi: 'Bỏ đề xuất đổi cài đặt', en: 'Gave up a proposed setting' },
  'give-up-changes': { vi: 'Bỏ nội dung đang sửa', en: 'Gave up the changes' },
  revise: { vi: 'Sửa bản bổ sung', en: 'Edited the revision' },
  confirm: { vi: 'Xác nhận danh tính', en: 'Confirmed the identity' },
  pause: { vi: 'Tạm ngừng tài khoản', en: 'Paused the account' },
  lock: { vi: 'Khóa tài khoản', en: 'Locked the account' },
  suspend: { vi: 'Đình chỉ tài khoản', en: 'Suspended the account' },
  reopen: { vi: 'Mở lại tài khoản', en: 'Reopened the account' },
  close: { vi: 'Đóng tài khoản', en: 'Closed the account' },
  recover: { vi: 'Lấy lại tài khoản', en: 'Recovered the account' },
  'end-session': { vi: 'Kết thúc một phiên', en: 'Ended a session' },
  'end-other-sessions': { vi: 'Kết thúc các phiên khác', en: 'Ended other sessions' },
  'second-factor': { vi: 'Xác nhận bước hai', en: 'Proved the second step' },
  'second-factor-failed': { vi: 'Bước hai không đúng', en: 'Second step failed' },
  'set-second-factor': { vi: 'Đặt bước hai', en: 'Set the second step' },
  'hand-over-at-counter': { vi: 'Giao tài khoản tại quầy', en: 'Handed an account over at the counter' },
  'test-procedure': { vi: 'Ghi kết quả thử nghiệm quy trình', en: 'Recorded the test of a procedure' },
  'put-in-force': { vi: 'Đưa quy trình vào áp dụng', en: 'Put a procedure in force' },
  'import-catalogue': { vi: 'Nhập danh mục thủ tục', en: 'Imported the catalogue' },
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

/** What an opening was for: the screen that was looked at, the paper, or the act it was prepared for. */
const purposes: Record<string, Words> = {
  dossier: { vi: 'xem thông tin chung', en: 'the overview' },
  answers: { vi: 'xem nội dung khai', en: 'the answers' },
  papers: { vi: 'xem giấy tờ trong hồ sơ', en: 'the papers' },
  process: { vi: 'xem các bước xử lý', en: 'the steps' },
  results: { vi: 'xem kết quả', en: 'the results' },
  legs: { vi: 'xem việc phối hợp', en: 'the legs' },
  release: { vi: 'chuẩn bị cung cấp thông tin ra ngoài', en: 'to release data' },
  'thanh-phan': { vi: 'xem giấy tờ trong hồ sơ', en: 'the papers' },
  'quy-trinh': { vi: 'xem các bước xử lý', en: 'the steps' },
  'ket-qua': { vi: 'xem kết quả', en: 'the results' },
  'nhat-ky': { vi: 'xem lịch sử hồ sơ', en: 'the history' },
  history: { vi: 'xem lịch sử hồ sơ', en: 'the history' },
  documents: { vi: 'xem danh sách giấy tờ cơ quan lập', en: 'the list of papers made' },
  requests: { vi: 'xem các yêu cầu bổ sung', en: 'the requests for more' },
  clock: { vi: 'xem cách tính thời hạn', en: 'how the time is counted' },
  'control-sheet': { vi: 'in phiếu kiểm soát', en: 'to print the control sheet' },
  accepted: { vi: 'in giấy tiếp nhận', en: 'to print the receipt' },
  accesses: { vi: 'xem ai đã mở hồ sơ', en: 'who opened it' },
  draft: { vi: 'khai hồ sơ', en: 'to fill it in' },
  revision: { vi: 'sửa, bổ sung hồ sơ', en: 'to change or supplement it' },
  withdraw: { vi: 'rút hồ sơ', en: 'to withdraw it' },
  assignment: { vi: 'xem văn bản phân công', en: 'the paper of an assignment' },
  account: { vi: 'xem trang tài khoản của mình', en: 'to see one’s account' },
  information: { vi: 'xem thông tin của mình', en: 'to see one’s information' },
  contact: { vi: 'sửa thông tin liên hệ', en: 'to change contact data' },
  form: { vi: 'điền sẵn tờ khai', en: 'to fill in the form' },
}
const forAct: Words = { vi: 'để thực hiện: {act}', en: 'for: {act}' }
const aPaper: Words = { vi: 'mở một giấy tờ', en: 'one paper' }

/** In words what it was opened for; a screen that has no words keeps its code. */
export function purposeName(what: string, language: Language): string {
  if (what.startsWith('file:')) return say(aPaper, language)
  if (what.startsWith('act:')) return say(forAct, language, { act: actName(what.slice(4), language) })
  const said = purposes[what]
  return said ? say(said, language) : what
}
