import { z } from 'zod'
import { type Actor, write } from '../../audit/index.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { textBody } from '../../ground/text.ts'
import type { Profile } from '../account.ts'
import { keepChange, valuesContext } from '../data-changes.ts'
import { changeableBy, checkName, type DataField, dataFields, waitsForAuthentication } from '../law/index.ts'
import { profileOf } from '../store.ts'

export const changeDataBody = z.partialRecord(z.enum(dataFields), textBody(300))
export const decideChangeBody = z.strictObject({ taken: z.boolean() })

/**
 * The holder asks to have their data changed, or says that all of it is still right. Each new value waits until it is authenticated; the old one stands until
 * then; an earlier asking for the same is replaced. Refusals: `not-permitted` (officers’ data are the agency’s), `name-wrong`.
 */
export async function changeData(desk: Desk<Actor>, asked: z.infer<typeof changeDataBody>) {
  const { sql, vault, actor, now } = desk
  const account = await sql
    .selectFrom('accounts.account')
    .select(['kind', 'display_name'])
    .where('id', '=', actor.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (!['person', 'organisation'].includes(account.kind)) return refused('not-permitted')
  const known = await profileOf(sql, vault, actor.id)
  const changed = changeableBy(account.kind).filter(
    (field) => asked[field] !== undefined && asked[field] !== (known[field] ?? ''),
  )
  if (changed.includes('name')) {
    const name = checkName(account.kind as 'person', asked.name ?? '')
    if (!name.ok) return name
  }
  for (const field of changed) {
    await sql
      .updateTable('accounts.data_change')
      .set({ decided_by: actor.id, decided_at: now, taken: false })
      .where('account', '=', actor.id)
      .where('field', '=', field)
      .where('decided_at', 'is', null)
      .execute()
    const change = {
      account: actor.id,
      field,
      was: known[field],
      becomes: asked[field],
      by: waitsForAuthentication(field) ? null : actor.id,
    }
    await keepChange(sql, vault, change, now)
  }
  await sql.updateTable('accounts.account').set({ update_needed_at: null }).where('id', '=', actor.id).execute()
  const details = { changed }
  await write(sql, { stream: `account:${actor.id}`, act: 'ask-data-change', actor: actor.id, details, occurredAt: now })
  return done({ changed })
}

/**
 * An officer who saw the paper takes the new value, or does not; only now it stands. Refusals: `not-found`, `change-decided`, `own-account` (nobody authenticates
 * their own).
 */
export async function decideChange(desk: Desk<Actor>, id: string, { taken }: z.infer<typeof decideChangeBody>) {
  const { sql, vault, actor, now } = desk
  const change = await sql
    .selectFrom('accounts.data_change')
    .select(['account', 'field', 'values_sealed', 'decided_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!change) return refused('not-found')
  if (change.decided_at) return refused('change-decided')
  if (change.account === actor.id) return refused('own-account')
  const { becomes } = vault.openJson(change.values_sealed, valuesContext(id)) as { becomes?: string }
  if (taken) await setField(desk, change.account, change.field as DataField, becomes)
  await sql
    .updateTable('accounts.data_change')
    .set({ decided_by: actor.id, decided_at: now, taken })
    .where('id', '=', id)
    .execute()
  const act = taken ? 'authenticate-data' : 'refuse-data'
  const details = { field: change.field, change: id }
  await write(sql, { stream: `account:${change.account}`, act, actor: actor.id, details, occurredAt: now })
  return done({ id, account: change.account })
}

/** Writes one value into what an account says; the caller has authenticated it. */
export async function setField(
  { sql, vault }: Desk<Actor>,
  account: string,
  field: DataField,
  value: string | undefined,
) {
  await sql.selectFrom('accounts.account').select('id').where('id', '=', account).forUpdate().executeTakeFirstOrThrow()
  const profile: Profile = { ...(await profileOf(sql, vault, account)), [field]: value || undefined }
  await sql
    .updateTable('accounts.account')
    .set({
      profile_sealed: vault.sealJson(profile, `accounts.profile:${account}`),
      ...(field === 'name' && value ? { display_name: value } : {}),
    })
    .where('id', '=', account)
    .execute()
}

/** Whoever manages accounts asks a holder to bring their data up to date; until they do, nothing is filed online. Refusals: `not-found`, `own-account`. */
export async function requireUpdate({ sql, actor, now }: Desk<Actor>, account: string) {
  if (account === actor.id) return refused('own-account')
  const { numUpdatedRows } = await sql
    .updateTable('accounts.account')
    .set({ update_needed_at: now })
    .where('id', '=', account)
    .where('kind', 'in', ['person', 'organisation'])
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return refused('not-found')
  await write(sql, { stream: `account:${account}`, act: 'require-update', actor: actor.id, occurredAt: now })
  return done({ id: account })
}
