import type { Act, Listed, QueueLoad, QueueName, State } from '../../dossiers/index.ts'
import { holds } from '../../organisations/index.ts'
import { delegable, mayDo, type Officer, type Role } from '../../organisations/law/index.ts'
import { say, type Words } from '../../words/index.ts'
import type { NavItem } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import { legsAddress } from './legs/address.ts'

export type WorkQueue = Exclude<QueueName, 'all'>

type Row = {
  readonly queue: WorkQueue
  readonly role: Role
  /** Who sees here, besides, what is assigned to them. */
  readonly alsoOwn?: Role
  readonly words: Words
  /** The states that wait here; more than one is worth a filter. */
  readonly states: readonly State[]
  /** Why nothing may stand here, and what comes next. */
  readonly empty: Words
}

/** The queues in the order of the work, and who has each of them. */
export const queueWords: readonly Row[] = [
  {
    queue: 'intake',
    role: 'one-stop-officer',
    words: { vi: 'Chờ tiếp nhận', en: 'To take in' },
    states: ['submitted', 'accepted'],
    empty: {
      vi: 'Hồ sơ nộp trực tuyến, tại quầy và qua bưu chính hiện ở đây cho đến khi được chuyển cơ quan giải quyết.',
      en: 'Filings from online, counter and post stand here until they go to the competent agency.',
    },
  },
  {
    queue: 'supplement',
    role: 'one-stop-officer',
    alsoOwn: 'processing-officer',
    words: { vi: 'Chờ người nộp', en: 'Waiting for the applicant' },
    states: ['returned-with-guidance', 'supplement-requested', 'awaiting-confirmation'],
    empty: {
      vi: 'Hồ sơ đã hướng dẫn, đã yêu cầu bổ sung hoặc chờ xác nhận dự thảo hiện ở đây cho đến khi người nộp trả lời.',
      en: 'Dossiers returned with guidance or with a supplement requested stand here until the applicant answers.',
    },
  },
  {
    queue: 'return',
    role: 'one-stop-officer',
    words: { vi: 'Chờ trả kết quả', en: 'To return' },
    states: ['ready-to-return'],
    empty: {
      vi: 'Kết quả đã ban hành hiện ở đây khi văn thư chuyển về quầy.',
      en: 'Issued results stand here once the records clerk hands them over.',
    },
  },
  {
    queue: 'assign',
    role: 'agency-leader',
    words: { vi: 'Chờ phân công', en: 'To assign' },
    states: ['transferred'],
    empty: {
      vi: 'Hồ sơ hiện ở đây khi Bộ phận Một cửa chuyển đến cơ quan.',
      en: 'Dossiers stand here once the counter forwards them.',
    },
  },
  {
    queue: 'mine',
    role: 'processing-officer',
    words: { vi: 'Đang xử lý', en: 'In my hands' },
    states: ['assigned', 'awaiting-opinions', 'verifying'],
    empty: {
      vi: 'Hồ sơ hiện ở đây khi lãnh đạo phân công cho bạn hoặc trả lại dự thảo để sửa.',
      en: 'Dossiers stand here once they are assigned or sent back to you.',
    },
  },
  {
    queue: 'confirm',
    role: 'division-leader',
    words: { vi: 'Chờ duyệt dự thảo', en: 'To approve' },
    states: ['proposed', 'extension-requested'],
    empty: {
      vi: 'Dự thảo kết quả và phiếu xin gia hạn hiện ở đây khi chuyên viên trình.',
      en: 'Draft results and requests for extensions stand here once officers propose them.',
    },
  },
  {
    queue: 'extend',
    role: 'centre-director',
    words: { vi: 'Chờ xác nhận gia hạn', en: 'Extensions to confirm' },
    states: ['extension-requested'],
    empty: {
      vi: 'Phiếu xin gia hạn hiện ở đây khi lãnh đạo phòng đã xác nhận.',
      en: 'Extensions stand here once the division leader has confirmed them.',
    },
  },
  {
    queue: 'sign',
    role: 'agency-leader',
    words: { vi: 'Chờ ký', en: 'To sign' },
    states: ['approved', 'proposed'],
    empty: {
      vi: 'Dự thảo hiện ở đây khi đã được duyệt; phiếu yêu cầu bổ sung hiện ở đây khi cần lãnh đạo cho gửi.',
      en: 'Drafts stand here once they are approved, and requests for supplements that a leader lets go out.',
    },
  },
  {
    queue: 'issue',
    role: 'records-clerk',
    words: { vi: 'Chờ phát hành', en: 'To issue' },
    states: ['signed-by-person', 'issued', 'refused'],
    empty: {
      vi: 'Kết quả hiện ở đây khi lãnh đạo đã ký, và ở lại cho đến khi chuyển về quầy.',
      en: 'Results stand here once the leader has signed, until they go to the counter.',
    },
  },
]

