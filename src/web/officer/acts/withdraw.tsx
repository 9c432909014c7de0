import { say, type Words } from '../../../words/index.ts'
import { Notice, problemOf, TextArea } from '../../ui/index.ts'
import { errorOf } from './assign.tsx'
import { actDoor } from './door.tsx'
import { value } from './screen.ts'

const words = {
  title: { vi: 'Rút theo đề nghị của người nộp', en: 'Withdraw as the applicant asks' },
  text: {
    vi: 'Bạn đã nhập hồ sơ này cho {applicant} nên rút được thay họ khi họ đề nghị tại quầy. Hồ sơ kết thúc và không mở lại được; thông báo dừng giải quyết (mẫu 05) được lập để giao cho người nộp.',
    en: 'You entered this dossier for {applicant}, so you can withdraw it when they ask for it at the counter. It ends and cannot be opened again; the notice (form 05) is made to be handed over.',
  },
  reason: { vi: 'Lý do người nộp nêu', en: 'The reason the applicant gives' },
  needed: { vi: 'Ghi lý do người nộp nêu', en: 'Write the reason the applicant gives' },
} as const satisfies Record<string, Words>

/** Who entered the dossier for the applicant takes it back for them. */
export const withdraw = actDoor({
  act: 'withdraw',
  grave: true,
  fields: (acting) => {
    const { view, visit, problems } = acting
    const { language } = visit
    return (
      <>
        <Notice tone="important" title={say(words.title, language)}>
          <p>{say(words.text, language, { applicant: view.applicant.name })}</p>
        </Notice>
        <TextArea
          language={language}
          name="reason"
          label={say(words.reason, language)}
          value={value(acting, 'reason')}
          rows={3}
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
