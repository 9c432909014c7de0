import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { through, toTheTwin } from '../../../journeys/logins.ts'
import { openTestHouse, reacher, type TestHouse } from '../../../journeys/reach.ts'
import { visitor } from '../../../journeys/visitor.ts'
import { newId } from '../../ground/uuid.ts'
import { accountById, accountByName } from '../store.ts'

let house: TestHouse
before(async () => {
  house = await openTestHouse()
})
after(() => house.close())

async function enter(door: string, person: string, back?: string) {
  const one = visitor(house.base)
  return { one, seen: await through(one, house.base, door, person, back) }
}
const db = () => house.house.db
const trouble = (code: string) => `/dang-nhap?loi=${code}`
const nameOf = async (id: string) => (await accountById(db(), id))?.displayName
const accountsNow = async () => (await db().selectFrom('accounts.account').select('id').execute()).length
const lastSignIn = () =>
  db()
    .selectFrom('audit.entry')
    .select(['stream', 'actor', 'details'])
    .where('act', '=', 'sign-in')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()

test('somebody known signs in through the national portal, through VNeID, or through VNeID behind the portal: always the one account [S4-1b]', async () => {
  const known = (await accountByName(db(), 'congdan'))!
  const before = await accountsNow()
  for (const [door, person, login, how] of [
    ['dvcqg', 'congdan', 'national-portal', 'linked'],
    ['vneid', 'congdan', 'vneid', 'linked'],
    ['dvcqg', 'congdan-vneid', 'national-portal', 'known'],
  ] as const) {
    const { one, seen } = await enter(door, person, '?ve=/tin-nhan')
    assert.equal(seen.location, '/tin-nhan', `${door} ${person}: where one wanted to go`)
    assert.match((await one.get('/tai-khoan')).html, /Nguyễn Thị Thùy Dương/)
    const { stream, actor, details } = await lastSignIn()
    assert.deepEqual([stream, actor], [`account:${known.id}`, known.id])
    assert.partialDeepStrictEqual(details, { through: login, how })
  }
  assert.equal(await accountsNow(), before)
  const row = await db()
    .selectFrom('accounts.account')
    .select(['assurance', 'assured_through', 'assured_level'])
    .where('id', '=', known.id)
    .executeTakeFirst()
  assert.deepEqual(row, { assurance: 'national', assured_through: 'vneid', assured_level: '2' })
})

test('who is new gets an account of their own, linked to the portal with what the portal proves [S2-6.3b]', async () => {
  const { one, seen } = await enter('dvcqg', 'moi')
  assert.equal(seen.location, '/ho-so')
  await one.post('/tai-khoan/dieu-khoan', { 'dong-y': 'true' })
  const page = (await one.get('/tai-khoan')).html
  assert.match(page, /Lê Văn Bình An/)
  assert.match(page, /046\*{5}4321/)
  assert.match(page, /Định danh quốc gia/)
  const before = await accountsNow()
  await enter('vneid', 'moi')
  assert.equal(await accountsNow(), before, 'the second system finds the same account')
})

test('a business comes with its tax code, an officer with a number of an officer’s account, and each stands where they work [S2-6.2a]', async () => {
  const business = await enter('dvcqg', 'doanhnghiep')
  assert.equal(business.seen.location, '/ho-so')
  assert.equal(await nameOf((await lastSignIn()).actor!), 'Công ty TNHH Thương mại Sông Hương Xanh')
  const officer = await enter('can-bo', 'tiepnhan')
  assert.equal(officer.seen.location, '/viec')
  assert.equal(await nameOf((await lastSignIn()).actor!), 'Phạm Thị Hồng Nhung')
})

test('who said no, whose number the portal keeps, who has no officer’s account, and who brings an old code are told so and are not signed in', async () => {
  const before = await accountsNow()
  assert.equal((await enter('vneid', '')).seen.location, trouble('login-denied'))
  assert.equal((await enter('dvcqg', 'thieu')).seen.location, trouble('login-identity-missing'))
  assert.equal((await enter('can-bo', 'moi')).seen.location, trouble('login-account-missing'))
  assert.equal(await accountsNow(), before)

  const one = visitor(house.base)
  const used = await toTheTwin(one, house.base, 'dvcqg', 'congdan')
  assert.equal((await one.get(used)).location, '/ho-so')
  const { search } = new URL((await one.get('/dang-nhap/dvcqg')).location, house.base)
  const replayed = new URL(used, house.base)
  replayed.searchParams.set('state', new URLSearchParams(search).get('state')!)
  assert.equal((await one.get(replayed.pathname + replayed.search)).location, trouble('login-code-used'))
})

