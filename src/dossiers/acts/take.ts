import { write } from '../../audit/index.ts'
import type { Tx } from '../../ground/database.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { mayReach, type Officer } from '../../organisations/law/index.ts'
import { askAround } from '../around.ts'
import type { DossierFact, TimeFact } from '../facts.ts'
import { type Act, mayAct } from '../law/index.ts'
import { mayStillRepresent } from '../still-represents.ts'
import { take } from '../store.ts'

/** The desk at which a dossier's acts are done. */
export type DossierDesk = Desk<Officer, DossierFact | TimeFact>

/**
 * How every act begins: the dossier, locked, and the step of the transition table this actor may take now. What the act will ask once it holds the
 * dossier (`askedOnce`) goes along with the taking. Refusals:
 * `not-found` (also when out of reach), `not-permitted`, `stale-version`, `wrong-state`, `person-signs-first`, `representation-missing`.
 */
export async function takeFor(
  desk: DossierDesk,
  id: string,
  act: Act,
  asked: { version: number; as?: 'person' | 'organisation' },
  along: readonly ((tx: Tx, id: string) => Promise<unknown>)[] = [],
) {
  const { sql, actor, now } = desk
  const taking = take(sql, id)
  askAround(sql, id)
  for (const ask of along) void ask(sql, id)
  const dossier = await taking
  if (!dossier) return refused('not-found')
  if (!mayReach(actor, dossier)) return outOfReach(desk, id, act)
  const step = mayAct(dossier, actor, act, asked)
  if (!step.ok) return step
  if (!(await mayStillRepresent({ db: sql, reader: actor, now }, dossier))) return refused('representation-missing')
  return done({ dossier, step: step.value })
}

/** To whoever cannot reach it a dossier is not there; that they tried is written down all the same. */
export function outOfReach({ actor, now, afterRefusal }: DossierDesk, id: string, what: string) {
  afterRefusal((db) =>
    write(db, { stream: `dossier:${id}`, act: 'denied', actor: actor.id, details: { what }, occurredAt: now }),
  )
  return refused('not-found')
}
