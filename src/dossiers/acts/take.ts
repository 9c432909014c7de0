import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { mayReach, type Officer } from '../../organisations/law/index.ts'
import type { DossierFact } from '../facts.ts'
import { type Act, mayAct } from '../law/index.ts'
import { take } from '../store.ts'

/** The desk at which a dossier's acts are done. */
export type DossierDesk = Desk<Officer, DossierFact>

/**
 * How every act begins: the dossier, locked, and the step of the transition table this actor may take now. Refusals:
 * `not-found` (also when out of reach), `not-permitted`, `stale-version`, `wrong-state`, `person-signs-first`.
 */
export async function takeFor(
  { sql, actor }: DossierDesk,
  id: string,
  act: Act,
  asked: { version: number; as?: 'person' | 'organisation' },
) {
  const dossier = await take(sql, id)
  if (!dossier || !mayReach(actor, dossier)) return refused('not-found')
  const step = mayAct(dossier, actor, act, asked)
  return step.ok ? done({ dossier, step: step.value }) : step
}
