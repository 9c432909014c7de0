import { type Actor, write } from '../audit/index.ts'
import type { Sql } from '../ground/database.ts'
import type { Desk } from '../ground/desk.ts'
import { networkOf } from '../ground/network.ts'
import { done, refused, type Result } from '../ground/result.ts'
import { hashOfSecret } from './secret.ts'

/** One place where somebody is signed in. */
export type OpenSession = {
  id: string
  kind: string
  through: string
  createdAt: Date
  seenAt: Date
  address: string | null
  agent: string | null
  current: boolean
}

/** Where the holder is signed in now, the latest first; `token` is the session that asks. */
export async function openSessionsOf(db: Sql, account: string, token: string, now: Date): Promise<OpenSession[]> {
  const rows = await db
    .selectFrom('accounts.session')
    .select(['id', 'kind', 'through', 'created_at', 'seen_at', 'address', 'agent', 'token'])
    .where('account', '=', account)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .limit(100)
    .execute()
  const here = hashOfSecret(token)
  return rows.map(({ token: hash, created_at: createdAt, seen_at: seenAt, ...row }) => ({
    ...row,
    createdAt,
    seenAt,
    current: hash.equals(here),
  }))
}

/** The holder ends one session of theirs by its name. Refusal: `not-found`. */
export async function endOneSession({ sql, actor, now }: Desk<Actor>, id: string) {
  const { numDeletedRows } = await sql
    .deleteFrom('accounts.session')
    .where('id', '=', id)
    .where('account', '=', actor.id)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) return refused('not-found')
  await write(sql, { stream: `account:${actor.id}`, act: 'end-session', actor: actor.id, occurredAt: now })
  return done({ ended: 1 })
}

/** The holder signs out everywhere but here. */
export async function endOtherSessions(
  { sql, actor, now }: Desk<Actor>,
  token: string,
): Promise<Result<{ ended: number }, 'not-found'>> {
  const { numDeletedRows } = await sql
    .deleteFrom('accounts.session')
    .where('account', '=', actor.id)
    .where('token', '!=', hashOfSecret(token))
    .executeTakeFirstOrThrow()
  const ended = Number(numDeletedRows)
  const details = { ended }
  await write(sql, {
    stream: `account:${actor.id}`,
    act: 'end-other-sessions',
    actor: actor.id,
    details,
    occurredAt: now,
  })
  return done({ ended })
}

/** When and through what the holder signed in before this session; nothing at the first time. */
export async function signInBefore(
  db: Sql,
  account: string,
): Promise<{ at: Date; address: string | undefined } | undefined> {
  const rows = await db
    .selectFrom('audit.entry')
    .select(['occurred_at', 'details'])
    .where('stream', '=', `account:${account}`)
    .where('act', '=', 'sign-in')
    .orderBy('position', 'desc')
    .limit(2)
    .execute()
  const before = rows[1]
  return before && { at: before.occurred_at, address: (before.details as { from?: string }).from }
}

/** What the accounts announce, in the past tense. Whoever cares stands in `main/reactions.ts`. */
export type AccountFact = {
  type: 'account.signed-in-elsewhere'
  account: string
  /** What the browser calls itself, and from where. */
  agent: string | null
  address: string | null
  at: string
}

/**
 * After signing in: when the holder is signed in at another place too, from another network, they are told. Accounts are not shared, and who finds a
 * place that is not theirs ends it.
 */
export async function tellOfOtherPlace({ sql, actor, now, announce }: Desk<Actor, AccountFact>, token: string) {
  const open = await openSessionsOf(sql, actor.id, token, now)
  const here = open.find(({ current }) => current)
  const isElsewhere = open.some(
    ({ current, address }) => !current && address !== null && networkOf(address) !== networkOf(here?.address ?? ''),
  )
  if (!here || !isElsewhere) return done({ told: false })
  const { agent, address } = here
  await announce({ type: 'account.signed-in-elsewhere', account: actor.id, agent, address, at: now.toISOString() })
  const details = { from: address }
  await write(sql, { stream: `account:${actor.id}`, act: 'two-places', actor: actor.id, details, occurredAt: now })
  return done({ told: true })
}
