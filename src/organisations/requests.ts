import { sql } from 'kysely'
import type { Sql } from '../ground/database.ts'
import { type Office, type Officer, ownScope, type RequestKind, nextWord } from './law/index.ts'

export type RequestLine = {
  id: string
  kind: RequestKind
  unit: string
  title: string
  reason: string
  decision: string
  askedBy: string
  askedAt: Date
  /** Of a change of staff: the post, who holds it and who is to hold it. */
  post: string | null
  from: string | null
  to: string | null
  proposedBy: string | null
  proposal: string | null
  decidedBy: string | null
  decidedAt: Date | null
  isGranted: boolean | null
  reference: string | null
  /** Whose word it waits for. */
  next: readonly Office[]
}

/** The requests within one's own scope, or all for whoever decides or watches over them; the latest first. */
export async function requestsFor(db: Sql, reader: Officer, limit = 200): Promise<RequestLine[]> {
  const scope = ownScope(reader, 'see-requests')
  const { rows } = await sql<Omit<RequestLine, 'next'>>`
    select r.id, r.kind, u.name as unit, r.title, r.reason, r.decision, a.display_name as "askedBy", r.asked_at as "askedAt",
      p.title || ', ' || pu.name as post, o.display_name as "from", s.display_name || ' (' || r.successor_title || ')' as "to",
      d.display_name as "proposedBy", r.proposal, c.display_name as "decidedBy", r.decided_at as "decidedAt", r.is_granted as "isGranted", r.reference
    from organisations.request r
    join organisations.unit u on u.id = r.unit
    join accounts.account a on a.id = r.asked_by
    left join organisations.post p on p.id = r.post
    left join organisations.unit pu on pu.id = p.unit
    left join accounts.account o on o.id = p.account
    left join accounts.account s on s.id = r.successor
    left join accounts.account d on d.id = r.proposed_by
    left join accounts.account c on c.id = r.decided_by
    where ${scope === 'all' ? sql`true` : sql`r.unit = any(${[...scope]}::uuid[])`}
    order by r.asked_at desc, r.id desc
    limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...row, next: nextWord({ ...row, askedBy: '' }) }))
}

/** The posts held in an officer’s own scope, for naming the one that changes hands. */
export async function postsIn(db: Sql, reader: Officer, today: string) {
  const scope = ownScope(reader, 'file-requests')
  const { rows } = await sql<{ id: string; holder: string; title: string; unit: string }>`
    select p.id, a.display_name as holder, p.title, u.name as unit
    from organisations.post p
    join organisations.unit u on u.id = p.unit
    join accounts.account a on a.id = p.account
    where p.valid_from <= ${today} and (p.valid_to is null or p.valid_to >= ${today}) and p.account <> ${reader.id}
      and ${scope === 'all' ? sql`true` : sql`(u.id = any(${[...scope]}::uuid[]) or u.parent = any(${[...scope]}::uuid[]))`}
    order by u.identifier, a.display_name`.execute(db)
  return rows
}
