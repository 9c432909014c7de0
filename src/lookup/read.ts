import { sql } from 'kysely'
import type { State } from '../dossiers/index.ts'
import type { Sql } from '../ground/database.ts'
import { gathered } from '../ground/gathered.ts'
import { written } from '../ground/written.ts'
import { unitById } from '../organisations/index.ts'
import { policyFor } from '../policy/index.ts'
import { procedureName } from '../procedures/index.ts'

/** What anyone with the code sees of a dossier: never who it is about, never which officer holds it. */
export type Looked = {
  code: string
  /** Where the province tells it to anyone. */
  procedure: string | null
  state: State
  /** Answered by an issued refusal. */
  isRefused: boolean
  due: Date | null
  holder: string | null
  timeline: { at: Date; event: string; unit: string | null }[]
}

type Row = {
  /** As it was asked for. */
  key: string
  code: string
  procedure: string
  state: State
  isRefused: boolean
  due: Date | null
  desk: string | null
  /** When, in ms since 1970, what, and by which unit. */
  timeline: [at: number, event: string, unit: string | null][] | null
}

/**
 * Looks a dossier up by its code or its reference, in one question. How much is told is the province's choice
 * (`lookup.public.shows`); drafts and unknown codes are both simply not found.
 */
export async function lookUp(db: Sql, key: string, now: Date): Promise<Looked | undefined> {
  const asked = key.trim().toUpperCase()
  const shows: readonly string[] = (await policyFor(db, now)).get('lookup.public.shows')
  const found = await (shows.includes('timeline') ? withHistory : withoutHistory)(db, asked)
  if (!found) return undefined
  const { desk, timeline } = found
  const names = await unitNames(db, [
    shows.includes('unit') ? desk : null,
    ...(timeline ?? []).map(([, , unit]) => unit),
  ])
  const nameOf = (unit: string | null) => (unit && names.get(unit)) || null
  return {
    code: found.code,
    procedure: shows.includes('procedure') ? await procedureName(db, found.procedure) : null,
    state: found.state,
    isRefused: found.isRefused,
    due: shows.includes('due') ? found.due : null,
    holder: nameOf(desk),
    timeline: (timeline ?? []).map(([at, event, unit]) => ({ at: new Date(at), event, unit: nameOf(unit) })),
  }
}

async function unitNames(db: Sql, units: readonly (string | null)[]): Promise<Map<string, string | undefined>> {
  const names = new Map<string, string | undefined>()
  for (const unit of units) if (unit && !names.has(unit)) names.set(unit, (await unitById(db, unit))?.name)
  return names
}

/** Keys come as JSON because the planner then takes any number of them alike, and plans the statement once. */
const looking = written(
  (_db, { asked, withTimeline }: { asked: string; withTimeline: boolean }) => sql<Row>`
    select asked.key, coalesce(d.code, d.reference) as code, d.procedure, d.state, d.due, d.desk,
      coalesce(d.outcome = 'refuse', false) as "isRefused",
      (select json_agg(json_build_array((date_part('epoch', e.at) * 1000)::bigint, e.event, e.unit) order by e.version)
        from dossiers.event e where e.dossier = d.id and ${withTimeline}::boolean) as timeline
    from json_array_elements_text(${asked}::json) as asked (key) cross join lateral (
      select id, code, reference, procedure, state, due, desk, outcome from dossiers.dossier where code = asked.key
      union all
      select id, code, reference, procedure, state, due, desk, outcome from dossiers.dossier where reference = asked.key
      limit 1
    ) d`,
)

/** Those who look at once are answered by one statement. */
const lookers = (withTimeline: boolean) =>
  gathered(async (db, keys) => {
    const rows = await looking.all(db, { asked: JSON.stringify(keys), withTimeline })
    return new Map(rows.map((row) => [row.key, row]))
  })
const withHistory = lookers(true)
const withoutHistory = lookers(false)

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
