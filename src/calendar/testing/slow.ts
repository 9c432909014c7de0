/**
 * The slow truth against which the arithmetic is held: it walks the calendar day by day and minute by minute, with its own days, months,
 * leap years and lunar dates written down. It knows the plain data of a calendar, and nothing of the law that counts.
 */
export type Plain = {
  readonly week: readonly (readonly (readonly [number, number])[])[]
  readonly years: readonly [first: number, last: number]
  readonly days: readonly { day: string; kind: string; sessions?: readonly (readonly [number, number])[] }[]
}

export type PlainLimit = { value: number; unit: string; cutoff?: number; countFrom?: string }

const firstYear = 2022
const lastYear = 2042
/** Tết and 10/3 âm lịch of 2022 to 2042 as printed calendars have them. */
const tet =
  '0201 0122 0210 0129 0217 0206 0126 0213 0202 0123 0211 0131 0219 0208 0128 0215 0204 0124 0212 0201 0122'.split(' ')
const hungKings =
  '0410 0429 0418 0407 0426 0416 0404 0423 0412 0401 0419 0409 0428 0417 0406 0424 0413 0403 0420 0410 0429'.split(' ')

type Date1 = { text: string; year: number; month: number; date: number; weekday: number }
const dates: Date1[] = []
const numbers = new Map<string, number>()
let weekday = 6 // 1 January 2022 was a Saturday.
for (let year = firstYear; year <= lastYear; year++)
  for (let month = 1; month <= 12; month++)
    for (let date = 1; date <= lengthOf(year, month); date++) {
      const text = `${year}-${two(month)}-${two(date)}`
      numbers.set(text, dates.length)
      dates.push({ text, year, month, date, weekday })
      weekday = weekday === 7 ? 1 : weekday + 1
    }

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}

function lengthOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Midnight of 1 January 2022 in Viet Nam. */
const beginning = 1_640_970_000_000
const minuteOf = (instant: Date): number => Math.floor((instant.getTime() - beginning) / 60_000)

/** One calendar, its days opened out into minutes as they are asked for. */
export function slowCalendar(plain: Plain) {
  const special = new Map(plain.days.map((one) => [numbers.get(one.day)!, one]))
  const open = new Map<number, Uint8Array>()
  const statutory = new Map<number, Set<number>>()

  function minutesOn(day: number): Uint8Array {
    let minutes = open.get(day)
    if (minutes) return minutes
    open.set(day, (minutes = new Uint8Array(1440)))
    for (const [from, to] of sessionsOn(day)) for (let minute = from; minute < to; minute++) minutes[minute] = 1
    return minutes
  }

  function sessionsOn(day: number): readonly (readonly [number, number])[] {
    const date = dates[day]
    if (!date) throw new Error('the slow calendar ends here')
    const usual = plain.week[date.weekday - 1]!
    if (date.year < plain.years[0] || date.year > plain.years[1]) return lawful(date.year).has(day) ? [] : usual
    const own = special.get(day)
    if (!own) return usual
    if (own.kind === 'half-day') return own.sessions!
    if (own.kind === 'swap-work') return own.sessions ?? plain.week.find((sessions) => sessions.length > 0)!
    return []
  }

  /** The days off of a year that nobody decided. */
  function lawful(year: number): Set<number> {
    const known = statutory.get(year)
    if (known) return known
    const weeklyOff = (day: number) => plain.week[dates[day]!.weekday - 1]!.length === 0
    const numbered = (text: string) => numbers.get(`${year}-${text.slice(0, 2)}-${text.slice(2)}`)!
    const newYear = numbered(tet[year - firstYear]!)
    const national = numbered('0902')
    const off = ['0101', hungKings[year - firstYear]!, '0430', '0501', '0902'].map(numbered)
    for (let day = newYear - 1; day < newYear + 4; day++) off.push(day)
    const bridges = { before: weeklyOff(national - 2), after: weeklyOff(national + 2) }
    if (weeklyOff(national - 1)) off.push(national + 1)
    else if (!weeklyOff(national + 1) && bridges.after && !bridges.before) off.push(national + 1)
    else off.push(national - 1)
    const taken = new Set(off)
    for (const day of off.toSorted((a, b) => a - b)) {
      if (!weeklyOff(day)) continue
      let instead = day
      do instead++
      while (taken.has(instead) || weeklyOff(instead))
      taken.add(instead)
    }
    statutory.set(year, taken)
    return taken
  }

  const isOpen = (minute: number): boolean => minutesOn(Math.floor(minute / 1440))[minute % 1440] === 1
  const hasHours = (day: number): boolean => minutesOn(day).includes(1)
  const closing = (day: number): number => day * 1440 + minutesOn(day).lastIndexOf(1) + 1

  function firstOpen(minute: number): number {
    while (!isOpen(minute)) minute++
    return minute
  }

  /** The minute after so many open ones. */
  function walk(from: number, minutes: number): number {
    let [day, minute, left] = [Math.floor(from / 1440), from % 1440, minutes]
    for (; left > 0; day++, minute = 0)
      for (const on = minutesOn(day); minute < 1440; minute++)
        if (on[minute] === 1 && --left === 0) return day * 1440 + minute + 1
    return from
  }

  function dueFrom(received: number, { value, unit, cutoff, countFrom }: PlainLimit): number {
    let start = firstOpen(received)
    const latest = cutoff ?? (unit === 'same-day' ? 15 * 60 : 24 * 60)
    if (start % 1440 > latest) start = firstOpen((Math.floor(start / 1440) + 1) * 1440)
    let day = Math.floor(start / 1440)
    if (unit === 'working-hours') return walk(start, Math.round(value * 60))
    if (unit === 'working-days' && countFrom !== 'next-day') return walk(start, Math.round(value * 8 * 60))
    if (unit === 'working-days') for (let left = value; left > 0;) if (hasHours(++day)) left--
    if (unit === 'calendar-days') day += value
    if (unit === 'months') day = monthsLater(day, value)
    while (!hasHours(day)) day++
    return closing(day)
  }

  const at = (minute: number): Date => new Date(beginning + minute * 60_000)
  return {
    isOpen: (instant: Date) => isOpen(minuteOf(instant)),
    due: (received: Date, limit: PlainLimit) => at(dueFrom(minuteOf(received), limit)),
    add: (from: Date, minutes: number) => at(walk(minuteOf(from), minutes)),
    /** Open minutes between two instants, negative when the second is earlier. */
    between(from: Date, to: Date): number {
      const [start, end] = [minuteOf(from), minuteOf(to)]
      let sum = 0
      for (let minute = Math.min(start, end); minute < Math.max(start, end); minute++) if (isOpen(minute)) sum++
      return start <= end ? sum : 0 - sum
    },
  }
}

function monthsLater(day: number, months: number): number {
  let { year, month } = dates[day]!
  for (let left = months; left > 0; left--) [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
  return numbers.get(`${year}-${two(month)}-${two(Math.min(dates[day]!.date, lengthOf(year, month)))}`)!
}
