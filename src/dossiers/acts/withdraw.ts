import { z } from 'zod'
import { done } from '../../ground/result.ts'
import { neededComponents, versionById } from '../../procedures/index.ts'
import { type Dossier, type Form, formContext } from '../dossier.ts'
import { endClocks } from './end.ts'
import { sendSlip, slipOf } from './letter.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { version, written } from './words.ts'

export const withdrawBody = z.strictObject({ version, reason: written(2000) })

/**
 * The applicant takes the dossier back before its result is issued: it ends, the notice says so, nothing goes into the record.
 * Refusals: those of every act.
 */
export async function withdraw(desk: DossierDesk, id: string, body: z.infer<typeof withdrawBody>) {
  const taken = await takeFor(desk, id, 'withdraw', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const { definition } = await versionById(desk.sql, dossier.procedureVersion)
  const unit = dossier.reception
  await sendSlip(desk, dossier, {
    form: 'stop',
    unit,
    data: {
      ...(await slipOf(desk, dossier, { definition, unit, step })),
      reason: `Người nộp đề nghị rút hồ sơ: ${body.reason}`,
      stoppedAt: desk.now,
      returned: await papersToReturn(desk, dossier),
    },
  })
  const patch = await endClocks(desk, id, 'withdrawn')
  return done(await move(desk, dossier, step, { patch, words: { reason: body.reason } }))
}

/** What came on paper goes back; what was filed online was never given away. */
export async function papersToReturn({ sql, vault }: DossierDesk, dossier: Dossier): Promise<string[]> {
  if (dossier.channel === 'online') return []
  const { definition } = await versionById(sql, dossier.procedureVersion)
  const form = vault.openJson<Form>(dossier.formSealed, formContext(dossier.id))
  return neededComponents(definition, { form, channel: dossier.channel })
    .filter(({ kind, originals }) => kind === 'submit' && originals > 0)
    .map(({ name }) => name)
}
