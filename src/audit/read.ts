import { sql } from 'kysely'
import type { Sql } from '../ground/database.ts'
import { addDays, type Day } from '../ground/day.ts'

export type EntryLine = {
  id: string
  at: Date
  stream: string
  position: number
  actor: string | null
  act: string
  subject: string | null
  details: Record<string, unknown>
}

/** What is looked for; both days are included. */
export type EntriesAsked = {
  actor?: string | undefined
  act?: string | undefined
  stream?: string | undefined
  from?: Day | undefined
  until?: Day | undefined
}
type Page = { before?: string | undefined; limit?: number }

/** Entries of the audit, the latest first; `before` is the id of the last line of the page before. Days read only their months. */
export async function entriesPage(
  db: Sql,
  { before, limit = 50, ...asked }: EntriesAsked & Page,
): Promise<EntryLine[]> {
  const { rows } = await sql<EntryLine>`
    select id::text as id, occurred_at as at, stream, position, actor, act, subject, details
    from audit.entry e
    where ${matching(asked)}
      ${before ? sql`and e.id < ${before}::bigint` : sql``}
    order by e.id desc
    limit ${limit}`.execute(db)
  return rows
}

export function matching({ actor, act, stream, from, until }: EntriesAsked) {
  return sql`true
      ${actor ? sql`and actor = ${actor}::uuid` : sql``}
      ${act ? sql`and act = ${act}` : sql``}
      ${stream ? sql`and stream = ${stream}` : sql``}
      ${from ? sql`and recorded_at >= ${from}::timestamp at time zone 'Asia/Ho_Chi_Minh'` : sql``}
      ${until ? sql`and recorded_at < ${addDays(until, 1)}::timestamp at time zone 'Asia/Ho_Chi_Minh'` : sql``}`
}

/** Which acts occur among the last ten thousand entries: what a filter can offer. */
export async function lastActs(db: Sql): Promise<string[]> {
  const { rows } = await sql<{ act: string }>`
    select distinct act from (select act from audit.entry order by id desc limit 10000) as last order by act`.execute(
    db,
  )
  return rows.map(({ act }) => act)
}

/** The latest instant among the last thousand entries: no later entry should stand before it. */
export async function lastRecorded(db: Sql): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(recorded_at) as at
    from (select recorded_at from audit.entry order by id desc limit 1000) as last`.execute(db)
  return rows[0]?.at ?? undefined
}
