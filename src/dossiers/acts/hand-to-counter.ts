import { z } from 'zod'
import { done } from '../../ground/result.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'

export const handBody = z.strictObject({ version: z.int().min(1) })

/** The records clerk sends the issued result to the counter that will return it. Refusals: those of every act. */
export async function handToCounter(desk: DossierDesk, id: string, body: z.infer<typeof handBody>) {
  const taken = await takeFor(desk, id, 'hand-to-counter', body)
  if (!taken.ok) return taken
  return done(await move(desk, taken.value.dossier, taken.value.step))
}
