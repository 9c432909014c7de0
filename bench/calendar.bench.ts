import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withClient } from '../src/ground/postgres/roles.ts'
import { system } from '../src/audit/index.ts'
import {
  type Calendar,
  calendarFor,
  dueAt,
  readCalendarCsv,
  type SpecialDay,
  type TimeLimit,
  usualHours,
} from '../src/calendar/index.ts'
import { lawful } from '../src/calendar/testing/digest.ts'
import { dice, drawStart } from '../src/calendar/testing/draw.ts'
import { type Plain, slowCalendar } from '../src/calendar/testing/slow.ts'
import { changeDays, movesOf } from '../src/dossiers/index.ts'
import { addDays, at, day } from '../src/ground/day.ts'
import { newId } from '../src/ground/uuid.ts'
import { root } from '../src/main/open.ts'
import { openTestHouse, reacher } from '../journeys/reach.ts'
import { library, libraryDates, sameMinute } from './support/day-library.ts'
import { figure } from './support/figure.ts'

/**
 * Due dates a second in the year of the training province, beside the most used library of business time and beside walking minute by minute; how
 * many of the same cases each gets wrong; and how long a province with 100,000 open dossiers waits for the list of moves and for the change of a day.
 */
const open = Number(process.env['BENCH_OPEN'] ?? 100_000)

const limits: readonly TimeLimit[] = [
  { value: 8, unit: 'working-hours' },
  { value: 15, unit: 'working-days' },
  { value: 13, unit: 'working-days', countFrom: 'next-day' },
  { value: 30, unit: 'calendar-days' },
  { value: 1, unit: 'same-day' },
]

/** Answers a second for one limit, over two seconds, from starts that are never the same twice in a row. */
function rate(starts: readonly Date[], answer: (start: Date) => unknown): number {
  for (const start of starts) answer(start)
  const until = performance.now() + 2000
  let number = 0
  for (; performance.now() < until;) for (const start of starts) number += answer(start) ? 1 : 0
  return number / ((performance.now() - until + 2000) / 1000)
}

const cases = 2000

/** The year of the training province as the slow truth knows it. */
function plainYear(): Plain {
  const read = readCalendarCsv(readFileSync(join(root, 'provinces/demo/calendar-2026.csv'), 'utf8'))
  if (!read.ok) throw new Error('the demo year cannot be read')
  const days = read.value.days.map(({ day: when, kind, sessions }) => ({
    day: when,
    kind,
    ...(sessions ? { sessions } : {}),
  }))
  return { week: usualHours, years: [2026, 2026], days }
}

async function arithmetic(): Promise<void> {
  const of = dice(2026)
  const plain = plainYear()
  const [fast, slow] = [lawful(plain), slowCalendar(plain)]
  const theirs = await libraryDates(fast, day('2025-12-01'), day('2027-12-31'))
  const starts = Array.from({ length: cases }, () => drawStart(of, plain)).filter((at) => at.getUTCFullYear() === 2026)
  const few = starts.slice(0, 200)
  for (const limit of limits) {
    const name = `${limit.value} ${limit.unit}${limit.countFrom ? `, ${limit.countFrom}` : ''}`
    const own = rate(few, (start) => dueAt(fast, start, limit))
    const walking = rate(few, (start) => slow.due(start, limit))
    figure('calendar', `due date: ${name}`, own, 'due dates/s', { what: 'walking minute by minute', value: walking })
    const wrong = (answer: (start: Date) => Date) =>
      starts.filter((start) => !sameMinute(answer(start), slow.due(start, limit))).length
    figure(
      'calendar',
      `wrong of ${starts.length}: ${name}`,
      wrong((start) => dueAt(fast, start, limit)),
      'cases',
    )
    if (limit.unit !== 'working-hours' && limit.unit !== 'working-days') continue
    const library200 = rate(few, (start) => theirs(start, limit))
    figure('calendar', `due date: ${name}, beside a library`, own, 'due dates/s', { what: library, value: library200 })
    figure(
      'calendar',
      `wrong of ${starts.length}: ${name}, ${library}`,
      wrong((start) => theirs(start, limit)),
      'cases',
    )
  }
}

