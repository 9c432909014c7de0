import { sql } from 'kysely'
import type { Day } from '../ground/day.ts'
import type { Sql } from '../ground/database.ts'
import { type AssignedDuty, type Officer, ownScope } from './law/index.ts'

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

/** Who is assigned to what on this day, by unit; nobody whose account or post has ended. */
export const assignmentsOn = (db: Sql, today: Day): Promise<AssignmentLine[]> => linesOf(db, today)

/** What was ever assigned in the agencies this officer leads, or everywhere for whoever administers or audits; the latest first. */
export const assignmentsFor = (db: Sql, reader: Officer, today: Day): Promise<AssignmentLine[]> =>
  linesOf(db, today, ownScope(reader, 'see-assignments'))

async function linesOf(db: Sql, today: Day, all?: readonly string[] | 'all'): Promise<AssignmentLine[]> {
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
        ? all === 'all'
          ? sql`true`
          : sql`(u.id = any(${[...all]}::uuid[]) or u.parent = any(${[...all]}::uuid[]))`
        : sql`s.valid_from <= ${today} and coalesce(least(s.valid_to, s.ended_on), 'infinity'::date) >= ${today}
          and p.title is not null and a.state in ('active', 'registered')`
    }
    order by ${all ? sql`s.made_at desc, s.id` : sql`u.identifier, s.duty, a.display_name`}
    limit 2000`.execute(db)
  return rows
}
