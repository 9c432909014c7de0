import type { Day } from '../../ground/day.ts'
import { addDays, day, weekday } from '../../ground/day.ts'
import type { Week } from './calendar.ts'
import { hungKingsOf, tetOf } from './lunar.ts'

/** A day off that the law gives before anybody has decided the year; `sure` is false where its place is only the usual choice. */
export type StatutoryDay = { readonly name: string; readonly sure: boolean }

/**
 * The eleven days off that the Labour Code gives in a year, as far as they stand before its decision, and the next working day for each that
 * falls on a weekly day off. Which five days are Tết and which neighbour of 2 September is off is decided every year: until then the last
 * day of the old lunar year and four of the new one, and the neighbour that joins the weekend, else 1 September.
 * @law 45/2019/QH14 Điều 111.3, Điều 112; the choice of the five and of the neighbour: unconfirmed
 * @req S2-8.1c2
 */
export function statutoryDaysOff(year: number, hours: Week): ReadonlyMap<Day, StatutoryDay> {
  const isWeeklyOff = (when: Day) => hours[weekday(when) - 1]?.length === 0
  const holidays = holidaysOf(year, isWeeklyOff)
  const off = new Map<Day, StatutoryDay>(holidays.map(([when, holiday]) => [when, holiday]))

  for (const [when, { name, sure }] of holidays) {
    if (!isWeeklyOff(when)) continue
    let instead = addDays(when, 1)
    while (off.has(instead) || isWeeklyOff(instead)) instead = addDays(instead, 1)
    off.set(instead, { name: `Nghỉ bù ${name}`, sure })
  }
  return off
}

function holidaysOf(year: number, isWeeklyOff: (when: Day) => boolean): (readonly [Day, StatutoryDay])[] {
  const on = (date: string) => day(`${year}-${date}`)
  const sure = (when: Day, name: string) => [when, { name, sure: true }] as const
  const national = on('09-02')
  return [
    sure(on('01-01'), 'Tết Dương lịch'),
    ...[-1, 0, 1, 2, 3].map((after) => [addDays(tetOf(year), after), { name: 'Tết Nguyên đán', sure: false }] as const),
    sure(hungKingsOf(year), 'Giỗ Tổ Hùng Vương'),
    sure(on('04-30'), 'Ngày Chiến thắng'),
    sure(on('05-01'), 'Ngày Quốc tế lao động'),
    sure(national, 'Quốc khánh'),
    [neighbour(national, isWeeklyOff), { name: 'Quốc khánh (ngày liền kề)', sure: false }] as const,
  ].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** The day before or after that is a working day and touches the weekend; the day before when both or neither do. */
function neighbour(when: Day, isWeeklyOff: (when: Day) => boolean): Day {
  const [before, after] = [addDays(when, -1), addDays(when, 1)]
  if (isWeeklyOff(before)) return after
  if (isWeeklyOff(after) || isWeeklyOff(addDays(before, -1))) return before
  return isWeeklyOff(addDays(after, 1)) ? after : before
}
