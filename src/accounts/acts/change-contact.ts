import { z } from 'zod'
import { type Actor, write } from '../../audit/index.ts'
import type { Desk } from '../../ground/desk.ts'
import { done } from '../../ground/result.ts'
import { hasOddCharacters } from '../../ground/text.ts'
import { checkPhone } from '../law/index.ts'
import { profileOf } from '../store.ts'

/** Each of the three may be empty: then it is taken out. */
export const changeContactBody = z.strictObject({
  phone: z.string().trim().max(20),
  email: z.union([z.literal(''), z.email().max(200)]),
  address: z
    .string()
    .trim()
    .normalize('NFC')
    .max(300)
    .refine((text) => !hasOddCharacters(text, false)),
})

/**
 * The holder changes how they are reached: telephone, e-mail, address. Who they are stays as it was confirmed. The trace says
 * which of the three changed, not what it was. Refusal: `phone-wrong`.
 */
export async function changeContact(
  { sql, vault, actor, now }: Desk<Actor>,
  { phone, email, address }: z.infer<typeof changeContactBody>,
) {
  const checked = phone ? checkPhone(phone) : done()
  if (!checked.ok) return checked
  await sql.selectFrom('accounts.account').select('id').where('id', '=', actor.id).forUpdate().executeTakeFirstOrThrow()
  const known = await profileOf(sql, vault, actor.id)
  const contact = { phone: checked.value || undefined, email: email || undefined, address: address || undefined }
  const changed = (['phone', 'email', 'address'] as const).filter((name) => known[name] !== contact[name])
  if (changed.length === 0) return done()

  await sql
    .updateTable('accounts.account')
    .set({ profile_sealed: vault.sealJson({ ...known, ...contact }, `accounts.profile:${actor.id}`) })
    .where('id', '=', actor.id)
    .execute()
  const details = { changed }
  await write(sql, { stream: `account:${actor.id}`, act: 'change-contact', actor: actor.id, details, occurredAt: now })
  return done()
}
