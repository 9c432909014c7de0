import { isAct, type Act, type Dossier } from '../../../dossiers/index.ts'
import { say, type Words } from '../../../words/index.ts'
import { Notice } from '../../ui/index.ts'
import { queuesOf } from '../queue-words.ts'
import { dossierAddress } from '../rows.tsx'
import type { Opened } from './open.ts'

/** What has just been done, as the page after an act says it. */
const doneWords: Partial<Record<Act, Words>> = {
  forward: { vi: 'Đã chuyển hồ sơ đến {agency}', en: 'Forwarded to {agency}' },
  assign: { vi: 'Đã phân công cho {officer}', en: 'Assigned to {officer}' },
  'propose-result': { vi: 'Đã trình dự thảo kết quả', en: 'The result is proposed' },
  approve: { vi: 'Đã duyệt dự thảo', en: 'The draft is approved' },
  'send-back': { vi: 'Đã trả lại dự thảo để sửa', en: 'The draft is sent back' },
  'sign-result': { vi: 'Đã ký số', en: 'Signed' },
  'hand-to-counter': { vi: 'Đã chuyển kết quả về {reception}', en: 'The result went to {reception}' },
  amend: { vi: 'Đã ghi nội dung sửa', en: 'The changes are recorded' },
  supplement: { vi: 'Đã ghi nội dung bổ sung', en: 'The supplement is recorded' },
  withdraw: { vi: 'Đã rút hồ sơ theo đề nghị của người nộp', en: 'Withdrawn as the applicant asked' },
  'return-with-guidance': { vi: 'Đã gửi phiếu hướng dẫn cho người nộp', en: 'The guidance went to the applicant' },
  reject: { vi: 'Đã từ chối tiếp nhận và báo người nộp', en: 'Rejected, and the applicant is told' },
  'request-supplement': { vi: 'Đã gửi phiếu yêu cầu bổ sung', en: 'The supplement request went to the applicant' },
  apologise: { vi: 'Đã ký và gửi thư xin lỗi', en: 'The apology is signed and sent' },
  'refuse-result': { vi: 'Đã lập văn bản từ chối, chờ ký số', en: 'The refusal is drafted and waits to be signed' },
  stop: { vi: 'Đã dừng giải quyết và báo người nộp', en: 'Stopped, and the applicant is told' },
  'record-paper-check': { vi: 'Đã ghi kết quả đối chiếu: khớp', en: 'The paper check is recorded: the same' },
  'mark-not-collected': { vi: 'Đã ghi nhận chưa đến nhận', en: 'Marked as not collected' },
  archive: { vi: 'Đã lưu trữ hồ sơ', en: 'Archived' },
  'request-extension': { vi: 'Đã trình phiếu xin gia hạn', en: 'The slip went to the division leader' },
  'confirm-extension': { vi: 'Đã gia hạn, gửi thông báo và thư xin lỗi', en: 'Extended; notice and letter are sent' },
  'explain-delay': { vi: 'Đã ghi lý do trễ hạn', en: 'The reason is recorded' },
  'return-result': { vi: 'Đã trả kết quả', en: 'The result is returned' },
  'request-opinion': { vi: 'Đã gửi lấy ý kiến', en: 'The agencies are asked' },
  'schedule-verification': { vi: 'Đã hẹn xác minh và báo người nộp', en: 'Set, and the applicant is told' },
  'record-verification': { vi: 'Đã ghi kết quả xác minh', en: 'The verification is recorded' },
  'propose-transfer': { vi: 'Đã trình chuyển cơ quan tiếp theo', en: 'Proposed to pass it on' },
  'pass-on': { vi: 'Đã chuyển cơ quan tiếp theo giải quyết', en: 'Passed on to the next agency' },
}

/** Where one act ends in two ways, the other one is told by how the dossier stands now. */
function otherEnd(act: Act, { proposal, state, paperCheck }: Dossier): Words | undefined {
  if (act === 'request-supplement' && state === 'proposed') return words.supplementProposed
  if (act === 'confirm-extension' && state === 'extension-requested') return words.extensionAgreed
  if (act === 'approve' && proposal === 'supplement') return doneWords['request-supplement']
  if (act === 'propose-result' && state === 'awaiting-confirmation') return words.shown
  if (act === 'record-paper-check' && paperCheck === 'mismatch') return words.mismatch
  return undefined
}

const words = {
  supplementProposed: {
    vi: 'Đã trình phiếu yêu cầu bổ sung, chờ lãnh đạo duyệt',
    en: 'The supplement request waits for the leader',
  },
  shown: { vi: 'Đã gửi dự thảo để người nộp xác nhận', en: 'The applicant is asked to confirm the draft' },
  extensionAgreed: {
    vi: 'Đã xác nhận phiếu xin gia hạn và chuyển Trung tâm',
    en: 'The slip is confirmed and went to the centre',
  },
  mismatch: {
    vi: 'Đã ghi kết quả đối chiếu: không khớp; kết quả được giữ lại',
    en: 'The paper check is recorded: not the same; the result is held',
  },
  next: { vi: 'Hồ sơ tiếp theo trong hàng “{queue}”', en: 'Next dossier in “{queue}”' },
  back: { vi: 'Về hàng “{queue}”', en: 'Back to “{queue}”' },
} as const satisfies Record<string, Words>

/** The notice after an act, with the way on to the next dossier; `xong` names the act, `sau` the dossier that came next. */
export function doneNotice({ visit, view, dossier, officer, list }: Opened) {
  const { language, query } = visit
  const act = query['xong'] ?? ''
  const said = isAct(act) ? (otherEnd(act, dossier) ?? doneWords[act]) : undefined
  if (!said) return null
  const gaps = { agency: view.agency.name, reception: view.reception.name, officer: officer ?? '' }
  return (
    <Notice tone="success" title={say(said, language, gaps)}>
      <NextLink visit={visit} list={list} />
    </Notice>
  )
}

/** To the dossier that came after this one in the queue, or back to the queue. */
export function NextLink({ visit, list }: Pick<Opened, 'visit' | 'list'>) {
  const { language, query, viewer } = visit
  const row = queuesOf(viewer).find(({ queue }) => queue === list.queue)
  if (!row) return null
  const queue = say(row.words, language)
  const next = query['sau']
  return (
    <p>
      {next ? (
        <a href={dossierAddress(next, list)}>{say(words.next, language, { queue })}</a>
      ) : (
        <a href={`/viec/${row.queue}`}>{say(words.back, language, { queue })}</a>
      )}
    </p>
  )
}
