import { mayDo } from '../../organisations/law/index.ts'
import {
  putInForce,
  recordTrial,
  trialBody,
  type TrialLine,
  trialResults,
  type WaitingVersion,
  waitingVersions,
} from '../../procedures/index.ts'
import { type Language, type Refusal, refusalWords, say, type Words } from '../../words/index.ts'
import { areaWords, missing, officerDoor, officerPage } from '../officer/desk.ts'
import { freshOnce, onceOf } from '../public/show.tsx'
import {
  Button,
  DataTable,
  DateParts,
  DayText,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  type Problem,
  problemOf,
  RadioGroup,
  Section,
  SelectField,
  Tag,
  TextArea,
} from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { typedDay } from './typed-day.ts'

const here = '/quan-tri/quy-trinh'

const words = {
  lead: {
    vi: 'Bản mới của thủ tục và quy trình được thử nghiệm cùng các cơ quan và đơn vị cung cấp hệ thống trước khi đưa vào áp dụng. Hồ sơ đang giải quyết vẫn theo bản cũ.',
    en: 'A new version of a procedure and its process is tested with the agencies and the supplier before it is put in force. Dossiers under way keep their version.',
  },
  recorded: { vi: 'Đã ghi kết quả thử nghiệm', en: 'The test is recorded' },
  released: { vi: 'Đã đưa vào áp dụng', en: 'Put in force' },
  list: { vi: 'Các bản đang chờ', en: 'Versions that wait' },
  add: { vi: 'Ghi kết quả thử nghiệm', en: 'Record a test' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  version: { vi: 'Bản', en: 'Version' },
  from: { vi: 'Áp dụng từ', en: 'In force from' },
  trials: { vi: 'Thử nghiệm', en: 'Tests' },
  untested: { vi: 'Chưa thử nghiệm', en: 'Not tested' },
  passed: { vi: 'Đạt', en: 'Passed' },
  failed: { vi: 'Không đạt', en: 'Failed' },
  release: { vi: 'Đưa vào áp dụng', en: 'Put in force' },
  choose: { vi: 'Chọn bản đã thử nghiệm', en: 'Choose the version' },
  testedBy: { vi: 'Cơ quan, người thử nghiệm', en: 'Who tested it' },
  testedOn: { vi: 'Ngày thử nghiệm', en: 'Day of the test' },
  result: { vi: 'Kết quả', en: 'Result' },
  note: { vi: 'Đã thử những gì, còn vướng gì', en: 'What was tried, what is left' },
  save: { vi: 'Ghi kết quả', en: 'Record it' },
  needed: { vi: 'Ghi nội dung này.', en: 'Fill this in.' },
  badDay: { vi: 'Ghi ngày, tháng, năm.', en: 'Give day, month and year.' },
  none: { vi: 'Không có bản nào đang chờ', en: 'Nothing waits' },
  noneText: {
    vi: 'Bản mới hiện ở đây sau khi được nạp vào danh mục.',
    en: 'A new version appears here once it is loaded into the catalogue.',
  },
} as const satisfies Record<string, Words>

const names = { version: 'ban', testedBy: 'nguoi', testedOn: 'ngay', result: 'ket-qua', note: 'ghi-chu' } as const

/** Versions of procedures that wait: their tests are written down here, and a tested one is put in force. */
export const versionsPage = officerDoor(here, {
  may: 'see-versions',
  get: (visit) => page(visit),
  post: async (visit) => {
    const { house, viewer, form } = visit
    const release = form.fields['ap-dung']
    if (release) {
      const made = await house.atDesk(viewer, (desk) => putInForce(desk, release))
      return made.ok ? { redirect: `${here}?xong=ap-dung` } : refusedPage(visit, made.refusal)
    }
    const read = readForm(visit)
    if (!read.body) return page(visit, read.problems)
    const kept = ({ id }: { id: string }) => ({ status: 201, resource: id })
    const made = await house.atDeskOnce(viewer, onceOf(visit), (desk) => recordTrial(desk, read.body), kept)
    if (made.ok) return { redirect: `${here}?xong=thu` }
    if (made.refusal !== 'trial-ahead') return refusedPage(visit, made.refusal)
    return page(visit, [{ field: names.testedOn, message: say(refusalWords[made.refusal], visit.language) }])
  },
})

const refusedPage = (visit: SignedVisit, refusal: Refusal) =>
  refusal === 'not-permitted' || refusal === 'not-found' ? missing(visit) : page(visit, [], refusal)

function readForm({ form: { fields }, language }: SignedVisit) {
  const text = (name: string) => fields[name]?.trim().normalize('NFC') ?? ''
  const body = trialBody.safeParse({
    version: text(names.version),
    testedBy: text(names.testedBy),
    testedOn: typedDay(fields, names.testedOn) ?? '',
    result: text(names.result),
    note: text(names.note),
  })
  if (body.success) return { body: body.data, problems: [] }
  const wrong = [...new Set(body.error.issues.map(({ path }) => String(path[0]) as keyof typeof names))]
  const problems = wrong.map((name) => ({
    field: names[name],
    message: say(name === 'testedOn' ? words.badDay : words.needed, language),
  }))
  return { problems }
}

async function page(visit: SignedVisit, problems: readonly Problem[] = [], refusal?: Refusal): Promise<Answer> {
  const { house, language, query, viewer } = visit
  const versions = await waitingVersions(house.db)
  const mayAct = mayDo(viewer, 'put-in-force')
  const title = say(areaWords.versions, language)
  const done = { thu: words.recorded, 'ap-dung': words.released }[query['xong'] ?? '']
  return officerPage(
    visit,
    { title, wrong: problems.length > 0 || refusal !== undefined },
    <>
      <ErrorSummary problems={problems} language={language} />
      {refusal && <Notice tone="important" title={say(refusalWords[refusal], language)} />}
      {done && <Notice tone="success" title={say(done, language)} />}
      <Heading lead={say(words.lead, language)}>{title}</Heading>
      <Section title={say(words.list, language)}>
        <Waiting visit={visit} versions={versions} mayAct={mayAct} />
      </Section>
      {mayAct && versions.length > 0 && (
        <Section title={say(words.add, language)}>
          <TrialForm visit={visit} versions={versions} problems={problems} />
        </Section>
      )}
    </>,
    refusal ? 409 : problems.length > 0 ? 422 : 200,
  )
}

type WaitingProps = { visit: SignedVisit; versions: readonly WaitingVersion[]; mayAct: boolean }

function Waiting({ visit: { language, csrf }, versions, mayAct }: WaitingProps) {
  return (
    <DataTable
      language={language}
      caption={say(words.list, language)}
      quietCaption
      rows={versions}
      columns={[
        {
          label: say(words.procedure, language),
          names: true,
          cell: ({ name, code }) => (
            <>
              {name}
              <p class="small">{code}</p>
            </>
          ),
        },
        {
          label: say(words.version, language),
          cell: ({ number, decision }) => (
            <>
              {number}
              <p class="small">{decision}</p>
            </>
          ),
        },
        {
          label: say(words.from, language),
          whole: true,
          cell: ({ validFrom }) => <DayText day={validFrom} language={language} weekday={false} />,
        },
        { label: say(words.trials, language), cell: ({ trials }) => <Trials trials={trials} language={language} /> },
        ...(mayAct
          ? [
              {
                label: say(words.release, language),
                cell: ({ id }: WaitingVersion) => (
                  <Form action={here} csrf={csrf} hidden={{ 'ap-dung': id }}>
                    <Button kind="quiet">{say(words.release, language)}</Button>
                  </Form>
                ),
              },
            ]
          : []),
      ]}
      empty={
        <EmptyState title={say(words.none, language)}>
          <p>{say(words.noneText, language)}</p>
        </EmptyState>
      }
    />
  )
}

function Trials({ trials, language }: { trials: readonly TrialLine[]; language: Language }) {
  if (trials.length === 0) return <Tag tone="plain">{say(words.untested, language)}</Tag>
  return (
    <>
      {trials.map(({ result, testedBy, testedOn, note, recordedBy }) => (
        <>
          <Tag tone={result === 'passed' ? 'done' : 'wrong'}>{say(words[result], language)}</Tag>
          <p class="small">
            {testedBy}, <DayText day={testedOn} language={language} weekday={false} />. {note} ({recordedBy})
          </p>
        </>
      ))}
    </>
  )
}

type TrialFormProps = { visit: SignedVisit; versions: readonly WaitingVersion[]; problems: readonly Problem[] }

function TrialForm({ visit, versions, problems }: TrialFormProps) {
  const { language, csrf } = visit
  const { fields } = visit.form
  const field = (name: keyof typeof names) => ({
    language,
    name: names[name],
    label: say(words[name], language),
    value: fields[names[name]],
    error: problemOf(problems, names[name]),
  })
  const part = (name: string) => fields[`${names.testedOn}-${name}`]
  return (
    <Form action={here} csrf={csrf} hidden={freshOnce()}>
      <SelectField
        {...field('version')}
        blank={say(words.choose, language)}
        options={versions.map(({ id, name, number }) => ({ value: id, label: `${name}, ${number}` }))}
      />
      <TextArea {...field('testedBy')} rows={2} maxlength={500} />
      <DateParts {...field('testedOn')} value={{ day: part('day'), month: part('month'), year: part('year') }} />
      <RadioGroup
        {...field('result')}
        options={trialResults.map((one) => ({ value: one, label: say(words[one], language) }))}
      />
      <TextArea {...field('note')} rows={3} maxlength={2000} />
      <Button>{say(words.save, language)}</Button>
    </Form>
  )
}
