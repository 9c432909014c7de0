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
  needed: { vi: 'Ghi rõ chỗ cần sửa trong dự thảo', en: 'Say what is to be mended in the draft' },
} as const satisfies Record<string, Words>

/** The draft goes back to its officer with what is to be mended. */
export const sendBack = actDoor({
  act: 'send-back',
  fields: async (acting) => {
    const { visit, problems } = acting
    const { language } = visit
    return (
      <>
        {await draftPanel(acting)}
        <TextArea
          language={language}
          name="reason"
          label={say(words.reason, language)}
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
    if (!reason) return { problems: [{ field: 'reason', message: say(words.needed, acting.visit.language) }] }
    return { body: { reason } }
  },
})
