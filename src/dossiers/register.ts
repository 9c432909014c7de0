import { sql } from 'kysely'
import { at as instantAt, type Day } from '../ground/day.ts'
import { plannedAnew } from '../ground/prepared.ts'
import type { Reader } from './read.ts'

/** One line of the register a counter keeps: what came in when, when the result was promised, issued and returned. */
export type RegisterLine = {
  id: string
  code: string
  procedure: string
  applicantName: string
  channel: string
  agency: string
  acceptedAt: Date
  due: Date | null
  issuedAt: Date | null
  returnedAt: Date | null
  returnBy: string
}

type Asked = { from: Day; until: Day; after?: { at: string; id: string } | undefined; limit?: number }

/** The register of this reader's counters from one day to another, `until` left out; the oldest first, as a book is written. */
export async function registerPage(
  { db, reader }: Reader,
  { from, until, after, limit = 50 }: Asked,
): Promise<{ items: RegisterLine[]; next: { at: string; id: string } | undefined }> {
  const keepers = ['one-stop-officer', 'centre-director']
  const counters = reader.posts.filter(({ role }) => keepers.includes(role)).map(({ unit }) => unit)
  const counter =
    counters.length === 1 ? sql`d.reception = ${counters[0]}` : sql`d.reception = any(${counters}::uuid[])`
  const { rows } = await sql<RegisterLine & { sort: string }>`${plannedAnew}
    select d.id, d.code, coalesce(p.short_name, p.name) as procedure, d.applicant_name as "applicantName", d.channel, u.name as agency,
      d.accepted_at as "acceptedAt", d.due, d.issued_at as "issuedAt", d.returned_at as "returnedAt", d.return_by as "returnBy",
      d.accepted_at::text as sort
    from dossiers.dossier d
    join procedures.procedure p on p.code = d.procedure
    join organisations.unit u on u.id = d.agency
    where ${counter}
      and d.accepted_at >= ${instantAt(from, 0)} and d.accepted_at < ${instantAt(until, 0)}
      ${after ? sql`and (d.accepted_at, d.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by d.accepted_at, d.id
    limit ${limit + 1}`.execute(db)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(({ sort: _sort, ...item }) => item),
    next: rows.length > limit && last ? { at: last.sort, id: last.id } : undefined,
  }
}
