import type { Day } from '../../ground/day.ts'
import { addDays, day } from '../../ground/day.ts'
import { newMoon, sunAt } from './moon.ts'

/** A month of the lunar calendar: its number, whether it is the leap month of that number, and the day on which it begins. */
export type LunarMonth = { readonly month: number; readonly isLeap: boolean; readonly first: Day }

/** Hours that Viet Nam's day begins before that of Greenwich; the Chinese calendar has 8, and some years another Tết. */
const viet = 7

/**
 * The months of a lunar year, the first beginning on Tết. A month begins on the day of the new moon, the month with the winter solstice is the eleventh,
 * and of thirteen months between two solstices the first without a principal solar term is the leap month; all days begin at midnight +07:00.
 * @law unconfirmed (lịch Nhà nước theo múi giờ thứ 7)
 * @req S2-8.1c2
 */
export function lunarYear(year: number, zone = viet): readonly LunarMonth[] {
  const key = year * 100 + zone
  const known = computed.get(key)
  if (known) return known
  const [before, after] = [monthsFrom(year - 1, zone), monthsFrom(year, zone)]
  const isNewYear = ({ month, isLeap }: LunarMonth) => month === 1 && !isLeap
  const months = [...before.slice(before.findIndex(isNewYear)), ...after.slice(0, after.findIndex(isNewYear))]
  computed.set(key, months)
  return months
}

/** The heavens do not change: a lunar year is computed once. */
const computed = new Map<number, readonly LunarMonth[]>()

/** Mồng 1 tháng Giêng of this year. */
export function tetOf(year: number, zone = viet): Day {
  return lunarYear(year, zone)[0]!.first
}

/** Mồng 10 tháng Ba âm lịch of this year, the day of the Hùng Kings; never in a leap third month. */
export function hungKingsOf(year: number): Day {
  const third = lunarYear(year).find(({ month, isLeap }) => month === 3 && !isLeap)!
  return addDays(third.first, 9)
}

/** The months from the eleventh of one solar year up to the eleventh of the next. */
function monthsFrom(year: number, zone: number): LunarMonth[] {
  const [start, end] = [solsticeMoon(year, zone), solsticeMoon(year + 1, zone)]
  const days = Array.from({ length: end - start + 1 }, (_, index) => moonDay(start + index, zone))
  const leap =
    end - start < 13 ? -1 : days.findIndex((first, index) => index > 0 && !hasTerm(first, days[index + 1]!, zone))
  return days.slice(0, -1).map((first, index) => {
    const passed = index - (leap > 0 && index >= leap ? 1 : 0)
    return { month: ((10 + passed) % 12) + 1, isLeap: index === leap, first: dayNumbered(first) }
  })
}

/** The number of the new moon that begins the month of the winter solstice. */
function solsticeMoon(year: number, zone: number): number {
  const lastOfYear = Date.UTC(year, 11, 31) / 86_400_000
  let number = Math.round((lastOfYear - 10962) / 29.530588861) + 1
  while (moonDay(number, zone) > lastOfYear) number--
  return termAt(moonDay(number, zone), zone) >= 9 ? number - 1 : number
}

const moonDay = (number: number, zone: number): number => Math.floor(newMoon(number) + zone / 24)

/** Which of the twelve principal terms is the last at the beginning of this day; 9 is the winter solstice. */
const termAt = (date: number, zone: number): number => Math.floor(sunAt(date - zone / 24) / 30)

const hasTerm = (first: number, next: number, zone: number): boolean => termAt(first, zone) !== termAt(next, zone)

const dayNumbered = (number: number): Day => day(new Date(number * 86_400_000).toISOString().slice(0, 10))
