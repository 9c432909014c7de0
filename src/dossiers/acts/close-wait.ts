import { z } from 'zod'
import { done, refused } from '../../ground/result.ts'
import { awaitsOpinions, endOfSilence, mayAct } from '../law/index.ts'
import { closeLeg, legsOf } from '../legs.ts'
import { take } from '../store.ts'
import { goOn } from './confirm-draft.ts'
import { move } from './move.ts'
import type { DossierDesk } from './take.ts'
import { version } from './words.ts'

export const closeWaitBody = z.strictObject({ version: version.optional(), leg: z.uuid() })

/**
 * The house itself, when a time is over: what silence means becomes so. The last opinion that is over gives the dossier back to its officer; a draft that nobody
 * disputed goes on to the leader. Done once however often it is asked. Refusals: `not-found`, `not-permitted`, `wrong-state`, `leg-closed`, `too-early-to-close`.
 */
export async function closeWait(desk: DossierDesk, id: string, body: z.infer<typeof closeWaitBody>) {
  const dossier = await take(desk.sql, id)
  if (!dossier || desk.actor.kind !== 'system') return refused('not-found')
  const step = mayAct(dossier, desk.actor, 'close-wait')
  if (!step.ok) return step
  const legs = await legsOf(desk.sql, id)
  const leg = legs.find((one) => one.id === body.leg)
  if (!leg || leg.outcome !== null) return refused('leg-closed')
  const outcome = endOfSilence(leg, desk.now)
  if (!outcome) return refused('too-early-to-close')
  await closeLeg(desk, leg, { outcome })
  const details = { leg: leg.id, agency: leg.agency, outcome }
  if (leg.kind === 'confirmation')
    return done(await move(desk, dossier, step.value, { details, patch: await goOn(desk, id, 'confirmed-by-silence') }))
  const others = legs.filter((one) => one !== leg)
  return done(await move(desk, dossier, step.value, { details, otherwise: !awaitsOpinions(others) }))
}
