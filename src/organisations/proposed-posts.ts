import { sql } from 'kysely'
import type { Sql } from '../ground/database.ts'

export type ProposedPost = {
  id: string
  account: string
  officer: string
  username: string
  role: string
  title: string
  decision: string
  proposedBy: string
  proposer: string
  proposedAt: Date
}

/** The posts of a unit that wait for a second person, the oldest first. */
export async function proposedPosts(db: Sql, unit: string): Promise<ProposedPost[]> {
  const { rows } = await sql<ProposedPost>`
    select p.id, p.account, a.display_name as officer, a.username, p.role, p.title, p.decision,
      p.proposed_by as "proposedBy", b.display_name as proposer, p.proposed_at as "proposedAt"
    from organisations.proposed_post p
    join accounts.account a on a.id = p.account
    join accounts.account b on b.id = p.proposed_by
    where p.unit = ${unit} and p.decided_at is null
    order by p.id`.execute(db)
  return rows
}
