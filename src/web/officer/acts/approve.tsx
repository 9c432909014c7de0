import { mayApprove } from '../../../dossiers/index.ts'
import { refusalWords, say, type Words } from '../../../words/index.ts'
import { Notice } from '../../ui/index.ts'
import { dossierAddress } from '../rows.tsx'
import { actDoor } from './door.tsx'
import { draftPanel } from './draft.tsx'
import { value } from './screen.ts'

const words = {
  lead: {
    vi: 'Mở dự thảo và đọc trước khi duyệt. Bạn duyệt đúng bản có dấu vân tay dưới đây.',
    en: 'Open and read the draft first. You approve exactly the one with the fingerprint below.',
  },
  slip: { vi: 'Duyệt và gửi phiếu yêu cầu bổ sung', en: 'Approve and send the supplement request' },
  slipLead: {
    vi: 'Đây là phiếu yêu cầu bổ sung, chưa phải kết quả. Bạn duyệt thì phiếu được gửi ngay đến người nộp qua Bộ phận Một cửa và thời hạn tạm dừng.',
    en: 'This is a request for a supplement, not a result. Once you approve it goes to the applicant through the counter, and the clock pauses.',
  },
  back: { vi: 'Nội dung chưa đúng? Trả lại để sửa', en: 'Something wrong? Send it back' },
} as const satisfies Record<string, Words>

/** A leader approves the draft that is shown here: of a result, or of a request that then goes to the applicant. */
export const approve = actDoor({
  act: 'approve',
  called: ({ dossier }) => (dossier.proposal === 'supplement' ? words.slip : undefined),
  fields: async (acting) => {
    const { dossier, list, visit } = acting
    const { language, viewer } = visit
    const own = mayApprove(viewer.id, dossier.proposedBy)
    return (
      <>
        {!own.ok && <Notice tone="important" title={say(refusalWords[own.refusal], language)} />}
        <p>{say(dossier.proposal === 'supplement' ? words.slipLead : words.lead, language)}</p>
        {await draftPanel(acting)}
        <p>
          <a href={dossierAddress(dossier.id, list, 'send-back')}>{say(words.back, language)}</a>
        </p>
      </>
    )
  },
  read: (acting) => ({ body: { draft: value(acting, 'draft') } }),
})
