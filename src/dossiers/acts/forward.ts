import { z } from 'zod'
import { done } from '../../ground/result.ts'
import { atCounter } from '../counter-times.ts'
import type { Dossier } from '../dossier.ts'
import { move } from './move.ts'
import { openLegs } from './open-legs.ts'
import { type DossierDesk, takeFor } from './take.ts'

export const forwardBody = z.strictObject({ version: z.int().min(1) })

/** The one-stop officer sends the accepted dossier to the agency that settles it, and to every other one that takes part. Refusals: those of every act. */
export async function forward(desk: DossierDesk, id: string, body: z.infer<typeof forwardBody>) {
  const taken = await takeFor(desk, id, 'forward', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  await openLegs(desk, dossier)
  const details = await timeliness(desk, dossier)
  return done(await move(desk, dossier, step, { patch: { forwarded_at: desk.now }, details }))
}

/** Until when it was to go, and whether it goes in time: kept with the act, for whoever counts by officer. */
export async function timeliness({ sql, now }: DossierDesk, dossier: Dossier) {
  const { forwardBy, isForwardedLate } = await atCounter(sql, { ...dossier, forwardedAt: now }, now)
  return { forwardBy: forwardBy?.toISOString(), inTime: !isForwardedLate }
}
