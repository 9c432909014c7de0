import type { Result } from '../../ground/result.ts'
import { done, refused } from '../../ground/result.ts'
import type { Calendar } from './calendar.ts'
import type { ClockEvent, ClockEventKind } from './standing.ts'
import { standingOf, step, takes } from './standing.ts'

/** What moves or stops a promised date says why, and by which article that is asked; what no text that was read says is so marked. */
const grounded: Partial<Record<ClockEventKind, string>> = {
  paused: '61/2018/NĐ-CP Điều 19.4',
  extended: '88/2017/QĐ-UBND Điều 14.4',
  're-appointed': '61/2018/NĐ-CP Điều 19.9',
  recomputed: 'chưa kiểm chứng',
}

/**
 * The line to add to a clock's ledger, with the due date it promises, fixed from now on. Refused, each with the article it rests on: when the clock
 * cannot take it, paused twice or stopped already (`clock-wrong-state`); a pause, an extension or another date without its ground
 * (`clock-needs-ground`); a date somebody gives that has already gone by, or a recomputed one moved back to an hour gone by (`promised-date-gone-by`).
 * @law 61/2018/NĐ-CP Điều 19.4, 19.9; 88/2017/QĐ-UBND Điều 14.4; a date gone by: unconfirmed
 * @req S1-14.3
 * @req S1-14.4c
 */
export function appendClock(
  calendar: Calendar,
  ledger: readonly ClockEvent[],
  event: ClockEvent,
): Result<ClockEvent, 'clock-wrong-state' | 'clock-needs-ground' | 'promised-date-gone-by'> {
  const clock = standingOf(calendar, ledger)
  const { kind, at } = event
  const law = grounded[kind]
  if (!takes[clock.state].includes(kind)) return refused('clock-wrong-state', { state: clock.state, event: kind })
  if (law && !event.ground?.trim()) return refused('clock-needs-ground', { event: kind, law })
  const { due, left } = step(calendar, clock, event)
  const isGiven = kind === 'extended' || kind === 're-appointed'
  if (due && due <= at && (isGiven || (kind === 'recomputed' && clock.due && due < clock.due)))
    return refused('promised-date-gone-by', { law, due })
  // What is left at a pause is written down too, so that a later calendar takes nothing from it.
  if (kind === 'paused') return done({ ...event, minutes: left })
  return done(due ? { ...event, due } : event)
}
