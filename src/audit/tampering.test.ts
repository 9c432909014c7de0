import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { type KyselyPlugin, sql } from 'kysely'
import { type Database, openDatabase, openPool } from '../ground/database.ts'
import { day } from '../ground/day.ts'
import { openLog } from '../ground/log.ts'
import { withClient } from '../ground/postgres/roles.ts'
import { testDatabase, type TestDatabase } from '../ground/testing/database.ts'
import { type Break, closeDays, entriesPage, prepareMonths, type Stream, verify, verifyDay, write } from './index.ts'

const begin = Date.parse('2026-02-26T00:10:00+07:00')
const hours = 24 * 5
const actor = '01940000-0000-7000-8000-000000000001'
const streams: Stream[] = ['dossier:mot', 'dossier:hai', 'account:ba', 'account:bon', 'agency:nam', 'system']

let database: TestDatabase
let owner: Database
let places: { id: number; stream: string; position: number; day: string; last: boolean }[]
before(async () => {
  database = await testDatabase()
  owner = openDatabase(openPool(database.ownerUrl, 2, openLog('silent')))
  await prepareMonths(owner, new Date(begin))
  for (let hour = 0; hour < hours; hour++)
    for (const stream of streams.slice(0, 1 + (hour % streams.length)))
      await write(owner, {
        stream,
        act: 'open',
        actor,
        details: { hour },
        occurredAt: new Date(begin + hour * 3_600_000),
      })
  await closeDays(owner, new Date(begin + hours * 3_600_000))
  const { rows } = await sql<(typeof places)[number]>`
    select id, stream, position, to_char(recorded_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day,
      position = max(position) over (partition by stream) as last
    from audit.entry order by id`.execute(owner)
  places = rows
})
after(async () => {
  await owner.destroy()
  await database.drop()
})

/** What somebody with the owner's password could do at one place. */
const tamperings: Record<string, (at: { stream: string; position: number }) => string[]> = {
  'another actor': () => [`update audit.entry set actor = gen_random_uuid() where at_place`],
  'another hour': () => [`update audit.entry set occurred_at = occurred_at - interval '1 hour' where at_place`],
  'other details': () => [`update audit.entry set details = details || '{"hour": 99}' where at_place`],
  'changed and hashed anew': () => [
    `update audit.entry set act = 'print' where at_place`,
    `update audit.entry e set hash = sha256(audit.material(e)) where at_place`,
  ],
  removed: () => [`delete from audit.entry where at_place`],
  'removed with its head moved back': () => [
    `update audit.stream s set length = length - 1 where s.stream = in_stream`,
    `delete from audit.entry where at_place`,
  ],
  'put in front of the one before': () => [
    `update audit.entry set position = -1 where at_place`,
    `update audit.entry set position = in_position where stream = in_stream and position = in_position - 1`,
    `update audit.entry set position = in_position - 1 where stream = in_stream and position = -1`,
  ],
  'a second one beside it': () => [
    `insert into audit.entry (stream, position, occurred_at, recorded_at, actor, act, subject, details, previous, hash)
       select stream, position, occurred_at, recorded_at + interval '1 second', actor, 'slipped-in', subject, details, previous, hash
       from audit.entry where at_place`,
    `update audit.entry e set hash = sha256(audit.material(e)) where act = 'slipped-in'`,
  ],
}

class Undo extends Error {}

/** Does it, looks with `verify`, and undoes it. */
async function breaksAfter(how: string, at: { stream: string; position: number }): Promise<Break[]> {
  let found: Break[] = []
  await owner
    .transaction()
    .execute(async (tx) => {
      for (const statement of tamperings[how]!(at)) {
        const text = statement
          .replaceAll('at_place', `stream = in_stream and position = in_position`)
          .replaceAll('in_stream', `'${at.stream}'`)
          .replaceAll('in_position', String(at.position))
        await sql.raw(text).execute(tx)
      }
      found = (await verify(tx)).breaks
      throw new Undo()
    })
    .catch((fault: unknown) => {
      if (!(fault instanceof Undo)) throw fault
    })
  return found
}

test('the audit holds over five days and two months, each day for itself too', async () => {
  const whole = await verify(owner)
  assert.deepEqual([whole.holds, whole.days, whole.streams], [true, 5, streams.length])
  let counted = 0
  for (const one of ['2026-02-26', '2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']) {
    const { holds, entries } = await verifyDay(owner, day(one))
    assert.ok(holds, one)
    counted += entries
  }
  assert.equal(counted, whole.entries)
})

