import { addDays, clockText, type Day, dayOf } from '../../src/ground/day.ts'
import { type Calendar, sessionsOn, specialDay, type TimeLimit } from '../../src/calendar/index.ts'

/**
 * The same questions put to `dayjs-business-time`: of the libraries on npm that know office hours within a day and holidays the one most used
 * (197,000 downloads a month) and the last to be kept up. It reckons in the time zone of the machine, so the machine is given ours.
 */
export const library = 'dayjs-business-time 1.0.4'

type Moment = {
  toDate(): Date
  nextBusinessTime(): Moment
  addBusinessMinutes(minutes: number): Moment
  addBusinessDays(days: number): Moment
  hour(value: number): Moment
  minute(value: number): Moment
}
type Dayjs = {
  (when: Date): Moment
  extend(plugin: unknown): void
  setBusinessTime(hours: Record<string, { start: string; end: string }[] | null>): void
  setHolidays(days: string[]): void
}

const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** Due dates as somebody who knows this library would have it find them, with the week and every day off of this calendar laid into it. */
export async function libraryDates(calendar: Calendar, from: Day, until: Day) {
  process.env['TZ'] = 'Asia/Ho_Chi_Minh'
  const dayjs = ((await import('dayjs' as string)) as { default: Dayjs }).default
  const plugin = ((await import('dayjs-business-time' as string)) as { default: unknown }).default
  dayjs.extend((plugin as { default?: unknown }).default ?? plugin)
  const week = calendar.hours.map((sessions, index) => {
    const hours = sessions.map(([start, end]) => ({ start: `${clockText(start)}:00`, end: `${clockText(end)}:00` }))
    return [names[index], hours.length > 0 ? hours : null] as const
  })
  dayjs.setBusinessTime(Object.fromEntries(week))
  const off: string[] = []
  for (let when = from; when <= until; when = addDays(when, 1))
    if (specialDay(calendar, when) && sessionsOn(calendar, when).length === 0) off.push(when)
  dayjs.setHolidays(off)

  const [, closing = 0] = calendar.hours[0]!.at(-1)!
  return (start: Date, { value, unit, countFrom }: TimeLimit): Date => {
    // Whole minutes, as on a receipt: of seconds the library loses some at every pause.
    const came = dayjs(new Date(Math.floor(start.getTime() / 60_000) * 60_000))
    if (unit === 'working-hours') return came.addBusinessMinutes(value * 60).toDate()
    if (countFrom !== 'next-day') return came.addBusinessMinutes(value * calendar.dayMinutes).toDate()
    const last = came.nextBusinessTime().addBusinessDays(value)
    return last
      .hour(Math.floor(closing / 60))
      .minute(closing % 60)
      .toDate()
  }
}

/** Equal to the minute: seconds of an arrival are no part of a due date. */
export function sameMinute(a: Date, b: Date): boolean {
  return dayOf(a) === dayOf(b) && Math.floor(a.getTime() / 60_000) === Math.floor(b.getTime() / 60_000)
}
