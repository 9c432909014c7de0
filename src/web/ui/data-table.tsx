import type { ComponentChildren } from 'preact'
import { type Language, say, ui } from '../../words/index.ts'
import { Icon } from './icon.tsx'

export type Column<Row> = {
  readonly label: string
  readonly cell: (row: Row) => ComponentChildren
  /** Numbers and money stand at the end of their column. */
  readonly align?: 'end'
  /** Codes and short words that must not break over two lines. */
  readonly whole?: boolean
  /** The cell that names the row, for those who hear the table. One column should have it. */
  readonly names?: boolean
  /** A column that can be sorted: where its heading leads, and how it is sorted now. */
  readonly sort?: { readonly href: string; readonly now?: 'ascending' | 'descending' }
}

export type DataTableProps<Row> = {
  language: Language
  caption: string
  /** The caption is read out but not shown, where a heading above already says it. */
  quietCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Shown instead of the table when there are no rows. */
  empty?: ComponentChildren
  /** A box before each row; the form around the table sends its value. */
  select?: { readonly name: string; readonly value: (row: Row) => string; readonly label: (row: Row) => string }
}

/** A real table; on a narrow screen each row becomes a card that keeps the labels of its columns. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { language, caption, quietCaption, columns, rows, empty, select } = props
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <table class="table" role="table">
      <caption class={quietCaption ? 'hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {select && (
            <th role="columnheader" scope="col">
              <span class="hidden">{say(ui.table.select, language)}</span>
            </th>
          )}
          {columns.map((column) => (
            <Heading column={column} language={language} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row">
            {select && (
              <td role="cell" class="cell-select">
                <label class="select">
                  <input type="checkbox" name={select.name} value={select.value(row)} />
                  <span class="hidden">{say(ui.table.selectRow, language, { name: select.label(row) })}</span>
                </label>
              </td>
            )}
            {columns.map((column) => (
              <Cell column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Heading<Row>({ column, language }: { column: Column<Row>; language: Language }) {
  const { label, align, sort } = column
  return (
    <th role="columnheader" scope="col" class={align && 'end'} aria-sort={sort?.now}>
      {sort ? (
        <a class="sort" href={sort.href}>
          <span class="hidden">{say(ui.table.sortBy, language)} </span>
          {label}
          {sort.now && <Icon name={sort.now === 'ascending' ? 'up' : 'down'} />}
        </a>
      ) : (
        label
      )}
    </th>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { label, cell, names } = column
  const look = [column.align, column.whole && 'whole'].filter(Boolean).join(' ') || undefined
  if (names) {
    return (
      <th role="rowheader" scope="row" class={look} data-label={label}>
        <div>{cell(row)}</div>
      </th>
    )
  }
  return (
    <td role="cell" class={look} data-label={label}>
      <div>{cell(row)}</div>
    </td>
  )
}
