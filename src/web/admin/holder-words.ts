import type { AccountState, Assurance } from '../../accounts/index.ts'
import type { StandingAct } from '../../accounts/law/index.ts'
import type { Words } from '../../words/index.ts'

export const words = {
  title: { vi: 'Hỗ trợ một tài khoản', en: 'Help with an account' },
  lead: {
    vi: 'Tìm tài khoản của người cần hỗ trợ. Chỉ làm theo yêu cầu của chủ tài khoản và sau khi đối chiếu giấy tờ.',
    en: 'Find the account of somebody who needs help. Act only at its owner’s request, with their papers seen.',
  },
  search: {
    vi: 'Tên, tên đăng nhập, hoặc đúng số định danh hay mã số thuế',
    en: 'Name, user name, or exactly the identity number or tax code',
  },
  name: { vi: 'Họ và tên', en: 'Name' },
  username: { vi: 'Tên đăng nhập', en: 'User name' },
  state: { vi: 'Trạng thái', en: 'State' },
  assurance: { vi: 'Mức xác thực', en: 'Assurance' },
  none: { vi: 'Không tìm thấy tài khoản', en: 'No account found' },
  noneText: {
    vi: 'Kiểm tra lại số đã nhập. Người chưa có tài khoản được tạo khi tiếp nhận hồ sơ.',
    en: 'Check what was entered. Who has no account gets one when a dossier is taken in.',
  },
  origin: { vi: 'Đăng ký tại', en: 'Registered at' },
  route: { vi: 'Cách mở', en: 'Opened' },
  openedBy: { vi: 'Cán bộ mở cùng', en: 'Opened with' },
  requireUpdate: { vi: 'Yêu cầu cập nhật thông tin', en: 'Ask for an update of the data' },
  updateAsked: {
    vi: 'Đã yêu cầu cập nhật thông tin; chủ tài khoản chưa làm.',
    en: 'An update was asked for; the holder has not made it yet.',
  },
  change: { vi: 'Thay đổi', en: 'Change' },
  act: { vi: 'Việc cần làm', en: 'What to do' },
  actNeeded: { vi: 'Chọn việc cần làm và ghi lý do.', en: 'Choose what to do and say why.' },
  reason: { vi: 'Lý do và giấy tờ đã đối chiếu', en: 'Reason, and papers seen' },
  reasonHint: {
    vi: 'Ví dụ: chủ tài khoản báo mất điện thoại, đã đối chiếu thẻ căn cước.',
    en: 'For example: the owner reports a lost telephone; identity card seen.',
  },
  submit: { vi: 'Xác nhận', en: 'Confirm' },
  done: { vi: 'Đã thay đổi; có hiệu lực ngay', en: 'Changed, with effect at once' },
  secondPerson: { vi: 'Đã ghi nhận, chờ người thứ hai', en: 'Noted; it waits for a second person' },
  secondPersonText: {
    vi: 'Trong 24 giờ, một quản trị viên khác chọn lại việc này, hoặc bạn chọn lại và nhập mã cán bộ đọc cho, thì mật khẩu được cấp.',
    en: 'Within 24 hours the password is given when another administrator chooses the same, or when you choose it again with the code the officer tells you.',
  },
  code: { vi: 'Mã cán bộ nhận được', en: 'Code the officer received' },
  codeHint: {
    vi: 'Chỉ điền khi cấp lại mật khẩu mà không có quản trị viên thứ hai. Mã được gửi cho cán bộ khi có đề nghị.',
    en: 'Only for a new password without a second administrator. It was sent to the officer when it was asked for.',
  },
  askRecover: { vi: 'Đề nghị cấp lại mật khẩu', en: 'Asked for a new password' },
  history: { vi: 'Các lần thay đổi', en: 'Changes' },
  noHistory: { vi: 'Chưa có thay đổi nào.', en: 'No changes yet.' },
  when: { vi: 'Thời điểm', en: 'When' },
  what: { vi: 'Việc', en: 'What' },
  who: { vi: 'Người làm', en: 'Who' },
  given: { vi: 'Đã cấp lại mật khẩu', en: 'A new password was given' },
  givenLead: {
    vi: 'Giao cho chủ tài khoản. Mật khẩu chỉ hiện một lần và phải đổi khi đăng nhập.',
    en: 'Hand it to the owner. It is shown only now and must be changed at sign-in.',
  },
  oneTime: { vi: 'Mật khẩu dùng một lần', en: 'One-time password' },
  backToAccount: { vi: 'Về tài khoản', en: 'Back to the account' },
  assurances: {
    none: { vi: 'Tự đăng ký, chưa xác thực', en: 'Registered by themselves, not verified' },
    counter: { vi: 'Đã gặp tại quầy', en: 'Seen at the counter' },
    officer: { vi: 'Cán bộ đã xác nhận', en: 'Confirmed by an officer' },
    population: { vi: 'Đã đối chiếu dữ liệu dân cư', en: 'Checked against the population data' },
    national: { vi: 'Định danh quốc gia', en: 'National identity' },
  },
} as const satisfies Record<string, Words | Record<Assurance, Words>>

