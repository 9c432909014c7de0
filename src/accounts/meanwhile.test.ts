import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Client } from 'pg'
import { openTestHouse, reacher, type Reacher, type TestHouse } from '../../journeys/reach.ts'
import { saysNo } from '../../journeys/refusal.ts'
import { through, toTheTwin } from '../../journeys/logins.ts'
import { scannedPdf } from '../../journeys/papers.ts'
import { tokenOn, visitor } from '../../journeys/visitor.ts'
import { codeAt, stepAt } from './totp.ts'
import { meanwhile } from '../ground/testing/meanwhile.ts'
import { signIn } from './acts/sign-in.ts'
import { hashPassword } from './password.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

const password = 'Demo@12345'
const needed = { status: 401, refusal: 'sign-in-needed' }
const enter = (username: string, word = password, more = {}) =>
  at.api.call(null, 'POST', '/sessions', { username, password: word, ...more })
const withToken = (token: string, method: string, path: string, body?: unknown) =>
  at.api.call(null, method, path, body, { authorization: `Bearer ${token}` })
const stateOf = async (username: string) =>
  (
    await house.house.db
      .selectFrom('accounts.account')
      .select('state')
      .where('username', '=', username)
      .executeTakeFirstOrThrow()
  ).state

/** What an administrator's act writes, while it is not yet kept. */
const become = (username: string, state: string) => (client: Client) =>
  client.query('update accounts.account set state = $2 where username = $1', [username, state])
/** The holder sets another password and every session ends, in one transaction of which nothing is kept yet. */
const changeHands = (username: string, word: string) => async (client: Client) => {
  await client.query('update accounts.account set password = $2 where username = $1', [username, word])
  await client.query(
    'delete from accounts.session where account = (select id from accounts.account where username = $1)',
    [username],
  )
  // Nobody enters before this is kept, by whatever way.
  await client.query('lock table accounts.session in share row exclusive mode')
}

test('a suspended account is not opened again by its holder’s change of password that was under way', async () => {
  for (const [username, state, refusal] of [
    ['ykien', 'suspended', 'account-closed'],
    ['thungan', 'paused', 'account-paused'],
  ] as const) {
    const { token } = (await enter(username)).body
    const change = { current: password, next: 'Moi@123456' }
    const answer = await meanwhile(house.ownerUrl, become(username, state), () =>
      withToken(token, 'POST', '/accounts/current/password', change),
    )
    saysNo(answer, { status: 409, refusal }, username)
    assert.equal(await stateOf(username), state)
    await house.house.db
      .updateTable('accounts.account')
      .set({ state: 'active' })
      .where('username', '=', username)
      .execute()
  }
})

test('a paused account that is suspended while its holder comes back stays suspended', async () => {
  await house.house.db.updateTable('accounts.account').set({ state: 'paused' }).where('username', '=', 'soho').execute()
  const answer = await meanwhile(house.ownerUrl, become('soho', 'suspended'), () =>
    enter('soho', password, { resume: true }),
  )
  saysNo(answer, { status: 409, refusal: 'account-closed' }, 'suspended meanwhile')
  assert.equal(await stateOf('soho'), 'suspended')
})

test('whoever enters with the old password while the holder sets a new one is not let in', async () => {
  const fresh = await hashPassword('Moi@123456')
  const now = house.house.clock.now()
  const from = { kind: 'token', address: '10.9.0.1' } as const
  const answer = await meanwhile(house.ownerUrl, changeHands('congchung', fresh), () =>
    signIn(house.house.db, { username: 'congchung', password }, from, now),
  )
  assert.deepEqual(answer, { ok: false, refusal: 'sign-in-failed' })
})

test('a change of password that outlasts its own session changes nothing', async () => {
  const { token } = (await enter('vanthu')).body
  const answer = await meanwhile(
    house.ownerUrl,
    async (client) => {
      await become('vanthu', 'active')(client)
      await client.query('delete from accounts.session')
    },
    () => withToken(token, 'POST', '/accounts/current/password', { current: password, next: 'Moi@123456' }),
  )
  saysNo(answer, needed, 'the session ended')
  assert.equal((await enter('vanthu')).status, 201, 'the password is what it was')
})

