import {
  addWorkingMinutes,
  type Calendar,
  type Light,
  lightOf,
  remaining,
  type Remaining,
  shareAt,
  workingMinutesBetween,
} from '../../calendar/law/index.ts'

/**
 * One stay of a dossier at a step of its process, as it was written when it began. `round` counts how often the whole time has begun anew: after
 * a supplement from zero every step has its budget again.
 */
export type Stay = {
  readonly step: string
  readonly round: number
  readonly startedAt: Date
  readonly endedAt: Date | null
  /** Working minutes; none outside the clock. */
  readonly budgetMinutes: number | null
}

/** The step a dossier is in: since when, which minutes it used up before, how many it has in all. */
function stretchOf(calendar: Calendar, stays: readonly Stay[]) {
  const last = stays.at(-1)
  if (!last || last.endedAt || last.budgetMinutes === null) return undefined
  const earlier = stays.slice(0, -1).filter(({ step, round }) => step === last.step && round === last.round)
  const spent = earlier.reduce((sum, { startedAt, endedAt }) => {
    return sum + Math.max(0, workingMinutesBetween(calendar, startedAt, endedAt ?? startedAt))
  }, 0)
  return { from: last.startedAt, spent, total: last.budgetMinutes }
}

/**
 * When the step that is open now is due: its budget of working minutes, less what earlier stays at the same step used up; none outside the clock.
 * Whoever gets a dossier back, or takes it over from a colleague, has what is left of the step and not a new budget.
 * @law 01/2018/TT-VPCP Điều 8
 * @req S1-14.3
 */
export function stepDue(calendar: Calendar, stays: readonly Stay[]): Date | undefined {
  const stretch = stretchOf(calendar, stays)
  return stretch && addWorkingMinutes(calendar, stretch.from, Math.max(0, stretch.total - stretch.spent))
}

/**
 * When so many hundredths of the open step's budget are used up.
 * @law unconfirmed (mốc nhắc việc)
 * @req S3A-12.3a
 */
export function stepShareAt(calendar: Calendar, stays: readonly Stay[], percent: number): Date | undefined {
  const stretch = stretchOf(calendar, stays)
  return stretch && shareAt(calendar, stretch, percent)
}

/**
 * The light of the open step, by the same shares as that of the dossier, and what is left of it; no light outside the clock.
 * @law unconfirmed (ngưỡng đèn 50 %, 20 %)
 * @req S3A-12.3a
 */
export function stepLight(
  calendar: Calendar,
  stays: readonly Stay[],
  now: Date,
): { light: Light; left: Remaining | null } {
  const due = stepDue(calendar, stays)
  if (!due) return { light: 'none', left: null }
  const left = remaining(calendar, now, due)
  return { light: lightOf(left, stays.at(-1)!.budgetMinutes!, 'running'), left }
}
