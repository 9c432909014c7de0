import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Logger, makeWorkerUtils, run, runTaskListOnce } from 'graphile-worker'
import pg from 'pg'
import { migrate } from './migrate.ts'
import { withClient } from './postgres/roles.ts'
import { emptyDatabase, testDatabase, type TestDatabase } from './testing/database.ts'

const folder = mkdtempSync(join(tmpdir(), 'migrations-'))
const first = '202601010000-ground-first.sql'
const second = '202601020000-audit.sql'
let empty: TestDatabase
let whole: TestDatabase

before(async () => {
  writeFileSync(
    join(folder, first),
    'create schema ground;\ncreate table ground.thing (id int generated always as identity, word text);',
  )
  ;[empty, whole] = await Promise.all([emptyDatabase(), testDatabase()])
})

after(async () => {
  await Promise.all([empty.drop(), whole.drop()])
  rmSync(folder, { recursive: true })
})

test('each migration is applied once, in order, also when two programs start at the same time', async () => {
  const answers = await Promise.all([migrate(empty.ownerUrl, folder), migrate(empty.ownerUrl, folder)])
  assert.deepEqual(answers.flat(), [first])
  writeFileSync(join(folder, second), 'create schema audit;\ncreate table audit.line (word text);')
  assert.deepEqual(await migrate(empty.ownerUrl, folder), [second])
  assert.deepEqual(await migrate(empty.ownerUrl, folder), [])
})

test('a migration that fails leaves nothing behind and names its line', async () => {
  const name = '202601030000-ground-broken.sql'
  writeFileSync(join(folder, name), 'create table ground.left_behind (id int);\nselect nonsense;')
  await assert.rejects(
    migrate(empty.ownerUrl, folder),
    /202601030000-ground-broken\.sql:2: column "nonsense" does not exist/,
  )
  rmSync(join(folder, name))
  const left = await ask(empty.ownerUrl, `select to_regclass('ground.left_behind') as it`)
  assert.deepEqual(left, [{ it: null }])
})

test('a migration that was applied may neither change nor disappear', async () => {
  writeFileSync(join(folder, second), '-- another text')
  await assert.rejects(migrate(empty.ownerUrl, folder), /202601020000-audit\.sql has changed/)
  rmSync(join(folder, second))
  await assert.rejects(
    migrate(empty.ownerUrl, folder),
    /202601020000-audit\.sql was applied to this database but its file is gone/,
  )
})

test('a migration whose name does not say when and where is not accepted', async () => {
  writeFileSync(join(folder, 'quick-fix.sql'), 'select 1')
  await assert.rejects(migrate(empty.ownerUrl, folder), /not quick-fix\.sql/)
  rmSync(join(folder, 'quick-fix.sql'))
})

test('the application works in the tables but cannot change their shape', async () => {
  await ask(empty.appUrl, `insert into ground.thing (word) values ('a')`)
  assert.deepEqual(await ask(empty.appUrl, 'select id, word from ground.thing'), [{ id: 1, word: 'a' }])
  for (const statement of [
    'alter table ground.thing add column other text',
    'drop table ground.thing',
    'truncate ground.thing',
    'create table ground.own (id int)',
    'create table public.own (id int)',
    'create schema own',
    'delete from ground.migration',
    `create function ground.own() returns int language sql as 'select 1'`,
  ]) {
    await assert.rejects(ask(empty.appUrl, statement), { code: '42501' }, statement)
  }
})

test('the application reads the audit but writes it only through its functions', async () => {
  assert.deepEqual(await ask(empty.appUrl, 'select * from audit.line'), [])
  for (const statement of [
    `insert into audit.line values ('x')`,
    `update audit.line set word = 'x'`,
    'delete from audit.line',
  ]) {
    await assert.rejects(ask(empty.appUrl, statement), { code: '42501' }, statement)
  }
})

test('the application puts jobs into the queue and works them off without being its owner', async () => {
  const logger = new Logger(() => () => {})
  const done: unknown[] = []
  const pool = new pg.Pool({ connectionString: whole.appUrl })
  await pool.query(`select graphile_worker.add_job('remember', '{"word":"once"}')`)
  await pool.query(`select graphile_worker.add_job('remember', '{"word":"never"}', job_key => 'k')`)
  await pool.query(`select graphile_worker.remove_job('k')`)
  const client = await pool.connect()
  await runTaskListOnce({ logger }, { remember: async (payload) => void done.push(payload) }, client)
  client.release()
  assert.deepEqual(done, [{ word: 'once' }])
  await pool.end()
})

test('the worker runs as the application: it hears of a job, does it, and tries a failed one again later', async () => {
  const logger = new Logger(() => () => {})
  const heard = Promise.withResolvers<unknown>()
  const failed = Promise.withResolvers<void>()
  const runner = await run({
    connectionString: whole.appUrl,
    logger,
    noHandleSignals: true,
    crontab: '0 0 * * * remember',
    taskList: {
      remember: async (payload) => heard.resolve(payload),
      stumble: async () => {
        throw new Error('stumbled')
      },
    },
  })
  runner.events.on('job:error', () => failed.resolve())
  const utils = await makeWorkerUtils({ connectionString: whole.appUrl, logger })
  await utils.addJob('remember', { word: 'heard' })
  await utils.addJob('stumble', {}, { queueName: 'one-at-a-time' })
  assert.deepEqual(await heard.promise, { word: 'heard' })
  await failed.promise
  await runner.stop()
  await utils.release()
  // The fault is told before it is written down, and nobody waits for the writing.
  const stumbled = () =>
    ask(whole.appUrl, `select attempts, last_error from graphile_worker.jobs where task_identifier = 'stumble'`)
  let kept = (await stumbled()) as { last_error: string | null }[]
  while (kept[0]?.last_error === null) kept = (await stumbled()) as typeof kept
  assert.deepEqual(kept, [{ attempts: 1, last_error: 'stumbled' }])
})

async function ask(url: string, statement: string): Promise<unknown[]> {
  return withClient(url, async (client) => (await client.query(statement)).rows)
}
