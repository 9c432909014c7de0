import assert from 'node:assert/strict'
import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { photo, scannedPdf } from '../../journeys/papers.ts'
import { openTestHouse, reacher, type Reacher, type TestHouse, withClient } from '../../journeys/reach.ts'
import { saysNo } from '../../journeys/refusal.ts'
import { filesLock } from '../documents/index.ts'
import { jobs } from './worker.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

const asOwner = (statement: string, values: unknown[] = []) =>
  withClient(house.ownerUrl, (client) => client.query(statement, values))

/** The nightly work as it is done this many days later. */
function later(days: number) {
  const instant = new Date(house.house.clock.now().getTime() + days * 24 * 3_600_000)
  return jobs({ ...house.house, clock: { now: () => instant } })
}

const kept = () =>
  readdirSync(join(house.house.config.data, 'files'), { recursive: true }).filter((name) =>
    /[0-9a-f]{64}$/.test(String(name)),
  ).length

test('a file left behind is gone after seven days: its key, its bytes and every way to it', async () => {
  const left = await at.api.upload('congdan', 'bo-quen.pdf', await scannedPdf('Bỏ quên'))
  await at.api.bytes('congdan', `/files/${left.id}/content`)
  const { id } = await at.dossierIn('submitted')
  const before = kept()

  await later(6.9)['sweep-files']()
  assert.equal(kept(), before)
  await later(7.1)['sweep-files']()
  assert.equal(kept(), before - 1)
  const { rows } = await asOwner('select wrapped_key as key, destroyed_at as at from documents.file where id = $1', [
    left.id,
  ])
  assert.equal(rows[0].key, null)
  assert.ok(rows[0].at)
  saysNo(
    await at.api.call('congdan', 'GET', `/files/${left.id}/content`),
    { status: 404, refusal: 'not-found' },
    'opened again',
  )
  const filing = await at.filing({ attachments: [{ component: 'birth-proof', file: left.id }] })
  saysNo(
    await at.api.call('congdan', 'POST', '/dossiers', filing),
    { status: 409, refusal: 'file-not-yours' },
    'attached after all',
  )

  const { items } = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}/documents`)
  await at.api.bytes('congdan', `/files/${items[0].file}/content`)
  await later(7.1)['sweep-files']()
  assert.equal(kept(), before - 1, 'and nothing else, however often it is swept')
})

test('what is attached stays, for a draft too', async () => {
  const file = await at.api.upload('congdan', 'anh.jpg', photo)
  await at.dossierIn('draft', { attachments: [{ component: 'birth-proof', file: file.id }] })
  await later(30)['sweep-files']()
  await at.api.bytes('congdan', `/files/${file.id}/content`)
})

test('what is taken out of a draft again is its uploader’s, and swept as if it had never been attached', async () => {
  const [stays, leaves] = await Promise.all(
    ['o-lai', 'bo-ra'].map((name) => at.api.upload('congdan', `${name}.jpg`, photo)),
  )
  const attach = (...files: { id: string }[]) => files.map(({ id }) => ({ component: 'birth-proof', file: id }))
  const { id, version } = await at.dossierIn('draft', { attachments: attach(stays, leaves) })
  await at.api.expect(200, 'congdan', 'PATCH', `/dossiers/${id}`, { version, attachments: attach(stays) })
  const before = kept()
  await later(8)['sweep-files']()
  assert.equal(kept(), before - 1)
  await at.api.bytes('congdan', `/files/${stays.id}/content`)
  saysNo(
    await at.api.call('congdan', 'GET', `/files/${leaves.id}/content`),
    { status: 404, refusal: 'not-found' },
    'opened after it was swept',
  )
})

test('bytes that no file names are removed a day after they were left, and half-sent ones; younger ones stay', async () => {
  await later(8)['sweep-files']()
  const { store } = house.house.vault
  const folder = join(house.house.config.data, 'files')
  const [old, young] = [await store.put([Buffer.from('crashed')]), await store.put([Buffer.from('just now')])]
  const place = (address: string) => join(folder, address.slice(0, 2), address.slice(2, 4), address)
  writeFileSync(join(folder, 'incoming', 'cut-off'), 'half')
  const yesterday = new Date(Date.now() - 25 * 3_600_000)
  for (const path of [place(old), join(folder, 'incoming', 'cut-off')]) utimesSync(path, yesterday, yesterday)
  const before = kept()

  await later(0)['sweep-files']()
  assert.deepEqual([await store.has(old), await store.has(young)], [false, true])
  assert.equal(kept(), before - 1)
  assert.deepEqual(readdirSync(join(folder, 'incoming')), [])
})

test('bytes are kept while somebody copies files, however old', async () => {
  const { store } = house.house.vault
  const old = await store.put([Buffer.from('copied just now')])
  const place = join(house.house.config.data, 'files', old.slice(0, 2), old.slice(2, 4), old)
  utimesSync(place, new Date(0), new Date(0))
  await withClient(house.ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock_shared($1)', [filesLock])
    await later(0)['sweep-files']()
    assert.equal(await store.has(old), true)
  })
  await later(0)['sweep-files']()
  assert.equal(await store.has(old), false)
})

test('sessions past their hour, old counts and old keys of requests are swept; the living ones stay', async () => {
  const body = await at.filing()
  await at.api.call('congdan', 'POST', '/dossiers', body, { 'idempotency-key': 'cu' })
  await at.api.call(null, 'GET', '/lookup/T260302-AAAAAAAA')
  const count = async () =>
    (
      await asOwner(
        'select (select count(*)::int from accounts.session) as sessions, (select count(*)::int from ground.throttle) as counts, (select count(*)::int from ground.idempotency) as keys',
      )
    ).rows[0]
  const before = await count()
  assert.ok(before.sessions > 0 && before.counts > 0 && before.keys === 1)
  await later(0)['sweep-ground']()
  assert.deepEqual(await count(), before)
  await later(1.1)['sweep-ground']()
  assert.deepEqual(await count(), { sessions: 0, counts: 0, keys: 1 })
  await later(7.1)['sweep-ground']()
  assert.equal((await count()).keys, 0)
})

test('the night closes the audit’s days, each once', async () => {
  await later(1)['close-days']()
  await later(1)['close-days']()
  const { rows } = await asOwner('select day::text, entries from audit.digest')
  assert.equal(rows.length, 1)
  assert.equal(rows[0].day, '2026-03-02')
})
