import { sql } from 'kysely'
import { type Role, isFiler, isRole } from '../organisations/law/index.ts'
import type { Dossier } from './dossier.ts'
import { filed } from './filed.ts'
import type { Reader } from './read.ts'

/** One thing that was done with a dossier or an account: when, by whom, what, and for what it was opened. */
export type Access = {
  id: string
  at: Date
  /** As the audit has it: `open`, `denied`, `accept`, `sign-in` … */
  act: string
  /** Of an opening: the screen or paper, for an officer the act it was opened for. */
  what: string | null
  /** How many papers of the record were used again. */
  reused: number | null
  /** Who it was; nobody for somebody without the right, who is not named to the applicant. */
  by: { name: string; unit: string | null; role: Role | null } | null
  /** Whether it was the reader. */
  self: boolean
  dossier: string | null
  code: string | null
}
export type AccessPage = { items: Access[]; next: string | undefined }
type Asked = { before?: string | undefined; limit?: number }

/** Whether this reader may know who opened the dossier: whose it is, and whoever audits. */
export function maySeeAccesses({ reader }: Pick<Reader, 'reader'>, dossier: Dossier): boolean {
  const own = dossier.applicant === reader.id || isFiler(reader, dossier)
  return own || reader.posts.some(({ role }) => role === 'auditor')
}

/**
 * Who opened this dossier, when and for what, the latest first; the caller has asked `maySeeAccesses`.
 * @law 90/2016/QĐ-UBND Điều 4.3
 * @req S0-4.3a
 * @req S0-23
 */
export function accessesOf(at: Reader, dossier: string, asked: Asked = {}): Promise<AccessPage> {
  return page(at, sql`select ${`dossier:${dossier}`}::text`, asked)
}

/**
 * Everything done with the reader's account and dossiers, the latest first: their own transactions and whoever opened what is theirs.
 * @law 90/2016/QĐ-UBND Điều 15.4
 * @req S0-15.4b
 */
export function activityOf(at: Reader, asked: Asked = {}): Promise<AccessPage> {
  const { id } = at.reader
  return page(
    at,
    sql`
      select ${`account:${id}`}::text
      union select 'dossier:' || d.id from dossiers.dossier d where d.applicant = ${id}
      union select 'dossier:' || d.id from dossiers.dossier d where ${filed(at)}`,
    asked,
  )
}

type Row = Omit<Access, 'by'> & { name: string | null; unit: string | null; role: string | null }

async function page({ db, reader }: Reader, streams: ReturnType<typeof sql>, { before, limit = 50 }: Asked) {
  const { rows } = await sql<Row>`
    select e.id::text as id, e.occurred_at as at, e.act, e.details ->> 'what' as what, e.details ->> 'role' as role,
      (e.details ->> 'reused')::int as reused,
      coalesce(e.actor = ${reader.id}, false) as self, a.display_name as name, u.name as unit, d.id as dossier, coalesce(d.code, d.reference) as code
    from audit.entry e
    left join accounts.account a on a.id = e.actor
    left join organisations.unit u on u.id::text = e.details ->> 'unit'
    left join dossiers.dossier d on e.stream = 'dossier:' || d.id
    where e.stream in (${streams})
      ${before ? sql`and e.id < ${before}::bigint` : sql``}
    order by e.id desc
    limit ${limit + 1}`.execute(db)
  const items = rows.slice(0, limit).map(({ name, unit, role, ...line }) => ({
    ...line,
    by: line.act === 'denied' || name === null ? null : { name, unit, role: role && isRole(role) ? role : null },
  }))
  return { items, next: rows.length > limit ? items.at(-1)!.id : undefined }
}
