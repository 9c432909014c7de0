import { type RawBuilder, sql } from 'kysely'
import { hashToken, openStill, type Session, type SessionKind, sessionRow } from '../accounts/index.ts'
import type { Actor } from '../audit/index.ts'
import { type Day, dayOf } from '../ground/day.ts'
import type { Sql } from '../ground/database.ts'
import { remembered } from '../ground/remembered.ts'
import { written } from '../ground/written.ts'
import { agencyKinds, isRole, type Officer, type Post } from './law/index.ts'

export type Unit = {
  id: string
  parent: string | null
  kind: string
  level: string
  name: string
  identifier: string
  place: string
  address: string | null
  phone: string | null
}

/** A unit that settles procedures in its own name: by its kind, or because somebody said so of it. */
const settles = sql`(u.settles or u.kind = any(${agencyKinds}))`

const columns = ['id', 'parent', 'kind', 'level', 'name', 'identifier', 'place', 'address', 'phone'] as const

/** One unit; a new name of it reaches every process within ten seconds. */
export function unitById(db: Sql, id: string): Promise<Unit | undefined> {
  return unit.of(db, id)
}

const unit = remembered(10, (db, id) =>
  db.selectFrom('organisations.unit').select(columns).where('id', '=', id).executeTakeFirst(),
)

export async function units(db: Sql): Promise<Unit[]> {
  return db.selectFrom('organisations.unit').select(columns).orderBy('identifier').execute()
}

type Counters = { q?: string | undefined; after?: string | undefined; limit: number }

/** The one-stop counters of the province by their code, found by name or address without marks. */
export async function counters(db: Sql, { q = '', after, limit }: Counters): Promise<Unit[]> {
  const words = q.trim().split(/\s+/).filter(Boolean).slice(0, 8)
  const { rows } = await sql<Unit>`
    select id, parent, kind, level, name, identifier, place, address, phone
    from organisations.unit
    where kind in ('centre', 'point') and valid_to is null
      ${after ? sql`and identifier > ${after}` : sql``}
      ${words.length > 0 ? sql`and (${sql.join(words.map(named), sql` and `)})` : sql``}
    order by identifier
    limit ${limit}`.execute(db)
  return rows
}

function named(word: string) {
  const like = `%${word.replaceAll(/[%_\\]/g, '\\$&')}%`
  return sql`ground.fold(name || ' ' || place || ' ' || coalesce(address, '')) like ground.fold(${like})`
}

/** The unit and all above it, nearest first: a centre, its commune, the province. */
export async function unitWithParents(db: Sql, id: string): Promise<Unit[]> {
  return (await line.of(db, id)) ?? []
}

const line = remembered(10, async (db, id): Promise<Unit[] | undefined> => {
  const { rows } = await sql<Unit>`
    with recursive up as (
      select u.*, 0 as height from organisations.unit u where u.id = ${id}
      union all
      select p.*, up.height + 1 from organisations.unit p join up on p.id = up.parent
    )
    select id, parent, kind, level, name, identifier, place, address, phone from up order by height`.execute(db)
  return rows.length > 0 ? rows : undefined
})

/** The one-stop counter that receives for an agency: the nearest centre below it, else below what is above it. */
export async function receptionFor(db: Sql, agency: string): Promise<Unit | undefined> {
  for (const unit of await unitWithParents(db, agency)) {
    const centre = await db
      .selectFrom('organisations.unit')
      .select(columns)
      .where('parent', '=', unit.id)
      .where('kind', '=', 'centre')
      .where('valid_to', 'is', null)
      .orderBy('identifier')
      .executeTakeFirst()
    if (centre) return centre
  }
  return undefined
}

/**
 * The agency that has this field of work nearest to a unit: itself or below it, else below what is above it; a commune's own police come
 * before the province's.
 */
export async function agencyWithDuty(db: Sql, near: string, duty: string): Promise<Unit | undefined> {
  const { rows } = await sql<Unit>`
    with recursive up as (
      select u.id, u.parent, 0 as height from organisations.unit u where u.id = ${near}
      union all
      select p.id, p.parent, up.height + 1 from organisations.unit p join up on p.id = up.parent
    )
    select u.id, u.parent, u.kind, u.level, u.name, u.identifier, u.place, u.address, u.phone
    from up
    join organisations.unit u on u.id = up.id or u.parent = up.id
    where u.duty = ${duty} and u.valid_to is null
    order by up.height, u.identifier
    limit 1`.execute(db)
  return rows[0]
}

