import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { write } from '../../audit/index.ts'
import type { Sql, Database } from '../../ground/database.ts'
import { inTurn } from '../../ground/gate.ts'
import { withinLimit } from '../../ground/throttle.ts'
import { done, refused } from '../../ground/result.ts'
import type { Account } from '../account.ts'
import { isPassword, nobodysPassword } from '../password.ts'
import { openSession, type SessionKind } from '../session.ts'
import { accountByName } from '../store.ts'

export const signInBody = z.strictObject({
  username: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(200),
  otp: z.string().max(20).optional(),
})

/** How many failures, and for how long the door then stays shut. Settings of the province; see `policy`. */
export type SignInRules = { maxFailures: number; lockMinutes: number; perAddress: number }
export const signInRules: SignInRules = { maxFailures: 5, lockMinutes: 15, perAddress: 50 }

/**
 * Checks name and password and opens a session. Refusals: `sign-in-failed` (name or password, it never says which),
 * `sign-in-locked` (too many failures of this account), `too-many-requests` (too many failures from this address),
 * `account-closed` (suspended, locked or closed).
 */
export function signIn(
  db: Database,
  body: z.infer<typeof signInBody>,
  from: Origin,
  now: Date,
  rules: SignInRules = signInRules,
) {
  // Guesses at one name are judged one after the other, so that a hundred sent at once are counted as a hundred.
  return oneByOne(body.username.trim().toLowerCase(), () => judge(db, body, from, now, rules))
}

type Origin = { kind: SessionKind; address: string; agent?: string }
const oneByOne = inTurn(60)

async function judge(
  db: Database,
  { username, password }: z.infer<typeof signInBody>,
  from: Origin,
  now: Date,
  rules: SignInRules,
) {
  const account = await accountByName(db, username)
  const guard = account
    ? await lockOf(db, account.id)
    : { password: null, lockedUntil: await strangerLockedUntil(db, username) }
  if (guard.lockedUntil && guard.lockedUntil > now) return refused('sign-in-locked', { until: guard.lockedUntil })

  const right = await isPassword(password, guard.password ?? nobodysPassword)
  if (!account || !guard.password || !right) {
    // Failures alone are counted: a counter of many officers behind one address is never shut out for working.
    const open = await withinLimit(db, `sign-in:${from.address}`, rules.perAddress, 900, now)
    await (account ? countFailure(db, account, from.address, now, rules) : countStranger(db, username, now, rules))
    return open ? refused('sign-in-failed') : refused('too-many-requests')
  }
  if (!['active', 'registered'].includes(account.state)) return refused('account-closed')

  return db.transaction().execute(async (tx) => {
    await tx
      .updateTable('accounts.account')
      .set({ failures: 0, locked_until: null })
      .where('id', '=', account.id)
      .where('failures', '>', 0)
      .execute()
    const session = await openSession(tx, account.id, from.kind, from, now)
    await write(tx, {
      stream: `account:${account.id}`,
      act: 'sign-in',
      actor: account.id,
      occurredAt: now,
      details: { by: from.kind, from: from.address },
    })
    return done({ ...session, account })
  })
}

async function lockOf(db: Sql, account: string) {
  return db
    .selectFrom('accounts.account')
    .select(['password', 'locked_until as lockedUntil'])
    .where('id', '=', account)
    .executeTakeFirstOrThrow()
}

/**
 * A name nobody has is locked like one that somebody has, after as many failures and for as long: otherwise the lock would tell which
 * names exist. The name itself is not kept.
 */
async function countStranger(
  db: Database,
  username: string,
  now: Date,
  { maxFailures, lockMinutes }: SignInRules,
): Promise<void> {
  const until = new Date(now.getTime() + lockMinutes * 60_000)
  await sql`
    insert into ground.throttle (subject, window_start, hits) values (${strangerKey(username)}, ${now}::timestamptz, 1)
    on conflict (subject) do update set
      hits = case when ground.throttle.hits + 1 >= ${maxFailures} then 0 else ground.throttle.hits + 1 end,
      window_start = case when ground.throttle.hits + 1 >= ${maxFailures} then ${until}::timestamptz else ${now}::timestamptz end`.execute(
    db,
  )
}

async function strangerLockedUntil(db: Sql, username: string): Promise<Date | null> {
  const row = await db
    .selectFrom('ground.throttle')
    .select(['window_start as until', 'hits'])
    .where('subject', '=', strangerKey(username))
    .executeTakeFirst()
  return row?.hits === 0 ? row.until : null
}

function strangerKey(username: string): string {
  return `sign-in-stranger:${createHash('sha256').update(username.trim().toLowerCase()).digest('base64url')}`
}

async function countFailure(
  db: Database,
  account: Account,
  address: string,
  now: Date,
  rules: SignInRules,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { failures } = await tx
      .updateTable('accounts.account')
      .set((eb) => ({ failures: eb('failures', '+', 1) }))
      .where('id', '=', account.id)
      .returning('failures')
      .executeTakeFirstOrThrow()
    if (failures >= rules.maxFailures) {
      const until = new Date(now.getTime() + rules.lockMinutes * 60_000)
      await tx
        .updateTable('accounts.account')
        .set({ failures: 0, locked_until: until })
        .where('id', '=', account.id)
        .execute()
    }
    const details = { failures, locked: failures >= rules.maxFailures, from: address }
    await write(tx, { stream: `account:${account.id}`, act: 'sign-in-failed', actor: null, occurredAt: now, details })
  })
}
