import { sql } from 'kysely'
import type { State } from '../dossiers/index.ts'
import type { Sql } from '../ground/database.ts'
import { policyFor } from '../policy/index.ts'

/** What anyone with the code sees of a dossier: never who it is about, never which officer holds it. */
export type Looked = {
  code: string
  procedure: string
  state: State
  due: Date | null
  holder: string | null
  timeline: { at: Date; event: string; unit: string | null }[]
}

type Row = { id: string; code: string; procedure: string; state: State; due: Date | null; holder: string | null }

/**
 * Looks a dossier up by its code or its reference. How much is told is the province's choice (`lookup.public.shows`); drafts and
 * unknown codes are both simply not found.
 */
export async function lookUp(db: Sql, key: string, now: Date): Promise<Looked | undefined> {
  const asked = key.trim().toUpperCase()
  const { rows } = await sql<Row>`
    select d.id, coalesce(d.code, d.reference) as code, coalesce(p.short_name, p.name) as procedure, d.state, d.due, u.name as holder
    from dossiers.dossier d
    join procedures.procedure p on p.code = d.procedure
    left join organisations.unit u on u.id = d.desk
    where d.code = ${asked} or d.reference = ${asked}
    limit 1`.execute(db)
  const found = rows[0]
  if (!found) return undefined
  const shows: readonly string[] = (await policyFor(db, now)).get('lookup.public.shows')
  const timeline = shows.includes('timeline') ? await timelineOf(db, found.id) : []
  return {
    code: found.code,
    procedure: found.procedure,
    state: found.state,
    due: shows.includes('due') ? found.due : null,
    holder: shows.includes('unit') ? found.holder : null,
    timeline,
  }
}

async function timelineOf(db: Sql, dossier: string): Promise<Looked['timeline']> {
  return db
    .selectFrom('dossiers.event as e')
    .leftJoin('organisations.unit as u', 'u.id', 'e.unit')
    .select(['e.at', 'e.event', 'u.name as unit'])
    .where('e.dossier', '=', dossier)
    .orderBy('e.version')
    .execute()
}

/** What anyone holding a result sees of it: whether it is ours, in force, from whom, under which number and day. */
export type Verified = {
  genuine: boolean
  inForce: boolean
  issuer: string
  number: string
  date: string
  title: string
}

/** Checks the identifier printed on a result. An unknown one is not genuine, and nothing more is said. */
export async function verifyResult(db: Sql, identifier: string): Promise<Verified | undefined> {
  const row = await db
    .selectFrom('dossiers.result as r')
    .innerJoin('organisations.unit as u', 'u.id', 'r.issuer')
    .select(['r.number', 'r.issued_on as date', 'r.revoked_at as revokedAt', 'r.title', 'u.name as issuer'])
    .where('r.identifier', '=', identifier.trim().toUpperCase())
    .where('r.number', 'is not', null)
    .executeTakeFirst()
  if (!row?.number || !row.date) return undefined
  const { number, date, title, issuer } = row
  return { genuine: true, inForce: row.revokedAt === null, issuer, number, date, title }
}
