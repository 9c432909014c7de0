import type { Calendar } from './calendar.ts'
import { eventSteps } from './explain.ts'
import { workingMinutesBetween } from './minutes.ts'
import type { Light } from './remaining.ts'
import { lightOf, remaining } from './remaining.ts'
import type { ClockEvent, Standing } from './standing.ts'
import { standingOf, ranUntil } from './standing.ts'

/** What the ledger of one clock says, read in the order of its lines. */
export type Clock = Omit<Standing, 'runsFrom' | 'spent' | 'counted' | 'lastAt'> & {
  /** All working minutes the legal limit gives, from its last start to the due date, pauses left out. */
  readonly totalMinutes: number | undefined
  /** Working minutes used since the last start, pauses left out. */
  elapsedMinutes(now: Date): number
  /** Why this is the due date, one Vietnamese sentence a line. */
  explain(): string[]
}

/**
 * Folds a ledger into the clock it describes; throws when the lines contradict each other.
 * @law 88/2017/QĐ-UBND Điều 14.3
 * @req S1-14.3
 */
export function clockOf(calendar: Calendar, events: readonly ClockEvent[]): Clock {
  const standing = standingOf(calendar, events)
  const { runsFrom, spent, counted: _counted, lastAt: _lastAt, ...clock } = standing
  const left = clock.left ?? (runsFrom && clock.due ? workingMinutesBetween(calendar, runsFrom, clock.due) : undefined)
  return {
    ...clock,
    totalMinutes: left === undefined ? undefined : spent + left,
    elapsedMinutes: (now) => spent + ranUntil(calendar, standing, now),
    explain: () => eventSteps(calendar, events),
  }
}

/**
 * Working minutes as the service-quality index reads them: from the first start until now or the end, supplements and other
 * pauses subtracted, never set back to zero.
 * @law 766/QĐ-TTg (chỉ số tiến độ; second-hand)
 * @req S2-16
 */
export function indexElapsed(calendar: Calendar, events: readonly ClockEvent[], now: Date): number {
  const standing = standingOf(calendar, events)
  return standing.counted + ranUntil(calendar, standing, now)
}

/**
 * The sign beside a dossier's due date now.
 * @law unconfirmed (ngưỡng đèn 50 %, 20 %)
 * @req S3A-12.3a
 */
export function clockLight(calendar: Calendar, clock: Clock, now: Date): Light {
  if (!clock.due) return lightOf({ minutes: 0, isOver: false }, 0, clock.state === 'paused' ? 'paused' : 'none')
  const state = clock.state === 'running' && clock.isExtended ? 'extended' : clock.state
  return lightOf(remaining(calendar, now, clock.due), clock.totalMinutes ?? 0, state)
}
