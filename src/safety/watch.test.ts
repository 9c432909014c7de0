import assert from 'node:assert/strict'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { type Database, openDatabase, openPool, type Sql } from '../ground/database.ts'
import { openLog } from '../ground/log.ts'
import { type TestDatabase, testDatabase } from '../ground/testing/database.ts'
import { diskStore, openKeyring, openVault, type Vault } from '../ground/vault/index.ts'
import { watchAudit } from './index.ts'

const begin = Date.parse('2026-03-02T09:00:00+07:00')
const at = (minute: number) => new Date(begin + minute * 60_000)
const [mot, hai, ba, bon] = ['1', '2', '3', '4'].map((n) => `01940000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
]

let database: TestDatabase
let db: Database
let vault: Vault
before(async () => {
  const home = await mkdtemp(join(tmpdir(), 'watch-'))
  vault = openVault({ keyring: await openKeyring(join(home, 'master.json')), store: diskStore(join(home, 'files')) })
  database = await testDatabase()
  db = openDatabase(openPool(database.appUrl, 6, openLog('silent')))
})
after(async () => {
  await db.destroy()
  await database.drop()
})
beforeEach(async () => {
  await look(60 * 24 * 365)
  await db.deleteFrom('safety.alert').execute()
  await db.deleteFrom('safety.waiting').execute()
})

/** Entries as the doors leave them; many in one statement, for a flood. */
const enter = (one: Sql, act: string, actor: string | null, times = 1, minute = 0, stream = `account:${actor}`) =>
  sql`select count(audit.append(${stream}, ${at(minute)}, ${at(minute)}, ${actor}::uuid, ${act}, null, '{"from": "203.0.113.9"}'))
    from generate_series(1, ${times}::int)`.execute(one)
const look = (minute: number, page?: number) => watchAudit({ db, vault, now: at(minute) }, page)
const told = async () =>
  (
    await db
      .selectFrom('safety.alert')
      .select(['rule', 'subject', 'entries'])
      .orderBy('raised_at')
      .orderBy('rule')
      .execute()
  ).map(({ rule, subject, entries }) => `${rule} ${subject} ${entries}`)
const waiting = async () => (await db.selectFrom('safety.waiting').select('rule').execute()).length
const sorted = (lines: string[]) => lines.toSorted()

test('a flood of three pages between two looks hides nothing: what lies at its beginning, middle and end is raised, each once', async () => {
  const page = 40
  await look(0, page)
  await enter(db, 'infected-file', mot)
  await enter(db, 'refused:wrong-state', bon, 1.5 * page)
  await enter(db, 'denied', hai, 5)
  await enter(db, 'refused:wrong-state', bon, 1.5 * page)
  await enter(db, 'denied', ba, 5)
  await look(1, page)
  const found = sorted(await told())
  assert.deepEqual(
    found,
    sorted([`infected-file ${mot} 1`, `outside-reach ${hai} 5`, `outside-reach ${ba} 5`, `many-refusals ${bon} 114`]),
    'the last six wait',
  )
  assert.equal(await look(2, page), 0)
  assert.deepEqual(sorted(await told()), found, 'and none is told twice')
})

test('a stretch that lies over the edge of two pages, and over two looks, is one stretch; what waits is forgotten in time', async () => {
  await look(0)
  await enter(db, 'denied', mot, 3, 1)
  await enter(db, 'infected-file', hai, 1, 1)
  await look(1, 2)
  assert.deepEqual(await told(), [`infected-file ${hai} 1`])
  assert.equal(await waiting(), 1)
  await enter(db, 'denied', mot, 2, 9)
  await look(9, 2)
  assert.deepEqual(await told(), [`infected-file ${hai} 1`, `outside-reach ${mot} 5`])
  await enter(db, 'denied', ba, 4, 10)
  await look(10)
  await enter(db, 'refused:not-found', bon, 1, 31)
  await look(31)
  assert.equal(await waiting(), 1, 'only the newest')
})

test('an entry that is committed late, behind later ones, is not passed over; one that hangs for ever does not hold up the watch', async () => {
  await look(0)
  const late = await begunIn(db)
  await enter(late.tx, 'infected-file', mot, 1, 1)
  await enter(db, 'infected-file', hai, 1, 1)
  await look(1)
  assert.deepEqual(await told(), [], 'an earlier one may still come')
  const later = await begunIn(db)
  await enter(later.tx, 'denied', ba, 5, 2)
  await late.commit()
  await look(2)
  assert.deepEqual(
    sorted(await told()),
    sorted([`infected-file ${mot} 1`, `infected-file ${hai} 1`]),
    'what began since holds up nothing before it',
  )
  await enter(db, 'infected-file', bon, 1, 3)
  await look(3)
  assert.equal((await told()).length, 2)
  await look(9)
  assert.ok((await told()).includes(`infected-file ${bon} 1`), 'after five minutes it is waited for no longer')
  await later.commit()
  await look(10)
  assert.equal(await look(11), 0)
})

/** A transaction that stays open until it is told. */
async function begunIn(house: Database) {
  const tx = await house.startTransaction().execute()
  return { tx, commit: () => tx.commit().execute() }
}
