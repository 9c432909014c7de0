import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { dayOf } from '../../ground/day.ts'
import { done, refused, type Result } from '../../ground/result.ts'
import { checkAttachments, type Definition, feeOf, validateForm, versionById } from '../../procedures/index.ts'
import { type Dossier, type Form, formContext } from '../dossier.ts'
import type { Brought } from '../law/index.ts'
import { type AttachmentRow, attachmentsOf, everAttached, keepFormBefore, supersedeAttachments } from '../store.ts'
import { contentHash } from '../content.ts'
import { noteReuse } from '../../records/index.ts'
import { checkedAttachments, reuseOf } from './attachments.ts'
import { attachmentBody } from './file.ts'
import type { DossierDesk } from './take.ts'
import { version } from './words.ts'

/** A change of a dossier that was already submitted: whole new answers, new papers for the components named, components whose papers are taken away. */
export const changeBody = z.strictObject({
  version,
  form: z.record(z.string().max(200), z.unknown()).optional(),
  attachments: z.array(attachmentBody).max(100).optional(),
  without: z.array(z.string().min(1).max(80)).max(100).optional(),
})
export type Change = z.infer<typeof changeBody>

/**
 * Changes what was filed: the answers are whole and right, the papers complete. What is replaced stays, under the version that replaced it; papers of
 * components nobody named stay as they are. `enough` says of what the change brings whether it will do. Refusals: `form-incomplete`,
 * `component-missing`, `component-unknown`, those of attachments, those of `enough`.
 */
export async function change<Code extends string>(
  desk: DossierDesk,
  dossier: Dossier,
  body: Change,
  enough: (brought: Omit<Brought, 'explained'>, definition: Definition, form: Form) => Result<undefined, Code>,
) {
  const { sql, vault, now } = desk
  const { id, channel } = dossier
  const { definition } = await versionById(sql, dossier.procedureVersion)
  const unknown = body.without?.filter((one) => !definition.components.some((component) => component.id === one)) ?? []
  if (unknown.length > 0) return refused('component-unknown', { components: unknown })
  const answers = vault.openJson<Form>(dossier.formSealed, formContext(id))
  const form = validateForm(definition.form, body.form ?? answers, { today: dayOf(now) })
  if (!form.ok) return refused('form-incomplete', { errors: form.errors })

  const present = await attachmentsOf(sql, id)
  const named = new Set([...(body.attachments ?? []).map(({ component }) => component), ...(body.without ?? [])])
  const staying = present.filter(({ component }) => !named.has(component))
  const before = { known: await everAttached(sql, id), staying: staying.flatMap(({ file }) => file ?? []) }
  const checked = await checkedAttachments(desk, definition, body.attachments ?? [], dossier.applicant, before)
  if (!checked.ok) return checked
  const papers = [...staying, ...checked.value.rows]
  const complete = checkAttachments(definition, { form: form.value, channel }, papers)
  if (!complete.ok) return complete

  const changed = [...named].filter((component) => !isSame(component, present, checked.value.rows))
  const isFormNew = body.form !== undefined && !isDeepStrictEqual(form.value, answers)
  const will = enough({ papers: changed, form: isFormNew }, definition, form.value)
  if (!will.ok) return will
  const next = dossier.version + 1
  const rows = checked.value.rows.filter(({ component }) => changed.includes(component))
  await supersedeAttachments(sql, id, { version: next, components: changed, rows })
  await checked.value.markAttached()
  if (isFormNew) await keepFormBefore(sql, id, next, dossier.formSealed)
  const reused = await noteReuse(desk, reuseOf(desk, dossier, definition, rows))
  if (!reused.ok) return reused
  const fee = feeOf(definition, { form: form.value, channel, day: dayOf(dossier.submittedAt!) })
  return done({
    definition,
    details: { components: changed, form: isFormNew, content: await contentHash(desk, form.value, papers) },
    patch: {
      fee: fee.total,
      papers: papers.length,
      papers_digitised: papers.filter(({ file }) => file).length,
      papers_reused: papers.filter(({ item }) => item).length,
      ...(isFormNew ? { form_sealed: vault.sealJson(form.value, formContext(id)) } : {}),
    },
  })
}

/** The very papers that are there already, sent once more. */
function isSame(component: string, present: readonly AttachmentRow[], asked: readonly AttachmentRow[]): boolean {
  const of = (rows: readonly AttachmentRow[]) =>
    rows.filter((row) => row.component === component).map(({ file, item }) => file ?? item)
  return of(present).join() === of(asked).join()
}
