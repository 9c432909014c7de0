import { z } from 'zod'
import { type Actor, write } from '../../audit/index.ts'
import { isDay } from '../../ground/day.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { fieldContext, fieldsOf } from '../more-fields.ts'

const text = (max: number) => z.string().trim().normalize('NFC').min(2).max(max)

export const addFieldBody = z.strictObject({
  /** By which it is known for ever. */
  name: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    .max(40),
  titleVi: text(120),
  titleEn: text(120),
  kind: z.enum(['text', 'day']),
  decision: text(200),
})

/** Accounts have one field more from now on; none that there is changes. The caller has seen that this actor manages accounts. Refusal: `field-exists`. */
export async function addField({ sql, actor, now }: Desk<Actor, never>, body: z.infer<typeof addFieldBody>) {
  const known = await fieldsOf(sql, true)
  const { name, titleVi, titleEn, kind, decision } = body
  const made = await sql
    .insertInto('accounts.field')
    .values({
      name,
      title_vi: titleVi,
      title_en: titleEn,
      kind,
      decision,
      position: known.length + 1,
      added_by: actor.id,
      added_at: now,
    })
    .onConflict((at) => at.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return refused('field-exists')
  await write(sql, { stream: 'system', act: 'add-field', actor: actor.id, subject: name, occurredAt: now })
  return done({ name })
}

/** A field is asked for no more; what was written in it is kept. Refusal: `not-found`. */
export async function retireField({ sql, actor, now }: Desk<Actor, never>, name: string) {
  const retired = await sql
    .updateTable('accounts.field')
    .set({ retired_at: now })
    .where('name', '=', name)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  if (retired.numUpdatedRows !== 1n) return refused('not-found')
  await write(sql, { stream: 'system', act: 'retire-field', actor: actor.id, subject: name, occurredAt: now })
  return done({ name })
}

/** Writes what an account holds in the added fields; what is left empty is taken out. Refusals: `not-found`, `field-no-day` with its name. */
export async function writeFields(
  { sql, vault, actor, now }: Desk<Actor, never>,
  account: string,
  given: Readonly<Record<string, string>>,
) {
  const holder = await sql.selectFrom('accounts.account').select('id').where('id', '=', account).executeTakeFirst()
  if (!holder) return refused('not-found')
  for (const { name, kind } of await fieldsOf(sql)) {
    const value = given[name]?.trim().normalize('NFC').slice(0, 300)
    if (value === undefined) continue
    if (kind === 'day' && value !== '' && !isDay(value)) return refused('field-no-day', { field: name })
    const row = { account, field: name, written_by: actor.id, written_at: now }
    const at = sql.deleteFrom('accounts.field_value').where('account', '=', account).where('field', '=', name)
    await at.execute()
    if (value === '') continue
    const sealed = vault.seal(value, fieldContext(account, name))
    await sql
      .insertInto('accounts.field_value')
      .values({ ...row, value_sealed: sealed })
      .execute()
  }
  await write(sql, { stream: `account:${account}`, act: 'write-fields', actor: actor.id, occurredAt: now })
  return done({ account })
}
