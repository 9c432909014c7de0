import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { openTestHouse, reacher, type Reacher, type TestHouse, withClient } from '../../journeys/reach.ts'
import type { Day } from '../ground/day.ts'
import { saysNo } from '../../journeys/refusal.ts'
import { formOn, visitor } from '../../journeys/visitor.ts'
import { choosePolicy } from '../policy/index.ts'
import { signIn } from './acts/sign-in.ts'
import { unlockAccount } from './acts/unlock.ts'
import { nobodysPassword } from './password.ts'
import { csrfToken, openSession, sessionOf } from './session.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

const password = 'Demo@12345'
const needed = { status: 401, refusal: 'sign-in-needed' }
const asOwner = (statement: string, values: unknown[] = []) =>
  withClient(house.ownerUrl, (client) => client.query(statement, values))
const enter = (username: string, word = password) =>
  at.api.call(null, 'POST', '/sessions', { username, password: word })
const withToken = (token: string, path = '/messages') =>
  at.api.call(null, 'GET', path, undefined, { authorization: `Bearer ${token}` })

/** Signing in at the desk itself, so that a test may choose the address and the hour. */
async function from(address: string, username: string, word: string, minutes = 0): Promise<string> {
  const now = new Date(Date.parse('2026-03-02T09:00:00+07:00') + minutes * 60_000)
  const signed = await signIn(house.house.db, { username, password: word }, { kind: 'token', address }, now)
  return signed.ok ? 'in' : signed.refusal
}

test('name and password open the holder’s own place [S0-2.3a] [S1-10.1c]', async () => {
  const { status, body } = await enter('congdan')
  assert.equal(status, 201)
  const { id, ...account } = body.account
  assert.deepEqual(account, {
    kind: 'person',
    displayName: 'Nguyễn Thị Thùy Dương',
    roles: [],
    mustChangePassword: false,
  })
  const { id: dossier } = await at.dossierIn('draft')
  const own = await withToken(body.token, `/dossiers/${dossier}`)
  assert.equal(own.body.applicant.name, account.displayName)
  assert.match(id, /^[0-9a-f-]{36}$/)
})

test('a name nobody has and a wrong password get one and the same answer, at the same price', async () => {
  const [wrong, unknown, capital] = [
    await enter('ykien', 'sai'),
    await enter('khong-ai-ca', 'sai'),
    await enter(' YKIEN ', 'sai'),
  ]
  saysNo(wrong, { status: 401, refusal: 'sign-in-failed' }, 'a wrong password')
  assert.deepEqual(unknown.body, wrong.body)
  assert.deepEqual(capital.body, wrong.body)
  const { password: stored } = await house.house.db
    .selectFrom('accounts.account')
    .select('password')
    .where('username', '=', 'ykien')
    .executeTakeFirstOrThrow()
  const price = (hash: string) => hash.split('$').slice(1, 4)
  assert.deepEqual(price(nobodysPassword), price(stored!))
})

test('five failures in a row lock a name at an address, also for the right password; nobody can tell whether it exists [S1-17.2e]', async () => {
  for (const username of ['thungan', 'khong-co-ten-nay']) {
    for (const attempt of [1, 2, 3, 4, 5])
      assert.equal(await from('10.0.0.9', username, 'sai', attempt), 'sign-in-failed', `${username} ${attempt}`)
    assert.equal(await from('10.0.0.9', username, 'sai', 6), 'sign-in-locked', username)
    assert.equal(await from('10.0.0.9', username, password, 19), 'sign-in-locked', username)
  }
  assert.equal(await from('10.0.0.9', 'thungan', password, 21), 'in', 'after a quarter of an hour')
  assert.equal(await from('10.0.0.9', 'khong-co-ten-nay', password, 21), 'sign-in-failed')
})

