import { z } from 'zod'
import { done } from '../../ground/result.ts'
import { lateResultPermit } from '../apologies.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'

export const handBody = z.strictObject({ version: z.int().min(1) })

/**
 * The records clerk sends the issued result to the counter that will return it; a late one only with its letter of apology. Refusals: those
 * of every act, `delay-unexplained`, `late-result-needs-letter`.
 */
export async function handToCounter(desk: DossierDesk, id: string, body: z.infer<typeof handBody>) {
  const taken = await takeFor(desk, id, 'hand-to-counter', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const permitted = await lateResultPermit(desk.sql, dossier, desk.now)
  if (!permitted.ok) return permitted
  const { letter } = permitted.value
  return done(await move(desk, dossier, step, letter ? { details: { apology: letter.file } } : {}))
}
