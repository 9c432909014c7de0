import { z } from 'zod'
import { type Actor, write } from '../../audit/index.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { hasOddCharacters } from '../../ground/text.ts'
import { newId } from '../../ground/uuid.ts'
import { policyFor } from '../../policy/index.ts'
import { type Account, type AccountState } from '../account.ts'
import { type By, checkStanding, type StandingAct } from '../law/index.ts'
import { forgetAll, hashOf } from '../attempts.ts'
import { endWhatWasLeft } from '../hands.ts'
import { hashPassword } from '../password.ts'
import { forgetProofs } from '../proofs.ts'
import { closeOtherSessions } from '../session.ts'
import { easyPassword } from './register.ts'

const reason = z
  .string()
  .trim()
  .normalize('NFC')
  .max(500)
  .refine((text) => !hasOddCharacters(text, true))

/** What whoever manages accounts, or helps holders at a counter, does with another's. */
export const standingBody = z.strictObject({ act: z.enum(['lock', 'close', 'suspend', 'reopen', 'confirm']), reason })
export const recoverBody = z.strictObject({ reason })

type Asked = { account: string; act: StandingAct; by: By; reason?: string }

/**
 * Changes how an account stands; from the next request on its holder is out or in. Refusals: `not-found`, `not-permitted`, `wrong-account-state`,
 * `standing-reason-needed`, `own-account` (nobody manages their own).
 */
export async function changeStanding(desk: Desk<Actor>, asked: Asked) {
  const taken = await takeAccount(desk, asked)
  if (!taken.ok) return taken
  const { account, to } = taken.value
  await desk.sql.updateTable('accounts.account').set({ state: to }).where('id', '=', account.id).execute()
  if (!['active', 'registered'].includes(to)) await closeOtherSessions(desk.sql, account.id)
  if (asked.act === 'reopen') await forgetAll(desk.sql, hashOf(account.username))
  await keep(desk, asked, to)
  return done({ id: account.id, state: to })
}

/**
 * Somebody who lost password or device comes to a counter and shows who they are: a one-time password, every session ended, the second factor
 * and passkeys gone; the password must be changed at the first sign-in. Of an account nobody had proved theirs all else ends too, for whoever opened it may have
 * been another. Where the province asks for a second person, the account of an officer is only asked about by the first administrator and given back by another
 * within a day. Refusals as in `changeStanding`, and `own-request` (who asked does not give).
 */
export async function recoverAccount(desk: Desk<Actor>, asked: Omit<Asked, 'act'>) {
  const taken = await takeAccount(desk, { ...asked, act: 'recover' })
  if (!taken.ok) return taken
  const { account, to } = taken.value
  if (account.kind === 'officer' && (await policyFor(desk.sql, desk.now)).get('officers.second-person')) {
    const asker = await whoAsked(desk, account.id)
    if (asker === desk.actor.id) return refused('own-request')
    if (asker === undefined) {
      await keep(desk, { ...asked, act: 'ask-recover' }, account.state)
      return done(given(account, null))
    }
  }
  const { word, hash } = await desk.outside('one-time password', async () => {
    const fresh = easyPassword()
    return { word: fresh, hash: await hashPassword(fresh) }
  })
  const { sql } = desk
  await sql
    .updateTable('accounts.account')
    .set({ state: to, password: hash, password_at: desk.now, must_change_password: true })
    .where('id', '=', account.id)
    .execute()
  if (account.assurance === 'none' && account.kind !== 'officer')
    await endWhatWasLeft(desk, { account: account.id, by: desk.actor.id })
  await forgetProofs(sql, account.id)
  await closeOtherSessions(sql, account.id)
  await forgetAll(sql, hashOf(account.username))
  await keep(desk, { ...asked, act: 'recover' }, to)
  return done(given(account, word))
}

/** The one-time password; none while a second person has not given it. */
const given = ({ id, username }: Pick<Account, 'id' | 'username'>, firstPassword: string | null) => ({
  id,
  username,
  firstPassword,
})

/** Who asked within the last day that this account be given back to its holder, when that has not happened since. */
async function whoAsked({ sql, now }: Desk<Actor>, account: string): Promise<string | undefined> {
  const last = await sql
    .selectFrom('accounts.standing_change')
    .select(['act', 'by'])
    .where('account', '=', account)
    .where('act', 'in', ['ask-recover', 'recover'])
    .where('at', '>', new Date(now.getTime() - 24 * 3_600_000))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return last?.act === 'ask-recover' ? last.by : undefined
}

/**
 * Whoever manages accounts confirms, with the evidence stated, that an account is its holder's: from then on it is authenticated directly. Refusals: as in
 * `changeStanding`.
 */
export async function confirmHolder(desk: Desk<Actor>, asked: Omit<Asked, 'act'>) {
  const taken = await takeAccount(desk, { ...asked, act: 'confirm' })
  if (!taken.ok) return taken
  const { account, to } = taken.value
  await desk.sql
    .updateTable('accounts.account')
    .set({ assurance: 'officer', assured_through: 'officer', assured_by: desk.actor.id, assured_at: desk.now })
    .where('id', '=', account.id)
    // What the national login proves is not lowered.
    .where('assurance', 'in', ['none', 'counter'])
    .execute()
  await keep(desk, { ...asked, act: 'confirm' }, to)
  return done({ id: account.id, state: to })
}

async function takeAccount({ sql, actor }: Desk<Actor>, { account: id, act, by, reason: why }: Asked) {
  const account = (await sql
    .selectFrom('accounts.account')
    .select(['id', 'username', 'state', 'kind', 'assurance'])
    .where('id', '=', id)
    .where('kind', '!=', 'system')
    .forUpdate()
    .executeTakeFirst()) as Pick<Account, 'id' | 'username' | 'state' | 'kind' | 'assurance'> | undefined
  // At a counter citizens and organisations are helped; officers go to whoever manages accounts.
  if (!account || (by === 'helper' && account.kind === 'officer')) return refused('not-found')
  if (by !== 'holder' && account.id === actor.id) return refused('own-account')
  // An officer's account is the agency's to pause or close; its holder only locks it, when the device is lost.
  if (by === 'holder' && account.kind === 'officer' && act !== 'lock') return refused('not-permitted')
  const standing = checkStanding(act, account.state, by, why)
  return standing.ok ? done({ account, to: standing.value }) : standing
}

async function keep(
  { sql, vault, actor, now }: Desk<Actor>,
  { account, act, reason: why }: Omit<Asked, 'act'> & { act: StandingAct | 'ask-recover' },
  state: AccountState,
) {
  const id = newId(now)
  const sealed = why ? vault.seal(why, `accounts.standing:${id}`) : null
  await sql
    .insertInto('accounts.standing_change')
    .values({ id, account, act, state, by: actor.id, reason_sealed: sealed, at: now })
    .execute()
  const details = { state, ...(why ? { change: id } : {}) }
  await write(sql, { stream: `account:${account}`, act, actor: actor.id, details, occurredAt: now })
}
