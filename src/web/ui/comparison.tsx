import { type Language, say, ui } from '../../words/index.ts'
import { DataTable } from './data-table.tsx'

export type ComparedRow = { readonly label: string; readonly before: string; readonly after: string }

export type ComparisonProps = {
  caption: string
  rows: readonly ComparedRow[]
  before?: string
  after?: string
  /** The heading above already says what is compared. */
  quietCaption?: boolean
  language: Language
}

/** Old beside new, for supplements and corrections. What changed is said in words and marked by a line. */
export function Comparison({ caption, rows, before, after, quietCaption, language }: ComparisonProps) {
  const columns = [
    { label: say(ui.table.item, language), cell: (row: ComparedRow) => row.label, names: true },
    { label: before ?? say(ui.table.before, language), cell: (row: ComparedRow) => row.before || '–' },
    {
      label: after ?? say(ui.table.after, language),
      cell: (row: ComparedRow) => <After row={row} language={language} />,
    },
  ]
  return (
    <DataTable
      language={language}
      caption={caption}
      quietCaption={quietCaption ?? false}
      columns={columns}
      rows={rows}
    />
  )
}

function After({ row, language }: { row: ComparedRow; language: Language }) {
  if (row.before === row.after) return <>{row.after || '–'}</>
  return (
    <div class="changed">
      {row.after || '–'} <span class="changed-word">({say(ui.table.changed, language)})</span>
    </div>
  )
}
