import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { withClient } from '../../src/ground/postgres/roles.ts'
import { scannedPdf } from '../papers.ts'
import { openTestHouse, reacher } from '../reach.ts'
import { clearAway, databaseOf, freePort, openChild, until } from './child.ts'
import { live } from './lives.ts'
import { stubborn } from './stubborn.ts'

/** A disk of this size at this place, or why there is none: only root may mount. */
function smallDisk(place: string, megabytes: number): (() => void) | string {
  mkdirSync(place, { recursive: true })
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'motcua-small', place], {
    encoding: 'utf8',
  })
  if (made.status !== 0) return `no small disk can be mounted here: ${made.stderr ?? made.error?.message}`
  return () => void spawnSync('umount', ['-l', place])
}

/** Fills the disk to the last byte; answers how to make room again. */
function fill(place: string): () => void {
  const ballast = join(place, 'ballast')
  const { bavail, bsize } = statfsSync(place)
  writeFileSync(ballast, Buffer.alloc(bavail * bsize))
  return () => rmSync(ballast)
}

test('no room for files: one sentence with a number, nothing half kept, and the same request works once there is room', async (t) => {
  const house = await openTestHouse()
  const disk = smallDisk(join(house.house.config.data, 'files'), 2)
  try {
    if (typeof disk === 'string') return t.skip(disk)
    const files = join(house.house.config.data, 'files')
    const at = reacher(house.base)
    const dossier = await at.draft()
    const makeRoom = fill(files)
    const pdf = await scannedPdf('Giấy tờ')
    const send = () => {
      const form = new FormData()
      form.set('file', new Blob([pdf]), 'giay-to.pdf')
      return at.api.call('congdan', 'POST', '/files', form, { 'idempotency-key': 'mot-lan' })
    }
    const refused = await send()
    assert.equal(refused.status, 503)
    assert.equal(refused.headers.get('retry-after'), '10')
    assert.match(refused.body.title, /chưa ghi lại gì của yêu cầu này. Hãy thử lại sau ít phút/)
    assert.match(refused.body.incident, /^[0-9a-f]{8}$/)
    assert.equal((await at.tryAct('congdan', dossier.id, 'submit')).status, 503)

    assert.deepEqual(readdirSync(join(files, 'incoming')), [])
    const rows = await withClient(house.ownerUrl, (client) =>
      client.query(
        'select (select count(*)::int from documents.file) as files, (select count(*)::int from dossiers.event) as events',
      ),
    )
    assert.deepEqual(rows.rows[0], { files: 1, events: 0 })
    assert.equal((await at.api.expect(200, 'congdan', 'GET', `/dossiers/${dossier.id}`)).state, 'draft')

    makeRoom()
    assert.equal((await send()).status, 201)
    assert.equal((await at.act('congdan', dossier.id, 'submit')).state, 'submitted')
  } finally {
    await house.close().catch(() => undefined)
    if (typeof disk !== 'string') disk()
    rmSync(house.house.config.data, { recursive: true, force: true })
  }
})

test('no room for the database: the house says so, stays up, and comes back by itself once there is room', async (t) => {
  const data = join(mkdtempSync(join(tmpdir(), 'motcua-full-')), 'data')
  const disk = smallDisk(join(data, 'postgres'), 220)
  const house = typeof disk === 'string' ? undefined : openChild({ data, port: await freePort() })
  try {
    if (!house || typeof disk === 'string') return t.skip(disk as string)
    await house.opened
    const api = stubborn(house.base, async () => {})
    await live(api, 'accepted')
    const makeRoom = fill(join(data, 'postgres'))
    // The write-ahead log goes on in a new piece, for which there is no room.
    await withClient(databaseOf(data, 'superuser'), async (client) => {
      for (let pieces = 0; pieces < 20; pieces += 1) {
        await client.query(`create table if not exists public.filler (line text)`)
        await client.query(`insert into public.filler select repeat('x', 1000) from generate_series(1, 5000)`)
        await client.query('select pg_switch_wal()')
      }
    }).catch(() => undefined)
    const lives = [live(api, 'accepted'), live(api, 'accepted')]
    await until(async () => api.retries() > 1, 'somebody was told to try again')
    assert.ok([200, 503].includes((await fetch(`${house.base}/healthz`)).status), 'the house itself is up')
    makeRoom()
    for (const { state } of await Promise.all(lives)) assert.equal(state, 'accepted')
    await until(async () => (await fetch(`${house.base}/healthz`)).status === 200, 'healthz says 200')
  } finally {
    await clearAway(join(data, 'nothing'), house)
    if (typeof disk !== 'string') {
      await clearAway(data).catch(() => undefined)
      disk()
    }
    rmSync(join(data, '..'), { recursive: true, force: true })
  }
})
