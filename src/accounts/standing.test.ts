import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse } from '../../journeys/reach.ts'
import { saysNo } from '../../journeys/refusal.ts'
import { tokenOn, visitor } from '../../journeys/visitor.ts'
import { system } from '../audit/index.ts'
import { dayOf } from '../ground/day.ts'
import { recoverAccount } from './acts/change-standing.ts'
import { recoveryCode } from './acts/second-person.ts'
import { openStill, sessionRow } from './session.ts'

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
const idOf = async (q: string, who = 'quantri') =>
  (await at.api.expect(200, who, 'POST', '/accounts/search', { q })).items[0].id
const change = (who: string, id: string, body: object) => at.api.call(who, 'POST', `/accounts/${id}/standing`, body)

test('whoever harms the system is suspended with a reason, and is out from the next request on; without a reason nothing happens [S1-23.3c]', async () => {
  const { token } = (await enter('ykien')).body
  const id = await idOf('ykien')
  saysNo(
    await change('quantri', id, { act: 'suspend', reason: '  ' }),
    { status: 409, refusal: 'standing-reason-needed' },
    'no reason',
  )
  assert.equal((await withToken(token, 'GET', '/messages')).status, 200)
  const suspended = await change('quantri', id, { act: 'suspend', reason: 'Gửi hàng loạt tệp độc hại' })
  assert.deepEqual([suspended.status, suspended.body.state], [200, 'suspended'])
  saysNo(await withToken(token, 'GET', '/messages'), needed, 'the next request')
  saysNo(await enter('ykien'), { status: 409, refusal: 'account-closed' }, 'signing in')
  const kept = await house.house.db
    .selectFrom('accounts.standing_change')
    .selectAll()
    .where('account', '=', id)
    .execute()
  assert.equal(kept.length, 1)
  assert.doesNotMatch(Buffer.from(kept[0]!.reason_sealed!).toString('utf8'), /độc hại/, 'the reason is sealed')
  assert.equal((await change('quantri', id, { act: 'reopen', reason: 'Đã làm rõ, máy bị nhiễm' })).status, 200)
  assert.equal((await enter('ykien')).status, 201)
})

test('an owner who lost control has the account locked at a counter at once, and gets it back by showing who they are: a one-time password, to be changed [S0-15.3b] [S1-23.3b] [S2-18.7]', async () => {
  const { token } = (await enter('congdan')).body
  const id = await idOf('046192003517', 'tiepnhan')
  assert.equal((await change('tiepnhan', id, { act: 'lock', reason: 'Chủ tài khoản báo mất điện thoại' })).status, 200)
  saysNo(await withToken(token, 'GET', '/messages'), needed, 'every session has ended')
  saysNo(await enter('congdan'), { status: 409, refusal: 'account-closed' }, 'locked')
  const body = { reason: 'Đã đối chiếu thẻ căn cước' }
  const { status, body: given } = await at.api.call('tiepnhan', 'POST', `/accounts/${id}/recovery`, body)
  assert.equal(status, 201)
  saysNo(await enter('congdan'), { status: 401, refusal: 'sign-in-failed' }, 'the old password')
  const first = await enter('congdan', given.firstPassword)
  assert.equal(first.body.account.mustChangePassword, true)
  saysNo(
    await withToken(first.body.token, 'GET', '/messages'),
    { status: 409, refusal: 'password-change-needed' },
    'before the change',
  )
  const changed = await withToken(first.body.token, 'POST', '/accounts/current/password', {
    current: given.firstPassword,
    next: 'Moi@123456',
  })
  assert.equal(changed.status, 204)
  assert.equal((await withToken(first.body.token, 'GET', '/messages')).status, 200)
})

test('a holder pauses, uses again and closes their own account, and signing in follows [S1-17.1b]', async () => {
  const own = async (act: string, token: string, more = {}) =>
    withToken(token, 'POST', '/accounts/current/standing', { act, ...more })
  const first = (await enter('doanhnghiep')).body.token
  assert.equal((await own('pause', first)).body.state, 'paused')
  saysNo(await enter('doanhnghiep'), { status: 409, refusal: 'account-paused' }, 'paused')
  saysNo(
    await enter('doanhnghiep', 'sai', { resume: true }),
    { status: 401, refusal: 'sign-in-failed' },
    'only its holder',
  )
  const again = await enter('doanhnghiep', password, { resume: true })
  assert.equal(again.status, 201)
  assert.equal((await withToken(again.body.token, 'GET', '/messages')).status, 200)
  const wrong = { status: 409, refusal: 'password-wrong' }
  saysNo(await own('close', again.body.token), wrong, 'a session left open closes nothing')
  saysNo(await own('close', again.body.token, { password: 'sai' }), wrong, 'nor does who does not know it')
  assert.equal((await own('close', again.body.token, { password })).body.state, 'closed')
  saysNo(await enter('doanhnghiep', password, { resume: true }), { status: 409, refusal: 'account-closed' }, 'closed')
})

