import { sql } from 'kysely'
import type { Calendar } from '../calendar/index.ts'
import type { Sql } from '../ground/database.ts'
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

/** Every stay of these dossiers at a step of their process, in their order. */
export async function staysOf(db: Sql, dossiers: readonly string[]): Promise<Map<string, StayRow[]>> {
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
  return moved.length
}
