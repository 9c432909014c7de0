import { sql } from 'kysely'
import { calendarsFor, workingMinutesBetween } from '../calendar/index.ts'
import { at as instantAt, type Day } from '../ground/day.ts'
import { plannedAnew } from '../ground/prepared.ts'
import { type Post, permissions } from '../organisations/law/index.ts'
import type { State } from './law/index.ts'
import type { Reader } from './read.ts'

/** One line of the register a counter keeps: what came in when, when the result was promised, issued and returned. */
export type RegisterLine = {
  id: string
  code: string
  state: State
  applicant: string
  procedure: string
  applicantName: string
  channel: string
  agency: string
  acceptedAt: Date
  /** Working minutes from its receipt to the first word of the counter. */
  minutesToFirstCheck: number | null
  due: Date | null
  issuedAt: Date | null
  returnedAt: Date | null
  returnBy: string
}

type Asked = {
  from: Day
  until: Day
  /** One of the reader's counters alone. */
  unit?: string | undefined
  after?: { at: string; id: string } | undefined
  limit?: number
}

const keepers: readonly string[] = permissions['keep-register']

/** The counters whose register this reader keeps. */
export function registerKeptBy({ reader }: Reader): Post[] {
  return reader.posts.filter(({ role }) => keepers.includes(role))
}

/** The register of this reader's counters from one day to another, `until` left out; the oldest first, as a book is written. */
export async function registerPage(
  at: Reader,
  { from, until, unit, after, limit = 50 }: Asked,
): Promise<{ items: RegisterLine[]; next: { at: string; id: string } | undefined }> {
  const kept = registerKeptBy(at).map((post) => post.unit)
  const counters = unit ? kept.filter((one) => one === unit) : kept
  const counter =
    counters.length === 1 ? sql`d.reception = ${counters[0]}` : sql`d.reception = any(${counters}::uuid[])`
  // What ended before its result is due no more; the book keeps the day that was promised.
  const promised = sql`(select max(c.due) from calendar.clock_event c
    where c.subject = d.id and c.clock = 'settlement' and d.ended_at is not null)`
  const { rows } = await sql<
    RegisterLine & { sort: string; reception: string; submittedAt: Date; checkedAt: Date | null }
  >`${plannedAnew}
    select d.id, d.code, d.state, d.applicant, coalesce(p.short_name, p.name) as procedure, d.applicant_name as "applicantName", d.channel, u.name as agency,
      d.accepted_at as "acceptedAt", coalesce(d.due, ${promised}) as due, d.issued_at as "issuedAt", d.returned_at as "returnedAt", coalesce(d.returned_by, d.return_by) as "returnBy",
      d.accepted_at::text as sort, d.reception, d.submitted_at as "submittedAt", d.first_checked_at as "checkedAt"
    from dossiers.dossier d
    join procedures.procedure p on p.code = d.procedure
    join organisations.unit u on u.id = d.agency
    where ${counter}
      and d.accepted_at >= ${instantAt(from, 0)} and d.accepted_at < ${instantAt(until, 0)}
      ${after ? sql`and (d.accepted_at, d.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by d.accepted_at, d.id
    limit ${limit + 1}`.execute(at.db)
  const items = rows.slice(0, limit)
  const calendarOf = await calendarsFor(at.db, at.now, new Set(items.map(({ reception }) => reception)))
  const last = items.at(-1)
  return {
    items: items.map(({ sort: _sort, reception, submittedAt, checkedAt, ...item }) => ({
      ...item,
      minutesToFirstCheck: checkedAt && workingMinutesBetween(calendarOf(reception), submittedAt, checkedAt),
    })),
    next: rows.length > limit && last ? { at: last.sort, id: last.id } : undefined,
  }
}
