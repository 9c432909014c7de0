import type { ComponentChildren } from 'preact'
import type { Language } from '../../words/index.ts'
import { say, ui } from '../../words/index.ts'

export type SummaryRow = {
  readonly label: string
  /** Nothing, or an empty text, is shown as “Không cung cấp”. */
  readonly value?: ComponentChildren
  /** Where this answer is changed; a row without it cannot be changed. */
  readonly change?: string
}

/** Answers to check before sending. Each “Sửa” says for the ear which answer it changes. */
export function SummaryList({ rows, language }: { rows: readonly SummaryRow[]; language: Language }) {
  return (
    <dl class="rows">
      {rows.map(({ label, value, change }) => (
        <div>
          <dt>{label}</dt>
          <dd>{isNothing(value) ? <span class="muted">{say(ui.summary.notGiven, language)}</span> : value}</dd>
          {change && (
            <dd class="rows-act">
              <a href={change}>
                {say(ui.summary.change, language)}
                <span class="hidden"> {label.toLocaleLowerCase(language)}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

/** Facts about a thing: label and value, without anything to change. `compact` for the side of an officer's screen. */
export function DefinitionList({
  rows,
  compact,
}: {
  rows: readonly { label: string; value: ComponentChildren }[]
  compact?: boolean
}) {
  return (
    <dl class={compact ? 'rows rows-compact' : 'rows'}>
      {rows.map(({ label, value }) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function isNothing(value: ComponentChildren) {
  return value === undefined || value === null || value === false || value === ''
}
