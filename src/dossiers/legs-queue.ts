import { sql } from 'kysely'
import { write } from '../audit/index.ts'
import { isId } from '../ground/uuid.ts'
import type { LegKind, LegOutcome } from './law/index.ts'
import { agenciesFor } from './legs-read.ts'
import type { Reader } from './read.ts'

/** One line of an asked agency's work. */
export type LegQueued = {
  id: string
  kind: LegKind
  code: string | null
  procedureName: string
  from: string
  askedAt: Date
  due: Date | null
  outcome: LegOutcome | null
  answeredAt: Date | null
}
export type LegQueue = { items: LegQueued[]; next: string | null }

const isWaiting = sql`(l.outcome is null or l.outcome = 'unanswered')`

/** What waits for the agencies of this reader, the earliest hour first; or what they answered of dossiers that are not settled yet, the latest first. */
export async function legQueue(
  at: Reader,
  { answered = false, cursor, limit = 25 }: { answered?: boolean; cursor?: string | undefined; limit?: number } = {},
): Promise<LegQueue> {
  const agencies = agenciesFor(at)
  if (agencies.length === 0) return { items: [], next: null }
  const after = readPlace(cursor)
  const place = answered ? sql`l.answered_at` : sql`coalesce(l.due, 'infinity'::timestamptz)`
  const way = answered ? sql`desc` : sql``
  const { rows } = await sql<LegQueued & { sort: string }>`
    select l.id, l.kind, d.code, coalesce(p.short_name, p.name) as "procedureName", u.name as "from", l.asked_at as "askedAt",
      l.due, l.outcome, l.answered_at as "answeredAt", (${place})::text as sort
    from dossiers.leg l
    join dossiers.dossier d on d.id = l.dossier
    join procedures.procedure p on p.code = d.procedure
    join organisations.unit u on u.id = d.agency
    where l.agency = any(${agencies}::uuid[]) and l.kind in ('opinion', 'joint')
      and d.issued_at is null and d.ended_at is null and ${answered ? sql`l.answered_at is not null` : isWaiting}
      ${after ? sql`and (${place}, l.id) ${answered ? sql`<` : sql`>`} (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by ${place} ${way}, l.id ${way}
    limit ${limit + 1}`.execute(at.db)
  const items = rows.slice(0, limit)
  const details = { queue: answered ? 'legs-answered' : 'legs', count: items.length }
  await write(at.db, {
    stream: `account:${at.reader.id}`,
    act: 'list',
    actor: at.reader.id,
    details,
    occurredAt: at.now,
  })
  const last = items.at(-1)
  return {
    items: items.map(({ sort: _sort, ...item }) => item),
    next: rows.length > limit && last ? Buffer.from(JSON.stringify([last.sort, last.id])).toString('base64url') : null,
  }
}

/** How many legs wait for the agencies of this reader. */
export async function legCount(at: Reader): Promise<number> {
  const agencies = agenciesFor(at)
  if (agencies.length === 0) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count
    from dossiers.leg l
    join dossiers.dossier d on d.id = l.dossier
    where l.agency = any(${agencies}::uuid[]) and l.kind in ('opinion', 'joint') and ${isWaiting}
      and d.issued_at is null and d.ended_at is null`.execute(at.db)
  return rows[0]!.count
}

function readPlace(cursor: string | undefined): { at: string; id: string } | undefined {
  if (!cursor) return undefined
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    if (typeof at !== 'string' || typeof id !== 'string' || !isId(id)) return undefined
    return at === 'infinity' ? { at, id } : { at: new Date(at).toISOString(), id }
  } catch {
    return undefined
  }
}
