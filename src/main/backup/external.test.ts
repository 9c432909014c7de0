import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type TestHouse, withClient } from '../../../journeys/reach.ts'
import { emptyDatabase, type TestDatabase } from '../../ground/testing/database.ts'
import { backupCommand } from '../commands/backup.ts'
import { restoreCommand } from '../commands/restore.ts'

let house: TestHouse
let target: TestDatabase
const place = mkdtempSync(join(tmpdir(), 'motcua-external-'))
before(async () => {
  house = await openTestHouse()
  target = await emptyDatabase()
})
after(async () => {
  await house.close()
  await target.drop()
  rmSync(place, { recursive: true, force: true })
})

const count = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(`
      select (select count(*)::int from dossiers.event) as events, (select count(*)::int from documents.file) as files,
        (select count(*)::int from graphile_worker.jobs) as jobs, (select max(id)::int from audit.entry) as last`)
    return rows[0]
  })

test('a PostgreSQL of the province’s own is backed up and restored into an empty one, without any program of PostgreSQL', async () => {
  await reacher(house.base).dossierIn('transferred')
  const { config } = house.house
  const backup = join(place, 'backup')
  const from = { ...config, databaseUrl: house.house.appUrl, databaseAdminUrl: house.ownerUrl }
  const into = { ...config, databaseUrl: target.appUrl, databaseAdminUrl: target.ownerUrl }
  assert.equal(await backupCommand(from, [backup]), 0)
  const restore = () => restoreCommand(into, [backup, '--to', join(place, 'data'), '--key', config.keyFile])
  assert.equal(await restore(), 0)
  assert.deepEqual(await count(target.ownerUrl), await count(house.ownerUrl))
  rmSync(join(place, 'data'), { recursive: true })
  await assert.rejects(restore(), /Cơ sở dữ liệu đích không trống/)
  const identity = await withClient(target.ownerUrl, async (client) => {
    const { rows } = await client.query(`select audit.append('system', now(), now(), null, 'test', null, '{}') as id`)
    return Number(rows[0].id)
  })
  assert.equal(identity, (await count(house.ownerUrl)).last + 1, 'identities go on where they stood')
})
