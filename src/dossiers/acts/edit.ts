import { z } from 'zod'
import { write } from '../../audit/index.ts'
import { markLoose } from '../../documents/index.ts'
import { dayOf } from '../../ground/day.ts'
import { done, refused } from '../../ground/result.ts'
import { isFiler } from '../../organisations/law/index.ts'
import { validateForm, versionById } from '../../procedures/index.ts'
import { formContext } from '../dossier.ts'
import { mayStillRepresent } from '../still-represents.ts'
import { attachmentsOf, noLongerAttached, take } from '../store.ts'
import { checkedAttachments } from './attachments.ts'
import { attachmentBody } from './file.ts'
import { type DossierDesk, outOfReach } from './take.ts'

export const editBody = z.strictObject({
  version: z.int().min(1),
  form: z.record(z.string().max(200), z.unknown()).optional(),
  attachments: z.array(attachmentBody).max(100).optional(),
  returnBy: z.enum(['online', 'counter', 'post']).optional(),
})

/**
 * The filer changes a draft: answers, papers, the way of return. What is still missing is no error yet. Refusals: `not-found`,
 * `representation-missing`, `stale-version` (another tab saved meanwhile), `wrong-state` (already submitted), `return-closed`, `form-incomplete`, those of attachments.
 */
export async function edit(desk: DossierDesk, id: string, body: z.infer<typeof editBody>) {
  const { sql, vault, actor, now } = desk
  const dossier = await take(sql, id)
  if (!dossier) return refused('not-found')
  if (!isFiler(actor, dossier)) return outOfReach(desk, id, 'edit')
  if (!(await mayStillRepresent({ db: sql, reader: actor, now }, dossier))) return refused('representation-missing')
  if (dossier.version !== body.version) return refused('stale-version', { version: dossier.version })
  if (dossier.state !== 'draft') return refused('wrong-state', { state: dossier.state })

  const { definition } = await versionById(sql, dossier.procedureVersion)
  if (body.returnBy && !definition.returnBy.includes(body.returnBy)) return refused('return-closed')
  const form = body.form ? validateForm(definition.form, body.form, { partial: true, today: dayOf(now) }) : undefined
  if (form && !form.ok) return refused('form-incomplete', { errors: form.errors })
  if (body.attachments) {
    const attachments = await checkedAttachments(desk, definition, body.attachments, dossier.applicant)
    if (!attachments.ok) return attachments
    const before = await attachmentsOf(sql, id)
    await attachments.value.replaceIn(id)
    await markLoose(sql, await noLongerAttached(sql, before))
  }

  const version = dossier.version + 1
  await sql
    .updateTable('dossiers.dossier')
    .set({
      version,
      changed_at: now,
      ...(form?.ok ? { form_sealed: vault.sealJson(form.value, formContext(id)) } : {}),
      ...(body.returnBy ? { return_by: body.returnBy } : {}),
    })
    .where('id', '=', id)
    .execute()
  await write(sql, { stream: `dossier:${id}`, act: 'edit', actor: actor.id, details: { version }, occurredAt: now })
  return done({ id, version, state: 'draft' as const })
}
