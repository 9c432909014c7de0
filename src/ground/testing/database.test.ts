import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withClient } from '../postgres/roles.ts'
import { testDatabase } from './database.ts'

test('two test databases share their shape and nothing else', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()])
  await withClient(one.appUrl, (client) =>
    client.query(`insert into ground.counter (scope, period, last) values ('x', '2026', 1)`),
  )
  const seen = await withClient(other.appUrl, (client) => client.query('select from ground.counter'))
  assert.equal(seen.rowCount, 0)
  await Promise.all([one.drop(), other.drop()])
  await assert.rejects(
    withClient(one.appUrl, async () => {}),
    { code: '3D000' },
  )
})
