import { sql as raw } from 'kysely'
import type { Actor } from '../audit/index.ts'
import type { Sql } from '../ground/database.ts'
import type { Desk } from '../ground/desk.ts'
import { type Calendar, clockOf, promisedAnew } from './law/index.ts'
import { agencyOf, type ClockName, ledgersOf, ledgersChanged } from './ledgers.ts'

/** A clock whose promised date a calendar moves. */
export type Renewal = {
  readonly subject: string
  readonly clock: ClockName
  readonly position: number
  readonly was: Date
  readonly due: Date
  readonly agency: string | null
  /** Earlier than promised and already gone by: what the house never does to anybody. */
  readonly isBehind: boolean
}

/** Which running clocks of these subjects would be due at another minute by these calendars. */
export async function renewalsOf(
  db: Sql,
  subjects: readonly string[],
  calendarOf: (agency?: string | null) => Calendar,
  now: Date,
): Promise<Renewal[]> {
  const renewals: Renewal[] = []
  for (const [subject, clocks] of await ledgersOf(db, subjects))
    for (const clock of ['intake', 'settlement', 'leg'] as const) {
      const ledger = clocks[clock]
      if (!ledger || ledger.at(-1)!.kind === 'stopped' || ledger.at(-1)!.kind === 'paused') continue
      const agency = agencyOf(ledger)
      const calendar = calendarOf(agency)
      const { due: was } = clockOf(calendar, ledger)
      const due = promisedAnew(calendar, ledger)
      if (!was || !due || was.getTime() === due.getTime()) continue
      const isBehind = due < was && due <= now
      renewals.push({ subject, clock, position: ledger.length + 1, was, due, agency: agency ?? null, isBehind })
    }
  return renewals
}

/** Writes a line `recomputed` for each: the new date, the old one, and why. */
export async function writeRenewals(
  { sql, actor, now }: Desk<Actor, never>,
  renewals: readonly Renewal[],
  { ground, law, calendarOf }: { ground: string; law?: string; calendarOf: (agency?: string | null) => Calendar },
): Promise<void> {
  if (renewals.length === 0) return
  const rows = renewals.map(({ subject, clock, position, was, due, agency }) => {
    const { version, local = null } = calendarOf(agency)
    return { subject, clock, position, was, due, agency, version, local }
  })
  await raw`
    insert into calendar.clock_event
      (subject, clock, position, kind, at, recorded_at, due, was, ground, law, calendar, local_calendar, agency, by)
    select r.subject, r.clock, r.position, 'recomputed', ${now}, ${now}, r.due, r.was, ${ground}, ${law ?? null}, r.version, r.local, r.agency,
      ${actor.id}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      subject uuid, clock text, position integer, was timestamptz, due timestamptz, agency uuid, version uuid, local uuid
    )`.execute(sql)
  for (const { subject } of renewals) ledgersChanged(sql, subject)
}
