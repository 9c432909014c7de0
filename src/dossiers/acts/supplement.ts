import { tellClock } from '../../calendar/index.ts'
import { done } from '../../ground/result.ts'
import { type Definition, limitFor } from '../../procedures/index.ts'
import type { Dossier } from '../dossier.ts'
import { intakeLimit } from '../limits.ts'
import { clearFailed } from '../marks.ts'
import { policyOf } from '../policy.ts'
import { answerRequests } from '../requests.ts'
import { type Change, change, changeBody } from './change.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'

export const supplementBody = changeBody

/**
 * The applicant answers what was asked. After guidance the counter checks anew, its clock from the start; after a request of the agency
 * the same officer goes on, the legal time as the province chose. Refusals: those of every act, those of a change.
 */
export async function supplement(desk: DossierDesk, id: string, body: Change) {
  const taken = await takeFor(desk, id, 'supplement', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const changed = await change(desk, dossier, body)
  if (!changed.ok) return changed
  const { definition, patch, details } = changed.value
  await answerRequests(desk.sql, id, desk.now)
  await clearFailed(desk.sql, id)
  const times =
    dossier.state === 'returned-with-guidance'
      ? await intakeAnew(desk, dossier)
      : await settlementGoesOn(desk, dossier, definition)
  return done(await move(desk, dossier, step, { patch: { ...patch, ...times }, details }))
}

async function intakeAnew(desk: DossierDesk, dossier: Dossier) {
  const { now } = desk
  const limit = await intakeLimit(desk.sql, dossier, now)
  const due = await tellClock(desk, dossier.id, 'intake', {
    kind: 'restarted',
    at: now,
    ground: 'supplemented',
    ...limit,
  })
  return { intake_due: due ?? null, due: due ?? null, received_at: now }
}

/** From zero, from where it stood, or it never stood still: as the province chose; the index leaves the waiting out either way. */
async function settlementGoesOn(desk: DossierDesk, dossier: Dossier, definition: Definition) {
  const { now } = desk
  const way = (await policyOf(desk.sql, dossier)).get('supplement.clock.legal')
  if (way === 'run-on') return {}
  const { limit } = limitFor(definition, dossier.channel)
  const event = way === 'restart' ? { kind: 'restarted', limit, law: definition.decision } : { kind: 'resumed' }
  const due = await tellClock(desk, dossier.id, 'settlement', { ...event, at: now, ground: 'supplemented' } as never)
  return { due: due ?? null }
}
