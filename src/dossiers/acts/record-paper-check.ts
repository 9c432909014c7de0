import { z } from 'zod'
import { done, refused } from '../../ground/result.ts'
import { presentedForms } from '../law/index.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { version, written } from './words.ts'

export const paperCheckBody = z.strictObject({
  version,
  outcome: z.enum(['match', 'mismatch']),
  note: written(2000).optional(),
  /** By what the papers were presented. */
  form: z.enum(presentedForms).exclude(['none']).optional(),
})

/**
 * The one-stop officer writes down what comparing the papers with the scans found; a difference holds the result back until they match.
 * Refusals: those of every act, `reason-needed` (a difference without a word on what differs).
 */
export async function recordPaperCheck(desk: DossierDesk, id: string, body: z.infer<typeof paperCheckBody>) {
  const taken = await takeFor(desk, id, 'record-paper-check', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const { outcome, note, form } = body
  if (outcome === 'mismatch' && !note) return refused('reason-needed')
  const traces = { patch: { paper_check: outcome }, details: { outcome, ...(form ? { form } : {}) }, words: { note } }
  return done(await move(desk, dossier, step, { ...traces, otherwise: outcome === 'mismatch' }))
}
