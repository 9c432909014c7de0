import type { Tx } from '../ground/database.ts'
import { done, refused } from '../ground/result.ts'
import type { AccountState } from './account.ts'
import { mayUse } from './law/index.ts'
import { hashOfSecret } from './secret.ts'

/** An account as it stands now; until the transaction ends nobody else changes how it stands or by what it is entered. */
export async function holdAccount(tx: Tx, account: string) {
  const row = await tx
    .selectFrom('accounts.account')
    .select(['state', 'password'])
    .where('id', '=', account)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  return row as { state: AccountState; password: string | null }
}

/**
 * The same for whoever acts from a session: what was judged before the transaction began is worth nothing once the session ended or the account was shut.
 * Refusals: `account-paused`, `account-closed`, `sign-in-needed` (the session has ended).
 */
export async function holdSession(tx: Tx, account: string, token: string) {
  const held = await holdAccount(tx, account)
  const usable = mayUse(held.state)
  if (!usable.ok) return usable
  const open = await tx
    .selectFrom('accounts.session')
    .select('id')
    .where('token', '=', hashOfSecret(token))
    .where('account', '=', account)
    .forKeyShare()
    .executeTakeFirst()
  return open ? done(held) : refused('sign-in-needed')
}
