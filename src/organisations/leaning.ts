import { sql } from 'kysely'
import { openedAloneBy } from '../accounts/index.ts'
import type { Sql } from '../ground/database.ts'

/**
 * On whom this officer's word leans: who alone opened the account, and who alone gave a post by which changes are approved. What these propose the officer does not
 * approve; otherwise one person alone would do both.
 */
export async function leansOn(db: Sql, account: string): Promise<readonly string[]> {
  const opened = await openedAloneBy(db, account)
  if (opened === undefined) return []
  const { rows } = await sql<{ by: string }>`
    select distinct e.actor as by
    from audit.entry e
    where e.stream = ${`account:${account}`} and e.act = 'appoint' and e.actor is not null
      and e.details ->> 'role' in ('administrator', 'chairman')
      and not exists (
        select from organisations.proposed_post p
        where p.account = ${account} and p.role = e.details ->> 'role' and p.is_granted)`.execute(db)
  return [opened, ...rows.map(({ by }) => by)]
}
