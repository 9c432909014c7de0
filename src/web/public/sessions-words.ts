import type { Words } from '../../words/index.ts'

export const words = {
  title: { vi: 'An toàn tài khoản', en: 'Account security' },
  lead: {
    vi: 'Nơi bạn đang đăng nhập. Nếu thấy nơi lạ, hãy kết thúc phiên đó và đổi mật khẩu.',
    en: 'Where you are signed in. If a place is not yours, end it and change your password.',
  },
  before: { vi: 'Lần đăng nhập trước: {when}', en: 'You signed in before: {when}' },
  beforeText: { vi: 'Lần đăng nhập trước', en: 'The sign-in before this one' },
  noneBefore: { vi: 'Đây là lần đăng nhập đầu tiên.', en: 'This is your first sign-in.' },
  sessions: { vi: 'Phiên đăng nhập', en: 'Sessions' },
  where: { vi: 'Thiết bị và địa chỉ', en: 'Device and address' },
  through: { vi: 'Bằng', en: 'By' },
  last: { vi: 'Dùng lần cuối', en: 'Last used' },
  end: { vi: 'Kết thúc', en: 'End' },
  endWhat: { vi: 'Kết thúc phiên {when}', en: 'End the session of {when}' },
  here: { vi: 'Phiên này', en: 'This session' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  passkey: { vi: 'Khóa truy cập', en: 'Passkey' },
  passkeys: { vi: 'Khóa truy cập (passkey)', en: 'Passkeys' },
  passkeysText: {
    vi: 'Đăng nhập bằng vân tay, khuôn mặt hoặc mã khóa màn hình, thay cho mật khẩu và mã xác thực.',
    en: 'Sign in with fingerprint, face or screen lock instead of a password and a code.',
  },
  passkeysLink: { vi: 'Xem, thêm hoặc bỏ khóa truy cập', en: 'See, add or remove passkeys' },
  token: { vi: 'Chương trình khác (API)', en: 'Another program (API)' },
  unknown: { vi: 'Không rõ thiết bị', en: 'Unknown device' },
  others: { vi: 'Đăng xuất khỏi mọi nơi khác', en: 'Sign out everywhere else' },
  ended: { vi: 'Đã kết thúc các phiên được chọn', en: 'The chosen sessions have ended' },
  standing: { vi: 'Tạm ngừng, khóa hoặc hủy tài khoản', en: 'Pause, lock or close the account' },
  pause: { vi: 'Tạm ngừng', en: 'Pause' },
  pauseText: {
    vi: 'Bạn dùng lại bất cứ lúc nào bằng cách đăng nhập.',
    en: 'You use it again at any time by signing in.',
  },
  lock: { vi: 'Khóa ngay', en: 'Lock now' },
  lockText: {
    vi: 'Khi bạn mất điện thoại hoặc nghi người khác dùng tài khoản. Mọi phiên kết thúc; để mở lại, mang giấy tờ đến nơi tiếp nhận.',
    en: 'When you lost your telephone or somebody else may be using the account. Every session ends; to open it again, come to a counter with your papers.',
  },
  close: { vi: 'Hủy tài khoản', en: 'Close the account' },
  closeText: {
    vi: 'Không mở lại được. Hồ sơ đã nộp vẫn được giải quyết; kết quả nhận tại nơi tiếp nhận.',
    en: 'It cannot be opened again. Dossiers you filed are still settled; collect results at the counter.',
  },
  sure: { vi: 'Tôi hiểu và muốn làm việc này', en: 'I understand and want this' },
  sureNeeded: { vi: 'Đánh dấu ô xác nhận trước khi tiếp tục.', en: 'Tick the box to confirm first.' },
} as const satisfies Record<string, Words>
