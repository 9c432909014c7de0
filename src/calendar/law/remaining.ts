import type { Calendar } from './calendar.ts'
import { workingMinutesBetween } from './minutes.ts'

/** What is left until the due date, in working minutes (negative when over), and how we say it. */
export type Remaining = {
  readonly minutes: number
  readonly isOver: boolean
  readonly text: { vi: string; en: string }
}

/**
 * How much working time is left or gone by; a due date missed on a closed day is over with 0 minutes.
 * @law 04/2024/QĐ-UBND Điều 8.1
 * @req S3A-12.3a
 */
export function remaining(calendar: Calendar, now: Date, due: Date): Remaining {
  const minutes = workingMinutesBetween(calendar, now, due)
  const isOver = Math.floor(now.getTime() / 60_000) > Math.floor(due.getTime() / 60_000)
  return { minutes, isOver, text: textOf(minutes, isOver, calendar.dayMinutes) }
}

function textOf(minutes: number, isOver: boolean, dayMinutes: number): { vi: string; en: string } {
  if (minutes === 0) return isOver ? { vi: 'vừa quá hạn', en: 'just overdue' } : { vi: 'đến hạn', en: 'due now' }
  const length = durationText(Math.abs(minutes), dayMinutes)
  return isOver
    ? { vi: `quá ${length.vi}`, en: `${length.en} over` }
    : { vi: `còn ${length.vi}`, en: `${length.en} left` }
}

/** Working minutes in words: *1 ngày 3 giờ làm việc*, *2 giờ 15 phút làm việc*, *45 phút*; minutes are left out beside days. */
export function durationText(minutes: number, dayMinutes: number): { vi: string; en: string } {
  const days = Math.floor(minutes / dayMinutes)
  const hours = Math.floor((minutes % dayMinutes) / 60)
  const rest = (minutes % dayMinutes) % 60
  if (days > 0) return phrase([days, 'ngày', 'day'], [hours, 'giờ', 'hour'])
  if (hours > 0) return phrase([hours, 'giờ', 'hour'], [rest, 'phút', 'minute'])
  return { vi: `${rest} phút`, en: `${rest} ${rest === 1 ? 'minute' : 'minutes'}` }
}

/** The same to the minute, where somebody may count it over: *2 ngày 4 giờ 30 phút làm việc*. */
export function exactDurationText(minutes: number, dayMinutes: number): { vi: string; en: string } {
  const parts: Part[] = [
    [Math.floor(minutes / dayMinutes), 'ngày', 'day'],
    [Math.floor((minutes % dayMinutes) / 60), 'giờ', 'hour'],
    [(minutes % dayMinutes) % 60, 'phút', 'minute'],
  ]
  const said = parts.filter(([number]) => number > 0)
  if (said.length === 0) return { vi: '0 phút', en: '0 minutes' }
  return {
    vi: `${said.map(([number, vi]) => `${number} ${vi}`).join(' ')} làm việc`,
    en: said
      .map(([number, , en], place) => `${number} ${place === 0 ? 'working ' : ''}${en}${number === 1 ? '' : 's'}`)
      .join(' '),
  }
}

type Part = readonly [number: number, vi: string, en: string]

function phrase(great: Part, small: Part): { vi: string; en: string } {
  const [number, vi, en] = small
  const big = { vi: `${great[0]} ${great[1]}`, en: `${great[0]} working ${great[2]}${great[0] === 1 ? '' : 's'}` }
  if (number === 0) return { vi: `${big.vi} làm việc`, en: big.en }
  return { vi: `${big.vi} ${number} ${vi} làm việc`, en: `${big.en} ${number} ${en}${number === 1 ? '' : 's'}` }
}

export type Light = 'ample' | 'half' | 'near' | 'over' | 'paused' | 'extended' | 'none'
export type LightState = 'none' | 'running' | 'extended' | 'paused' | 'stopped'

/**
 * The sign beside a due date, of a dossier or of a step: more than half left, a fifth to a half, less than a fifth, over; or what holds the clock.
 * @law unconfirmed (ngưỡng đèn 50 %, 20 %)
 * @req S3A-12.3a
 */
export function lightOf(left: Pick<Remaining, 'minutes' | 'isOver'>, total: number, state: LightState): Light {
  if (state === 'none' || state === 'stopped') return 'none'
  if (state === 'paused') return 'paused'
  if (left.isOver) return 'over'
  if (state === 'extended') return 'extended'
  if (left.minutes * 2 > total) return 'ample'
  return left.minutes * 5 >= total && left.minutes > 0 ? 'half' : 'near'
}
