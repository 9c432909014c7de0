import { sql } from 'kysely'
import { plannedAnew } from '../ground/prepared.ts'
import { inQueue, matches, reachOf, type QueueName, queuesOf } from './queues.ts'
import type { Reader } from './read.ts'

/** What waits in a queue, and how much of it is past its due date; a result that is issued can no longer be late. */
export type QueueLoad = { count: number; overdue: number }

/** The load of each queue of this reader. */
export async function queueLoad(at: Reader): Promise<Partial<Record<QueueName, QueueLoad>>> {
  const names = queuesOf(at)
  if (names.length === 0) return {}
  const { rows } = await sql<{ queue: QueueName } & QueueLoad>`${plannedAnew}
    ${sql.join(
      names.map(
        (name) => sql`
    select ${name}::text as queue, count(*)::integer as count, ${overdueBy(at)}::integer as overdue
    from dossiers.dossier d where ${inQueue(at, name)}`,
      ),
      sql` union all `,
    )}`.execute(at.db)
  return Object.fromEntries(rows.map(({ queue, count, overdue }) => [queue, { count, overdue }]))
}

function overdueBy({ now }: Reader) {
  return sql`count(*) filter (where d.issued_at is null and d.due < ${now})`
}

export type Neighbours = { position: number; total: number; previous: string | null; next: string | null }

/** Where a dossier stands in a queue as it is filtered, and which are its neighbours; nothing when it is not in it. */
export async function neighboursOf(
  at: Reader,
  { queue, state, q }: { queue: Exclude<QueueName, 'all'>; state?: string; q?: string },
  dossier: string,
): Promise<Neighbours | undefined> {
  const { rows } = await sql<Neighbours>`${plannedAnew}
    select position, total, previous, next from (
      select d.id, (row_number() over line)::integer as position, (count(*) over ())::integer as total,
        lag(d.id) over line as previous, lead(d.id) over line as next
      from dossiers.dossier d
      where ${inQueue(at, queue)}
        ${state ? sql`and d.state = ${state}` : sql``}
        ${q ? matches(q) : sql``}
      window line as (order by coalesce(d.due, 'infinity'::timestamptz), d.id)
    ) as listed
    where id = ${dossier}`.execute(at.db)
  return rows[0]
}

/** What waits at each desk within this reader's reach: for those who watch over others' work. */
export type DeskLoad = QueueLoad & { desk: string; queue: QueueName; soonest: Date | null }

/** What waits is no draft, and one's own dossiers are not others' work: only what the posts reach counts. */
function watched({ reader }: Reader) {
  const { all, counters, agencies } = reachOf(reader)
  return all ? sql`true` : sql`(d.agency = any(${agencies}::uuid[]) or d.reception = any(${counters}::uuid[]))`
}

export async function deskLoads(at: Reader): Promise<DeskLoad[]> {
  const { rows } = await sql<DeskLoad>`${plannedAnew}
    select u.name as desk, d.queue, count(*)::integer as count, ${overdueBy(at)}::integer as overdue,
      min(d.due) filter (where d.issued_at is null) as soonest
    from dossiers.dossier d
    join organisations.unit u on u.id = d.desk
    where d.queue is not null and ${watched(at)}
    group by u.name, d.queue
    order by u.name, min(d.due)`.execute(at.db)
  return rows
}

/** How many dossiers each processing officer of an agency holds now. */
export async function officerLoads({ db }: Reader, agency: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('dossiers.dossier')
    .select((eb) => ['officer', eb.fn.countAll<number>().as('count')])
    .where('agency', '=', agency)
    .where('queue', '=', 'mine')
    .where('officer', 'is not', null)
    .groupBy('officer')
    .execute()
  return new Map(rows.map(({ officer, count }) => [officer!, Number(count)]))
}

/** What a counter takes in most, the most frequent first: counted over the last ninety days. */
export async function frequentProcedures(
  { db, now }: Reader,
  reception: string,
  limit = 8,
): Promise<{ code: string; name: string; field: string }[]> {
  const { rows } = await sql<{ code: string; name: string; field: string }>`
    select p.code, coalesce(p.short_name, p.name) as name, p.field
    from dossiers.dossier d
    join procedures.procedure p on p.code = d.procedure
    where d.reception = ${reception} and p.state = 'published' and d.accepted_at > ${new Date(now.getTime() - 90 * 24 * 3600 * 1000)}
    group by p.code
    order by count(*) desc, p.code
    limit ${limit}`.execute(db)
  return rows
}
