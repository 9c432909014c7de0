import { z } from 'zod'
import { done } from '../../ground/result.ts'
import { mayApprove } from '../law/index.ts'
import { draftResult } from './result-draft.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { version, written } from './words.ts'

export const refuseBody = z.strictObject({ version, reason: written(4000), basis: written(2000) })

/**
 * A leader decides against what was proposed: the draft is made anew as a refusal with its reason and basis, and then signed like every result.
 * Whoever proposed does not decide on it, neither way. Refusals: those of every act, `own-proposal`.
 */
export async function refuseResult(desk: DossierDesk, id: string, body: z.infer<typeof refuseBody>) {
  const taken = await takeFor(desk, id, 'refuse-result', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const permitted = mayApprove(desk.actor.id, dossier.proposedBy)
  if (!permitted.ok) return permitted
  const given = { reasons: [body.reason], basis: body.basis }
  const draft = await draftResult(desk, dossier, { outcome: 'refuse', given })
  if (!draft.ok) return draft
  const { file, sha256 } = draft.value
  const details = { outcome: 'refuse', draft: sha256, file }
  const patch = { proposed_by: desk.actor.id }
  return done(await move(desk, dossier, step, { patch, details, words: { reason: body.reason, basis: body.basis } }))
}
