import { write } from '../../audit/index.ts'
import type { Database } from '../../ground/database.ts'
import type { House } from '../../ground/house.ts'
import { networkOf } from '../../ground/network.ts'
import { done, refused } from '../../ground/result.ts'
import { withinLimit } from '../../ground/throttle.ts'
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
  if (!['active', 'registered'].includes(account.state)) {
    const isMerged = account.state === 'closed' && (await keptName(db, account.id)) !== undefined
    const closed = account.state === 'paused' ? 'account-paused' : isMerged ? 'account-merged' : 'account-closed'
    await traceRefusal(db, closed, { account: account.id }, from.address, now)
    return refused(closed)
  }
  if (!(await countUse(db, used, now))) return refused('passkey-stale')
  const session = await db.transaction().execute(async (tx) => {
    const opened = await openSession(tx, account.id, 'browser', { ...from, through: 'passkey', twoFactors: true }, now)
    const details = { by: 'browser', through: 'passkey', from: from.address }
    await write(tx, { stream: `account:${account.id}`, act: 'sign-in', actor: account.id, occurredAt: now, details })
    return opened
  })
  return done({ ...session, account })
}

type Why = { why?: string; account?: string }

async function traceRefusal(db: Database, refusal: string, why: Why | undefined, address: string, now: Date) {
  const details = { through: 'passkey', why: why?.why, from: address }
  const stream = why?.account ? (`account:${why.account}` as const) : 'system'
  await write(db, { stream, act: `refused:${refusal}`, actor: null, occurredAt: now, details })
}
