import { z } from 'zod'
import { done } from '../../ground/result.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'

export const forwardBody = z.strictObject({ version: z.int().min(1) })

/** The one-stop officer sends the accepted dossier to the agency that settles it. Refusals: those of every act. */
export async function forward(desk: DossierDesk, id: string, body: z.infer<typeof forwardBody>) {
  const taken = await takeFor(desk, id, 'forward', body)
  if (!taken.ok) return taken
  return done(await move(desk, taken.value.dossier, taken.value.step, { patch: { forwarded_at: desk.now } }))
}
