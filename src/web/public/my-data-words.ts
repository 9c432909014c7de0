import type { About } from '../../accounts/index.ts'
import type { DataField } from '../../accounts/law/index.ts'
import type { Words } from '../../words/index.ts'

export const fieldWords: Record<DataField, Words> = {
  name: { vi: 'Họ tên hoặc tên tổ chức', en: 'Name' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  ethnicity: { vi: 'Dân tộc', en: 'Ethnicity' },
  nationality: { vi: 'Quốc tịch', en: 'Nationality' },
  representative: { vi: 'Người đại diện theo pháp luật', en: 'Legal representative' },
  phone: { vi: 'Số điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
}

export const originWords: Record<About['origin'], Words> = {
  national: { vi: 'Cổng Dịch vụ công quốc gia', en: 'National Public Service Portal' },
  ministerial: { vi: 'Cổng dịch vụ công cấp bộ', en: 'Portal of a ministry' },
  provincial: { vi: 'Cổng dịch vụ công của tỉnh', en: 'Portal of the province' },
}

export const routeWords: Record<About['route'], Words> = {
  registration: { vi: 'Tự đăng ký trực tuyến', en: 'Registered online' },
  counter: { vi: 'Mở tại quầy, có cán bộ hỗ trợ', en: 'Opened at a counter with an officer’s help' },
  certificate: {
    vi: 'Cấp cùng giấy chứng nhận đăng ký doanh nghiệp',
    en: 'Issued with the certificate of registration',
  },
  'national-login': { vi: 'Đăng nhập bằng tài khoản quốc gia', en: 'By signing in with the national account' },
  training: { vi: 'Tài khoản huấn luyện', en: 'Training account' },
}

export const words = {
  title: { vi: 'Thông tin của tôi', en: 'My information' },
  lead: {
    vi: 'Những gì hệ thống biết về bạn. Mỗi lần mở đều được ghi lại trong nhật ký giao dịch.',
    en: 'What is known about you here. Each time it is opened stands in your activity.',
  },
  data: { vi: 'Thông tin cơ bản', en: 'Basic data' },
  identity: { vi: 'Số định danh hoặc mã số thuế', en: 'Identity number or tax code' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  none: { vi: 'Chưa có', en: 'Not given' },
  waiting: { vi: 'Giá trị mới “{value}” đang chờ xác thực', en: 'The new value “{value}” waits to be authenticated' },
  begun: { vi: 'Tài khoản', en: 'The account' },
  origin: { vi: 'Đăng ký tại', en: 'Registered at' },
  route: { vi: 'Cách mở', en: 'Opened' },
  openedBy: { vi: 'Cán bộ mở cùng bạn', en: 'Opened with you by' },
  certificate: { vi: 'Giấy chứng nhận', en: 'Certificate' },
  when: { vi: 'Ngày mở', en: 'Opened on' },
  change: { vi: 'Đề nghị sửa', en: 'Ask for a change' },
  changeText: {
    vi: 'Sửa những chỗ đã đổi. Giá trị mới được dùng sau khi cán bộ xác thực; mang giấy tờ đến nơi tiếp nhận gần nhất. Số định danh, ngày sinh không sửa ở đây.',
    en: 'Change what is no longer right. A new value is used once an officer authenticated it; bring the paper to a counter. Identity number and birth date are not changed here.',
  },
  submit: { vi: 'Gửi', en: 'Send' },
  right: { vi: 'Thông tin vẫn đúng', en: 'All of it is still right' },
  asked: {
    vi: 'Đã ghi nhận. Giá trị mới chờ xác thực, giá trị cũ vẫn dùng.',
    en: 'Noted. New values wait, the old ones stand.',
  },
  confirmed: { vi: 'Đã ghi nhận thông tin vẫn đúng', en: 'Noted that all is still right' },
  needed: { vi: 'Hãy cập nhật thông tin trước khi nộp hồ sơ', en: 'Bring your data up to date before filing' },
  neededText: {
    vi: 'Sửa chỗ đã đổi rồi gửi, hoặc xác nhận thông tin vẫn đúng.',
    en: 'Change what is no longer right, or say that all is still right.',
  },
  wrong: { vi: 'Kiểm tra lại mục này, nhiều nhất 300 ký tự.', en: 'Check this, at most 300 signs.' },
  history: { vi: 'Các lần sửa', en: 'Changes' },
  field: { vi: 'Mục', en: 'What' },
  was: { vi: 'Trước', en: 'Before' },
  becomes: { vi: 'Sau', en: 'After' },
  state: { vi: 'Trạng thái', en: 'State' },
  waits: { vi: 'Chờ xác thực', en: 'Waits' },
  taken: { vi: 'Đang dùng', en: 'Taken' },
  refused: { vi: 'Không dùng', en: 'Not taken' },
  at: { vi: 'Thời điểm', en: 'When' },
  noHistory: { vi: 'Chưa sửa lần nào.', en: 'Nothing was changed yet.' },
} as const satisfies Record<string, Words>
