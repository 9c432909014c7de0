import { say, type Words } from '../../../words/index.ts'
import { Checkbox } from '../../ui/index.ts'
import { checkList, paperProblems, readVerdicts } from './check-list.tsx'
import { actDoor } from './door.tsx'

const words = {
  lead: {
    vi: 'Đánh dấu từng giấy tờ. Mọi giấy tờ đạt hoặc không áp dụng thì tiếp nhận; có giấy tờ không đạt thì ghi lý do và hướng dẫn người nộp hoàn thiện.',
    en: 'Mark every paper. If all are accepted or not applicable, accept the dossier; if one is not, say why and guide the applicant.',
  },
  receipt: {
    vi: 'Người nộp đề nghị cấp giấy tiếp nhận (thủ tục trả kết quả ngay không bắt buộc)',
    en: 'The filer asks for a receipt slip (not needed for what is settled at once)',
  },
  forward: { vi: 'Tiếp nhận xong chuyển ngay đến {agency}', en: 'Once accepted, forward at once to {agency}' },
} as const satisfies Record<string, Words>

/** The one-stop officer checks every paper and accepts, or goes on from the same marks to guidance; nothing is marked beforehand. */
export const accept = actDoor({
  act: 'accept',
  after: 'da-tiep-nhan',
  others: ['return-with-guidance', 'reject'],
  fields: async (acting) => {
    const { view, visit, typed, definition } = acting
    const { language } = visit
    return (
      <>
        <p>{say(words.lead, language)}</p>
        {await checkList(acting)}
        {definition.immediate && (
          <Checkbox
            language={language}
            name="receipt"
            label={say(words.receipt, language)}
            checked={typed?.fields['receipt'] === 'true'}
          />
        )}
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
    body: {
      components: readVerdicts(acting),
      forward: acting.typed?.fields['forward'] === 'true',
      ...(acting.typed?.fields['receipt'] === 'true' ? { receipt: true } : {}),
    },
  }),
  places: paperProblems,
})
