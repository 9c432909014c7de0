import type { Sql } from '../ground/database.ts'
import type { Day } from '../ground/day.ts'
import { newId } from '../ground/uuid.ts'
import type { TrialResult } from './law/trials.ts'

/** One test of a version: who took part, on which day, what came of it. */
export type Trial = { testedBy: string; testedOn: string; result: TrialResult; note: string }
export type TrialLine = Trial & { testedOn: Day; recordedBy: string; recordedAt: Date }

/** A version that was loaded and is not in force yet, with the tests it has had, the first one first. */
export type WaitingVersion = {
  id: string
  code: string
  number: number
  name: string
  decision: string
  validFrom: Day
  loadedAt: Date
  trials: TrialLine[]
}

export async function writeTrial(db: Sql, version: string, trial: Trial, by: string, now: Date): Promise<string> {
  const id = newId(now)
  const { testedBy, testedOn, result, note } = trial
  const row = { id, version, tested_by: testedBy, tested_on: testedOn, result, note, recorded_by: by, recorded_at: now }
  await db.insertInto('procedures.trial').values(row).execute()
  return id
}

/** The tests of these versions, the first one first. */
export async function trialsOf(db: Sql, versions: readonly string[]): Promise<Map<string, TrialLine[]>> {
  if (versions.length === 0) return new Map()
  const rows = await db
    .selectFrom('procedures.trial as t')
    .innerJoin('accounts.account as a', 'a.id', 't.recorded_by')
    .select(['t.version', 't.tested_by as testedBy', 't.tested_on as testedOn', 't.result', 't.note'])
    .select(['a.display_name as recordedBy', 't.recorded_at as recordedAt'])
    .where('t.version', 'in', versions)
    .orderBy('t.recorded_at')
    .orderBy('t.id')
    .execute()
  return Map.groupBy(rows as unknown as (TrialLine & { version: string })[], ({ version }) => version)
}

/** Versions that wait to be put in force; one that a later version in force has overtaken waits no more. */
export async function waitingVersions(db: Sql): Promise<WaitingVersion[]> {
  const rows = await db
    .selectFrom('procedures.version as v')
    .innerJoin('procedures.procedure as p', 'p.code', 'v.code')
    .select(['v.id', 'v.code', 'v.number', 'v.decision', 'v.valid_from as validFrom', 'v.loaded_at as loadedAt'])
    .select((eb) => eb.fn.coalesce('p.short_name', 'p.name').as('name'))
    .where('v.released_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('procedures.version as w')
            .select('w.id')
            .whereRef('w.code', '=', 'v.code')
            .whereRef('w.number', '>', 'v.number')
            .where('w.released_at', 'is not', null),
        ),
      ),
    )
    .orderBy('v.loaded_at', 'desc')
    .orderBy('v.code')
    .limit(200)
    .execute()
  const trials = await trialsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, validFrom: row.validFrom as Day, trials: trials.get(row.id) ?? [] }))
}
