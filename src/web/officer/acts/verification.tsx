import { heldItems, legLinesOf, presentedForms } from '../../../dossiers/index.ts'
import { at as instantOf, day, isDay } from '../../../ground/day.ts'
import { refusalWords, say, type Words } from '../../../words/index.ts'
import {
  Checkbox,
  CheckboxGroup,
  DateParts,
  DateTime,
  DefinitionList,
  problemOf,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { legWords, presentedWords } from '../legs/words.ts'
import { errorOf } from './assign.tsx'
import { HeldAlready, paperProblems } from './check-list.tsx'
import { actDoor } from './door.tsx'
import { type Acting, value } from './screen.ts'

const words = {
  lead: {
    vi: 'Người nộp nhận tin nhắn và xem được bốn nội dung dưới đây trong hồ sơ.',
    en: 'The applicant gets a message and sees the four entries below in the dossier.',
  },
  day: { vi: 'Ngày xác minh', en: 'Day' },
  dayHint: { vi: 'Ghi bằng số, ví dụ: 15 3 2026', en: 'In figures, for example: 15 3 2026' },
  needDay: { vi: 'Ghi ngày xác minh có thật, từ hôm nay trở đi', en: 'Write a real day from today on' },
  hour: { vi: 'Giờ', en: 'Hour' },
  hourHint: { vi: 'Ví dụ: 08:30', en: 'For example 08:30' },
  needHour: { vi: 'Ghi giờ theo dạng 08:30', en: 'Write the hour as 08:30' },
  place: { vi: 'Địa điểm', en: 'Place' },
  needPlace: { vi: 'Ghi địa điểm xác minh', en: 'Write the place' },
  participants: { vi: 'Thành phần tham gia', en: 'Who takes part' },
  needParticipants: { vi: 'Ghi thành phần tham gia', en: 'Write who takes part' },
  papers: { vi: 'Giấy tờ yêu cầu xuất trình để đối chiếu', en: 'Papers to be presented' },
  papersHint: {
    vi: 'Để trống nếu chỉ xác minh tại chỗ. Người nộp mang bản gốc, bản chính hoặc bản sao có chứng thực.',
    en: 'Leave empty for a visit alone. The applicant brings the original, the main copy or a certified copy.',
  },
  presented: { vi: 'Xuất trình bằng bản nào: {name}', en: 'By what it was presented: {name}' },
  agrees: { vi: 'Khớp với hồ sơ', en: 'Agrees with the dossier' },
  choosePresented: { vi: 'Chọn bản đã xuất trình: {name}', en: 'Choose by what it was presented: {name}' },
  content: { vi: 'Nội dung xác minh', en: 'What is verified' },
  needContent: { vi: 'Ghi nội dung xác minh', en: 'Write what is verified' },
  matches: { vi: 'Kết quả', en: 'What was found' },
  chooseMatches: { vi: 'Chọn kết quả xác minh', en: 'Choose what was found' },
  findings: { vi: 'Ghi nhận khi xác minh', en: 'Findings' },
  needFindings: { vi: 'Ghi nội dung ghi nhận khi xác minh', en: 'Write the findings' },
  set: { vi: 'Lịch hẹn', en: 'Set for' },
} as const satisfies Record<string, Words>

const parts = (acting: Acting) => ({
  day: value(acting, 'day-day'),
  month: value(acting, 'day-month'),
  year: value(acting, 'day-year'),
})

/** When, where, with whom and what is looked at: all four, or it is not set. */
export const scheduleVerification = actDoor({
  act: 'schedule-verification',
  fields: async (acting) => {
    const { language } = acting.visit
    const { problems, at, dossier, definition } = acting
    const held = await heldItems(at, dossier)
    const text = (name: 'place' | 'participants' | 'content', maxlength: number, rows: number) => (
      <TextArea
        language={language}
        name={name}
        label={say(words[name], language)}
        value={value(acting, name)}
        rows={rows}
        maxlength={maxlength}
        {...errorOf(problemOf(problems, name))}
      />
    )
    return (
      <>
        <p>{say(words.lead, language)}</p>
        <DateParts
          language={language}
          name="day"
          label={say(words.day, language)}
          hint={say(words.dayHint, language)}
          value={parts(acting)}
          {...errorOf(problemOf(problems, 'day'))}
        />
        <TextField
          language={language}
          name="hour"
          label={say(words.hour, language)}
          hint={say(words.hourHint, language)}
          value={value(acting, 'hour')}
          maxlength={5}
          autocomplete="off"
          {...errorOf(problemOf(problems, 'hour'))}
        />
        {text('place', 500, 2)}
        {text('participants', 2000, 3)}
        {text('content', 4000, 4)}
        <CheckboxGroup
          language={language}
          name="papers"
          label={say(words.papers, language)}
          hint={say(words.papersHint, language)}
          values={listed(acting, 'papers')}
          options={definition.components.map(({ id, name }) => ({ value: id, label: name }))}
          optional
          {...errorOf(problemOf(problems, 'papers'))}
        />
        {definition.components.map(({ id, name }) => (
          <HeldAlready acting={acting} component={id} held={held} name={name} />
        ))}
      </>
    )
  },
  read: (acting) => {
    const { language } = acting.visit
    const [place, participants, content] = (['place', 'participants', 'content'] as const).map((name) =>
      value(acting, name).trim(),
    )
    const moment = momentIn(acting)
    const problems = [
      ...(moment === 'day' ? [{ field: 'day', message: say(words.needDay, language) }] : []),
      ...(moment === 'hour' ? [{ field: 'hour', message: say(words.needHour, language) }] : []),
      ...(place ? [] : [{ field: 'place', message: say(words.needPlace, language) }]),
      ...(participants ? [] : [{ field: 'participants', message: say(words.needParticipants, language) }]),
      ...(content ? [] : [{ field: 'content', message: say(words.needContent, language) }]),
    ]
    if (problems.length > 0 || typeof moment === 'string') return { problems }
    const papers = listed(acting, 'papers').map((component) => {
      const special = value(acting, `special.${component}`).trim()
      return { component, ...(special ? { special } : {}) }
    })
    const called = papers.length > 0 ? { papers } : {}
    return { body: { at: moment.toISOString(), place, participants, content, ...called } }
  },
  places: (no, acting) =>
    no.refusal === 'time-gone-by'
      ? [{ field: 'day', message: say(refusalWords[no.refusal], acting.visit.language) }]
      : no.refusal === 'already-held'
        ? paperProblems(no, acting)
        : [],
})

const listed = ({ typed }: Acting, name: string): readonly string[] => typed?.lists[name]?.filter(Boolean) ?? []

/** The papers that were called for, as the open appointment names them. */
async function calledFor({ at, dossier }: Acting) {
  const legs = await legLinesOf(at, dossier)
  return legs.find(({ kind, outcome }) => kind === 'verification' && outcome === null)?.asked?.papers ?? []
}

/** The hour that was written, or which of the two boxes cannot be read. */
function momentIn(acting: Acting): Date | 'day' | 'hour' {
  const { day: d, month, year } = parts(acting)
  const written = `${year.trim()}-${month.trim().padStart(2, '0')}-${d.trim().padStart(2, '0')}`
  if (!isDay(written)) return 'day'
  const hour = /^([01]?\d|2[0-3])[:hg]([0-5]\d)$/.exec(value(acting, 'hour').trim())
  return hour ? instantOf(day(written), Number(hour[1]) * 60 + Number(hour[2])) : 'hour'
}

/** What was found on the spot. */
export const recordVerification = actDoor({
  act: 'record-verification',
  fields: async (acting) => {
    const { at, dossier, visit, problems } = acting
    const { language } = visit
    const set = (await legLinesOf(at, dossier)).find(({ kind, outcome }) => kind === 'verification' && outcome === null)
    const rows = [
      { label: words.set, value: set?.due ? <DateTime at={set.due} language={language} /> : '–' },
      { label: words.place, value: set?.asked?.place ?? '–' },
      { label: words.participants, value: set?.asked?.participants ?? '–' },
      { label: words.content, value: set?.asked?.content ?? '–' },
    ]
    return (
      <>
        <DefinitionList rows={rows.map(({ label, value: shown }) => ({ label: say(label, language), value: shown }))} />
        {(set?.asked?.papers ?? []).map(({ component, name }) => (
          <>
            <SelectField
              language={language}
              name={`form.${component}`}
              label={say(words.presented, language, { name })}
              blank={say(legWords.choose, language)}
              value={value(acting, `form.${component}`)}
              options={presentedForms.map((one) => ({ value: one, label: say(presentedWords[one], language) }))}
              {...errorOf(problemOf(problems, `form.${component}`))}
            />
            <Checkbox
              language={language}
              name={`agrees.${component}`}
              label={say(words.agrees, language)}
              checked={value(acting, `agrees.${component}`) !== ''}
            />
          </>
        ))}
        <RadioGroup
          language={language}
          name="matches"
          label={say(words.matches, language)}
          value={value(acting, 'matches')}
          {...errorOf(problemOf(problems, 'matches'))}
          options={[
            { value: 'yes', label: say(legWords.matches, language) },
            { value: 'no', label: say(legWords.differs, language) },
          ]}
        />
        <TextArea
          language={language}
          name="findings"
          label={say(words.findings, language)}
          value={value(acting, 'findings')}
          maxlength={4000}
          {...errorOf(problemOf(problems, 'findings'))}
        />
      </>
    )
  },
  read: async (acting) => {
    const { language } = acting.visit
    const matches = value(acting, 'matches')
    const findings = value(acting, 'findings').trim()
    const called = await calledFor(acting)
    const formOf = (component: string) => presentedForms.find((one) => one === value(acting, `form.${component}`))
    const problems = [
      ...called
        .filter(({ component }) => !formOf(component))
        .map(({ component, name }) => ({
          field: `form.${component}`,
          message: say(words.choosePresented, language, { name }),
        })),
      ...(matches ? [] : [{ field: 'matches', message: say(words.chooseMatches, language) }]),
      ...(findings ? [] : [{ field: 'findings', message: say(words.needFindings, language) }]),
    ]
    if (problems.length > 0) return { problems }
    const presented = called.map(({ component }) => ({
      component,
      form: formOf(component)!,
      matches: value(acting, `agrees.${component}`) !== '',
    }))
    return { body: { matches: matches === 'yes', findings, ...(called.length > 0 ? { presented } : {}) } }
  },
})
