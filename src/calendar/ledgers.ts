import { type RawBuilder, sql as raw } from 'kysely'
import type { Actor } from '../audit/index.ts'
import type { Sql, Tx } from '../ground/database.ts'
import type { Desk } from '../ground/desk.ts'
import { type Editions, newEdition, noteEditions } from '../ground/editions.ts'
import { askedOnce, keepsNotes } from '../ground/notes.ts'
import { layRow, written } from '../ground/written.ts'
import { appendClock, type ClockEvent, clockOf } from './law/index.ts'
import { calendarFor } from './store.ts'

/** Two clocks of a dossier, and the one of each leg that another agency has. */
export type ClockName = 'intake' | 'settlement' | 'leg'

/** The ledgers of all clocks of a subject, oldest line first. */
export type Ledgers = Partial<Record<ClockName, ClockEvent[]>>

const ledgers = askedOnce(async (db, subject) => {
  const { rows } = await raw<{ lines: Written[] | null }>`select ${linesIn(raw`${subject}::uuid`)} as lines`.execute(db)
  return ledgersFrom(rows[0]!.lines)
})

/** Another question brought the ledgers of this subject along. */
export const noteLedgers = (db: Sql, subject: string, brought: Promise<Ledgers>): void =>
  ledgers.note(db, subject, brought)

/** Lines were written into this subject's ledgers otherwise than by `tellClock`. */
export const ledgersChanged = (db: Sql, subject: string): void => ledgers.changed(db, subject)

/** The ledger of one clock, oldest line first. */
export async function ledgerOf(db: Sql, subject: string, clock: ClockName): Promise<readonly ClockEvent[]> {
  return (await ledgers.of(db, subject))[clock] ?? []
}

/** The lines of a subject's clocks as a part of another question; `ledgersFrom` reads them. */
export function linesIn(subject: RawBuilder<unknown>): RawBuilder<Written[] | null> {
  return raw`(
    select json_agg(l)
    from (
      select clock, kind, at, time_limit, minutes, due, was, ground, law, agency
      from calendar.clock_event
      where subject = ${subject}
      order by clock, position
    ) l
  )`
}

export function ledgersFrom(lines: readonly Written[] | null): Ledgers {
  const own: Ledgers = {}
  for (const { at, due, was, ...line } of lines ?? [])
    (own[line.clock as ClockName] ??= []).push(
      eventOf({ ...line, at: new Date(at), due: instant(due), was: instant(was) }),
    )
  return own
}

const instant = (text: string | null) => (text === null ? null : new Date(text))

/** The ledgers of many subjects at once, so that a list of dossiers is one question. */
export async function ledgersOf(db: Sql, subjects: readonly string[]): Promise<Map<string, Ledgers>> {
  if (subjects.length === 0) return new Map()
  const [only] = subjects
  if (only && subjects.length === 1 && keepsNotes(db)) return new Map([[only, await ledgers.of(db, only)]])
  const rows = await lines(db)
    .where((eb) => eb('subject', '=', eb.fn.any(raw<string[]>`${[...subjects]}::uuid[]`)))
    .orderBy('subject')
    .orderBy('clock')
    .orderBy('position')
    .execute()
  const found = new Map<string, Ledgers>()
  for (const row of rows) {
    const own = found.get(row.subject) ?? {}
    found.set(row.subject, own)
    const events = (own[row.clock as ClockName] ??= [])
    events.push(eventOf(row))
  }
  return found
}

function lines(db: Sql) {
  return db
    .selectFrom('calendar.clock_event')
    .select(['subject', 'clock', 'kind', 'at', 'time_limit', 'minutes', 'due', 'was', 'ground', 'law', 'agency'])
}

type Line = Omit<Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number], 'subject'>
/** A line as JSON tells it. */
type Written = Omit<Line, 'at' | 'due' | 'was'> & { at: string; due: string | null; was: string | null }

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

/** As a part of another question: keeps the calendar as it is until the act ends, and brings the editions that are then in force. */
export const sharedEditions: RawBuilder<Editions> = raw`calendar.shared_editions()`

const asking = written((_db, _: object) => raw<{ editions: Editions }>`select ${sharedEditions} as editions`)
const sharing = askedOnce(async (tx) => (await asking.first(tx, {}))!.editions)

/** Another question brought the shared calendar along. */
export function noteShared(tx: Tx, brought: Promise<Editions>): void {
  sharing.note(tx, '', brought)
  noteEditions(tx, brought)
}

/** While somebody counts, nobody changes the calendar; whoever changes it waits for them and they for it. */
function shareCalendar(tx: Tx): Promise<Editions> {
  const shared = sharing.of(tx, '')
  noteEditions(tx, shared)
  return shared
}

/** Keeps everybody from counting until this transaction ends, and waits for those who do. */
export async function holdCalendar(tx: Tx): Promise<void> {
  await raw`select pg_advisory_xact_lock(hashtext('calendar'))`.execute(tx)
  newEdition(tx)
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
  const [own] = await Promise.all([ledgers.of(sql, subject), shareCalendar(sql)])
  const ledger = (own[clock] ??= [])
  const agency = event.agency ?? agencyOf(ledger)
  const calendar = await calendarFor(sql, now, agency)
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
  alongside(layRow(sql, 'calendar.clock_event', row))
  ledger.push(line.value)
  return clockOf(calendar, ledger).due
}
