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

/** Whom an alert is told to: the contacts in force; where none is recorded the administrators, so that it is never told to nobody. */
export async function whoHears(db: Sql, today: Day): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select account from safety.contact where ended_at is null`.execute(db)
  if (rows.length > 0) return [...new Set(rows.map(({ account }) => account))]
  const { rows: others } = await sql<{ account: string }>`
    select distinct account from organisations.held_post
    where role = 'administrator' and valid_from <= ${today} and (valid_to is null or valid_to >= ${today})`.execute(db)
  return others.map(({ account }) => account)
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