test('whoever guesses from elsewhere shuts nobody out: at another address the right password opens', async () => {
  for (const attempt of [1, 2, 3, 4, 5, 6]) await from('10.0.0.5', 'congchung', 'sai', attempt)
  assert.equal(await from('10.0.0.5', 'congchung', password, 6), 'sign-in-locked')
  assert.equal(await from('10.0.0.4', 'congchung', password, 6), 'in')
})

test('from the third failure on the next guess has to wait, and each time longer', async () => {
  const at = (seconds: number, word = 'sai') => from('10.0.0.3', 'giamdoc', word, seconds / 60)
  assert.deepEqual([await at(0), await at(0), await at(0)], Array(3).fill('sign-in-failed'))
  assert.equal(await at(0.5, password), 'too-many-requests', 'not even judged')
  assert.equal(await at(1), 'sign-in-failed')
  assert.equal(await at(2.5), 'too-many-requests')
  assert.equal(await at(3, password), 'in')
})

test('twelve guesses at the same moment are no more than five: the rest is not judged, not even the right one', async () => {
  const guesses = ['sai-1', 'sai-2', 'sai-3', 'sai-4', 'sai-5', 'sai-6', ...Array(6).fill(password)]
  const answers = await Promise.all(guesses.map((word) => from('10.0.0.2', 'sotaichinh', word)))
  assert.ok(answers.filter((one) => one === 'sign-in-failed').length <= 5)
  assert.ok(!answers.includes('in'))
})

test('a success forgets the failures before it', async () => {
  for (const round of [0, 10]) {
    for (const attempt of [1, 2, 3, 4])
      assert.equal(await from('10.0.0.7', 'soho', 'sai', round + attempt), 'sign-in-failed')
    assert.equal(await from('10.0.0.7', 'soho', password, round + 5), 'in')
  }
})

test('whoever tries many names from one address is stopped, even at the right password; who works there goes on', async () => {
  assert.equal(await from('10.0.0.66', 'vanthu', password), 'in')
  const guesses: string[] = []
  for (let n = 0; n < 52; n += 1) guesses.push(await from('10.0.0.66', `ten-thu-${n}`, 'sai'))
  assert.deepEqual(new Set(guesses.slice(0, 50)), new Set(['sign-in-failed']))
  assert.deepEqual(guesses.slice(50), ['too-many-requests', 'too-many-requests'])
  assert.equal(await from('10.0.0.66', 'tiepnhan2', password, 1), 'too-many-requests', 'a name that was never here')
  assert.equal(await from('10.0.0.66', 'vanthu', password, 1), 'in')
  assert.equal(await from('10.0.0.66', 'tiepnhan2', password, 17), 'in', 'after a quarter of an hour')
})

test('somebody with a whole network of IPv6 addresses is counted as one', async () => {
  const guesses: string[] = []
  for (let n = 1; n <= 6; n += 1) guesses.push(await from(`2001:db8:7:7::${n}`, 'thungan', 'sai', 100 + n))
  assert.deepEqual(guesses.slice(4), ['sign-in-failed', 'sign-in-locked'])
})

test('whoever guesses at one name from many addresses is stopped; its holder goes on from where they sign in', async () => {
  assert.equal(await from('10.1.0.1', 'chutich', password), 'in')
  const guesses: string[] = []
  for (let n = 0; n < 22; n += 1) guesses.push(await from(`10.2.0.${n}`, 'chutich', 'sai'))
  assert.deepEqual(new Set(guesses.slice(0, 20)), new Set(['sign-in-failed']))
  assert.deepEqual(guesses.slice(20), ['sign-in-locked', 'sign-in-locked'])
  assert.equal(await from('10.2.1.1', 'chutich', password, 1), 'sign-in-locked', 'a place where the holder never was')
  assert.equal(await from('10.1.0.1', 'chutich', password, 1), 'in')
})

