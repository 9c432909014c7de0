import { z } from 'zod'
import { dayOf } from '../../ground/day.ts'
import { done } from '../../ground/result.ts'
import { versionById } from '../../procedures/index.ts'
import type { Dossier } from '../dossier.ts'
import { keptUntil } from '../law/index.ts'
import { policyOf } from '../policy.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { version } from './words.ts'

export const archiveBody = z.strictObject({ version })

/** A closed dossier goes into the archive, with the day until which it is kept and the rule that says so. Refusals: those of every act. */
export async function archive(desk: DossierDesk, id: string, body: z.infer<typeof archiveBody>) {
  const taken = await takeFor(desk, id, 'archive', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const { months, basis } = await retentionOf(desk, dossier)
  const { closed } = await desk.sql
    .selectFrom('dossiers.event')
    .select((eb) => eb.fn.max('at').as('closed'))
    .where('dossier', '=', id)
    .where('to_state', '=', dossier.state)
    .executeTakeFirstOrThrow()
  const keepUntil = keptUntil(dayOf(closed), months)
  const patch = {
    archived_at: desk.now,
    archived_from: dossier.state,
    keep_until: keepUntil,
    retention_basis: basis,
  }
  return done(await move(desk, dossier, step, { patch, details: { keepUntil, basis } }))
}

/** The procedure's own term, else what the province set for all. */
async function retentionOf({ sql }: DossierDesk, dossier: Dossier): Promise<{ months: number | null; basis: string }> {
  const { definition } = await versionById(sql, dossier.procedureVersion)
  return definition.retention ?? (await policyOf(sql, dossier)).get('archive.retention')
}
