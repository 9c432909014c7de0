import { z } from 'zod'
import type { Sql } from '../../ground/database.ts'
import { done, refused } from '../../ground/result.ts'
import { closeLeg, legsOf, noteAnswer } from '../legs.ts'
import type { LegRow } from '../legs.ts'
import { mayApprove } from '../law/index.ts'
import { processOf } from '../../procedures/index.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { version, written } from './words.ts'

export const transferBody = z.strictObject({ version, conclusion: written(4000) })
export const passOnBody = z.strictObject({ version })

/** The officer has done what this agency does along the process and proposes that the next one goes on. Refusals: those of every act, `no-next-agency`. */
export async function proposeTransfer(desk: DossierDesk, id: string, body: z.infer<typeof transferBody>) {
  const taken = await takeFor(desk, id, 'propose-transfer', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const { here, next } = await stretchOf(desk.sql, id)
  if (!here || !next) return refused('no-next-agency')
  await noteAnswer(desk, here, { text: body.conclusion })
  const patch = { proposed_by: desk.actor.id, proposal: 'transfer' }
  return done(
    await move(desk, dossier, step, { patch, details: { leg: here.id }, words: { conclusion: body.conclusion } }),
  )
}

/**
 * The leader lets it go to the next agency of the process: it assigns, examines and decides; the counter that took the dossier in stays the one that returns.
 * Refusals: those of every act, `own-proposal`.
 */
export async function passOn(desk: DossierDesk, id: string, body: z.infer<typeof passOnBody>) {
  const taken = await takeFor(desk, id, 'pass-on', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const permitted = mayApprove(desk.actor.id, dossier.proposedBy)
  if (!permitted.ok) return permitted
  const { here, next } = await stretchOf(desk.sql, id)
  if (!here || !next) return refused('no-next-agency')
  await closeLeg(desk, here, { outcome: here.due && desk.now > here.due ? 'late' : 'answered' })
  const { steps } = await processOf(desk.sql, dossier.procedureVersion)
  const stretch = steps.find((one) => one.id === next.step)?.duty
  const patch = { agency: next.agency!, officer: null, proposal: 'result', proposed_by: null }
  const details = { leg: next.id, from: dossier.agency, to: next.agency }
  return done(await move(desk, dossier, step, { patch, details, ...(stretch ? { stretch } : {}) }))
}

/** The stretch of the way that is walked now and the one that follows, where the process goes from agency to agency. */
export async function stretchOf(db: Sql, dossier: string): Promise<{ here?: LegRow; next?: LegRow }> {
  const open = (await legsOf(db, dossier)).filter(({ kind, outcome }) => kind === 'lead' && outcome === null)
  const [here, next] = open
  return { ...(here ? { here } : {}), ...(next ? { next } : {}) }
}
