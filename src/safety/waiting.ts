import { sql } from 'kysely'
import type { Tx } from '../ground/database.ts'
import { longestWatch, type Seen, type Waiting } from './law/index.ts'

/** What waits of those whom these entries are about. */
export async function waitingOf(tx: Tx, entries: readonly Seen[]): Promise<Waiting[]> {
  const subjects = [...new Set(['house', ...entries.flatMap(({ actor, from }) => [actor, from])])].filter(
    (one) => one !== null,
  )
  const { rows } = await sql<Pick<Waiting, 'rule' | 'subject'> & { entries: { id: number; at: string }[] }>`
    select rule, subject, entries from safety.waiting where subject = any(${subjects}::text[])`.execute(tx)
  return rows.map((row) => ({ ...row, entries: row.entries.map(({ id, at }) => ({ id, at: new Date(at) })) }))
}

/** Keeps what waits after these entries, and forgets what no stretch can reach any more. */
export async function keepWaiting(tx: Tx, waiting: readonly Waiting[], entries: readonly Seen[]): Promise<void> {
  const last = entries.at(-1)
  if (!last) return
  const oldest = new Date(last.at.getTime() - 2 * longestWatch * 60_000)
  await sql`delete from safety.waiting where last_at < ${oldest}`.execute(tx)
  const rows = waiting.map((one) => ({ ...one, last_at: one.entries.at(-1)?.at ?? null }))
  await sql`
    with now_waiting as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w (rule text, subject text, entries jsonb, last_at timestamptz)
    ), told as (
      delete from safety.waiting w using now_waiting n where n.last_at is null and w.rule = n.rule and w.subject = n.subject
    )
    insert into safety.waiting as w (rule, subject, entries, last_at)
    select rule, subject, entries, last_at from now_waiting where last_at is not null
    on conflict (rule, subject) do update set entries = excluded.entries, last_at = excluded.last_at`.execute(tx)
}
