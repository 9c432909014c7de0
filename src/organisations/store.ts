import { sql } from 'kysely'
import type { Actor } from '../audit/index.ts'
import type { Day } from '../ground/day.ts'
import type { Sql } from '../ground/database.ts'
import { isRole, type Officer, type Post } from './law/index.ts'

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

/** The kinds of unit that settle procedures in their own name. */
const agencyKinds = ['province', 'department', 'commune', 'central-agency', 'notary']

const columns = ['id', 'parent', 'kind', 'level', 'name', 'identifier', 'place', 'address', 'phone'] as const

export async function unitById(db: Sql, id: string): Promise<Unit | undefined> {
  return db.selectFrom('organisations.unit').select(columns).where('id', '=', id).executeTakeFirst()
}

export async function units(db: Sql): Promise<Unit[]> {
  return db.selectFrom('organisations.unit').select(columns).orderBy('identifier').execute()
}

/** The unit and all above it, nearest first: a centre, its commune, the province. */
export async function unitWithParents(db: Sql, id: string): Promise<Unit[]> {
  const { rows } = await sql<Unit>`
    with recursive up as (
      select u.*, 0 as height from organisations.unit u where u.id = ${id}
      union all
      select p.*, up.height + 1 from organisations.unit p join up on p.id = up.parent
    )
    select id, parent, kind, level, name, identifier, place, address, phone from up order by height`.execute(db)
  return rows
}

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

/** The actor with every post held on this day. */
export async function withPosts(db: Sql, actor: Actor, today: Day): Promise<Officer> {
  if (actor.kind !== 'officer') return { ...actor, posts: [] }
  const { rows } = await sql<{ role: string; title: string; unit: string; unitName: string; agency: string; agencyName: string }>`
    select p.role, p.title, u.id as unit, u.name as "unitName",
      case when u.kind = any(${agencyKinds}) then u.id else coalesce(a.id, u.id) end as agency,
      case when u.kind = any(${agencyKinds}) then u.name else coalesce(a.name, u.name) end as "agencyName"
    from organisations.post p
    join organisations.unit u on u.id = p.unit
    left join organisations.unit a on a.id = u.parent
    where p.account = ${actor.id} and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to >= ${today})
    order by p.valid_from, p.id`.execute(db)
  return { ...actor, posts: rows.filter((row): row is Post => isRole(row.role)) }
}

/** The officers who may be given work in an agency, with the post they would do it from. */
export async function officersOf(db: Sql, agency: string, role: string, today: Day) {
  const { rows } = await sql<{ account: string; username: string; name: string; unit: string; unitName: string }>`
    select a.id as account, a.username, a.display_name as name, u.id as unit, u.name as "unitName"
    from organisations.post p
    join accounts.account a on a.id = p.account and a.state in ('active', 'registered')
    join organisations.unit u on u.id = p.unit
    where (u.id = ${agency} or u.parent = ${agency}) and p.role = ${role}
      and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to >= ${today})
    order by a.display_name`.execute(db)
  return rows
}
