import { write } from '../../audit/index.ts'
import type { House } from '../../ground/house.ts'
import { done, refused } from '../../ground/result.ts'
import type { Result } from '../../ground/result.ts'
import { networkOf } from '../../ground/network.ts'
import { withinLimit } from '../../ground/throttle.ts'
import { holdAccount } from '../held.ts'
import { subOf } from '../logins/holder.ts'
import { askKeys, type KeysOf, rememberedKeys } from '../logins/keys.ts'
import { readLogoutToken } from '../logins/logout-token.ts'
import type { LoginId } from '../logins/login.ts'
import { loginOf } from '../logins/table.ts'
import { hashOfSecret } from '../secret.ts'
import { closeOtherSessions } from '../session.ts'

/** Tokens from one address in ten minutes: every officer of a province who signs out at the end of the day, and not more. */
export const tokensAtOneAddress = 6_000

/** Each house remembers for itself, by the names its own setting knows. */
const remembered = new WeakMap<House, KeysOf>()
function keysAt(house: House): KeysOf {
  const known = remembered.get(house) ?? rememberedKeys((jwks) => askKeys(jwks, house.config.insideHosts))
  remembered.set(house, known)
  return known
}

type Ending = { token: string; address: string }

/**
 * The other system ends somebody's sign-in, as when it withdraws an account: every session of that account ends, so the next request is nobody's. A token is
 * taken once, together with what it ends. Refusals: `not-found` (no such sign-in here), `too-many-requests` (from this address), `login-token-wrong`,
 * `login-away`; the last two leave their entry.
 */
export async function endLogin(house: House, id: LoginId, { token, address }: Ending, now: Date) {
  const { db, vault, config } = house
  const login = loginOf(config, id)
  if (!login) return refused('not-found')
  if (!(await withinLimit(db, `logout:${networkOf(address)}`, tokensAtOneAddress, 600, now)))
    return refused('too-many-requests')
  // The other system keeps its own time, not that of a training clock.
  const read = await readLogoutToken(login, token, new Date(), keysAt(house))
  if (!read.ok) {
    const details = { through: id, why: read.detail?.['why'], from: address }
    await write(db, { stream: 'system', act: `refused:${read.refusal}`, actor: null, details, occurredAt: now })
    return read
  }
  const sub = subOf(vault, id, read.value.sub)
  const challenge = hashOfSecret(`logout\n${id}\n${read.value.jti}`)
  // Taken and carried out together: a token whose sessions were not closed may be sent again.
  return house.atDesk(null, async ({ sql: tx }): Promise<Result<{ account: string | null }, 'login-token-wrong'>> => {
    const isNew = await tx
      .insertInto('accounts.spent_challenge')
      .values({ challenge, ends_at: new Date(now.getTime() + 24 * 3_600_000) })
      .onConflict((at) => at.doNothing())
      .executeTakeFirstOrThrow()
    if (isNew.numInsertedOrUpdatedRows !== 1n) return refused('login-token-wrong', { why: 'jti' })
    const link = await tx
      .selectFrom('accounts.login_link')
      .select('account')
      .where('login', '=', id)
      .where('sub', '=', sub)
      .executeTakeFirst()
    // Who never came here by that system has nothing to end.
    if (!link) return done({ account: null })
    // Who is coming back at this moment waits, and finds that what they began has ended.
    await holdAccount(tx, link.account)
    await tx
      .updateTable('accounts.login_link')
      .set({ ended_at: now })
      .where('login', '=', id)
      .where('account', '=', link.account)
      .execute()
    await closeOtherSessions(tx, link.account)
    const details = { through: id }
    await write(tx, {
      stream: `account:${link.account}`,
      act: 'logged-out-centrally',
      actor: null,
      details,
      occurredAt: now,
    })
    return done({ account: link.account })
  })
}
