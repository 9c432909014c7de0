import { z } from 'zod'
import { done } from '../../ground/result.ts'
import { versionById } from '../../procedures/index.ts'
import { endClocks } from './end.ts'
import { sendSlip, slipOf } from './letter.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { version, written } from './words.ts'

export const rejectBody = z.strictObject({ version, reason: written(4000), basis: written(2000) })

/** The one-stop officer does not take the dossier in, and says in writing why and by which rule. Refusals: those of every act. */
export async function reject(desk: DossierDesk, id: string, body: z.infer<typeof rejectBody>) {
  const taken = await takeFor(desk, id, 'reject', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const { definition } = await versionById(desk.sql, dossier.procedureVersion)
  const unit = dossier.reception
  await sendSlip(desk, dossier, {
    form: 'rejection',
    unit,
    data: {
      ...(await slipOf(desk, dossier, { definition, unit, step })),
      reasons: [body.reason],
      basis: body.basis,
    },
  })
  const patch = await endClocks(desk, id, 'rejected')
  return done(await move(desk, dossier, step, { patch, words: { reason: body.reason, basis: body.basis } }))
}
