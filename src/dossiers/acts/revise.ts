import { z } from 'zod'
import { write } from '../../audit/index.ts'
import { markAttached } from '../../documents/index.ts'
import { dayOf } from '../../ground/day.ts'
import { done, refused } from '../../ground/result.ts'
import { mayReach } from '../../organisations/law/index.ts'
import { validateForm, versionById } from '../../procedures/index.ts'
import { formContext, type Form } from '../dossier.ts'
import { dropRevision, letGo, revisingAct, revisionContext, rowOf } from '../revision.ts'
import { mayStillRepresent } from '../still-represents.ts'
import { attachmentsOf, type AttachmentRow, take } from '../store.ts'
import { checkedAttachments } from './attachments.ts'
import { attachmentBody } from './file.ts'
import { type DossierDesk, outOfReach } from './take.ts'

export const reviseBody = z.strictObject({
  /** Of the changes, not of the dossier; 0 for the first one. */
  version: z.int().min(0),
  form: z.record(z.string().max(200), z.unknown()).optional(),
  attachments: z.array(attachmentBody).max(100).optional(),
})

/**
 * Keeps a change of a submitted dossier until it is sent; the dossier itself stays as it is. What is still missing is no error
 * yet. Refusals: `not-found`, `representation-missing` (it was filed for another, and they stand for them no more), `wrong-state` (there is nothing to change now), `stale-version` (another tab saved meanwhile),
 * `form-incomplete`, those of attachments.
 */
export async function revise(desk: DossierDesk, id: string, body: z.infer<typeof reviseBody>) {
  const { sql, vault, actor, now } = desk
  const dossier = await take(sql, id)
  if (!dossier) return refused('not-found')
  if (!mayReach(actor, dossier)) return outOfReach(desk, id, 'revise')
  if (!revisingAct({ reader: actor }, dossier)) return refused('wrong-state', { state: dossier.state })
  if (!(await mayStillRepresent({ db: sql, reader: actor, now }, dossier))) return refused('representation-missing')
  const known = await rowOf(sql, id)
  if ((known?.version ?? 0) !== body.version) return refused('stale-version', { version: known?.version ?? 0 })

  const { definition } = await versionById(sql, dossier.procedureVersion)
  const check = body.form && validateForm(definition.form, body.form, { partial: true, today: dayOf(now) })
  if (check && !check.ok) return refused('form-incomplete', { errors: check.errors })
  const before = (known?.attachments as AttachmentRow[] | undefined) ?? (await attachmentsOf(sql, id))
  if (body.attachments) {
    const lying = [...before, ...(await attachmentsOf(sql, id))]
    const fresh = body.attachments.filter((one) => !lying.some((row) => sameAs(row, one)))
    const attachments = await checkedAttachments(desk, definition, fresh, dossier.applicant)
    if (!attachments.ok) return attachments
    await markAttached(
      sql,
      fresh.flatMap((one) => ('file' in one ? [one.file] : [])),
      now,
    )
  }

  const stored = known
    ? vault.openJson<Form>(known.formSealed, revisionContext(id))
    : vault.openJson<Form>(dossier.formSealed, formContext(id))
  const version = body.version + 1
  const row = {
    dossier: id,
    version,
    form_sealed: vault.sealJson(check?.ok ? check.value : stored, revisionContext(id)),
    attachments: JSON.stringify(body.attachments ? placed(body.attachments) : before),
    begun_by: actor.id,
    changed_at: now,
  }
  await sql
    .insertInto('dossiers.revision')
    .values(row)
    .onConflict((at) => at.column('dossier').doUpdateSet(row))
    .execute()
  if (body.attachments) await letGo(sql, before)
  await write(sql, { stream: `dossier:${id}`, act: 'revise', actor: actor.id, details: { version }, occurredAt: now })
  return done({ id, version })
}

/** Gives up what was being changed; the dossier stays as it was sent. Refusals: `not-found`, `wrong-state`, `representation-missing`. */
export async function giveUpRevision(desk: DossierDesk, id: string) {
  const { sql, actor, now } = desk
  const dossier = await take(sql, id)
  if (!dossier) return refused('not-found')
  if (!mayReach(actor, dossier)) return outOfReach(desk, id, 'revise')
  if (!revisingAct({ reader: actor }, dossier)) return refused('wrong-state', { state: dossier.state })
  if (!(await mayStillRepresent({ db: sql, reader: actor, now }, dossier))) return refused('representation-missing')
  const version = await dropRevision(sql, id)
  const entry = { stream: `dossier:${id}` as const, act: 'give-up-changes', actor: actor.id, occurredAt: now }
  if (version !== undefined) await write(sql, { ...entry, details: { version } })
  return done({ id })
}

type Asked = z.infer<typeof attachmentBody>

function sameAs({ component, file, item }: AttachmentRow, one: Asked): boolean {
  return component === one.component && ('file' in one ? one.file === file : one.recordItem === item)
}

/** In the order in which they were handed in, counted by component. */
function placed(asked: readonly Asked[]): AttachmentRow[] {
  return asked.map((one, index) => ({
    component: one.component,
    position: asked.slice(0, index + 1).filter(({ component }) => component === one.component).length,
    file: 'file' in one ? one.file : null,
    item: 'recordItem' in one ? one.recordItem : null,
  }))
}
