import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Database, openDatabase, openPool } from '../ground/database.ts'
import { openLog } from '../ground/log.ts'
import { withClient } from '../ground/postgres/roles.ts'
import { testDatabase, type TestDatabase } from '../ground/testing/database.ts'
import { closeDays, type Stream, verify, write } from './index.ts'

const monday = new Date('2026-03-02T09:00:00+07:00')
const later = (hours: number) => new Date(monday.getTime() + hours * 3_600_000)
const actor = '01940000-0000-7000-8000-000000000001'

let database: TestDatabase
let db: Database
before(async () => {
  database = await testDatabase()
  db = openDatabase(openPool(database.appUrl, 4, openLog('silent')))
})
after(async () => {
  await db.destroy()
  await database.drop()
})
beforeEach(fresh)

/** Two streams as every test finds them: five entries on Monday, one on Monday and one on Tuesday. */
async function fresh(): Promise<void> {
  await asOwner('truncate audit.entry, audit.stream, audit.digest, audit.seal restart identity')
  for (const hour of [0, 1, 2, 3, 4]) await enter('dossier:mot', hour)
  for (const hour of [0, 24]) await enter('account:hai', hour)
}

const enter = (stream: string, hour: number) =>
  write(db, { stream: stream as Stream, act: `act-${hour}`, actor, details: { hour }, occurredAt: later(hour) })
const asOwner = (statement: string, values: unknown[] = []) =>
  withClient(database.ownerUrl, async (client) => void (await client.query(statement, values)))
const asApp = (statement: string) => withClient(database.appUrl, (client) => client.query(statement))
const where = async () =>
  (await verify(db)).breaks.map(({ what, stream, position, day }) =>
    [what, stream, position, day].filter(Boolean).join(' '),
  )

test('a chain as it was written holds, and says how much it has walked', async () => {
  assert.deepEqual(await verify(db), { holds: true, entries: 7, streams: 2, days: 0, breaks: [] })
})

test('an entry that was changed is named by its stream and place, whichever of its fields it was [S1-17.2d]', async () => {
  const changes = [
    `actor = '01940000-0000-7000-8000-00000000dead'`,
    'actor = null',
    `act = 'returned'`,
    `subject = 'ai khác'`,
    `details = '{"hour": 20}'`,
    `occurred_at = occurred_at + interval '1 microsecond'`,
    `recorded_at = recorded_at - interval '1 second'`,
  ]
  for (const change of changes) {
    await asOwner(`update audit.entry set ${change} where stream = 'dossier:mot' and position = 3`)
    assert.deepEqual(await where(), ['changed dossier:mot 3 2026-03-02'], change)
    await fresh()
  }
})

test('whoever changes an entry and its hash breaks the link of the next one', async () => {
  await asOwner(`update audit.entry set act = 'returned' where stream = 'dossier:mot' and position = 3`)
  await asOwner(
    `update audit.entry e set hash = sha256(audit.material(e)) where stream = 'dossier:mot' and position = 3`,
  )
  assert.deepEqual(await where(), ['not-linked dossier:mot 4 2026-03-02'])
})

test('an entry taken out leaves a gap that is named [S1-17.2d]', async () => {
  await asOwner(`delete from audit.entry where stream = 'dossier:mot' and position = 2`)
  assert.deepEqual(await where(), ['missing dossier:mot 2 2026-03-02'])
})

test('closing the gap by counting anew is seen at the place where it was', async () => {
  await asOwner(`delete from audit.entry where stream = 'dossier:mot' and position = 2`)
  await asOwner(`update audit.entry set position = position - 1 where stream = 'dossier:mot' and position > 2`)
  const found = await where()
  assert.ok(found.includes('not-linked dossier:mot 2 2026-03-02'), found.join('; '))
})