test('forty officers behind one address who come at once, every other one after a slip, all get in', async () => {
  await asOwner(`insert into accounts.account (id, kind, username, display_name, password, created_at)
    select gen_random_uuid(), 'officer', 'canbo' || n, 'Cán bộ ' || n, a.password, a.created_at
    from generate_series(1, 40) n, accounts.account a where a.username = 'vanthu'`)
  const slips = await Promise.all(Array.from({ length: 20 }, (_, n) => from('10.0.0.50', `canbo${2 * n + 1}`, 'sai')))
  assert.deepEqual(new Set(slips), new Set(['sign-in-failed']))
  const entered = await Promise.all(Array.from({ length: 40 }, (_, n) => from('10.0.0.50', `canbo${n + 1}`, password)))
  assert.deepEqual(new Set(entered), new Set(['in']))
})

test('many who come at the same moment do not stand in each other’s way, whoever is judged first', async () => {
  const late = (n: number, name: string) => from('10.0.0.51', name, password, -n / 60_000)
  const names = ['canbo1', 'canbo2', 'canbo3', 'canbo4']
  const entered = await Promise.all(names.flatMap((name) => [0, 1, 2, 3].map((n) => late(n, name))))
  assert.deepEqual(new Set(entered), new Set(['in']))
})

test('the limits are the province’s: what its policy says from a day on is what is counted from that day', async () => {
  const from5 = '2026-03-05' as Day
  const chosen = { source: '9/QĐ-UBND', confidence: 'read', from: from5 } as const
  const overrides = [
    { key: 'login.max-failures', value: 2, ...chosen },
    { key: 'login.lock-minutes', value: 60, ...chosen },
    { key: 'session.idle-minutes', value: 5, ...chosen },
  ] as const
  const { db } = house.house
  await choosePolicy(db, { preset: 'demo-2026', overrides }, from5, '9/QĐ-UBND', house.house.clock.now())
  const day = 3 * 24 * 60
  assert.equal(await from('10.0.0.1', 'truongphong', 'sai', day), 'sign-in-failed')
  assert.equal(await from('10.0.0.1', 'truongphong', 'sai', day + 1), 'sign-in-failed')
  assert.equal(await from('10.0.0.1', 'truongphong', password, day + 2), 'sign-in-locked')
  assert.equal(await from('10.0.0.1', 'truongphong', password, day + 50), 'sign-in-locked')
  assert.equal(await from('10.0.0.1', 'truongphong', password, day + 62), 'in')
  const { id } = await db
    .selectFrom('accounts.account')
    .select('id')
    .where('username', '=', 'truongphong')
    .executeTakeFirstOrThrow()
  const minute = (n: number) => new Date(Date.parse('2026-03-05T09:00:00+07:00') + n * 60_000)
  const { token } = await db.transaction().execute((tx) => openSession(tx, id, 'browser', {}, minute(0)))
  assert.ok(await sessionOf(db, token, 'browser', minute(4)))
  assert.equal(await sessionOf(db, token, 'browser', minute(10)), undefined)
})

test('whoever runs the machine can open a name again; the lock says until when it holds', async () => {
  const { db } = house.house
  for (const attempt of [1, 2, 3, 4, 5]) await from('10.0.0.20', 'thanhtra', 'sai', attempt)
  const now = new Date(Date.parse('2026-03-02T09:00:00+07:00') + 6 * 60_000)
  const locked = await signIn(db, { username: 'thanhtra', password }, { kind: 'token', address: '10.0.0.20' }, now)
  assert.deepEqual(locked, {
    ok: false,
    refusal: 'sign-in-locked',
    detail: { until: new Date('2026-03-02T09:20:00+07:00') },
  })
  assert.equal((await unlockAccount(db, 'thanhtra', now)).ok, true)
  assert.equal(await from('10.0.0.20', 'thanhtra', password, 7), 'in')
})

test('the database knows a token only by its hash, and no password at all', async () => {
  const { body } = await enter('vanthu')
  const { rows } = await asOwner('select row_to_json(s)::text as row, token from accounts.session s')
  assert.ok(rows.some(({ token }) => token.equals(createHash('sha256').update(body.token).digest())))
  const { rows: accounts } = await asOwner('select row_to_json(a)::text as row from accounts.account a')
  for (const { row } of [...rows, ...accounts]) assert.ok(!row.includes(body.token) && !row.includes(password))
})

