import { addDays, day, type Day, weekday } from '../../ground/day.ts'
import type { Language } from '../../words/index.ts'
import { dayWords } from './date-time.tsx'

export type DayLook =
  | 'holiday'
  | 'compensatory-off'
  | 'swap-off'
  | 'swap-work'
  | 'local-closure'
  | 'half-day'
  | 'weekend'

/** How a day looks: its colour, the letter that says the same to whoever sees no colours, and the words for the ear. */
export type DayMark = { readonly look: DayLook; readonly letter?: string; readonly words?: string }

export type YearProps = {
  language: Language
  year: number
  today: Day
  /** “Tháng 1” … “Tháng 12” */
  months: readonly string[]
  mark: (day: Day) => DayMark | undefined
  legend: readonly { readonly look?: DayLook; readonly letter: string; readonly words: string }[]
}

const letters = { vi: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'], en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] }

/** Twelve months at a glance with every day that is unlike its weekday. */
export function Year({ legend, months, ...rest }: YearProps) {
  return (
    <>
      <ul class="month-legend">
        {legend.map(({ look, letter, words }) => (
          <li>
            <span class={look ? `day-mark day-${look}` : 'day-mark'} aria-hidden="true">
              {letter}
            </span>{' '}
            {words}
          </li>
        ))}
      </ul>
      <div class="months">
        {months.map((name, index) => (
          <Month {...rest} name={name} month={index + 1} />
        ))}
      </div>
    </>
  )
}

type MonthProps = Omit<YearProps, 'legend' | 'months'> & { name: string; month: number }

function Month({ name, month, year, language, mark, today }: MonthProps) {
  return (
    <table class="month">
      <caption>{name}</caption>
      <thead>
        <tr>
          {letters[language].map((letter) => (
            <th scope="col">{letter}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week) => (
          <tr>{week.map((when) => (when ? <Cell {...{ when, today, language }} mark={mark(when)} /> : <td />))}</tr>
        ))}
      </tbody>
    </table>
  )
}

type CellProps = { when: Day; today: Day; mark: DayMark | undefined; language: Language }

function Cell({ when, today, mark, language }: CellProps) {
  const look = [mark && `day-${mark.look}`, when === today && 'day-today'].filter(Boolean).join(' ')
  return (
    <td class={look || undefined} title={mark?.words && `${dayWords(when, language)}: ${mark.words}`}>
      <time datetime={when} aria-current={when === today ? 'date' : undefined}>
        {Number(when.slice(8))}
      </time>
      {mark?.letter && (
        <span class="day-letter" aria-hidden="true">
          {mark.letter}
        </span>
      )}
      {mark?.words && <span class="hidden"> {mark.words}</span>}
    </td>
  )
}

/** The weeks of a month from Monday to Sunday, with nothing where another month's days would be. */
function weeksOf(year: number, month: number): (Day | undefined)[][] {
  const first = day(`${year}-${String(month).padStart(2, '0')}-01`)
  const cells: (Day | undefined)[] = Array.from({ length: weekday(first) - 1 }, () => undefined)
  for (let when = first; Number(when.slice(5, 7)) === month; when = addDays(when, 1)) cells.push(when)
  while (cells.length % 7 > 0) cells.push(undefined)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}
