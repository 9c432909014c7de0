import { write } from '../../audit/index.ts'
import type { Database } from '../../ground/database.ts'
import { done, refused } from '../../ground/result.ts'
import { forgetAll, hashOf } from '../attempts.ts'
import { accountByName } from '../store.ts'

/** Whoever runs the machine has seen who it is: every wait for this name is over. Refusals: `not-found`. */
export async function unlockAccount(db: Database, username: string, now: Date) {
  const account = await accountByName(db, username)
  if (!account) return refused('not-found')
  await db.transaction().execute(async (tx) => {
    await forgetAll(tx, hashOf(username))
    await forgetAll(tx, hashOf(`change-password:${account.id}`))
    await write(tx, { stream: `account:${account.id}`, act: 'unlock', actor: null, occurredAt: now })
  })
  return done(account)
}
