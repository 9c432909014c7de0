import { z } from 'zod'
import { type Actor, write } from '../../audit/index.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { hasOddCharacters } from '../../ground/text.ts'
import { newId } from '../../ground/uuid.ts'
import { type Account, type AccountState } from '../account.ts'
import { type By, checkStanding, type StandingAct } from '../law/index.ts'
import { forgetAll, hashOf } from '../attempts.ts'
import { type ChangedHands, endWhatWasLeft } from '../hands.ts'
import { hashPassword } from '../password.ts'
import { forgetProofs } from '../proofs.ts'
import { closeOtherSessions } from '../session.ts'
import { easyPassword } from './register.ts'
import { type RecoveryFact, recoveryCode, secondPerson } from './second-person.ts'

const reason = z
  .string()
  .trim()
  .normalize('NFC')
  .max(500)
  .refine((text) => !hasOddCharacters(text, true))

/** What whoever manages accounts, or helps holders at a counter, does with another's. */
export const standingBody = z.strictObject({ act: z.enum(['lock', 'close', 'suspend', 'reopen', 'confirm']), reason })
/** `code`: what an officer was sent, where no second administrator gives the account back. */
export const recoverBody = z.strictObject({ reason, code: z.string().trim().max(20).optional() })

type Asked = { account: string; act: StandingAct; by: By; reason?: string }
/** `atMachine`: whoever runs the machine asks, for whom nobody else needs to answer. */
type Recovering = Omit<Asked, 'act'> & { code?: string | undefined; atMachine?: boolean }

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
 * been another. An officer's account is only asked for at first, and given back by another administrator or with the code the officer was sent; the officer and the
 * heads of the agency hear of it. Refusals as in `changeStanding` and `secondPerson`.
 */
export async function recoverAccount(
  desk: Desk<Actor, RecoveryFact | ChangedHands>,
  { code, atMachine = false, ...asked }: Recovering,
) {
  const taken = await takeAccount(desk, { ...asked, act: 'recover' })
  if (!taken.ok) return taken
  const { account, to } = taken.value
  const heard = { account: account.id, by: desk.actor.id, at: desk.now.toISOString() }
  if (account.kind === 'officer' && !atMachine) {
    const second = await secondPerson(desk, account.id, code)
    if (!second.ok) return second
    if (second.value === 'asks') {
      const asking = await keep(desk, { ...asked, act: 'ask-recover' }, account.state)
      await desk.announce({ type: 'account.recovery-asked', ...heard, code: recoveryCode(desk.vault, asking) })
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
    await endWhatWasLeft(desk, { account: account.id, by: desk.actor.id, isSameName: true })
  await forgetProofs(sql, account.id)
  await closeOtherSessions(sql, account.id)
  await forgetAll(sql, hashOf(account.username))
  await keep(desk, { ...asked, act: 'recover' }, to)
  if (account.kind === 'officer') await desk.announce({ type: 'account.recovered', ...heard })
  return done(given(account, word))
}

/** The one-time password; none while a second person has not given it. */
const given = ({ id, username }: Pick<Account, 'id' | 'username'>, firstPassword: string | null) => ({
  id,
  username,
  firstPassword,
})

/**
 * Whoever manages accounts confirms, with the evidence stated, that an account is its holder's: from then on it is authenticated directly. Of an officer's
 * account another administrator than who opened it says so. Refusals: as in `changeStanding`, and `own-request`.
 */
export async function confirmHolder(desk: Desk<Actor>, asked: Omit<Asked, 'act'>) {
  const taken = await takeAccount(desk, { ...asked, act: 'confirm' })
  if (!taken.ok) return taken
  const { account, to } = taken.value
  if (account.kind === 'officer') {
    if (account.openedBy === desk.actor.id) return refused('own-request')
    const vouched = { vouched_at: desk.now, vouched_by: desk.actor.id }
    await desk.sql.updateTable('accounts.account').set(vouched).where('id', '=', account.id).execute()
  }
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

type Taken = Pick<Account, 'id' | 'username' | 'state' | 'kind' | 'assurance'> & { openedBy: string | null }

async function takeAccount({ sql, actor }: Desk<Actor>, { account: id, act, by, reason: why }: Asked) {
  const account = (await sql
    .selectFrom('accounts.account')
    .select(['id', 'username', 'state', 'kind', 'assurance', 'created_by as openedBy'])
    .where('id', '=', id)
    .where('kind', '!=', 'system')
    .forUpdate()
    .executeTakeFirst()) as Taken | undefined
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
): Promise<string> {
  const id = newId(now)
  const sealed = why ? vault.seal(why, `accounts.standing:${id}`) : null
  await sql
    .insertInto('accounts.standing_change')
    .values({ id, account, act, state, by: actor.id, reason_sealed: sealed, at: now })
    .execute()
  const details = { state, ...(why ? { change: id } : {}) }
  await write(sql, { stream: `account:${account}`, act, actor: actor.id, details, occurredAt: now })
  return id
}
