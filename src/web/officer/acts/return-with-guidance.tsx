import { say, type Words } from '../../../words/index.ts'
import { Notice, problemOf, TextArea } from '../../ui/index.ts'
import { errorOf } from './assign.tsx'
import { checkList, markProblems, paperProblems, readVerdicts } from './check-list.tsx'
import { actDoor } from './door.tsx'
import { value } from './screen.ts'

const words = {
  lead: {
    vi: 'Ghi đủ mọi điểm cần hoàn thiện trong một lần. Người nộp đọc lý do bên từng giấy tờ và lời hướng dẫn dưới đây, và bổ sung ngay trên hồ sơ này.',
    en: 'Name everything to be mended at once. The applicant reads the reasons beside each paper and the guidance below, and supplements this very dossier.',
  },
  guidance: { vi: 'Lời hướng dẫn', en: 'Guidance' },
  hint: {
    vi: 'In trên phiếu hướng dẫn: cần làm gì, nộp lại thế nào, hỏi ai.',
    en: 'Printed on the slip: what to do, how to send it, whom to ask.',
  },
  needed: {
    vi: 'Ghi lời hướng dẫn để người nộp biết cần làm gì',
    en: 'Write the guidance, so that the applicant knows what to do',
  },
  before: { vi: 'Hồ sơ này đã được hướng dẫn {count} lần', en: 'This dossier was already returned {count} times' },
  beforeText: {
    vi: 'Người nộp chỉ phải bổ sung một lần. Hãy chỉ hướng dẫn lại khi không thể khác; lần này có thể cần thư xin lỗi do giám đốc trung tâm ký trước.',
    en: 'An applicant should be asked once only. Ask again only when there is no other way; a letter of apology signed by the director may be needed first.',
  },
} as const satisfies Record<string, Words>

/** The one-stop officer sends the dossier back with everything that is to be mended; the marks are those of accepting. */
export const returnWithGuidance = actDoor({
  act: 'return-with-guidance',
  button: { vi: 'Gửi phiếu hướng dẫn', en: 'Send the guidance' },
  others: ['accept'],
  fields: async (acting) => {
    const { dossier, visit, problems } = acting
    const { language } = visit
    const count = dossier.guidances
    return (
      <>
        {count > 0 && (
          <Notice tone="important" title={say(words.before, language, { count })}>
            <p>{say(words.beforeText, language)}</p>
          </Notice>
        )}
        <p>{say(words.lead, language)}</p>
        {await checkList(acting, { asking: true })}
        <TextArea
          language={language}
          name="guidance"
          label={say(words.guidance, language)}
          hint={say(words.hint, language)}
          value={value(acting, 'guidance')}
          maxlength={4000}
          {...errorOf(problemOf(problems, 'guidance'))}
        />
      </>
    )
  },
  read: (acting) => {
    const guidance = value(acting, 'guidance').trim()
    const problems = [
      ...markProblems(acting),
      ...(guidance ? [] : [{ field: 'guidance', message: say(words.needed, acting.visit.language) }]),
    ]
    if (problems.length > 0) return { problems }
    return { body: { components: readVerdicts(acting), guidance } }
  },
  places: paperProblems,
})
