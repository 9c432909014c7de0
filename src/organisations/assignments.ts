import { sql } from 'kysely'
import type { Day } from '../ground/day.ts'
import type { Sql } from '../ground/database.ts'
import type { AssignedDuty } from './law/index.ts'

export type AssignmentLine = {
  id: string
  duty: AssignedDuty
  name: string
  title: string | null
  unit: string
  phone: string | null
  decision: string
  file: string
  from: Day
  until: Day | null
  madeBy: string
}

/** Who is assigned to what on this day, by unit; nobody whose account or post has ended. With `all` those of other days too, the latest first. */
export async function assignmentsOn(db: Sql, today: Day, all = false): Promise<AssignmentLine[]> {
  const { rows } = await sql<AssignmentLine>`
    select s.id, s.duty, a.display_name as name, p.title, u.name as unit, u.phone, s.decision, s.file,
      s.valid_from as from, least(s.valid_to, s.ended_on) as until, m.display_name as "madeBy"
    from organisations.assignment s
    join accounts.account a on a.id = s.account
    join accounts.account m on m.id = s.made_by
    join organisations.unit u on u.id = s.unit
    left join lateral (
      select title from organisations.post p
      where p.account = s.account and p.unit = s.unit and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to >= ${today})
      order by p.valid_from, p.id limit 1
    ) as p on true
    where ${
      all
        ? sql`true`
        : sql`s.valid_from <= ${today} and coalesce(least(s.valid_to, s.ended_on), 'infinity'::date) >= ${today}
          and p.title is not null and a.state in ('active', 'registered')`
    }
    order by ${all ? sql`s.made_at desc, s.id` : sql`u.identifier, s.duty, a.display_name`}
    limit 2000`.execute(db)
  return rows
}
