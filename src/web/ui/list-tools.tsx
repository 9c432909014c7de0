import type { ComponentChildren } from 'preact'
import { type Language, say, ui } from '../../words/index.ts'
import { Icon } from './icon.tsx'

/** A filter in use: what it says, and the address of the list without it. */
export type Chip = { readonly label: string; readonly without: string }

/** The filters in use, each removable; they live in the address, so a list can be shared and returned to. */
export function Chips({ chips, clear, language }: { chips: readonly Chip[]; clear: string; language: Language }) {
  if (chips.length === 0) return null
  return (
    <div class="chips">
      <h2 class="hidden">{say(ui.table.filters, language)}</h2>
      <ul>
        {chips.map(({ label, without }) => (
          <li>
            <a class="chip" href={without}>
              <span class="hidden">{say(ui.table.removeFilter, language)} </span>
              {label}
              <Icon name="cross" />
            </a>
          </li>
        ))}
      </ul>
      <a href={clear}>{say(ui.table.clearFilters, language)}</a>
    </div>
  )
}

type FiltersProps = {
  action: string
  children: ComponentChildren
  more?: ComponentChildren
  /** What the button says where nothing is listed before one asks. */
  submit?: string
  language: Language
}

/** A few filters in one row; the rest behind “Tất cả bộ lọc”. */
export function Filters({ action, children, more, submit, language }: FiltersProps) {
  return (
    <form class="filters" action={action} method="get">
      <div class="filters-row">
        {children}
        <button class="button button-quiet" type="submit">
          {submit ?? say(ui.table.applyFilters, language)}
        </button>
      </div>
      {more && (
        <details class="details">
          <summary>{say(ui.table.allFilters, language)}</summary>
          <div class="filters-row">{more}</div>
        </details>
      )}
    </form>
  )
}

type PaginationProps = {
  language: Language
  /** The address of the next piece; absent at the end. */
  next?: string | undefined
  /** The address of the first piece; absent when we are there. */
  start?: string | undefined
  shown?: number
  total?: number
}

/** Lists are read piece by piece from a cursor, so there are no page numbers to be wrong. */
export function Pagination({ language, next, start, shown, total }: PaginationProps) {
  return (
    <nav class="pagination" aria-label={say(ui.table.pages, language)}>
      {shown !== undefined && total !== undefined && (
        <p class="muted">{say(ui.table.shown, language, { shown, total })}</p>
      )}
      {start && <a href={start}>{say(ui.table.fromStart, language)}</a>}
      {next && (
        <a class="button button-quiet" href={next} rel="next">
          {say(ui.table.more, language)}
        </a>
      )}
    </nav>
  )
}
