import { quarantined, type Quarantined } from '../../documents/index.ts'
import { say, type Words } from '../../words/index.ts'
import { officerDoor } from '../officer/desk.ts'
import { DataTable, DateTime, EmptyState, fileSize, Tag } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import { askedOf, paged, safetyFrame, safetyLists } from './safety-frame.tsx'

const words = {
  lead: {
    vi: 'Tệp có mã độc đã bị chặn; không ai mở được. Nội dung được giữ 30 ngày để giám định rồi hủy.',
    en: 'Malicious files that were stopped; nobody can open them. The content is kept 30 days for examination, then destroyed.',
  },
  found: { vi: 'Mã độc', en: 'Found' },
  sentBy: { vi: 'Người gửi', en: 'Sent by' },
  size: { vi: 'Dung lượng', en: 'Size' },
  at: { vi: 'Lúc', en: 'At' },
  state: { vi: 'Nội dung', en: 'Content' },
  kept: { vi: 'Còn giữ để giám định', en: 'Kept for examination' },
  destroyed: { vi: 'Đã hủy', en: 'Destroyed' },
  none: { vi: 'Không có tệp nào bị cách ly', en: 'Nothing in quarantine' },
} as const satisfies Record<string, Words>

/** What lies in quarantine: who sent it and what was found, never the file. */
export const quarantinePage = officerDoor(safetyLists.quarantine.path, {
  may: 'see-safety',
  get: async (visit) => {
    const { rows, more } = paged(visit, 'quarantine', await quarantined(visit.house.db, askedOf(visit)))
    const children = (
      <>
        <Files rows={rows} visit={visit} />
        {more}
      </>
    )
    return safetyFrame({ visit, list: 'quarantine', lead: words.lead, children })
  },
})

function Files({ rows, visit: { language } }: { rows: readonly Quarantined[]; visit: SignedVisit }) {
  return (
    <DataTable
      language={language}
      caption={say(safetyLists.quarantine.name, language)}
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
      empty={<EmptyState title={say(words.none, language)} />}
    />
  )
}