/** What is to be done with a dossier in this state: the act, and the verb for its row. */
const nextActs: Partial<Record<State, { act: Act; words: Words }>> = {
  submitted: { act: 'accept', words: { vi: 'Tiếp nhận', en: 'Take in' } },
  accepted: { act: 'forward', words: { vi: 'Chuyển đi', en: 'Forward' } },
  transferred: { act: 'assign', words: { vi: 'Phân công', en: 'Assign' } },
  assigned: { act: 'propose-result', words: { vi: 'Trình kết quả', en: 'Propose' } },
  proposed: { act: 'approve', words: { vi: 'Duyệt', en: 'Approve' } },
  'extension-requested': { act: 'confirm-extension', words: { vi: 'Xác nhận', en: 'Confirm' } },
  approved: { act: 'sign-result', words: { vi: 'Ký số', en: 'Sign' } },
  'signed-by-person': { act: 'sign-result', words: { vi: 'Ký số', en: 'Sign' } },
  issued: { act: 'hand-to-counter', words: { vi: 'Chuyển về quầy', en: 'Hand over' } },
  refused: { act: 'hand-to-counter', words: { vi: 'Chuyển về quầy', en: 'Hand over' } },
  verifying: { act: 'record-verification', words: { vi: 'Ghi kết quả', en: 'Record' } },
  'ready-to-return': { act: 'return-result', words: { vi: 'Trả kết quả', en: 'Return' } },
}

export function nextAct({ state }: Pick<Listed, 'state'>) {
  return nextActs[state]
}

export function queuesOf(viewer: Officer): readonly Row[] {
  return queueWords.filter(({ role, alsoOwn }) => holds(viewer, role) || (alsoOwn && holds(viewer, alsoOwn)))
}

/** Whether any post of this officer reaches dossiers at all; an administrator's does not. */
export function seesDossiers(viewer: Officer): boolean {
  return mayDo(viewer, 'see-dossiers')
}

export const areaWords = {
  home: { vi: 'Việc hôm nay', en: 'Today' },
  messages: { vi: 'Nhắc việc', en: 'Reminders' },
  all: { vi: 'Tất cả hồ sơ', en: 'All dossiers' },
  counter: { vi: 'Tiếp nhận tại quầy', en: 'File at the counter' },
  letters: { vi: 'Thư xin lỗi cần ký', en: 'Letters to sign' },
  register: { vi: 'Sổ theo dõi hồ sơ', en: 'Register' },
  accountRequests: { vi: 'Đề nghị về tài khoản', en: 'Requests about accounts' },
  openAccount: { vi: 'Kiểm tra, mở tài khoản', en: 'Check or open an account' },
  representations: { vi: 'Đề nghị đại diện', en: 'Representatives' },
  legs: { vi: 'Việc phối hợp', en: 'Joint work' },
  accounts: { vi: 'Tài khoản cán bộ', en: 'Officers’ accounts' },
  holders: { vi: 'Hỗ trợ tài khoản', en: 'Help with accounts' },
  terms: { vi: 'Điều khoản sử dụng', en: 'Terms of use' },
  settings: { vi: 'Cài đặt của tỉnh', en: 'Settings' },
  calendar: { vi: 'Lịch làm việc', en: 'Working calendar' },
  versions: { vi: 'Quy trình chờ áp dụng', en: 'Procedures to put in force' },
  organisations: { vi: 'Cơ quan, đơn vị', en: 'Agencies and units' },
  assignments: { vi: 'Phân công bằng văn bản', en: 'Written assignments' },
  delegations: { vi: 'Giao thay vị trí', en: 'Standing in' },
  requests: { vi: 'Yêu cầu của cơ quan', en: 'Requests of agencies' },
  devices: { vi: 'Thiết bị', en: 'Devices' },
  fields: { vi: 'Trường thêm của tài khoản', en: 'More fields of accounts' },
  principles: { vi: 'Đối chiếu nguyên tắc', en: 'Principles and functions' },
  safety: { vi: 'An toàn thông tin', en: 'Safety of information' },
  audit: { vi: 'Nhật ký hệ thống', en: 'Audit' },
} as const satisfies Record<string, Words>