test('who is still signed in at the portal comes in without being asked again [S2-6.4a]', async () => {
  const one = visitor(house.base)
  await through(one, house.base, 'dvcqg', 'congdan')
  const token = /name="csrf" value="([^"]*)"/.exec((await one.get('/tai-khoan')).html)![1]!
  await one.postBare('/dang-xuat', [['csrf', token]])
  assert.match((await one.get('/tai-khoan')).location, /^\/dang-nhap/)
  const asked = await one.get('/dang-nhap/dvcqg')
  const at = await one.get(asked.location)
  const { pathname, search } = new URL(at.location, house.base)
  assert.equal(pathname, '/dang-nhap/dvcqg/tro-lai', 'straight back, no page between')
  assert.equal((await one.get(pathname + search)).location, '/ho-so')
})

test('an account that somebody opened under another’s number without proof goes to the one the portal proves, and whoever opened it loses it', async () => {
  const { api } = reacher(house.base)
  const squatter = {
    kind: 'person',
    username: 'nguoi-gia',
    password: 'Kho-doan-1',
    displayName: 'Người Giả',
    identityNumber: '046085004321',
  }
  await db().deleteFrom('accounts.login_link').execute()
  await db()
    .updateTable('accounts.account')
    .set({ identity_fingerprint: null })
    .where('display_name', '=', 'Lê Văn Bình An')
    .execute()
  const made = await api.expect(201, null, 'POST', '/accounts', { ...squatter, acceptTerms: true })
  const { token } = await api.expect(201, null, 'POST', '/sessions', { username: 'nguoi-gia', password: 'Kho-doan-1' })
  const agreed = { recipient: 'Ngân hàng A', purpose: 'Vay vốn', parts: ['form'], words: 'Đồng ý', edition: '2026-01' }
  const consent = { id: newId(new Date()), account: made.id, given_at: new Date(), valid_to: '2026-12-31', ...agreed }
  await db().insertInto('disclosures.consent').values(consent).execute()
  const { one, seen } = await enter('dvcqg', 'moi')
  assert.equal(seen.location, '/ho-so')
  assert.match((await one.get('/ho-so')).location, /^\/tai-khoan\/dieu-khoan/, 'the terms are accepted anew')
  const ended = db().selectFrom('disclosures.consent').select('end_reason').where('account', '=', made.id)
  assert.deepEqual(await ended.execute(), [{ end_reason: 'changed-hands' }])
  const { actor, details } = await lastSignIn()
  assert.equal(actor, made.id)
  assert.partialDeepStrictEqual(details, { how: 'taken-over' })
  assert.equal(await nameOf(made.id), 'Lê Văn Bình An')
  const old = await api.call(null, 'GET', '/messages', undefined, { authorization: `Bearer ${token}` })
  assert.equal(old.status, 401)
  const again = await api.call(null, 'POST', '/sessions', { username: 'nguoi-gia', password: 'Kho-doan-1' })
  assert.equal(again.status, 401)
})

test('a closed account stays closed however surely its holder is known', async () => {
  await db().updateTable('accounts.account').set({ state: 'suspended' }).where('username', '=', 'congdan').execute()
  assert.equal((await enter('vneid', 'congdan')).seen.location, trouble('account-closed'))
})

test('a house that is no demo, or is told where the real systems stand, has no twins', async () => {
  const empty = await openTestHouse({ env: { MOTCUA_DEMO: '0' } })
  try {
    assert.equal((await fetch(`${empty.base}/mo-phong/dvcqg/.well-known/openid-configuration`)).status, 404)
    assert.equal((await fetch(`${house.base}/mo-phong/dvcqg/.well-known/openid-configuration`)).status, 200)
    assert.doesNotMatch(await (await fetch(`${empty.base}/dang-nhap`)).text(), /mô phỏng|VNeID/)
    assert.match(await (await fetch(`${house.base}/dang-nhap`)).text(), /VNeID \(mô phỏng\)/)
  } finally {
    await empty.close()
  }
})
