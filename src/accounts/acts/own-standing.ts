import { z } from 'zod'
import type { Actor } from '../../audit/index.ts'
import type { Database, Tx } from '../../ground/database.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { holdSession } from '../held.ts'
import { isFreshProof } from '../law/index.ts'
import { hashOfSecret } from '../secret.ts'
import { hasPassword, judgePresent } from './change-password.ts'
import { changeStanding } from './change-standing.ts'

/** What a holder does with their own account; closing it needs the present password of who has one. */
export const ownStandingBody = z.strictObject({
  act: z.enum(['pause', 'lock', 'close']),
  password: z.string().max(200).optional(),
})

type Own = z.infer<typeof ownStandingBody> & { session: string }

/**
 * The holder pauses, locks or closes their account. What cannot be undone needs the present password, or of who has none a sign-in of a moment ago: a session left
 * open closes no account. Refusals: `password-wrong` (`left`), `too-many-requests` (`until`), `fresh-sign-in-needed`, and those of `holdSession` and `changeStanding`.
 */
export async function changeOwnStanding(desk: Desk<Actor>, { act, password = '', session }: Own) {
  const { sql, actor, now, outside } = desk
  if (act === 'close' && (await hasPassword(sql, actor.id))) {
    const judged = await outside('present password', (db) => judgePresent(db as Database, actor.id, password, now))
    if (!judged.ok) return judged
  } else if (act === 'close' && !isFreshProof(await beganAt(sql, session), now)) return refused('fresh-sign-in-needed')
  const stands = await holdSession(sql, actor.id, session)
  if (!stands.ok) return stands
  const changed = await changeStanding(desk, { account: actor.id, act, by: 'holder' })
  return changed.ok ? done(changed.value) : changed
}

async function beganAt(sql: Tx, session: string): Promise<Date | undefined> {
  const row = await sql
    .selectFrom('accounts.session')
    .select('created_at')
    .where('token', '=', hashOfSecret(session))
    .executeTakeFirst()
  return row?.created_at
}
