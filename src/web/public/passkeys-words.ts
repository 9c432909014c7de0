import type { Words } from '../../words/index.ts'

export const words = {
  title: { vi: 'Khóa truy cập', en: 'Passkeys' },
  lead: {
    vi: 'Đăng nhập bằng vân tay, khuôn mặt hoặc mã khóa màn hình của điện thoại, máy tính. Không cần mật khẩu và không cần mã xác thực.',
    en: 'Sign in with the fingerprint, face or screen lock of your telephone or computer. No password and no code are needed.',
  },
  yours: { vi: 'Khóa truy cập của bạn', en: 'Your passkeys' },
  none: { vi: 'Bạn chưa có khóa truy cập.', en: 'You have no passkey yet.' },
  name: { vi: 'Tên', en: 'Name' },
  made: { vi: 'Đã thêm', en: 'Added' },
  used: { vi: 'Dùng lần cuối', en: 'Last used' },
  never: { vi: 'Chưa dùng', en: 'Never' },
  synced: { vi: 'Được sao lưu giữa các thiết bị', en: 'Synchronised between devices' },
  single: { vi: 'Chỉ ở một thiết bị', en: 'On one device only' },
  remove: { vi: 'Bỏ', en: 'Remove' },
  removeWhat: { vi: 'Bỏ khóa truy cập {name}', en: 'Remove the passkey {name}' },
  removed: {
    vi: 'Đã bỏ khóa truy cập. Khóa này không còn đăng nhập được.',
    en: 'Removed. This passkey opens nothing any more.',
  },
  added: { vi: 'Đã thêm khóa truy cập', en: 'The passkey was added' },
  add: { vi: 'Thêm khóa truy cập', en: 'Add a passkey' },
  addLead: {
    vi: 'Chỉ thêm trên thiết bị của riêng bạn. Trình duyệt sẽ hỏi vân tay, khuôn mặt hoặc mã khóa màn hình.',
    en: 'Add one only on a device of your own. The browser asks for fingerprint, face or screen lock.',
  },
  label: { vi: 'Đặt tên để dễ nhận ra', en: 'A name to know it by' },
  labelHint: { vi: 'Ví dụ: Điện thoại của tôi.', en: 'For example: my telephone.' },
  labelNeeded: { vi: 'Đặt tên cho khóa truy cập, nhiều nhất 60 ký tự.', en: 'Name the passkey, in at most 60 signs.' },
  password: { vi: 'Mật khẩu hiện tại', en: 'Present password' },
  passwordNeeded: { vi: 'Nhập mật khẩu hiện tại.', en: 'Enter your present password.' },
  submit: { vi: 'Thêm khóa truy cập', en: 'Add the passkey' },
  notHere: {
    vi: 'Khóa truy cập chỉ dùng được ở địa chỉ chính của cổng. Hãy mở {address} để thêm khóa.',
    en: 'Passkeys work only at the main address of the portal. Open {address} to add one.',
  },
  proveFirst: {
    vi: 'Để thêm khóa mới, trước hết hãy xác thực bằng khóa hoặc thiết bị bạn đã đặt.',
    en: 'To add another one, first prove with the passkey or device you have set.',
  },
  prove: { vi: 'Xác thực', en: 'Prove' },
} as const satisfies Record<string, Words>
