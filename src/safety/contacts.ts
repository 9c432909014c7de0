import { sql } from 'kysely'
import type { Sql } from '../ground/database.ts'
import type { Day } from '../ground/day.ts'

export type ContactDuty = 'operator' | 'it-centre'
export type ContactLine = { id: string; duty: ContactDuty; unit: string; name: string; username: string; since: Date }

/** The officers who hear of an alert, by the unit they answer for. */
export async function contactsOf(db: Sql): Promise<ContactLine[]> {
  const { rows } = await sql<ContactLine>`
    select c.id, c.duty, u.name as unit, a.display_name as name, a.username, c.made_at as since
    from safety.contact c
    join organisations.unit u on u.id = c.unit
    join accounts.account a on a.id = c.account
    where c.ended_at is null
    order by c.duty desc, a.display_name`.execute(db)
  return rows
}

/**
 * Whom an alert is told to: the contacts in force who still hold a post and can sign in; where there are none the administrators, then the auditors, so that it
 * is never told to nobody, and never to the one it is about alone.
 */
export async function whoHears(db: Sql, today: Day, about: string): Promise<string[]> {
  const { rows } = await sql<{ account: string; rank: number }>`
    select h.account, min(case when c.id is not null then 1 when h.role = 'administrator' then 2 else 3 end) as rank
    from organisations.held_post h
    join accounts.account a on a.id = h.account and a.state in ('active', 'registered')
    left join safety.contact c on c.account = h.account and c.ended_at is null
    where (c.id is not null or h.role in ('administrator', 'auditor'))
      and h.valid_from <= ${today} and (h.valid_to is null or h.valid_to >= ${today}) and h.account::text <> ${about}
    group by h.account`.execute(db)
  const first = Math.min(...rows.map(({ rank }) => rank))
  return rows.filter(({ rank }) => rank === first).map(({ account }) => account)
}

/** The heads of the agencies in which an officer holds a post on this day; nobody for who holds none. */
export async function headsOf(db: Sql, account: string, today: Day): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select distinct head.account
    from organisations.held_post p
    join organisations.unit u on u.id = p.unit
    join organisations.held_post head on head.role = 'agency-leader' and head.unit in (u.id, u.parent)
      and head.valid_from <= ${today} and (head.valid_to is null or head.valid_to >= ${today})
    where p.account::text = ${account} and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to >= ${today})`.execute(
    db,
  )
  return rows.map((row) => row.account)
}
