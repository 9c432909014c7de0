import type { Day } from '../../ground/day.ts'
import { addDays, clockText, dayOf, minuteOf } from '../../ground/day.ts'
import type { Calendar } from './calendar.ts'
import { isDecided, specialDay } from './calendar.ts'
import type { ClockEvent, Standing } from './standing.ts'
import { notStarted, step } from './standing.ts'
import { countsFrom, limitText } from './limit.ts'
import { exactDurationText } from './remaining.ts'

/** An instant as a receipt prints it: *09:00 ngày 02/03/2026*. */
export function instantText(instant: Date): string {
  return `${clockText(minuteOf(instant))} ngày ${dayText(dayOf(instant))}`
}

const dayText = (day: Day): string => day.split('-').toReversed().join('/')

/** The special days between two instants, both days included: what a due date stepped over or leaned on. */
export function specialDaysBetween(calendar: Calendar, from: Date, to: Date) {
  const found = []
  for (let day = dayOf(from), last = dayOf(to); day <= last; day = addDays(day, 1)) {
    const special = specialDay(calendar, day)
    if (special) found.push(special)
  }
  return found
}

/** Whether a date reached by this stretch is *dự kiến*: a year is not decided or a day off in it is not confirmed. */
export function isTentative(calendar: Calendar, from: Date, to: Date): boolean {
  const years = [Number(dayOf(from).slice(0, 4)), Number(dayOf(to).slice(0, 4))]
  return (
    years.some((year) => !isDecided(calendar, year)) ||
    specialDaysBetween(calendar, from, to).some(({ status }) => status === 'unconfirmed')
  )
}

/** The ledger told in Vietnamese, one sentence an event, then what the calendar did to the last due date. */
export function eventSteps(calendar: Calendar, events: readonly ClockEvent[]): string[] {
  const sentences: string[] = []
  let clock: Standing = notStarted
  for (const event of events) {
    clock = step(calendar, clock, event)
    sentences.push(sentenceOf(calendar, event, clock))
  }
  if (clock.startedAt && clock.due) sentences.push(...calendarSentences(calendar, clock.startedAt, clock.due))
  return sentences
}

function sentenceOf(calendar: Calendar, event: ClockEvent, clock: Standing): string {
  const at = instantText(clock.lastAt!)
  const due = clock.due ? `; hẹn trả lúc ${instantText(clock.due)}` : ''
  const why = [event.ground && `lý do: ${event.ground}`, event.law && `căn cứ: ${event.law}`].filter(Boolean).join('; ')
  return `${beginning(calendar, event, clock, at)}${due}${why && ` (${why})`}.`
}

function beginning(
  calendar: Calendar,
  { kind, minutes, limit: length, was }: ClockEvent,
  { limit, left, lastAt }: Standing,
  at: string,
): string {
  const given = limit ? ` thời hạn ${limitText(limit).vi}` : ''
  const from = limit && lastAt ? countsFrom(calendar, lastAt, limit) : undefined
  const later = from && lastAt && instantText(from) !== at ? `, tính từ ${instantText(from)}` : ''
  switch (kind) {
    case 'started':
      return `Nhận lúc ${at}${later}, bắt đầu tính${given}`
    case 'restarted':
      return `Nhận lại lúc ${at}${later}, tính lại từ đầu${given}`
    case 'paused':
      return `Tạm dừng lúc ${at}, ${leftText(calendar, left!)}`
    case 'resumed':
      return `Tính tiếp từ ${at}`
    case 'extended':
      if (minutes !== undefined) return `Gia hạn lúc ${at} thêm ${exactDurationText(minutes, calendar.dayMinutes).vi}`
      return `Gia hạn lúc ${at}${length ? ` thêm ${limitText(length).vi}` : ''}`
    case 're-appointed':
      return `Hẹn lại lúc ${at}`
    case 'recomputed':
      return `Tính lại lúc ${at} vì lịch làm việc thay đổi${was ? `, trước đó hẹn ${instantText(was)}` : ''}`
    case 'stopped':
      return `Kết thúc lúc ${at}`
  }
}

function leftText(calendar: Calendar, left: number): string {
  const length = exactDurationText(Math.abs(left), calendar.dayMinutes).vi
  return left < 0 ? `đã quá ${length}` : `thời hạn còn ${length}`
}

function calendarSentences(calendar: Calendar, from: Date, to: Date): string[] {
  const special = specialDaysBetween(calendar, from, to)
  const off = special.filter(({ kind }) => kind !== 'swap-work' && kind !== 'half-day')
  const worked = special.filter(({ kind }) => kind === 'swap-work' || kind === 'half-day')
  const list = (days: typeof special) => days.map(({ day, name }) => `${dayText(day)} (${name})`).join(', ')
  return [
    ...(off.length > 0 ? [`Không tính ngày nghỉ: ${list(off)}.`] : []),
    ...(worked.length > 0 ? [`Có giờ làm việc riêng: ${list(worked)}.`] : []),
    ...(isTentative(calendar, from, to) ? ['Ngày hẹn là dự kiến vì có ngày nghỉ chưa được xác nhận.'] : []),
  ]
}