test('signing out ends the session at once, and only that one', async () => {
  const [one, other] = [(await enter('congdan')).body.token, (await enter('congdan')).body.token]
  assert.equal(
    (await at.api.call(null, 'DELETE', '/sessions/current', undefined, { authorization: `Bearer ${one}` })).status,
    204,
  )
  saysNo(await withToken(one), needed, 'signed out')
  assert.equal((await withToken(other)).status, 200)
  const { rows } = await asOwner(
    `select e.act, e.details from audit.entry e join accounts.account a on a.id = e.actor where a.username = 'congdan' and e.act <> 'open-messages' order by e.id desc limit 1`,
  )
  assert.deepEqual(rows, [{ act: 'sign-out', details: { by: 'token', from: '127.0.0.1' } }])
})

test('a browser’s cookie opens no door for machines, and a bearer’s token none for people [S1-17.2e]', async () => {
  const guest = visitor(house.base)
  await guest.signIn('congdan')
  const cookie = guest.cookies.get('motcua')!
  assert.equal((await guest.get('/ho-so')).status, 200)
  saysNo(await withToken(cookie), needed, 'the cookie as a token')
  const { token } = (await enter('congdan')).body
  guest.cookies.set('motcua', token)
  const turned = await guest.get('/ho-so')
  assert.match(turned.location, /^\/dang-nhap/)
  assert.equal((await withToken(token)).status, 200)
})

test('a cookie that this house did not give out is not believed, and whoever signs in gets another', async () => {
  const guest = visitor(house.base)
  const planted = 'khoa-ke-trom-da-biet-truoc-0001'
  for (const value of [planted, `${planted}.${Buffer.alloc(32).toString('base64url')}`]) {
    guest.cookies.set('motcua-khach', value)
    const form = formOn((await guest.get('/dang-nhap')).html)
    assert.notEqual(form['csrf'], csrfToken(planted), 'the token does not follow from what was planted')
    assert.notEqual(guest.cookies.get('motcua-khach'), value)
  }
  const before = guest.cookies.get('motcua-khach')!
  const { csrf } = formOn((await guest.get('/dang-nhap')).html)
  assert.equal(guest.cookies.get('motcua-khach'), before, 'what the house gave out stays')
  const entered = await guest.postBare('/dang-nhap', Object.entries({ csrf: csrf!, username: 'congdan', password }))
  assert.equal(entered.status, 303)
  assert.notEqual(guest.cookies.get('motcua-khach'), before)
})

test('a session ends when it was left alone too long, and at its hour whatever happens', async () => {
  const cases: [string, string, number][] = [
    ['left for eleven hours', `seen_at = seen_at - interval '11 hours 59 minutes'`, 200],
    ['left for half a day', `seen_at = seen_at - interval '12 hours 1 minute'`, 401],
    ['at its hour', `expires_at = '2026-03-02T09:00:00+07:00'`, 401],
  ]
  for (const [what, change, status] of cases) {
    const { token } = (await enter('congdan')).body
    await asOwner(`update accounts.session set ${change} where token = $1`, [
      createHash('sha256').update(token).digest(),
    ])
    assert.equal((await withToken(token)).status, status, what)
  }
})

test('a browser left for a quarter of an hour is signed out; each look at a page begins the quarter anew', async () => {
  const { db } = house.house
  const { id } = await db
    .selectFrom('accounts.account')
    .select('id')
    .where('username', '=', 'congdan')
    .executeTakeFirstOrThrow()
  const minute = (n: number) => new Date(Date.parse('2026-03-02T09:00:00+07:00') + n * 60_000)
  const { token } = await db.transaction().execute((tx) => openSession(tx, id, 'browser', {}, minute(0)))
  assert.ok(await sessionOf(db, token, 'browser', minute(14)))
  assert.ok(await sessionOf(db, token, 'browser', minute(28)))
  assert.equal(await sessionOf(db, token, 'browser', minute(44)), undefined)
})

