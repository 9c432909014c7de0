import { dayOf } from '../../ground/day.ts'
import {
  delegate,
  delegateBody,
  type DelegationLine,
  delegations,
  endDelegation,
  holds,
  postsToLend,
} from '../../organisations/index.ts'
import { delegable, delegationForms, isRole, roles } from '../../organisations/law/index.ts'
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
  TextField,
} from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { typedDay } from './typed-day.ts'

const here = '/quan-tri/giao-thay'

const words = {
  lead: {
    vi: 'Khi người giữ vị trí vắng mặt hoặc giao ký thay, người được giao làm và ký thay trong thời hạn ghi ở đây. Ai giao, vì sao và theo văn bản nào được lưu lại.',
    en: 'When a holder is away or lets another sign, the other acts and signs in their stead for the period written here. Who did so, why and by which paper is kept.',
  },
  saved: { vi: 'Đã giao thay', en: 'The post is lent' },
  ended: { vi: 'Đã kết thúc giao thay', en: 'The loan has ended' },
  add: { vi: 'Giao thay một vị trí', en: 'Lend a post' },
  list: { vi: 'Các lần giao thay', en: 'Loans' },
  post: { vi: 'Vị trí', en: 'Post' },
  choose: { vi: 'Chọn vị trí', en: 'Choose a post' },
  to: { vi: 'Tên đăng nhập của người làm thay', en: 'User name of who stands in' },
  form: { vi: 'Hình thức ký', en: 'How they sign' },
  KT: { vi: 'KT. – ký thay người đứng đầu', en: 'KT. – for the head' },
  TL: { vi: 'TL. – thừa lệnh', en: 'TL. – by order' },
  TUQ: { vi: 'TUQ. – thừa ủy quyền', en: 'TUQ. – by authorisation' },
  Q: { vi: 'Q. – quyền', en: 'Q. – acting' },
  title: { vi: 'Chức danh của người làm thay', en: 'Title of who stands in' },
  titleHint: { vi: 'In trên chỗ ký, ví dụ: Phó Chủ tịch', en: 'Printed above the signature' },
  from: { vi: 'Từ ngày', en: 'From' },
  until: { vi: 'Đến hết ngày', en: 'Until' },
  reason: { vi: 'Lý do', en: 'Why' },
  decision: { vi: 'Văn bản giao (số, ngày)', en: 'By which paper (number, day)' },
  save: { vi: 'Giao thay', en: 'Lend the post' },
  who: { vi: 'Vị trí và người giữ', en: 'Post and holder' },
  stand: { vi: 'Người làm thay', en: 'Stands in' },
  period: { vi: 'Thời hạn', en: 'Period' },
  why: { vi: 'Lý do, văn bản, người ghi', en: 'Why, paper, written by' },
  state: { vi: 'Hiệu lực', en: 'State' },
  inForce: { vi: 'Đang có hiệu lực', en: 'In force' },
  ahead: { vi: 'Chưa đến ngày', en: 'Ahead' },
  over: { vi: 'Đã hết', en: 'Over' },
  endedBy: { vi: 'Kết thúc sớm bởi {name}', en: 'Ended early by {name}' },
  end: { vi: 'Kết thúc', en: 'End it' },
  none: { vi: 'Chưa có lần giao thay nào', en: 'No post is lent' },
  noneNext: {
    vi: 'Khi có người vắng mặt, ghi người làm thay ở dưới. Hết thời hạn thì quyền làm thay tự hết.',
    en: 'When somebody is away, enter below who stands in. The right to do so ends by itself with its time.',
  },
  badDay: { vi: 'Ghi ngày, tháng, năm.', en: 'Give day, month and year.' },
  needed: { vi: 'Ghi nội dung này.', en: 'Fill this in.' },
} as const satisfies Record<string, Words>

/** Posts lent for a period: an administrator sees and writes all of them, a holder their own. */
export const delegationsPage = officerDoor(here, {
  may: 'lend-posts',
  get: (visit) => page(visit),
  post: async (visit) => {
    const { house, viewer, form } = visit
    const ends = form.fields['ket-thuc']
    if (ends) {
      const ended = await house.atDesk(viewer, (desk) => endDelegation(desk, ends))
      return ended.ok ? { redirect: `${here}?xong=het` } : page(visit, [], ended.refusal)
    }
    const read = readForm(visit)
    if (!read.body) return page(visit, read.problems)
    const made = ({ id }: { id: string }) => ({ status: 201, resource: id })
    const lent = await house.atDeskOnce(viewer, onceOf(visit), (desk) => delegate(desk, read.body!), made)
    if (lent.ok) return { redirect: `${here}?xong=giao` }
    return page(visit, [{ field: fieldOf(lent.refusal), message: say(refusalWords[lent.refusal], visit.language) }])
  },
})

const fieldOf = (refusal: Refusal) =>
  refusal === 'delegation-period-wrong' || refusal === 'delegation-overlaps'
    ? 'tu'
    : refusal === 'post-not-delegable' || refusal === 'not-permitted'
      ? 'vi-tri'
      : 'nguoi'

const names = {
  post: 'vi-tri',
  to: 'nguoi',
  form: 'hinh-thuc',
  title: 'chuc-danh',
  from: 'tu',
  until: 'den',
  reason: 'ly-do',
  decision: 'van-ban',
}

