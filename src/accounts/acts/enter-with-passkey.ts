import { write } from '../../audit/index.ts'
import type { Database } from '../../ground/database.ts'
import type { House } from '../../ground/house.ts'
import { networkOf } from '../../ground/network.ts'
import { done, refused } from '../../ground/result.ts'
import { withinLimit } from '../../ground/throttle.ts'
import { holdAccount } from '../held.ts'
import { mayUse } from '../law/index.ts'
import { countUse, judgePasskey } from '../passkeys/judge.ts'
import { passkeyPlace } from '../passkeys/place.ts'
import { openSession } from '../session.ts'
import { accountById, keptName } from '../store.ts'

/** Answers of passkeys in ten minutes from one address: many for a busy counter, few for who tries. */
const answersAtOneAddress = 300

type Entering = { sent: string; browser: string; portal: string | undefined; address: string; agent?: string }

/**
 * Signs in with a passkey: the device and its holder's finger, face or PIN are two proofs at once, so no second step follows. Each refusal leaves its
 * entry. Refusals: `too-many-requests`, `passkey-stale`, `passkey-wrong`, `account-paused`, `account-closed`, `account-merged`, `not-found` (no passkeys at this address).
 */
export async function enterWithPasskey(house: House, { sent, browser, portal, ...from }: Entering, now: Date) {
  const { db, vault } = house
  const place = portal && passkeyPlace(portal)
  if (!place) return refused('not-found')
  if (!(await withinLimit(db, `passkey:${networkOf(from.address)}`, answersAtOneAddress, 600, now)))
    return refused('too-many-requests')
  const judged = await judgePasskey({ db, vault, place, purpose: { what: 'enter', browser }, sent }, now)
  if (!judged.ok) {
    await traceRefusal(db, judged.refusal, judged.detail as Why | undefined, from.address, now)
    return refused(judged.refusal)
  }
  const used = judged.value
  const account = (await accountById(db, used.account))!
  const entered = await db.transaction().execute(async (tx) => {
    // It was judged before this transaction: the account may have been shut, or its passkeys taken out, in between.
    const { state } = await holdAccount(tx, account.id)
    const usable = mayUse(state)
    if (!usable.ok) {
      const isMerged = state === 'closed' && (await keptName(tx, account.id)) !== undefined
      return isMerged ? refused('account-merged') : usable
    }
    if (!(await countUse(tx, used, now))) return refused('passkey-stale')
    const opened = await openSession(tx, account.id, 'browser', { ...from, through: 'passkey', twoFactors: true }, now)
    const details = { by: 'browser', through: 'passkey', from: from.address }
    await write(tx, { stream: `account:${account.id}`, act: 'sign-in', actor: account.id, occurredAt: now, details })
    return done({ ...opened, account })
  })
  if (!entered.ok && entered.refusal !== 'passkey-stale')
    await traceRefusal(db, entered.refusal, { account: account.id }, from.address, now)
  return entered
}

type Why = { why?: string; account?: string }

async function traceRefusal(db: Database, refusal: string, why: Why | undefined, address: string, now: Date) {
  const details = { through: 'passkey', why: why?.why, from: address }
  const stream = why?.account ? (`account:${why.account}` as const) : 'system'
  await write(db, { stream, act: `refused:${refusal}`, actor: null, occurredAt: now, details })
}
