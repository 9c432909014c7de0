import { write } from '../../audit/index.ts'
import { fileHeaders } from '../../api/index.ts'
import { fileById, inspect, markAttached, maxFileBytes, openFile, upload } from '../../documents/index.ts'
import { dayOf } from '../../ground/day.ts'
import { isId } from '../../ground/uuid.ts'
import { assignDuty, assignDutyBody, assignmentsFor, type AssignmentLine, endDuty } from '../../organisations/index.ts'
import { assignedDuties, mayDo } from '../../organisations/law/index.ts'
import { type Language, type Refusal, refusalWords, say, type Words } from '../../words/index.ts'
import { areaWords, missing, officerDoor, officerPage } from '../officer/desk.ts'
import {
  Button,
  DataTable,
  DateParts,
  DayText,
  EmptyState,
  ErrorSummary,
  FileField,
  Form,
  Heading,
  Notice,
  type Problem,
  problemOf,
  Section,
  SelectField,
  Tag,
  TextField,
} from '../ui/index.ts'
import { type Answer, sentBy, type SignedVisit } from '../visit.ts'
import { typedDay } from './typed-day.ts'

const here = '/quan-tri/phan-cong'

const words = {
  lead: {
    vi: 'Phân công bằng văn bản: số hóa, xác thực, giữ thiết bị khóa, hỗ trợ người dùng. Danh sách công khai theo đúng các phân công đang có hiệu lực.',
    en: 'Written assignments: digitising, authenticating, keeping key devices, helping users. The public list follows those in force.',
  },
  public: { vi: 'Xem danh sách công khai', en: 'The public list' },
  saved: { vi: 'Đã ghi phân công', en: 'The assignment is kept' },
  ended: { vi: 'Đã kết thúc phân công', en: 'The assignment has ended' },
  add: { vi: 'Phân công mới', en: 'A new assignment' },
  list: { vi: 'Các phân công', en: 'Assignments' },
  to: { vi: 'Tên đăng nhập của cán bộ', en: 'User name of the officer' },
  duty: { vi: 'Việc được phân công', en: 'Assigned to' },
  choose: { vi: 'Chọn việc', en: 'Choose' },
  decision: { vi: 'Văn bản phân công (số, ngày)', en: 'By which paper (number, day)' },
  from: { vi: 'Từ ngày', en: 'From' },
  until: { vi: 'Đến hết ngày', en: 'Until' },
  file: { vi: 'Tệp văn bản phân công', en: 'The written assignment' },
  save: { vi: 'Phân công', en: 'Assign' },
  who: { vi: 'Cán bộ, đơn vị', en: 'Officer, unit' },
  period: { vi: 'Thời hạn', en: 'Period' },
  paper: { vi: 'Văn bản', en: 'Paper' },
  state: { vi: 'Hiệu lực', en: 'State' },
  inForce: { vi: 'Đang có hiệu lực', en: 'In force' },
  over: { vi: 'Đã hết', en: 'Over' },
  end: { vi: 'Kết thúc', en: 'End it' },
  none: { vi: 'Chưa có phân công nào', en: 'Nobody is assigned yet' },
  noneNext: {
    vi: 'Phân công có văn bản sẽ hiện ở đây và trong danh sách công khai.',
    en: 'Assignments made by a document appear here and in the public list.',
  },
  badDay: { vi: 'Ghi ngày, tháng, năm.', en: 'Give day, month and year.' },
  needed: { vi: 'Ghi nội dung này.', en: 'Fill this in.' },
  fileNeeded: { vi: 'Đính kèm văn bản phân công.', en: 'Attach the written assignment.' },
} as const satisfies Record<string, Words>

/** Written assignments with the paper attached; whoever administers or leads writes them. */
export const assignmentsPage = officerDoor(here, {
  may: 'see-assignments',
  uploads: true,
  get: (visit) => page(visit),
  post: async (visit) => {
    const { house, viewer, form } = visit
    const ends = form.fields['ket-thuc']
    if (ends) {
      if (!isId(ends)) return missing(visit)
      const ended = await house.atDesk(viewer, (desk) => endDuty(desk, ends))
      return ended.ok ? { redirect: `${here}?xong=het` } : page(visit, [], ended.refusal)
    }
    return assign(visit)
  },
})

/** The written assignment itself, for those who may see the list of them. */
export const assignmentPaper = officerDoor(`${here}/:id`, {
  may: 'see-assignments',
  get: async (visit) => {
    const { house, viewer, params, now } = visit
    const lines = await assignmentsFor(house.db, viewer, dayOf(now))
    const line = lines.find(({ id }) => id === params['id'])
    const file = line && (await fileById(house.db, house.vault, line.file))
    if (!file) return missing(visit)
    const opened = { act: 'open', actor: viewer.id, subject: file.id, details: { what: 'assignment' }, occurredAt: now }
    await write(house.db, { stream: `account:${viewer.id}`, ...opened })
    return { headers: fileHeaders(file), body: await openFile(house.db, house.vault, file.id) }
  },
})

