import { sql as raw } from 'kysely'
import type { Actor } from '../audit/index.ts'
import type { Sql, Tx } from '../ground/database.ts'
import type { Desk } from '../ground/desk.ts'
import { appendClock, type ClockEvent, clockOf } from './law/index.ts'
import { calendarFor } from './store.ts'

/** Two clocks of a dossier, and the one of each leg that another agency has. */
export type ClockName = 'intake' | 'settlement' | 'leg'

/** The ledger of one clock, oldest line first. */
export async function ledgerOf(db: Sql, subject: string, clock: ClockName): Promise<ClockEvent[]> {
  const rows = await lines(db).where('subject', '=', subject).where('clock', '=', clock).orderBy('position').execute()
  return rows.map(eventOf)
}

/** The ledgers of many subjects at once, so that a list of dossiers is one question. */
export async function ledgersOf(
  db: Sql,
  subjects: readonly string[],
): Promise<Map<string, Partial<Record<ClockName, ClockEvent[]>>>> {
  if (subjects.length === 0) return new Map()
  const rows = await lines(db)
    .where((eb) => eb('subject', '=', eb.fn.any(raw<string[]>`${[...subjects]}::uuid[]`)))
    .orderBy('subject')
    .orderBy('clock')
    .orderBy('position')
    .execute()
  const ledgers = new Map<string, Partial<Record<ClockName, ClockEvent[]>>>()
  for (const row of rows) {
    const own = ledgers.get(row.subject) ?? {}
    ledgers.set(row.subject, own)
    const events = (own[row.clock as ClockName] ??= [])
    events.push(eventOf(row))
  }
  return ledgers
}

function lines(db: Sql) {
  return db
    .selectFrom('calendar.clock_event')
    .select(['subject', 'clock', 'kind', 'at', 'time_limit', 'minutes', 'due', 'was', 'ground', 'law', 'agency'])
}

type Line = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

function eventOf({ kind, at, time_limit: limit, minutes, due, was, ground, law, agency }: Line): ClockEvent {
  return {
    kind: kind as ClockEvent['kind'],
    at,
    ...(limit ? { limit: limit as unknown as ClockEvent['limit'] } : {}),
    ...(minutes === null ? {} : { minutes }),
    ...(due ? { due } : {}),
    ...(was ? { was } : {}),
    ...(ground ? { ground } : {}),
    ...(law ? { law } : {}),
    ...(agency ? { agency } : {}),
  } as ClockEvent
}

/** The agency by whose calendar a clock counts: the last one that its ledger names. */
export function agencyOf(ledger: readonly ClockEvent[] | undefined): string | undefined {
  return ledger?.findLast(({ agency }) => agency)?.agency
}

/** While somebody counts, nobody changes the calendar; whoever changes it waits for them and they for it. */
export async function shareCalendar(tx: Tx): Promise<void> {
  await raw`select pg_advisory_xact_lock_shared(hashtext('calendar'))`.execute(tx)
}

/** Keeps everybody from counting until this transaction ends, and waits for those who do. */
export async function holdCalendar(tx: Tx): Promise<void> {
  await raw`select pg_advisory_xact_lock(hashtext('calendar'))`.execute(tx)
}

/**
 * Adds a line to a clock's ledger and returns the due date it promises, counted by the calendar of the agency that the line or one before it
 * names. Refusal: `clock-wrong-state`.
 */
export async function tellClock(
  { sql, actor, now, alongside }: Desk<Actor, never>,
  subject: string,
  clock: ClockName,
  event: ClockEvent,
): Promise<Date | undefined> {
  alongside(shareCalendar(sql))
  const reading = ledgerOf(sql, subject, clock)
  // Most events name the agency: then its calendar is asked for along with the ledger.
  const [ledger, named] = await Promise.all([reading, event.agency && calendarFor(sql, now, event.agency)])
  const agency = event.agency ?? agencyOf(ledger)
  const calendar = named || (await calendarFor(sql, now, agency))
  const line = appendClock(calendar, ledger, event)
  // The transition table only leads here in states in which the clock takes the event: anything else is a fault.
  if (!line.ok) throw new Error(`the ${clock} clock of ${subject} does not take ${event.kind}: ${line.refusal}`)
  const row = {
    subject,
    clock,
    position: ledger.length + 1,
    kind: line.value.kind,
    at: line.value.at,
    recorded_at: now,
    time_limit: line.value.limit ? JSON.stringify(line.value.limit) : null,
    minutes: line.value.minutes ?? null,
    due: line.value.due ?? null,
    was: line.value.was ?? null,
    ground: line.value.ground ?? null,
    law: line.value.law ?? null,
    calendar: calendar.version,
    local_calendar: calendar.local ?? null,
    agency: agency ?? null,
    by: actor.id,
  }
  alongside(sql.insertInto('calendar.clock_event').values(row).execute())
  return clockOf(calendar, [...ledger, line.value]).due
}
