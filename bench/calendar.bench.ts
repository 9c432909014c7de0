import { withClient } from '../src/ground/postgres/roles.ts'
import { system } from '../src/audit/index.ts'
import { type Calendar, calendarFor, dueAt, type SpecialDay, type TimeLimit } from '../src/calendar/index.ts'
import { lawful } from '../src/calendar/testing/digest.ts'
import { dice, drawCalendar, drawStart } from '../src/calendar/testing/draw.ts'
import { slowCalendar } from '../src/calendar/testing/slow.ts'
import { changeDays, movesOf } from '../src/dossiers/index.ts'
import { addDays, at, day } from '../src/ground/day.ts'
import { newId } from '../src/ground/uuid.ts'
import { openTestHouse, reacher } from '../journeys/reach.ts'

/**
 * Due dates a second, beside walking minute by minute (no library of business time is installed to stand beside it), and how long a province
 * with 100,000 open dossiers waits for the list of moves and for the change of a day.
 */
const open = Number(process.env['BENCH_OPEN'] ?? 100_000)

type Against = { what: string; value: number }

function figure(name: string, value: number, unit: string, against?: Against): void {
  const short = (number: number) => Number(number.toPrecision(4))
  const beside = against
    ? { against: { ...against, value: short(against.value) }, ratio: short(value / against.value) }
    : {}
  console.log(JSON.stringify({ bench: 'calendar', case: name, value: short(value), unit, ...beside }))
}

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

function arithmetic(): void {
  const of = dice(2026)
  const plain = drawCalendar(of)
  const [fast, slow] = [lawful(plain), slowCalendar(plain)]
  const starts = Array.from({ length: 200 }, () => drawStart(of, plain))
  for (const limit of limits) {
    const walking = rate(starts, (start) => slow.due(start, limit))
    const name = `due date: ${limit.value} ${limit.unit}${limit.countFrom ? `, ${limit.countFrom}` : ''}`
    const value = rate(starts, (start) => dueAt(fast, start, limit))
    figure(name, value, 'due dates/s', { what: 'walking minute by minute', value: walking })
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
    figure(`what a closed day would move, ${open} open dossiers`, looked.seconds, 's')
    figure(`what a closed day would move`, open / looked.seconds, 'dossiers/s')
    const actor = { ...system, posts: [] }
    const changed = await timed(() => house.atDesk(actor, (desk) => changeDays(desk, change, { ground: 'Bão' })))
    if (!changed.value.ok) throw new Error(changed.value.refusal)
    if (changed.value.value.moved !== seen) throw new Error('the list and the change disagree')
    figure(`a closed day applied, ${seen} promised dates moved`, changed.seconds, 's')
    figure(`a closed day applied`, seen / changed.seconds, 'dates moved/s', { what: 'aim', value: 1000 })
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
    for (let from = 0; from < open; from += 10_000) {
      const rows = Array.from({ length: Math.min(10_000, open - from) }, (_, index) => {
        const start = at(addDays(day('2026-03-02'), 0 - of.upTo(9)), of.upTo(1439))
        return { id: newId(), number: from + index, at: start, due: dueAt(calendar, start, limit) }
      })
      await client.query(
        `insert into dossiers.dossier
         select (jsonb_populate_record(d, jsonb_build_object('id', r.id, 'code', 'B-' || r.number, 'reference', 'T-' || r.number, 'due', r.due))).*
         from dossiers.dossier d, jsonb_to_recordset($2::jsonb) as r (id uuid, number integer, at timestamptz, due timestamptz)
         where d.id = $1`,
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

arithmetic()
await province()
