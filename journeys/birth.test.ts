import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../src/ground/testing/browser.ts'
import { openTestHouse, type TestHouse } from '../src/main/testing.ts'
import { answerFrom, type Look, person, type Person } from './browser.ts'
import { client } from './client.ts'
import { photo, scannedPdf } from './papers.ts'

let house: TestHouse
let browser: Browser
let example: unknown

before(async () => {
  house = await openTestHouse()
  browser = await launchBrowser()
  example = (await client(house.base).expect(200, null, 'GET', '/procedures/1.001193')).form.example
})
after(async () => {
  await browser?.close()
  await house?.close()
})

const phone: Look = { width: 360, javaScript: true }
const plainPhone: Look = { width: 360, javaScript: false }
const office: Look = { width: 1366, javaScript: true }

/** A mother finds the procedure, fills in the form page by page, uploads two papers, checks her answers and submits. */
async function mother(look: Look): Promise<{ me: Person; id: string; reference: string }> {
  const me = await person(browser, house.base, look)
  const { page } = me
  await me.go('/', 'trang chủ')
  await page.getByRole('searchbox').first().fill('dang ky khai sinh')
  await me.press('Tìm', 'kết quả tìm')
  await page
    .locator('main')
    .getByRole('link', { name: /khai sinh/i })
    .first()
    .click()
  await page.waitForURL('**/thu-tuc/**')
  assert.match(page.url(), /1\.001193/)
  await me.look('trang thủ tục')
  await me.signIn('congdan')
  await me.go('/thu-tuc/1.001193/nop', 'bắt đầu')
  await me.press('Bắt đầu khai', 'danh sách việc')
  const id = /ho-so\/([0-9a-f-]{36})/.exec(page.url())![1]!

  await me.go(`/ho-so/${id}/to-khai/requester`, 'phần 1')
  for (let part = 1; page.url().includes('/to-khai/') && part < 12; part++) {
    await answerFrom(page, example)
    await me.press('Lưu và tiếp tục', `sau phần ${part}`)
    assert.equal(await page.getByRole('alert').count(), 0, `phần ${part} được nhận`)
  }
  assert.match(page.url(), /giay-to$/)
  await page.setInputFiles('[name="tep.birth-proof"]', [
    {
      name: 'giấy chứng sinh.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(await scannedPdf('Giấy chứng sinh')),
    },
    { name: 'ảnh chụp.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photo) },
  ])
  await me.press('Lưu và tiếp tục', 'sau giấy tờ')
  await me.go(`/ho-so/${id}/kiem-tra`, 'kiểm tra trước khi nộp')
  await page.locator('main input[type=checkbox]').check()
  await me.press(/^Nộp hồ sơ/, 'đã nộp')
  const reference = /T\d{6}-[A-Z0-9]{8}/.exec(await page.locator('main').innerText())?.[0]
  assert.ok(reference, 'the confirmation shows the reference')
  return { me, id, reference }
}

/** One officer takes one step: signs in, opens the act's own page, does it. */
async function officer(
  username: string,
  id: string,
  steps: readonly [act: string, button: string | RegExp, fill?: (me: Person) => Promise<void>][],
) {
  const me = await person(browser, house.base, office)
  await me.signIn(username)
  await me.go(`/viec/ho-so/${id}`, `hồ sơ (${username})`)
  for (const [act, button, fill] of steps) {
    await me.go(`/viec/ho-so/${id}/${act}`, `${act} (${username})`)
    await fill?.(me)
    await me.press(button, `sau ${act}`)
    const said = await me.page.getByRole('alert').allInnerTexts()
    assert.deepEqual(said, [], `${username} may ${act}`)
  }
  return me
}

async function markAll({ page }: Person, verdict: (component: string) => string): Promise<void> {
  const names = await page
    .locator('main input[type=radio][name^="verdict."]')
    .evaluateAll((all) => [...new Set(all.map((one) => (one as unknown as { name: string }).name))])
  for (const name of names) await page.locator(`input[name="${name}"][value="${verdict(name.slice(8))}"]`).check()
}

/** Takes the first of several ways to answer a question. */
const choose = (name: string) => (one: Person) => one.page.locator(`input[type=radio][name="${name}"]`).first().check()

test('a mother registers a birth on a cheap phone and the whole commune does its part [S0-8.1d2] [S1-16.1] [S1-17.1d1]', async () => {
  const { me, id, reference } = await mother(phone)
  const brought = ['birth-proof', 'identity-paper']
  const counter = await officer('tiepnhan', id, [
    [
      'accept',
      /^Tiếp nhận/,
      (one) => markAll(one, (component) => (brought.includes(component) ? 'ok' : 'not-applicable')),
    ],
  ])
  await counter.go('/viec/intake', 'hàng chờ tiếp nhận')
  await counter.close()
  await (await officer('lanhdao', id, [['assign', /^Phân công/, choose('to')]])).close()
  await (
    await officer('chuyenvien', id, [
      ['propose-result', /trình$/, (one) => markAll(one, () => 'authenticated').then(() => choose('outcome')(one))],
    ])
  ).close()
  await me.go(`/ho-so/${id}/xac-nhan`, 'xem dự thảo')
  await me.page.locator('[name=agrees][value=yes]').check()
  await me.press('Gửi trả lời', 'đã xác nhận dự thảo')
  await (await officer('truongphong', id, [['approve', /^Duyệt/]])).close()
  const sign = (one: Person) => one.page.locator('[name=pin]').fill('246810')
  await (await officer('lanhdao', id, [['sign-result', /^Ký/, sign]])).close()
  await (
    await officer('vanthu', id, [
      ['sign-result', /^Ký/, sign],
      ['hand-to-counter', /^Chuyển/],
    ])
  ).close()
  await (await officer('tiepnhan', id, [['return-result', /^Trả/]])).close()

  await me.go(`/ho-so/${id}`, 'hồ sơ đã trả')
  assert.match(await me.page.locator('main').innerText(), /Đã trả kết quả/i)
  await me.page.locator('input[type=radio][value="5"]').check()
  await me.press(/đánh giá/i, 'sau đánh giá')
  await me.go('/kho-giay-to', 'kho giấy tờ')
  assert.match(await me.page.locator('main').innerText(), /Giấy khai sinh/)
  await me.go('/tin-nhan', 'tin nhắn')
  await me.go('/ho-so', 'hồ sơ của tôi')
  await me.close()

  const stranger = await person(browser, house.base, phone)
  await stranger.go(`/tra-cuu/${reference}`, 'tra cứu công khai')
  const told = await stranger.page.locator('main').innerText()
  assert.match(told, /Đã trả kết quả/i)
  assert.doesNotMatch(told, /Thùy Dương|Minh An/)
  await stranger.close()
})

test('the citizen’s half needs no JavaScript [S0-8.2a1] [S0-8.2a3]', async () => {
  const { me, id, reference } = await mother(plainPhone)
  await me.go(`/ho-so/${id}`, 'hồ sơ của tôi')
  assert.match(await me.page.locator('main').innerText(), new RegExp(reference))
  await me.close()
})
