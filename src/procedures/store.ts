import { system } from '../audit/index.ts'
import type { Sql, Tx } from '../ground/database.ts'
import { type Day, dayOf } from '../ground/day.ts'
import { remembered } from '../ground/remembered.ts'
import { newId } from '../ground/uuid.ts'
import { written } from '../ground/written.ts'
import type { Definition } from './definition.ts'
import type { ProcedureFolder } from './folder.ts'
import type { Process } from './plan.ts'
import { listedNames } from './search.ts'
import { type Trial, writeTrial } from './trials.ts'

export type ProcedureVersion = { id: string; number: number; definition: Definition; process: string; loadedAt: Date }
export type CompetentAgency = { id: string; identifier: string; name: string }

/** Versions never change once written, so one read is enough for the life of the process. */
const known = new Map<string, ProcedureVersion>()

export async function versionById(db: Sql, id: string): Promise<ProcedureVersion> {
  const before = known.get(id)
  if (before) return before
  const row = await db
    .selectFrom('procedures.version')
    .select(['id', 'number', 'definition', 'process', 'loaded_at as loadedAt'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const version = { ...row, definition: row.definition as unknown as Definition }
  known.set(id, version)
  return version
}

/** The version in force on this day, among those that were put in force; a dossier keeps the one of its filing. */
export async function versionOn(db: Sql, code: string, today: Day): Promise<ProcedureVersion | undefined> {
  const row = await inForce.first(db, { code, today })
  return row && versionById(db, row.id)
}

const inForce = written((db, { code, today }: { code: string; today: Day }) =>
  db
    .selectFrom('procedures.version as v')
    .innerJoin('procedures.procedure as p', 'p.code', 'v.code')
    .select('v.id')
    .where('v.code', '=', code)
    .where('p.state', '=', 'published')
    .where('v.released_at', 'is not', null)
    .where('v.valid_from', '<=', today)
    .where((eb) => eb.or([eb('v.valid_to', 'is', null), eb('v.valid_to', '>=', today)]))
    .orderBy('v.number', 'desc')
    .limit(1),
)

/** What people call a procedure now, by its short name where it has one; a new name reaches every process within ten seconds. */
export async function procedureName(db: Sql, code: string): Promise<string> {
  const name = await named.of(db, code)
  if (!name) throw new Error(`no such procedure: ${code}`)
  return name
}

const named = remembered(10, async (db, code) => {
  const row = await db
    .selectFrom('procedures.procedure')
    .select((eb) => eb.fn.coalesce('short_name', 'name').as('name'))
    .where('code', '=', code)
    .executeTakeFirst()
  return row?.name
})

/** A version's process: its steps in the order they are walked, the legs of other agencies, the waits for the applicant. */
export async function processOf(db: Sql, version: string): Promise<Process> {
  const { process: steps, legs = [], waits = [], processDecision } = (await versionById(db, version)).definition
  return { steps, legs, waits, decision: processDecision }
}

/** The agencies that settle a procedure, the first one first. */
export async function agenciesOf(db: Sql, code: string): Promise<CompetentAgency[]> {
  return competent.all(db, { code })
}

const competent = written((db, { code }: { code: string }) =>
  db
    .selectFrom('procedures.agency as a')
    .innerJoin('organisations.unit as u', 'u.id', 'a.unit')
    .select(['u.id', 'u.identifier', 'u.name'])
    .where('a.code', '=', code)
    .orderBy('a.position'),
)

/**
 * Writes a folder of the catalogue as a version. The same content twice changes nothing; changed content becomes the next
 * version, and dossiers keep the one they were filed under. It waits to be tested and put in force, unless the test that was passed comes with it;
 * one that begins later is listed on its day.
 */
export async function loadProcedure(
  tx: Tx,
  folder: ProcedureFolder,
  now: Date,
  passed?: Omit<Trial, 'result'>,
): Promise<'new' | 'changed' | 'unchanged'> {
  const { definition, bpmn, hash } = folder
  const last = await tx
    .selectFrom('procedures.version')
    .select(['number', 'content_hash'])
    .where('code', '=', definition.code)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const content = Buffer.from(hash, 'hex')
  if (last?.content_hash.equals(content)) return 'unchanged'

  if (!last)
    await tx
      .insertInto('procedures.procedure')
      .values({ code: definition.code, ...listedOf(definition), state: 'waiting' })
      .onConflict((at) => at.doNothing())
      .execute()
  const id = newId(now)
  await tx
    .insertInto('procedures.version')
    .values({
      id,
      code: definition.code,
      number: (last?.number ?? 0) + 1,
      valid_from: definition.validFrom,
      valid_to: definition.validTo ?? null,
      decision: definition.decision,
      definition: JSON.stringify(definition),
      process: bpmn,
      content_hash: content,
      loaded_at: now,
    })
    .execute()
  if (passed) {
    await writeTrial(tx, id, { ...passed, result: 'passed' }, system.id, now)
    await putVersionInForce(tx, id, { now, by: system.id, today: dayOf(now) })
  }
  return last ? 'changed' : 'new'
}

/** From now on the version counts from its day on; the procedure is listed, as the version says where its day has come. */
export async function putVersionInForce(
  db: Sql,
  id: string,
  { now, by, today }: { now: Date; by: string; today: Day },
): Promise<void> {
  await db.updateTable('procedures.version').set({ released_at: now, released_by: by }).where('id', '=', id).execute()
  const { definition } = await versionById(db, id)
  const { code } = definition
  const isFirst = db.updateTable('procedures.procedure').set({ state: 'published', filed_here: true })
  await isFirst.where('code', '=', code).where('state', '<>', 'abolished').execute()
  const version = await versionOn(db, code, today)
  const listed = listedOf(version?.definition ?? definition)
  await db.updateTable('procedures.procedure').set(listed).where('code', '=', code).execute()
  named.forget(db)
}

/** How a procedure stands in lists and is found there. */
function listedOf(definition: Definition) {
  return {
    name: definition.name,
    short_name: definition.shortName ?? null,
    english_name: definition.englishName ?? null,
    field: definition.field,
    levels: definition.levels,
    online_level: definition.onlineLevel,
    ...listedNames(definition, definition.englishName),
    audience: definition.audience,
  }
}

/** Lists every procedure described here as its version in force on this day says, so that a version loaded earlier begins on its day. */
export async function listInForce(db: Sql, today: Day): Promise<void> {
  const described = await db.selectFrom('procedures.procedure').select('code').where('filed_here', '=', true).execute()
  for (const { code } of described) {
    const version = await versionOn(db, code, today)
    if (!version) continue
    await db.updateTable('procedures.procedure').set(listedOf(version.definition)).where('code', '=', code).execute()
  }
}

/** Names the agencies that settle a procedure, in the order they are offered. */
export async function setAgencies(tx: Tx, code: string, unitIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('procedures.agency').where('code', '=', code).execute()
  if (unitIds.length === 0) return
  await tx
    .insertInto('procedures.agency')
    .values(unitIds.map((unit, position) => ({ code, unit, position })))
    .execute()
}