test('two entries that changed places are named', async () => {
  await asOwner(`update audit.entry set position = 99 where stream = 'dossier:mot' and position = 2`)
  await asOwner(`update audit.entry set position = 2 where stream = 'dossier:mot' and position = 3`)
  await asOwner(`update audit.entry set position = 3 where stream = 'dossier:mot' and position = 99`)
  const found = await where()
  for (const place of [2, 3])
    assert.ok(
      found.some((line) => line.startsWith(`not-linked dossier:mot ${place}`)),
      found.join('; '),
    )
})

test('an entry that was slipped in is named, though its own hash is right', async () => {
  await asOwner(`
    insert into audit.entry (stream, position, occurred_at, recorded_at, actor, act, subject, details, previous, hash)
    select stream, 6, occurred_at, recorded_at, actor, 'slipped-in', subject, details, hash, '\\x00' from audit.entry where stream = 'dossier:mot' and position = 5`)
  await asOwner(`update audit.entry e set hash = sha256(audit.material(e)) where act = 'slipped-in'`)
  assert.deepEqual(await where(), ['inserted dossier:mot 6 2026-03-02'])
})

test('a tail that was cut off, and a stream that is gone altogether, are missed by their heads', async () => {
  await asOwner(`delete from audit.entry where stream = 'dossier:mot' and position >= 4`)
  await asOwner(`delete from audit.entry where stream = 'account:hai'`)
  assert.deepEqual((await where()).toSorted(), ['missing account:hai 1', 'missing dossier:mot 4 2026-03-02'])
})

test('a tail cut off together with its head is missed by the closed day', async () => {
  assert.deepEqual(await closeDays(db, later(48)), ['2026-03-02', '2026-03-03'])
  assert.deepEqual(await closeDays(db, later(48)), [], 'a day is closed once')
  assert.deepEqual(await verify(db), { holds: true, entries: 7, streams: 2, days: 2, breaks: [] })
  await asOwner(
    `delete from audit.entry where stream = 'account:hai'; delete from audit.stream where stream = 'account:hai'`,
  )
  assert.deepEqual((await where()).toSorted(), ['day 2026-03-02', 'day 2026-03-03'])
})

test('a day that is not over is not closed', async () => {
  assert.deepEqual(await closeDays(db, later(5)), [])
})

test('the application itself cannot change, remove or add an entry, a head or a closed day', async () => {
  const attempts = [
    `update audit.entry set act = 'other'`,
    'delete from audit.entry',
    'truncate audit.entry',
    `insert into audit.entry (stream, position, occurred_at, recorded_at, act, details, previous, hash) values ('system', 1, now(), now(), 'x', '{}', '', '')`,
    'update audit.stream set length = 0',
    'delete from audit.stream',
    `insert into audit.stream values ('system', 9, '')`,
    'delete from audit.digest',
    `update audit.digest set root = ''`,
    'alter table audit.entry disable trigger all',
    'drop table audit.entry',
    `create or replace function audit.material(e audit.entry) returns bytea language sql as $$ select ''::bytea $$`,
  ]
  for (const statement of attempts) {
    await assert.rejects(asApp(statement), ({ code }: { code?: string }) => code === '42501', statement)
  }
  assert.ok((await verify(db)).holds)
})

test('an act that is rolled back leaves no entry, and fifty at once leave one unbroken chain', async () => {
  await assert.rejects(
    db.transaction().execute(async (tx) => {
      await write(tx, { stream: 'dossier:mot', act: 'undone', actor, occurredAt: monday })
      throw new Error('undone')
    }),
    /undone/,
  )
  await Promise.all(Array.from({ length: 50 }, (_, n) => enter('dossier:mot', n)))
  const { holds, entries } = await verify(db)
  assert.deepEqual({ holds, entries }, { holds: true, entries: 57 })
})

test('what was done by hand and entered later keeps both instants', async () => {
  await write(db, { stream: 'dossier:mot', act: 'accept', actor, occurredAt: later(-24), recordedAt: monday })
  const { rows } = await asApp(`select occurred_at, recorded_at from audit.entry where act = 'accept'`)
  assert.deepEqual(rows, [{ occurred_at: later(-24), recorded_at: monday }])
  assert.ok((await verify(db)).holds)
})
