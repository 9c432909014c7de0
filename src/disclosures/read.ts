import { sql } from 'kysely'
import type { Sql } from '../ground/database.ts'
import type { Day } from '../ground/day.ts'
import type { Consent, Part, ReleaseKind } from './law/index.ts'

/** What this holder agreed to, the latest first; withdrawn ones and those that are over stay to be read. */
export const consentsOf = (db: Sql, account: string): Promise<Consent[]> => consents(db, account)

/** The same for an act that stands on one of them: none is withdrawn until it is done. */
export const consentsToStandOn = (tx: Sql, account: string): Promise<Consent[]> => consents(tx, account, sql`for share`)

async function consents(db: Sql, account: string, held = sql``): Promise<Consent[]> {
  const { rows } = await sql<Consent>`
    select id, recipient, purpose, parts, given_at as "givenAt", valid_to::text as "validTo", withdrawn_at as "withdrawnAt", end_reason as "endReason"
    from disclosures.consent where account = ${account}
    order by given_at desc, id desc
    limit 200
    ${held}`.execute(db)
  return rows
}

export type ReleaseLine = {
  id: string
  kind: ReleaseKind
  recipient: string
  purpose: string
  parts: Part[]
  basis: string | null
  documentNumber: string | null
  documentDate: Day | null
  releasedBy: string
  unit: string | null
  releasedAt: Date
}

/** What of a dossier was handed to whom, the latest first; the caller has asked whether the reader reaches the dossier. */
export async function releasesOf(db: Sql, dossier: string): Promise<ReleaseLine[]> {
  const { rows } = await sql<ReleaseLine>`
    select r.id, r.kind, r.recipient, r.purpose, r.parts, r.basis, r.document_number as "documentNumber",
      r.document_date::text as "documentDate", a.display_name as "releasedBy", u.name as unit, r.released_at as "releasedAt"
    from disclosures.release r
    join accounts.account a on a.id = r.released_by
    left join organisations.unit u on u.id = r.unit
    where r.dossier = ${dossier}
    order by r.released_at desc, r.id desc
    limit 200`.execute(db)
  return rows
}