test('a sign-in at another system is not finished into an account that was suspended, or whose sign-in was ended there, meanwhile', async () => {
  const again = visitor(house.base)
  assert.equal((await through(again, house.base, 'can-bo', 'chuyenvien')).location, '/viec')
  const one = visitor(house.base)
  const back = await toTheTwin(one, house.base, 'can-bo', 'chuyenvien')
  const shut = async (client: Client) => {
    await become('chuyenvien', 'suspended')(client)
    await client.query('lock table accounts.session in share row exclusive mode')
  }
  const seen = await meanwhile(house.ownerUrl, shut, () => one.get(back))
  assert.equal(seen.location, '/dang-nhap?loi=account-closed')
  await house.house.db
    .updateTable('accounts.account')
    .set({ state: 'active' })
    .where('username', '=', 'chuyenvien')
    .execute()
  const other = visitor(house.base)
  const late = await toTheTwin(other, house.base, 'can-bo', 'chuyenvien')
  const hourLater = new Date('2026-03-02T10:00:00+07:00')
  await house.house.db.updateTable('accounts.login_link').set({ ended_at: hourLater }).execute()
  assert.equal((await other.get(late)).location, '/dang-nhap?loi=login-stale')
})

test('a code of the second step that was right raises no session that ended before it was taken, and says so', async () => {
  const path = '/accounts/current/second-factor'
  const first = (await enter('tiepnhan')).body.token
  const key = keyOf((await withToken(first, 'GET', path)).body.secret)
  const step = stepAt(Date.now())
  assert.equal((await withToken(first, 'POST', path, { code: codeAt(key, step) })).status, 200)
  const { token } = (await enter('tiepnhan')).body
  const recover = async (client: Client) => {
    await become('tiepnhan', 'registered')(client)
    await client.query('delete from accounts.session')
  }
  const prove = () => withToken(token, 'POST', path, { code: codeAt(key, step + 1) })
  saysNo(await meanwhile(house.ownerUrl, recover, prove), needed, 'the session ended')
})

test('whoever is suspended while a file of theirs is still on its way has sent nothing', async () => {
  const pdf = await scannedPdf('Giấy tờ')
  const filesNow = async () => (await house.house.db.selectFrom('documents.file').select('id').execute()).length
  const before = await filesNow()
  const boundary = 'ranh-gioi'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`
  const { token } = (await enter('doanhnghiep')).body
  const page = visitor(house.base)
  await page.signIn('doanhnghiep')
  const cookie = [...page.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const csrf = tokenOn((await page.get('/tai-khoan')).html)
  const field = `--${boundary}\r\ncontent-disposition: form-data; name="csrf"\r\n\r\n${csrf}\r\n`
  const { clock } = house.house
  const plain = clock.now
  for (const [path, headers, first] of [
    ['/api/v1/files', { authorization: `Bearer ${token}` }, head],
    ['/tai-khoan/dai-dien', { cookie }, field + head],
  ] as const) {
    await house.house.db
      .updateTable('accounts.account')
      .set({ state: 'active' })
      .where('username', '=', 'doanhnghiep')
      .execute()
    const judged = Promise.withResolvers<void>()
    clock.now = () => (judged.resolve(), plain())
    const rest = Promise.withResolvers<void>()
    const body = new ReadableStream({
      async start(send) {
        send.enqueue(Buffer.from(first))
        await rest.promise
        send.enqueue(Buffer.concat([pdf, Buffer.from(`\r\n--${boundary}--\r\n`)]))
        send.close()
      },
    })
    const type = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    const init = { method: 'POST', headers: { ...headers, ...type }, body, duplex: 'half', redirect: 'manual' }
    const sent = fetch(`${house.base}${path}`, init as RequestInit)
    await judged.promise
    clock.now = plain
    // Longer than the one question by which a request begins.
    await visitor(house.base).get('/dang-nhap')
    await house.house.db
      .updateTable('accounts.account')
      .set({ state: 'suspended' })
      .where('username', '=', 'doanhnghiep')
      .execute()
    rest.resolve()
    const answer = await sent
    assert.ok(
      answer.status === 401 || answer.headers.get('location')?.startsWith('/dang-nhap'),
      `${path} ${answer.status}`,
    )
  }
  assert.equal(await filesNow(), before)
})

/** What a device makes of the secret typed into it. */
function keyOf(secret: string): Buffer {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret].map((sign) => letters.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}
