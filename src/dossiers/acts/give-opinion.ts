import { z } from 'zod'
import { done } from '../../ground/result.ts'
import { awaitsOpinions } from '../law/index.ts'
import { closeLeg } from '../legs.ts'
import { move } from './move.ts'
import type { DossierDesk } from './take.ts'
import { legFiles, takeForLeg } from './take-leg.ts'
import { version, written } from './words.ts'

export const giveOpinionBody = z.strictObject({
  version,
  leg: z.uuid(),
  stance: z.enum(['agree', 'disagree', 'other']),
  answer: written(4000),
  files: legFiles,
})

/**
 * The asked agency says what it thinks. With the last opinion the dossier goes back to the officer who asked; a late one is kept and told as late of
 * the agency that was asked. Refusals: those of a leg.
 */
export async function giveOpinion(desk: DossierDesk, id: string, body: z.infer<typeof giveOpinionBody>) {
  const taken = await takeForLeg(desk, id, 'give-opinion', 'opinion', body)
  if (!taken.ok) return taken
  const { dossier, step, leg, others, outcome } = taken.value
  const answer = { text: body.answer, stance: body.stance }
  await closeLeg(desk, leg, { outcome, answer, files: body.files ?? [] })
  const details = { leg: leg.id, agency: leg.agency, stance: body.stance, late: outcome === 'late' }
  return done(await move(desk, dossier, step, { details, otherwise: !awaitsOpinions(others) }))
}
