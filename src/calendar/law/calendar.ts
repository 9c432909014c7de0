import type { Day } from '../../ground/day.ts'
import { weekday } from '../../ground/day.ts'
import { type StatutoryDay, statutoryDaysOff } from './statutory.ts'

/** One stretch of office hours in minutes since midnight, `[450, 690]` is 07:30 to 11:30; the last minute is not in it. */
export type Session = readonly [from: number, to: number]

/** The office hours of the seven weekdays, Monday first; an empty day is a weekly day off. */
export type Week = readonly (readonly Session[])[]

export const dayKinds = ['holiday', 'compensatory-off', 'swap-off', 'swap-work', 'local-closure', 'half-day'] as const
export type DayKind = (typeof dayKinds)[number]

/** A day that does not follow its weekday, with the name people know it by and the paper that decided it. */
export type SpecialDay = {
  readonly day: Day
  readonly kind: DayKind
  readonly sessions?: readonly Session[]
  readonly name: string
  readonly source: string
  readonly status: 'confirmed' | 'unconfirmed'
}

/** The decided days of one year, as a province loads them. */
export type CalendarYear = { readonly year: number; readonly days: readonly SpecialDay[] }

/**
 * Plain data: office hours, special days, and the years for which they have been decided. In a year not decided, the eleven
 * statutory holidays are off, and what falls there is *dự kiến*. `dayMinutes` is one working day of a limit.
 */
export type Calendar = {
  readonly version: string
  readonly hours: Week
  readonly days: readonly SpecialDay[]
  readonly decidedFrom: number
  readonly decidedUntil: number
  readonly dayMinutes: number
  /** The version of an agency's own hours and closures, where they lie over the province's. */
  readonly local?: string
}

export type CalendarParts = {
  readonly version: string
  readonly hours: Week
  readonly years: readonly CalendarYear[]
  /** Single days of years that are not decided, such as a closure made known early. */
  readonly extra?: readonly SpecialDay[]
  readonly dayMinutes?: number
}

/** One working day of a time limit is eight working hours. @law unconfirmed (bảng quy trình nội bộ: 8 giờ là 1 ngày) */
export const eightHours = 480

const morningAndAfternoon: readonly Session[] = [
  [450, 690],
  [780, 1020],
]

/** 07:30–11:30 and 13:00–17:00, Monday to Friday; office hours are a province's own choice, these are the usual ones. */
export const usualHours: Week = [1, 2, 3, 4, 5, 6, 7].map((number) => (number <= 5 ? morningAndAfternoon : []))

/** Puts a calendar together from a province's hours and its decided years; throws when they contradict themselves. */
export function calendarFrom({ version, hours, years, extra = [], dayMinutes = eightHours }: CalendarParts): Calendar {
  const inOrder = years.toSorted((a, b) => a.year - b.year)
  const [first, last] = [inOrder.at(0), inOrder.at(-1)]
  if (!first || !last) throw new RangeError('a calendar needs at least one decided year')
  if (inOrder.some(({ year }, index) => year !== first.year + index)) throw new RangeError('decided years have a gap')
  demandWeek(hours)
  if (!Number.isInteger(dayMinutes) || dayMinutes <= 0) throw new RangeError(`not a working day: ${dayMinutes} minutes`)

  const days = [...inOrder.flatMap((year) => year.days), ...extra].toSorted((a, b) => (a.day < b.day ? -1 : 1))
  days.forEach((special, index) => {
    if (special.day === days[index - 1]?.day) throw new RangeError(`decided twice: ${special.day}`)
    demandOrder(special.sessions ?? [])
  })
  return { version, hours, days, decidedFrom: first.year, decidedUntil: last.year, dayMinutes }
}

/**
 * The province's calendar with an agency's own week and days laid over it: where the agency says something of a day, that holds, otherwise
 * the province's. Throws when the agency contradicts itself.
 */
export function withLocal(
  province: Calendar,
  { version, hours, days }: { version: string; hours?: Week; days: readonly SpecialDay[] },
): Calendar {
  const own = new Set(days.map((special) => special.day))
  if (own.size < days.length) throw new RangeError('an agency decided a day twice')
  if (hours) demandWeek(hours)
  for (const special of days) demandOrder(special.sessions ?? [])
  const both = [...province.days.filter((special) => !own.has(special.day)), ...days]
  return {
    ...province,
    hours: hours ?? province.hours,
    days: both.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    local: version,
  }
}

function demandWeek(hours: Week): void {
  if (hours.length !== 7) throw new RangeError('a week has seven days')
  if (!hours.some((sessions) => sessions.length > 0)) throw new RangeError('a week without office hours')
  for (const sessions of hours) demandOrder(sessions)
}

/** Whether the sessions of one day stand in order, do not overlap and stay inside the day. */
export function areInOrder(sessions: readonly Session[]): boolean {
  return sessions.every(
    ([from, to], index) =>
      Number.isInteger(from) &&
      Number.isInteger(to) &&
      from < to &&
      from >= (sessions[index - 1]?.[1] ?? 0) &&
      to <= 1440,
  )
}

function demandOrder(sessions: readonly Session[]): void {
  if (!areInOrder(sessions)) throw new RangeError(`sessions overlap or leave the day: ${JSON.stringify(sessions)}`)
}

/** Whether the days off of this year have been decided; if not, a date in it is *dự kiến*. */
export function isDecided(calendar: Calendar, year: number): boolean {
  return year >= calendar.decidedFrom && year <= calendar.decidedUntil
}

type Lookup = {
  readonly special: ReadonlyMap<Day, SpecialDay>
  readonly statutory: Map<number, ReadonlyMap<Day, StatutoryDay>>
}
const lookups = new WeakMap<Calendar, Lookup>()

function lookupOf(calendar: Calendar): Lookup {
  let lookup = lookups.get(calendar)
  if (!lookup) {
    lookup = { special: new Map(calendar.days.map((special) => [special.day, special])), statutory: new Map() }
    lookups.set(calendar, lookup)
  }
  return lookup
}

/** Why this day does not follow its weekday: what was decided of it, or in years not yet decided the statutory holiday. */
export function specialDay(calendar: Calendar, day: Day): SpecialDay | undefined {
  const { special, statutory } = lookupOf(calendar)
  const year = Number(day.slice(0, 4))
  const own = special.get(day)
  if (own || isDecided(calendar, year)) return own

  let off = statutory.get(year)
  if (!off) statutory.set(year, (off = statutoryDaysOff(year, calendar.hours)))
  const holiday = off.get(day)
  return (
    holiday && {
      day,
      kind: 'holiday',
      name: holiday.sure ? holiday.name : `${holiday.name}, dự kiến`,
      source: 'Bộ luật Lao động 45/2019/QH14 Điều 111, 112',
      status: 'unconfirmed',
    }
  )
}

/** The office hours of this day; none on a day off. A Saturday worked in exchange follows the week's first working day. */
export function sessionsOn(calendar: Calendar, day: Day): readonly Session[] {
  const special = specialDay(calendar, day)
  if (!special) return calendar.hours[weekday(day) - 1] ?? []
  if (special.kind === 'half-day') return special.sessions ?? []
  if (special.kind !== 'swap-work') return []
  return special.sessions ?? calendar.hours.find((sessions) => sessions.length > 0) ?? []
}
