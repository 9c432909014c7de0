import { refusalText, say, type Words } from '../../../words/index.ts'
import { problemOf, RadioGroup, TextArea } from '../../ui/index.ts'
import { errorOf } from './assign.tsx'
import { actDoor } from './door.tsx'
import { Pin, pinRefusals } from './pin.tsx'
import { type Acting, value } from './screen.ts'

const words = {
  lead: {
    vi: 'Thư xin lỗi (mẫu 04) do chính bạn ký số và gửi đến người nộp. Hồ sơ vẫn ở bước hiện tại.',
    en: 'The letter of apology (form 04) is signed by you in person and sent to the applicant. The dossier stays where it is.',
  },
  about: { vi: 'Xin lỗi về việc', en: 'Apology for' },
  'second-guidance': { vi: 'Phải hướng dẫn hoàn thiện hồ sơ lần nữa', en: 'Having to return the dossier again' },
  'second-supplement': { vi: 'Phải yêu cầu bổ sung lần nữa', en: 'Having to request a supplement again' },
  late: { vi: 'Trả kết quả chậm so với giấy hẹn', en: 'The result being late' },
  choose: { vi: 'Chọn việc cần xin lỗi', en: 'Choose what the apology is for' },
  reason: { vi: 'Lý do', en: 'Reason' },
  hint: {
    vi: 'In trong thư: vì sao có việc này, cơ quan khắc phục thế nào.',
    en: 'Printed in the letter: why it happened and what is done about it.',
  },
  needReason: { vi: 'Ghi lý do sẽ in trong thư xin lỗi', en: 'Give the reason that the letter will state' },
} as const satisfies Record<string, Words>

type About = 'second-guidance' | 'second-supplement' | 'late'

/** A letter of apology, signed by the person who answers for it. */
export const apologise = actDoor({
  act: 'apologise',
  button: { vi: 'Ký và gửi thư xin lỗi', en: 'Sign and send the apology' },
  fields: (acting) => {
    const { visit, problems } = acting
    const { language } = visit
    const abouts = aboutsOf(acting)
    return (
      <>
        <p>{say(words.lead, language)}</p>
        <RadioGroup
          language={language}
          name="about"
          label={say(words.about, language)}
          value={value(acting, 'about', abouts.length === 1 ? abouts[0] : '')}
          {...errorOf(problemOf(problems, 'about'))}
          options={abouts.map((about) => ({ value: about, label: say(words[about], language) }))}
        />
        <TextArea
          language={language}
          name="reason"
          label={say(words.reason, language)}
          hint={say(words.hint, language)}
          value={value(acting, 'reason')}
          maxlength={2000}
          {...errorOf(problemOf(problems, 'reason'))}
        />
        <Pin language={language} error={problemOf(problems, 'pin')} />
      </>
    )
  },
  read: (acting) => {
    const { language } = acting.visit
    const about = aboutsOf(acting).find((one) => one === value(acting, 'about'))
    const [reason, pin] = [value(acting, 'reason').trim(), value(acting, 'pin').trim()]
    const problems = [
      ...(about ? [] : [{ field: 'about', message: say(words.choose, language) }]),
      ...(reason ? [] : [{ field: 'reason', message: say(words.needReason, language) }]),
    ]
    return problems.length > 0 ? { problems } : { body: { about, reason, ...(pin ? { pin } : {}) } }
  },
  places: (no, { visit: { language } }) =>
    pinRefusals.includes(no.refusal) ? [{ field: 'pin', message: refusalText(no, language) }] : [],
})

/** The director of the counter answers for asking twice, the agency's leader for being late. */
function aboutsOf({ step, dossier }: Acting): About[] {
  if (step.who !== 'centre-director') return ['late']
  return dossier.state === 'submitted' ? ['second-guidance'] : ['second-supplement']
}
