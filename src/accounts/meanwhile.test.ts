import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Client } from 'pg'
import { openTestHouse, reacher, type Reacher, type TestHouse } from '../../journeys/reach.ts'
import { saysNo } from '../../journeys/refusal.ts'
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
    await house.house.db.updateTable('accounts.account').set({ state: 'active' }).where('username', '=', username).execute()
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
