import type { Words } from '../../words/index.ts'

export const words = {
  lead: {
    vi: 'Kiểm tra người đến có tài khoản chưa theo số định danh hoặc mã số thuế; chưa có thì mở giúp. Hệ thống ghi cả cán bộ và chủ tài khoản.',
    en: 'See by the identity number or tax code whether somebody has an account; if not, open it with them. Officer and holder are both kept.',
  },
  found: { vi: 'Đã có tài khoản', en: 'There is an account' },
  foundText: {
    vi: 'Chủ tài khoản: {name}. Đối chiếu với giấy tờ của người đến.',
    en: 'Holder: {name}. Compare it with the card of whoever stands here.',
  },
  toHolder: { vi: 'Mở trang hỗ trợ tài khoản', en: 'Open the page to help with it' },
  none: {
    vi: 'Chưa có tài khoản. Điền thông tin rồi mở tài khoản.',
    en: 'There is no account. Fill in the particulars, then open one.',
  },
  route: { vi: 'Mở theo cách nào', en: 'In which way' },
  counter: { vi: 'Doanh nghiệp đã có, đăng ký tại Sở', en: 'An existing enterprise, at the department' },
  certificate: {
    vi: 'Cấp cùng giấy chứng nhận đăng ký doanh nghiệp',
    en: 'Issued with the certificate of registration',
  },
  number: { vi: 'Số và ngày giấy chứng nhận', en: 'Number and day of the certificate' },
  numberHint: {
    vi: 'Ví dụ: 0100109106, đăng ký lần đầu ngày 2/3/2026.',
    en: 'For example: 0100109106, first registered on 2 March 2026.',
  },
  numberNeeded: { vi: 'Ghi số và ngày giấy chứng nhận.', en: 'Give number and day of the certificate.' },
  accept: {
    vi: 'Người đến đã đọc và đồng ý điều khoản sử dụng trước mặt tôi',
    en: 'The holder read and accepted the terms of use in my presence',
  },
  submit: { vi: 'Mở tài khoản', en: 'Open the account' },
  opened: { vi: 'Đã mở tài khoản', en: 'The account is open' },
  openedLead: {
    vi: 'Giao cho chủ tài khoản. Mật khẩu chỉ hiện một lần và phải đổi khi đăng nhập.',
    en: 'Hand it to the holder. The password is shown only now and must be changed at sign-in.',
  },
  name: { vi: 'Chủ tài khoản', en: 'Holder' },
  username: { vi: 'Tên đăng nhập', en: 'User name' },
  password: { vi: 'Mật khẩu dùng một lần', en: 'One-time password' },
  by: { vi: 'Cán bộ mở', en: 'Opened by' },
  again: { vi: 'Kiểm tra người khác', en: 'Check somebody else' },
  terms: { vi: 'Điều khoản sử dụng', en: 'Terms of use' },
} as const satisfies Record<string, Words>
