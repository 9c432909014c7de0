import { clockText, type Day, dayOf, minuteOf, weekday } from '../../ground/day.ts'
import type { Language } from '../../words/index.ts'
import { say, ui, weekdays } from '../../words/index.ts'

const months = 'January February March April May June July August September October November December'.split(' ')

/** “thứ Sáu 27/3/2026”, “Friday 27 March 2026”; without the weekday for dates of birth and of papers. */
export function dayWords(day: Day, language: Language, withWeekday = true): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const text = language === 'vi' ? `${date}/${month}/${year}` : `${date} ${months[month - 1]} ${year}`
  const name = weekdays[weekday(day) - 1]
  return withWeekday && name ? `${say(ui.time[name], language)} ${text}` : text
}

/** “14:30, thứ Sáu 27/3/2026”, by the clock of Viet Nam. */
export function instantWords(instant: Date, language: Language): string {
  return `${clock(instant)}, ${dayWords(dayOf(instant), language)}`
}

export function DayText({
  day,
  language,
  weekday: withWeekday = true,
}: {
  day: Day
  language: Language
  weekday?: boolean
}) {
  return <time datetime={day}>{dayWords(day, language, withWeekday)}</time>
}

/** `short` leaves the weekday out, in a table with a column for each moment. */
export function DateTime({ at, language, short = false }: { at: Date; language: Language; short?: boolean }) {
  const [day, time] = [dayOf(at), clock(at)]
  const words = short ? `${time} ${dayWords(day, language, false)}` : `${time}, ${dayWords(day, language)}`
  return <time datetime={`${day}T${time}+07:00`}>{words}</time>
}

const clock = (instant: Date): string => clockText(minuteOf(instant))
