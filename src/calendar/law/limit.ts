import type { Day } from '../../ground/day.ts'
import { addDays, day, dayOf, minuteOf } from '../../ground/day.ts'
import type { Calendar } from './calendar.ts'
import {
  addWorkingMinutes,
  closingOf,
  isWorkingDay,
  nextWorkingDay,
  nextWorkingInstant,
  openingOf,
  workingDayAfter,
} from './minutes.ts'

export const limitUnits = ['working-hours', 'working-days', 'calendar-days', 'months', 'same-day'] as const
export type LimitUnit = (typeof limitUnits)[number]

/**
 * A time limit as its decision prints it; units are never converted into each other.
 * `cutoff` (minute of the day, 900 is 15:00): what comes later counts from the next working day; same-day limits have 15:00
 * unless they say otherwise, others have none. `countFrom` concerns working days only: `instant` (usual) counts eight
 * working hours a day from the minute of receipt, `next-day` leaves out the day of receipt and ends with office hours.
 */
export type TimeLimit = {
  readonly value: number
  readonly unit: LimitUnit
  readonly cutoff?: number
  readonly countFrom?: 'instant' | 'next-day'
}

/** 15:00. @law Luật Hộ tịch 2014 Điều 9.3; 23/2015/NĐ-CP Điều 7 */
export const threeInTheAfternoon = 900

/**
 * From when the limit runs: the receipt itself in office hours, otherwise the next opening; after the cutoff the next
 * working day's opening. 15:00 sharp is still in time: the law says *sau 15 giờ*.
 * @law 04/2024/QĐ-UBND Điều 8.1.c; 61/2018/NĐ-CP Điều 18
 * @req S2-8.1c2
 */
export function countsFrom(calendar: Calendar, received: Date, limit: TimeLimit): Date {
  const start = nextWorkingInstant(calendar, received)
  const cutoff = limit.cutoff ?? (limit.unit === 'same-day' ? threeInTheAfternoon : undefined)
  if (cutoff === undefined || minuteOf(start) <= cutoff) return start
  return openingOf(calendar, nextWorkingDay(calendar, dayOf(start)))
}

/**
 * The last instant of a limit that starts with this receipt. Working hours and days run through office hours only; calendar
 * days and months leave out the day of receipt and end with office hours, on the next working day when they end on a closed
 * one; a same-day limit ends with the office hours of the day. How days and months are counted is *chưa kiểm chứng*.
 * @law 04/2024/QĐ-UBND Điều 8.1.b; days and months: unconfirmed
 * @req S1-13.1a, S2-8.1b, S2-19.1d, S1-14.3
 */
export function dueAt(calendar: Calendar, received: Date, limit: TimeLimit): Date {
  const start = countsFrom(calendar, received, limit)
  switch (limit.unit) {
    case 'working-hours':
      return addWorkingMinutes(calendar, start, wholeMinutes(limit, 60))
    case 'working-days':
      if (limit.countFrom !== 'next-day')
        return addWorkingMinutes(calendar, start, wholeMinutes(limit, calendar.dayMinutes))
      return closingOf(calendar, workingDayAfter(calendar, dayOf(start), wholeNumber(limit)))
    case 'calendar-days':
      return endOfOfficeHours(calendar, addDays(dayOf(start), wholeNumber(limit)))
    case 'months':
      return endOfOfficeHours(calendar, addMonths(dayOf(start), wholeNumber(limit)))
    case 'same-day':
      return closingOf(calendar, dayOf(start))
  }
}

function wholeMinutes({ value, unit }: TimeLimit, each: number): number {
  const minutes = Math.round(value * each)
  if (!(Math.abs(value * each - minutes) < 1e-6) || minutes < 0)
    throw new RangeError(`not whole minutes: ${value} ${unit}`)
  return minutes
}

function wholeNumber({ value, unit }: TimeLimit): number {
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`not a whole number: ${value} ${unit}`)
  return value
}

/** The end of office hours of this day, of the next working day when it is closed. */
export function endOfOfficeHours(calendar: Calendar, when: Day): Date {
  return closingOf(calendar, isWorkingDay(calendar, when) ? when : nextWorkingDay(calendar, when))
}

/** The same day so many months later; the last of the month when that month is shorter. */
export function addMonths(when: Day, months: number): Day {
  const [year, month, date] = when.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0))
  last.setUTCDate(Math.min(date, last.getUTCDate()))
  return day(last.toISOString().slice(0, 10))
}

const unitWords: Record<LimitUnit, { vi: string; one: string; many: string }> = {
  'working-hours': { vi: 'giờ làm việc', one: 'working hour', many: 'working hours' },
  'working-days': { vi: 'ngày làm việc', one: 'working day', many: 'working days' },
  'calendar-days': { vi: 'ngày', one: 'day', many: 'days' },
  months: { vi: 'tháng', one: 'month', many: 'months' },
  'same-day': { vi: 'trong ngày', one: 'the same day', many: 'the same day' },
}

/** The limit in words: *3 ngày làm việc*; zero is *ngay khi nhận*. */
export function limitText({ value, unit }: TimeLimit): { vi: string; en: string } {
  const words = unitWords[unit]
  if (unit === 'same-day') return { vi: words.vi, en: words.one }
  if (value === 0) return { vi: 'ngay khi nhận', en: 'at once' }
  return {
    vi: `${String(value).replace('.', ',')} ${words.vi}`,
    en: `${value} ${value === 1 ? words.one : words.many}`,
  }
}
