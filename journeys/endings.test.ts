import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verify } from '../src/audit/index.ts'
import { openTestHouse, type TestHouse } from '../src/main/testing.ts'
import { stories, tell } from './endings.ts'

let house: TestHouse
before(async () => void (house = await openTestHouse()))
after(() => house.close())

test('every detour and every ending is walked with the examples as they stand, and every chain of the audit holds', async () => {
  for (const story of stories) assert.ok(await tell(house.base, story))
  assert.deepEqual((await verify(house.house.db)).breaks, [])
})
