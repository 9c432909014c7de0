import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launchBrowser } from '../src/ground/testing/browser.ts'
import { choosePolicy, type ProvincePolicy } from '../src/policy/index.ts'
import { day } from '../src/ground/day.ts'
import { askedOn, authenticator } from './authenticator.ts'
import { person } from './browser.ts'
import { monday, openTestHouse, type TestHouse } from './reach.ts'
import { tokenOn, visitor, type Visitor } from './visitor.ts'

const page = '/tai-khoan/an-toan/khoa-truy-cap'
const entry = '/dang-nhap/khoa-truy-cap'
const trouble = (code: string) => `/dang-nhap?loi=${code}`

let house: TestHouse
let base: string
before(async () => {
  house = await openTestHouse()
  // Browsers make no passkey for a bare IP address.
  base = house.base.replace('127.0.0.1', 'localhost')
  Object.assign(house.house.config, { url: base })
})
after(() => house.close())

const lastEntry = (act: string) =>
  house.house.db
    .selectFrom('audit.entry')
    .select(['stream', 'actor', 'details'])
    .where('act', '=', act)
    .orderBy('id', 'desc')
    .executeTakeFirst()

/** Signed in with the password, with a passkey of this device added. */
async function withPasskey(username: string, device = authenticator(base)) {
  const one = visitor(base)
  await one.signIn(username)
  const sent = device.make(askedOn((await one.get(page)).html))
  const added = await one.post(page, { label: 'Máy của tôi', password: 'Demo@12345', khoa: sent })
  return { one, device, added }
}

/** Answers what the page of signing in asks this browser. */
async function enter(one: Visitor, answer: (asked: ReturnType<typeof askedOn>) => string) {
  const { html } = await one.get('/dang-nhap')
  const sent = { csrf: tokenOn(html), khoa: answer(askedOn(html)) }
  return { sent, seen: await one.postBare(entry, Object.entries(sent)) }
}

test('in a real browser one adds a passkey, signs in with nothing else, sees where it was used, and takes it out again', async () => {
  const browser = await launchBrowser()
  try {
    const at = await person(browser, base, { width: 360, javaScript: true, examined: false })
    const device = await at.page.context().newCDPSession(at.page)
    await device.send('WebAuthn.enable')
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await at.signIn('doanhnghiep')
    await at.go(page, 'khóa truy cập')
    await at.page.locator('[name=label]').fill('Máy của phòng kế toán')
    await at.page.locator('[name=password]').fill('Demo@12345')
    await at.press('Thêm khóa truy cập', 'đã thêm')
    assert.equal(new URL(at.page.url()).search, '?da-them=1', await at.page.locator('main').innerText())
    await at.go('/tai-khoan', 'tài khoản')
    await at.press('Đăng xuất khỏi máy này', 'trang chủ')

    await at.go('/dang-nhap?ve=/tin-nhan', 'đăng nhập')
    await at.press('Dùng khóa truy cập', 'đã vào')
    assert.equal(new URL(at.page.url()).pathname, '/tin-nhan')
    await at.go('/tai-khoan/an-toan', 'an toàn')
    assert.match(await at.page.locator('main table').innerText(), /Khóa truy cập/)
    assert.partialDeepStrictEqual((await lastEntry('sign-in'))?.details, { through: 'passkey' })

    await at.go(page, 'khóa truy cập')
    await at.press('Bỏ khóa truy cập Máy của phòng kế toán', 'đã bỏ')
    await at.go('/tai-khoan', 'tài khoản')
    await at.press('Đăng xuất khỏi máy này', 'trang chủ')
    await at.go('/dang-nhap', 'đăng nhập')
    await at.press('Dùng khóa truy cập', 'không vào')
    assert.equal(new URL(at.page.url()).search, '?loi=passkey-wrong')
    await at.close()
  } finally {
    await browser.close()
  }
})

test('an officer’s page warns before an unused session ends, one key keeps it open, and afterwards signing in leads back to where one was', async () => {
  const browser = await launchBrowser()
  try {
    const at = await person(browser, base, { width: 1366, javaScript: true, examined: false })
    await at.page.clock.install()
    await at.signIn('tiepnhan')
    await at.go('/viec/so', 'sổ theo dõi')
    const warning = at.page.locator('[data-idle]')
    await at.page.clock.fastForward('12:00')
    assert.equal(await warning.isVisible(), false)
    await at.page.clock.fastForward('01:30')
    await warning.getByRole('button', { name: 'Tiếp tục làm việc' }).click()
    await warning.waitFor({ state: 'hidden' })
    await at.page.clock.fastForward('12:00')
    assert.equal(await warning.isVisible(), false, 'it counts anew')
    house.moveTo('2026-03-02T10:00:00+07:00')
    await Promise.all([at.page.waitForURL('**/dang-nhap?ve=%2Fviec%2Fso'), at.page.clock.fastForward('03:30')])
    await at.page.locator('[name=username]').fill('tiepnhan')
    await at.page.locator('[name=password]').fill('Demo@12345')
    await at.press('Đăng nhập', 'trở lại')
    assert.equal(new URL(at.page.url()).pathname, '/viec/so')
    await at.close()
  } finally {
    house.moveTo(monday)
    await browser.close()
  }
})

