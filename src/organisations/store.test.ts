import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type TestHouse, withClient } from '../../journeys/reach.ts'
import { day } from '../ground/day.ts'
import { officersOf, treeOn, receptionFor, units, unitWithParents, withPosts } from './index.ts'

let house: TestHouse
before(async () => void (house = await openTestHouse()))
after(() => house.close())

const today = day('2026-03-02')
const asOwner = (statement: string) => withClient(house.ownerUrl, (client) => client.query(statement))
const unitNamed = async (identifier: string) =>
  (await units(house.house.db)).find((unit) => unit.identifier === identifier)!

async function officer(username: string, when = today) {
  const { id, name } = await house.house.db
    .selectFrom('accounts.account')
    .select(['id', 'display_name as name'])
    .where('username', '=', username)
    .executeTakeFirstOrThrow()
  return withPosts(house.house.db, { id, kind: 'officer', name }, when)
}

test('the tree takes agencies of every kind on three levels and deeper, each in its time [S1-2.1] [S2-2.1] [S3A-1.2]', async () => {
  const rows: [string, string, string, string, string][] = [
    ['H98', '', 'province', 'province', 'UBND tỉnh'],
    ['H98.01', 'H98', 'centre', 'province', 'Trung tâm Hành chính công tỉnh'],
    ['H98.02', 'H98', 'department', 'province', 'Sở Nội vụ'],
    ['H98.03', 'H98', 'central-agency', 'province', 'Cục Thuế tỉnh'],
    ['H98.04', 'H98', 'public-unit', 'province', 'Trung tâm Đăng ký đất đai'],
    ['H98.05', 'H98', 'notary', 'other', 'Văn phòng công chứng'],
    ['H98.20', 'H98', 'district', 'district', 'UBND huyện'],
    ['H98.20.01', 'H98.20', 'centre', 'district', 'Bộ phận Một cửa huyện'],
    ['H98.20.30', 'H98.20', 'commune', 'commune', 'UBND thị trấn'],
    ['H98.20.30.01', 'H98.20.30', 'centre', 'commune', 'Bộ phận Một cửa thị trấn'],
    ['H98.20.30.01.01', 'H98.20.30.01', 'point', 'commune', 'Điểm tiếp nhận'],
  ]
  for (const [identifier, parent, kind, level, name] of rows)
    await asOwner(
      `insert into organisations.unit (id, parent, kind, level, name, identifier, place, valid_from, valid_to)
       values (gen_random_uuid(), (select id from organisations.unit where identifier = '${parent}'), '${kind}', '${level}', '${name}', '${identifier}', 'x', '2020-01-01', '2025-06-30')`,
    )
  const tree = async (when: string) =>
    (await treeOn(house.house.db, day(when))).filter(({ identifier }) => identifier.startsWith('H98'))
  assert.deepEqual(
    (await tree('2024-05-01')).map(({ identifier, depth }) => [identifier, depth]),
    rows.map(([identifier]) => [identifier, identifier.split('.').length - 1]),
  )
  assert.deepEqual(await tree('2025-07-01'), [])
})

test('above a unit stands what it belongs to, nearest first', async () => {
  const centre = await unitNamed('H99.31.01')
  const above = await unitWithParents(house.house.db, centre.id)
  assert.deepEqual(
    above.map(({ identifier }) => identifier),
    ['H99.31.01', 'H99.31', 'H99'],
  )
})

test('each agency is received for by the nearest counter: its own, or that of what is above it', async () => {
  const receives: [string, string][] = [
    ['H99.31', 'H99.31.01'],
    ['H99.12', 'H99.01'],
    ['H99.17', 'H99.01'],
  ]
  for (const [agency, counter] of receives) {
    assert.equal((await receptionFor(house.house.db, (await unitNamed(agency)).id))?.identifier, counter, agency)
  }
})

test('a post in a division is a post of its agency; a centre stands for the agency it belongs to', async () => {
  const cases: [string, string, string][] = [
    ['chuyenvien', 'H99.31.02', 'H99.31'],
    ['tiepnhan', 'H99.31.01', 'H99.31'],
    ['lanhdao', 'H99.31', 'H99.31'],
    ['vanthusotaichinh', 'H99.12', 'H99.12'],
  ]
  for (const [username, unit, agency] of cases) {
    const { posts } = await officer(username)
    assert.deepEqual(
      posts.map((post) => [post.unit, post.agency]),
      [[(await unitNamed(unit)).id, (await unitNamed(agency)).id]],
      username,
    )
  }
})

test('a post counts from its first day to its last, and not a day longer', async () => {
  await asOwner(
    `update organisations.post set valid_from = '2026-03-02', valid_to = '2026-03-31' where account = (select id from accounts.account where username = 'soho')`,
  )
  const held = async (when: string) => (await officer('soho', day(when))).posts.length
  assert.deepEqual(
    [await held('2026-03-01'), await held('2026-03-02'), await held('2026-03-31'), await held('2026-04-01')],
    [0, 1, 1, 0],
  )
})

test('whoever’s post is withdrawn loses its reach with the next request, and is offered no more work [S1-19.3]', async () => {
  const { api, dossierIn } = reacher(house.base)
  const { id } = await dossierIn('assigned')
  await api.expect(200, 'chuyenvien', 'GET', `/dossiers/${id}`)
  const agency = (await unitNamed('H99.31')).id
  assert.equal((await officersOf(house.house.db, agency, 'processing-officer', today)).length, 1)
  await asOwner(
    `update organisations.post set valid_to = '2026-03-01' where account = (select id from accounts.account where username = 'chuyenvien')`,
  )
  await api.expect(404, 'chuyenvien', 'GET', `/dossiers/${id}`)
  assert.deepEqual((await api.expect(200, 'chuyenvien', 'GET', '/dossiers?queue=mine')).items, [])
  assert.deepEqual(await officersOf(house.house.db, agency, 'processing-officer', today), [])
})

test('a citizen holds no post, whatever the table says', async () => {
  const { id } = await house.house.db
    .selectFrom('accounts.account')
    .select('id')
    .where('username', '=', 'congdan')
    .executeTakeFirstOrThrow()
  assert.deepEqual((await withPosts(house.house.db, { id, kind: 'person', name: '' }, today)).posts, [])
})
