import { z } from 'zod'
import { done } from '../../ground/result.ts'
import { mayGiveUp } from '../law/index.ts'
import { waitedFor } from '../limits.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { version, written } from './words.ts'

export const notCollectedBody = z.strictObject({ version, reason: written(2000).optional() })

/**
 * Nobody came for the result in the time the province waits. It stays at the counter, and what was paid stays paid. Refusals: those of
 * every act, `too-early-to-give-up`.
 */
export async function markNotCollected(desk: DossierDesk, id: string, body: z.infer<typeof notCollectedBody>) {
  const taken = await takeFor(desk, id, 'mark-not-collected', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const until = await waitedFor(desk.sql, dossier)
  const permitted = mayGiveUp(desk.now, until)
  if (!permitted.ok) return permitted
  const traces = { details: { until: until.toISOString() }, words: { reason: body.reason } }
  return done(await move(desk, dossier, step, traces))
}
