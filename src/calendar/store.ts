import type { Actor } from '../audit/index.ts'
import { type Day, dayOf } from '../ground/day.ts'
import type { Sql } from '../ground/database.ts'
import type { Desk } from '../ground/desk.ts'
import { remembered } from '../ground/remembered.ts'
import { newId } from '../ground/uuid.ts'
import {
  appendClock,
  type Calendar,
  type CalendarYear,
  calendarFrom,
  type ClockEvent,
  clockOf,
  type SpecialDay,
  type Week,
} from './law/index.ts'

/** Versions never change once written, so a calendar read once may be kept. */
const known = new Map<string, Calendar>()

/** The province's calendar in force at this instant; a new one reaches every process within ten seconds. */
export async function calendarFor(db: Sql, now: Date): Promise<Calendar> {
  const found = await inForce.of(db, dayOf(now))
  if (!found) throw new Error('the province has no calendar; load one first')
  return found
}

const inForce = remembered(10, async (db, day): Promise<Calendar | undefined> => {
  const row = await db
    .selectFrom('calendar.calendar')
    .select(['id', 'hours'])
    .where('valid_from', '<=', day)
    .orderBy('valid_from', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const before = known.get(row.id)
  if (before) return before
  const calendar = calendarFrom({
    version: row.id,
    hours: row.hours as unknown as Week,
    years: await yearsOf(db, row.id),
  })
  known.set(row.id, calendar)
  return calendar
})

async function yearsOf(db: Sql, calendar: string): Promise<CalendarYear[]> {
  const rows = await db
    .selectFrom('calendar.exception')
    .select(['day', 'kind', 'sessions', 'name', 'source', 'status'])
    .where('calendar', '=', calendar)
    .orderBy('day')
    .execute()
  const years = Map.groupBy(rows, (row) => Number(row.day.slice(0, 4)))
  return [...years].map(([year, days]) => ({
    year,
    days: days.map(({ sessions, ...rest }) => (sessions ? { ...rest, sessions } : rest) as unknown as SpecialDay),
  }))
}

/** Writes a calendar in its next version; nothing that was counted by an earlier one changes. */
export async function insertCalendar(
  db: Sql,
  {
    name,
    validFrom,
    hours,
    years,
    source,
  }: { name: string; validFrom: Day; hours: Week; years: CalendarYear[]; source: string },
  now: Date,
): Promise<string> {
  const id = newId(now)
  const last = await db
    .selectFrom('calendar.calendar')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('name', '=', name)
    .executeTakeFirst()
  await db
    .insertInto('calendar.calendar')
    .values({
      id,
      name,
      version: (last?.version ?? 0) + 1,
      valid_from: validFrom,
      hours: JSON.stringify(hours),
      source,
      created_at: now,
    })
    .execute()
  const days = years.flatMap((year) => year.days)
  if (days.length > 0) {
    await db
      .insertInto('calendar.exception')
      .values(
        days.map(({ day, kind, sessions, name: title, source: basis, status }) => ({
          calendar: id,
          day,
          kind,
          sessions: sessions ? JSON.stringify(sessions) : null,
          name: title,
          source: basis,
          status,
        })),
      )
      .execute()
  }
  inForce.forget(db)
  return id
}

export type ClockName = 'intake' | 'settlement'

/** The ledger of one clock, oldest line first. */
export async function ledgerOf(db: Sql, subject: string, clock: ClockName): Promise<ClockEvent[]> {
  return (await ledgersOf(db, [subject])).get(subject)?.[clock] ?? []
}

/** The ledgers of many subjects at once, so that a list of dossiers is one question. */
export async function ledgersOf(
  db: Sql,
  subjects: readonly string[],
): Promise<Map<string, Partial<Record<ClockName, ClockEvent[]>>>> {
  if (subjects.length === 0) return new Map()
  const rows = await db
    .selectFrom('calendar.clock_event')
    .select(['subject', 'clock', 'kind', 'at', 'time_limit', 'minutes', 'due', 'ground', 'law'])
    .where('subject', 'in', subjects)
    .orderBy('subject')
    .orderBy('clock')
    .orderBy('position')
    .execute()
  const ledgers = new Map<string, Partial<Record<ClockName, ClockEvent[]>>>()
  for (const { subject, clock, time_limit: limit, minutes, due, ground, law, kind, at } of rows) {
    const own = ledgers.get(subject) ?? {}
    ledgers.set(subject, own)
    const lines = (own[clock as ClockName] ??= [])
    lines.push({
      kind: kind as ClockEvent['kind'],
      at,
      ...(limit ? { limit: limit as unknown as ClockEvent['limit'] } : {}),
      ...(minutes === null ? {} : { minutes }),
      ...(due ? { due } : {}),
      ...(ground ? { ground } : {}),
      ...(law ? { law } : {}),
    })
  }
  return ledgers
}

/** Adds a line to a clock's ledger and returns the due date it promises. Refusal: `clock-wrong-state`. */
export async function tellClock(
  { sql, actor, now }: Desk<Actor, never>,
  subject: string,
  clock: ClockName,
  event: ClockEvent,
): Promise<Date | undefined> {
  const calendar = await calendarFor(sql, event.at)
  const ledger = await ledgerOf(sql, subject, clock)
  const line = appendClock(calendar, ledger, event)
  // The transition table only leads here in states in which the clock takes the event: anything else is a fault.
  if (!line.ok) throw new Error(`the ${clock} clock of ${subject} does not take ${event.kind}`)
  await sql
    .insertInto('calendar.clock_event')
    .values({
      subject,
      clock,
      position: ledger.length + 1,
      kind: line.value.kind,
      at: line.value.at,
      recorded_at: now,
      time_limit: line.value.limit ? JSON.stringify(line.value.limit) : null,
      minutes: line.value.minutes ?? null,
      due: line.value.due ?? null,
      ground: line.value.ground ?? null,
      law: line.value.law ?? null,
      calendar: calendar.version,
      by: actor.id,
    })
    .execute()
  return clockOf(calendar, [...ledger, line.value]).due
}
