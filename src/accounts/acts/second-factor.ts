import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { type Actor, write } from '../../audit/index.ts'
import type { Database, Sql, Tx } from '../../ground/database.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import type { Vault } from '../../ground/vault/index.ts'
import { countTry, forget, hashOf } from '../attempts.ts'
import { holdSession } from '../held.ts'
import { mayAddProof } from '../passkeys/store.ts'
import { hashOfSecret } from '../secret.ts'
import { closeOtherSessions, raiseSession } from '../session.ts'
import { guessRulesOf } from '../store.ts'
import { addressForDevice, base32, newSecret, stepOfCode } from '../totp.ts'

export const codeBody = z.strictObject({ code: z.string().trim().min(6).max(20) })

/** How many ways back in are given to whoever may lose the device. */
const recoveryCodes = 10
const sealedAs = (account: string) => `accounts.second-factor:${account}`
/** The device keeps its own time, not that of a training clock. */
const deviceTime = () => Date.now()

type Beginning = { username: string; session: string; shown?: string | undefined }

/**
 * Begins with a device: a secret that counts once its first code was right. Each beginning has its own, bound to the session that began it, so that nobody sets up what
 * somebody else was shown before; only who brings back what was `shown` here is shown it again. Refusals: `second-factor-set`, `second-factor-needed` (a passkey stands:
 * first prove with it), and those of `holdSession`.
 */
export async function beginSecondFactor(
  { sql, vault, actor, now }: Desk<Actor>,
  { username, session, shown }: Beginning,
) {
  const stands = await holdSession(sql, actor.id, session)
  if (!stands.ok) return stands
  const known = await sql
    .selectFrom('accounts.second_factor')
    .selectAll()
    .where('account', '=', actor.id)
    .executeTakeFirst()
  if (known?.confirmed_at) return refused('second-factor-set')
  if (!(await mayAddProof(sql, actor.id, session))) return refused('second-factor-needed')
  const before = known?.session?.equals(hashOfSecret(session))
    ? Buffer.from(vault.open(known.secret_sealed, sealedAs(actor.id)))
    : undefined
  const again = before !== undefined && base32(before) === shown
  const secret = again ? before : newSecret()
  if (!again) {
    const begun = { secret_sealed: vault.seal(secret, sealedAs(actor.id)), begun_at: now, last_step: 0 }
    const kept = { ...begun, session: hashOfSecret(session) }
    await sql
      .insertInto('accounts.second_factor')
      .values({ account: actor.id, ...kept })
      .onConflict((at) => at.column('account').doUpdateSet(kept))
      .execute()
  }
  return done({ secret: base32(secret), address: addressForDevice(secret, username, 'Một Cửa') })
}

type Proof = z.infer<typeof codeBody> & { session: string }

/**
 * The second proof of who is signed in here: a code of the device, or a recovery code. The first right code of a new device sets it, ends every other session
 * and answers the recovery codes, which are told once; afterwards none. Refusals: `second-factor-needed`, `second-factor-unset`, `otp-wrong` (how many tries are `left`),
 * `too-many-requests` (`until`), and those of `holdSession`.
 */
export async function proveSecondFactor(desk: Desk<Actor>, { code, session }: Proof) {
  const { sql, vault, actor, now } = desk
  const judged = await desk.outside('second factor', (db) =>
    judgeCode(db as Database, vault, { account: actor.id, session, code }, now),
  )
  if (!judged.ok) return judged
  const stands = await holdSession(sql, actor.id, session)
  if (!stands.ok) return stands
  if (judged.value.first && !(await mayAddProof(sql, actor.id, session))) return refused('second-factor-needed')
  if (judged.value.first && !(await confirmDevice(sql, actor.id, judged.value.sealed, now)))
    return refused('second-factor-unset')
  await raiseSession(sql, session)
  if (!judged.value.first) {
    await write(sql, {
      stream: `account:${actor.id}`,
      act: 'second-factor',
      actor: actor.id,
      details: { by: judged.value.by },
      occurredAt: now,
    })
    return done({ recoveryCodes: [] as string[] })
  }
  await closeOtherSessions(sql, actor.id, session)
  const codes = await giveRecoveryCodes(sql, actor.id, now)
  await write(sql, { stream: `account:${actor.id}`, act: 'set-second-factor', actor: actor.id, occurredAt: now })
  return done({ recoveryCodes: codes })
}

/**
 * Whether this code proves the holder; each try is counted before it is judged, and what was taken is taken for good. Refusals:
 * `second-factor-unset`, `otp-wrong`, `too-many-requests`.
 */
export async function judgeCode(
  db: Database,
  vault: Vault,
  { account, session, code }: Proof & { account: string },
  now: Date,
) {
  const guess = { name: hashOf(`second-factor:${account}`), address: '' }
  const counted = await countTry(db, guess, await guessRulesOf(db, now), now)
  if (!counted.open) return refused('too-many-requests', { until: counted.until })
  const factor = await db
    .selectFrom('accounts.second_factor')
    .selectAll()
    .where('account', '=', account)
    .executeTakeFirst()
  if (!factor || (factor.session && !factor.session.equals(hashOfSecret(session))))
    return refused('second-factor-unset')
  const secret = Buffer.from(vault.open(factor.secret_sealed, sealedAs(account)))
  const step = stepOfCode(secret, code, deviceTime(), Number(factor.last_step))
  const by =
    step !== undefined && (await takeStep(db, account, factor.secret_sealed, step))
      ? 'device'
      : (await takeRecoveryCode(db, account, code, now))
        ? 'recovery-code'
        : undefined
  if (!by) {
    await write(db, {
      stream: `account:${account}`,
      act: 'second-factor-failed',
      actor: null,
      details: { failures: counted.failures },
      occurredAt: now,
    })
    return refused('otp-wrong', { left: counted.left })
  }
  await forget(db, guess, now)
  return done({ by, first: factor.confirmed_at === null, sealed: factor.secret_sealed })
}

/** Two requests with one code at once: the later finds it taken. */
async function takeStep(db: Sql, account: string, sealed: Buffer, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('accounts.second_factor')
    .set({ last_step: step })
    .where('account', '=', account)
    .where('secret_sealed', '=', sealed)
    .where('last_step', '<', step)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Sets the device whose code was judged; false when it is not the one begun with any more. */
async function confirmDevice(sql: Tx, account: string, sealed: Buffer, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await sql
    .updateTable('accounts.second_factor')
    .set({ confirmed_at: now, session: null })
    .where('account', '=', account)
    .where('secret_sealed', '=', sealed)
    .where('confirmed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

async function takeRecoveryCode(db: Sql, account: string, code: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('accounts.recovery_code')
    .set({ used_at: now })
    .where('code', '=', hashOfRecovery(account, code))
    .where('account', '=', account)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

async function giveRecoveryCodes(sql: Tx, account: string, now: Date): Promise<string[]> {
  await sql.deleteFrom('accounts.recovery_code').where('account', '=', account).execute()
  const codes = Array.from({ length: recoveryCodes }, recoveryCode)
  await sql
    .insertInto('accounts.recovery_code')
    .values(codes.map((code) => ({ code: hashOfRecovery(account, code), account, made_at: now })))
    .execute()
  return codes
}

/** Easy to write down: two groups of five letters and digits without look-alikes, about 49 bits. */
function recoveryCode(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')
  return `${group()}-${group()}`
}

const hashOfRecovery = (account: string, code: string) => hashOfSecret(`${account}\n${code.trim().toLowerCase()}`)
