import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse } from '../../journeys/reach.ts'
import { saysNo } from '../../journeys/refusal.ts'
import { formOn, visitor } from '../../journeys/visitor.ts'
import { day } from '../ground/day.ts'
import { newId } from '../ground/uuid.ts'
import type { ProvincePolicy } from '../policy/index.ts'
import { choosePolicy } from '../policy/index.ts'
import { codeAt, stepAt } from './totp.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
  const from = day('2025-07-01')
  const staff = { key: 'login.second-factor', value: 'staff', source: 'Quyết định thử', confidence: 'read', from }
  const chosen = { preset: 'demo-2026', overrides: [staff] } as unknown as ProvincePolicy
  await choosePolicy(house.house.db, chosen, from, 'Quyết định thử', house.house.clock.now())
})
after(() => house.close())

const needed = { status: 409, refusal: 'second-factor-needed' }
const path = '/accounts/current/second-factor'
const enter = async (username: string, otp?: string) =>
  at.api.call(null, 'POST', '/sessions', { username, password: 'Demo@12345', ...(otp ? { otp } : {}) })
const withToken = (token: string, method: string, where: string, body?: unknown) =>
  at.api.call(null, method, where, body, { authorization: `Bearer ${token}` })

/** The device of a story: it knows the secret, and each of its codes is shown once. */
function device(secret: string) {
  const bits = [...secret]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
  // The code of now and the one after: both are taken for half a minute to come, each once.
  let next = stepAt(Date.now())
  return () => codeAt(key, next++)
}

test('who decides, signs or administers gets no further than the second step; who takes in and files goes on as before', async () => {
  for (const username of ['lanhdao', 'vanthu', 'truongphong', 'quantri']) {
    const { token } = (await enter(username)).body
    saysNo(await withToken(token, 'GET', '/dossiers'), needed, username)
  }
  for (const username of ['tiepnhan', 'congdan']) {
    const { token } = (await enter(username)).body
    assert.equal((await withToken(token, 'GET', '/dossiers')).status, 200, username)
  }
})

