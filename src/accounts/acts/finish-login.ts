import { noteSession, write } from '../../audit/index.ts'
import type { Sql, Tx } from '../../ground/database.ts'
import type { House } from '../../ground/house.ts'
import { done, refused, type Refused } from '../../ground/result.ts'
import { holdAccount } from '../held.ts'
import { mayUse, readClaims } from '../law/index.ts'
import { whoCameBack } from '../logins/ask.ts'
import { holderOf } from '../logins/holder.ts'
import type { LoginId } from '../logins/login.ts'
import { loginOf } from '../logins/table.ts'
import { hashOfSecret } from '../secret.ts'
import { openSession } from '../session.ts'
import { redirectOf, secretsOf } from './begin-login.ts'

type Return = { login: LoginId; browser: string; address: string; agent?: string; query: string }

/**
 * Somebody comes back from another system: the state is taken once, the code is exchanged, every token checked, and the account found
 * by the identity number that was proven there. Each refusal leaves its entry. Refusals: `login-stale` (unknown, used or too old state, or
 * begun in another browser, or ended over there meanwhile), `login-denied`, `login-code-used`, `login-token-expired`, `login-token-wrong`, `login-away`,
 * `login-identity-missing`, `login-identity-changed`, `login-account-missing`, `account-closed`.
 */
export async function finishLogin(house: House, { login: id, browser, query, ...from }: Return, now: Date) {
  const { db, vault, config } = house
  const refuse = (no: Refused<RefusedLogin>, account?: string) => trace(db, { id, from, no, account }, now)
  const login = loginOf(config, id)
  const state = new URLSearchParams(query).get('state') ?? ''
  const begun = await takeAttempt(db, state)
  if (!login || !begun || begun.login !== id || begun.ends_at <= now || !begun.browser.equals(hashOfSecret(browser)))
    return refuse(refused('login-stale', { why: begun ? 'not-this-sign-in' : 'unknown-state' }))

  const back = new URL(`${redirectOf(config.url, id)}?${query}`)
  const told = await whoCameBack(login, back, secretsOf(vault, state), config.insideHosts)
  if (!told.ok) return refuse(told)
  const proven = readClaims(told.value, login.claims)
  if (!proven.ok) return refuse(proven)

  const entered = await house.atDesk(null, async (desk) => {
    const { sql: tx } = desk
    const holder = await holderOf(desk, id, proven.value)
    if (!holder.ok) return holder
    const { account, how } = holder.value
    // The answer took its time: the account may have been shut, or the sign-in ended over there, in between.
    const held = await holdAccount(tx, account.id)
    if (!mayUse(held.state).ok) return refused('account-closed', { account: account.id })
    if (await hasEnded(tx, id, account.id, begun.begun_at))
      return refused('login-stale', { why: 'ended-meanwhile', account: account.id })
    const session = await openSession(
      tx,
      account.id,
      'browser',
      { ...from, through: id, twoFactors: provedTwice(told.value['amr']) },
      now,
    )
    noteSession(session.token, from.agent)
    const details = { by: 'browser', through: id, level: proven.value.level, how, from: from.address }
    await write(tx, { stream: `account:${account.id}`, act: 'sign-in', actor: account.id, occurredAt: now, details })
    return done({ ...session, account, back: begun.back ?? undefined })
  })
  return entered.ok ? entered : refuse(entered, entered.detail?.['account'] as string | undefined)
}

/** Whether the other system ended this holder's sign-in after this one was begun. */
async function hasEnded(tx: Tx, login: LoginId, account: string, begunAt: Date): Promise<boolean> {
  const link = await tx
    .selectFrom('accounts.login_link')
    .select('ended_at')
    .where('login', '=', login)
    .where('account', '=', account)
    .executeTakeFirst()
  return Boolean(link?.ended_at && link.ended_at > begunAt)
}

/** Whether the other system says it asked for more than one proof (RFC 8176). */
function provedTwice(amr: unknown): boolean {
  return Array.isArray(amr) && amr.some((one) => ['mfa', 'otp', 'hwk'].includes(String(one)))
}

export type RefusedLogin = Extract<Awaited<ReturnType<typeof holderOf>>, { ok: false }>['refusal'] | LoginRefusal
type LoginRefusal =
  | 'login-stale'
  | 'login-identity-missing'
  | 'account-closed'
  | Extract<Awaited<ReturnType<typeof whoCameBack>>, { ok: false }>['refusal']

/** A state is taken once: whoever brings it a second time finds nothing. */
async function takeAttempt(db: Sql, state: string) {
  return db
    .deleteFrom('accounts.login_attempt')
    .where('state', '=', hashOfSecret(state))
    .returning(['login', 'browser', 'back', 'begun_at', 'ends_at'])
    .executeTakeFirst()
}

type Refusing = {
  id: LoginId
  from: { address: string }
  no: Refused<RefusedLogin>
  account: string | undefined
}

async function trace(db: Sql, { id, from, no, account }: Refusing, now: Date): Promise<Refused<RefusedLogin>> {
  const details = { through: id, why: no.detail?.['why'], from: from.address }
  const stream = account ? (`account:${account}` as const) : 'system'
  await write(db, { stream, act: `refused:${no.refusal}`, actor: null, occurredAt: now, details })
  return no
}
