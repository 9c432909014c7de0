import { z } from 'zod'
import { done, refused } from '../../ground/result.ts'
import { faults, isLate, lateCauses } from '../law/index.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { version, written } from './words.ts'

export const explainBody = z.strictObject({
  version,
  fault: z.enum(faults),
  cause: z.enum(lateCauses),
  note: written(2000).optional(),
})

/**
 * The head of the agency writes down whose fault a delay was and why, in codes that reports count; said again it replaces what was said. Refusals: those of
 * every act, `not-late`.
 */
export async function explainDelay(desk: DossierDesk, id: string, body: z.infer<typeof explainBody>) {
  const taken = await takeFor(desk, id, 'explain-delay', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const { fault, cause, note } = body
  if (!isLate(dossier.due, { issuedAt: dossier.issuedAt, now: desk.now })) return refused('not-late')
  const patch = { late_fault: fault, late_reason: cause }
  return done(await move(desk, dossier, step, { patch, details: { fault, cause }, words: { note } }))
}
