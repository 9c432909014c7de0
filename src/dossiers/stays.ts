import { type RawBuilder, sql } from 'kysely'
import type { Calendar } from '../calendar/index.ts'
import type { Sql } from '../ground/database.ts'
import { askedOnce, keepsNotes } from '../ground/notes.ts'
import { type Stay, stepDue } from './law/index.ts'

/** A stay as it lies in the store: at which desk, in whose hands. */
export type StayRow = Stay & {
  readonly position: number
  readonly name: string
  readonly role: string
  readonly unit: string
  readonly holder: string | null
  readonly due: Date | null
}

/** A stay as JSON tells it. */
type Written = Omit<StayRow, 'startedAt' | 'endedAt' | 'due'> & {
  startedAt: string
  endedAt: string | null
  due: string | null
}

/** The stays of one dossier as a part of another question; `staysFrom` reads them. */
export function staysIn(dossier: RawBuilder<unknown>): RawBuilder<Written[] | null> {
  return sql`(
    select json_agg(s)
    from (
      select position, step, name, role, unit, holder, round, budget_minutes as "budgetMinutes", started_at as "startedAt",
        ended_at as "endedAt", due
      from dossiers.task
      where dossier = ${dossier}
      order by position
    ) s
  )`
}

export function staysFrom(rows: readonly Written[] | null): StayRow[] {
  const instant = (text: string | null) => (text === null ? null : new Date(text))
  return (rows ?? []).map((row) => ({
    ...row,
    startedAt: new Date(row.startedAt),
    endedAt: instant(row.endedAt),
    due: instant(row.due),
  }))
}

const ofOne = askedOnce(async (db, dossier) => {
  const { rows } = await sql<{ stays: Written[] | null }>`select ${staysIn(sql`${dossier}::uuid`)} as stays`.execute(db)
  return staysFrom(rows[0]!.stays)
})

/** Another question brought the stays of this dossier along. */
export const noteStays = (db: Sql, dossier: string, brought: Promise<StayRow[]>): void =>
  ofOne.note(db, dossier, brought)

/** The dossier goes to another step in this act: whoever asks for its stays later sees that. */
export const staysChanged = (db: Sql, dossier: string): void => ofOne.changed(db, dossier)

/** Every stay of one dossier at a step of its process, in their order. */
export const staysOfOne = (db: Sql, dossier: string): Promise<readonly StayRow[]> => ofOne.of(db, dossier)

/** The same of many dossiers; one without any stay is not named. */
export async function staysOf(db: Sql, dossiers: readonly string[]): Promise<Map<string, readonly StayRow[]>> {
  const [only] = dossiers
  if (only && dossiers.length === 1 && keepsNotes(db)) {
    const stays = await ofOne.of(db, only)
    return new Map(stays.length > 0 ? [[only, stays]] : [])
  }
  const { rows } = await sql<StayRow & { dossier: string }>`
    select dossier, position, step, name, role, unit, holder, round, budget_minutes as "budgetMinutes", started_at as "startedAt",
      ended_at as "endedAt", due
    from dossiers.task
    where dossier = any(${[...dossiers]}::uuid[])
    order by dossier, position`.execute(db)
  return Map.groupBy(rows, ({ dossier }) => dossier)
}

/** Open steps of these dossiers whose due date this calendar moves, written down anew. Answers how many. */
export async function moveStepDues(
  db: Sql,
  dossiers: readonly string[],
  calendarOf: (agency?: string | null) => Calendar,
): Promise<number> {
  const moved = [...(await staysOf(db, dossiers))].flatMap(([dossier, stays]) => {
    const open = stays.at(-1)!
    const due = open.endedAt ? undefined : stepDue(calendarOf(open.unit), stays)
    return due && due.getTime() !== open.due?.getTime() ? [{ dossier, position: open.position, due }] : []
  })
  if (moved.length === 0) return 0
  await sql`
    update dossiers.task t set due = m.due
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m (dossier uuid, position smallint, due timestamptz)
    where t.dossier = m.dossier and t.position = m.position`.execute(db)
  for (const { dossier } of moved) staysChanged(db, dossier)
  return moved.length
}
