import { say, type Words } from '../../../words/index.ts'
import { Checkbox } from '../../ui/index.ts'
import { checkList, paperProblems, readVerdicts } from './check-list.tsx'
import { actDoor } from './door.tsx'

const words = {
  lead: {
    vi: 'Đánh dấu từng giấy tờ. Mọi giấy tờ đạt hoặc không áp dụng thì tiếp nhận; có giấy tờ không đạt thì ghi lý do và hướng dẫn người nộp hoàn thiện.',
    en: 'Mark every paper. If all are accepted or not applicable, accept the dossier; if one is not, say why and guide the applicant.',
  },
  forward: { vi: 'Tiếp nhận xong chuyển ngay đến {agency}', en: 'Once accepted, forward at once to {agency}' },
} as const satisfies Record<string, Words>

/** The one-stop officer checks every paper and accepts, or goes on from the same marks to guidance; nothing is marked beforehand. */
export const accept = actDoor({
  act: 'accept',
  after: 'da-tiep-nhan',
  others: ['return-with-guidance', 'reject'],
  fields: async (acting) => {
    const { view, visit, typed } = acting
    const { language } = visit
    return (
      <>
        <p>{say(words.lead, language)}</p>
        {await checkList(acting)}
        <Checkbox
          language={language}
          name="forward"
          label={say(words.forward, language, { agency: view.agency.name })}
          checked={typed ? typed.fields['forward'] === 'true' : true}
        />
      </>
    )
  },
  read: (acting) => ({
    body: { components: readVerdicts(acting), forward: acting.typed?.fields['forward'] === 'true' },
  }),
  places: paperProblems,
})
