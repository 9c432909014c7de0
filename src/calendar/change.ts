import { type Actor, write } from '../audit/index.ts'
import { dayOf } from '../ground/day.ts'
import type { Sql } from '../ground/database.ts'
import type { Desk } from '../ground/desk.ts'
import { done, refused, type Result } from '../ground/result.ts'
import { type Calendar, calendarFrom, type SpecialDay, type Week, withLocal } from './law/index.ts'
import { type CalendarDraft, calendarFor, calendarsFor, insertCalendar, localOf } from './store.ts'

/** What is to become of the calendar: of the province, or of one agency, with the paper that says so. */
export type CalendarChange = {
  readonly agency?: string
  /** Days that get a meaning of their own, in place of what they had. */
  readonly set?: readonly SpecialDay[]
  /** Days that follow their weekday again, or for an agency the province. */
  readonly clear?: readonly string[]
  /** A whole year as decided; replaces all that was known of it. */
  readonly year?: { readonly year: number; readonly days: readonly SpecialDay[] }
  /** New office hours of the week; `null` for an agency: the province's again. */
  readonly hours?: Week | null
  readonly source: string
}

/** The calendar as it would be, not yet written, and the version that would be. Refusal: `calendar-year-missing`. */
export async function plannedCalendar(
  db: Sql,
  change: CalendarChange,
  now: Date,
): Promise<Result<{ draft: CalendarDraft; of: (agency?: string | null) => Calendar }, 'calendar-year-missing'>> {
  const before = await calendarFor(db, now)
  if (change.agency) return done(await plannedLocal(db, change, change.agency, before, now))
  const { decidedFrom, decidedUntil } = before
  const first = Math.min(decidedFrom, change.year?.year ?? decidedFrom)
  const last = Math.max(decidedUntil, change.year?.year ?? decidedUntil)
  if (last - first > decidedUntil - decidedFrom + 1)
    return refused('calendar-year-missing', { year: decidedUntil + 1, found: change.year?.year })

  const days = changedDays(
    before.days.filter(({ day }) => Number(day.slice(0, 4)) !== change.year?.year),
    { ...change, set: [...(change.year?.days ?? []), ...(change.set ?? [])] },
  )
  const years = Array.from({ length: last - first + 1 }, (_, index) => ({
    year: first + index,
    days: days.filter(({ day }) => Number(day.slice(0, 4)) === first + index),
  }))
  const extra = days.filter(({ day }) => Number(day.slice(0, 4)) < first || Number(day.slice(0, 4)) > last)
  const hours = change.hours ?? before.hours
  const draft = { name: 'Lịch làm việc của tỉnh', validFrom: dayOf(now), hours, years, extra, source: change.source }
  const province = calendarFrom({ version: 'planned', hours, years, extra })
  const own = await localsOf(db, now)
  const local = new Map([...own].map(([agency, one]) => [agency, withLocal(province, one)]))
  return done({ draft, of: (agency) => (agency ? local.get(agency) : undefined) ?? province })
}

async function plannedLocal(db: Sql, change: CalendarChange, agency: string, before: Calendar, now: Date) {
  const own = await localOf(db, now, agency)
  const days = changedDays(own?.days ?? [], change)
  const hours = change.hours === undefined ? (own?.hours ?? null) : change.hours
  const years = [{ year: 0, days }]
  const draft = { name: `agency ${agency}`, agency, validFrom: dayOf(now), hours, years, source: change.source }
  const planned = withLocal(before, { version: 'planned', hours: hours ?? undefined, days })
  return { draft, of: () => planned }
}

function changedDays(days: readonly SpecialDay[], { set = [], clear = [] }: CalendarChange): SpecialDay[] {
  const gone = new Set<string>([...clear, ...set.map(({ day }) => day)])
  return [...days.filter(({ day }) => !gone.has(day)), ...set].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

async function localsOf(db: Sql, now: Date) {
  const rows = await db
    .selectFrom('calendar.calendar')
    .select('agency')
    .distinct()
    .where('agency', 'is not', null)
    .execute()
  const locals = new Map<string, { version: string; hours?: Week; days: SpecialDay[] }>()
  for (const { agency } of rows) {
    const own = await localOf(db, now, agency!)
    if (own) locals.set(agency!, { version: 'planned', hours: own.hours ?? undefined, days: own.days })
  }
  return locals
}

/**
 * Writes the next version of a calendar; the caller then renews what it moves. Refusals: `calendar-year-missing`, `clock-is-behind` when the
 * machine's clock stands before a calendar that is already written: by an early clock nothing promised is changed.
 */
export async function changeCalendar(
  { sql, actor, now }: Desk<Actor, never>,
  change: CalendarChange,
): Promise<Result<(agency?: string | null) => Calendar, 'calendar-year-missing' | 'clock-is-behind'>> {
  const latest = await sql
    .selectFrom('calendar.calendar')
    .select((eb) => eb.fn.max('created_at').as('at'))
    .executeTakeFirst()
  if (latest?.at && latest.at > now) return refused('clock-is-behind', { latest: latest.at })
  const planned = await plannedCalendar(sql, change, now)
  if (!planned.ok) return planned
  const id = await insertCalendar(sql, planned.value.draft, now)
  const { agency, source, set = [], clear = [], year, hours } = change
  const days = [...set.map(({ day, kind }) => `${day} ${kind}`), ...clear]
  const details = { calendar: id, agency, source, days, year: year?.year, hours: hours !== undefined }
  await write(sql, { stream: 'system', act: 'change-calendar', actor: actor.id, details, occurredAt: now })
  const agencies = await sql.selectFrom('calendar.calendar').select('agency').distinct().execute()
  return done(
    await calendarsFor(
      sql,
      now,
      agencies.map((row) => row.agency),
    ),
  )
}
