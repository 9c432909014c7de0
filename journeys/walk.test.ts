import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verify } from '../src/audit/index.ts'
import { openTestHouse, type TestHouse } from '../src/main/testing.ts'
import { client } from './client.ts'
import { procedures, walk } from './walk.ts'

let house: TestHouse
before(async () => void (house = await openTestHouse()))
after(() => house.close())

test('birth registration is found among the first three without marks', async () => {
  const found = await client(house.base).expect(200, null, 'GET', '/procedures?q=dang%20ky%20khai%20sinh')
  const place = found.items.findIndex((one: { code: string }) => one.code === '1.001193')
  assert.ok(place >= 0 && place < 3)
})

for (const [code, channel] of [...procedures, ['1.001193', 'counter'], ['1.001193', 'post']] as const) {
  test(`${code} goes all the way, filed ${channel}, and lies in the record as it is returned [S0-8.1d2] [S2-8.2a] [S3B-11.3c1]`, async () => {
    const walked = await walk(house.base, code, channel)
    assert.match(walked.code, /^H99\.31\.01-260302-\d{4}$/)
    assert.equal(walked.bytes.subarray(0, 5).toString(), '%PDF-')
  })
}

test('after all of it every chain of the audit holds [S0-4.3a]', async () => {
  const verdict = await verify(house.house.db)
  assert.deepEqual(verdict.breaks, [])
  assert.ok(verdict.entries > 100)
})
