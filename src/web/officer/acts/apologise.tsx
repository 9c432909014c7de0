import { draftedReason, isLate } from '../../../dossiers/index.ts'
import { type Refusal, refusalText, say, type Words } from '../../../words/index.ts'
import { DateParts, problemOf, RadioGroup, TextArea } from '../../ui/index.ts'
import { errorOf } from './assign.tsx'
import { delayFields, readDelay } from './delay-fields.tsx'
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
  newDay: { vi: 'Hẹn lại ngày', en: 'New day' },
  newDayHint: {
    vi: 'Chỉ hẹn lại một lần. Hết giờ làm việc của ngày này là thời hạn mới. Để trống nếu không hẹn lại.',
    en: 'Only once. The end of office hours that day is the new date. Leave it empty for none.',
  },
  wrongDay: {
    vi: 'Ghi đủ ngày, tháng, năm có thật, hoặc để trống cả ba ô',
    en: 'Give a real day, month and year, or leave all three empty',
  },
} as const satisfies Record<string, Words>

type About = 'second-guidance' | 'second-supplement' | 'late'
const dayRefusals: readonly Refusal[] = ['appointment-not-later', 'already-reappointed', 'clock-wrong-state']

/** A letter of apology, signed by the person who answers for it; for a late result with whose fault it was, and a new day where there is one. */
export const apologise = actDoor({
  act: 'apologise',
  button: { vi: 'Ký và gửi thư xin lỗi', en: 'Sign and send the apology' },
  fields: async (acting) => {
    const { visit, problems, dossier } = acting
    const { language, house } = visit
    const abouts = aboutsOf(acting)
    const drafted = abouts.includes('late') && (await draftedReason(house.db, house.vault, dossier.id, dossier.due))
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
        {explains(acting) && delayFields(acting)}
        <TextArea
          language={language}
          name="reason"
          label={say(words.reason, language)}
          hint={say(words.hint, language)}
          value={value(acting, 'reason', drafted || '')}
          maxlength={2000}
          {...errorOf(problemOf(problems, 'reason'))}
        />
        {mayAppoint(acting) && (
          <DateParts
            language={language}
            name="newDay"
            label={say(words.newDay, language)}
            hint={say(words.newDayHint, language)}
            value={typedDay(acting)}
            optional
            {...errorOf(problemOf(problems, 'newDay'))}
          />
        )}
        <Pin language={language} error={problemOf(problems, 'pin')} />
      </>
    )
  },
  read: (acting) => {
    const { language } = acting.visit
    const about = aboutsOf(acting).find((one) => one === value(acting, 'about'))
    const [reason, pin] = [value(acting, 'reason').trim(), value(acting, 'pin').trim()]
    const delay = explains(acting) ? readDelay(acting) : { body: {}, problems: [] }
    const day = mayAppoint(acting) ? readDay(acting) : undefined
    const problems = [
      ...(about ? [] : [{ field: 'about', message: say(words.choose, language) }]),
      ...delay.problems,
      ...(reason ? [] : [{ field: 'reason', message: say(words.needReason, language) }]),
      ...(day === null ? [{ field: 'newDay', message: say(words.wrongDay, language) }] : []),
    ]
    if (problems.length > 0) return { problems }
    return { body: { about, reason, ...delay.body, ...(day ? { newDay: day } : {}), ...(pin ? { pin } : {}) } }
  },
  places: (no, { visit: { language } }) => {
    if (pinRefusals.includes(no.refusal)) return [{ field: 'pin', message: refusalText(no, language) }]
    return dayRefusals.includes(no.refusal) ? [{ field: 'newDay', message: refusalText(no, language) }] : []
  },
})

/** The director of the counter answers for asking twice, the agency's leader for being late. */
function aboutsOf({ step, dossier }: Acting): About[] {
  if (step.who !== 'centre-director') return ['late']
  return dossier.state === 'submitted' ? ['second-guidance'] : ['second-supplement']
}

/** Whose fault a delay was is said once it is one. */
function explains({ step, dossier, visit: { now } }: Acting): boolean {
  return step.who === 'agency-leader' && isLate(dossier.due, { issuedAt: dossier.issuedAt, now })
}

/** A new day is for what is not settled yet. */
function mayAppoint({ step, dossier }: Acting): boolean {
  return step.who === 'agency-leader' && dossier.issuedAt === null
}

function typedDay(acting: Acting) {
  const part = (name: 'day' | 'month' | 'year') => value(acting, `newDay-${name}`).trim()
  return { day: part('day'), month: part('month'), year: part('year') }
}

/** The day as typed; nothing when all is empty, null when it is no day. */
function readDay(acting: Acting): string | null | undefined {
  const { day, month, year } = typedDay(acting)
  if (!day && !month && !year) return undefined
  const text = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const read = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text) ? text : null
}
