import { sql } from 'kysely'
import type { Day } from '../ground/day.ts'
import type { Sql } from '../ground/database.ts'
import { permissions, type Role } from './law/index.ts'

export type UnitParticulars = {
  id: string
  parentName: string | null
  kind: string
  level: string
  name: string
  identifier: string
  place: string
  address: string | null
  phone: string | null
  website: string | null
  remit: string | null
  settles: boolean
  until: Day | null
  posts: HeldPost[]
}

export type HeldPost = {
  id: string
  account: string
  holder: string
  username: string
  role: string
  title: string
  secondedFrom: string | null
}

/** Everything said of one unit, with the posts held in it today, loans aside. */
export async function unitParticulars(db: Sql, id: string, today: Day): Promise<UnitParticulars | undefined> {
  const { rows } = await sql<UnitParticulars>`
    select u.id, above.name as "parentName", u.kind, u.level, u.name, u.identifier, u.place, u.address, u.phone, u.website, u.remit, u.settles,
      u.valid_to as until,
      (select coalesce(json_agg(json_build_object('id', p.id, 'account', a.id, 'holder', a.display_name, 'username', a.username, 'role', p.role,
          'title', p.title, 'secondedFrom', s.name) order by p.role, a.display_name), '[]')
        from organisations.post p
        join accounts.account a on a.id = p.account
        left join organisations.unit s on s.id = p.seconded_from
        where p.unit = u.id and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to >= ${today})) as posts
    from organisations.unit u
    left join organisations.unit above on above.id = u.parent
    where u.id = ${id}`.execute(db)
  return rows[0]
}

export type Operator = { name: string; role: string; title: string; unit: string; remit: string | null }

/** Who administers the accounts and the system today: each person with their unit and what that unit is charged with. */
export async function operatorsOn(db: Sql, today: Day): Promise<Operator[]> {
  const roles = [...new Set<Role>([...permissions['manage-accounts'], ...permissions['keep-devices']])]
  const { rows } = await sql<Operator>`
    select a.display_name as name, p.role, p.title, u.name as unit, u.remit
    from organisations.held_post p
    join accounts.account a on a.id = p.account and a.state in ('active', 'registered')
    join organisations.unit u on u.id = p.unit
    where p.role = any(${roles}) and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to >= ${today})
    order by p.role, u.identifier, a.display_name`.execute(db)
  return rows
}