export const stateWords: Record<AccountState, Words> = {
  registered: { vi: 'Chưa đổi mật khẩu lần đầu', en: 'First password not yet changed' },
  active: { vi: 'Đang dùng', en: 'In use' },
  paused: { vi: 'Tạm ngừng', en: 'Paused' },
  suspended: { vi: 'Bị đình chỉ', en: 'Suspended' },
  locked: { vi: 'Bị khóa', en: 'Locked' },
  closed: { vi: 'Đã đóng', en: 'Closed' },
}

export const actWords: Record<StandingAct, { name: Words; means: Words }> = {
  lock: {
    name: { vi: 'Khóa theo yêu cầu của chủ tài khoản', en: 'Lock at the owner’s request' },
    means: { vi: 'Mọi phiên đăng nhập kết thúc ngay.', en: 'Every session ends at once.' },
  },
  recover: {
    name: { vi: 'Cấp lại mật khẩu', en: 'Give a new password' },
    means: {
      vi: 'Mật khẩu dùng một lần; xác thực hai bước được đặt lại; tài khoản đang khóa được mở. Nếu tài khoản chưa xác thực thì bản nháp, đại diện và sự đồng ý cũng bỏ, vì người lập có thể là người khác.',
      en: 'A one-time password; the second step is set anew; a locked account opens. Of an unauthenticated account drafts, representations and consents end too: somebody else may have opened it.',
    },
  },
  confirm: {
    name: { vi: 'Xác nhận danh tính', en: 'Confirm the identity' },
    means: {
      vi: 'Đã đối chiếu trực tiếp với giấy tờ; tài khoản được coi là đã xác thực.',
      en: 'Papers were seen directly; the account counts as authenticated.',
    },
  },
  suspend: {
    name: { vi: 'Đình chỉ', en: 'Suspend' },
    means: { vi: 'Khi chủ tài khoản gây hại cho hệ thống.', en: 'When the holder harms the system.' },
  },
  reopen: {
    name: { vi: 'Mở lại', en: 'Open again' },
    means: { vi: 'Chủ tài khoản đăng nhập được như trước.', en: 'The holder signs in as before.' },
  },
  close: {
    name: { vi: 'Đóng', en: 'Close' },
    means: { vi: 'Không mở lại được.', en: 'It cannot be opened again.' },
  },
  pause: {
    name: { vi: 'Chủ tài khoản tạm ngừng', en: 'Paused by the holder' },
    means: { vi: '', en: '' },
  },
  resume: { name: { vi: 'Chủ tài khoản dùng lại', en: 'Used again by the holder' }, means: { vi: '', en: '' } },
}
