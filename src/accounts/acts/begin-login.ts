import { randomBytes } from 'node:crypto'
import type { House } from '../../ground/house.ts'
import { networkOf } from '../../ground/network.ts'
import { done, refused } from '../../ground/result.ts'
import { withinLimit } from '../../ground/throttle.ts'
import type { Vault } from '../../ground/vault/index.ts'
import { hashOfSecret } from '../secret.ts'
import { addressOf, type Secrets } from '../logins/ask.ts'
import { type LoginId, loginPaths } from '../logins/login.ts'
import { loginOf } from '../logins/table.ts'

/** Minutes a citizen has to sign in at the other system and come back. */
const minutesToComeBack = 15
/** Sign-ins begun at one address in ten minutes: many for a busy counter, few for who fills the table. */
const begunAtOneAddress = 300

type Beginning = { login: LoginId; browser: string; address: string; back: string | undefined }

/**
 * Begins a sign-in at another system; answers the address there. The browser that begins it must be the one that comes back. Refusals:
 * `not-found` (no such sign-in here), `too-many-requests`.
 */
export async function beginLogin(house: House, { login: id, browser, address, back }: Beginning, now: Date) {
  const { config, db, vault } = house
  const login = loginOf(config, id)
  if (!login) return refused('not-found')
  if (!(await withinLimit(db, `login:${networkOf(address)}`, begunAtOneAddress, 600, now)))
    return refused('too-many-requests')
  const state = randomBytes(32).toString('base64url')
  await db
    .insertInto('accounts.login_attempt')
    .values({
      state: hashOfSecret(state),
      login: id,
      browser: hashOfSecret(browser),
      back: back ?? null,
      begun_at: now,
      ends_at: new Date(now.getTime() + minutesToComeBack * 60_000),
    })
    .execute()
  return done(await addressOf(login, redirectOf(config.url, id), secretsOf(vault, state)))
}

/** Where the other system sends the browser back to; it must know this address beforehand. */
export function redirectOf(url: string, id: LoginId): string {
  return `${url}/dang-nhap/${loginPaths[id]}/tro-lai`
}

/** What is bound to a state follows from it by a key of the house: nothing of it is kept, and who sees the state cannot tell it. */
export function secretsOf(vault: Vault, state: string): Secrets {
  const of = (purpose: string) =>
    Buffer.from(vault.fingerprint(state, `accounts.login.${purpose}`)).toString('base64url')
  return { state, nonce: of('nonce'), verifier: of('verifier') }
}
