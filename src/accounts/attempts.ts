import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Sql, Tx } from '../ground/database.ts'
import { dueWait, type GuessRules } from './law/index.ts'

/** What is guessed at, and from where. */
export type Guess = { readonly name: Buffer; readonly address: string }

/** A try that may be judged, with how many came before it in a row; or until when none is judged. */
export type Try =
  | { readonly open: true; readonly failures: number; readonly left: number }
  | { readonly open: false; readonly until: Date; readonly locked: boolean }

/** No wait at all: also for a try that was begun a moment before another one ended. */
const open = new Date(0)

/** What is counted under a text: the text itself is not kept. */
export function hashOf(text: string): Buffer {
  return createHash('sha256').update(text.normalize('NFC').trim().toLowerCase()).digest()
}

/**
 * Counts one more try as a failure before it is judged, so that a hundred sent at once are counted as a hundred; a right one takes it
 * back (`forget`). Failures that lie further back than a lock lasts are over.
 */
export async function countTry(db: Database, { name, address }: Guess, rules: GuessRules, now: Date): Promise<Try> {
  return db.transaction().execute(async (tx) => {
    const over = new Date(now.getTime() - rules.lockMinutes * 60_000)
    const { rows } = await sql<{ failures: number }>`
      insert into accounts.attempt as a (name, address, failures, tried_at, open_at)
      values (${name}, ${address}, 1, ${now}, ${open})
      on conflict (name, address) do update set
        failures = case when a.tried_at <= ${over} then 1 else a.failures + 1 end,
        tried_at = ${now}
      where a.open_at <= ${now}
      returning failures`.execute(tx)
    const failures = rows[0]?.failures
    if (failures === undefined) return shutTry(tx, { name, address }, rules)
    const wait = dueWait(failures, rules)
    if (wait > 0) await at(tx, { name, address }, { open_at: new Date(now.getTime() + wait * 1000) })
    return { open: true, failures, left: Math.max(0, rules.maxFailures - failures) }
  })
}

async function shutTry(tx: Tx, { name, address }: Guess, { maxFailures }: GuessRules): Promise<Try> {
  const { failures, open_at: until } = await tx
    .selectFrom('accounts.attempt')
    .select(['failures', 'open_at'])
    .where('name', '=', name)
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  return { open: false, until, locked: failures >= maxFailures }
}

/** Whether this name was signed in from this address before: then what happens elsewhere does not concern it. */
export async function isFamiliar(db: Sql, { name, address }: Guess): Promise<boolean> {
  const row = await db
    .selectFrom('accounts.attempt')
    .select('familiar_at')
    .where('name', '=', name)
    .where('address', '=', address)
    .executeTakeFirst()
  return Boolean(row?.familiar_at)
}

/** A right guess: the count begins anew, and the place is familiar from now on. */
export async function forget(db: Sql, guess: Guess, now: Date): Promise<void> {
  await at(db, guess, { failures: 0, open_at: open, familiar_at: now })
}

/** Takes back some of the failures counted: those of a name that proved to be its holder's. */
export async function takeBack(
  db: Sql,
  { name, address }: Guess,
  { maxFailures }: GuessRules,
  failures: number,
): Promise<void> {
  await sql`
    update accounts.attempt set
      failures = greatest(failures - ${failures}::int, 0),
      open_at = case when failures - ${failures}::int < ${maxFailures}::int then ${open} else open_at end
    where name = ${name} and address = ${address}`.execute(db)
}

/** Opens every place for a name again: an administrator has seen who it is. */
export async function forgetAll(db: Sql, name: Buffer): Promise<void> {
  await db.updateTable('accounts.attempt').set({ failures: 0, open_at: open }).where('name', '=', name).execute()
}

type Change = { failures?: number; open_at?: Date; familiar_at?: Date }

async function at(db: Sql, { name, address }: Guess, change: Change): Promise<void> {
  await db.updateTable('accounts.attempt').set(change).where('name', '=', name).where('address', '=', address).execute()
}
