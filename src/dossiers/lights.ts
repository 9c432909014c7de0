import {
  agencyOf,
  type Calendar,
  calendarsFor,
  type Clock,
  clockLight,
  clockOf,
  ledgersOf,
  type Light,
  remaining,
  type Remaining,
} from '../calendar/index.ts'
import { type State, stepLight } from './law/index.ts'
import type { Reader } from './read.ts'
import { staysOf } from './stays.ts'

/** How a dossier stands with its time: the clock that counts now, its light, and what is left while it runs. */
export type Timing = {
  readonly calendar: Calendar
  readonly clock: Clock
  readonly light: Light
  readonly left: Remaining | null
  /** It ended before there was a result: nothing was done in time, and nothing late. */
  readonly isGivenUp: boolean
  /** The step it is in now, with the time of that step; none at the applicant's, or when all is done. */
  readonly step: { readonly name: string; readonly light: Light; readonly left: Remaining | null } | null
}

type Timed = { readonly id: string; readonly code: string | null; readonly state: State }

/** Of these the answer is given, and the time of a step counts no more. */
const answered: ReadonlySet<State> = new Set([
  'issued',
  'refused',
  'ready-to-return',
  'returned',
  'not-collected',
  'archived',
])

const givenUp: ReadonlySet<State> = new Set(['rejected', 'withdrawn', 'stopped'])

/** The timing of a list: four questions to the database, however long the list is. */
export async function timingsOf(
  { db, now }: Pick<Reader, 'db' | 'now'>,
  rows: readonly Timed[],
): Promise<ReadonlyMap<string, Timing>> {
  if (rows.length === 0) return new Map()
  const ids = rows.map(({ id }) => id)
  const [ledgers, stays] = await Promise.all([ledgersOf(db, ids), staysOf(db, ids)])
  // Until it has its code the counter's time to answer runs, from then on the agency's.
  const ledgerOf = ({ id, code }: Timed) => ledgers.get(id)?.[code ? 'settlement' : 'intake'] ?? []
  const agencies = rows.map((row) => agencyOf(ledgerOf(row)))
  const openOf = ({ id }: Timed) => stays.get(id)?.findLast(({ endedAt }) => endedAt === null)
  const calendarOf = await calendarsFor(db, now, [...agencies, ...rows.map((row) => openOf(row)?.unit)])
  return new Map(
    rows.map((row) => {
      const ledger = ledgerOf(row)
      const calendar = calendarOf(agencyOf(ledger))
      const clock = clockOf(calendar, ledger)
      // Answered by the counter, and nothing runs until the applicant has answered too.
      const waits = row.state === 'returned-with-guidance'
      const light = waits ? 'paused' : clockLight(calendar, clock, now)
      const left = clock.due && clock.state === 'running' ? remaining(calendar, now, clock.due) : null
      const open = answered.has(row.state) ? undefined : openOf(row)
      const step = open ? { name: open.name, ...stepLight(calendarOf(open.unit), stays.get(row.id)!, now) } : null
      // An archived one kept how it ended in its ledger: a result stops the clock by being issued.
      const isGivenUp =
        givenUp.has(row.state) || (row.state === 'archived' && ledger.findLast(isStop)?.ground !== 'issued')
      return [row.id, { calendar, clock, light, left, isGivenUp, step }]
    }),
  )
}

const isStop = ({ kind }: { kind: string }) => kind === 'stopped'

type Told = { light: Light; remaining: { minutes: number; text: { vi: string; en: string } } | null }
const told = ({ light, left }: { light: Light; left: Remaining | null }): Told => ({
  light,
  remaining: left && { minutes: left.minutes, text: left.text },
})

/** The light of each row of a list and of the step it is in, and what is left of their time, as doors for machines tell it. */
export async function withLights<Row extends Timed>(
  at: Pick<Reader, 'db' | 'now'>,
  rows: readonly Row[],
): Promise<(Row & Told & { step: ({ name: string } & Told) | null })[]> {
  const timings = await timingsOf(at, rows)
  return rows.map((row) => {
    const timing = timings.get(row.id)!
    const { step } = timing
    return { ...row, ...told(timing), step: step && { name: step.name, ...told(step) } }
  })
}
