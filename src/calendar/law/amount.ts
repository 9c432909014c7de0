import { addDays, dayOf } from '../../ground/day.ts'
import type { Calendar } from './calendar.ts'
import { endOfOfficeHours, type TimeLimit } from './limit.ts'
import { addWorkingMinutes } from './minutes.ts'

/** The due date after an extension said as a time limit is: working time goes on in office hours, calendar days end with them. */
export function extendedDue(calendar: Calendar, due: Date, extension: TimeLimit): Date {
  const { measure, amount } = amountIn(calendar, extension)
  if (measure === 'minutes') return addWorkingMinutes(calendar, due, amount)
  return endOfOfficeHours(calendar, addDays(dayOf(due), amount))
}

/** What an extension adds to a paused clock, whose time left is kept in working minutes; none when it is said in calendar days. */
export function extensionMinutes(calendar: Calendar, extension: TimeLimit): number | undefined {
  const { measure, amount } = amountIn(calendar, extension)
  return measure === 'minutes' ? amount : undefined
}

/** A length of time in what it is counted in: working minutes, or calendar days. */
export type Amount = { readonly measure: 'minutes' | 'days'; readonly amount: number }

/** How long a limit is; a number of months has no length of its own (`NaN`), nor what is no whole number of minutes. */
export function amountIn(calendar: Calendar, { value, unit }: TimeLimit): Amount {
  if (unit === 'calendar-days' || unit === 'months') return { measure: 'days', amount: unit === 'months' ? NaN : value }
  const minutes = value * (unit === 'working-hours' ? 60 : calendar.dayMinutes)
  return { measure: 'minutes', amount: Math.abs(minutes - Math.round(minutes)) < 1e-6 ? Math.round(minutes) : NaN }
}