function readForm({ form: { fields }, language }: SignedVisit) {
  const text = (name: string) => fields[name]?.trim().normalize('NFC') ?? ''
  const body = delegateBody.safeParse({
    post: text(names.post),
    to: text(names.to),
    form: text(names.form),
    title: text(names.title),
    from: typedDay(fields, names.from) ?? '',
    until: typedDay(fields, names.until) ?? '',
    reason: text(names.reason),
    decision: text(names.decision),
  })
  if (body.success) return { body: body.data, problems: [] }
  const wrong = [...new Set(body.error.issues.map(({ path }) => String(path[0]) as keyof typeof names))]
  const problems = wrong.map((name) => ({
    field: names[name],
    message: say(name === 'from' || name === 'until' ? words.badDay : words.needed, language),
  }))
  return { problems }
}

async function page(visit: SignedVisit, problems: readonly Problem[] = [], refusal?: Refusal): Promise<Answer> {
  const { house, viewer, language, now, query } = visit
  const isAdministrator = holds(viewer, 'administrator')
  const own = isAdministrator ? undefined : viewer.id
  const today = dayOf(now)
  const posts = await postsToLend(house.db, today, delegable, own)
  if (!isAdministrator && posts.length === 0) return missing(visit)
  const lines = await delegations(house.db, own ? { holder: own } : {})
  const title = say(areaWords.delegations, language)
  const done = query['xong'] === 'giao' ? words.saved : query['xong'] === 'het' ? words.ended : undefined
  return officerPage(
    visit,
    { title, wrong: problems.length > 0 || refusal !== undefined },
    <>
      <ErrorSummary problems={problems} language={language} />
      {refusal && <Notice tone="important" title={say(refusalWords[refusal], language)} />}
      {done && <Notice tone="success" title={say(done, language)} />}
      <Heading lead={say(words.lead, language)}>{title}</Heading>
      <Section title={say(words.list, language)}>
        <Loans visit={visit} lines={lines} />
      </Section>
      <Section title={say(words.add, language)}>
        <LendForm visit={visit} posts={posts} problems={problems} />
      </Section>
    </>,
    problems.length > 0 || refusal ? 422 : 200,
  )
}

type LendProps = { visit: SignedVisit; posts: Awaited<ReturnType<typeof postsToLend>>; problems: readonly Problem[] }

function LendForm({
  visit: {
    language,
    csrf,
    form: { fields },
  },
  posts,
  problems,
}: LendProps) {
  const field = (name: keyof typeof names) => ({
    language,
    name: names[name],
    label: say(words[name], language),
    value: fields[names[name]],
    error: problemOf(problems, names[name]),
  })
  const date = (name: 'from' | 'until') => ({
    language,
    name: names[name],
    label: say(words[name], language),
    error: problemOf(problems, names[name]),
    value: {
      day: fields[`${names[name]}-day`],
      month: fields[`${names[name]}-month`],
      year: fields[`${names[name]}-year`],
    },
  })
  return (
    <Form action={here} csrf={csrf} hidden={freshOnce()}>
      <SelectField
        {...field('post')}
        blank={say(words.choose, language)}
        options={posts.map(({ post, title, unit, holder }) => ({
          value: post,
          label: `${holder} – ${title}, ${unit}`,
        }))}
      />
      <TextField {...field('to')} width="medium" autocomplete="off" spellcheck={false} />
      <RadioGroup
        {...field('form')}
        options={delegationForms.map((form) => ({ value: form, label: say(words[form], language) }))}
      />
      <TextField {...field('title')} hint={say(words.titleHint, language)} autocomplete="off" maxlength={120} />
      <DateParts {...date('from')} />
      <DateParts {...date('until')} />
      <TextField {...field('reason')} autocomplete="off" maxlength={500} />
      <TextField {...field('decision')} autocomplete="off" maxlength={200} />
      <Button>{say(words.save, language)}</Button>
    </Form>
  )
}

function Loans({ visit, lines }: { visit: SignedVisit; lines: readonly DelegationLine[] }) {
  const { language } = visit
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
          cell: ({ holder, holderTitle, role, unit }) => (
            <>
              {holder}
              <p class="small">{`${holderTitle} (${isRole(role) ? say(roles[role], language) : role}), ${unit}`}</p>
            </>
          ),
        },
        { label: say(words.stand, language), cell: ({ to, form, title }) => `${to} (${form}., ${title})` },
        {
          label: say(words.period, language),
          cell: ({ from, until }) => (
            <>
              <DayText day={from} language={language} weekday={false} /> –{' '}
              <DayText day={until} language={language} weekday={false} />
            </>
          ),
        },
        {
          label: say(words.why, language),
          cell: ({ reason, decision, madeBy }) => (
            <>
              {reason}
              <p class="small">{`${decision}; ${madeBy}`}</p>
            </>
          ),
        },
        { label: say(words.state, language), cell: (line) => <State visit={visit} line={line} language={language} /> },
      ]}
      empty={
        <EmptyState title={say(words.none, language)}>
          <p>{say(words.noneNext, language)}</p>
        </EmptyState>
      }
    />
  )
}

function State({ visit, line, language }: { visit: SignedVisit; line: DelegationLine; language: Language }) {
  const today = dayOf(visit.now)
  if (line.endedBy) return <Tag tone="plain">{say(words.endedBy, language, { name: line.endedBy })}</Tag>
  if (line.until < today) return <Tag tone="plain">{say(words.over, language)}</Tag>
  return (
    <>
      <Tag tone="done">{say(line.from > today ? words.ahead : words.inForce, language)}</Tag>
      <Form action={here} csrf={visit.csrf} hidden={{ 'ket-thuc': line.id }}>
        <Button kind="quiet">{say(words.end, language)}</Button>
      </Form>
    </>
  )
}
