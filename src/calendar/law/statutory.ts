import type { Day } from '../../ground/day.ts'
import { addDays, day, weekday } from '../../ground/day.ts'
import type { Week } from './calendar.ts'

const fixedHolidays = [
  ['01-01', 'Tết Dương lịch'],
  ['04-30', 'Ngày Chiến thắng'],
  ['05-01', 'Ngày Quốc tế lao động'],
  ['09-02', 'Quốc khánh'],
] as const

/**
 * The days off that are certain before a year's calendar is decided: holidays of fixed date, and the next working day
 * when one falls on a weekly day off. Tết, the Hùng Kings and the second National Day wait for the decision.
 * @law 45/2019/QH14 Điều 111.3, Điều 112
 * @req S2-8.1c2
 */
export function statutoryDaysOff(year: number, hours: Week): ReadonlyMap<Day, string> {
  const off = new Map<Day, string>(fixedHolidays.map(([date, name]) => [day(`${year}-${date}`), name]))
  const isOff = (when: Day) => off.has(when) || hours[weekday(when) - 1]?.length === 0

  for (const [date, name] of fixedHolidays) {
    const holiday = day(`${year}-${date}`)
    if (hours[weekday(holiday) - 1]?.length !== 0) continue
    let instead = addDays(holiday, 1)
    while (isOff(instead)) instead = addDays(instead, 1)
    off.set(instead, `Nghỉ bù ${name}`)
  }
  return off
}
