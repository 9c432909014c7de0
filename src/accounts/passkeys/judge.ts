import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { Database, Sql } from '../../ground/database.ts'
import { done, refused } from '../../ground/result.ts'
import type { Vault } from '../../ground/vault/index.ts'
import { challengeIn, readGiven } from './answer.ts'
import { handleOf } from './ask.ts'
import { type Purpose, takeChallenge } from './challenge.ts'
import type { Place } from './place.ts'
import { passkeyByCredential } from './store.ts'

type Given = { db: Database; vault: Vault; place: Place; purpose: Purpose; sent: string }

/**
 * Which passkey gave this answer. The question is taken whatever becomes of the answer; then the passkey must be known, name its own holder,
 * have signed for this very address with its holder's finger, face or PIN, and count on from where it stood. Refusals: `passkey-stale`
 * (the question is too old, was answered before, or was put to another browser), `passkey-wrong` (`why`, and whose it is when known).
 */
export async function judgePasskey({ db, vault, place, purpose, sent }: Given, now: Date) {
  const answer = readGiven(sent)
  if (!answer) return refused('passkey-wrong', { why: 'not-understood' })
  if (!(await takeChallenge(db, vault, purpose, challengeIn(answer.response.clientDataJSON), now)))
    return refused('passkey-stale')
  const known = await passkeyByCredential(db, answer.id)
  if (!known) return refused('passkey-wrong', { why: 'unknown' })
  const wrong = (why: string) => refused('passkey-wrong', { why, account: known.account })
  const { userHandle } = answer.response
  if (userHandle && !Buffer.from(userHandle, 'base64url').equals(handleOf(known.account))) return wrong('other-holder')
  const verified = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: challengeIn(answer.response.clientDataJSON),
    expectedOrigin: place.origin,
    expectedRPID: place.host,
    requireUserVerification: true,
    credential: {
      id: answer.id,
      publicKey: new Uint8Array(known.public_key),
      counter: Number(known.counter),
    },
  }).catch((fault: Error) => fault)
  if (verified instanceof Error) return wrong(verified.message.slice(0, 120))
  if (!verified.verified) return wrong('signature')
  const counter = verified.authenticationInfo.newCounter
  return done({ id: known.id, account: known.account, before: Number(known.counter), counter })
}

/** Remembers that this passkey was used; false when another use went by meanwhile. */
export async function countUse(db: Sql, used: { id: string; before: number; counter: number }, now: Date) {
  const { numUpdatedRows } = await db
    .updateTable('accounts.passkey')
    .set({ counter: used.counter, used_at: now })
    .where('id', '=', used.id)
    .where('counter', '=', used.before)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
