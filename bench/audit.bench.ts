import { sql } from 'kysely'
import { closeDays, entriesPage, prepareMonths, verify, verifyDay } from '../src/audit/index.ts'
import { type Database, openDatabase, openPool } from '../src/ground/database.ts'
import { addDays, at, day, type Day } from '../src/ground/day.ts'
import { openLog } from '../src/ground/log.ts'
import { testDatabase } from '../src/ground/testing/database.ts'
import { figure, median } from './support/figure.ts'

/**
 * The audit as it grows: the same 13,700 entries a day (a province of five million a year), written through `audit.append`. Searching and verifying one day
 * must not slow down with the days behind it. Aim: at most 1.5 times the smaller audit. MOTCUA_SOAK=1 goes on to a whole year, 5,000,000 entries.
 */
const perDay = 13_700
const days = process.env['BENCH_DAYS']?.split(',').map(Number) ?? [7, 36, ...(process.env['MOTCUA_SOAK'] ? [365] : [])]
const times = Number(process.env['BENCH_TIMES'] ?? 15)
const first = day('2025-07-01')

const database = await testDatabase()
const db = openDatabase(openPool(database.ownerUrl, 3, openLog('error')))
const small = new Map<string, number>()
try {
  let loaded = 0
  for (const upTo of days) {
    const begun = performance.now()
    for (; loaded < upTo; loaded++) {
      await loadDay(db, addDays(first, loaded))
      // What PostgreSQL does by itself every minute of a day, this day has no time for: heads that were counted are found by their key.
      await sql`vacuum analyze audit.stream`.execute(db)
    }
    await closeDays(db, at(addDays(first, upTo), 60))
    await sql`analyze audit.entry`.execute(db)
    const size = `${upTo * perDay} entries`
    figure('audit', `loading up to ${size}`, (performance.now() - begun) / 1000, 's')
    await measureAll(size, upTo)
  }
} finally {
  await db.destroy()
  await database.drop()
}

/** Twelve openings and acts on each of some thousand dossiers, a third of them begun nine days before and a third eighteen, by forty officers; one act in three hundred is rare. */
async function loadDay(db: Database, when: Day): Promise<void> {
  const begin = at(when, 7 * 60 + 30)
  await prepareMonths(db, begin)
  // A chain that grows within one transaction leaves every earlier state of its head behind: many short ones, as in life.
  for (let from = 1; from <= perDay; from += 250)
    await sql`
      select audit.append('dossier:' || md5((${when}::date - (n % 3) * 9)::text || (n % (${perDay}::int / 12)))::uuid, moment, moment,
        ('01940000-0000-7000-8000-' || lpad((n % 40)::text, 12, '0'))::uuid,
        case when n % 300 = 0 then 'denied' when n % 3 = 0 then 'accept' else 'open' end, null, jsonb_build_object('what', 'dossier', 'n', n))
      from (
        select n, ${begin}::timestamptz + n * interval '2 seconds' as moment
        from generate_series(${from}::int, ${Math.min(from + 249, perDay)}::int) as n
      ) as told`.execute(db)
}

async function measureAll(size: string, upTo: number): Promise<void> {
  const middle = addDays(first, upTo - 4)
  const dossier = `dossier:${(await sql<{ id: string }>`select md5(${middle}::date::text || '6')::uuid as id`.execute(db)).rows[0]!.id}`
  const actor = '01940000-0000-7000-8000-000000000007'
  const works: [string, () => Promise<unknown>][] = [
    ['the latest page', () => entriesPage(db, {})],
    ['one dossier', () => entriesPage(db, { stream: dossier })],
    ['one officer', () => entriesPage(db, { actor })],
    ['a rare act', () => entriesPage(db, { act: 'denied' })],
    ['one officer on one day', () => entriesPage(db, { actor, from: middle, until: middle })],
    ['one day verified', () => verifyDay(db, middle)],
    [
      'one entry written',
      () =>
        sql`select audit.append('system', now(), ${at(addDays(first, upTo), 1000)}::timestamptz, null, 'bench', null, '{}')`.execute(
          db,
        ),
    ],
  ]
  for (const [name, work] of works) {
    const taken: number[] = []
    for (let n = 0; n < times; n++) {
      const begun = performance.now()
      await work()
      taken.push(performance.now() - begun)
    }
    const value = median(taken)
    const before = small.get(name)
    if (before === undefined) small.set(name, value)
    figure(
      'audit',
      `${name}, ${size}`,
      value,
      'ms',
      before === undefined ? undefined : { what: `at ${days[0]! * perDay}`, value: before },
    )
  }
  figure('audit', `months read for one day, ${size}`, await monthsRead(middle), 'parts')
  const begun = performance.now()
  const { holds } = await verify(db)
  if (!holds && upTo > 0) throw new Error('the audit does not hold')
  figure('audit', `everything verified, ${size}`, (performance.now() - begun) / 1000, 's')
}

/** From the plan of a search in one day: how many parts of the table it touches. */
async function monthsRead(when: Day): Promise<number> {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`
    explain select id from audit.entry
    where recorded_at >= ${when}::timestamp at time zone 'Asia/Ho_Chi_Minh' and recorded_at < ${addDays(when, 1)}::timestamp at time zone 'Asia/Ho_Chi_Minh'`.execute(
    db,
  )
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  return new Set([...plan.matchAll(/ on (entry_\w+?)(?:_id| |$)/gm)].map(([, part]) => part)).size
}
