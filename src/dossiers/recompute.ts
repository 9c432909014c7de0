import { sql as raw } from 'kysely'
import {
  type Calendar,
  type CalendarChange,
  changeCalendar,
  type ClockName,
  holdCalendar,
  plannedCalendar,
  type Renewal,
  renewalsOf,
  writeRenewals,
} from '../calendar/index.ts'
import type { Sql } from '../ground/database.ts'
import { done, refused } from '../ground/result.ts'
import { holds } from '../organisations/law/index.ts'
import type { DossierDesk } from './acts/take.ts'
import { moveStepDues } from './stays.ts'

type CalendarOf = (agency?: string | null) => Calendar

/** An open dossier whose promised date a change of the calendar moves. */
export type Move = { id: string; label: string; clock: ClockName; was: Date; due: Date; isBehind: boolean }

export type Moves = {
  readonly count: number
  /** How many would be due earlier than promised and at an hour already gone by: such a change is refused. */
  readonly behind: number
  /** The first of them, those that hinder before the others. */
  readonly first: readonly Move[]
}

const batch = 2000
const listed = 100

/** What a change of the calendar would do to the open dossiers, before anybody applies it. Refusal: `calendar-year-missing`. */
export async function movesOf(db: Sql, change: CalendarChange, now: Date) {
  const planned = await plannedCalendar(db, change, now)
  return planned.ok ? done(await count(db, change.agency, planned.value.of, now)) : planned
}

/**
 * Changes the calendar and with it the promised dates of all open dossiers, each with its line in the ledger and a notice to its applicant, and those of the steps they are in; all or nothing. Refusals:
 * `not-permitted`, `calendar-year-missing`, `clock-is-behind`, `promised-date-gone-by` (with `count` and the first of them) when a date would be moved back to an hour
 * that has already passed: what was promised to a person is then still to be kept.
 */
export async function changeDays(desk: DossierDesk, change: CalendarChange, why: Why) {
  const { sql, actor, now } = desk
  if (!holds(actor, 'administrator') && actor.kind !== 'system') return refused('not-permitted')
  // Dossiers first, then the calendar: the same order in which an act takes them.
  await raw`select id from dossiers.dossier d where ${open(change.agency)} order by id for update`.execute(sql)
  await holdCalendar(sql)
  const changed = await changeCalendar(desk, change)
  if (!changed.ok) return changed
  let moved = 0
  for await (const { renewals, dossiers } of renewalsIn(sql, change.agency, changed.value, now)) {
    const behind = renewals.filter(({ isBehind }) => isBehind)
    if (behind.length > 0) {
      const { behind: number, first } = await count(sql, change.agency, changed.value, now)
      const labels = first.map(({ label }) => label).slice(0, 10)
      return refused('promised-date-gone-by', { count: number, first: labels, law: 'chưa kiểm chứng' })
    }
    await writeRenewals(desk, renewals, { ...why, calendarOf: changed.value })
    await promise(sql, renewals)
    await moveStepDues(sql, dossiers, changed.value)
    await tell(desk, renewals, why)
    moved += renewals.length
  }
  return done({ moved })
}

async function count(db: Sql, agency: string | undefined, calendarOf: CalendarOf, now: Date): Promise<Moves> {
  let [all, behind] = [0, 0]
  let first: Renewal[] = []
  for await (const { renewals } of renewalsIn(db, agency, calendarOf, now)) {
    all += renewals.length
    behind += renewals.filter(({ isBehind }) => isBehind).length
    const hindering = renewals.filter(({ isBehind }) => isBehind)
    first = [...first, ...hindering, ...renewals.slice(0, listed)]
      .toSorted((a, b) => Number(b.isBehind) - Number(a.isBehind))
      .slice(0, listed)
  }
  const labels = await labelsOf(db, first)
  return {
    count: all,
    behind,
    first: [...new Set(first)].map(({ subject, clock, was, due, isBehind }) => {
      return { id: subject, label: labels.get(subject) ?? '', clock, was, due, isBehind }
    }),
  }
}

