import { say, type Words } from '../../../words/index.ts'
import { Notice, problemOf, RadioGroup, TextArea } from '../../ui/index.ts'
import { errorOf } from './assign.tsx'
import { checkList, markProblems, paperProblems, readVerdicts } from './check-list.tsx'
import { actDoor } from './door.tsx'
import { value } from './screen.ts'

const words = {
  lead: {
    vi: 'Yêu cầu đủ mọi điểm trong một lần. Đánh dấu không đạt và ghi lý do cho từng giấy tờ cần bổ sung; các dấu khác lấy từ lần kiểm tra khi tiếp nhận. Thời hạn giải quyết tạm dừng cho đến khi người nộp bổ sung.',
    en: 'Ask for everything at once. Mark each paper to be supplemented as not accepted, with the reason; the other marks are those of intake. The clock pauses until the applicant answers.',
  },
  leader: {
    vi: 'Phiếu yêu cầu được trình lãnh đạo duyệt rồi mới gửi người nộp.',
    en: 'The request goes to the leader first and reaches the applicant once approved.',
  },
  guidance: { vi: 'Nội dung yêu cầu', en: 'What is asked' },
  hint: {
    vi: 'In trên phiếu yêu cầu bổ sung (mẫu 02), viết cho người nộp đọc.',
    en: 'Printed on the request (form 02), written for the applicant.',
  },
  needed: {
    vi: 'Ghi nội dung yêu cầu để người nộp biết cần làm gì',
    en: 'Write what is asked, so that the applicant knows what to do',
  },
  before: {
    vi: 'Hồ sơ này đã được yêu cầu bổ sung {count} lần',
    en: 'A supplement was already requested {count} times',
  },
  beforeText: {
    vi: 'Chỉ được yêu cầu một lần. Lần nữa cần có lý do theo quy định và thư xin lỗi đã ký.',
    en: 'Only one request is allowed. Another needs a lawful cause and a signed letter of apology.',
  },
  chooseCause: {
    vi: 'Chọn lý do yêu cầu lần nữa; không có lý do này thì giải quyết theo giấy tờ đang có',
    en: 'Choose why it is asked again; without such a cause settle with what is there',
  },
  cause: { vi: 'Lý do yêu cầu lần nữa', en: 'Why it is asked again' },
  'first-guidance-not-specific': {
    vi: 'Lần yêu cầu trước chưa nêu cụ thể, chính xác',
    en: 'The earlier request was not specific or exact',
  },
} as const satisfies Record<string, Words>

const causes = ['first-guidance-not-specific'] as const

/** The processing officer asks, once, for everything that is missing. */
export const requestSupplement = actDoor({
  act: 'request-supplement',
  button: { vi: 'Lập phiếu yêu cầu bổ sung', en: 'Make the request' },
  fields: async (acting) => {
    const { dossier, step, visit, problems } = acting
    const { language } = visit
    const count = dossier.supplements
    return (
      <>
        {count > 0 && (
          <Notice tone="important" title={say(words.before, language, { count })}>
            <p>{say(words.beforeText, language)}</p>
          </Notice>
        )}
        <p>{say(words.lead, language)}</p>
        {step.to === 'proposed' && <p>{say(words.leader, language)}</p>}
        {await checkList(acting, { known: true, asking: true })}
        <TextArea
          language={language}
          name="guidance"
          label={say(words.guidance, language)}
          hint={say(words.hint, language)}
          value={value(acting, 'guidance')}
          maxlength={4000}
          {...errorOf(problemOf(problems, 'guidance'))}
        />
        {count > 0 && (
          <RadioGroup
            language={language}
            name="cause"
            label={say(words.cause, language)}
            value={value(acting, 'cause')}
            {...errorOf(problemOf(problems, 'cause'))}
            options={causes.map((cause) => ({ value: cause, label: say(words[cause], language) }))}
          />
        )}
      </>
    )
  },
  read: (acting) => {
    const guidance = value(acting, 'guidance').trim()
    const cause = value(acting, 'cause')
    const { language } = acting.visit
    const problems = [
      ...markProblems(acting),
      ...(guidance ? [] : [{ field: 'guidance', message: say(words.needed, language) }]),
      ...(cause || acting.dossier.supplements === 0
        ? []
        : [{ field: 'cause', message: say(words.chooseCause, language) }]),
    ]
    if (problems.length > 0) return { problems }
    return { body: { components: readVerdicts(acting), guidance, ...(cause ? { cause } : {}) } }
  },
  places: paperProblems,
})