test('tampering at thirty random places by whoever owns the database is found thirty times, and entry and day are named [S1-17.2d]', async () => {
  const hows = Object.keys(tamperings)
  const missed: string[] = []
  const picked = fc.sample(fc.nat(places.length - 1), { numRuns: 30, seed: 20260302 })
  for (const [n, index] of picked.entries()) {
    const how = hows[n % hows.length]!
    const place = places[index]!
    const at = { ...place, position: Math.max(place.position, 2) }
    const on = places.find(({ stream, position }) => stream === at.stream && position === at.position)!.day
    const breaks = await breaksAfter(how, at)
    // Hashed anew it betrays itself by the link of the one behind it.
    const named = breaks.some(
      ({ stream, position = 0 }) => stream === at.stream && position >= at.position && position <= at.position + 1,
    )
    if (!named || !breaks.some((one) => one.day === on))
      missed.push(`${how} at ${at.stream} #${at.position} of ${on}: ${JSON.stringify(breaks)}`)
  }
  assert.equal(picked.length, 30)
  assert.deepEqual(missed, [])
  assert.ok((await verify(owner)).holds, 'and undone it holds again')
})

test('what was cut from the end of a day is missed by that day alone', async () => {
  const last = places.findLast((one) => one.day === '2026-02-27' && one.stream === 'dossier:hai')!
  await owner
    .transaction()
    .execute(async (tx) => {
      await sql`delete from audit.entry where id = ${last.id}`.execute(tx)
      assert.deepEqual((await verifyDay(tx, day('2026-02-27'))).breaks, [{ what: 'day', day: '2026-02-27' }])
      const next = (await verifyDay(tx, day('2026-02-28'))).breaks
      assert.deepEqual(
        next.map(({ what, stream, position }) => [what, stream, position]),
        [['missing', 'dossier:hai', last.position]],
      )
      throw new Undo()
    })
    .catch((fault: unknown) => assert.ok(fault instanceof Undo, String(fault)))
})

test('a month is made a part of its own with what was written into it before, and the chain holds', async () => {
  const later = new Date('2026-07-15T09:00:00+07:00')
  const parts = async () =>
    (
      await sql<{ part: string; n: number }>`
      select tableoid::regclass::text as part, count(*)::int as n from audit.entry where act = 'later' group by 1`.execute(
        owner,
      )
    ).rows
  await write(owner, { stream: 'system', act: 'later', actor, occurredAt: later })
  assert.deepEqual(await parts(), [{ part: 'audit.entry_other', n: 1 }])
  await prepareMonths(owner, later)
  assert.deepEqual(await parts(), [{ part: 'audit.entry_2026_07', n: 1 }])
  assert.ok((await verify(owner)).holds)
})

/** The months that these questions really read, off their plans as PostgreSQL ran them. */
async function monthsRead(work: (db: Database) => Promise<unknown>): Promise<string[]> {
  const asked: { sql: string; parameters: readonly unknown[] }[] = []
  const listening: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      asked.push(owner.getExecutor().compileQuery(node, queryId))
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await work(owner.withPlugin(listening) as Database)
  const months = new Set<string>()
  await withClient(database.ownerUrl, async (client) => {
    for (const { sql: text, parameters } of asked) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain (analyze, costs off, timing off, summary off, buffers off) ${text}`,
        [...parameters],
      )
      for (const { 'QUERY PLAN': line } of rows) {
        const part = / on entry_(\d{4}_\d\d|other)/.exec(line)?.[1]
        if (part && !line.includes('never executed')) months.add(part)
      }
    }
  })
  return [...months].toSorted()
}

test('looking at a day reads its own month, verifying it also the few its streams reach back to, however many there are', async () => {
  for (let month = 0; month < 36; month++)
    await sql`select audit.prepare_month((date '2025-01-01' + make_interval(months => ${month}::int))::date)`.execute(
      owner,
    )
  const parts = await sql<{ n: number }>`
    select count(*)::int as n from pg_inherits where inhparent = 'audit.entry'::regclass`.execute(owner)
  assert.ok(parts.rows[0]!.n > 36)
  const one = day('2026-03-01')
  assert.deepEqual(await monthsRead((db) => entriesPage(db, { from: one, until: one, act: 'open' })), ['2026_03'])
  assert.deepEqual(await monthsRead((db) => verifyDay(db, one)), ['2026_01', '2026_02', '2026_03'])
  assert.ok((await monthsRead((db) => verify(db))).length > 36, 'the whole walk reads every month')
})
