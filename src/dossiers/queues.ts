import { type RawBuilder, sql } from 'kysely'
import { write } from '../audit/index.ts'
import type { Sql } from '../ground/database.ts'
import { plannedAnew } from '../ground/prepared.ts'
import { isId } from '../ground/uuid.ts'
import { type Reach, type Role, roles } from '../organisations/law/index.ts'
import { filed } from './filed.ts'
import type { State } from './law/index.ts'
import type { Reader } from './read.ts'

export const queueNames = [
  'intake',
  'assign',
  'mine',
  'confirm',
  'sign',
  'issue',
  'return',
  'supplement',
  'extend',
  'all',
] as const
export type QueueName = (typeof queueNames)[number]

/**
 * Whose queue it is, at which desk it stands, and which rows of the waiting index it reads; `alsoOwn` sees there what is assigned
 * to them.
 */
type QueueOf = { role: Role; desk: 'unit' | 'agency' | 'own'; rows: readonly string[]; alsoOwn?: Role }

export const queues: Record<Exclude<QueueName, 'all'>, QueueOf> = {
  intake: { role: 'one-stop-officer', desk: 'unit', rows: ['intake'] },
  assign: { role: 'agency-leader', desk: 'agency', rows: ['assign'] },
  mine: { role: 'processing-officer', desk: 'own', rows: ['mine'] },
  confirm: { role: 'division-leader', desk: 'agency', rows: ['confirm'] },
  sign: { role: 'agency-leader', desk: 'agency', rows: ['sign'] },
  issue: { role: 'records-clerk', desk: 'agency', rows: ['issue'] },
  return: { role: 'one-stop-officer', desk: 'unit', rows: ['return'] },
  supplement: { role: 'one-stop-officer', desk: 'unit', rows: ['supplement'], alsoOwn: 'processing-officer' },
  extend: { role: 'centre-director', desk: 'unit', rows: ['extend'] },
}

/** The queues that are this reader's. */
export function queuesOf({ reader }: Reader): Exclude<QueueName, 'all'>[] {
  const held = new Set(reader.posts.map(({ role }) => role))
  return (Object.keys(queues) as Exclude<QueueName, 'all'>[]).filter((name) => {
    const { role, alsoOwn } = queues[name]
    return held.has(role) || (alsoOwn !== undefined && held.has(alsoOwn))
  })
}

export type Listed = {
  id: string
  reference: string | null
  code: string | null
  state: State
  version: number
  procedure: string
  procedureName: string
  applicantName: string
  channel: string
  due: Date | null
  /** How it was answered, once it is. */
  outcome: 'grant' | 'refuse' | null
  changedAt: Date
  holder: string | null
}

export type Page = { items: Listed[]; next: string | null }
type Asked = { queue: QueueName; state?: string; q?: string; cursor?: string; limit?: number }

/** A page of a queue, the least remaining time first; of `all`, the latest change first. Keyset paging: no page gets slower. */
export async function queuePage(at: Reader, { queue, state, q, cursor, limit = 25 }: Asked): Promise<Page> {
  const { db, reader } = at
  const narrowed = sql`${state ? sql`and d.state = ${state}` : sql``} ${q ? matches(q) : sql``}`
  const after = readCursor(cursor)
  const rows = await (queue === 'all'
    ? latestOf(db, reached(at), narrowed, after, limit + 1)
    : waitingIn(at, queue, narrowed, after, limit + 1))

  const items = rows.slice(0, limit)
  if (reader.posts.length > 0) {
    const details = { queue, state, searched: Boolean(q), count: items.length }
    await write(db, { stream: `account:${reader.id}`, act: 'list', actor: reader.id, details, occurredAt: at.now })
  }
  const last = items.at(-1)
  return {
    items: items.map(({ sort: _sort, ...item }) => item),
    next: rows.length > limit && last ? writeCursor({ at: last.sort, id: last.id }) : null,
  }
}

type Row = Listed & { sort: string }
type Place = { at: string; id: string }
type Part = RawBuilder<unknown>

const listed = sql`d.id, d.reference, d.code, d.state, d.version, d.procedure, coalesce(p.short_name, p.name) as "procedureName", d.applicant_name as "applicantName",
      d.channel, d.due, d.outcome, d.changed_at as "changedAt", u.name as holder`

