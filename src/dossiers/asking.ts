import { calendarFor, dueAt } from '../calendar/index.ts'
import type { Sql } from '../ground/database.ts'
import { done, refused } from '../ground/result.ts'
import { letterFor, unusedApology } from './apologies.ts'
import type { Dossier } from './dossier.ts'
import {
  type ApologyCause,
  isLate,
  mayApologiseForAsking,
  mayApologiseForDelay,
  mayGuide,
  mayRequestSupplement,
} from './law/index.ts'
import { policyOf } from './policy.ts'

/** Whether the counter may guide this applicant now, with the letter that would go out; `file` names a certain letter. */
export async function guidancePermit(db: Sql, dossier: Dossier, file?: string) {
  const policy = await policyOf(db, dossier)
  const letter = await unusedApology(db, dossier.id, 'second-guidance', file)
  const permitted = mayGuide(dossier.guidances, {
    max: policy.get('intake.guidance.max'),
    beyond: policy.get('intake.guidance.beyond'),
    hasApology: letter !== undefined,
  })
  return permitted.ok ? done({ ...permitted.value, letter }) : permitted
}

/** Whether the agency may ask this applicant for more now, with the letter that would go out. */
export async function supplementPermit(db: Sql, dossier: Dossier, cause: string | undefined) {
  const policy = await policyOf(db, dossier)
  const letter = await unusedApology(db, dossier.id, 'second-supplement')
  const permitted = mayRequestSupplement(dossier.supplements, {
    max: policy.get('supplement.max'),
    causes: policy.get('supplement.second-causes'),
    cause,
    hasApology: letter !== undefined,
  })
  return permitted.ok ? done({ ...permitted.value, letter }) : permitted
}

/** Whether a letter of apology may be signed now: for a delay, or before the applicant is asked once more. */
export async function apologyPermit(db: Sql, dossier: Dossier, about: Exclude<ApologyCause, 'extension'>, now: Date) {
  if (about === 'late') return delayPermit(db, dossier, now)
  const policy = await policyOf(db, dossier)
  const hasLetter = (await unusedApology(db, dossier.id, about)) !== undefined
  return about === 'second-guidance'
    ? mayApologiseForAsking(dossier.guidances, {
        max: policy.get('intake.guidance.max'),
        isPermitted: policy.get('intake.guidance.beyond') !== 'block',
        hasLetter,
      })
    : mayApologiseForAsking(dossier.supplements, {
        max: policy.get('supplement.max'),
        isPermitted: policy.get('supplement.second-causes').length > 0,
        hasLetter,
      })
}

/**
 * Whether the agency apologises for the delay now: not before the day the province says, once for each promised date, and for a result that is
 * issued only when it was late.
 */
export async function delayPermit(db: Sql, dossier: Dossier, now: Date) {
  const { due, issuedAt } = dossier
  const hasApologised = (await letterFor(db, dossier.id, due)) !== undefined
  if (issuedAt)
    return isLate(due, { issuedAt, now }) ? mayApologiseForDelay(due, now, hasApologised) : refused('apology-not-owed')
  const before = (await policyOf(db, dossier)).get('apology.late.before')
  const reach = dueAt(await calendarFor(db, now, dossier.agency), now, before)
  return mayApologiseForDelay(due, reach < now ? now : reach, hasApologised)
}

/** The cause a further request would need to name: none for the first one. */
export async function causeNeeded(db: Sql, dossier: Dossier): Promise<string | undefined> {
  const policy = await policyOf(db, dossier)
  return dossier.supplements < policy.get('supplement.max') ? undefined : policy.get('supplement.second-causes')[0]
}