test('who has no password closes the account within ten minutes of signing in, and not from a session left open', async () => {
  const { db } = house.house
  const person = { kind: 'person', displayName: 'Lê Văn Bình An', identityNumber: '046085004321', acceptTerms: true }
  await at.api.expect(201, null, 'POST', '/accounts', { ...person, username: 'binhan', password })
  const { token } = (await enter('binhan')).body
  const close = () => withToken(token, 'POST', '/accounts/current/standing', { act: 'close' })
  await db.updateTable('accounts.account').set({ password: null }).where('username', '=', 'binhan').execute()
  const began = (minutes: number) =>
    db
      .updateTable('accounts.session')
      .set({ created_at: new Date(house.house.clock.now().getTime() - minutes * 60_000) })
      .where('token', '=', createHash('sha256').update(token).digest())
      .execute()
  await began(11)
  saysNo(await close(), { status: 409, refusal: 'fresh-sign-in-needed' }, 'eleven minutes ago')
  await began(9)
  assert.equal((await close()).body.state, 'closed')
})

test('an account is looked for in a body or a form: no address holds a name or a number, and no title of a page a name', async () => {
  const number = '046192003517'
  const byNumber = await at.api.expect(200, 'tiepnhan', 'POST', '/accounts/search', { q: number })
  assert.deepEqual(
    byNumber.items.map(({ username }: { username: string }) => username),
    ['congdan'],
  )
  for (const q of [number, 'Thùy Dương'])
    assert.deepEqual((await at.api.expect(200, 'tiepnhan', 'GET', `/accounts?q=${encodeURIComponent(q)}`)).items, [])
  const officer = visitor(house.base)
  await officer.signIn('tiepnhan')
  const { html } = await officer.post('/quan-tri/tai-khoan', { q: number })
  const page = await officer.get(/\/quan-tri\/tai-khoan\/[0-9a-f-]{36}/.exec(html)![0])
  assert.match(page.html, /<h1>Nguyễn Thị Thùy Dương/)
  assert.doesNotMatch(/<title>[^<]*/.exec(page.html)![0], /Dương/)
  assert.doesNotMatch((await officer.get(`/quan-tri/tai-khoan?q=${number}`)).html, /Thùy Dương/)
  const sought = await officer.get('/viec/tim?q=Thùy Dương')
  assert.doesNotMatch(/<title>[^<]*/.exec(sought.html)![0], /Dương/)
})

test('who helps holders never touches an officer’s account, who manages accounts never their own, and others find no such door', async () => {
  const officer = await idOf('chuyenvien')
  const body = { act: 'lock', reason: 'Thử khóa tài khoản' }
  saysNo(await change('tiepnhan', officer, body), { status: 404, refusal: 'not-found' }, 'a helper and an officer')
  const found = await at.api.expect(200, 'tiepnhan', 'GET', '/accounts?q=chuyenvien')
  assert.deepEqual(found.items, [])
  saysNo(await change('quantri', await idOf('quantri'), body), { status: 409, refusal: 'own-account' }, 'one’s own')
  saysNo(
    await change('tiepnhan', await idOf('doanhnghiep'), { act: 'suspend', reason: 'Thử tạm đình chỉ' }),
    { status: 409, refusal: 'not-permitted' },
    'a helper suspends nobody',
  )
  for (const who of ['chuyenvien', 'lanhdao', 'thanhtra'])
    saysNo(await change(who, officer, body), { status: 404, refusal: 'not-found' }, who)
})

