import type { Result } from '../../ground/result.ts'
import { done, refused } from '../../ground/result.ts'
import type { Calendar } from './calendar.ts'
import type { ClockEvent } from './standing.ts'
import { standingOf, step, takes } from './standing.ts'

/**
 * The line to add to a clock's ledger, with the due date it promises, fixed from now on. Refused (`clock-wrong-state`) when
 * the clock cannot take it: paused twice, started twice, stopped already.
 * @law 61/2018/NĐ-CP Điều 19
 * @req S1-14.3
 */
export function appendClock(
  calendar: Calendar,
  ledger: readonly ClockEvent[],
  event: ClockEvent,
): Result<ClockEvent, 'clock-wrong-state'> {
  const clock = standingOf(calendar, ledger)
  if (!takes[clock.state].includes(event.kind))
    return refused('clock-wrong-state', { state: clock.state, event: event.kind })
  const { due, left } = step(calendar, clock, event)
  // What is left at a pause is written down too, so that a later calendar takes nothing from it.
  if (event.kind === 'paused') return done({ ...event, minutes: left })
  return done(due ? { ...event, due } : event)
}