test('without a script the page of signing in offers what works and says why the passkey does not', async () => {
  const { html } = await visitor(base).get('/dang-nhap')
  assert.match(html, /<div class="form" data-passkey="get"[^>]* hidden>/)
  assert.match(html, /Trình duyệt này chưa dùng được khóa truy cập/)
})

test('an answer serves once, in the browser that was asked, at this address, for as long as the question lasts', async () => {
  const { device } = await withPasskey('congdan')
  const guest = visitor(base)
  await guest.get('/dang-nhap')
  const before = guest.cookies.get('motcua-khach')!
  const first = await enter(guest, (asked) => device.answer(asked))
  assert.equal(first.seen.location, '/ho-so')
  guest.cookies.delete('motcua')
  const stale = await guest.postBare(entry, Object.entries(first.sent))
  assert.match(stale.location, /het-han=1/, 'whoever signed in is another visitor')
  guest.cookies.set('motcua-khach', before)
  const again = await guest.postBare(entry, Object.entries(first.sent))
  assert.equal(again.location, trouble('passkey-stale'), 'the same answer in the same browser')

  const other = await enter(visitor(base), () => device.answer({ challenge: 'x', rpId: 'localhost' }))
  assert.equal(other.seen.location, trouble('passkey-stale'), 'a question nobody asked')
  const asked = askedOn((await visitor(base).get('/dang-nhap')).html)
  const elsewhere = await enter(visitor(base), () => device.answer(asked))
  assert.equal(elsewhere.seen.location, trouble('passkey-stale'), 'a question put to another browser')
  const phished = await enter(visitor(base), (own) => device.answer(own, { origin: 'https://motcua.example' }))
  assert.equal(phished.seen.location, trouble('passkey-wrong'), 'signed for another address')
  const foreign = await enter(visitor(base), (own) => device.answer({ ...own, rpId: 'motcua.example' }))
  assert.equal(foreign.seen.location, trouble('passkey-wrong'), 'a key of another house')

  const late = visitor(base)
  const old = device.answer(askedOn((await late.get('/dang-nhap')).html))
  house.moveTo('2026-03-02T09:40:00+07:00')
  const { html } = await late.get('/dang-nhap')
  const token = tokenOn(html)
  assert.equal(
    (
      await late.postBare(entry, [
        ['csrf', token],
        ['khoa', old],
      ])
    ).location,
    trouble('passkey-stale'),
  )
  house.moveTo(monday)
})

test('a copy that counts behind, a finger not shown, another holder’s name and a key nobody knows open nothing, and each try is written down', async () => {
  const { device } = await withPasskey('tiepnhan')
  const { device: mine } = await withPasskey('chuyenvien')
  assert.equal((await enter(visitor(base), (asked) => device.answer(asked))).seen.location, '/viec')

  const copied = await enter(visitor(base), (asked) => device.answer(asked, { counter: 1 }))
  assert.equal(copied.seen.location, trouble('passkey-wrong'))
  assert.match(JSON.stringify((await lastEntry('refused:passkey-wrong'))?.details), /counter/i)
  const unseen = await enter(visitor(base), (asked) => device.answer(asked, { verified: false }))
  assert.equal(unseen.seen.location, trouble('passkey-wrong'))
  const posing = await enter(visitor(base), (asked) => device.answer(asked, { userHandle: mine.handle() }))
  assert.equal(posing.seen.location, trouble('passkey-wrong'))
  assert.partialDeepStrictEqual((await lastEntry('refused:passkey-wrong'))?.details, { why: 'other-holder' })
  const unknown = authenticator(base)
  assert.equal((await enter(visitor(base), (asked) => unknown.answer(asked))).seen.location, trouble('passkey-wrong'))
  assert.equal((await lastEntry('refused:passkey-wrong'))?.stream, 'system')
  assert.equal((await enter(visitor(base), (asked) => device.answer(asked))).seen.location, '/viec')
})

