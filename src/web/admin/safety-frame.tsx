import { write } from '../../audit/index.ts'
import { isId } from '../../ground/uuid.ts'
import type { AlertLine } from '../../safety/index.ts'
import { say, type Words } from '../../words/index.ts'
import { address, areaWords, officerPage } from '../officer/desk.ts'
import { Chips, ErrorSummary, Heading, Notice, Pagination, type Problem, Tabs, Tag } from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'

const words = {
  open: { vi: 'Chờ xử lý', en: 'Open' },
  closed: { vi: 'Đã kết luận, {name}', en: 'Closed by {name}' },
  onlyClosed: { vi: 'Đã kết luận', en: 'Closed' },
  seeClosed: { vi: 'Xem những việc đã kết luận', en: 'See what was closed' },
  saved: { vi: 'Đã lưu', en: 'Saved' },
} as const satisfies Record<string, Words>

export const safetyPath = '/quan-tri/an-toan'

/** The lists of whoever watches over the safety of information, a page each. */
export const safetyLists = {
  alerts: { path: safetyPath, name: { vi: 'Cảnh báo', en: 'Alerts' } },
  cases: { path: `${safetyPath}/vu-viec`, name: { vi: 'Vụ việc', en: 'Cases' } },
  quarantine: { path: `${safetyPath}/cach-ly`, name: { vi: 'Tệp bị cách ly', en: 'Quarantine' } },
  contacts: { path: `${safetyPath}/dau-moi`, name: { vi: 'Đầu mối', en: 'Contacts' } },
} as const satisfies Record<string, { path: string; name: Words }>

export type SafetyList = keyof typeof safetyLists

type Frame = { visit: SignedVisit; list: SafetyList; lead: Words; problems?: readonly Problem[]; children: unknown }

/** One of the lists under the names of all; that it was looked at is written down. */
export async function safetyFrame({ visit, list, lead, problems = [], children }: Frame): Promise<Answer> {
  const { language, house, viewer, query, now } = visit
  const details = { list }
  await write(house.db, {
    stream: `account:${viewer.id}`,
    act: 'see-safety',
    actor: viewer.id,
    details,
    occurredAt: now,
  })
  const title = say(areaWords.safety, language)
  const isWrong = problems.length > 0
  return officerPage(
    visit,
    { title: `${say(safetyLists[list].name, language)} - ${title}`, wrong: isWrong },
    <>
      <ErrorSummary problems={problems} language={language} />
      {query['da-luu'] === '1' && !isWrong && <Notice tone="success" title={say(words.saved, language)} />}
      <Heading lead={say(lead, language)}>{title}</Heading>
      <Tabs
        language={language}
        label={title}
        tabs={Object.entries(safetyLists).map(([name, { path, name: label }]) => ({
          href: path,
          label: say(label, language),
          current: name === list,
        }))}
      />
      {children}
    </>,
    isWrong ? 422 : undefined,
  )
}

const pageSize = 50

/** Which part of a list is asked for; one line more than a page is read, to know whether another page follows. */
export function askedOf({ query }: SignedVisit) {
  const before = isId(query['truoc'] ?? '') ? query['truoc'] : undefined
  return { closed: query['da-ket-luan'] === '1', before, limit: pageSize + 1 }
}

/** The lines of one page, and the way to the next. */
export function paged<Row extends { id: string }>(visit: SignedVisit, list: SafetyList, found: readonly Row[]) {
  const { path } = safetyLists[list]
  const closed = visit.query['da-ket-luan'] === '1' ? '1' : undefined
  const rows = found.slice(0, pageSize)
  const next = found.length > pageSize ? address(path, { 'da-ket-luan': closed, truoc: rows.at(-1)?.id }) : undefined
  const start = visit.query['truoc'] ? address(path, { 'da-ket-luan': closed }) : undefined
  return { rows, more: <Pagination language={visit.language} next={next} start={start} /> }
}

/** What is still open, or what was closed. */
export function OpenOrClosed({ visit: { language, query }, list }: { visit: SignedVisit; list: SafetyList }) {
  const { path } = safetyLists[list]
  if (query['da-ket-luan'] === '1')
    return (
      <Chips language={language} clear={path} chips={[{ label: say(words.onlyClosed, language), without: path }]} />
    )
  return (
    <p>
      <a href={address(path, { 'da-ket-luan': '1' })}>{say(words.seeClosed, language)}</a>
    </p>
  )
}

type StandingProps = { row: Pick<AlertLine, 'closedAt' | 'closedBy'>; visit: SignedVisit }

export function Standing({ row, visit: { language } }: StandingProps) {
  return row.closedAt ? (
    <Tag tone="plain">{say(words.closed, language, { name: row.closedBy ?? '' })}</Tag>
  ) : (
    <Tag tone="wrong">{say(words.open, language)}</Tag>
  )
}
