import { z } from 'zod'
import { limitText } from '../../calendar/index.ts'
import { done } from '../../ground/result.ts'
import { textBody } from '../../ground/text.ts'
import { unitById } from '../../organisations/index.ts'
import { versionById } from '../../procedures/index.ts'
import type { Dossier } from '../dossier.ts'
import { extensionPermit, keepExtension, type Length } from '../extensions.ts'
import type { Transition } from '../law/index.ts'
import { sendSlip, slipOf } from './letter.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { version } from './words.ts'

export const requestExtensionBody = z.strictObject({
  version,
  /** How much longer, in the unit in which the procedure's limit is counted. */
  extension: z.strictObject({
    value: z.number().positive().max(10_000),
    unit: z.enum(['working-hours', 'working-days', 'calendar-days']),
  }),
  reason: textBody(2000).optional(),
})

/**
 * The officer who settles asks for more time, with a slip that says how much and why; the date stays until division and centre have
 * confirmed. Refusals: those of every act, `extension-too-long`, `extension-other-unit`, `extension-gone-by`, `clock-needs-ground`,
 * `clock-wrong-state`, each with its article.
 */
export async function requestExtension(desk: DossierDesk, id: string, body: z.infer<typeof requestExtensionBody>) {
  const taken = await takeFor(desk, id, 'request-extension', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const { extension: length, reason = '' } = body
  const permitted = await extensionPermit(desk.sql, dossier, { length, ground: reason, now: desk.now })
  if (!permitted.ok) return permitted
  await keepExtension(desk, dossier, { length, reason })
  const slip = { length, reason, ...permitted.value, asker: desk.actor.name, signer: { title: 'Lãnh đạo phòng' } }
  await sendSlip(desk, dossier, { ...(await extensionSlip(desk, dossier, step, slip)), asDraft: true })
  const patch = { proposal: 'extension', proposed_by: desk.actor.id }
  return done(
    await move(desk, dossier, step, { patch, details: { length, until: permitted.value.due }, words: { reason } }),
  )
}

type Slip = {
  length: Length
  reason: string
  due: Date
  law: string
  asker: string
  signer: { title: string; name?: string }
}

/** From the agency to the centre: how much longer, why, and the date that would then be promised. */
export async function extensionSlip(
  desk: DossierDesk,
  dossier: Dossier,
  step: Transition,
  { length, reason, due, law, asker, signer }: Slip,
) {
  const { definition } = await versionById(desk.sql, dossier.procedureVersion)
  const unit = dossier.agency
  const centre = (await unitById(desk.sql, dossier.reception))!
  const data = {
    ...(await slipOf(desk, dossier, { definition, unit, step })),
    addressee: centre.name,
    receivedAt: dossier.acceptedAt!,
    due: dossier.due!,
    length: limitText(length).vi,
    newDue: due,
    reason,
    basis: law,
    asker,
    signer,
  }
  return { form: 'extension' as const, unit, data }
}
