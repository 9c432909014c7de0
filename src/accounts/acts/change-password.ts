import { z } from 'zod'
import { type Actor, write } from '../../audit/index.ts'
import type { Database, Sql } from '../../ground/database.ts'
import type { Desk } from '../../ground/desk.ts'
import { inTurn } from '../../ground/gate.ts'
import { done, refused } from '../../ground/result.ts'
import { countTry, forget, hashOf } from '../attempts.ts'
import { isStrongPassword } from '../law/index.ts'
import { hashPassword, isPassword } from '../password.ts'
import { holdSession } from '../held.ts'
import { closeOtherSessions } from '../session.ts'
import { guessRulesOf } from '../store.ts'

export const changePasswordBody = z.strictObject({
  current: z.string().min(1).max(200),
  next: z.string().min(1).max(200),
})

type Asked = z.infer<typeof changePasswordBody> & { session: string }

/**
 * The holder sets a new password; every other session ends. Refusals: `password-wrong` (with how many tries are `left`),
 * `too-many-requests` (too many wrong ones in a row; `until`), `password-weak`, `password-same`, and those of `holdSession`: an account that was shut meanwhile
 * stays shut.
 */
export async function changePassword({ sql, actor, now, outside }: Desk<Actor>, { current, next, session }: Asked) {
  const judged = await outside('present password', (db) => judgePresent(db as Database, actor.id, current, now))
  if (!judged.ok) return judged
  if (!isStrongPassword(next)) return refused('password-weak')
  if (current === next) return refused('password-same')

  const password = await outside('new password', () => hashPassword(next))
  const held = await holdSession(sql, actor.id, session)
  if (!held.ok) return held
  // Somebody else may have changed it since it was judged.
  if (held.value.password !== judged.value) return refused('password-wrong')
  await sql
    .updateTable('accounts.account')
    .set({ password, password_at: now, must_change_password: false, state: 'active' })
    .where('id', '=', actor.id)
    .where('state', 'in', ['registered', 'active'])
    .execute()
  await closeOtherSessions(sql, actor.id, session)
  // Whoever knew the old password may have seen the secret of a device that is not yet set.
  await sql
    .deleteFrom('accounts.second_factor')
    .where('account', '=', actor.id)
    .where('confirmed_at', 'is', null)
    .execute()
  await write(sql, { stream: `account:${actor.id}`, act: 'change-password', actor: actor.id, occurredAt: now })
  return done()
}

const oneByOne = inTurn(20)

/** The stored password when this is the present one; each try is counted before it is judged. */
export function judgePresent(db: Database, account: string, current: string, now: Date) {
  return oneByOne(account, async () => {
    const guess = { name: hashOf(`change-password:${account}`), address: '' }
    const counted = await countTry(db, guess, await guessRulesOf(db, now), now)
    if (!counted.open) return refused('too-many-requests', { until: counted.until })
    const stored = await storedOf(db, account)
    if (!stored || !(await isPassword(current, stored))) return refused('password-wrong', { left: counted.left })
    await forget(db, guess, now)
    return done(stored)
  })
}

/** Whether the account has a password at all; who came by another system may have none. */
export async function hasPassword(db: Sql, account: string): Promise<boolean> {
  return (await storedOf(db, account)) !== null
}

async function storedOf(db: Sql, account: string): Promise<string | null> {
  const { password } = await db
    .selectFrom('accounts.account')
    .select('password')
    .where('id', '=', account)
    .executeTakeFirstOrThrow()
  return password
}
