import { z } from 'zod'
import { done } from '../../ground/result.ts'
import { versionById } from '../../procedures/index.ts'
import { endClocks } from './end.ts'
import { sendSlip, slipOf } from './letter.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { papersToReturn } from './withdraw.ts'
import { version, written } from './words.ts'

export const stopBody = z.strictObject({ version, reason: written(4000), basis: written(2000) })

/** The agency's leader ends a dossier that the agency cannot settle; the notice says why and by which rule. Refusals: those of every act. */
export async function stop(desk: DossierDesk, id: string, body: z.infer<typeof stopBody>) {
  const taken = await takeFor(desk, id, 'stop', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const { definition } = await versionById(desk.sql, dossier.procedureVersion)
  const unit = dossier.agency
  await sendSlip(desk, dossier, {
    form: 'stop',
    unit,
    data: {
      ...(await slipOf(desk, dossier, { definition, unit, step })),
      reason: body.reason,
      basis: body.basis,
      stoppedAt: desk.now,
      returned: await papersToReturn(desk, dossier),
    },
  })
  const patch = await endClocks(desk, id, 'stopped')
  return done(await move(desk, dossier, step, { patch, words: { reason: body.reason, basis: body.basis } }))
}
