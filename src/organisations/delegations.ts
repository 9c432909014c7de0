import { sql } from 'kysely'
import type { Day } from '../ground/day.ts'
import type { Sql } from '../ground/database.ts'
import { type DelegationForm, signatureBlock, type SignatureBlock } from './law/index.ts'
import { unitById } from './store.ts'

export type DelegationLine = {
  id: string
  form: DelegationForm
  role: string
  unit: string
  holder: string
  holderTitle: string
  to: string
  title: string
  from: Day
  until: Day
  reason: string
  decision: string
  madeBy: string
  madeAt: Date
  endedOn: Day | null
  endedBy: string | null
}

/** Who lent which post to whom, for how long, why, and who wrote it down; the latest first. */
export async function delegations(
  db: Sql,
  { holder, limit = 200 }: { holder?: string; limit?: number } = {},
): Promise<DelegationLine[]> {
  const { rows } = await sql<DelegationLine>`
    select d.id, d.form, p.role, u.name as unit, h.display_name as holder, p.title as "holderTitle", t.display_name as to, d.title,
      d.valid_from as from, d.valid_to as until, d.reason, d.decision, m.display_name as "madeBy", d.made_at as "madeAt",
      d.ended_on as "endedOn", e.display_name as "endedBy"
    from organisations.delegation d
    join organisations.post p on p.id = d.post
    join organisations.unit u on u.id = p.unit
    join accounts.account h on h.id = p.account
    join accounts.account t on t.id = d.account
    join accounts.account m on m.id = d.made_by
    left join accounts.account e on e.id = d.ended_by
    where true ${holder ? sql`and (p.account = ${holder} or d.account = ${holder})` : sql``}
    order by d.made_at desc, d.id desc
    limit ${limit}`.execute(db)
  return rows
}

export type LentPost = { post: string; role: string; title: string; unit: string; holder: string; username: string }

/** Posts held today that can be lent, by unit and holder; of one holder only their own. */
export async function postsToLend(db: Sql, today: Day, roles: readonly string[], holder?: string): Promise<LentPost[]> {
  const { rows } = await sql<LentPost>`
    select p.id as post, p.role, p.title, u.name as unit, a.display_name as holder, a.username
    from organisations.post p
    join organisations.unit u on u.id = p.unit
    join accounts.account a on a.id = p.account
    where p.role = any(${[...roles]}) and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to >= ${today})
      ${holder ? sql`and p.account = ${holder}` : sql``}
    order by u.identifier, a.display_name
    limit 2000`.execute(db)
  return rows
}

/** The lines of a result for its leader's signature on this day: the leader's own, or those of whoever stands in. */
export async function signerOf(db: Sql, agency: string, today: Day): Promise<SignatureBlock> {
  const unit = await unitById(db, agency)
  const { rows } = await sql<{
    title: string
    name: string
    form: DelegationForm | null
    ownTitle: string | null
    deputy: string | null
  }>`
    select p.title, a.display_name as name, d.form, d.title as "ownTitle", t.display_name as deputy
    from organisations.post p
    join accounts.account a on a.id = p.account and a.state in ('active', 'registered')
    left join organisations.delegation d on d.post = p.id and d.valid_from <= ${today} and least(d.valid_to, d.ended_on) >= ${today}
    left join accounts.account t on t.id = d.account
    where p.unit = ${agency} and p.role = 'agency-leader' and p.valid_from <= ${today} and (p.valid_to is null or p.valid_to >= ${today})
    order by p.valid_from, p.id
    limit 1`.execute(db)
  const collective = unit?.kind === 'commune' || unit?.kind === 'province'
  const [row] = rows
  if (!row) return signatureBlock(collective, { title: collective ? 'Chủ tịch' : 'Thủ trưởng', name: '' })
  const deputy = row.form && { form: row.form, title: row.ownTitle!, name: row.deputy! }
  return signatureBlock(collective, row, deputy ?? undefined)
}
