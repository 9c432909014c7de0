import { z } from 'zod'
import { type Actor, write } from '../../audit/index.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { textBody } from '../../ground/text.ts'
import { newId } from '../../ground/uuid.ts'
import { changeableBy, type DataField, dataFields } from '../law/index.ts'
import { requestContext, requestKinds, type Wanted } from '../requests.ts'
import { accountByName } from '../store.ts'
import { setField } from './change-data.ts'
import { changeStanding } from './change-standing.ts'
import { mergeAccounts } from './merge.ts'

const reason = textBody(500).refine((text) => text.length >= 5)

export const accountRequestBody = z.strictObject({
  kind: z.enum(requestKinds),
  username: z.string().trim().min(1).max(100),
  other: z.string().trim().max(100).optional(),
  field: z.enum(dataFields).optional(),
  value: textBody(300).optional(),
  reason,
})
export const answerRequestBody = z.strictObject({ done: z.boolean(), answer: reason })

type Asking = z.infer<typeof accountRequestBody> & { unit: string }

/**
 * An agency asks whoever runs the accounts to lock one, to close a second one of the same holder, or to correct what one says. Officers' accounts are asked for
 * too. Refusals: `not-found` (no such account), `request-incomplete` (a merge names the account to keep, a correction what is right), `own-account`.
 */
export async function askAboutAccount(
  desk: Desk<Actor>,
  { kind, username, other, field, value, reason: why, unit }: Asking,
) {
  const { sql, vault, actor, now } = desk
  const account = await accountByName(sql, username)
  if (!account || account.kind === 'system') return refused('not-found')
  if (account.id === actor.id) return refused('own-account')
  const kept = kind === 'merge' && other ? await accountByName(sql, other) : undefined
  if (kind === 'merge' && (!kept || kept.id === account.id || kept.kind !== account.kind))
    return refused('request-incomplete')
  const isChangeable = field !== undefined && changeableBy(account.kind).includes(field)
  if (kind === 'correction' && (!isChangeable || !value)) return refused('request-incomplete')
  const id = newId(now)
  const wanted: Wanted = { reason: why, value: kind === 'correction' ? value : undefined }
  await sql
    .insertInto('accounts.request')
    .values({
      id,
      kind,
      account: account.id,
      other: kept?.id ?? null,
      field: kind === 'correction' ? field! : null,
      asked_sealed: vault.sealJson(wanted, requestContext(id)),
      asked_by: actor.id,
      unit,
      asked_at: now,
    })
    .execute()
  const details = { request: id, kind }
  const entry = { act: 'ask-about-account', actor: actor.id, details, occurredAt: now }
  await write(sql, { stream: `account:${account.id}`, ...entry })
  return done({ id })
}

/**
 * Whoever runs the accounts does what was asked, or answers why not. Refusals: `not-found`, `account-request-decided`, `own-account-request` (nobody answers their own),
 * `own-account` (nor one about their own account), and those of changing how an account stands and of `mergeAccounts`.
 */
export async function answerRequest(
  desk: Desk<Actor>,
  id: string,
  { done: does, answer }: z.infer<typeof answerRequestBody>,
) {
  const { sql, vault, actor, now } = desk
  const request = await sql
    .selectFrom('accounts.request')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!request) return refused('not-found')
  if (request.decided_at) return refused('account-request-decided')
  if (request.asked_by === actor.id) return refused('own-account-request')
  if (request.account === actor.id) return refused('own-account')
  if (does) {
    const { account, kind, other, field } = request
    const { value } = vault.openJson(request.asked_sealed, requestContext(id)) as Wanted
    if (kind === 'correction') await setField(desk, account, field as DataField, value)
    else {
      const changed =
        kind === 'merge'
          ? await mergeAccounts(desk, { account, other: other!, reason: answer })
          : await changeStanding(desk, { account, act: 'lock', by: 'manager', reason: answer })
      if (!changed.ok) return changed
    }
  }
  await sql
    .updateTable('accounts.request')
    .set({ decided_by: actor.id, decided_at: now, done: does, answer_sealed: vault.seal(answer, requestContext(id)) })
    .where('id', '=', id)
    .execute()
  const details = { request: id, kind: request.kind, done: does }
  const entry = { act: 'answer-about-account', actor: actor.id, details, occurredAt: now }
  await write(sql, { stream: `account:${request.account}`, ...entry })
  return done({ id })
}
