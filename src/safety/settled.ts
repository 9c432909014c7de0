import { sql } from 'kysely'
import type { Tx } from '../ground/database.ts'

/** So long a transaction that writes into the audit is waited for; what one that stands longer writes late may be read past. */
const patience = 5 * 60_000

/** Since when each transaction was seen to write. */
type Writers = Record<string, string>
type Mark = { to: number; seen: number | null; awaits: string[] | null; writers: Writers }

/**
 * From where to where the audit can be read for good: numbers are given out before `commit`, so a later entry may be seen before an earlier one. An
 * entry is settled when every transaction is over that was writing while it, or one behind it, stood already. Holds the watch for this transaction.
 */
export async function settledIn(tx: Tx, now: Date): Promise<{ from: number; to: number }> {
  const { to: from, seen, awaits, writers: before } = await takeMark(tx, now)
  const last = await lastEntry(tx)
  const writers = await writersIn(tx, before, now)
  const waited = Object.keys(writers).filter((one) => Math.abs(now.getTime() - Date.parse(writers[one]!)) < patience)
  const keep = (mark: number | null, whom: string[] | null) =>
    sql`update safety.watch set seen_to = ${mark}, awaits = ${whom}::text[], writers = ${JSON.stringify(writers)}::jsonb`.execute(
      tx,
    )
  if (waited.length === 0) {
    await keep(null, null)
    return { from, to: Math.max(from, last) }
  }
  const mayGoOn = !awaits?.some((one) => waited.includes(one))
  await (mayGoOn ? keep(last, waited) : keep(seen, awaits))
  return { from, to: mayGoOn ? Math.max(from, seen ?? from) : from }
}

/** Where the watch stands; the first look ever begins with what was written within the memory of the rules. */
async function takeMark(tx: Tx, now: Date): Promise<Mark> {
  const { rows } = await sql<Mark>`
    insert into safety.watch as w (read_to)
    values (coalesce((select id from audit.entry where recorded_at < ${now}::timestamptz - interval '10 minutes' order by recorded_at desc, id desc limit 1), 0))
    on conflict (one) do update set read_to = w.read_to
    returning read_to as "to", seen_to as seen, awaits, writers`.execute(tx)
  return rows[0]!
}

async function lastEntry(tx: Tx): Promise<number> {
  const { rows } = await sql<{ id: number }>`select id from audit.entry order by id desc limit 1`.execute(tx)
  return rows[0]?.id ?? 0
}

/** The other transactions that have written into the audit and are not over: each holds the lock of the table until its end. */
async function writersIn(tx: Tx, before: Writers, now: Date): Promise<Writers> {
  const { rows } = await sql<{ transaction: string }>`
    select distinct virtualtransaction as transaction from pg_locks
    where locktype = 'relation' and relation = 'audit.stream'::regclass and mode = 'RowExclusiveLock' and granted
      and database = (select oid from pg_database where datname = current_database())
      and pid is distinct from pg_backend_pid()`.execute(tx)
  return Object.fromEntries(rows.map(({ transaction: one }) => [one, before[one] ?? now.toISOString()]))
}
