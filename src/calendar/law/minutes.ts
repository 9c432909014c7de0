import type { Day } from '../../ground/day.ts'
import { addDays, at, day, dayOf } from '../../ground/day.ts'
import type { Calendar, Session } from './calendar.ts'
import { sessionsOn } from './calendar.ts'

/**
 * Working time is counted in whole minutes at +07:00; seconds are dropped, as on the receipt. A year is indexed once:
 * `worked[n]` is the working minutes before its n-th day, so any question is one subtraction or one binary search.
 */
type Year = {
  readonly first: number
  readonly days: readonly (readonly Session[])[]
  readonly worked: Int32Array
  /** Working days before the n-th day, in the same way. */
  readonly opened: Int32Array
}

const years = new WeakMap<Calendar, Map<number, Year>>()
const offset = 7 * 60
const dayLength = 24 * 60

const minuteNumber = (instant: Date): number => Math.floor(instant.getTime() / 60_000) + offset
const instantOf = (minute: number): Date => new Date((minute - offset) * 60_000)
const yearOf = (minute: number): number => new Date(minute * 60_000).getUTCFullYear()

function yearIn(calendar: Calendar, number: number): Year {
  let known = years.get(calendar)
  if (!known) years.set(calendar, (known = new Map()))
  let year = known.get(number)
  if (!year) known.set(number, (year = indexYear(calendar, number)))
  return year
}

function indexYear(calendar: Calendar, number: number): Year {
  const dates = datesOf(number)
  const days = dates.map((when) => sessionsOn(calendar, when))
  const worked = new Int32Array(days.length + 1)
  const opened = new Int32Array(days.length + 1)
  days.forEach((sessions, index) => {
    worked[index + 1] = worked[index]! + minutesIn(sessions, dayLength)
    opened[index + 1] = opened[index]! + (sessions.length > 0 ? 1 : 0)
  })
  return { first: minuteNumber(at(dates[0]!, 0)), days, worked, opened }
}

const dates = new Map<number, readonly Day[]>()

/** All days of a year; the same for every calendar, so they are written out once. */
function datesOf(number: number): readonly Day[] {
  const known = dates.get(number)
  if (known) return known
  const found: Day[] = []
  const start = day(`${String(number).padStart(4, '0')}-01-01`)
  for (let when = start; Number(when.slice(0, 4)) === number; when = addDays(when, 1)) found.push(when)
  dates.set(number, found)
  return found
}

function minutesIn(sessions: readonly Session[], until: number): number {
  let sum = 0
  for (const [from, to] of sessions) sum += Math.max(0, Math.min(to, until) - from)
  return sum
}

const totalOf = (year: Year): number => year.worked[year.days.length]!

/** Working minutes from New Year to this minute. */
function workedBefore(year: Year, minute: number): number {
  const number = Math.floor((minute - year.first) / dayLength)
  return year.worked[number]! + minutesIn(year.days[number]!, (minute - year.first) % dayLength)
}

/** Working minutes from one instant to another; negative when the second is earlier. */
export function workingMinutesBetween(calendar: Calendar, from: Date, to: Date): number {
  const [start, end] = [minuteNumber(from), minuteNumber(to)]
  if (end < start) return 0 - workingMinutesBetween(calendar, to, from)

  const [firstYear, lastYear] = [yearOf(start), yearOf(end)]
  let sum = workedBefore(yearIn(calendar, lastYear), end) - workedBefore(yearIn(calendar, firstYear), start)
  for (let year = firstYear; year < lastYear; year++) sum += totalOf(yearIn(calendar, year))
  return sum
}

/**
 * The instant after so many working minutes: the end of a session, not the start of the next, when they are used up
 * there. Negative minutes go back, to the latest such instant. Zero is the start itself, without its seconds.
 */
export function addWorkingMinutes(calendar: Calendar, start: Date, minutes: number): Date {
  if (!Number.isInteger(minutes)) throw new RangeError(`not whole minutes: ${minutes}`)
  if (minutes === 0) return instantOf(minuteNumber(start))
  return locate(calendar, minuteNumber(start), minutes, minutes > 0 ? 'earliest' : 'latest')
}

/**
 * The instant itself when the office is open, otherwise its next opening: what comes in out of hours counts from there.
 * @law 04/2024/QĐ-UBND Điều 8.1.c
 * @req S2-8.1c2
 */
export function nextWorkingInstant(calendar: Calendar, instant: Date): Date {
  return locate(calendar, minuteNumber(instant), 0, 'latest')
}

/** The earliest or latest of all instants that are exactly so many working minutes away. */
function locate(calendar: Calendar, start: number, minutes: number, which: 'earliest' | 'latest'): Date {
  let number = yearOf(start)
  let target = workedBefore(yearIn(calendar, number), start) + minutes
  while (target < 0) target += totalOf(yearIn(calendar, --number))

  const isPast = (worked: number) => (which === 'earliest' ? worked >= target : worked > target)
  let year = yearIn(calendar, number)
  while (!isPast(totalOf(year))) {
    target -= totalOf(year)
    year = yearIn(calendar, ++number)
  }

  const low = firstDay(year, (index) => isPast(year.worked[index + 1]!))
  let rest = target - year.worked[low]!
  for (const [from, to] of year.days[low]!) {
    if (which === 'earliest' ? rest <= to - from : rest < to - from)
      return instantOf(year.first + low * dayLength + from + rest)
    rest -= to - from
  }
  throw new RangeError('a working minute lies in no session')
}

/** The number of the first day of a year for which this holds; once it holds it goes on holding. */
function firstDay(year: Year, holds: (index: number) => boolean): number {
  let [low, high] = [0, year.days.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Whether the office is open at this instant; at the minute of closing it is not. */
export function isWorking(calendar: Calendar, instant: Date): boolean {
  const minute = minuteNumber(instant)
  const inDay = ((minute % dayLength) + dayLength) % dayLength
  return sessionsOn(calendar, dayOf(instant)).some(([from, to]) => inDay >= from && inDay < to)
}

/** Whether the office opens at all on this day. */
export function isWorkingDay(calendar: Calendar, when: Day): boolean {
  return sessionsOn(calendar, when).length > 0
}

/** The first working day after this one. */
export function nextWorkingDay(calendar: Calendar, when: Day): Day {
  let next = addDays(when, 1)
  while (!isWorkingDay(calendar, next)) next = addDays(next, 1)
  return next
}

/** The n-th working day after this one; with nought the day itself. */
export function workingDayAfter(calendar: Calendar, when: Day, count: number): Day {
  if (count === 0) return when
  let number = Number(when.slice(0, 4))
  let year = yearIn(calendar, number)
  let target = year.opened[(minuteNumber(at(when, 0)) - year.first) / dayLength + 1]! + count
  while (year.opened[year.days.length]! < target) {
    target -= year.opened[year.days.length]!
    year = yearIn(calendar, ++number)
  }
  return datesOf(number)[firstDay(year, (index) => year.opened[index + 1]! >= target)]!
}

/** When the office opens on a working day. */
export function openingOf(calendar: Calendar, when: Day): Date {
  const first = sessionsOn(calendar, when).at(0)
  if (!first) throw new RangeError(`closed all day: ${when}`)
  return at(when, first[0])
}

/** When the office closes on a working day: the end of office hours. */
export function closingOf(calendar: Calendar, when: Day): Date {
  const last = sessionsOn(calendar, when).at(-1)
  if (!last) throw new RangeError(`closed all day: ${when}`)
  return at(when, last[1])
}
