import type { Calendar } from './calendar.ts'
import { type ClockEvent, notStarted, type Standing, step } from './standing.ts'

/**
 * The due date that this calendar gives a running clock, its ledger read again from the start; none when it does not run. A date that somebody
 * appointed, or an extension up to a date, stays as it was said; so does what was left at a pause.
 * @law unconfirmed (lịch thay đổi sau khi đã hẹn)
 * @req S1-14.4c
 */
export function promisedAnew(calendar: Calendar, ledger: readonly ClockEvent[]): Date | undefined {
  let clock: Standing = notStarted
  for (const event of ledger) if (event.kind !== 'recomputed') clock = step(calendar, clock, asCounted(event))
  return clock.state === 'running' ? clock.due : undefined
}

/** The line without the due date that was counted from it, so that it is counted anew. */
function asCounted({ due, ...event }: ClockEvent): ClockEvent {
  const isCounted =
    event.kind === 'resumed' ||
    ((event.kind === 'started' || event.kind === 'restarted' || event.kind === 'extended') &&
      (event.limit !== undefined || event.minutes !== undefined))
  return isCounted || !due ? event : { ...event, due }
}