test('a suspended holder’s passkey opens nothing, and who gets the account back at a counter has none of the old ones', async () => {
  const { device } = await withPasskey('ykien')
  const { db } = house.house
  const suspend = (state: string) =>
    db.updateTable('accounts.account').set({ state }).where('username', '=', 'ykien').execute()
  await suspend('suspended')
  const closed = await enter(visitor(base), (asked) => device.answer(asked))
  assert.equal(closed.seen.location, trouble('account-closed'))
  await suspend('active')
  const admin = visitor(base)
  await admin.signIn('quantri')
  const { id } = await db
    .selectFrom('accounts.account')
    .select('id')
    .where('username', '=', 'ykien')
    .executeTakeFirstOrThrow()
  const second = visitor(base)
  await second.signIn('quantriso')
  const recover = { viec: 'recover', reason: 'Mất điện thoại, đã xem thẻ' }
  assert.equal(
    (await admin.post(`/quan-tri/tai-khoan/${id}`, recover)).location,
    `/quan-tri/tai-khoan/${id}?da-xong=cho`,
  )
  assert.equal((await second.post(`/quan-tri/tai-khoan/${id}`, recover)).status, 200)
  const gone = await enter(visitor(base), (asked) => device.answer(asked))
  assert.equal(gone.seen.location, trouble('passkey-wrong'))
})

test('a first passkey needs the password, a second one the first, and nobody is given another’s key', async () => {
  const { one, device, added } = await withPasskey('lanhdao')
  assert.equal(added.location, `${page}?da-them=1`)
  assert.match((await one.get(page)).html, /trước hết hãy xác thực/)
  const thief = visitor(base)
  await thief.signIn('lanhdao')
  const csrf = tokenOn((await thief.get('/tai-khoan')).html)
  const own = authenticator(base)
  const forged = own.make({ challenge: 'x', rp: { id: 'localhost' }, user: { id: 'eA' } })
  const fields = { csrf, label: 'Của kẻ trộm', password: 'Demo@12345', khoa: forged }
  const refused = await thief.postBare(page, Object.entries(fields))
  assert.match(refused.html, /cần xác thực thêm một bước/)
  const kept = () =>
    house.house.db
      .selectFrom('accounts.passkey as p')
      .innerJoin('accounts.account as a', 'a.id', 'p.account')
      .select('p.id')
      .where('a.username', '=', 'lanhdao')
      .execute()
  const [{ id: first }] = (await kept()) as [{ id: string }]
  const taking = await thief.postBare(page, Object.entries({ csrf, bo: first }))
  assert.match(taking.html, /cần xác thực thêm một bước/, 'nor is one taken out by who has only the password')
  assert.deepEqual(await kept(), [{ id: first }])

  // Where the policy asks staff for two proofs, the password alone leads to the passkey and no further.
  const from = day('2025-07-01')
  const staff = { key: 'login.second-factor', value: 'staff', source: 'Quyết định thử', confidence: 'read', from }
  const chosen = { preset: 'demo-2026', overrides: [staff] } as unknown as ProvincePolicy
  await choosePolicy(house.house.db, chosen, from, 'Quyết định thử', house.house.clock.now())
  const asked = await one.get('/viec/sign')
  assert.match(asked.location, /^\/tai-khoan\/buoc-hai/)
  const step = await one.get(asked.location)
  assert.doesNotMatch(step.html, /otpauth|name="code"/, 'no other device is set by who has only the password')
  const strange = (await withPasskey('thungan')).device
  const wrong = await one.post(asked.location, { khoa: strange.answer(askedOn(step.html)) })
  assert.equal(wrong.status, 422, 'another holder’s passkey')
  const again = askedOn((await one.get(asked.location)).html)
  const proved = await one.post(asked.location, { khoa: device.answer(again) })
  assert.equal(proved.location, '/viec/sign')
  assert.equal((await one.get('/viec/sign')).status, 200)
  const straight = visitor(base)
  await enter(straight, (own2) => device.answer(own2))
  assert.equal((await straight.get('/viec/sign')).status, 200, 'who came by the passkey is asked nothing more')
})

test('a key made with the wrong password, for another address or without its holder shown is not taken', async () => {
  const one = visitor(base)
  await one.signIn('soho')
  const tried = async (password: string, bent: object) => {
    const made = authenticator(base).make(askedOn((await one.get(page)).html), bent)
    return one.post(page, { label: 'Thử', password, khoa: made })
  }
  assert.match((await tried('Sai@12345', {})).html, /Mật khẩu/)
  assert.match((await tried('Demo@12345', { origin: 'https://motcua.example' })).html, /không dùng được ở đây/)
  assert.match((await tried('Demo@12345', { verified: false })).html, /không dùng được ở đây/)
  assert.match((await tried('Demo@12345', { challenge: 'AAAA' })).html, /đã quá hạn/)
  assert.equal((await tried('Demo@12345', {})).location, `${page}?da-them=1`)
})
