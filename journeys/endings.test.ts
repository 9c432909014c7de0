import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { verify } from '../src/audit/index.ts'
import { openTestHouse, type TestHouse } from '../src/main/testing.ts'
import { detailText, hasDetailName } from '../src/web/admin/audit-details.ts'
import { actName } from '../src/web/admin/audit-words.ts'
import { stories, tell } from './endings.ts'

let house: TestHouse
before(async () => void (house = await openTestHouse()))
after(() => house.close())

test('every detour and every ending is walked with the examples as they stand, and every chain of the audit holds', async () => {
  for (const story of stories) assert.ok(await tell(house.base, story))
  assert.deepEqual((await verify(house.house.db)).breaks, [])
})

test('whatever the audit has written down of it, the auditor reads in words', async () => {
  const { rows } = await sql<{ key: string; act: string }>`
    select distinct jsonb_object_keys(details) as key, act from audit.entry where jsonb_typeof(details) = 'object'`.execute(
    house.house.db,
  )
  assert.ok(rows.length > 20)
  assert.deepEqual(
    rows.filter(({ key }) => !hasDetailName(key)),
    [],
  )
  assert.deepEqual(
    [...new Set(rows.map(({ act }) => act))].filter((act) => !act.includes(':') && actName(act, 'vi') === act),
    [],
  )
  assert.deepEqual(
    [
      detailText('what', 'dossier', 'vi'),
      detailText('from', 'assigned', 'vi') !== 'assigned',
      detailText('inTime', true, 'vi'),
      detailText('outcome', 'mismatch', 'vi'),
      detailText('leg', '0197', 'vi'),
    ],
    ['xem thông tin chung', true, 'có', 'không khớp', '0197'],
  )
})
