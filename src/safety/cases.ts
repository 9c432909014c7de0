import { sql } from 'kysely'
import type { Sql } from '../ground/database.ts'
import type { Vault } from '../ground/vault/index.ts'
import { extractContext, toldContext } from './acts/report-violation.ts'
import { conclusionContext } from './alerts.ts'
import type { ViolationKind } from './law/index.ts'

export type CaseLine = {
  id: string
  number: string
  kind: ViolationKind
  reportedBy: string | null
  reportedFrom: string | null
  reportedAt: Date
  entries: number
  closedAt: Date | null
  closedBy: string | null
}

const lines = sql`
  select k.id, k.number, k.kind, r.display_name as "reportedBy", k.reported_from as "reportedFrom", k.reported_at as "reportedAt",
    k.entries, k.closed_at as "closedAt", c.display_name as "closedBy"`
const tables = sql`
  from safety.case k
  left join accounts.account r on r.id = k.reported_by
  left join accounts.account c on c.id = k.closed_by`

/** Reported cases, those still open first, then the latest. */
export async function cases(db: Sql, limit = 100): Promise<CaseLine[]> {
  const { rows } = await sql<CaseLine>`
    ${lines} ${tables} order by (k.closed_at is null) desc, k.reported_at desc, k.id desc limit ${limit}`.execute(db)
  return rows
}

export type CaseView = CaseLine & {
  about: string
  told: string
  stream: string
  sha256: string
  conclusion: string | null
}
type Sealed = { told: Buffer; conclusion: Buffer | null; sha256: Buffer; stream: string }

export async function caseById(db: Sql, vault: Vault, id: string): Promise<CaseView | undefined> {
  const { rows } = await sql<CaseLine & Sealed>`
    ${lines}, k.told_sealed as told, k.conclusion_sealed as conclusion, k.extract_sha256 as sha256, k.stream
    ${tables} where k.id = ${id}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { about, told } = vault.openJson<{ about: string; told: string }>(row.told, toldContext(id))
  const conclusion = row.conclusion ? vault.open(row.conclusion, conclusionContext(id)).toString('utf8') : null
  return { ...row, about, told, sha256: row.sha256.toString('hex'), conclusion }
}

/** The entries of the audit as they stood when it was reported: the very text whose SHA-256 the audit names. */
export async function extractOf(db: Sql, vault: Vault, id: string): Promise<Buffer | undefined> {
  const row = await db.selectFrom('safety.case').select('extract_sealed').where('id', '=', id).executeTakeFirst()
  return row && vault.open(row.extract_sealed, extractContext(id))
}