/** The agencies that have somebody to answer when they are asked, by name. */
export async function agenciesToAsk(db: Sql, today: Day): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct agency.id, agency.name
    from organisations.post p
    join organisations.unit u on u.id = p.unit
    join organisations.unit agency
      on agency.id = case when ${settles} then u.id else coalesce(u.parent, u.id) end
    where p.role = 'consulted-officer' and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to >= ${today})
      and agency.valid_to is null
    order by agency.name`.execute(db)
  return rows
}

/** The actor with every post held on this day. */
export async function withPosts(db: Sql, actor: Actor, today: Day): Promise<Officer> {
  const { rows } = await sql<{ posts: PostRow[] }>`select ${postsOn(today, sql`${actor.id}::uuid`)} as posts`.execute(
    db,
  )
  return officer(actor, rows[0]!.posts)
}

/** Who holds this token now, with the posts held today: the one question with which a request begins. Whether they were idle is judged by when it `began`. */
export async function signedInBy(
  db: Sql,
  token: string,
  kind: SessionKind,
  now: Date,
  began = now,
): Promise<(Session & { officer: Officer }) | undefined> {
  const row = await holding.first(db, { hash: hashToken(token), kind, today: dayOf(now) })
  const session = await openStill(db, row, token, now, began)
  if (!session) return undefined
  const { id, kind: who, displayName: name } = session.account
  return { ...session, officer: officer({ id, kind: who, name }, row!.posts) }
}

const holding = written((db, { hash, kind, today }: { hash: Buffer; kind: SessionKind; today: Day }) =>
  sessionRow(db, hash, kind, today).select(postsOn(today, sql.ref('a.id')).as('posts')),
)

type PostRow = {
  role: string
  title: string
  delegation?: string | null
  sector?: string | null
  unit: string
  unitName: string
  agency: string
  agencyName: string
}

function officer(actor: Actor, posts: readonly PostRow[]): Officer {
  return { ...actor, posts: actor.kind === 'officer' ? posts.filter((row): row is Post => isRole(row.role)) : [] }
}

/** The posts an account holds on a day, as a part of another question. */
function postsOn(today: Day, account: RawBuilder<unknown>): RawBuilder<PostRow[]> {
  return sql`(
    select coalesce(json_agg(json_build_object(
        'role', p.role, 'title', p.title, 'delegation', p.delegation, 'sector', coalesce(u.duty, above.duty), 'unit', u.id, 'unitName', u.name,
        'agency', case when ${settles} then u.id else coalesce(above.id, u.id) end,
        'agencyName', case when ${settles} then u.name else coalesce(above.name, u.name) end
      ) order by p.valid_from, p.id), '[]')
    from organisations.held_post p
    join organisations.unit u on u.id = p.unit
    left join organisations.unit above on above.id = u.parent
    where p.account = ${account} and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to >= ${today})
  )`
}

/** The officers who may be given work in an agency, with the post they would do it from. */
export async function officersOf(db: Sql, agency: string, role: string, today: Day) {
  const { rows } = await sql<{ account: string; username: string; name: string; unit: string; unitName: string }>`
    select a.id as account, a.username, a.display_name as name, u.id as unit, u.name as "unitName"
    from organisations.held_post p
    join accounts.account a on a.id = p.account and a.state in ('active', 'registered')
    join organisations.unit u on u.id = p.unit
    where (u.id = ${agency} or u.parent = ${agency}) and p.role = ${role}
      and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to >= ${today})
    order by a.display_name`.execute(db)
  return rows
}

export type PostHolder = {
  account: string
  username: string
  name: string
  state: string
  posts: { role: string; title: string; unit: string }[]
}

/** Every officer with the posts held on this day, also who has none yet, by the name they sign in with; `after` is the last name of the page before. */
export async function postHolders(
  db: Sql,
  today: Day,
  { q = '', after = '', limit = 50 }: { q?: string; after?: string; limit?: number },
): Promise<PostHolder[]> {
  const { rows } = await sql<PostHolder>`
    select a.id as account, a.username, a.display_name as name, a.state,
      coalesce(json_agg(json_build_object('role', p.role, 'title', p.title, 'unit', u.name) order by u.identifier, p.role)
        filter (where p.account is not null), '[]') as posts
    from accounts.account a
    left join organisations.held_post p on p.account = a.id and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to >= ${today})
    left join organisations.unit u on u.id = p.unit
    where (a.kind = 'officer' or p.account is not null) and a.username > ${after}
      ${q ? sql`and (ground.fold(a.display_name) like '%' || ground.fold(${q}) || '%' or a.username = ${q.toLowerCase()} or ground.fold(u.name) like '%' || ground.fold(${q}) || '%')` : sql``}
    group by a.id
    order by a.username
    limit ${limit}`.execute(db)
  return rows
}
