import { extendedDue, extensionMinutes } from './amount.ts'
import type { Calendar } from './calendar.ts'
import type { TimeLimit } from './limit.ts'
import { dueAt } from './limit.ts'
import { addWorkingMinutes, workingMinutesBetween } from './minutes.ts'

export const clockEventKinds = [
  'started',
  'paused',
  'resumed',
  'restarted',
  'extended',
  're-appointed',
  'recomputed',
  'stopped',
] as const
export type ClockEventKind = (typeof clockEventKinds)[number]

/**
 * One line of a clock's ledger, written once. `due` is the due date as it was promised then; it is never computed again,
 * whatever becomes of the calendar or of the machine's clock; only a line `recomputed` changes it, and keeps the old one in `was`.
 * `limit` of an extension is how much longer; `minutes` are working minutes, of an extension or left at a pause; `ground` is the
 * reason and `law` the decision or article that the limit comes from.
 */
export type ClockEvent = {
  readonly kind: ClockEventKind
  readonly at: Date
  readonly limit?: TimeLimit
  readonly minutes?: number
  readonly due?: Date
  readonly was?: Date
  readonly ground?: string
  readonly law?: string
  /** The agency whose calendar counts from this line on; what is not said stays as it was. */
  readonly agency?: string
}

export type ClockState = 'none' | 'running' | 'paused' | 'stopped'

/** Where a clock stands after its events: a paused clock has no due date, only the working minutes left (`left`). */
export type Standing = {
  readonly state: ClockState
  readonly limit?: TimeLimit
  readonly due?: Date
  readonly startedAt?: Date
  readonly pausedAt?: Date
  readonly stoppedAt?: Date
  readonly left?: number
  readonly runsFrom?: Date
  readonly spent: number
  readonly counted: number
  readonly isExtended: boolean
  readonly reappointments: number
  readonly lastAt?: Date
}

export const notStarted: Standing = { state: 'none', spent: 0, counted: 0, isExtended: false, reappointments: 0 }

/** Which events each state takes; a stopped clock starts again only from zero, when what was sent back returns. */
export const takes: Record<ClockState, readonly ClockEventKind[]> = {
  none: ['started'],
  running: ['paused', 'restarted', 'extended', 're-appointed', 'recomputed', 'stopped'],
  paused: ['resumed', 'restarted', 'extended', 'stopped'],
  stopped: ['restarted'],
}

/**
 * The clock after one more event. After a supplement the legal limit starts from zero (`restarted`), while the index keeps
 * counting what it had (`counted`) and leaves out the pause. A pause keeps what is left in working minutes.
 * @law 61/2018/NĐ-CP Điều 19.4 (tính lại từ đầu); 766/QĐ-TTg (chỉ số trừ thời gian bổ sung); pause and resume: unconfirmed
 * @req S1-14.3, S1-14.4c
 */
export function step(calendar: Calendar, clock: Standing, event: ClockEvent): Standing {
  if (!takes[clock.state].includes(event.kind)) throw new RangeError(`a ${clock.state} clock cannot be ${event.kind}`)
  const at = clock.lastAt && clock.lastAt > event.at ? clock.lastAt : event.at
  const limit = event.kind === 'extended' ? clock.limit : (event.limit ?? clock.limit)
  const ran = ranUntil(calendar, clock, at)
  const now = { ...clock, spent: clock.spent + ran, counted: clock.counted + ran, lastAt: at, limit }
  if (clock.state === 'running') now.runsFrom = at

  switch (event.kind) {
    case 'started':
    case 'restarted': {
      const due = event.due ?? (limit && dueAt(calendar, at, limit))
      if (!due) throw new RangeError('a clock starts with a limit or a due date')
      const fresh = { ...notStarted, counted: now.counted, lastAt: at, limit, reappointments: clock.reappointments }
      return { ...fresh, state: 'running', due, startedAt: at, runsFrom: at }
    }
    case 'paused':
      return {
        ...now,
        state: 'paused',
        pausedAt: at,
        left: event.minutes ?? workingMinutesBetween(calendar, at, clock.due!),
        due: undefined,
        runsFrom: undefined,
      }
    case 'resumed':
      return {
        ...now,
        state: 'running',
        due: event.due ?? addWorkingMinutes(calendar, at, clock.left!),
        left: undefined,
        pausedAt: undefined,
        runsFrom: at,
      }
    case 'extended':
      return { ...now, ...laterBy(calendar, clock, event), isExtended: true }
    case 're-appointed':
      if (!event.due) throw new RangeError('a new appointment needs its date')
      return { ...now, due: event.due, reappointments: clock.reappointments + 1 }
    case 'recomputed':
      if (!event.due) throw new RangeError('a recomputed date needs to be said')
      return { ...now, due: event.due }
    case 'stopped':
      return { ...now, state: 'stopped', stoppedAt: at, runsFrom: undefined }
  }
}

/** Working minutes since the clock last began to run; none while it stands. */
export function ranUntil(calendar: Calendar, clock: Standing, at: Date): number {
  return clock.runsFrom ? Math.max(0, workingMinutesBetween(calendar, clock.runsFrom, at)) : 0
}

function laterBy(calendar: Calendar, clock: Standing, event: ClockEvent): Pick<Standing, 'due' | 'left'> {
  const minutes = event.minutes ?? (event.limit && extensionMinutes(calendar, event.limit))
  if (clock.state === 'paused') {
    if (minutes === undefined) throw new RangeError('a paused clock is extended by working time')
    return { left: clock.left! + minutes }
  }
  if (event.due) return { due: event.due }
  if (minutes !== undefined) return { due: addWorkingMinutes(calendar, clock.due!, minutes) }
  if (!event.limit) throw new RangeError('an extension has a length or a due date')
  return { due: extendedDue(calendar, clock.due!, event.limit) }
}

/** The standing after all lines of a ledger, in their order. */
export function standingOf(calendar: Calendar, events: readonly ClockEvent[]): Standing {
  return events.reduce((clock, event) => step(calendar, clock, event), notStarted)
}