test('a holder sees where they are signed in, ends one place, or all but here [S2-24.3b]', async () => {
  const [one, two, three] = await Promise.all(
    ['x', 'y', 'z'].map(async () => (await enter('thungan')).body.token as string),
  )
  const list = async (token: string) => (await withToken(token, 'GET', '/accounts/current/sessions')).body.items
  const seen = await list(one!)
  assert.equal(seen.length, 3)
  assert.equal(seen.filter((row: { current: boolean }) => row.current).length, 1)
  const other = (await list(two!)).find((row: { current: boolean }) => row.current)
  assert.equal((await withToken(one!, 'DELETE', `/accounts/current/sessions/${other.id}`)).status, 204)
  saysNo(await withToken(two!, 'GET', '/messages'), needed, 'ended by name')
  const strangers = (await enter('tiepnhan2')).body.token as string
  saysNo(
    await withToken(strangers, 'DELETE', `/accounts/current/sessions/${seen[0].id}`),
    { status: 404, refusal: 'not-found' },
    'not another’s',
  )
  assert.deepEqual((await withToken(one!, 'DELETE', '/accounts/current/sessions')).body, { ended: 1 })
  saysNo(await withToken(three!, 'GET', '/messages'), needed, 'all but here')
  assert.equal((await list(one!)).length, 1)
})

test('a self-registered account is not authenticated until an officer confirms it with stated evidence; then it is, directly [S0-2.3b] [S1-23.3a] [S1-9.1]', async () => {
  const person = { kind: 'person', username: 'tu-dang-ky', password: 'Rieng@12345', displayName: 'Trịnh Văn Tự' }
  const { id } = await at.api.expect(201, null, 'POST', '/accounts', {
    ...person,
    identityNumber: '046090001122',
    acceptTerms: true,
  })
  const assured = () =>
    house.house.db
      .selectFrom('accounts.account')
      .select(['assurance', 'assured_through as through'])
      .where('id', '=', id)
      .executeTakeFirst()
  const one = visitor(house.base)
  await one.signIn('tu-dang-ky', 'Rieng@12345')
  assert.match((await one.get('/tai-khoan')).html, /chưa xác thực/)
  saysNo(
    await change('quantri', id, { act: 'confirm', reason: '' }),
    { status: 409, refusal: 'standing-reason-needed' },
    'no evidence',
  )
  saysNo(
    await change('tiepnhan', id, { act: 'confirm', reason: 'Đã xem thẻ căn cước' }),
    { status: 409, refusal: 'not-permitted' },
    'not theirs',
  )
  assert.deepEqual(await assured(), { assurance: 'none', through: null })
  assert.equal(
    (await change('quantri', id, { act: 'confirm', reason: 'Đã đối chiếu thẻ căn cước bản chính' })).status,
    200,
  )
  assert.deepEqual(await assured(), { assurance: 'officer', through: 'officer' })
  assert.match((await one.get('/tai-khoan')).html, /Cán bộ đã xác nhận/)
})

