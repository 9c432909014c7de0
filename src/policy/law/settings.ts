import { z } from 'zod'

import {
  apology,
  apologyOfCentre,
  limit,
  limitFrom,
  listOf,
  minuteOfDay,
  signatureOrder,
  validity,
  week,
} from './values.ts'

/** One thing the law lets a province choose: its number in the list of settings, its name, the shape of its value. */
export type Setting = {
  readonly number: `${'P' | 'S'}${number}`
  readonly title: { readonly vi: string; readonly en: string }
  readonly schema: z.ZodType
}

function setting<Schema extends z.ZodType>(number: Setting['number'], vi: string, en: string, schema: Schema) {
  return { number, title: { vi, en }, schema } as const satisfies Setting
}

const count = z.int().positive()
const yesNo = z.boolean()
const maybe = z.int().positive().nullable()

/**
 * All settings in one table. P1–P29 are what the regulations of provinces differ in, S1–S18 the parameters of the national
 * rules on time, security and publication. A value of null says *not set*: the law is silent or leaves it to the province.
 */
export const settings = {
  'intake.respond.online': setting('P1', 'Thời hạn trả lời hồ sơ nộp trực tuyến', 'Answer to an online filing', limit),
  'intake.respond.counter': setting('P1', 'Thời hạn trả lời hồ sơ nộp trực tiếp', 'Answer at the counter', limit),
  'intake.respond.post': setting('P1', 'Thời hạn trả lời hồ sơ gửi bưu chính', 'Answer to a filing by post', limit),
  'intake.alarm': setting(
    'P1',
    'Báo khi việc phải làm ngay chưa làm',
    'Alarm when what is to be done at once is not done',
    limit,
  ),
  'intake.missing-data': setting('P1', 'Thời hạn thông báo khi thiếu dữ liệu', 'Notice that data are missing', limit),
  'transfer.electronic': setting('P2', 'Chuyển hồ sơ điện tử', 'Transfer of the e-dossier', limitFrom),
  'transfer.paper': setting('P2', 'Chuyển hồ sơ giấy', 'Transfer of the paper dossier', limit),
  'transfer.paper.latest': setting('P2', 'Chuyển hồ sơ giấy chậm nhất', 'Paper transfer at the latest', limit),
  'intake.receipt-time': setting(
    'P3',
    'Thời điểm tiếp nhận',
    'Moment of receipt',
    z.enum(['recorded-complete', 'entered-and-notified-valid']),
  ),
  'intake.out-of-hours': setting('P3', 'Hồ sơ đến ngoài giờ', 'Filings out of hours', z.literal('next-working-time')),
  'intake.cutoff': setting('P3', 'Giờ chốt trong ngày', 'Cutoff of the day', minuteOfDay),
  'intake.guidance.max': setting('P4', 'Số lần hướng dẫn khi tiếp nhận', 'Guidance at intake, times', count),
  'intake.guidance.beyond': setting(
    'P4',
    'Khi hướng dẫn quá số lần',
    'Beyond that number',
    z.enum(['block', 'apology', 'warn']),
  ),
  'supplement.max': setting('P5', 'Số lần yêu cầu bổ sung', 'Supplement requests, times', count),
  'supplement.second-causes': setting(
    'P5',
    'Lý do được yêu cầu bổ sung lần 2',
    'Causes for a second request',
    listOf(['first-guidance-not-specific']),
  ),
  'supplement.notice': setting('P5', 'Thời hạn yêu cầu bổ sung', 'Supplement request within', limit),
  'supplement.approval': setting(
    'P5',
    'Người duyệt yêu cầu bổ sung',
    'Who approves the request',
    z.enum(['none', 'agency-leader']),
  ),
  'supplement.released-by': setting(
    'P5',
    'Nơi gửi yêu cầu bổ sung',
    'Who sends the request',
    z.enum(['one-stop', 'agency']),
  ),
  'supplement.clock.legal': setting(
    'P5',
    'Thời hạn sau khi bổ sung',
    'Legal clock after a supplement',
    z.enum(['restart', 'resume', 'run-on']),
  ),
  'supplement.clock.index': setting(
    'P5',
    'Thời gian bổ sung trong bộ chỉ số',
    'Supplement time in the index',
    z.enum(['subtract', 'count']),
  ),
  'apology.late': setting('P6', 'Xin lỗi khi trễ hạn', 'Apology for lateness', apology),
  'apology.late.before': setting('P6', 'Xin lỗi trước khi hết hạn', 'Apology before expiry', limit),
  'apology.second-guidance': setting('P6', 'Xin lỗi khi hướng dẫn lần 2', 'Apology for a second guidance', apology),
  'apology.second-supplement': setting('P6', 'Xin lỗi khi bổ sung lần 2', 'Apology for a second request', apology),
  'apology.extension': setting('P6', 'Xin lỗi khi gia hạn', 'Apology for an extension', apologyOfCentre),
  'apology.basis': setting('P6', 'Căn cứ của thư xin lỗi', 'Legal basis of the letter', z.string().min(1)),
  'extension.ratio': setting(
    'P7',
    'Gia hạn tối đa so với thời hạn',
    'Extension as a share of the limit',
    z.strictObject({ of: count, parts: count }).nullable(),
  ),
  'extension.reappointments': setting('P7', 'Số lần hẹn lại', 'New appointments, times', count),
  'records.validity.citizen': setting('P8', 'Giá trị hồ sơ công dân', 'Validity, citizens', validity),
  'records.validity.enterprise': setting('P8', 'Giá trị hồ sơ doanh nghiệp', 'Validity, enterprises', validity),
  'records.validity.paper-first': setting('P8', 'Ưu tiên thời hạn giấy tờ', 'The paper’s own term comes first', yesNo),
  'records.sealing': setting('P9', 'Niêm phong hồ sơ điện tử', 'Sealing of e-dossiers', yesNo),
  'cards.enabled': setting('P10', 'Thẻ điện tử', 'Electronic cards', yesNo),
  'cards.holders': setting('P10', 'Đối tượng cấp thẻ', 'Who may hold a card', listOf(['enterprise', 'citizen'])),
  'scans.proofs': setting(
    'P11',
    'Bản số hóa được chấp nhận',
    'Proofs a scan may have',
    listOf(['officer-authenticated', 'signed', 'paper-check-at-return', 'e-copy', 'vneid-identity']),
  ),
  'scans.paper-check': setting('P11', 'Đối chiếu bản giấy khi trả', 'Paper check at return', yesNo),
  'originals.rules': setting(
    'P12',
    'Yêu cầu bản chính',
    'Asking for originals',
    listOf([
      'not-for-reused',
      'on-check-request',
      'held-data-is-used',
      'notice-lists-papers',
      'not-what-a-database-has',
      'look-up-evidence-is-kept',
    ]),
  ),
  'result.signatures': setting(
    'P13',
    'Chữ ký trên kết quả',
    'Signatures of a result, accepted orders',
    z.array(signatureOrder).min(1),
  ),
  'paper.conversion': setting(
    'P14',
    'Chuyển bản điện tử sang giấy',
    'A paper conversion carries',
    listOf([
      'full-content',
      'system-name',
      'identifier',
      'identifier-or-converter',
      'confirmation-signature',
      'converter-name',
      'converter-signature',
      'seal-if-required',
      'look-up-at-any-time',
    ]),
  ),
  'paper.ordinary-print': setting('P14', 'Bản in thông thường', 'An ordinary print says', z.literal('no-legal-value')),
  'accounts.entrance': setting('P15', 'Cổng nộp hồ sơ', 'Entrance', z.enum(['national', 'provincial', 'both'])),
  'accounts.identity-sources': setting(
    'P15',
    'Nguồn tài khoản',
    'Identity sources',
    listOf(['vneid', 'national-portal', 'ministerial-portal', 'provincial-portal', 'one-stop', 'business-registry']),
  ),
  'accounts.confirmation': setting(
    'P16',
    'Cách xác thực tài khoản',
    'How an account is confirmed',
    listOf(['authority', 'direct-check', 'population-database', 'electronic-at-login', 'vneid-level']),
  ),
  'staff.login': setting('P17', 'Đăng nhập của cán bộ', 'Staff sign-in', z.enum(['local', 'central'])),
  'staff.first-login-change': setting('P17', 'Đổi mật khẩu lần đầu', 'Password change at first sign-in', yesNo),
  'lookup.public.shows': setting(
    'P18',
    'Tra cứu công khai cho biết',
    'Public look-up shows',
    listOf(['code', 'progress', 'procedure', 'state', 'unit', 'due', 'timeline']),
  ),
  'lookup.public.codes': setting(
    'P18',
    'Số mã hồ sơ khác nhau tra cứu được từ một địa chỉ mạng trong 10 phút',
    'Different dossier codes looked up from one network address in ten minutes',
    count,
  ),
  'lookup.public.keys': setting(
    'P18',
    'Tra cứu công khai bằng',
    'Public look-up keys',
    listOf(['code', 'print-identifier', 'identity-number', 'name']),
  ),
  'lookup.owner.depth': setting(
    'P18',
    'Chủ hồ sơ xem đến cấp',
    'The owner sees down to',
    z.enum(['agency', 'division', 'officer']),
  ),
  'lookup.by-name': setting(
    'P18',
    'Tra cứu theo tên, số định danh',
    'Search by name or number',
    z.enum(['off', 'signed-in-masked', 'public-masked']),
  ),
  'lookup.channels': setting(
    'P19',
    'Kênh tra cứu',
    'Look-up channels',
    listOf(['portal', 'national-portal', 'counter', 'kiosk', 'sms', 'social-network', 'embedded', 'public-check']),
  ),
  'feedback.enter': setting('P20', 'Nhập phản ánh vào hệ thống', 'Feedback entered within', limit.nullable()),
  'feedback.refuse': setting('P20', 'Từ chối phản ánh', 'Feedback refused within', limit),
  'feedback.need-info': setting('P20', 'Yêu cầu bổ sung phản ánh', 'More information asked within', limit),
  'feedback.transfer': setting('P20', 'Chuyển phản ánh', 'Feedback transferred within', limit),
  'feedback.answer': setting('P20', 'Trả lời phản ánh', 'Feedback answered within', limit),
  'feedback.publish': setting('P20', 'Công khai trả lời', 'Answer published within', limit),
  'fees.channels': setting(
    'P21',
    'Hình thức nộp phí',
    'How fees are paid',
    listOf(['counter', 'online', 'post', 'bank-point']),
  ),
  'fees.provider-fee-apart': setting('P21', 'Tách phí dịch vụ thanh toán', 'Provider’s fee shown apart', yesNo),
  'fees.refund': setting('P22', 'Hoàn trả phí, lệ phí', 'Refund', yesNo),
  'receipt.immediate': setting(
    'P23',
    'Giấy tiếp nhận khi trả kết quả ngay',
    'Receipt of immediate procedures',
    z.enum(['always', 'when-asked']),
  ),
  'reports.periods': setting(
    'P24',
    'Kỳ báo cáo',
    'Report periods',
    listOf(['day', 'week', 'month', 'quarter', 'half-year', 'year', 'on-demand']),
  ),
  'warnings.levels': setting(
    'S20',
    'Nhắc việc theo phần thời gian đã dùng (%)',
    'Warnings by the share of time used up, in hundredths',
    z.array(z.strictObject({ percent: z.int().min(1).max(100), to: listOf(['officer', 'leader', 'director']) })),
  ),
  'warnings.email': setting('S21', 'Gửi thêm nhắc việc qua thư điện tử', 'Warnings also by e-mail', yesNo),
  'return.wait': setting(
    'S19',
    'Thời gian giữ kết quả chưa có người nhận',
    'How long a result waits to be collected',
    limit,
  ),
  'opinions.limit': setting('S26', 'Thời hạn cơ quan được hỏi trả lời ý kiến', 'An opinion is given within', limit),
  'opinions.silence': setting(
    'S27',
    'Cơ quan được hỏi không trả lời đúng hạn',
    'When an asked agency stays silent',
    z.enum(['agreed', 'unanswered']),
  ),
  'changes.approval': setting(
    'P25',
    'Phê duyệt thay đổi',
    'Approval of changes',
    z.array(
      z.strictObject({
        change: z.enum(['lists', 'states', 'processes', 'notice-texts', 'functions']),
        by: z.enum(['chairman-decision', 'committee-approval', 'legal-document', 'test-record']),
      }),
    ),
  ),
  'sectors.hidden-fields': setting(
    'S40',
    'Nội dung cán bộ chuyên ngành không được xem, dùng lại',
    'Answers kept from officers of a sector',
    z.array(
      z.strictObject({
        field: z.string().regex(/^(\/[\w-]+)+$/),
        sector: z.string().min(2).max(60),
        procedure: z.string().max(20).optional(),
      }),
    ),
  ),
  'law.replaced': setting(
    'S41',
    'Văn bản dẫn chiếu đã được thay thế',
    'Cited documents that were replaced',
    z.array(
      z.strictObject({
        cites: z.string().min(3).max(200),
        becomes: z.string().min(3).max(200),
        fromDay: z.iso.date(),
      }),
    ),
  ),
  'states.names': setting(
    'S42',
    'Tên trạng thái xử lý hồ sơ',
    'Names of the states of a dossier',
    z.array(
      z.strictObject({
        name: z.string().min(2).max(80),
        state: z.string().min(2).max(40),
        says: z.string().min(2).max(300).optional(),
        nameEn: z.string().min(2).max(80).optional(),
      }),
    ),
  ),
  'notices.texts': setting(
    'S43',
    'Nội dung thông báo cho người dân',
    'Texts of notices',
    z.array(
      z.strictObject({
        notice: z.string().min(2).max(60),
        subject: z.string().min(2).max(200),
        body: z.string().min(2).max(2000),
      }),
    ),
  ),
  'services.levels': setting(
    'P26',
    'Mức độ dịch vụ công',
    'Service levels',
    listOf(['2', '3', '4', 'full', 'partial']),
  ),
  'sharing.consent': setting('P27', 'Đồng ý chia sẻ', 'Consent to sharing', z.enum(['always', 'per-purpose'])),
  'sharing.exceptions': setting(
    'P27',
    'Chia sẻ không cần đồng ý',
    'Sharing without consent',
    listOf(['competent-body-request', 'required-by-law']),
  ),
  'archive.retention': setting(
    'P28',
    'Thời hạn bảo quản (tháng)',
    'Retention, months',
    z.strictObject({ months: maybe, basis: z.string().min(1) }),
  ),
  'organisation.tiers': setting('P29', 'Số cấp chính quyền địa phương', 'Tiers of local government', count),

  'calendar.office-hours': setting('S1', 'Giờ làm việc', 'Office hours', week),
  'calendar.working-day': setting('S2', 'Số phút một ngày làm việc', 'Minutes of a working day', count),
  'calendar.count-from': setting(
    'S3',
    'Cách tính ngày làm việc',
    'How working days count',
    z.enum(['instant', 'next-day']),
  ),
  'session.idle-minutes': setting('S4', 'Tự khóa khi không thao tác (phút)', 'Idle minutes', count),
  'login.max-failures': setting('S5', 'Số lần sai mật khẩu', 'Failed sign-ins in a row', count),
  'login.lock-minutes': setting('S6', 'Thời gian khóa (phút)', 'Minutes locked', count),
  'officers.second-person': setting(
    'S60',
    'Giao vị trí cho cán bộ cần người thứ hai',
    'Posts of officers need a second person',
    yesNo,
  ),
  'login.second-factor': setting('S7', 'Xác thực hai yếu tố', 'Second factor', z.enum(['off', 'staff', 'everyone'])),
  'account.inactive-days': setting('S8', 'Vô hiệu tài khoản không dùng (ngày)', 'Days until inactive', count),
  'account.review-months': setting('S8', 'Rà soát tài khoản (tháng)', 'Months between reviews', count),
  'password.rules': setting(
    'S9',
    'Quy tắc mật khẩu',
    'Password rules',
    z.strictObject({ length: count, kinds: z.int().min(1).max(4), administratorMonths: count, remembered: count }),
  ),
  'password.remind-days': setting(
    'S9',
    'Nhắc đổi mật khẩu sau (ngày)',
    'Days until a new password is suggested',
    count,
  ),
  'log.retention-months': setting('S10', 'Lưu nhật ký (tháng)', 'Months logs are kept', count),
  'sync.max-minutes': setting('S11', 'Đồng bộ sau khi xong (phút)', 'Synchronised within minutes', count),
  'sync.acknowledge': setting('S12', 'Xác nhận đã nhận', 'Receipt acknowledged within', limit),
  'catalogue.publish': setting('S13', 'Công khai thủ tục', 'Procedure published within', limit),
  'portal.suspension-notice': setting('S14', 'Báo trước khi tạm dừng', 'Notice before suspension', limit),
  'stop.allowed-until': setting('S15', 'Dừng giải quyết đến khi', 'Stop allowed until', z.literal('decision')),
  'code.counter-width': setting('S16', 'Số chữ số thứ tự của mã hồ sơ', 'Digits of the code’s counter', count),
  'linked.birth': setting('S17', 'Liên thông khai sinh', 'Linked birth', limit),
  'linked.birth.verified': setting('S17', 'Liên thông khai sinh có xác minh', 'Linked birth, verified', limit),
  'linked.death': setting(
    'S18',
    'Liên thông khai tử theo nhóm hưởng',
    'Linked death, by beneficiary group',
    z.strictObject({ merit: limit, protection: limit, 'protection-survivor': limit, insurance: limit }),
  ),
} as const satisfies Record<string, Setting>

export type Key = keyof typeof settings
export type Value<K extends Key> = z.output<(typeof settings)[K]['schema']>

export const keys = Object.keys(settings) as Key[]

export function isKey(text: string): text is Key {
  return Object.hasOwn(settings, text)
}
