import { say, type Words } from '../../../words/index.ts'
import { problemOf, TextArea } from '../../ui/index.ts'
import { errorOf } from './assign.tsx'
import { actDoor } from './door.tsx'
import { draftPanel } from './draft.tsx'
import { value } from './screen.ts'

const words = {
  reason: { vi: 'Cần sửa gì', en: 'What is to be mended' },
  hint: {
    vi: 'Chuyên viên đọc lý do này khi mở lại hồ sơ.',
    en: 'The officer reads this on opening the dossier again.',
  },
  declineLead: {
    vi: 'Phiếu xin gia hạn được trả lại chuyên viên, ngày hẹn giữ nguyên.',
    en: 'The slip goes back to the officer, and the date stays as it was promised.',
  },
  decline: { vi: 'Không xác nhận gia hạn', en: 'Decline the extension' },
  why: { vi: 'Lý do không xác nhận', en: 'Why it is declined' },
  needWhy: { vi: 'Ghi lý do không xác nhận gia hạn', en: 'Say why the extension is declined' },
  needed: { vi: 'Ghi rõ chỗ cần sửa trong dự thảo', en: 'Say what is to be mended in the draft' },
} as const satisfies Record<string, Words>

/** The draft goes back to its officer with what is to be mended. */
export const sendBack = actDoor({
  act: 'send-back',
  called: ({ dossier }) => (isExtension(dossier) ? words.decline : undefined),
  fields: async (acting) => {
    const { visit, problems, dossier } = acting
    const { language } = visit
    return (
      <>
        {isExtension(dossier) && <p>{say(words.declineLead, language)}</p>}
        {await draftPanel(acting)}
        <TextArea
          language={language}
          name="reason"
          label={say(isExtension(dossier) ? words.why : words.reason, language)}
          hint={say(words.hint, language)}
          value={value(acting, 'reason')}
          maxlength={2000}
          {...errorOf(problemOf(problems, 'reason'))}
        />
      </>
    )
  },
  read: (acting) => {
    const reason = value(acting, 'reason').trim()
    const needed = isExtension(acting.dossier) ? words.needWhy : words.needed
    if (!reason) return { problems: [{ field: 'reason', message: say(needed, acting.visit.language) }] }
    return { body: { reason } }
  },
})

function isExtension({ state }: { state: string }): boolean {
  return state === 'extension-requested'
}
