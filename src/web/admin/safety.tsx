import { write } from '../../audit/index.ts'
import { quarantined, type Quarantined } from '../../documents/index.ts'
import { isId } from '../../ground/uuid.ts'
import { mayDo } from '../../organisations/law/index.ts'
import {
  type AlertLine,
  alerts,
  type CaseLine,
  cases,
  contactBody,
  type ContactLine,
  contactsOf,
  endContact,
  nameContact,
  ruleWords,
} from '../../safety/index.ts'
import { refusalText, say, type Words } from '../../words/index.ts'
import { areaWords, officerDoor, officerPage } from '../officer/desk.ts'
import { contactDutyWords, violationWords } from '../safety-words.ts'
import {
  Button,
  DataTable,
  DateTime,
  EmptyState,
  ErrorSummary,
  fileSize,
  Form,
  Heading,
  Notice,
  type Problem,
  problemOf,
  RadioGroup,
  Section,
  Tag,
  TextField,
} from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'

const words = {
  lead: {
    vi: 'Cảnh báo do hệ thống phát hiện, vụ việc có người báo, tệp bị cách ly. Việc bạn xem trang này được ghi lại.',
    en: 'What the system found, what people reported, which files lie in quarantine. Your looking here is written down.',
  },
  alerts: { vi: 'Cảnh báo', en: 'Alerts' },
  cases: { vi: 'Vụ việc', en: 'Cases' },
  quarantine: { vi: 'Tệp bị cách ly', en: 'In quarantine' },
  contacts: { vi: 'Đầu mối nhận cảnh báo', en: 'Who hears of alerts' },
  noContacts: {
    vi: 'Chưa ghi đầu mối nào. Cho đến khi có, cảnh báo được gửi cho quản trị hệ thống.',
    en: 'No contact is recorded. Until there is one, alerts go to the administrators.',
  },
  what: { vi: 'Việc', en: 'What' },
  whom: { vi: 'Liên quan', en: 'About' },
  count: { vi: 'Số lần', en: 'Times' },
  at: { vi: 'Lúc', en: 'At' },
  state: { vi: 'Xử lý', en: 'Standing' },
  open: { vi: 'Chờ xử lý', en: 'Open' },
  closed: { vi: 'Đã kết luận, {name}', en: 'Closed by {name}' },
  house: { vi: 'Cả hệ thống', en: 'The whole system' },
  nobody: { vi: 'Người không đăng nhập', en: 'Not signed in' },
  noAlerts: { vi: 'Không có cảnh báo nào', en: 'No alerts' },
  noCases: { vi: 'Chưa ai báo vụ việc nào', en: 'Nothing was reported' },
  noFiles: { vi: 'Không có tệp nào bị cách ly', en: 'Nothing in quarantine' },
  number: { vi: 'Số', en: 'Number' },
  by: { vi: 'Người báo', en: 'Reported by' },
  found: { vi: 'Mã độc', en: 'Found' },
  sentBy: { vi: 'Người gửi', en: 'Sent by' },
  size: { vi: 'Dung lượng', en: 'Size' },
  kept: { vi: 'Còn giữ để giám định', en: 'Kept for examination' },
  destroyed: { vi: 'Đã hủy nội dung', en: 'Content destroyed' },
  duty: { vi: 'Trách nhiệm', en: 'Answers for' },
  officer: { vi: 'Cán bộ', en: 'Officer' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  since: { vi: 'Từ', en: 'Since' },
  end: { vi: 'Thôi làm đầu mối', en: 'End' },
  username: { vi: 'Tên đăng nhập của cán bộ', en: 'The officer’s user name' },
  add: { vi: 'Ghi đầu mối', en: 'Name a contact' },
  saved: { vi: 'Đã lưu', en: 'Saved' },
  needDuty: { vi: 'Chọn đơn vị chịu trách nhiệm.', en: 'Choose what they answer for.' },
  needName: { vi: 'Ghi tên đăng nhập của cán bộ.', en: 'Give the officer’s user name.' },
} as const satisfies Record<string, Words>

export const safetyPath = '/quan-tri/an-toan'

/** The view of whoever watches over the safety of information; who runs the system names its contacts here. */
export const safetyPage = officerDoor(safetyPath, {
  may: 'see-safety',
  get: (visit) => page(visit),
  post: async (visit) => {
    const { house, viewer, form, language } = visit
    const ended = form.fields['thoi'] ?? ''
    if (isId(ended)) {
      await house.atDesk(viewer, (desk) => endContact(desk, ended))
      return { redirect: `${safetyPath}?da-luu=1` }
    }
    const read = contactBody.safeParse({ duty: form.fields['duty'], username: form.fields['username'] ?? '' })
    if (!read.success) {
      const wrong = new Set(read.error.issues.map(({ path }) => path[0]))
      return page(visit, [
        ...(wrong.has('duty') ? [{ field: 'duty', message: say(words.needDuty, language) }] : []),
        ...(wrong.has('username') ? [{ field: 'username', message: say(words.needName, language) }] : []),
      ])
    }
    const named = await house.atDesk(viewer, (desk) => nameContact(desk, read.data))
    if (!named.ok) return page(visit, [{ field: 'username', message: refusalText(named, language) }])
    return { redirect: `${safetyPath}?da-luu=1` }
  },
})

async function page(visit: SignedVisit, problems: readonly Problem[] = []): Promise<Answer> {
  const { language, house, viewer, query, now } = visit
  await write(house.db, { stream: `account:${viewer.id}`, act: 'see-safety', actor: viewer.id, occurredAt: now })
  const [found, reported, files, contacts] = await Promise.all([
    alerts(house.db),
    cases(house.db),
    quarantined(house.db),
    contactsOf(house.db),
  ])
  const title = say(areaWords.safety, language)
  return officerPage(
    visit,
    { title, wrong: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} language={language} />
      {query['da-luu'] === '1' && problems.length === 0 && <Notice tone="success" title={say(words.saved, language)} />}
      <Heading lead={say(words.lead, language)}>{title}</Heading>
      <Section title={say(words.alerts, language)}>
        <Alerts rows={found} visit={visit} />
      </Section>
      <Section title={say(words.cases, language)}>
        <Cases rows={reported} visit={visit} />
      </Section>
      <Section title={say(words.quarantine, language)}>
        <Files rows={files} visit={visit} />
      </Section>
      <Section title={say(words.contacts, language)}>
        <Contacts rows={contacts} visit={visit} />
        {mayDo(viewer, 'answer-alerts') && <ContactForm visit={visit} problems={problems} />}
      </Section>
    </>,
    problems.length > 0 ? 422 : undefined,
  )
}

type ListProps<Row> = { rows: readonly Row[]; visit: SignedVisit }

function Standing({ row, visit: { language } }: { row: Pick<AlertLine, 'closedAt' | 'closedBy'>; visit: SignedVisit }) {
  return row.closedAt ? (
    <Tag tone="plain">{say(words.closed, language, { name: row.closedBy ?? '' })}</Tag>
  ) : (
    <Tag tone="wrong">{say(words.open, language)}</Tag>
  )
}

/** Whom an alert is about: an account by its name, an address, or everybody. */
export function aboutWhom({ subject, name, username }: AlertLine, { language }: SignedVisit): string {
  if (subject === 'house') return say(words.house, language)
  return name ? `${name} (${username})` : subject
}

function Alerts({ rows, visit }: ListProps<AlertLine>) {
  const { language } = visit
  return (
    <DataTable
      language={language}
      caption={say(words.alerts, language)}
      quietCaption
      rows={rows}
      columns={[
        {
          label: say(words.what, language),
          names: true,
          cell: ({ id, rule }) => <a href={`${safetyPath}/canh-bao/${id}`}>{say(ruleWords[rule], language)}</a>,
        },
        { label: say(words.whom, language), cell: (row) => aboutWhom(row, visit) },
        { label: say(words.count, language), align: 'end', cell: ({ entries }) => entries },
        {
          label: say(words.at, language),
          whole: true,
          cell: ({ lastAt }) => <DateTime at={lastAt} language={language} />,
        },
        { label: say(words.state, language), cell: (row) => <Standing row={row} visit={visit} /> },
      ]}
      empty={<EmptyState title={say(words.noAlerts, language)} />}
    />
  )
}

function Cases({ rows, visit }: ListProps<CaseLine>) {
  const { language } = visit
  return (
    <DataTable
      language={language}
      caption={say(words.cases, language)}
      quietCaption
      rows={rows}
      columns={[
        {
          label: say(words.number, language),
          whole: true,
          names: true,
          cell: ({ id, number }) => <a href={`${safetyPath}/vu-viec/${id}`}>{number}</a>,
        },
        { label: say(words.what, language), cell: ({ kind }) => say(violationWords[kind], language) },
        {
          label: say(words.by, language),
          cell: ({ reportedBy, reportedFrom }) =>
            reportedBy ?? `${say(words.nobody, language)}${reportedFrom ? `, ${reportedFrom}` : ''}`,
        },
        {
          label: say(words.at, language),
          whole: true,
          cell: ({ reportedAt }) => <DateTime at={reportedAt} language={language} />,
        },
        { label: say(words.state, language), cell: (row) => <Standing row={row} visit={visit} /> },
      ]}
      empty={<EmptyState title={say(words.noCases, language)} />}
    />
  )
}

function Files({ rows, visit: { language } }: ListProps<Quarantined>) {
  return (
    <DataTable
      language={language}
      caption={say(words.quarantine, language)}
      quietCaption
      rows={rows}
      columns={[
        {
          label: say(words.found, language),
          names: true,
          cell: ({ found, sha256 }) => (
            <>
              {found}
              <p class="small">
                <code>{sha256.slice(0, 16)}…</code>
              </p>
            </>
          ),
        },
        {
          label: say(words.sentBy, language),
          cell: ({ sentBy, sentFrom }) => (
            <>
              {sentBy}
              {sentFrom && <p class="small">{sentFrom}</p>}
            </>
          ),
        },
        { label: say(words.size, language), cell: ({ size }) => fileSize(size, language) },
        {
          label: say(words.at, language),
          whole: true,
          cell: ({ keptAt }) => <DateTime at={keptAt} language={language} />,
        },
        {
          label: say(words.state, language),
          cell: ({ destroyedAt }) => (
            <Tag tone="plain">{say(destroyedAt ? words.destroyed : words.kept, language)}</Tag>
          ),
        },
      ]}
      empty={<EmptyState title={say(words.noFiles, language)} />}
    />
  )
}

function Contacts({ rows, visit }: ListProps<ContactLine>) {
  const { language, csrf, viewer } = visit
  const mayEnd = mayDo(viewer, 'answer-alerts')
  if (rows.length === 0) return <Notice tone="important" title={say(words.noContacts, language)} />
  return (
    <DataTable
      language={language}
      caption={say(words.contacts, language)}
      quietCaption
      rows={rows}
      columns={[
        { label: say(words.duty, language), cell: ({ duty }) => say(contactDutyWords[duty], language) },
        { label: say(words.officer, language), names: true, cell: ({ name, username }) => `${name} (${username})` },
        { label: say(words.unit, language), cell: ({ unit }) => unit },
        { label: say(words.since, language), cell: ({ since }) => <DateTime at={since} language={language} short /> },
        ...(mayEnd
          ? [
              {
                label: say(words.state, language),
                cell: ({ id, name }: ContactLine) => (
                  <Form action={safetyPath} csrf={csrf} hidden={{ thoi: id }}>
                    <Button kind="quiet">
                      {say(words.end, language)}
                      <span class="hidden"> {name}</span>
                    </Button>
                  </Form>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function ContactForm({
  visit: { language, csrf, form },
  problems,
}: {
  visit: SignedVisit
  problems: readonly Problem[]
}) {
  return (
    <Form action={safetyPath} csrf={csrf}>
      <RadioGroup
        language={language}
        name="duty"
        label={say(words.duty, language)}
        value={form.fields['duty']}
        error={problemOf(problems, 'duty')}
        options={(['operator', 'it-centre'] as const).map((duty) => ({
          value: duty,
          label: say(contactDutyWords[duty], language),
        }))}
      />
      <TextField
        language={language}
        name="username"
        label={say(words.username, language)}
        value={form.fields['username']}
        error={problemOf(problems, 'username')}
        width="medium"
        autocomplete="off"
        spellcheck={false}
      />
      <Button kind="quiet">{say(words.add, language)}</Button>
    </Form>
  )
}
