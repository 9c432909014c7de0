import { sql } from 'kysely'
import type { State } from '../dossiers/index.ts'
import type { Sql } from '../ground/database.ts'
import { written } from '../ground/written.ts'
import { unitById } from '../organisations/index.ts'
import { policyFor } from '../policy/index.ts'
import { procedureName } from '../procedures/index.ts'

/** What anyone with the code sees of a dossier: never who it is about, never which officer holds it. */
export type Looked = {
  code: string
  procedure: string
  state: State
  /** Answered by an issued refusal. */
  isRefused: boolean
  due: Date | null
  holder: string | null
  timeline: { at: Date; event: string; unit: string | null }[]
}

type Row = {
  code: string
  procedure: string
  state: State
  isRefused: boolean
  due: Date | null
  desk: string | null
  timeline: [at: string, event: string, unit: string | null][] | null
}

/**
 * Looks a dossier up by its code or its reference, in one question. How much is told is the province's choice
 * (`lookup.public.shows`); drafts and unknown codes are both simply not found.
 */
export async function lookUp(db: Sql, key: string, now: Date): Promise<Looked | undefined> {
  const asked = key.trim().toUpperCase()
  const shows: readonly string[] = (await policyFor(db, now)).get('lookup.public.shows')
  const found = await looking.first(db, { asked, withTimeline: shows.includes('timeline') })
  if (!found) return undefined
  const nameOf = async (unit: string | null) => (unit && (await unitById(db, unit))?.name) || null
  return {
    code: found.code,
    procedure: await procedureName(db, found.procedure),
    state: found.state,
    isRefused: found.isRefused,
    due: shows.includes('due') ? found.due : null,
    holder: shows.includes('unit') ? await nameOf(found.desk) : null,
    timeline: await Promise.all(
      (found.timeline ?? []).map(async ([at, event, unit]) => ({ at: new Date(at), event, unit: await nameOf(unit) })),
    ),
  }
}

const looking = written(
  (_db, { asked, withTimeline }: { asked: string; withTimeline: boolean }) => sql<Row>`
    select coalesce(d.code, d.reference) as code, d.procedure, d.state, d.due, d.desk,
      coalesce(d.outcome = 'refuse', false) as "isRefused",
      (select json_agg(json_build_array(e.at, e.event, e.unit) order by e.version)
        from dossiers.event e where e.dossier = d.id and ${withTimeline}::boolean) as timeline
    from (
      select id, code, reference, procedure, state, due, desk, outcome from dossiers.dossier where code = ${asked}
      union all
      select id, code, reference, procedure, state, due, desk, outcome from dossiers.dossier where reference = ${asked}
      limit 1
    ) d`,
)

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