/** The moves of all open dossiers, two thousand dossiers at a time. */
async function* renewalsIn(db: Sql, agency: string | undefined, calendarOf: CalendarOf, now: Date) {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await raw<{ id: string }>`
      select d.id
      from dossiers.dossier d
      where ${open(agency)} and d.id > ${after}::uuid
      order by d.id
      limit ${batch}`.execute(db)
    if (rows.length === 0) return
    after = rows.at(-1)!.id
    const ids = rows.map(({ id }) => id)
    const renewals = await renewalsOf(db, [...ids, ...(await openLegsOf(db, ids))], calendarOf, now)
    yield { renewals: agency ? renewals.filter((one) => one.agency === agency) : renewals, dossiers: ids }
  }
}

/** Open is what has a promised date and no result yet; whether its clock runs, its ledger says. */
function open(agency: string | undefined) {
  const own = agency
    ? raw`and (d.agency = ${agency}::uuid or d.reception = ${agency}::uuid
        or exists (select from dossiers.leg l where l.dossier = d.id and l.agency = ${agency}::uuid and l.outcome is null))`
    : raw``
  return raw`d.due is not null and d.issued_at is null and d.returned_at is null ${own}`
}

/** What other agencies still have of these dossiers: their hours move with the calendar too. */
async function openLegsOf(db: Sql, dossiers: readonly string[]): Promise<string[]> {
  const { rows } = await raw<{ id: string }>`
    select id from dossiers.leg where dossier = any(${[...dossiers]}::uuid[]) and outcome is null`.execute(db)
  return rows.map(({ id }) => id)
}

async function promise(db: Sql, renewals: readonly Renewal[]): Promise<void> {
  if (renewals.length === 0) return
  const rows = renewals.map(({ subject, clock, due }) => ({ subject, clock, due }))
  await raw`
    update dossiers.dossier d
    set due = r.due,
      intake_due = case when r.clock = 'intake' then r.due else d.intake_due end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (subject uuid, clock text, due timestamptz)
    where d.id = r.subject`.execute(db)
  await raw`
    update dossiers.leg l
    set due = r.due
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (subject uuid, clock text, due timestamptz)
    where l.id = r.subject and r.clock = 'leg'`.execute(db)
}

/** Whoever waits hears the old date, the new one and why: one message for a dossier, of its settlement when both clocks moved. */
async function tell(
  { sql, now, announce }: DossierDesk,
  renewals: readonly Renewal[],
  { ground, law }: Why,
): Promise<void> {
  if (renewals.length === 0) return
  const moved = new Map<string, Renewal & { clock: 'intake' | 'settlement' }>()
  for (const one of renewals) {
    const { clock } = one
    if (clock !== 'leg' && (clock === 'settlement' || !moved.has(one.subject)))
      moved.set(one.subject, { ...one, clock })
  }
  const { rows } = await raw<Told>`
    select id, applicant, procedure, reference, code from dossiers.dossier where id = any(${[...moved.keys()]}::uuid[])`.execute(
    sql,
  )
  const moves = rows.map(({ id, ...told }) => {
    const { clock, was, due } = moved.get(id)!
    return { dossier: id, ...told, clock, was: was.toISOString(), due: due.toISOString() }
  })
  await announce({ type: 'dossiers.dates-moved', moves, why: ground, law, at: now.toISOString() })
}

type Why = { ground: string; law?: string }
type Told = { id: string; applicant: string; procedure: string; reference: string; code: string | null }

async function labelsOf(db: Sql, moves: readonly Renewal[]): Promise<Map<string, string>> {
  if (moves.length === 0) return new Map()
  const subjects = moves.map(({ subject }) => subject)
  const { rows } = await raw<{ id: string; code: string | null; reference: string | null }>`
    select id, code, reference from dossiers.dossier where id = any(${subjects}::uuid[])
    union all
    select l.id, d.code, d.reference from dossiers.leg l join dossiers.dossier d on d.id = l.dossier
    where l.id = any(${subjects}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, code, reference }) => [id, code ?? reference ?? id]))
}
