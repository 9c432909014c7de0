import type { Calendar } from './calendar.ts'
import { addWorkingMinutes, workingMinutesBetween } from './minutes.ts'
import { type ClockEvent, standingOf } from './standing.ts'

/** A stretch of working time: from when it runs, how much of it was used before, how much there is. */
export type Stretch = { readonly from: Date; readonly spent: number; readonly total: number }

/**
 * The instant at which so many hundredths of a stretch of working time are used up; what was used before it began to run counts, so it may be the beginning
 * itself.
 * @law unconfirmed (mốc nhắc việc)
 * @req S3A-12.3a
 */
export function shareAt(calendar: Calendar, { from, spent, total }: Stretch, percent: number): Date {
  return addWorkingMinutes(calendar, from, Math.max(0, Math.ceil((total * percent) / 100) - spent))
}

/**
 * The same for a running clock, counted from its ledger; all of it is used up at the due date as it was promised. None while the clock does
 * not run, so nobody is warned of time that stands still.
 * @law unconfirmed (mốc nhắc việc)
 * @req S3A-12.3a
 */
export function clockShareAt(calendar: Calendar, events: readonly ClockEvent[], percent: number): Date | undefined {
  const { state, due, runsFrom, spent } = standingOf(calendar, events)
  if (state !== 'running' || !due || !runsFrom) return undefined
  if (percent >= 100) return due
  const total = spent + Math.max(0, workingMinutesBetween(calendar, runsFrom, due))
  const at = shareAt(calendar, { from: runsFrom, spent, total }, percent)
  return at < due ? at : due
}
