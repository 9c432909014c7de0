import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { running } from './postmaster.ts'
import { withClient } from './roles.ts'
import { startPostgres } from './start.ts'

const dataDir = join(mkdtempSync(join(tmpdir(), 'start-')), 'postgres')
const cluster = join(dataDir, 'cluster')

before(async () => {
  const postgres = await startPostgres({ dataDir })
  await ask(postgres.ownerUrl, 'create schema shop; create table shop.bill (id int primary key)')
  await postgres.stop()
})

after(() => rmSync(join(dataDir, '..'), { recursive: true }))

test('the server keeps its data between starts and checks its pages; only its user enters the cluster', async () => {
  const postgres = await startPostgres({ dataDir })
  await ask(postgres.ownerUrl, 'insert into shop.bill values (1)')
  await postgres.stop()
  assert.equal(running(cluster), undefined)

  const again = await startPostgres({ dataDir })
  assert.deepEqual(await ask(again.ownerUrl, 'select id from shop.bill'), [{ id: 1 }])
  assert.deepEqual(
    await ask(again.appUrl, `select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums`),
    [{ fsync: 'on', checksums: 'on' }],
  )
  await again.stop()
  assert.equal(statSync(cluster).mode & 0o777, 0o700)
  assert.equal(statSync(join(dataDir, 'passwords.json')).mode & 0o777, 0o600)
})

test('Vietnamese words stand in their order', async () => {
  const postgres = await startPostgres({ dataDir })
  const [row] = await ask(
    postgres.appUrl,
    `select string_agg(w, ' ' order by w) as words from unnest(array['Đức','An','Ân','Ăn','Da','Ánh']) w`,
  )
  assert.deepEqual(row, { words: 'An Ánh Ăn Ân Da Đức' })
  await postgres.stop()
})

test('after kill -9 of the server everything that was committed is there', async () => {
  const postgres = await startPostgres({ dataDir })
  await ask(postgres.ownerUrl, 'insert into shop.bill values (2)')
  const killed = running(cluster)
  assert.ok(killed)
  process.kill(killed.pid, 'SIGKILL')

  const again = await startPostgres({ dataDir })
  assert.notEqual(running(cluster)?.pid, killed.pid)
  assert.deepEqual(await ask(again.ownerUrl, 'select id from shop.bill where id = 2'), [{ id: 2 }])
  await postgres.stop()
  await again.stop()
  assert.equal(running(cluster), undefined)
})

test('after kill -9 of the program its server is taken over and stopped by the next one', async () => {
  const program = `const { startPostgres } = await import(process.argv[1]); await startPostgres({ dataDir: process.argv[2] }); console.log('up'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    program,
    join(import.meta.dirname, 'start.ts'),
    dataDir,
  ])
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  assert.ok(running(cluster), 'the server outlives the program')

  const next = await startPostgres({ dataDir })
  assert.equal(next.startedHere, false)
  await next.stop()
  assert.equal(running(cluster), undefined)
})

test('whoever comes second shares the server, and only the last to leave stops it', async () => {
  const [one, other] = await Promise.all([startPostgres({ dataDir }), startPostgres({ dataDir })])
  assert.deepEqual([one.startedHere, other.startedHere].toSorted(), [false, true])
  await one.stop()
  assert.deepEqual(await ask(other.appUrl, 'select 1 as one'), [{ one: 1 }])
  await other.stop()
  assert.equal(running(cluster), undefined)
})

async function ask(url: string, statement: string): Promise<unknown[]> {
  return withClient(url, async (client) => (await client.query(statement)).rows)
}