/** The ways at the side of an officer's pages: today, the queues of the posts held, then everything within reach. */
export function queueNav(
  { viewer, language, path }: SignedVisit,
  loads: Partial<Record<QueueName, QueueLoad>>,
  { unread, letters, legs }: { unread: number; letters: number; legs: number },
): NavItem[] {
  const asked = new URL(path, 'http://here').searchParams.get('hang')
  const here = path.split('?')[0]
  const way = (href: string, words: Words): NavItem => ({ label: say(words, language), href, current: here === href })
  /** A way that stands for the pages below it too. */
  const within = (href: string, words: Words): NavItem => ({
    ...way(href, words),
    current: here === href || here?.startsWith(`${href}/`) === true,
  })
  const queues = queuesOf(viewer).map(({ queue, words }) => ({
    ...way(`/viec/${queue}`, words),
    current: here === `/viec/${queue}` || (here?.startsWith('/viec/ho-so/') === true && asked === queue),
    count: loads[queue]?.count ?? 0,
    urgent: (loads[queue]?.overdue ?? 0) > 0,
  }))
  const legsWay = {
    ...way(legsAddress, areaWords.legs),
    current: here?.startsWith(legsAddress) === true,
    count: legs,
  }
  return [
    way('/viec', areaWords.home),
    ...(seesDossiers(viewer) ? [{ ...way('/viec/tin-nhan', areaWords.messages), count: unread }] : []),
    ...queues,
    ...(mayDo(viewer, 'answer-legs') ? [legsWay] : []),
    ...(seesDossiers(viewer) ? [way('/viec/all', areaWords.all)] : []),
    ...(mayDo(viewer, 'enter-for-applicant') ? [way('/viec/tiep-nhan-truc-tiep', areaWords.counter)] : []),
    ...(mayDo(viewer, 'sign-letters')
      ? [{ ...way('/viec/thu-xin-loi', areaWords.letters), count: letters, urgent: letters > 0 }]
      : []),
    ...(mayDo(viewer, 'keep-register') ? [way('/viec/so', areaWords.register)] : []),
    ...(mayDo(viewer, 'ask-about-accounts') ? [way('/viec/de-nghi-tai-khoan', areaWords.accountRequests)] : []),
    ...(mayDo(viewer, 'open-accounts') ? [way('/viec/tai-khoan', areaWords.openAccount)] : []),
    ...(mayDo(viewer, 'confirm-representations') ? [way('/viec/dai-dien', areaWords.representations)] : []),
    ...(mayDo(viewer, 'help-holders') ? [way('/quan-tri/tai-khoan', areaWords.holders)] : []),
    ...(mayDo(viewer, 'see-officers')
      ? [way('/quan-tri', areaWords.accounts), way('/quan-tri/lich', areaWords.calendar)]
      : []),
    ...(mayDo(viewer, 'manage-accounts') ? [way('/quan-tri/de-nghi-tai-khoan', areaWords.accountRequests)] : []),
    ...(mayDo(viewer, 'manage-accounts') ? [way('/quan-tri/dieu-khoan', areaWords.terms)] : []),
    ...(mayDo(viewer, 'see-settings') ? [way('/quan-tri/cai-dat', areaWords.settings)] : []),
    ...(mayDo(viewer, 'see-versions') ? [way('/quan-tri/quy-trinh', areaWords.versions)] : []),
    ...(mayDo(viewer, 'see-organisations') ? [way('/quan-tri/to-chuc', areaWords.organisations)] : []),
    ...(mayDo(viewer, 'see-assignments') ? [way('/quan-tri/phan-cong', areaWords.assignments)] : []),
    ...(holds(viewer, 'administrator') ||
    viewer.posts.some(({ role, delegation }) => !delegation && delegable.includes(role))
      ? [way('/quan-tri/giao-thay', areaWords.delegations)]
      : []),
    ...(mayDo(viewer, 'see-requests') ? [way('/quan-tri/yeu-cau', areaWords.requests)] : []),
    ...(mayDo(viewer, 'see-devices') ? [way('/quan-tri/thiet-bi', areaWords.devices)] : []),
    ...(mayDo(viewer, 'manage-accounts') ? [way('/quan-tri/truong-tai-khoan', areaWords.fields)] : []),
    ...(mayDo(viewer, 'see-principles') ? [way('/quan-tri/nguyen-tac', areaWords.principles)] : []),
    ...(mayDo(viewer, 'see-safety') ? [within('/quan-tri/an-toan', areaWords.safety)] : []),
    ...(mayDo(viewer, 'read-audit') ? [way('/quan-tri/nhat-ky', areaWords.audit)] : []),
  ]
}
