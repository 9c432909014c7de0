import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openTestHouse, type TestHouse, withClient } from '../../../journeys/reach.ts'
import { tokensAtOneAddress } from '../acts/end-login.ts'
import { visitor } from '../../../journeys/visitor.ts'
import { type Flaw, flaws, openBroken } from './broken.ts'

let house: TestHouse
let twin: Awaited<ReturnType<typeof openBroken>>
before(async () => {
  house = await openTestHouse()
  twin = await openBroken('motcua', {
    HoVaTen: 'Nguyễn Thị Thùy Dương',
    SoDinhDanh: '046192003517',
    LoaiTaiKhoan: '1',
    TechID: 'T1',
  })
  const file = join(house.house.config.data, 'logins.json')
  writeFileSync(file, JSON.stringify({ 'national-portal': twin.described() }))
  Object.assign(house.house.config, { logins: file })
})
after(async () => {
  await house.close()
  await twin.close()
})

/** As far as the code: the browser comes back from the twin to this address. */
async function begin(one = visitor(house.base)) {
  const { location } = await one.get('/dang-nhap/dvcqg')
  const sent = await fetch(location, { redirect: 'manual' })
  const { pathname, search } = new URL(sent.headers.get('location')!)
  return { one, back: pathname + search }
}

const sessions = () => house.house.db.selectFrom('accounts.session').select('account').execute()
const lastRefusal = () =>
  house.house.db
    .selectFrom('audit.entry')
    .select(['act', 'details'])
    .where('act', 'like', 'refused:login-%')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()

/** What each flaw is answered with, and what the trace says of it. */
const refusedAs: Record<Exclude<Flaw, 'whole'>, { refusal: string; why: string }> = {
  issuer: { refusal: 'login-token-wrong', why: 'iss' },
  audience: { refusal: 'login-token-wrong', why: 'aud' },
  nonce: { refusal: 'login-token-wrong', why: 'nonce' },
  expired: { refusal: 'login-token-expired', why: 'exp' },
  unsigned: { refusal: 'login-token-wrong', why: 'alg' },
  signature: { refusal: 'login-token-wrong', why: 'signature' },
  'no-token': { refusal: 'login-token-wrong', why: 'id_token' },
  'other-subject': { refusal: 'login-token-wrong', why: '"sub"' },
  silent: { refusal: 'login-away', why: 'network' },
  'not-json': { refusal: 'login-away', why: 'OAUTH_RESPONSE_IS_NOT_JSON' },
}

test('a token of another issuer, for another client, of another sign-in, too old, unsigned or falsely signed opens nothing, says so and leaves its trace', async () => {
  for (const flaw of flaws.filter((one) => one !== 'whole')) {
    twin.fail(flaw)
    const { one, back } = await begin()
    const seen = await one.get(back)
    const { refusal, why } = refusedAs[flaw]
    assert.equal(seen.location, `/dang-nhap?loi=${refusal}`, flaw)
    const page = await one.get(seen.location)
    assert.match(page.html, /role="status"|class="notice/, flaw)
    const { act, details } = await lastRefusal()
    const { why: written, through } = details as { why: string; through: string }
    assert.deepEqual([act, written, through], [`refused:${refusal}`, why, 'national-portal'], flaw)
  }
  assert.equal((await sessions()).length, 0)
  twin.fail('whole')
  const { one, back } = await begin()
  assert.equal((await one.get(back)).location, '/ho-so', 'the same twin, whole')
})

test('a state is taken once, from the browser that began it, at the system it was made for, and only for a quarter of an hour', async () => {
  twin.fail('whole')
  const before = (await sessions()).length
  const stale = '/dang-nhap?loi=login-stale'
  const { back } = await begin()
  assert.equal((await visitor(house.base).get(back)).location, stale, 'another browser')
  const second = await begin()
  assert.equal((await second.one.get(second.back.replace('/dvcqg/', '/vneid/'))).location, stale, 'another system')
  const third = await begin()
  assert.equal((await third.one.get('/dang-nhap/dvcqg/tro-lai?code=x&state=khong-ai-biet')).location, stale, 'unknown')
  await house.house.db
    .updateTable('accounts.login_attempt')
    .set({ ends_at: house.house.clock.now(), begun_at: new Date(0) })
    .execute()
  assert.equal((await third.one.get(third.back)).location, stale, 'too old')
  assert.equal((await sessions()).length, before)
  const fourth = await begin()
  assert.equal((await fourth.one.get(fourth.back)).location, '/ho-so')
  assert.equal((await fourth.one.get(fourth.back)).location, stale, 'used')
})

test('the word that a sign-in has ended is taken once, together with what it ends or not at all; who sends too many is told to wait', async () => {
  const { db } = house.house
  const send = async (token: string) => {
    const body = new URLSearchParams({ logout_token: token })
    return (await fetch(`${house.base}/api/v1/logins/national-portal/logout`, { method: 'POST', body })).status
  }
  const signIn = async () => {
    const { one, back } = await begin()
    assert.equal((await one.get(back)).location, '/ho-so')
    return async () => (await one.get('/tai-khoan')).status
  }
  twin.fail('whole')
  const first = await signIn()
  const token = twin.ended('k-1', 'mot')
  const broken = `create function accounts.fails() returns trigger language plpgsql as $$ begin raise 'fails'; end $$;
    create trigger fails before delete on accounts.session for each row execute function accounts.fails()`
  await withClient(house.ownerUrl, (client) => client.query(broken))
  assert.equal(await send(token), 500)
  assert.equal(await first(), 200, 'nothing was ended')
  await withClient(house.ownerUrl, (client) => client.query('drop function accounts.fails cascade'))
  assert.equal(await send(token), 200, 'so the same word may come again')
  assert.equal(await first(), 303)

  const second = await signIn()
  assert.equal(await send(token), 400, 'a second time')
  assert.equal(await second(), 200, 'nobody is signed out by an old word')
  const other = twin.ended('k-1', 'hai')
  assert.deepEqual((await Promise.all([send(other), send(other)])).toSorted(), [200, 400], 'twice at one moment')
  assert.equal(await second(), 303)
  assert.equal(await send(twin.ended('nobody-here', 'ba')), 200, 'who never came here has nothing to end')

  const full = db.updateTable('ground.throttle').set({ hits: tokensAtOneAddress }).where('subject', 'like', 'logout:%')
  assert.equal((await full.executeTakeFirstOrThrow()).numUpdatedRows, 1n)
  assert.equal(await send(twin.ended('k-1', 'bon')), 429)
})
