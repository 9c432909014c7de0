import { sql } from 'kysely'
import type { Day } from '../ground/day.ts'
import type { Sql } from '../ground/database.ts'
import { presentIdentifier } from './law/index.ts'
import type { Unit } from './store.ts'

export type TreeLine = {
  id: string
  depth: number
  kind: string
  name: string
  identifier: string
  oldIdentifier: string | null
  from: Day
  until: Day | null
  successor: string | null
  posts: number
  website: string | null
}

/** The units as they stood on a day, each below what it belongs to, however deep; with how many posts were held there. */
export async function treeOn(db: Sql, when: Day): Promise<TreeLine[]> {
  const { rows } = await sql<TreeLine>`
    with recursive standing as (
      select * from organisations.unit where valid_from <= ${when} and (valid_to is null or valid_to >= ${when})
    ), tree as (
      select s.*, 0 as depth, array[s.identifier] as path from standing s
      where s.parent is null or not exists (select from standing p where p.id = s.parent)
      union all
      select s.*, t.depth + 1, t.path || s.identifier from standing s join tree t on s.parent = t.id
    )
    select t.id, t.depth, t.kind, t.name, t.identifier, t.old_identifier as "oldIdentifier", t.valid_from as from, t.valid_to as until,
      n.name as successor, t.website,
      (select count(*)::int from organisations.held_post p
        where p.unit = t.id and p.valid_from <= ${when} and (p.valid_to is null or p.valid_to >= ${when})) as posts
    from tree t left join organisations.unit n on n.id = t.successor
    order by t.path`.execute(db)
  return rows
}

export type ChangeLine = {
  id: string
  kind: string
  unit: string
  into: string | null
  decision: string
  reason: string
  effective: Day
  madeBy: string
  madeAt: Date
}

/** What was reorganised, by which decision and by whom; the latest first. */
export async function changes(db: Sql, limit = 200): Promise<ChangeLine[]> {
  const { rows } = await sql<ChangeLine>`
    select c.id, c.kind, u.name as unit, i.name as into, c.decision, c.reason, c.effective, a.display_name as "madeBy", c.made_at as "madeAt"
    from organisations.change c
    join organisations.unit u on u.id = c.unit
    left join organisations.unit i on i.id = c.into_unit
    join accounts.account a on a.id = c.made_by
    order by c.made_at desc, c.id desc
    limit ${limit}`.execute(db)
  return rows
}

/** The unit of a code in either order: `H15.12` or `000.00.12.H15`. */
export async function unitByIdentifier(
  db: Sql,
  code: string,
): Promise<Pick<Unit, 'id' | 'name' | 'identifier'> | undefined> {
  const given = code.trim().toUpperCase()
  return db
    .selectFrom('organisations.unit')
    .select(['id', 'name', 'identifier'])
    .where((eb) =>
      eb.or([
        eb('identifier', '=', given),
        eb('old_identifier', '=', given),
        eb('identifier', '=', presentIdentifier(given) ?? given),
      ]),
    )
    .executeTakeFirst()
}