async function waitingIn(
  at: Reader,
  queue: Exclude<QueueName, 'all'>,
  narrowed: Part,
  after: Place | undefined,
  limit: number,
): Promise<Row[]> {
  const { rows } = await sql<Row>`${plannedAnew}
    select ${listed}, coalesce(d.due, 'infinity'::timestamptz)::text as sort
    from dossiers.dossier d
    join procedures.procedure p on p.code = d.procedure
    left join organisations.unit u on u.id = d.desk
    where ${inQueue(at, queue)} ${narrowed}
      ${after ? sql`and (coalesce(d.due, 'infinity'::timestamptz), d.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by coalesce(d.due, 'infinity'::timestamptz), d.id
    limit ${limit}`.execute(at.db)
  return rows
}

/**
 * The latest changes among several reasons to see a dossier. Each reason reads no more rows of its own index than the page shows, and
 * what is seen for two reasons is shown once; with `or` between them the database would read everything and sort it.
 */
export async function latestOf(
  db: Sql,
  reasons: readonly Part[],
  narrowed: Part,
  after: Place | undefined,
  limit: number,
): Promise<Row[]> {
  const ways = reasons.map(
    (reason) => sql`(
      select d.id, d.changed_at from dossiers.dossier d
      where ${reason} ${narrowed}
        ${after ? sql`and (d.changed_at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
      order by d.changed_at desc, d.id desc
      limit ${limit})`,
  )
  const { rows } = await sql<Row>`${plannedAnew}
    with latest as (
      select id, changed_at from (${sql.join(ways, sql` union `)}) as seen order by changed_at desc, id desc limit ${limit}
    )
    select ${listed}, d.changed_at::text as sort
    from latest
    join dossiers.dossier d on d.id = latest.id
    join procedures.procedure p on p.code = d.procedure
    left join organisations.unit u on u.id = d.desk
    order by d.changed_at desc, d.id desc`.execute(db)
  return rows
}

/** The rows of one queue of this reader. */
export function inQueue({ reader }: Reader, name: Exclude<QueueName, 'all'>) {
  const { role, desk, rows, alsoOwn } = queues[name]
  const posts = reader.posts.filter((post) => post.role === role)
  if (desk === 'own') return sql<boolean>`d.queue = 'mine' and d.officer = ${posts.length > 0 ? reader.id : null}::uuid`
  const desks = posts.map((post) => (desk === 'unit' ? post.unit : post.agency))
  // Asked for one desk and one queue the index gives the rows in their order; asked for lists it does not.
  const at = desks.length === 1 ? sql`d.desk = ${desks[0]}::uuid` : sql`d.desk = any(${desks}::uuid[])`
  const waiting = rows.length === 1 ? sql`d.queue = ${rows[0]}` : sql`d.queue = any(${rows})`
  if (!reader.posts.some((post) => post.role === alsoOwn)) return sql<boolean>`${at} and ${waiting}`
  const own = sql`d.officer = ${reader.id}::uuid`
  return desks.length === 0 ? sql<boolean>`${own} and ${waiting}` : sql<boolean>`(${at} or ${own}) and ${waiting}`
}

/** The reasons for which this reader reaches a dossier: one's own, and for officers what their posts reach. */
function reached({ reader }: Reader): Part[] {
  const { id } = reader
  const { all, assigned, counters, agencies } = reachOf(reader)
  const own = [sql`d.applicant = ${id}`, filed({ reader })]
  if (reader.posts.length === 0) return own
  if (all) return [...own, sql`d.state <> 'draft'`]
  return [
    ...own,
    ...(assigned ? [sql`(d.officer = ${id} and d.state <> 'draft')`] : []),
    ...counters.map((unit) => sql`(d.reception = ${unit} and d.state <> 'draft')`),
    ...agencies.map((agency) => sql`(d.agency = ${agency} and d.state <> 'draft')`),
  ]
}

/** How far the posts of an officer reach, by the table of roles: what is assigned to them, the counters, the agencies, or the whole province. */
export function reachOf({ posts }: Reader['reader']) {
  const of = (reach: Reach) => posts.filter(({ role }) => roles[role].reach === reach)
  return {
    all: of('province').length > 0,
    assigned: of('own').length > 0,
    counters: [...new Set(of('unit').map(({ unit }) => unit))],
    agencies: [...new Set(of('agency').map(({ agency }) => agency))],
  }
}

/** By code or reference exactly, by a part of the applicant's name without its marks. */
export function matches(q: string) {
  const text = q.trim()
  return sql`and (d.code = ${text} or d.reference = ${text.toUpperCase()} or d.applicant_folded like '%' || ground.fold(${text.replace(/[%_\\]/g, '\\$&')}) || '%')`
}

function writeCursor(at: { at: string; id: string }): string {
  return Buffer.from(JSON.stringify([at.at, at.id])).toString('base64url')
}

/** A cursor nobody can read is as good as none: the first page is shown. */
function readCursor(cursor: string | undefined): { at: string; id: string } | undefined {
  if (!cursor) return undefined
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    if (typeof at !== 'string' || typeof id !== 'string' || !isId(id)) return undefined
    if (at === 'infinity') return { at, id }
    // Through a Date and back: what comes out is an instant the database takes, whatever was written in.
    return /^\d{4}-\d{2}-\d{2}[ T][\d:.]+[+-][\d:]+$/.test(at) ? { at: new Date(at).toISOString(), id } : undefined
  } catch {
    return undefined
  }
}
