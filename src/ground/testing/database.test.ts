import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { withClient } from '../postgres/roles.ts'
import { laidDatabase, testDatabase } from './database.ts'

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

test('what was laid once is in every copy with its note, another state is laid anew, and what a copy is given stays its own', async () => {
  let laid = 0
  const lay = async ({ appUrl }: { appUrl: string }) => {
    laid += 1
    await withClient(appUrl, (client) =>
      client.query(`insert into ground.counter (scope, period, last) values ('x', '2026', ${laid})`),
    )
    return `note '${laid}'`
  }
  const found = (url: string) =>
    withClient(url, async (client) =>
      (await client.query('select last from ground.counter')).rows.map(({ last }) => last),
    )
  const [state, next] = [randomBytes(8).toString('hex'), randomBytes(8).toString('hex')]

  const [one, other] = await Promise.all([laidDatabase('test', state, lay), laidDatabase('test', state, lay)])
  assert.deepEqual([one.note, other.note, laid], [`note '1'`, `note '1'`, 1])
  await withClient(one.appUrl, (client) => client.query('update ground.counter set last = 7'))
  assert.deepEqual([await found(one.appUrl), await found(other.appUrl)], [[7], [1]])

  const changed = await laidDatabase('test', next, lay)
  assert.deepEqual([changed.note, await found(changed.appUrl)], [`note '2'`, [2]])
  const again = await laidDatabase('test', state, lay)
  const time = process.env['MOTCUA_TEST_DATABASE'] ? 1 : 3
  assert.deepEqual([again.note, await found(again.appUrl)], [`note '${time}'`, [time]], 'our own server keeps the last')
  await Promise.all([one, other, changed, again].map(({ drop }) => drop()))
})
