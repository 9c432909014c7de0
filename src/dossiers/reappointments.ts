import { agencyOf, calendarFor, endOfOfficeHours, ledgerOf, mayReappoint } from '../calendar/index.ts'
import type { Sql } from '../ground/database.ts'
import { day } from '../ground/day.ts'
import { done, refused } from '../ground/result.ts'
import type { Dossier } from './dossier.ts'
import { policyOf } from './policy.ts'

/**
 * The hour until which a result is promised anew for this day: the end of office hours, of the next working day when it is closed. Refusals, each
 * with the article: `clock-wrong-state`, `already-reappointed`, `appointment-not-later`.
 */
export async function reappointment(db: Sql, dossier: Dossier, newDay: string, now: Date) {
  const { value: times, source: law } = (await policyOf(db, dossier)).stated('extension.reappointments')
  const ledger = await ledgerOf(db, dossier.id, 'settlement')
  const calendar = await calendarFor(db, now, agencyOf(ledger))
  const due = endOfOfficeHours(calendar, day(newDay))
  const permitted = mayReappoint(calendar, ledger, { due, now, times })
  return permitted.ok ? done(due) : refused(permitted.refusal, { law })
}
