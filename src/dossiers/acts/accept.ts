import { z } from 'zod'
import { tellClock } from '../../calendar/index.ts'
import { renderDocument } from '../../documents/index.ts'
import { nextNumber } from '../../ground/counter.ts'
import { dayOf } from '../../ground/day.ts'
import { done } from '../../ground/result.ts'
import { textBody } from '../../ground/text.ts'
import { unitById } from '../../organisations/index.ts'
import { limitFor, mayAccept, versionById } from '../../procedures/index.ts'
import { type Form, formContext } from '../dossier.ts'
import { dossierCode, isReceiptDue, transitions } from '../law/index.ts'
import { writeVerdicts } from '../marks.ts'
import { policyOf } from '../policy.ts'
import { attachmentsOf } from '../store.ts'
import { timeliness } from './forward.ts'
import { move } from './move.ts'
import { openLegs } from './open-legs.ts'
import { layIn } from './paper.ts'
import { receiptOf } from './slip.ts'
import { type DossierDesk, takeFor } from './take.ts'

export const verdictBody = z.strictObject({
  component: z.string().min(1).max(80),
  verdict: z.enum(['ok', 'fail', 'not-applicable']),
  reason: textBody(1000).optional(),
})

/** A mark that asks the applicant for something; `special` says why, where the record holds the paper already. */
export const askedBody = verdictBody.extend({ special: textBody(1000).optional() })

export const acceptBody = z.strictObject({
  version: z.int().min(1),
  components: z.array(verdictBody).max(100),
  forward: z.boolean().optional(),
  /** The filer asks for a receipt slip, also where what is settled at once needs none. */
  receipt: z.boolean().optional(),
})

/**
 * The one-stop officer accepts: every component is marked, none fails. The dossier gets its code, the settlement clock starts, the receipt
 * is made, for what is settled at once only where the province or the filer wants it; with `forward` it goes on at once. Refusals: those of every act, `components-unmarked`, `component-unknown`,
 * `reason-needed`, `component-failed`.
 */
export async function accept(desk: DossierDesk, id: string, body: z.infer<typeof acceptBody>) {
  const taken = await takeFor(desk, id, 'accept', body, [attachmentsOf])
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const { sql, vault, now } = desk
  const { definition } = await versionById(sql, dossier.procedureVersion)
  const form = vault.openJson<Form>(dossier.formSealed, formContext(id))
  const permitted = mayAccept(definition, body.components, { form, channel: dossier.channel })
  if (!permitted.ok) return permitted
  writeVerdicts(desk, id, body.components)

  const today = dayOf(now)
  const counter = (await unitById(sql, dossier.reception))!
  const { limit } = limitFor(definition, dossier.channel)
  const begins = { kind: 'started', at: now, limit, law: definition.decision, agency: dossier.agency } as const
  const [due] = await Promise.all([
    tellClock(desk, id, 'settlement', begins),
    tellClock(desk, id, 'intake', { kind: 'stopped', at: now, ground: 'accepted' }),
  ])
  const printed = await receiptOf(desk, { ...dossier, due: due ?? null, acceptedAt: now }, definition)
  // Whoever accepts at the same counter waits from here until the end of this act for the next number.
  const code = dossierCode(counter.identifier, today, await nextNumber(sql, `dossier:${counter.id}`, today))
  const accepted = { ...dossier, code, due: due ?? null, acceptedAt: now }
  const slips = (await policyOf(sql, dossier)).get('receipt.immediate')
  if (isReceiptDue(definition.immediate, slips, body.receipt ?? false))
    await layIn(desk, id, {
      kind: 'receipt',
      title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
      name: `giay-tiep-nhan-${code}.pdf`,
      bytes: (await renderDocument('receipt', printed(code), now)).bytes,
    })
  const moved = await move(desk, dossier, step, { patch: { code, due: due ?? null, accepted_at: now } })
  if (!body.forward) return done(moved)
  await openLegs(desk, accepted)
  const onward = transitions.find(({ act }) => act === 'forward')!
  return done(
    await move(desk, { ...accepted, state: moved.state, version: moved.version }, onward, {
      patch: { forwarded_at: now },
      details: await timeliness(desk, accepted),
    }),
  )
}
