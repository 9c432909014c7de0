import { addDays, day, type Day, isDay } from '../../ground/day.ts'

/** The days a register is asked for, the last one included, and how they were asked. */
export type Span = {
  readonly from: Day
  readonly last: Day
  /** Set when it is a whole month. */
  readonly month?: string
  readonly unclear?: true
  readonly asked: Record<string, string>
}

/** The days asked for: both given and at most a year apart, else the month asked for, else this month. */
export function spanOf(query: Record<string, string | undefined>, months: readonly string[]): Span {
  const [from, last] = [dayIn(query['tu-ngay']), dayIn(query['den-ngay'])]
  if (from && last && from <= last && last <= addDays(from, 366))
    return { from, last, asked: { 'tu-ngay': from, 'den-ngay': last } }
  const month = months.find((one) => one === query['thang']) ?? months[0]!
  const end = addDays(day(`${nextMonth(month)}-01`), -1)
  const unclear = query['tu-ngay'] || query['den-ngay'] ? { unclear: true as const } : {}
  return { from: day(`${month}-01`), last: end, month, asked: { thang: month }, ...unclear }
}

/** *1/2/2026*, also with spaces, dots or strokes between, or the year first as in an address. */
function dayIn(text = ''): Day | undefined {
  const [, date, month, year] = /^(\d{1,2})[ ./-]+(\d{1,2})[ ./-]+(\d{4})$/.exec(text.trim()) ?? []
  const written = year ? `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}` : text.trim()
  return isDay(written) ? written : undefined
}

/** The day as people type it: *1/2/2026*. */
export function typed(when = ''): string {
  return when.split('-').toReversed().map(Number).join('/')
}

/** This month and the eleven before it, `YYYY-MM`. */
export function lastMonths(today: Day): string[] {
  const [year, month] = today.split('-').map(Number) as [number, number]
  return Array.from({ length: 12 }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  )
}

function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7)
}
