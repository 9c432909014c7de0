import { z } from 'zod'
import { done } from '../../ground/result.ts'
import { closeLeg } from '../legs.ts'
import { move } from './move.ts'
import type { DossierDesk } from './take.ts'
import { legFiles, takeForLeg } from './take-leg.ts'
import { version, written } from './words.ts'

export const finishLegBody = z.strictObject({ version, leg: z.uuid(), answer: written(4000), files: legFiles })

/**
 * An agency that takes part hands in its result: it lies with the agency that needs it next, with the lead and with the counter. Refusals: those of a leg.
 */
export async function finishLeg(desk: DossierDesk, id: string, body: z.infer<typeof finishLegBody>) {
  const taken = await takeForLeg(desk, id, 'finish-leg', 'joint', body)
  if (!taken.ok) return taken
  const { dossier, step, leg, outcome } = taken.value
  await closeLeg(desk, leg, { outcome, answer: { text: body.answer }, files: body.files ?? [] })
  const details = { leg: leg.id, agency: leg.agency, step: leg.step, late: outcome === 'late' }
  return done(await move(desk, dossier, step, { details }))
}
