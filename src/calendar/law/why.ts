import { dayOf, minuteOf } from '../../ground/day.ts'
import type { Calendar } from './calendar.ts'
import { eventSteps, instantText, specialDaysBetween } from './explain.ts'
import { countsFrom, type TimeLimit } from './limit.ts'
import type { ClockEvent, ClockEventKind } from './standing.ts'
import { standingOf } from './standing.ts'

/** One step of why a date is this one: the sentence, and the article or decision it rests on. */
export type WhyStep = { readonly text: string; readonly law: string }

const unconfirmed = 'chưa kiểm chứng'

const eventLaw: Record<ClockEventKind, string> = {
  started: unconfirmed,
  paused: '61/2018/NĐ-CP Điều 19.4',
  resumed: unconfirmed,
  restarted: '61/2018/NĐ-CP Điều 19.4',
  extended: '88/2017/QĐ-UBND Điều 14.4',
  're-appointed': '61/2018/NĐ-CP Điều 19.9',
  recomputed: unconfirmed,
  stopped: unconfirmed,
}

/**
 * Why this is the due date, step by step with the article of each: what happened, how the limit is counted, which days were stepped over. What
 * no text that was read says is marked *chưa kiểm chứng*.
 * @law 88/2017/QĐ-UBND Điều 14.3; 45/2019/QH14 Điều 111.3, Điều 112; each step: its own
 * @req S1-14.3
 */
export function whySteps(calendar: Calendar, events: readonly ClockEvent[]): WhyStep[] {
  const bare = events.map(({ law: _law, ground, ...event }) =>
    event.kind === 'stopped' || !ground ? event : { ...event, ground },
  )
  const sentences = eventSteps(calendar, bare)
  const happened = events.map(({ kind, law }, index) => ({ text: sentences[index]!, law: law ?? eventLaw[kind] }))
  const began = events.findLastIndex(({ kind }) => kind === 'started' || kind === 'restarted')
  const { limit, startedAt, due } = standingOf(calendar, events)
  const how = limit && startedAt ? [...arrival(calendar, startedAt, limit), counting(limit)] : []
  const special = startedAt && due ? specialDaysBetween(calendar, startedAt, due) : []
  const sources = [...new Set(special.map(({ source }) => source))].join('; ') || unconfirmed
  const stepped = sentences.slice(events.length).map((text) => ({ text, law: sources }))
  return [...happened.slice(0, began + 1), ...how, ...happened.slice(began + 1), ...stepped]
}

/** What came out of hours, or after the cutoff, counts from another moment than it came. */
function arrival(calendar: Calendar, startedAt: Date, limit: TimeLimit): WhyStep[] {
  const from = countsFrom(calendar, startedAt, limit)
  if (from.getTime() - startedAt.getTime() < 60_000) return []
  const { cutoff: _cutoff, ...plain } = limit
  const opening = countsFrom(calendar, startedAt, { ...plain, unit: 'working-hours' })
  if (opening.getTime() === from.getTime()) {
    const text = `Nhận ngoài giờ làm việc nên tính từ giờ làm việc kế tiếp, ${instantText(from)}.`
    return [{ text, law: '04/2024/QĐ-UBND Điều 8.1.c' }]
  }
  const late = limit.cutoff ?? 900
  const clock = `${Math.floor(late / 60)} giờ${late % 60 ? ` ${late % 60}` : ''}`
  const isSameDay = dayOf(opening) === dayOf(startedAt) && minuteOf(opening) > late
  const text = `Nhận sau ${clock}${isSameDay ? '' : ', kể cả ngoài giờ,'} nên tính từ ngày làm việc kế tiếp, ${instantText(from)}.`
  return [{ text, law: limit.unit === 'same-day' ? 'Luật Hộ tịch 2014 Điều 9.3' : unconfirmed }]
}

function counting({ unit, countFrom, value }: TimeLimit): WhyStep {
  if (value === 0) return { text: 'Làm ngay khi nhận, không tính thêm giờ.', law: '61/2018/NĐ-CP Điều 18' }
  switch (unit) {
    case 'working-hours':
      return {
        text: 'Chỉ tính giờ làm việc, không tính giờ nghỉ trưa, buổi tối và ngày nghỉ.',
        law: '04/2024/QĐ-UBND Điều 8.1',
      }
    case 'working-days':
      return countFrom === 'next-day'
        ? { text: 'Không tính ngày nhận; hết giờ làm việc của ngày làm việc cuối cùng là hết hạn.', law: unconfirmed }
        : { text: 'Một ngày làm việc là 8 giờ làm việc, tính từ giờ nhận.', law: unconfirmed }
    case 'calendar-days':
    case 'months':
      return {
        text: 'Không tính ngày nhận; ngày cuối cùng là ngày nghỉ thì hết hạn vào ngày làm việc kế tiếp.',
        law: unconfirmed,
      }
    case 'same-day':
      return { text: 'Giải quyết trong ngày, hết giờ làm việc là hết hạn.', law: 'Luật Hộ tịch 2014 Điều 9.3' }
  }
}