test('an account that is suspended loses its sessions and its entrance at once', async () => {
  const { token } = (await enter('doanhnghiep')).body
  await asOwner(`update accounts.account set state = 'suspended' where username = 'doanhnghiep'`)
  saysNo(await withToken(token), needed, 'a session from before')
  saysNo(await enter('doanhnghiep'), { status: 409, refusal: 'account-closed' }, 'the right password')
  saysNo(await enter('doanhnghiep', 'sai'), { status: 401, refusal: 'sign-in-failed' }, 'a wrong one learns nothing')
  await asOwner(`update accounts.account set state = 'active' where username = 'doanhnghiep'`)
  assert.equal((await enter('doanhnghiep')).status, 201)
})

test('a new password ends the other sessions, and must be right, strong and new', async () => {
  const [here, elsewhere] = [(await enter('ykien')).body.token, (await enter('ykien')).body.token]
  const change = (current: string, next: string) =>
    at.api.call(null, 'POST', '/accounts/current/password', { current, next }, { authorization: `Bearer ${here}` })
  saysNo(await change('sai', 'Mat-Khau-9'), { status: 409, refusal: 'password-wrong' }, 'wrong')
  saysNo(await change(password, 'matkhau'), { status: 422, refusal: 'password-weak' }, 'weak')
  saysNo(await change(password, password), { status: 409, refusal: 'password-same' }, 'the same')
  assert.equal((await withToken(elsewhere)).status, 200, 'until then nothing has ended')
  assert.equal((await change(password, 'Mat-Khau-9')).status, 204)
  assert.equal((await withToken(here)).status, 200)
  saysNo(await withToken(elsewhere), needed, 'the other session')
  saysNo(await enter('ykien'), { status: 401, refusal: 'sign-in-failed' }, 'the old password')
  assert.equal((await enter('ykien', 'Mat-Khau-9')).status, 201)
})

test('whoever holds a session and not the password guesses five times: the rest is not judged, not even the right one', async () => {
  const { token } = (await enter('quantri')).body
  const change = (current: string) =>
    at.api.call(
      null,
      'POST',
      '/accounts/current/password',
      { current, next: 'Mat-Khau-9' },
      { authorization: `Bearer ${token}` },
    )
  const first = await change('sai')
  saysNo(first, { status: 409, refusal: 'password-wrong' }, 'the first')
  assert.equal(first.body.left, 4)
  assert.match(first.body.detail, /còn 4 lần/)
  const answers = await Promise.all([...Array(6).fill('sai'), ...Array(6).fill(password)].map(change))
  assert.ok(answers.filter(({ body }) => body.refusal === 'password-wrong').length <= 4)
  assert.ok(!answers.some(({ status }) => status === 204))
  saysNo(await change(password), { status: 429, refusal: 'too-many-requests' }, 'the right one')
})

test('every sign-in and every failure of it stands in the audit, with its address and without the password', async () => {
  const { rows } = await sql<{ act: string; details: { from?: string } }>`
    select e.act, e.details from audit.entry e join accounts.account a on e.stream = 'account:' || a.id
    where a.username = 'thungan' order by e.position`.execute(house.house.db)
  assert.deepEqual(
    rows.map(({ act, details }) => `${act} ${details.from}`),
    [
      ...[1, 2, 3, 4, 5].map(() => 'sign-in-failed 10.0.0.9'),
      'sign-in 10.0.0.9',
      ...[1, 2, 3, 4, 5].map((n) => `sign-in-failed 2001:db8:7:7::${n}`),
    ],
  )
  const { rows: entries } = await asOwner('select row_to_json(e)::text as row from audit.entry e')
  for (const { row } of entries) assert.ok(!row.includes(password) && !row.includes('Mat-Khau-9'))
})