async function assign(visit: SignedVisit): Promise<Answer> {
  const { house, viewer, form, language, now } = visit
  const text = (name: string) => form.fields[name]?.trim().normalize('NFC') ?? ''
  const [from, until] = [typedDay(form.fields, 'tu'), typedDay(form.fields, 'den')]
  const problems: Problem[] = []
  const wrong = (field: string, message: Words) => void problems.push({ field, message: say(message, language) })
  const sent = form.files.find(({ field }) => field === 'tep')
  if (!text('nguoi')) wrong('nguoi', words.needed)
  if (!Object.hasOwn(assignedDuties, text('viec'))) wrong('viec', words.needed)
  if (text('van-ban').length < 3) wrong('van-ban', words.needed)
  if (!from) wrong('tu', words.badDay)
  if (until === undefined) wrong('den', words.badDay)
  if (!sent) wrong('tep', words.fileNeeded)
  if (problems.length > 0 || !sent) return page(visit, problems)
  const seen = await inspect({ name: sent.name, bytes: sent.bytes }, sentBy(visit))
  if (!seen.ok) return page(visit, [{ field: 'tep', message: say(refusalWords[seen.refusal], language) }])
  const made = await house.atDesk(viewer, async (desk) => {
    const kept = await upload(desk, seen.value)
    if (!kept.ok) return kept
    await markAttached(desk.sql, [kept.value.id], now)
    const body = {
      to: text('nguoi'),
      duty: text('viec'),
      decision: text('van-ban'),
      from,
      until: until ?? null,
      file: kept.value.id,
    }
    return assignDuty(desk, assignDutyBody.parse(body))
  })
  if (made.ok) return { redirect: `${here}?xong=giao` }
  const field = made.refusal === 'assignment-period-wrong' ? 'den' : 'nguoi'
  return page(visit, [{ field, message: say(refusalWords[made.refusal], language) }])
}

async function page(visit: SignedVisit, problems: readonly Problem[] = [], refusal?: Refusal): Promise<Answer> {
  const { house, language, now, query, viewer } = visit
  const lines = await assignmentsFor(house.db, viewer, dayOf(now))
  const title = say(areaWords.assignments, language)
  const done = query['xong'] === 'giao' ? words.saved : query['xong'] === 'het' ? words.ended : undefined
  return officerPage(
    visit,
    { title, wrong: problems.length > 0 || refusal !== undefined },
    <>
      <ErrorSummary problems={problems} language={language} />
      {refusal && <Notice tone="important" title={say(refusalWords[refusal], language)} />}
      {done && <Notice tone="success" title={say(done, language)} />}
      <Heading lead={say(words.lead, language)}>{title}</Heading>
      <p>
        <a href="/can-bo-duoc-phan-cong">{say(words.public, language)}</a>
      </p>
      <Section title={say(words.list, language)}>
        <Lines visit={visit} lines={lines} language={language} />
      </Section>
      {mayDo(viewer, 'assign-duties') && (
        <Section title={say(words.add, language)}>
          <AssignForm visit={visit} problems={problems} />
        </Section>
      )}
    </>,
    problems.length > 0 || refusal ? 422 : 200,
  )
}

function AssignForm({
  visit: {
    language,
    csrf,
    form: { fields },
  },
  problems,
}: {
  visit: SignedVisit
  problems: readonly Problem[]
}) {
  const field = (name: string, label: Words) => ({
    language,
    name,
    label: say(label, language),
    value: fields[name],
    error: problemOf(problems, name),
  })
  const date = (name: string, label: Words) => ({
    ...field(name, label),
    value: { day: fields[`${name}-day`], month: fields[`${name}-month`], year: fields[`${name}-year`] },
  })
  return (
    <Form action={here} csrf={csrf} multipart>
      <TextField {...field('nguoi', words.to)} width="medium" autocomplete="off" spellcheck={false} />
      <SelectField
        {...field('viec', words.duty)}
        blank={say(words.choose, language)}
        options={Object.entries(assignedDuties).map(([value, said]) => ({ value, label: say(said, language) }))}
      />
      <TextField {...field('van-ban', words.decision)} autocomplete="off" maxlength={200} />
      <DateParts {...date('tu', words.from)} />
      <DateParts {...date('den', words.until)} optional />
      <FileField {...field('tep', words.file)} types={['PDF', 'JPEG', 'PNG']} maxBytes={maxFileBytes} />
      <Button>{say(words.save, language)}</Button>
    </Form>
  )
}

function Lines({
  visit,
  lines,
  language,
}: {
  visit: SignedVisit
  lines: readonly AssignmentLine[]
  language: Language
}) {
  const today = dayOf(visit.now)
  return (
    <DataTable
      language={language}
      caption={say(words.list, language)}
      quietCaption
      rows={lines}
      columns={[
        {
          label: say(words.who, language),
          names: true,
          cell: ({ name, unit }) => (
            <>
              {name}
              <p class="small">{unit}</p>
            </>
          ),
        },
        { label: say(words.duty, language), cell: ({ duty }) => say(assignedDuties[duty], language) },
        {
          label: say(words.period, language),
          cell: ({ from, until }) => (
            <>
              <DayText day={from} language={language} weekday={false} /> –{' '}
              {until && <DayText day={until} language={language} weekday={false} />}
            </>
          ),
        },
        { label: say(words.paper, language), cell: ({ id, decision }) => <a href={`${here}/${id}`}>{decision}</a> },
        {
          label: say(words.state, language),
          cell: ({ id, until }) =>
            until && until < today ? (
              <Tag tone="plain">{say(words.over, language)}</Tag>
            ) : (
              <>
                <Tag tone="done">{say(words.inForce, language)}</Tag>
                <Form action={here} csrf={visit.csrf} hidden={{ 'ket-thuc': id }}>
                  <Button kind="quiet">{say(words.end, language)}</Button>
                </Form>
              </>
            ),
        },
      ]}
      empty={
        <EmptyState title={say(words.none, language)}>
          <p>{say(words.noneNext, language)}</p>
        </EmptyState>
      }
    />
  )
}
