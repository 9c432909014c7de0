import { type AlertLine, alerts, ruleWords } from '../../safety/index.ts'
import { say, type Words } from '../../words/index.ts'
import { officerDoor } from '../officer/desk.ts'
import { DataTable, DateTime, EmptyState } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import { askedOf, OpenOrClosed, paged, safetyFrame, safetyLists, safetyPath, Standing } from './safety-frame.tsx'

const words = {
  lead: {
    vi: 'Điều hệ thống phát hiện trong nhật ký. Việc bạn xem trang này được ghi lại.',
    en: 'What the system found in the audit. Your looking here is written down.',
  },
  what: { vi: 'Việc', en: 'What' },
  whom: { vi: 'Liên quan', en: 'About' },
  count: { vi: 'Số lần', en: 'Times' },
  at: { vi: 'Lần cuối', en: 'Last' },
  state: { vi: 'Xử lý', en: 'Standing' },
  house: { vi: 'Cả hệ thống', en: 'The whole system' },
  none: { vi: 'Không có cảnh báo nào chờ xử lý', en: 'No open alerts' },
  noneClosed: { vi: 'Chưa có cảnh báo nào được kết luận', en: 'No alert was closed yet' },
} as const satisfies Record<string, Words>

/** What the rules found in the audit, for whoever watches over the safety of information. */
export const safetyPage = officerDoor(safetyPath, {
  may: 'see-safety',
  get: async (visit) => {
    const asked = askedOf(visit)
    const { rows, more } = paged(visit, 'alerts', await alerts(visit.house.db, asked))
    const none = say(asked.closed ? words.noneClosed : words.none, visit.language)
    const children = (
      <>
        <OpenOrClosed visit={visit} list="alerts" />
        <Alerts rows={rows} visit={visit} none={none} />
        {more}
      </>
    )
    return safetyFrame({ visit, list: 'alerts', lead: words.lead, children })
  },
})

/** Whom an alert is about: an account by its name, an address, or everybody. */
export function AboutWhom({ alert, visit }: { alert: AlertLine; visit: SignedVisit }) {
  const { subject, name, username } = alert
  if (subject === 'house') return <>{say(words.house, visit.language)}</>
  // An address is one long word.
  return name ? <>{`${name} (${username})`}</> : <code>{subject}</code>
}

function Alerts({ rows, visit, none }: { rows: readonly AlertLine[]; visit: SignedVisit; none: string }) {
  const { language } = visit
  return (
    <DataTable
      language={language}
      caption={say(safetyLists.alerts.name, language)}
      quietCaption
      rows={rows}
      columns={[
        {
          label: say(words.what, language),
          names: true,
          cell: ({ id, rule }) => <a href={`${safetyPath}/canh-bao/${id}`}>{say(ruleWords[rule], language)}</a>,
        },
        { label: say(words.whom, language), cell: (row) => <AboutWhom alert={row} visit={visit} /> },
        { label: say(words.count, language), align: 'end', cell: ({ entries }) => entries },
        {
          label: say(words.at, language),
          whole: true,
          cell: ({ lastAt }) => <DateTime at={lastAt} language={language} />,
        },
        { label: say(words.state, language), cell: (row) => <Standing row={row} visit={visit} /> },
      ]}
      empty={<EmptyState title={none} />}
    />
  )
}
