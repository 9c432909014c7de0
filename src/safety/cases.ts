import { sql } from 'kysely'
import type { Sql } from '../ground/database.ts'
import type { Vault } from '../ground/vault/index.ts'
import { extractContext, toldContext } from './acts/report-violation.ts'
import { conclusionContext, listed, type ListAsked } from './alerts.ts'
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

/** A report about somebody is read by others: who told of them stays hidden from them. */
const notAbout = (reader: string) => sql`k.stream is distinct from ${`account:${reader}`}`

/** Reported cases that are not about the reader, the latest first. */
export async function casesFor(db: Sql, reader: string, asked: ListAsked): Promise<CaseLine[]> {
  const { rows } = await sql<CaseLine>`${lines} ${tables} where ${notAbout(reader)} and ${listed('k', asked)}`.execute(
    db,
  )
  return rows
}

export type CaseView = CaseLine & {
  about: string
  told: string
  /** Of which stream entries were kept, and the hash of what was kept; nothing where the report named nothing. */
  stream: string | null
  sha256: string | null
  conclusion: string | null
}
type Sealed = { told: Buffer; conclusion: Buffer | null; sha256: Buffer | null; stream: string | null }

/** A case as this reader may see it; one about themselves is not found. */
export async function caseFor(db: Sql, vault: Vault, reader: string, id: string): Promise<CaseView | undefined> {
  const { rows } = await sql<CaseLine & Sealed>`
    ${lines}, k.told_sealed as told, k.conclusion_sealed as conclusion, k.extract_sha256 as sha256, k.stream
    ${tables} where k.id = ${id} and ${notAbout(reader)}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { about, told } = vault.openJson<{ about: string; told: string }>(row.told, toldContext(id))
  const conclusion = row.conclusion ? vault.open(row.conclusion, conclusionContext(id)).toString('utf8') : null
  return { ...row, about, told, sha256: row.sha256?.toString('hex') ?? null, conclusion }
}

/** The entries of the audit as they stood when it was reported: the very text whose SHA-256 the audit names. */
export async function extractOf(db: Sql, vault: Vault, id: string): Promise<Buffer | undefined> {
  const row = await db.selectFrom('safety.case').select('extract_sealed').where('id', '=', id).executeTakeFirst()
  return row?.extract_sealed ? vault.open(row.extract_sealed, extractContext(id)) : undefined
}
