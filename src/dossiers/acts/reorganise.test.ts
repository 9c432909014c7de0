import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse, withClient } from '../../../journeys/reach.ts'
import { verify } from '../../audit/index.ts'
import { day } from '../../ground/day.ts'
import { changes, treeOn, unitByIdentifier, withPosts } from '../../organisations/index.ts'
import { reorganise } from './reorganise.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

const unit = async (code: string) => (await unitByIdentifier(house.house.db, code))!
const asOwner = (statement: string, values: unknown[] = []) =>
  withClient(house.ownerUrl, (client) => client.query(statement, values))

async function merging(by: string, body: Parameters<typeof reorganise>[1]) {
  const { id, name } = await house.house.db
    .selectFrom('accounts.account')
    .select(['id', 'display_name as name'])
    .where('username', '=', by)
    .executeTakeFirstOrThrow()
  const officer = await withPosts(house.house.db, { id, kind: 'officer', name }, day('2026-03-02'))
  return house.house.atDesk(officer, (desk) => reorganise(desk, body))
}

const paper = { decision: '1675/NQ-UBTVQH15', reason: 'Sắp xếp đơn vị hành chính cấp xã' }
const merged = { name: 'Ủy ban nhân dân xã An Hòa', identifier: 'H99.50', place: 'An Hòa' }

test('a code finds its unit in both orders', async () => {
  assert.equal((await unit('000.01.31.H99')).name, (await unit('H99.31.01')).name)
})

test('what does not fit together is not merged, and nobody but an administrator merges', async () => {
  const [commune, finance] = [await unit('H99.31'), await unit('H99.12')]
  const cases: [string, Parameters<typeof reorganise>[1], string][] = [
    ['lanhdao', { ...paper, units: [commune.id], into: merged }, 'not-permitted'],
    ['quantri', { ...paper, units: [commune.id], into: finance.id }, 'units-of-different-kind'],
    ['quantri', { ...paper, units: [commune.id], into: commune.id }, 'unit-not-in-force'],
    ['quantri', { ...paper, units: [commune.id], into: { ...merged, identifier: 'H99.12' } }, 'identifier-taken'],
    [
      'quantri',
      { ...paper, units: [finance.id, house.house.db && '01940000-0000-7000-8000-00000000dead'], into: merged },
      'not-found',
    ],
  ]
  for (const [by, body, refusal] of cases) {
    const answer = await merging(by, body)
    assert.equal(!answer.ok && answer.refusal, refusal, refusal)
  }
})

test('two communes become one: posts, procedures and dossiers in flight go on there, and what was is still to be seen', async () => {
  const commune = await unit('H99.31')
  await asOwner(
    `insert into organisations.unit (id, parent, kind, level, name, identifier, place, valid_from)
     select gen_random_uuid(), parent, 'commune', 'commune', 'Ủy ban nhân dân xã Hòa Thuận', 'H99.32', 'Hòa Thuận', '2025-07-01' from organisations.unit where identifier = 'H99.31'`,
  )
  const other = await unit('H99.32')
  const assigned = await at.dossierIn('assigned')
  const returned = await at.dossierIn('returned')
  const done = await merging('quantri', { ...paper, units: [commune.id, other.id], into: merged })
  assert.ok(done.ok, JSON.stringify(done))
  const { into, followed } = done.value
  assert.equal(followed, 2)

  const after = await at.api.expect(200, 'chuyenvien', 'GET', `/dossiers/${assigned.id}`)
  assert.deepEqual([after.agency.id, after.agency.name, after.version], [into, merged.name, assigned.version + 1])
  await at.act('chuyenvien', assigned.id, 'propose-result')
  await at.act('truongphong', assigned.id, 'approve')
  const { items } = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${assigned.id}/history`)
  assert.ok(items.some((one: { event: string }) => one.event === 'reorganised'))
  const procedure = await at.api.expect(200, null, 'GET', '/procedures/1.001193')
  assert.deepEqual(
    procedure.agencies.map((one: { id: string }) => one.id),
    [into],
  )
  const { issuer } = await house.house.db
    .selectFrom('dossiers.result')
    .select('issuer')
    .where('dossier', '=', returned.id)
    .executeTakeFirstOrThrow()
  assert.equal(issuer, commune.id, 'what was issued keeps its issuer')

  const names = async (on: string) =>
    (await treeOn(house.house.db, day(on))).map(({ name, depth }) => `${depth} ${name}`)
  assert.ok((await names('2026-03-01')).includes('1 Ủy ban nhân dân xã An Bình'))
  const now = await names('2026-03-02')
  assert.ok(!now.includes('1 Ủy ban nhân dân xã An Bình'))
  assert.ok(
    now.includes('1 Ủy ban nhân dân xã An Hòa') && now.includes('2 Trung tâm Phục vụ hành chính công xã An Bình'),
  )
  assert.deepEqual(
    (await changes(house.house.db)).map(({ kind, into: to, decision, madeBy }) => [kind, to, decision, madeBy]),
    [1, 2].map(() => ['merge', merged.name, paper.decision, 'Ngô Đức Thịnh']),
  )
  assert.ok((await verify(house.house.db)).holds)
})

test('a new dossier is filed with the merged commune and received by its counter, with nothing installed [S3A-7.1]', async () => {
  at = reacher(house.base)
  const { id, agency } = await at.dossierIn('submitted')
  assert.equal((agency as { name: string }).name, merged.name)
  await at.act('tiepnhan', id, 'accept')
})

test('what was asked of an agency that is merged is worked on by its successor; what it answered stays its own', async () => {
  at = reacher(house.base)
  const ask = async () => {
    const { id } = await at.dossierIn('assigned')
    const { id: agency } = await unit('H99.17')
    await at.act('chuyenvien', id, 'request-opinion', (example) => ({ ...example, agencies: [agency] }))
    return { id, legs: async () => (await at.api.expect(200, 'chuyenvien', 'GET', `/dossiers/${id}/legs`)).items }
  }
  const [answered, open] = [await ask(), await ask()]
  const give = async (id: string, leg: string) => {
    const { dossier } = await at.api.expect(200, 'ykien', 'GET', `/legs/${leg}`)
    const body = { version: dossier.version, leg, stance: 'agree', answer: 'Thống nhất.' }
    return at.api.call('ykien', 'POST', `/dossiers/${id}/acts/give-opinion`, body)
  }
  const [first] = await answered.legs()
  assert.equal((await give(answered.id, first.id)).status, 200)
  const joined = { name: 'Sở Xây dựng và Giao thông', identifier: 'H99.51', place: 'Hòa Giang' }
  const old = await unit('H99.17')
  const done = await merging('quantri', { ...paper, units: [old.id], into: joined })
  assert.ok(done.ok, JSON.stringify(done))
  at = reacher(house.base)
  const [kept] = await answered.legs()
  const [moved] = await open.legs()
  assert.deepEqual([kept.agency.id, moved.agency.id], [old.id, done.value.into])
  assert.equal((await give(open.id, moved.id)).status, 200)
  assert.equal((await open.legs())[0].outcome, 'answered')
  assert.ok((await verify(house.house.db)).holds)
})
