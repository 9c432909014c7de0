import { timingSafeEqual } from 'node:crypto'
import type { Actor } from '../../audit/index.ts'
import type { Database } from '../../ground/database.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import type { Vault } from '../../ground/vault/index.ts'
import { countTry, forget, hashOf } from '../attempts.ts'
import { guessRulesOf } from '../store.ts'
import { openedAloneBy } from '../vouching.ts'

/** An officer's sign-in is asked back, or was given back; the officer and whoever heads their agency hear of both. */
export type RecoveryFact = {
  type: 'account.recovery-asked' | 'account.recovered'
  account: string
  by: string
  /** For the officer alone, where a message reaches them: who brings it consents as the officer. */
  code?: string
  at: string
}

/** Hours in which a second person may give what a first one asked for. */
const hoursToGive = 24

/**
 * Whether an officer's sign-in may be given back now, or is only asked for: whoever gives it becomes whoever it is, so it takes another administrator than who asked, and
 * none of that one's own making, or the code that was sent to the officer. Refusals: `own-request`, `approver-not-independent`, `recovery-code-wrong` (`left`),
 * `too-many-requests` (`until`).
 */
export async function secondPerson(desk: Desk<Actor>, account: string, code: string | undefined) {
  const { sql, vault, actor, now, outside } = desk
  const asked = await sql
    .selectFrom('accounts.standing_change')
    .select(['id', 'act', 'by'])
    .where('account', '=', account)
    .where('act', 'in', ['ask-recover', 'recover'])
    .where('at', '>', new Date(now.getTime() - hoursToGive * 3_600_000))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (asked?.act !== 'ask-recover') return done('asks' as const)
  if (code) {
    const judged = await outside('code of the officer', (db) =>
      judge(db as Database, vault, account, asked.id, code, now),
    )
    return judged.ok ? done('gives' as const) : judged
  }
  if (asked.by === actor.id) return refused('own-request')
  if ((await openedAloneBy(sql, actor.id)) === asked.by) return refused('approver-not-independent')
  return done('gives' as const)
}

/** Eight digits that follow from the asking by a key of the house: they stand nowhere, and serve only until it is given or over. */
export function recoveryCode(vault: Vault, asking: string): string {
  const print = Buffer.from(vault.fingerprint(asking, 'accounts.recovery'))
  return String(print.readUInt32BE(0) % 100_000_000).padStart(8, '0')
}

async function judge(db: Database, vault: Vault, account: string, asking: string, code: string, now: Date) {
  const guess = { name: hashOf(`recovery:${account}`), address: '' }
  const counted = await countTry(db, guess, await guessRulesOf(db, now), now)
  if (!counted.open) return refused('too-many-requests', { until: counted.until })
  const [given, right] = [Buffer.from(code.replace(/\s/g, '')), Buffer.from(recoveryCode(vault, asking))]
  const isRight = given.length === right.length && timingSafeEqual(given, right)
  if (!isRight) return refused('recovery-code-wrong', { left: counted.left })
  await forget(db, guess, now)
  return done()
}
