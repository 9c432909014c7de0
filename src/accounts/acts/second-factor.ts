import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { type Actor, write } from '../../audit/index.ts'
import type { Database, Sql, Tx } from '../../ground/database.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import type { Vault } from '../../ground/vault/index.ts'
import { countTry, forget, hashOf } from '../attempts.ts'
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

/** Begins with a device: a secret that counts once its first code was right. Refusals: `second-factor-set`, `second-factor-needed` (a passkey stands: first prove with it). */
export async function beginSecondFactor(
  { sql, vault, actor, now }: Desk<Actor>,
  { username, session }: { username: string; session: string },
) {
  const known = await sql
    .selectFrom('accounts.second_factor')
    .selectAll()
    .where('account', '=', actor.id)
    .executeTakeFirst()
  if (known?.confirmed_at) return refused('second-factor-set')
  if (!(await mayAddProof(sql, actor.id, session))) return refused('second-factor-needed')
  // Whoever opens the page again is shown the same secret: the device may have it already.
  const secret = known ? Buffer.from(vault.open(known.secret_sealed, sealedAs(actor.id))) : newSecret()
  if (!known) {
    const sealed = vault.seal(secret, sealedAs(actor.id))
    await sql
      .insertInto('accounts.second_factor')
      .values({ account: actor.id, secret_sealed: sealed, begun_at: now })
      .execute()
  }
  return done({ secret: base32(secret), address: addressForDevice(secret, username, 'Một Cửa') })
}

type Proof = z.infer<typeof codeBody> & { session: string }

/**
 * The second proof of who is signed in here: a code of the device, or a recovery code. The first right code of a new device sets it, ends every other session
 * and answers the recovery codes, which are told once; afterwards none. Refusals: `second-factor-needed`, `second-factor-unset`, `otp-wrong` (how many tries are `left`),
 * `too-many-requests` (`until`).
 */
export async function proveSecondFactor(desk: Desk<Actor>, { code, session }: Proof) {
  const { sql, vault, actor, now } = desk
  const mayAdd = await mayAddProof(sql, actor.id, session)
  const judged = await desk.outside('second factor', (db) => judgeCode(db as Database, vault, actor.id, code, now))
  if (!judged.ok) return judged
  if (judged.value.first && !mayAdd) return refused('second-factor-needed')
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
  await sql.updateTable('accounts.second_factor').set({ confirmed_at: now }).where('account', '=', actor.id).execute()
  await closeOtherSessions(sql, actor.id, session)
  const codes = await giveRecoveryCodes(sql, actor.id, now)
  await write(sql, { stream: `account:${actor.id}`, act: 'set-second-factor', actor: actor.id, occurredAt: now })
  return done({ recoveryCodes: codes })
}

/**
 * Whether this code proves the holder; each try is counted before it is judged, and what was taken is taken for good. Refusals:
 * `second-factor-unset`, `otp-wrong`, `too-many-requests`.
 */
export async function judgeCode(db: Database, vault: Vault, account: string, code: string, now: Date) {
  const guess = { name: hashOf(`second-factor:${account}`), address: '' }
  const counted = await countTry(db, guess, await guessRulesOf(db, now), now)
  if (!counted.open) return refused('too-many-requests', { until: counted.until })
  const factor = await db
    .selectFrom('accounts.second_factor')
    .selectAll()
    .where('account', '=', account)
    .executeTakeFirst()
  if (!factor) return refused('second-factor-unset')
  const secret = Buffer.from(vault.open(factor.secret_sealed, sealedAs(account)))
  const step = stepOfCode(secret, code, deviceTime(), Number(factor.last_step))
  const by =
    step !== undefined && (await takeStep(db, account, step))
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
  return done({ by, first: factor.confirmed_at === null })
}

/** Two requests with one code at once: the later finds it taken. */
async function takeStep(db: Sql, account: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('accounts.second_factor')
    .set({ last_step: step })
    .where('account', '=', account)
    .where('last_step', '<', step)
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
