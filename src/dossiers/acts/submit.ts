import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { needsUpdate } from '../../accounts/index.ts'
import { renderDocument } from '../../documents/index.ts'
import { tellClock } from '../../calendar/index.ts'
import { dayOf } from '../../ground/day.ts'
import { done, refused } from '../../ground/result.ts'
import { textBody } from '../../ground/text.ts'
import { checkAttachments, type Definition, feeOf, validateForm, versionById } from '../../procedures/index.ts'
import { type Dossier, type Form, formContext } from '../dossier.ts'
import { contentHash } from '../content.ts'
import { declaration } from '../declaration.ts'
import { filingReference, mayEnterLate } from '../law/index.ts'
import { intakeLimit } from '../limits.ts'
import { noteReuse } from '../../records/index.ts'
import { attachmentsOf } from '../store.ts'
import { reuseOf } from './attachments.ts'
import { move } from './move.ts'
import { layIn } from './paper.ts'
import { acknowledgementOf } from './slip.ts'
import { type DossierDesk, takeFor } from './take.ts'

export const submitBody = z.strictObject({
  version: z.int().min(1),
  declaration: z.literal(true),
  /** When papers came in that are entered only now, and why later. */
  receivedAt: z.iso.datetime({ offset: true }).optional(),
  entryReason: textBody(500).optional(),
})

/**
 * The filer submits: the answers are complete, the papers are there, responsibility is declared. The filing gets its reference, the intake clock
 * starts, the acknowledgement is made. Papers entered after they came in bear their own moment, and beside it the moment of entry and the reason. Refusals:
 * those of every act, `update-needed`, `form-incomplete` with every field to mend, `component-missing`, and those of `mayEnterLate`.
 */
export async function submit(desk: DossierDesk, id: string, body: z.infer<typeof submitBody>) {
  const taken = await takeFor(desk, id, 'submit', body, [attachmentsOf])
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  if (dossier.channel === 'online' && (await needsUpdate(desk.sql, desk.actor.id))) return refused('update-needed')
  const { sql, vault, now } = desk
  const { receivedAt, entryReason: reason } = body
  const entered = mayEnterLate(
    { channel: dossier.channel, receivedAt: receivedAt ? new Date(receivedAt) : undefined, reason },
    now,
  )
  if (!entered.ok) return entered
  const at = entered.value
  const today = dayOf(now)

  const [{ definition }, attached, limit] = await Promise.all([
    versionById(sql, dossier.procedureVersion),
    attachmentsOf(sql, id),
    intakeLimit(sql, dossier, at),
  ])
  const form = validateForm(definition.form, vault.openJson<Form>(dossier.formSealed, formContext(id)), { today })
  if (!form.ok) return refused('form-incomplete', { errors: form.errors })
  const papers = checkAttachments(definition, { form: form.value, channel: dossier.channel }, attached)
  if (!papers.ok) return papers

  const reused = await noteReuse(desk, reuseOf(desk, dossier, definition, attached))
  if (!reused.ok) return reused
  const reference = filingReference(today, randomBytes(8))
  const fee = feeOf(definition, { form: form.value, channel: dossier.channel, day: today })
  const intakeDue = await tellClock(desk, id, 'intake', {
    kind: 'started',
    at,
    limit: limit.limit,
    law: limit.law,
    agency: dossier.reception,
  })
  if (dossier.channel === 'online')
    await acknowledge(desk, { ...dossier, reference, submittedAt: now, intakeDue: intakeDue ?? null }, definition)
  return done(
    await move(desk, dossier, step, {
      patch: {
        reference,
        submitted_at: at,
        received_at: at,
        policy_at: at,
        intake_due: intakeDue ?? null,
        due: intakeDue ?? null,
        fee: fee.total,
        papers: attached.length,
        papers_digitised: attached.filter((one) => one.file).length,
        papers_reused: attached.filter((one) => one.item).length,
        form_sealed: vault.sealJson(form.value, formContext(id)),
      },
      details: {
        declared: declaration.vi,
        edition: declaration.edition,
        content: await contentHash(desk, form.value, attached),
      },
      ...(at < now ? { at, words: { entryReason: reason } } : {}),
    }),
  )
}

/** Says at once that an online filing has arrived; over the counter and by post the receipt itself follows. */
async function acknowledge(desk: DossierDesk, dossier: Dossier, definition: Definition): Promise<void> {
  const slip = await acknowledgementOf(desk, dossier, definition)
  await layIn(desk, dossier.id, {
    kind: 'acknowledgement',
    title: 'Xác nhận nộp hồ sơ',
    name: `xac-nhan-${dossier.reference}.pdf`,
    bytes: (await renderDocument('acknowledgement', slip, desk.now)).bytes,
  })
}
