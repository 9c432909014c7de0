import { sql } from 'kysely'
import { type Day, dayOf } from '../ground/day.ts'
import type { Sql } from '../ground/database.ts'
import { keptByEdition, newEdition } from '../ground/editions.ts'
import { newId } from '../ground/uuid.ts'
import { type Calendar, type CalendarYear, calendarFrom, type SpecialDay, type Week, withLocal } from './law/index.ts'

/** Versions never change once written, so a calendar read once may be kept. */
const known = new Map<string, Calendar>()
const enough = 1000

/** The calendar in force at this instant: the province's, with this agency's own hours and closures over it. */
export async function calendarFor(db: Sql, now: Date, agency?: string | null): Promise<Calendar> {
  return (await calendarsFor(db, now, agency ? [agency] : []))(agency)
}

type Row = {
  id: string
  agency: string | null
  from: Day
  version: number
  hours: unknown
  first: number | null
  last: number | null
}

/** Every version of every calendar, the latest first, read again only when one was added. */
const versions = keptByEdition('calendar', async (db): Promise<ReadonlyMap<string | null, readonly Row[]>> => {
  const { rows } = await sql<Row>`
    select id, agency, valid_from as "from", version, hours, decided_from as first, decided_until as last
    from calendar.calendar
    order by agency, valid_from desc, version desc`.execute(db)
  return Map.groupBy(rows, ({ agency }) => agency)
})

/** The calendars in force for several agencies at once, so that a list is one question. */
export async function calendarsFor(
  db: Sql,
  now: Date,
  agencies: Iterable<string | null | undefined>,
): Promise<(agency?: string | null) => Calendar> {
  const today = dayOf(now)
  const all = await versions(db)
  const inForce = (agency: string | null) => all.get(agency)?.find(({ from }) => from <= today)
  const province = inForce(null)
  if (!province) throw new Error('the province has no calendar; load one first')

  const base = await kept(province.id, () => readProvince(db, province))
  const local = new Map<string, Calendar>()
  for (const agency of new Set(agencies)) {
    const own = agency ? inForce(agency) : undefined
    if (own) local.set(own.agency!, await kept(`${province.id} ${own.id}`, () => readLocal(db, base, own)))
  }
  return (agency) => (agency ? local.get(agency) : undefined) ?? base
}

async function kept(key: string, read: () => Promise<Calendar>): Promise<Calendar> {
  const before = known.get(key)
  if (before) return before
  const calendar = await read()
  if (known.size >= enough) known.clear()
  known.set(key, calendar)
  return calendar
}

async function readProvince(db: Sql, { id, hours, first, last }: Row): Promise<Calendar> {
  const days = await daysOf(db, id)
  const isDecided = ({ day }: SpecialDay) => Number(day.slice(0, 4)) >= first! && Number(day.slice(0, 4)) <= last!
  const years = Array.from({ length: last! - first! + 1 }, (_, index) => ({
    year: first! + index,
    days: days.filter(({ day }) => Number(day.slice(0, 4)) === first! + index),
  }))
  return calendarFrom({ version: id, hours: hours as Week, years, extra: days.filter((day) => !isDecided(day)) })
}

async function readLocal(db: Sql, base: Calendar, { id, hours }: Row): Promise<Calendar> {
  return withLocal(base, { version: id, hours: (hours as Week | null) ?? undefined, days: await daysOf(db, id) })
}

async function daysOf(db: Sql, calendar: string): Promise<SpecialDay[]> {
  const rows = await db
    .selectFrom('calendar.exception')
    .select(['day', 'kind', 'sessions', 'name', 'source', 'status'])
    .where('calendar', '=', calendar)
    .orderBy('day')
    .execute()
  return rows.map(({ sessions, ...rest }) => (sessions ? { ...rest, sessions } : rest) as unknown as SpecialDay)
}

/** The agency's own week and days as they stand, without the province's; none when it has no calendar of its own. */
export async function localOf(
  db: Sql,
  now: Date,
  agency: string,
): Promise<{ hours: Week | null; days: SpecialDay[] } | undefined> {
  const row = await db
    .selectFrom('calendar.calendar')
    .select(['id', 'hours'])
    .where('agency', '=', agency)
    .where('valid_from', '<=', dayOf(now))
    .orderBy('valid_from', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { hours: row.hours as unknown as Week | null, days: await daysOf(db, row.id) }
}

export type CalendarDraft = {
  readonly name: string
  readonly validFrom: Day
  readonly source: string
  /** The agency whose own calendar this is; the province's without one. */
  readonly agency?: string
  /** An agency without hours of its own keeps the province's. */
  readonly hours: Week | null
  readonly years: readonly CalendarYear[]
  readonly extra?: readonly SpecialDay[]
}

/** Writes a calendar in its next version; nothing that was counted by an earlier one changes. */
export async function insertCalendar(db: Sql, draft: CalendarDraft, now: Date): Promise<string> {
  const { name, validFrom, hours, years, extra = [], source, agency = null } = draft
  const id = newId(now)
  const last = await db
    .selectFrom('calendar.calendar')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('name', '=', name)
    .executeTakeFirst()
  const decided = agency ? [] : years.map(({ year }) => year)
  await db
    .insertInto('calendar.calendar')
    .values({
      id,
      name,
      agency,
      version: (last?.version ?? 0) + 1,
      valid_from: validFrom,
      hours: hours && JSON.stringify(hours),
      decided_from: decided.length > 0 ? Math.min(...decided) : null,
      decided_until: decided.length > 0 ? Math.max(...decided) : null,
      source,
      created_at: now,
    })
    .execute()
  await insertDays(db, id, [...years.flatMap(({ days }) => days), ...extra])
  newEdition(db)
  return id
}

async function insertDays(db: Sql, calendar: string, days: readonly SpecialDay[]): Promise<void> {
  if (days.length === 0) return
  await db
    .insertInto('calendar.exception')
    .values(
      days.map(({ day, kind, sessions, name, source, status }) => ({
        calendar,
        day,
        kind,
        sessions: sessions ? JSON.stringify(sessions) : null,
        name,
        source,
        status,
      })),
    )
    .execute()
}