test('a holder reports a loss and the account is locked until they show who they are; the page tells when they signed in before [S2-24.6] [S1-20.2]', async () => {
  const weak = await at.api.call(null, 'POST', '/accounts', {
    kind: 'person',
    username: 'yeu',
    password: 'matkhau',
    displayName: 'Yếu Văn Mật',
    identityNumber: '046090003344',
    acceptTerms: true,
  })
  saysNo(weak, { status: 422, refusal: 'password-weak' }, 'a weak password')
  const one = visitor(house.base)
  await one.signIn('tu-dang-ky', 'Rieng@12345')
  const page = await one.get('/tai-khoan/an-toan')
  assert.match(page.html, /Lần đăng nhập trước: <time datetime="2026-03-02T09:0/)
  const csrf = tokenOn(page.html)
  assert.equal(
    (
      await one.postBare('/tai-khoan/an-toan', [
        ['csrf', csrf],
        ['viec', 'lock'],
      ])
    ).status,
    422,
    'not by a slip',
  )
  const locked = await one.postBare('/tai-khoan/an-toan', [
    ['csrf', csrf],
    ['viec', 'lock'],
    ['chac-chan', 'true'],
  ])
  assert.equal(locked.location, '/dang-nhap')
  saysNo(await enter('tu-dang-ky', 'Rieng@12345'), { status: 409, refusal: 'account-closed' }, 'locked')
  const id = await idOf('tu-dang-ky')
  assert.equal(
    (await at.api.call('tiepnhan', 'POST', `/accounts/${id}/recovery`, { reason: 'Đã đối chiếu thẻ căn cước' })).status,
    201,
  )
})

test('an officer’s new password is asked for by one administrator and given by another, or with the code the officer was sent; they and the head of the agency hear of it', async () => {
  const id = await idOf('chuyenvien')
  const { token } = (await enter('chuyenvien')).body
  const recover = (who: string, more = {}) =>
    at.api.call(who, 'POST', `/accounts/${id}/recovery`, { reason: 'Mất điện thoại, đã gặp tại cơ quan', ...more })
  const messagesOf = async (who: string) => (await at.api.expect(200, who, 'GET', '/messages')).items
  const asked = await recover('quantri')
  assert.deepEqual([asked.status, asked.body.firstPassword], [201, null])
  const mine = (await withToken(token, 'GET', '/messages')).body.items
  assert.equal(
    mine[0].subject,
    'Có đề nghị cấp lại mật khẩu cho tài khoản của bạn',
    'the holder still works, and hears',
  )
  const [heard] = await messagesOf('lanhdao')
  assert.match(heard.subject, /^Có đề nghị cấp lại mật khẩu cho /)
  const code = /mã (\d{8})/.exec(mine[0].body)![1]!
  assert.doesNotMatch(heard.body, /\d{8}/, 'the code is the officer’s alone')
  saysNo(await recover('quantri'), { status: 409, refusal: 'own-request' }, 'not the same person twice')
  const { db } = house.house
  const admins = await db
    .selectFrom('accounts.account')
    .select(['id', 'username'])
    .where('username', 'in', ['quantri', 'quantriso'])
    .execute()
  const [first, second] = ['quantri', 'quantriso'].map((name) => admins.find((one) => one.username === name)!.id)
  const openedBy = (by: string | null) =>
    db.updateTable('accounts.account').set({ created_by: by }).where('id', '=', second!).execute()
  await openedBy(first!)
  saysNo(
    await recover('quantriso'),
    { status: 409, refusal: 'approver-not-independent' },
    'nor one of their own making',
  )
  await openedBy(null)
  const given = await recover('quantriso')
  saysNo(await withToken(token, 'GET', '/messages'), needed, 'every session has ended')
  saysNo(await enter('chuyenvien'), { status: 401, refusal: 'sign-in-failed' }, 'the old password')
  assert.equal((await enter('chuyenvien', given.body.firstPassword)).body.account.mustChangePassword, true)
  assert.match((await messagesOf('lanhdao'))[0].subject, /đã được cấp lại$/)

  assert.equal((await recover('quantri')).body.firstPassword, null, 'once given it is asked for anew')
  saysNo(await recover('quantri', { code }), { status: 409, refusal: 'recovery-code-wrong' }, 'a code of before')
  const { id: asking } = await db
    .selectFrom('accounts.standing_change')
    .select('id')
    .where('act', '=', 'ask-recover')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const fresh = await recover('quantri', { code: recoveryCode(house.house.vault, asking) })
  assert.equal(
    (await enter('chuyenvien', fresh.body.firstPassword)).status,
    201,
    'one administrator, with the officer’s word',
  )
  assert.match(await visitorOf('quantri', `/quan-tri/tai-khoan/${id}`), /Đề nghị cấp lại mật khẩu/)
})

async function visitorOf(username: string, path: string): Promise<string> {
  const one = visitor(house.base)
  await one.signIn(username)
  return (await one.get(path)).html
}

test('whoever runs the machine gives an officer a one-time password where nobody else can, and it is told and kept', async () => {
  const account = await idOf('vanthu')
  const given = await house.house.atDesk({ ...system, posts: [] }, (desk) =>
    recoverAccount(desk, { account, by: 'manager', reason: 'Tỉnh có một quản trị viên', atMachine: true }),
  )
  assert.ok(given.ok)
  saysNo(await enter('vanthu'), { status: 401, refusal: 'sign-in-failed' }, 'the old one')
  const { token } = (await enter('vanthu', given.value.firstPassword!)).body
  const unchanged = { status: 409, refusal: 'password-change-needed' }
  saysNo(await withToken(token, 'GET', '/messages'), unchanged, 'one time only')
  const told = await house.house.db
    .selectFrom('notifications.message')
    .select('template')
    .where('account', '=', account)
    .where('template', 'like', 'account.recover%')
    .execute()
  assert.equal(told.length, 1)
})

test('whose form travelled longer than one may be idle is still who began to send it; who did nothing so long is not', async () => {
  const { db, clock } = house.house
  const { token } = (await enter('giamdoc')).body
  const now = clock.now()
  const hash = createHash('sha256').update(token).digest()
  const row = await sessionRow(db, hash, 'token', dayOf(now)).executeTakeFirstOrThrow()
  const seated = { ...row, sessionKind: 'browser' }
  const later = new Date(now.getTime() + 20 * 60_000)
  assert.equal(await openStill(db, seated, token, later), undefined)
  assert.equal((await openStill(db, seated, token, later, now))?.account.username, 'giamdoc')
})
