import { z } from 'zod'
import { type Actor, write } from '../../audit/index.ts'
import type { Desk } from '../../ground/desk.ts'
import { done } from '../../ground/result.ts'
import { keepChange } from '../data-changes.ts'
import { checkPhone } from '../law/index.ts'
import { profileOf } from '../store.ts'

/** Either may be empty: then it is taken out. */
export const changeContactBody = z.strictObject({
  phone: z.string().trim().max(20),
  email: z.union([z.literal(''), z.email().max(200)]),
})

/**
 * The holder changes how they are reached: telephone, e-mail. It holds at once and stands in the history; who they are and where they live waits for
 * authentication (`changeData`). The trace says which changed, not what it was. Refusal: `phone-wrong`.
 */
export async function changeContact(
  { sql, vault, actor, now }: Desk<Actor>,
  { phone, email }: z.infer<typeof changeContactBody>,
) {
  const checked = phone ? checkPhone(phone) : done()
  if (!checked.ok) return checked
  await sql.selectFrom('accounts.account').select('id').where('id', '=', actor.id).forUpdate().executeTakeFirstOrThrow()
  const known = await profileOf(sql, vault, actor.id)
  const contact = { phone: checked.value || undefined, email: email || undefined }
  const changed = (['phone', 'email'] as const).filter((name) => known[name] !== contact[name])
  if (changed.length === 0) return done()

  await sql
    .updateTable('accounts.account')
    .set({ profile_sealed: vault.sealJson({ ...known, ...contact }, `accounts.profile:${actor.id}`) })
    .where('id', '=', actor.id)
    .execute()
  for (const field of changed) {
    const change = { account: actor.id, field, was: known[field], becomes: contact[field], by: actor.id }
    await keepChange(sql, vault, change, now)
  }
  const details = { changed }
  await write(sql, { stream: `account:${actor.id}`, act: 'change-contact', actor: actor.id, details, occurredAt: now })
  return done()
}
