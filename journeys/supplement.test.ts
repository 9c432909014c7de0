import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../src/ground/testing/browser.ts'
import { type Look, person, type Person } from './browser.ts'
import { scannedPdf } from './papers.ts'
import { openTestHouse, reacher, type Reacher, type TestHouse } from './reach.ts'

let house: TestHouse
let at: Reacher
let browser: Browser

before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
  browser = await launchBrowser()
})
after(async () => {
  await browser?.close()
  await house?.close()
})

const plainPhone: Look = { width: 360, javaScript: false }
const phone: Look = { width: 360, javaScript: true }
const office: Look = { width: 1366, javaScript: false }

/** Somebody who is signed in already. */
async function signedIn(username: string, look: Look): Promise<Person> {
  const me = await person(browser, house.base, look)
  const pairs = (await at.api.cookieOf(username)).split('; ').map((pair) => pair.split('='))
  await me.page.context().addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url: house.base })))
  return me
}

const stateOf = async (id: string): Promise<string> =>
  (await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}`)).state
const here = (me: Person) => new URL(me.page.url()).pathname

/** Marks every paper, the failing one with its reason; a needed one that is not handed in is shown at the counter. */
async function mark(me: Person, failing: string, reason: string): Promise<void> {
  const { components } = await at.procedureOf('1.001193')
  for (const { id, required } of components) {
    const verdict = id === failing ? 'fail' : required === true ? 'ok' : 'not-applicable'
    await me.page.locator(`[name="verdict.${id}"][value=${verdict}]`).check()
    const why = me.page.locator(`[name="reason.${id}"]`)
    if (await why.isVisible()) await why.fill(id === failing ? reason : 'Người nộp xuất trình tại quầy.')
  }
}

/** Looks at pages with the eyes of axe on the narrowest screen. */
async function lookAt(username: string, pages: readonly string[]): Promise<void> {
  const me = await signedIn(username, phone)
  for (const path of pages) await me.go(path, `${username} ${path}`)
  await me.close()
}

test('a dossier with a failing paper goes back with guidance and is mended without JavaScript, only what was asked [S1-13.2a, S1-12.1, S1-12.2a]', async () => {
  const { id } = await at.dossierIn('submitted')
  const counter = await signedIn('tiepnhan', office)
  await lookAt(
    'tiepnhan',
    ['accept', 'return-with-guidance', 'reject'].map((act) => `/viec/ho-so/${id}/${act}`),
  )
  await counter.go(`/viec/ho-so/${id}/accept?hang=intake`, 'tiếp nhận')
  await mark(counter, 'birth-proof', 'Bản chụp mờ phần ngày sinh.')
  await counter.press(/^Tiếp nhận/, 'chưa tiếp nhận được')
  assert.match(await counter.page.locator('main').innerText(), /Giấy tờ 2 không đạt nên chưa thể tiếp nhận/)
  await counter.press('Hướng dẫn hoàn thiện hồ sơ', 'phiếu hướng dẫn')
  assert.doesNotMatch(await counter.page.title(), /^Lỗi: /, 'gone on to, not sent')
  assert.equal(await counter.page.locator('[name="reason.birth-proof"]').inputValue(), 'Bản chụp mờ phần ngày sinh.')
  await counter.press('Gửi phiếu hướng dẫn', 'phiếu chưa đủ')
  assert.match(await counter.page.title(), /^Lỗi: /)
  await counter.page.locator('[name=guidance]').fill('Chụp lại giấy chứng sinh ở nơi đủ sáng rồi gửi bổ sung.')
  await counter.press('Gửi phiếu hướng dẫn', 'đã gửi phiếu hướng dẫn')
  assert.equal(await stateOf(id), 'returned-with-guidance')
  await counter.close()

  const me = await signedIn('congdan', plainPhone)
  await me.go('/tin-nhan', 'tin nhắn')
  await me.page
    .locator('main')
    .getByRole('link', { name: /cần được hoàn thiện/ })
    .first()
    .click()
  assert.equal(here(me), `/ho-so/${id}`, 'the message leads to the dossier')
  assert.match(await me.page.locator('.action-card').innerText(), /Giấy chứng sinh: Bản chụp mờ phần ngày sinh/)
  await me.page.getByRole('link', { name: 'Bổ sung hồ sơ' }).first().click()
  await me.page.getByRole('link', { name: 'Bổ sung giấy tờ được yêu cầu' }).click()
  await me.page.setInputFiles('[name="tep.birth-proof"]', {
    name: 'giấy chứng sinh chụp lại.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(await scannedPdf('Giấy chứng sinh')),
  })
  await me.page.locator('[name="thay.birth-proof"]').check()
  await me.press('Lưu và tiếp tục', 'giấy tờ đã đổi')
  assert.equal(await stateOf(id), 'returned-with-guidance', 'nothing is sent before it is sent')
  const attached = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}`)
  await me.page.getByRole('link', { name: 'Kiểm tra và gửi bổ sung' }).click()
  assert.match(await me.page.locator('main table').innerText(), /giấy tờ\.pdf.*giấy chứng sinh chụp lại\.pdf/s)
  await me.press('Gửi bổ sung', 'đã gửi bổ sung')
  assert.match(await me.page.locator('main').innerText(), /Đã gửi bổ sung/)
  const now = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}`)
  assert.deepEqual([now.state, now.version], ['submitted', attached.version + 1])
  await me.close()

  const again = await signedIn('tiepnhan', office)
  await again.go(`/viec/ho-so/${id}/accept?hang=intake`, 'tiếp nhận lần nữa')
  assert.match(await again.page.locator('main').innerText(), /giấy chứng sinh chụp lại\.pdf/)
  await mark(again, '', '')
  await again.press(/^Tiếp nhận/, 'đã tiếp nhận')
  assert.equal(await stateOf(id), 'transferred')
  await again.close()
})

test('the agency asks once for more, the applicant changes one answer without JavaScript, and the officer goes on [S1-14.1b, S1-12.2a]', async () => {
  const { id } = await at.dossierIn('assigned')
  const officer = await signedIn('chuyenvien', office)
  await lookAt('lanhdao', [`/viec/ho-so/${id}/stop`, `/viec/ho-so/${id}/apologise`])
  await officer.go(`/viec/ho-so/${id}/request-supplement?hang=mine`, 'yêu cầu bổ sung')
  await officer.page.locator('[name="verdict.birth-proof"][value=fail]').check()
  await officer.page.locator('[name="reason.birth-proof"]').fill('Cần bản có dấu giáp lai.')
  await officer.page.locator('[name=guidance]').fill('Ghi lại số điện thoại để cán bộ liên hệ.')
  await officer.press('Lập phiếu yêu cầu bổ sung', 'đã gửi phiếu yêu cầu')
  assert.match(await officer.page.locator('main').innerText(), /Đã gửi phiếu yêu cầu bổ sung/)
  await officer.go('/viec/supplement', 'hàng chờ người nộp bổ sung')
  assert.equal((await officer.page.locator(`main a[href*="${id}"]`).count()) > 0, true)
  await lookAt('congdan', [
    '/ho-so',
    ...['', '/to-khai', '/giay-to', '/kiem-tra', '/rut'].map((part) => `/ho-so/${id}${part}`),
  ])

  const me = await signedIn('congdan', plainPhone)
  await me.go('/ho-so', 'hồ sơ của tôi')
  await me.page.locator('.action-card').getByRole('link', { name: 'Bổ sung hồ sơ' }).click()
  await me.page
    .getByRole('link', { name: /Xem hoặc sửa phần/ })
    .first()
    .click()
  await me.page.locator('[name="/requester/phone"]').fill('0912 000 111')
  await me.press('Lưu và tiếp tục', 'đã lưu')
  await me.go(`/ho-so/${id}/kiem-tra`, 'kiểm tra trước khi gửi')
  assert.match(await me.page.locator('main table').innerText(), /0905123456.*0912000111/s)
  await me.press('Gửi bổ sung', 'giấy tờ được yêu cầu còn chờ')
  assert.match(await me.page.locator('main').innerText(), /Đính kèm Giấy chứng sinh mới, hoặc ghi vì sao giữ nguyên/)
  assert.equal(await stateOf(id), 'supplement-requested')
  await me.page.locator('[name="why.birth-proof"]').fill('Bản này đã có dấu giáp lai ở trang hai.')
  await me.press('Gửi bổ sung', 'đã gửi bổ sung')
  assert.equal(await stateOf(id), 'assigned')
  await me.close()

  await officer.go(`/viec/ho-so/${id}?hang=mine`, 'hồ sơ sau khi bổ sung')
  const text = await officer.page.locator('main').innerText()
  assert.match(text, /Đã yêu cầu người nộp 1 lần/)
  assert.match(text, /0912000111/)
  await officer.go(`/viec/ho-so/${id}/thanh-phan?hang=mine`, 'lý do giữ nguyên')
  assert.match(await officer.page.locator('main').innerText(), /Bản này đã có dấu giáp lai ở trang hai/)
  await officer.close()
  await lookAt(
    'chuyenvien',
    ['', '/thanh-phan', '/quy-trinh', '/nhat-ky'].map((part) => `/viec/ho-so/${id}${part}`),
  )
})

test('withdrawing says first what it means, needs a reason, and leaves the notice with the applicant; the public sees it in plain words', async () => {
  const { id, reference } = await at.dossierIn('submitted')
  const me = await signedIn('congdan', plainPhone)
  await me.go(`/ho-so/${id}`, 'hồ sơ')
  await me.page.locator('main').getByRole('link', { name: 'Rút hồ sơ' }).click()
  assert.match(await me.page.locator('main').innerText(), /kết thúc ngay và không mở lại được/)
  await me.press('Rút hồ sơ', 'chưa đủ')
  assert.match(await me.page.title(), /^Lỗi: /)
  assert.equal(await stateOf(id), 'submitted')
  await me.page.locator('[name=reason]').fill('Tôi nộp nhầm thủ tục.')
  await me.page.locator('[name=sure]').check()
  await me.press('Rút hồ sơ', 'đã rút')
  assert.match(await me.page.locator('main').innerText(), /Đã rút hồ sơ/)
  assert.equal(
    (await me.page
      .locator('main')
      .getByRole('link', { name: /thông báo dừng giải quyết/i })
      .count()) > 0,
    true,
  )
  assert.equal(await stateOf(id), 'withdrawn')
  await me.go(`/ho-so/${id}/rut`, 'rút lần nữa')
  assert.equal(here(me), `/ho-so/${id}`, 'nothing is left to withdraw')
  await me.close()
  await lookAt('congdan', [`/ho-so/${id}`, `/tra-cuu/${reference}`])
})

test('a change nobody sent is gone once the counter has answered [S1-12.1]', async () => {
  const { id } = await at.dossierIn('submitted')
  const me = await signedIn('congdan', plainPhone)
  await me.go(`/ho-so/${id}/to-khai/requester`, 'sửa hồ sơ đã nộp')
  await me.page.locator('[name="/requester/phone"]').fill('0912 000 222')
  await me.press('Lưu và tiếp tục', 'đã lưu')
  await me.go(`/ho-so/${id}/kiem-tra`, 'kiểm tra bản sửa')
  assert.match((await me.page.locator('main').textContent()) ?? '', /0912000222/)
  await at.bring({ id, state: 'submitted' }, 'assigned')
  await me.go(`/ho-so/${id}/kiem-tra`, 'sau khi tiếp nhận')
  assert.equal(here(me), `/ho-so/${id}`, 'nothing is to be changed now')
  await at.act('chuyenvien', id, 'request-supplement')
  await me.go(`/ho-so/${id}/kiem-tra`, 'khi được yêu cầu bổ sung')
  assert.doesNotMatch((await me.page.locator('main').textContent()) ?? '', /0912000222/)
  await me.close()
})

test('control sheet and register are printed from their pages, for officers alone', async () => {
  const { id } = await at.dossierIn('accepted')
  const ask = async (who: string, path: string) => {
    const answer = await fetch(house.base + path, {
      headers: { cookie: await at.api.cookieOf(who) },
      redirect: 'manual',
    })
    return { status: answer.status, text: Buffer.from(await answer.arrayBuffer()).toString('latin1') }
  }
  const sheet = (await ask('tiepnhan', `/viec/ho-so/${id}/quy-trinh`)).text.match(
    /href="([^"]*phieu-kiem-soat[^"]*)"/,
  )![1]!
  const book = (await ask('tiepnhan', '/viec/so')).text
    .match(/href="(\/viec\/so\/in[^"]*)"/)![1]!
    .replaceAll('&amp;', '&')
  for (const path of [sheet, book]) {
    const paper = await ask('tiepnhan', path)
    assert.deepEqual([paper.status, paper.text.slice(0, 5)], [200, '%PDF-'], path)
    assert.equal((await ask('congdan', path)).status, 303, path)
  }
  const screen = sheet.replace('phieu-kiem-soat', 'luan-chuyen')
  const page = Buffer.from((await ask('tiepnhan', screen)).text, 'latin1').toString()
  assert.match(page, /Bên giao[\s\S]*Bên nhận[\s\S]*<td/)
  assert.equal((await ask('quantri', screen)).status, 404)
  assert.equal((await ask('congdan', screen)).status, 303)
  const span = Buffer.from(
    (await ask('tiepnhan', '/viec/so?tu-ngay=1%2F3%2F2026&den-ngay=31%2F03%2F2026')).text,
    'latin1',
  ).toString()
  assert.ok(span.includes(id) && span.includes('/viec/so/in?tu-ngay=2026-03-01&amp;den-ngay=2026-03-31'))
  const earlier = (await ask('tiepnhan', '/viec/so?tu-ngay=2026-01-01&den-ngay=2026-02-01')).text
  assert.ok(!earlier.includes(id))
  const unclear = Buffer.from((await ask('tiepnhan', '/viec/so?tu-ngay=2026-03-31&den-ngay=2026-03-01')).text, 'latin1')
  assert.match(unclear.toString(), /ngày đầu không sau ngày cuối/)
  assert.equal((await ask('quantri', sheet)).status, 404)
  assert.equal((await ask('chuyenvien', book)).status, 404)
})
