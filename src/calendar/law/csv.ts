import type { Day } from '../../ground/day.ts'
import { clockText, isDay } from '../../ground/day.ts'
import type { Result } from '../../ground/result.ts'
import { done, refused } from '../../ground/result.ts'
import type { CalendarYear, DayKind, Session, SpecialDay } from './calendar.ts'
import { areInOrder, dayKinds } from './calendar.ts'

const columns = ['date', 'kind', 'sessions', 'name', 'source', 'status'] as const

/** Signs a name or a source may have. */
const longestCell = 200

export type CalendarProblem = {
  readonly line: number
  readonly reason:
    | 'wrong-columns'
    | 'not-utf-8'
    | 'no-days'
    | 'not-a-day'
    | 'wrong-year'
    | 'duplicate-day'
    | 'unknown-kind'
    | 'unreadable-sessions'
    | 'overlapping-sessions'
    | 'half-day-without-sessions'
    | 'day-off-with-sessions'
    | 'name-missing'
    | 'source-missing'
    | 'name-too-long'
    | 'source-too-long'
    | 'unknown-status'
  readonly found: string
}

/**
 * Reads the decided days of one year from CSV (`date,kind,sessions,name,source,status`; sessions such as
 * `07:30-11:30 13:00-17:00`). The year is the first row's unless given. Refused (`calendar-not-understood`) with every
 * problem, its line number and reason; nothing is loaded by halves.
 * @law 45/2019/QH14 Điều 111.3, Điều 112; what each year decides: its own `source`
 * @req S2-8.1c2
 */
export function readCalendarCsv(text: string, year?: number): Result<CalendarYear, 'calendar-not-understood'> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const problems: CalendarProblem[] = []
  if (cellsOf(lines[0] ?? '').join() !== columns.join())
    problems.push({ line: 1, reason: 'wrong-columns', found: lines[0] ?? '' })

  const days: SpecialDay[] = []
  const seen = new Set<Day>()
  lines.forEach((line, index) => {
    if (index === 0 || line.trim() === '' || problems[0]?.reason === 'wrong-columns') return
    const row = readRow(line)
    if ('reason' in row) return void problems.push({ line: index + 1, ...row })

    const rowYear = Number(row.day.slice(0, 4))
    year ??= rowYear
    if (rowYear !== year) problems.push({ line: index + 1, reason: 'wrong-year', found: row.day })
    else if (seen.has(row.day)) problems.push({ line: index + 1, reason: 'duplicate-day', found: row.day })
    else days.push(row)
    seen.add(row.day)
  })

  if (days.length === 0 && problems.length === 0) problems.push({ line: 1, reason: 'no-days', found: '' })
  if (problems.length > 0 || year === undefined) return refused('calendar-not-understood', { problems })
  return done({ year, days: days.toSorted((a, b) => (a.day < b.day ? -1 : 1)) })
}

type Trouble = Omit<CalendarProblem, 'line'>

function readRow(line: string): SpecialDay | Trouble {
  const cells = cellsOf(line)
  if (cells.length !== columns.length) return { reason: 'wrong-columns', found: line }
  const [date = '', kind = '', hours = '', name = '', source = '', status = ''] = cells
  if (!isDay(date)) return { reason: 'not-a-day', found: date }
  if (!isKind(kind)) return { reason: 'unknown-kind', found: kind }
  if (name === '') return { reason: 'name-missing', found: line }
  if (source === '') return { reason: 'source-missing', found: line }
  if (name.length > longestCell) return { reason: 'name-too-long', found: `${name.slice(0, 40)}…` }
  if (source.length > longestCell) return { reason: 'source-too-long', found: `${source.slice(0, 40)}…` }
  if (status !== 'confirmed' && status !== 'unconfirmed') return { reason: 'unknown-status', found: status }

  const row = { day: date, kind, name, source, status } as const
  if (hours === '') return kind === 'half-day' ? { reason: 'half-day-without-sessions', found: line } : row
  if (kind !== 'half-day' && kind !== 'swap-work') return { reason: 'day-off-with-sessions', found: hours }
  const sessions = readSessions(hours)
  if (!sessions) return { reason: 'unreadable-sessions', found: hours }
  return areInOrder(sessions) ? { ...row, sessions } : { reason: 'overlapping-sessions', found: hours }
}

function isKind(text: string): text is DayKind {
  return (dayKinds as readonly string[]).includes(text)
}

/** Reads `07:30-11:30 13:00-17:00`; nothing when a time is not one. */
export function readSessions(text: string): Session[] | undefined {
  const sessions: Session[] = []
  for (const stretch of text.trim().split(/\s+/)) {
    const match = /^(\d\d):(\d\d)[-–](\d\d):(\d\d)$/.exec(stretch)
    if (!match) return undefined
    const [h1, m1, h2, m2] = match.slice(1).map(Number) as [number, number, number, number]
    if (h1 > 24 || h2 > 24 || m1 > 59 || m2 > 59) return undefined
    sessions.push([h1 * 60 + m1, h2 * 60 + m2])
  }
  return sessions
}

/** `07:30-11:30 13:00-17:00`, as `readSessions` reads it. */
export function writeSessions(sessions: readonly Session[]): string {
  return sessions.map(([from, to]) => `${clockText(from)}-${clockText(to)}`).join(' ')
}

/** The cells of one line; a cell in double quotes may hold commas, and `""` for a quote. */
function cellsOf(line: string): string[] {
  const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)]
  return cells.map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain ?? '').trim())
}
