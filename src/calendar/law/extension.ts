import type { Result } from '../../ground/result.ts'
import { done, refused } from '../../ground/result.ts'
import { dayOf } from '../../ground/day.ts'
import { type Amount, amountIn } from './amount.ts'
import type { Calendar } from './calendar.ts'
import { addMonths, countsFrom, type LimitUnit, type TimeLimit } from './limit.ts'
import type { ClockEvent } from './standing.ts'
import { standingOf } from './standing.ts'

/** The share of the whole limit that all extensions together may reach: one third is `{ of: 1, parts: 3 }`. */
export type Share = { readonly of: number; readonly parts: number }

/**
 * Whether the time of a dossier may be extended by this much; answers what then is left to extend, in the unit of the limit. All extensions since the
 * clock last began count together against the share of the whole limit, exactly and without rounding: of 15 working days 5, of 7 days 2 days 2 hours
 * 40 minutes. A limit in calendar days or months is extended in calendar days. No share set (`null`): no bound. Refusals: `clock-wrong-state`,
 * `extension-other-unit`, `extension-too-long` (with `left`).
 * @law 88/2017/QĐ-UBND Điều 14.4; several extensions together: unconfirmed
 * @req S1-14.4a
 */
export function mayExtend(
  calendar: Calendar,
  ledger: readonly ClockEvent[],
  extension: TimeLimit,
  share: Share | null,
): Result<{ left: number | null }, 'clock-wrong-state' | 'extension-other-unit' | 'extension-too-long'> {
  const room = roomToExtend(calendar, ledger, share)
  if (!room.ok) return room
  const asked = amountIn(calendar, extension)
  const { measure, left } = room.value
  if (asked.measure !== measure) return refused('extension-other-unit', { unit: room.value.unit })
  if (!Number.isInteger(asked.amount) || asked.amount <= 0) return refused('extension-too-long', { left: 0 })
  if (left === null) return done({ left: null })
  return asked.amount <= left ? done({ left: left - asked.amount }) : refused('extension-too-long', { left })
}

/** How much longer a dossier may still take: working minutes or calendar days; no number where no share is set. */
export type Room = { readonly measure: Amount['measure']; readonly unit: LimitUnit; readonly left: number | null }

/**
 * What is left of the share that all extensions together may reach. Refusals: `clock-wrong-state`, `extension-other-unit` for what is to be
 * done the same day.
 * @law 88/2017/QĐ-UBND Điều 14.4; several extensions together: unconfirmed
 * @req S1-14.4a
 */
export function roomToExtend(
  calendar: Calendar,
  ledger: readonly ClockEvent[],
  share: Share | null,
): Result<Room, 'clock-wrong-state' | 'extension-other-unit'> {
  const { state, limit, startedAt } = standingOf(calendar, ledger)
  if ((state !== 'running' && state !== 'paused') || !limit || !startedAt)
    return refused('clock-wrong-state', { state, event: 'extended' })
  const { unit } = limit
  if (unit === 'same-day') return refused('extension-other-unit', { unit })
  const whole = wholeOf(calendar, startedAt, limit)
  const { measure } = whole
  if (share === null) return done({ measure, unit, left: null })
  const began = ledger.findLastIndex(({ kind }) => kind === 'started' || kind === 'restarted')
  const before = ledger.slice(began).reduce((sum, event) => sum + extendedBy(calendar, event), 0)
  return done({ measure, unit, left: Math.floor((whole.amount * share.of) / share.parts) - before })
}

/**
 * Whether a new appointment may be made: later than now and than the one before, and not oftener than permitted (`null`: no bound), for the whole
 * life of the dossier. Refusals: `clock-wrong-state`, `already-reappointed`, `appointment-not-later`.
 * @law 61/2018/NĐ-CP Điều 19.9
 * @req S1-14.4c
 */
export function mayReappoint(
  calendar: Calendar,
  ledger: readonly ClockEvent[],
  { due, now, times = 1 }: { due: Date; now: Date; times?: number | null },
): Result<undefined, 'clock-wrong-state' | 'already-reappointed' | 'appointment-not-later'> {
  const clock = standingOf(calendar, ledger)
  if (clock.state !== 'running') return refused('clock-wrong-state', { state: clock.state, event: 're-appointed' })
  if (times !== null && clock.reappointments >= times) return refused('already-reappointed', { times })
  return due > now && due > clock.due! ? done() : refused('appointment-not-later')
}

/** The whole limit as it was given; a month has as many days as it has from where it was counted. */
function wholeOf(calendar: Calendar, startedAt: Date, limit: TimeLimit): Amount {
  if (limit.unit !== 'months') return amountIn(calendar, limit)
  const from = dayOf(countsFrom(calendar, startedAt, limit))
  const length = Date.parse(addMonths(from, limit.value)) - Date.parse(from)
  return { measure: 'days', amount: length / 86_400_000 }
}

function extendedBy(calendar: Calendar, { kind, limit, minutes }: ClockEvent): number {
  if (kind !== 'extended') return 0
  return minutes ?? (limit ? amountIn(calendar, limit).amount : 0)
}
