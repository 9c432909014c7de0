import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Sql } from '../../ground/database.ts'
import type { Vault } from '../../ground/vault/index.ts'
import { hashOfSecret } from '../secret.ts'

/** Minutes in which a question put to a passkey must be answered: a page may stay open while its reader looks for the telephone. */
const minutesToAnswer = 15
const sizes = { ends: 8, random: 16, proof: 32 }

/** What a passkey is asked for, and in which browser: an answer to one question is none to another. */
export type Purpose = { what: 'enter' | 'prove' | 'add'; browser: string }

/** A question for a passkey. Nothing is kept of it until it is answered: it carries its own end and the proof that this house asked it, of this browser. */
export function newChallenge(vault: Vault, purpose: Purpose, now: Date): string {
  const ends = Buffer.alloc(sizes.ends)
  ends.writeBigUInt64BE(BigInt(now.getTime() + minutesToAnswer * 60_000))
  const front = Buffer.concat([ends, randomBytes(sizes.random)])
  return Buffer.concat([front, proofOf(vault, purpose, front)]).toString('base64url')
}

/** Takes an answered question, once: true when this house asked it of this browser, it is not too old and was never answered before. */
export async function takeChallenge(
  db: Sql,
  vault: Vault,
  purpose: Purpose,
  challenge: string,
  now: Date,
): Promise<boolean> {
  const bytes = Buffer.from(challenge, 'base64url')
  if (bytes.length !== sizes.ends + sizes.random + sizes.proof) return false
  const front = bytes.subarray(0, sizes.ends + sizes.random)
  if (!timingSafeEqual(bytes.subarray(front.length), proofOf(vault, purpose, front))) return false
  const endsAt = new Date(Number(front.readBigUInt64BE()))
  if (endsAt <= now) return false
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('accounts.spent_challenge')
    .values({ challenge: hashOfSecret(challenge), ends_at: endsAt })
    .onConflict((at) => at.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

function proofOf(vault: Vault, { what, browser }: Purpose, front: Buffer): Buffer {
  const text = `${what}\n${browser}\n${front.toString('base64url')}`
  return Buffer.from(vault.fingerprint(text, 'accounts.passkey.challenge'))
}
