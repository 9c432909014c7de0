import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../src/ground/testing/browser.ts'
import { openTestHouse, type TestHouse } from '../src/main/testing.ts'
import { answerFrom, type Look, person, type Person } from './browser.ts'
import { client } from './client.ts'

let house: TestHouse
let browser: Browser

before(async () => {
  house = await openTestHouse()
  browser = await launchBrowser()
})
after(async () => {
  await browser?.close()
  await house?.close()
})

const plainPhone: Look = { width: 360, javaScript: false }
const office: Look = { width: 1366, javaScript: true, examined: false }

/** Fills in every page of the form, looks at the papers and what was answered, declares once, submits. */
async function file(me: Person, procedure: string): Promise<string> {
  const { page } = me
  const { form } = await client(house.base).expect(200, null, 'GET', `/procedures/${procedure}`)
  await me.go(`/thu-tuc/${procedure}`, 'thủ tục')
  await me.go(`/thu-tuc/${procedure}/nop`, 'bắt đầu')
  await me.press('Bắt đầu khai', 'danh sách việc')
  const id = /ho-so\/([0-9a-f-]{36})/.exec(page.url())![1]!
  await page.locator('main .task-list a').first().click()
  await page.waitForURL('**/to-khai/*')
  for (let part = 1; page.url().includes('/to-khai/') && part < 12; part++) {
    assert.equal(await page.locator('[name="/declaration"]').count(), 0, 'nothing is sworn before the end')
    await answerFrom(page, form.example)
    await me.press('Lưu và tiếp tục', `sau phần ${part}`)
    assert.deepEqual(await page.getByRole('alert').allInnerTexts(), [], `phần ${part} được nhận`)
  }
  assert.match(page.url(), /giay-to$/)
  await me.press('Lưu và tiếp tục', 'sau giấy tờ')
  assert.match(page.url(), /kiem-tra$/, 'after the last part one looks everything over')
  await page.locator('main input[type=checkbox]').check()
  await me.press(/^Nộp hồ sơ/, 'đã nộp')
  assert.match(await page.locator('main').innerText(), /T\d{6}-[A-Z0-9]{8}/)
  return id
}

type Fill = (me: Person) => Promise<unknown>

/** Signs in at a desk and takes one step after the other on the pages of the acts, with one dossier after the other. */
async function desk(
  username: string,
  ids: readonly string[],
  steps: readonly [act: string, button: RegExp, fill?: Fill][],
) {
  const me = await person(browser, house.base, office)
  await me.signIn(username)
  for (const id of ids) {
    for (const [act, button, fill] of steps) {
      await me.go(`/viec/ho-so/${id}/${act}`, act)
      await fill?.(me)
      await me.press(button, `sau ${act}`)
      assert.deepEqual(await me.page.getByRole('alert').allInnerTexts(), [], `${username} may ${act}`)
    }
  }
  await me.close()
}

/** Marks every paper with this answer, and says why where that is asked. */
const markAll =
  (verdict: string): Fill =>
  async ({ page }) => {
    for (const one of await page.locator(`main input[type=radio][value="${verdict}"]`).all()) await one.check()
    for (const why of await page.locator('main [name^="reason."]').all())
      if (await why.isVisible()) await why.fill('Dữ liệu dân cư đã có.')
  }
const first =
  (name: string): Fill =>
  ({ page }) =>
    page.locator(`input[type=radio][name="${name}"]`).first().check()
const pin: Fill = ({ page }) => page.locator('[name=pin]').fill('246810')

async function settle(ids: readonly string[]): Promise<void> {
  await desk('tiepnhan', ids, [['accept', /^Tiếp nhận/, markAll('not-applicable')]])
  await desk('lanhdao', ids, [['assign', /^Phân công/, first('to')]])
  await desk('chuyenvien', ids, [
    ['propose-result', /trình$/, (one) => markAll('authenticated')(one).then(() => first('outcome')(one))],
  ])
  await desk('truongphong', ids, [['approve', /^Duyệt/]])
  await desk('lanhdao', ids, [['sign-result', /^Ký/, pin]])
  await desk('vanthu', ids, [
    ['sign-result', /^Ký/, pin],
    ['hand-to-counter', /^Chuyển/],
  ])
  await desk('tiepnhan', ids, [['return-result', /^Trả/]])
}

test('a citizen without JavaScript files two procedures, swears once for each, finds the results in the record and rates them [S0-8.2a1] [S1-16.1]', async () => {
  const me = await person(browser, house.base, plainPhone)
  await me.signIn('congdan')
  const ids = [await file(me, '1.004873'), await file(me, '1.001612')]
  await settle(ids)
  for (const id of ids) {
    await me.go(`/ho-so/${id}`, 'hồ sơ đã trả')
    assert.match(await me.page.locator('main').innerText(), /Đã trả kết quả/i)
    await me.page.locator('input[type=radio][value="4"]').check()
    await me.press(/đánh giá/i, 'sau đánh giá')
  }
  await me.go('/kho-giay-to', 'kho giấy tờ')
  const record = await me.page.locator('main').innerText()
  assert.match(record, /Giấy xác nhận tình trạng hôn nhân/)
  assert.match(record, /Giấy chứng nhận đăng ký hộ kinh doanh/)
  await me.close()
})
