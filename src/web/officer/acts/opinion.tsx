import { limitText } from '../../../calendar/index.ts'
import { componentsOf, legLinesOf, timeForOpinions } from '../../../dossiers/index.ts'
import { dayOf } from '../../../ground/day.ts'
import { agenciesToAsk } from '../../../organisations/index.ts'
import { refusalWords, say, type Words } from '../../../words/index.ts'
import { CheckboxGroup, Notice, problemOf, Section, SelectField, TextArea, TextField } from '../../ui/index.ts'
import { LegTable } from '../legs/list.tsx'
import { legWords } from '../legs/words.ts'
import { errorOf } from './assign.tsx'
import { actDoor } from './door.tsx'
import { type Acting, value } from './screen.ts'

const words = {
  agencies: { vi: 'Cơ quan được hỏi', en: 'Agencies to ask' },
  choose: { vi: 'Chọn ít nhất một cơ quan', en: 'Choose at least one agency' },
  nobody: { vi: 'Chưa có cơ quan nào cử cán bộ trả lời ý kiến', en: 'No agency has named anybody to answer yet' },
  question: { vi: 'Nội dung cần ý kiến', en: 'What you ask' },
  questionHint: {
    vi: 'Nêu rõ điểm cần ý kiến; cơ quan được hỏi chỉ đọc nội dung này.',
    en: 'Say exactly what you need to know.',
  },
  needQuestion: { vi: 'Ghi nội dung cần ý kiến', en: 'Write what you ask' },
  papers: { vi: 'Giấy tờ gửi kèm', en: 'Papers they may open' },
  papersHint: { vi: 'Cơ quan được hỏi chỉ mở được giấy tờ bạn chọn.', en: 'They can open only what you choose.' },
  within: { vi: 'Trả lời trong', en: 'Answer within' },
  withinHint: { vi: 'Số ngày, hoặc số giờ làm việc', en: 'A number of days or working hours' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  'working-days': { vi: 'Ngày làm việc', en: 'Working days' },
  'working-hours': { vi: 'Giờ làm việc', en: 'Working hours' },
  'calendar-days': { vi: 'Ngày', en: 'Days' },
  number: { vi: 'Ghi một số từ 1 đến 60', en: 'Write a number from 1 to 60' },
  agreed: { vi: 'Hết thời hạn mà không trả lời thì coi như đồng ý.', en: 'Silence counts as agreement.' },
  unanswered: {
    vi: 'Hết thời hạn mà không trả lời thì ghi nhận cơ quan đó chưa trả lời; hồ sơ trở lại với bạn.',
    en: 'Silence is noted as not answered; the dossier comes back to you.',
  },
  set: { vi: 'Thủ tục quy định thời hạn lấy ý kiến: {limit}.', en: 'The procedure sets the time: {limit}.' },
} as const satisfies Record<string, Words>

const units = ['working-days', 'working-hours', 'calendar-days'] as const

/** The processing officer asks other agencies, all at once, each with its hour. */
export const requestOpinion = actDoor({
  act: 'request-opinion',
  button: { vi: 'Gửi lấy ý kiến', en: 'Send' },
  fields: async (acting) => {
    const { at, dossier, definition, visit, problems, typed } = acting
    const { language, house, now } = visit
    const [agencies, lines, asked, time] = await Promise.all([
      agenciesToAsk(house.db, dayOf(now)),
      componentsOf(at, dossier),
      legLinesOf(at, dossier),
      timeForOpinions(house.db, dossier),
    ])
    const others = agencies.filter(({ id }) => id !== dossier.agency)
    if (others.length === 0) return <Notice tone="important" title={say(words.nobody, language)} />
    const papers = lines.filter(({ attachments }) => attachments.length > 0)
    return (
      <>
        {asked.length > 0 && (
          <Section title={say(legWords.title, language)}>
            <LegTable legs={asked} caption={say(legWords.title, language)} language={language} />
          </Section>
        )}
        <CheckboxGroup
          language={language}
          name="agencies"
          label={say(words.agencies, language)}
          values={typed?.lists['agencies'] ?? []}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          {...errorOf(problemOf(problems, 'agencies'))}
        />
        <TextArea
          language={language}
          name="question"
          label={say(words.question, language)}
          hint={say(words.questionHint, language)}
          value={value(acting, 'question')}
          maxlength={4000}
          {...errorOf(problemOf(problems, 'question'))}
        />
        {papers.length > 0 && (
          <CheckboxGroup
            language={language}
            name="components"
            label={say(words.papers, language)}
            hint={say(words.papersHint, language)}
            values={typed ? (typed.lists['components'] ?? []) : papers.map(({ id }) => id)}
            options={papers.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
        )}
        {definition.opinions ? (
          <p>{say(words.set, language, { limit: limitText(time.limit)[language] })}</p>
        ) : (
          <>
            <TextField
              language={language}
              name="within"
              label={say(words.within, language)}
              hint={say(words.withinHint, language)}
              value={value(acting, 'within', String(time.limit.value))}
              inputmode="numeric"
              {...errorOf(problemOf(problems, 'within'))}
            />
            <SelectField
              language={language}
              name="unit"
              label={say(words.unit, language)}
              value={value(acting, 'unit', time.limit.unit)}
              options={units.map((unit) => ({ value: unit, label: say(words[unit], language) }))}
            />
          </>
        )}
        <p class="muted">{say(words[time.silence], language)}</p>
      </>
    )
  },
  read: (acting) => {
    const { language } = acting.visit
    const agencies = acting.typed?.lists['agencies'] ?? []
    const question = value(acting, 'question').trim()
    const limit = limitIn(acting)
    const problems = [
      ...(agencies.length > 0 ? [] : [{ field: 'agencies', message: say(words.choose, language) }]),
      ...(question ? [] : [{ field: 'question', message: say(words.needQuestion, language) }]),
      ...(limit === 'wrong' ? [{ field: 'within', message: say(words.number, language) }] : []),
    ]
    if (problems.length > 0) return { problems }
    const components = acting.typed?.lists['components'] ?? []
    return { body: { agencies, question, components, ...(limit ? { limit } : {}) } }
  },
  places: ({ refusal }, { visit: { language } }) =>
    refusal === 'already-asked' || refusal === 'no-such-agency'
      ? [{ field: 'agencies', message: say(refusalWords[refusal], language) }]
      : [],
})

/** What the officer set; nothing where the procedure says it. */
function limitIn(acting: Acting) {
  if (acting.definition.opinions) return undefined
  const amount = Number(value(acting, 'within').trim())
  const unit = units.find((one) => one === value(acting, 'unit'))
  return Number.isInteger(amount) && amount >= 1 && amount <= 60 && unit ? { value: amount, unit } : ('wrong' as const)
}
