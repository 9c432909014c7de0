import { calendarFor, dueAt, workingMinutesBetween } from '../calendar/index.ts'
import type { Sql } from '../ground/database.ts'
import type { Dossier } from './dossier.ts'
import { forwardDue, isForwardedLate } from './law/index.ts'
import { policyOf } from './policy.ts'

/** How the counter kept its times with a dossier; nothing for a draft. */
export type AtCounter = {
  /** When the counter first said anything of it, and how many working minutes after its receipt. */
  firstCheckedAt: Date | null
  minutesToFirstCheck: number | null
  /** Until when it must have gone to the agency, and whether it went, or still stands there, too late. */
  forwardBy: Date | null
  forwardedAt: Date | null
  isForwardedLate: boolean
}

/** Until it has gone, only what still stands at the counter is to go. */
const stillToGo: readonly string[] = ['submitted', 'accepted']

export async function atCounter(db: Sql, dossier: Dossier, now: Date): Promise<AtCounter> {
  const { submittedAt, firstCheckedAt, forwardedAt } = dossier
  const calendar = await calendarFor(db, now, dossier.reception)
  const isToGo = forwardedAt !== null || stillToGo.includes(dossier.state)
  const policy = await policyOf(db, dossier)
  const forwarding = policy.get('transfer.electronic')
  const forwardBy = isToGo ? forwardDue(calendar, forwarding, dossier) : null
  // What is to be done at once is late once the time of the province's alarm has gone by too.
  const isAtOnce = forwarding.limit.value === 0
  const lateFrom = forwardBy && isAtOnce ? dueAt(calendar, forwardBy, policy.get('intake.alarm')) : forwardBy
  return {
    firstCheckedAt,
    minutesToFirstCheck:
      submittedAt && firstCheckedAt ? Math.max(0, workingMinutesBetween(calendar, submittedAt, firstCheckedAt)) : null,
    forwardBy,
    forwardedAt,
    isForwardedLate: isForwardedLate(lateFrom, dossier, now),
  }
}
