import { verifyRegistrationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import { type Actor, write } from '../../audit/index.ts'
import type { Database, Tx } from '../../ground/database.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { hasOddCharacters } from '../../ground/text.ts'
import { newId } from '../../ground/uuid.ts'
import { challengeIn, readMade } from '../passkeys/answer.ts'
import { algorithms } from '../passkeys/ask.ts'
import { takeChallenge } from '../passkeys/challenge.ts'
import { countUse, judgePasskey } from '../passkeys/judge.ts'
import { holdSession } from '../held.ts'
import { passkeyPlace } from '../passkeys/place.ts'
import { mayAddProof } from '../passkeys/store.ts'
import { raiseSession } from '../session.ts'
import { hasPassword, judgePresent } from './change-password.ts'

export const passkeyBody = z.strictObject({
  label: z
    .string()
    .trim()
    .normalize('NFC')
    .min(1)
    .max(60)
    .refine((text) => !hasOddCharacters(text, false)),
  password: z.string().max(200),
  sent: z.string().max(40_000),
})

/** A holder has at most so many: more than anybody's devices. */
const mostPasskeys = 20

type Adding = z.infer<typeof passkeyBody> & { session: string; browser: string; portal: string | undefined }

/**
 * The holder adds a passkey of their device. The first proof of all needs the present password, every later one a session proved twice; then the
 * new key must answer this house's own question, at its own address. Refusals: `not-found` (no passkeys at this address), `second-factor-needed`,
 * `password-wrong`, `too-many-requests`, `passkey-stale`, `passkey-wrong`, `passkey-known`, `passkeys-too-many`, and those of `holdSession`.
 */
export async function addPasskey(desk: Desk<Actor>, { label, password, sent, session, browser, portal }: Adding) {
  const { sql, vault, actor, now, outside } = desk
  const place = portal && passkeyPlace(portal)
  if (!place) return refused('not-found')
  if (!(await mayAddProof(sql, actor.id, session))) return refused('second-factor-needed')
  // Who signed in elsewhere may have no password at all; the other system has just proved them.
  if (await hasPassword(sql, actor.id)) {
    const judged = await outside('present password', (db) => judgePresent(db as Database, actor.id, password, now))
    if (!judged.ok) return judged
  }
  const response = readMade(sent)
  if (!response) return refused('passkey-wrong')
  const challenge = challengeIn(response.response.clientDataJSON)
  const fresh = await outside('question', (db) => takeChallenge(db, vault, { what: 'add', browser }, challenge, now))
  if (!fresh) return refused('passkey-stale')
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: place.host,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => undefined)
  if (!verified?.verified) return refused('passkey-wrong')

  const stands = await stillMayAdd(sql, actor.id, session)
  if (!stands.ok) return stands
  const { credential, credentialBackedUp } = verified.registrationInfo
  const held = await sql
    .selectFrom('accounts.passkey')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('account', '=', actor.id)
    .executeTakeFirstOrThrow()
  if (Number(held.count) >= mostPasskeys) return refused('passkeys-too-many')
  const id = newId(now)
  const { numInsertedOrUpdatedRows } = await sql
    .insertInto('accounts.passkey')
    .values({
      id,
      account: actor.id,
      credential: Buffer.from(credential.id, 'base64url'),
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: response.response.transports ?? [],
      label,
      synced: credentialBackedUp,
      made_at: now,
    })
    .onConflict((at) => at.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return refused('passkey-known')
  const details = { passkey: id, synced: credentialBackedUp }
  await write(sql, { stream: `account:${actor.id}`, act: 'add-passkey', actor: actor.id, details, occurredAt: now })
  return done({ id })
}

/**
 * The holder takes one of their passkeys out; from then on it opens nothing. Asked for as much as adding one: whoever has only the password takes none
 * out. Refusals: `not-found`, `second-factor-needed`, and those of `holdSession`.
 */
export async function removePasskey(
  { sql, actor, now }: Desk<Actor>,
  { id, session }: { id: string; session: string },
) {
  const stands = await stillMayAdd(sql, actor.id, session)
  if (!stands.ok) return stands
  const { numDeletedRows } = await sql
    .deleteFrom('accounts.passkey')
    .where('id', '=', id)
    .where('account', '=', actor.id)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) return refused('not-found')
  const details = { passkey: id }
  await write(sql, { stream: `account:${actor.id}`, act: 'remove-passkey', actor: actor.id, details, occurredAt: now })
  return done({ id })
}

/** Asked again where the account is held: what an administrator gave back to its holder meanwhile takes no key of whoever sat there before. */
async function stillMayAdd(sql: Tx, account: string, session: string) {
  const stands = await holdSession(sql, account, session)
  if (!stands.ok) return stands
  return (await mayAddProof(sql, account, session)) ? done() : refused('second-factor-needed')
}

type Proving = { sent: string; session: string; browser: string; portal: string | undefined }

/** The second step by a passkey of one's own. Refusals: `not-found`, `passkey-stale`, `passkey-wrong` (also another holder's), and those of `holdSession`. */
export async function proveWithPasskey(desk: Desk<Actor>, { sent, session, browser, portal }: Proving) {
  const { sql, vault, actor, now, outside } = desk
  const place = portal && passkeyPlace(portal)
  if (!place) return refused('not-found')
  const purpose = { what: 'prove', browser } as const
  const judged = await outside('passkey', (db) =>
    judgePasskey({ db: db as Database, vault, place, purpose, sent }, now),
  )
  if (!judged.ok) return refused(judged.refusal)
  if (judged.value.account !== actor.id) return refused('passkey-wrong')
  const stands = await holdSession(sql, actor.id, session)
  if (!stands.ok) return stands
  if (!(await countUse(sql, judged.value, now))) return refused('passkey-stale')
  await raiseSession(sql, session)
  const details = { by: 'passkey' }
  await write(sql, { stream: `account:${actor.id}`, act: 'second-factor', actor: actor.id, details, occurredAt: now })
  return done()
}
