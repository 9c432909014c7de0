import { type CaseLine, casesFor } from '../../safety/index.ts'
import { say, type Words } from '../../words/index.ts'
import { officerDoor } from '../officer/desk.ts'
import { violationWords } from '../safety-words.ts'
import { DataTable, DateTime, EmptyState } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import { askedOf, OpenOrClosed, paged, safetyFrame, safetyLists, Standing } from './safety-frame.tsx'

const words = {
  lead: {
    vi: 'Điều có người báo là nghi vi phạm. Việc bạn xem trang này được ghi lại.',
    en: 'What people reported as a suspected violation. Your looking here is written down.',
  },
  number: { vi: 'Số', en: 'Number' },
  what: { vi: 'Việc', en: 'What' },
  by: { vi: 'Người báo', en: 'Reported by' },
  at: { vi: 'Lúc', en: 'At' },
  state: { vi: 'Xử lý', en: 'Standing' },
  nobody: { vi: 'Người không đăng nhập', en: 'Not signed in' },
  none: { vi: 'Không có vụ việc nào chờ xử lý', en: 'No open cases' },
  noneClosed: { vi: 'Chưa có vụ việc nào được kết luận', en: 'No case was closed yet' },
} as const satisfies Record<string, Words>

const { path } = safetyLists.cases

/** What people reported; a report about the reader is not among them. */
export const casesPage = officerDoor(path, {
  may: 'see-safety',
  get: async (visit) => {
    const asked = askedOf(visit)
    const { rows, more } = paged(visit, 'cases', await casesFor(visit.house.db, visit.viewer.id, asked))
    const none = say(asked.closed ? words.noneClosed : words.none, visit.language)
    const children = (
      <>
        <OpenOrClosed visit={visit} list="cases" />
        <Cases rows={rows} visit={visit} none={none} />
        {more}
      </>
    )
    return safetyFrame({ visit, list: 'cases', lead: words.lead, children })
  },
})

function Cases({ rows, visit, none }: { rows: readonly CaseLine[]; visit: SignedVisit; none: string }) {
  const { language } = visit
  return (
    <DataTable
      language={language}
      caption={say(safetyLists.cases.name, language)}
      quietCaption
      rows={rows}
      columns={[
        {
          label: say(words.number, language),
          whole: true,
          names: true,
          cell: ({ id, number }) => <a href={`${path}/${id}`}>{number}</a>,
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
      empty={<EmptyState title={none} />}
    />
  )
}
