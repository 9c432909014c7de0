import { sql } from 'kysely'
import { agencyOf, type Calendar, calendarsFor, clockShareAt, dueAt, ledgersOf } from '../calendar/index.ts'
import { policyFor } from '../policy/index.ts'
import type { DossierDesk } from './acts/take.ts'
import type { WarningLevel } from './law/index.ts'
import { stepShareAt } from './law/index.ts'
import { staysOf } from './stays.ts'

/** A line to be written into the book of warnings. */
type Line = { dossier: string; about: string; round: number; percent: number; fallsAt: Date; due: Date }

const batch = 500
export const stepAbout = (step: string) => `step:${step}`

/**
 * Writes the book of warnings anew wherever a promised date is not the one it was written for; lines already given stay. Answers how many dates
 * it looked at, so that it is called until there are none.
 */
export async function planWarnings(desk: DossierDesk): Promise<number> {
  const policy = await policyFor(desk.sql, desk.now)
  const levels = policy.get('warnings.levels')
  const alarm = policy.get('intake.alarm')
  const clocks = await planClocks(desk, levels, (calendar, due) => dueAt(calendar, due, alarm))
  return clocks + (await planSteps(desk, levels))
}

type Alarm = (calendar: Calendar, due: Date) => Date

async function planClocks(desk: DossierDesk, levels: readonly WarningLevel[], alarm: Alarm): Promise<number> {
  const { rows } = await sql<{ id: string; due: Date | null; accepted: boolean }>`
    select id, due, accepted_at is not null as accepted
    from dossiers.dossier
    where due is distinct from warned_due and issued_at is null
    order by id
    limit ${batch}
    for no key update skip locked`.execute(desk.sql)
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  const ledgers = await ledgersOf(desk.sql, ids)
  const ledgerOf = ({ id, accepted }: (typeof rows)[number]) =>
    ledgers.get(id)?.[accepted ? 'settlement' : 'intake'] ?? []
  const calendarOf = await calendarsFor(
    desk.sql,
    desk.now,
    rows.map((row) => agencyOf(ledgerOf(row))),
  )
  const lines = rows.flatMap((row): Line[] => {
    const ledger = ledgerOf(row)
    const { due, id: dossier, accepted } = row
    if (!due || ledger.length === 0) return []
    const calendar = calendarOf(agencyOf(ledger))
    const began = ledger.filter(({ kind }) => kind === 'started' || kind === 'restarted')
    const line = { dossier, about: accepted ? 'settlement' : 'intake', round: began.length, due }
    // What is to be answered at once has no time to be used up: after the alarm the province set it is late for good.
    if (due <= began.at(-1)!.at)
      return levels.some(({ percent }) => percent === 100)
        ? [{ ...line, percent: 100, fallsAt: alarm(calendar, due) }]
        : []
    return levels.flatMap(({ percent }) => {
      const fallsAt = clockShareAt(calendar, ledger, percent)
      return fallsAt ? [{ ...line, percent, fallsAt }] : []
    })
  })
  await sql`
    delete from dossiers.warning
    where dossier = any(${ids}::uuid[]) and about in ('intake', 'settlement') and given_at is null`.execute(desk.sql)
  await write(desk, lines)
  await sql`update dossiers.dossier set warned_due = due where id = any(${ids}::uuid[])`.execute(desk.sql)
  return rows.length
}

/** The dossier is locked before its task, as every act does: two who wait for each other would undo one. */
async function planSteps(desk: DossierDesk, levels: readonly WarningLevel[]): Promise<number> {
  const { rows } = await sql<{ dossier: string; position: number; step: string; unit: string; due: Date }>`
    select t.dossier, t.position, t.step, t.unit, t.due
    from dossiers.task t
    join dossiers.dossier d on d.id = t.dossier
    where t.due is distinct from t.warned_due and t.ended_at is null
    order by t.dossier, t.position
    limit ${batch}
    for no key update of d skip locked`.execute(desk.sql)
  if (rows.length === 0) return 0
  const ids = rows.map(({ dossier }) => dossier)
  const stays = await staysOf(desk.sql, ids)
  const calendarOf = await calendarsFor(
    desk.sql,
    desk.now,
    rows.map(({ unit }) => unit),
  )
  const lines = rows.flatMap(({ dossier, step, unit, due }): Line[] => {
    const own = stays.get(dossier) ?? []
    return levels.flatMap(({ percent }) => {
      const fallsAt = percent >= 100 ? due : stepShareAt(calendarOf(unit), own, percent)
      return due && fallsAt
        ? [{ dossier, about: stepAbout(step), round: own.at(-1)!.round, percent, fallsAt, due }]
        : []
    })
  })
  await sql`
    delete from dossiers.warning w
    using dossiers.task t
    where t.dossier = any(${ids}::uuid[]) and t.ended_at is null and w.dossier = t.dossier and w.about = 'step:' || t.step
      and w.given_at is null`.execute(desk.sql)
  await write(desk, lines)
  await sql`
    update dossiers.task set warned_due = due where dossier = any(${ids}::uuid[]) and ended_at is null`.execute(
    desk.sql,
  )
  return rows.length
}

/**
 * What was given once is not given again, whatever becomes of the date; but a time that was over and was promised anew may be over again, and that is
 * said again.
 */
async function write({ sql: tx }: DossierDesk, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return
  await sql`
    insert into dossiers.warning (dossier, about, round, percent, falls_at, due)
    select dossier, about, round, percent, "fallsAt", due
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (
      dossier uuid, about text, round smallint, percent smallint, "fallsAt" timestamptz, due timestamptz
    )
    where not exists (
      select from dossiers.warning w
      where w.dossier = l.dossier and w.about = l.about and w.round = l.round and w.percent = l.percent and w.given_at is not null
        and (l.percent < 100 or l."fallsAt" <= w.given_at)
    )
    on conflict do nothing`.execute(tx)
}