test('a device is set by its first code, a code is taken once, a recovery code once, and a stranger with the password is stopped', async () => {
  const { token } = (await enter('lanhdao')).body
  const { secret, address } = (await withToken(token, 'GET', path)).body
  assert.match(address, /^otpauth:\/\/totp\//)
  const show = device(secret)
  saysNo(
    await withToken(token, 'POST', path, { code: '000000' }),
    { status: 401, refusal: 'otp-wrong' },
    'no code of this device',
  )
  const first = show()
  const set = await withToken(token, 'POST', path, { code: first })
  assert.equal(set.status, 200)
  assert.equal(new Set(set.body.recoveryCodes).size, 10)
  assert.equal((await withToken(token, 'GET', '/dossiers')).status, 200)

  const again = (await enter('lanhdao')).body.token
  saysNo(await withToken(again, 'GET', '/dossiers'), needed, 'every later sign-in')
  const stolen = { current: 'Demo@12345', next: 'Cuop@12345' }
  saysNo(await withToken(again, 'POST', '/accounts/current/password', stolen), needed, 'nor is the password changed')
  saysNo(await withToken(again, 'GET', path), { status: 409, refusal: 'second-factor-set' }, 'nor another device set')
  saysNo(
    await withToken(again, 'POST', path, { code: first }),
    { status: 401, refusal: 'otp-wrong' },
    'a code seen over a shoulder',
  )
  assert.deepEqual((await withToken(again, 'POST', path, { code: show() })).body, { recoveryCodes: [] })
  assert.equal((await withToken(again, 'GET', '/dossiers')).status, 200)

  const [spare] = set.body.recoveryCodes
  const third = await enter('lanhdao', spare)
  assert.equal(
    (await withToken(third.body.token, 'GET', '/dossiers')).status,
    200,
    'name, password and recovery code at once',
  )
  saysNo(await enter('lanhdao', spare), { status: 401, refusal: 'otp-wrong' }, 'used')
  const kept = await house.house.db.selectFrom('accounts.second_factor').selectAll().executeTakeFirstOrThrow()
  assert.ok(!kept.secret_sealed.includes(secret), 'the secret is sealed')
})

test('five wrong codes shut the second step for the time a lock lasts, also for the right one', async () => {
  const { token } = (await enter('vanthu')).body
  const { secret } = (await withToken(token, 'GET', path)).body
  const show = device(secret)
  const seen = []
  for (let tries = 0; tries < 8; tries += 1)
    seen.push((await withToken(token, 'POST', path, { code: '111111' })).body.refusal)
  assert.ok(seen.includes('too-many-requests'), seen.join(' '))
  saysNo(await withToken(token, 'POST', path, { code: show() }), { status: 429, refusal: 'too-many-requests' }, 'shut')
})

test('whoever has set only a passkey, or nothing yet, does not change the password by a program with the password alone', async () => {
  const { id, displayName } = (await enter('chutich')).body.account
  const key = {
    credential: Buffer.from('khóa'),
    public_key: Buffer.from('x'),
    counter: 0,
    transports: [],
    label: displayName,
  }
  const change = async (username: string) => {
    const { token } = (await enter(username)).body
    return withToken(token, 'POST', '/accounts/current/password', { current: 'Demo@12345', next: 'Moi@123456' })
  }
  saysNo(await change('chutich'), needed, 'a device is still to be set')
  const now = house.house.clock.now()
  const passkey = { id: newId(now), account: id, synced: false, made_at: now, ...key }
  await house.house.db.insertInto('accounts.passkey').values(passkey).execute()
  saysNo(await change('chutich'), needed, 'the passkey is not shown')
  const { token } = (await enter('chutich')).body
  saysNo(await withToken(token, 'GET', path), needed, 'nor is a device set beside it')
})

test('a secret that somebody else was shown before is never the one a holder sets up, and goes with the session or the password it was shown under', async () => {
  const thief = (await enter('giamdoc')).body.token
  const seen = (await withToken(thief, 'GET', path)).body.secret
  assert.notEqual((await withToken(thief, 'GET', path)).body.secret, seen, 'each beginning has its own')
  const holder = (await enter('giamdoc')).body.token
  const own = (await withToken(holder, 'GET', path)).body.secret
  const later = (await withToken(thief, 'GET', path)).body.secret
  assert.equal(new Set([seen, own, later]).size, 3)
  const lost = { status: 409, refusal: 'second-factor-unset' }
  saysNo(await withToken(holder, 'POST', path, { code: device(own)() }), lost, 'another began meanwhile')
  const begun = (username: string) =>
    house.house.db
      .selectFrom('accounts.second_factor as f')
      .innerJoin('accounts.account as a', 'a.id', 'f.account')
      .select('f.session')
      .where('a.username', '=', username)
      .where('f.confirmed_at', 'is', null)
  assert.equal((await begun('giamdoc').execute()).length, 1)
  const change = { current: 'Demo@12345', next: 'Moi@123456' }
  await at.api.call(null, 'DELETE', '/sessions/current', undefined, { authorization: `Bearer ${thief}` })
  assert.equal((await begun('giamdoc').execute()).length, 0, 'it went with its session')
  const citizen = (await enter('congdan')).body.token
  await withToken(citizen, 'GET', path)
  assert.equal((await begun('congdan').execute()).length, 1)
  assert.equal((await withToken(citizen, 'POST', '/accounts/current/password', change)).status, 204)
  assert.equal((await begun('congdan').execute()).length, 0, 'it went with the password')
})

test('with a browser the second step stands before every page and leads on to where one was going', async () => {
  const one = visitor(house.base)
  await one.signIn('truongphong')
  const closed = await one.get('/viec/confirm')
  assert.equal(closed.location, '/tai-khoan/buoc-hai?ve=%2Fviec%2Fconfirm')
  const page = await one.get(closed.location)
  assert.match(page.html, /data:image\/svg\+xml/)
  const secretOn = (html: string) => /<code class="key">([A-Z2-7 ]+)</.exec(html)![1]!.replaceAll(' ', '')
  const secret = secretOn(page.html)
  const send = (html: string, code: string) => one.postBare(closed.location, Object.entries({ ...formOn(html), code }))
  const wrong = await send(page.html, '12')
  assert.equal(wrong.status, 422)
  assert.equal(secretOn(wrong.html), secret, 'a slip costs no new device')
  const codes = await send(wrong.html, device(secret)())
  assert.equal(codes.html.match(/<code>[a-z2-9]{5}-[a-z2-9]{5}</g)?.length, 10)
  assert.match(codes.html, /href="\/viec\/confirm"/)
  assert.equal((await one.get('/viec/confirm')).status, 200)
})
