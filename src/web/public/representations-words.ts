import type { RepresentationKind } from '../../accounts/law/index.ts'
import type { Words } from '../../words/index.ts'

export const kindWords: Record<RepresentationKind, Words> = {
  guardian: { vi: 'Cha, mẹ hoặc người giám hộ', en: 'Parent or guardian' },
  authorised: { vi: 'Người được ủy quyền', en: 'Authorised person' },
  staff: { vi: 'Nhân viên của tổ chức', en: 'Staff of an organisation' },
}

export const words = {
  title: { vi: 'Đại diện', en: 'Representation' },
  lead: {
    vi: 'Nộp hồ sơ thay cho người khác, hoặc cử người nộp thay cho bạn. Kết quả và giấy tờ luôn về kho của người được đại diện.',
    en: 'File for somebody else, or appoint who files for you. Results and papers always go to whoever is represented.',
  },
  mine: { vi: 'Bạn đại diện cho', en: 'You represent' },
  theirs: { vi: 'Người đại diện cho bạn', en: 'Who represents you' },
  none: { vi: 'Chưa có.', en: 'None yet.' },
  who: { vi: 'Họ tên', en: 'Name' },
  kind: { vi: 'Tư cách', en: 'As' },
  period: { vi: 'Thời hạn', en: 'Period' },
  noEnd: { vi: 'không thời hạn', en: 'without end' },
  state: { vi: 'Trạng thái', en: 'State' },
  waiting: { vi: 'Chờ cán bộ xác nhận', en: 'Waiting for an officer' },
  refused: { vi: 'Không được xác nhận', en: 'Not confirmed' },
  inForce: { vi: 'Đang có hiệu lực', en: 'In force' },
  later: { vi: 'Chưa đến ngày', en: 'Not begun' },
  over: { vi: 'Đã hết', en: 'Over' },
  end: { vi: 'Chấm dứt', en: 'End' },
  endWhat: { vi: 'Chấm dứt đại diện với {name}', en: 'End the representation with {name}' },
  unnamed: { vi: 'Người bạn đã khai', en: 'As you declared' },
  asked: {
    vi: 'Đã gửi đề nghị. Cán bộ sẽ đối chiếu giấy tờ và xác nhận.',
    en: 'Sent. An officer sees the paper and confirms.',
  },
  granted: { vi: 'Đã cử người đại diện', en: 'The representative is appointed' },
  ended: { vi: 'Đã chấm dứt đại diện', en: 'The representation has ended' },
  ask: { vi: 'Đề nghị ghi nhận bạn là người đại diện', en: 'Ask to be recorded as a representative' },
  askText: {
    vi: 'Đính kèm giấy tờ chứng minh: giấy khai sinh của con, văn bản giám hộ, giấy ủy quyền, giấy giới thiệu của tổ chức.',
    en: 'Attach the paper that proves it: a child’s birth certificate, a deed of guardianship, an authorisation, a letter of your organisation.',
  },
  of: { vi: 'Người được đại diện là', en: 'The represented is' },
  person: { vi: 'Cá nhân', en: 'A person' },
  organisation: { vi: 'Tổ chức', en: 'An organisation' },
  name: { vi: 'Họ tên hoặc tên tổ chức được đại diện', en: 'Name of the represented' },
  identityNumber: { vi: 'Số định danh cá nhân hoặc mã số thuế của họ', en: 'Their identity number or tax code' },
  from: { vi: 'Từ ngày', en: 'From' },
  until: { vi: 'Đến ngày', en: 'Until' },
  file: { vi: 'Giấy tờ chứng minh', en: 'The paper' },
  send: { vi: 'Gửi đề nghị', en: 'Send' },
  grant: { vi: 'Cử người nộp hồ sơ thay bạn', en: 'Appoint who files for you' },
  grantText: {
    vi: 'Người này nộp được hồ sơ thay bạn và chỉ xem được hồ sơ họ đã nộp, không xem được kho giấy tờ của bạn.',
    en: 'They may file for you and see only what they filed, never your record.',
  },
  agentNumber: { vi: 'Số định danh cá nhân của người được cử', en: 'Identity number of the one appointed' },
  appoint: { vi: 'Cử người đại diện', en: 'Appoint' },
  needed: { vi: 'Ghi nội dung này.', en: 'Fill this in.' },
  kindNeeded: { vi: 'Chọn tư cách đại diện.', en: 'Choose as what.' },
  ofNeeded: { vi: 'Chọn cá nhân hay tổ chức.', en: 'Choose person or organisation.' },
  badDay: { vi: 'Ghi ngày, tháng, năm.', en: 'Give day, month and year.' },
  fileNeeded: { vi: 'Đính kèm giấy tờ chứng minh.', en: 'Attach the paper.' },
} as const satisfies Record<string, Words>