const closed = (when: string): SpecialDay => {
  return { day: day(when), kind: 'local-closure', name: 'Bão', source: '15/QĐ-UBND', status: 'confirmed' }
}

async function province(): Promise<void> {
  const { house, base, ownerUrl, close } = await openTestHouse()
  try {
    const { id } = await reacher(base).dossierIn('accepted')
    await fill(ownerUrl, id, await calendarFor(house.db, house.clock.now()))
    const change = { source: '15/QĐ-UBND', set: [closed('2026-03-05')] }
    const looked = await timed(() => movesOf(house.db, change, house.clock.now()))
    if (!looked.value.ok) throw new Error(looked.value.refusal)
    const seen = looked.value.value.count
    figure('calendar', `what a closed day would move, ${open} open dossiers`, looked.seconds, 's')
    figure('calendar', `what a closed day would move`, open / looked.seconds, 'dossiers/s')
    const actor = { ...system, posts: [] }
    const changed = await timed(() => house.atDesk(actor, (desk) => changeDays(desk, change, { ground: 'Bão' })))
    if (!changed.value.ok) throw new Error(changed.value.refusal)
    if (changed.value.value.moved !== seen) throw new Error('the list and the change disagree')
    figure('calendar', `a closed day applied, ${seen} promised dates moved`, changed.seconds, 's')
    figure('calendar', `a closed day applied`, seen / changed.seconds, 'dates moved/s', { what: 'aim', value: 1000 })
  } finally {
    await close()
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const from = performance.now()
  const value = await work()
  return { value, seconds: (performance.now() - from) / 1000 }
}

/** As many open dossiers as a province may have, like the one accepted by the acts, received in the last working days. */
async function fill(ownerUrl: string, like: string, calendar: Calendar): Promise<void> {
  const of = dice(7)
  const limit: TimeLimit = { value: 10, unit: 'working-days' }
  await withClient(ownerUrl, async (client) => {
    // What the database computes itself is not written.
    const { rows: listed } = await client.query<{ columns: string }>(
      `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
       where table_schema = 'dossiers' and table_name = 'dossier' and is_generated = 'NEVER'`,
    )
    const { columns } = listed[0]!
    for (let from = 0; from < open; from += 10_000) {
      const rows = Array.from({ length: Math.min(10_000, open - from) }, (_, index) => {
        const start = at(addDays(day('2026-03-02'), 0 - of.upTo(9)), of.upTo(1439))
        return { id: newId(), number: from + index, at: start, due: dueAt(calendar, start, limit) }
      })
      await client.query(
        `insert into dossiers.dossier (${columns})
         select ${columns.replaceAll(/(^|, )/g, '$1(made).')} from (
           select jsonb_populate_record(d, jsonb_build_object('id', r.id, 'code', 'B-' || r.number, 'reference', 'T-' || r.number, 'due', r.due)) as made
           from dossiers.dossier d, jsonb_to_recordset($2::jsonb) as r (id uuid, number integer, at timestamptz, due timestamptz)
           where d.id = $1) copies`,
        [like, JSON.stringify(rows)],
      )
      await client.query(
        `insert into calendar.clock_event (subject, clock, position, kind, at, recorded_at, time_limit, due, calendar, agency)
         select r.id, 'settlement', 1, 'started', r.at, r.at, $2::jsonb, r.due, $3, d.agency
         from dossiers.dossier d, jsonb_to_recordset($4::jsonb) as r (id uuid, at timestamptz, due timestamptz)
         where d.id = $1`,
        [like, JSON.stringify(limit), calendar.version, JSON.stringify(rows)],
      )
    }
    await client.query('analyze')
  })
}

await arithmetic()
await province()
