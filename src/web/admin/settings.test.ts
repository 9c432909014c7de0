import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { type Person, person } from '../../../journeys/browser.ts'
import { openTestHouse, type TestHouse } from '../../../journeys/reach.ts'
import { launchBrowser } from '../../ground/testing/browser.ts'

let house: TestHouse
let browser: Browser
before(async () => {
  house = await openTestHouse()
  browser = await launchBrowser()
})
after(async () => {
  await browser.close()
  await house.close()
})

const shot = async ({ page }: Person, name: string) => {
  const folder = process.env['MOTCUA_PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
const main = ({ page }: Person) => page.locator('main').innerText()

test('a setting is proposed by the administrator and approved by the chairman, on a phone without JavaScript', async () => {
  const admin = await person(browser, house.base, { width: 360, javaScript: false })
  await admin.signIn('quantri')
  await admin.go('/quan-tri/cai-dat', 'cài đặt')
  await admin.go('/quan-tri/cai-dat/supplement.max', 'một cài đặt')
  assert.match(await main(admin), /quyết định của Chủ tịch, do người khác duyệt/)
  await admin.page.locator('[name="gia-tri"]').fill('hai')
  await admin.press('Đề xuất thay đổi', 'thiếu')
  assert.match(await admin.page.locator('.error-summary').innerText(), /Chọn hoặc ghi lại mục này.*Điền văn bản/s)
  assert.equal(await admin.page.locator('[name="gia-tri"]').inputValue(), 'hai')
  await admin.page.locator('[name="gia-tri"]').fill('2')
  await admin.page.locator('[name="can-cu"]').fill('Quyết định 20/2026/QĐ-UBND')
  await admin.press('Đề xuất thay đổi', 'đã đề xuất')
  assert.match(await main(admin), /Thay đổi chưa có hiệu lực/)
  assert.match(await main(admin), /Bạn đã đề xuất, nên người khác sẽ duyệt/)
  assert.equal(await admin.page.locator('[name="van-ban"]').count(), 0)

  const chairman = await person(browser, house.base, { width: 1366, javaScript: true })
  await chairman.signIn('chutich')
  await chairman.go('/quan-tri/cai-dat', 'cài đặt')
  await shot(chairman, 'list-1366')
  await chairman.page.getByRole('link', { name: 'Số lần yêu cầu bổ sung' }).click()
  await chairman.press('Duyệt thay đổi', 'thiếu văn bản')
  assert.match(await chairman.page.locator('.error-summary').innerText(), /số và ngày của văn bản phê duyệt/)
  await shot(chairman, 'waiting-1366')
  await chairman.page.locator('[name="van-ban"]').fill('Quyết định 21/QĐ-CT ngày 02/03/2026')
  await chairman.press('Duyệt thay đổi', 'đã duyệt')
  assert.equal(await chairman.page.locator('[name="can-cu"]').count(), 0, 'the chairman proposes nothing')
  await shot(chairman, 'approved-1366')
  await chairman.close()

  await admin.go('/quan-tri/cai-dat', 'cài đặt')
  const row = await admin.page.getByRole('row', { name: /Số lần yêu cầu bổ sung/ }).innerText()
  assert.match(row, /Quyết định 20\/2026\/QĐ-UBND.*Theo mô tả lại.*Huỳnh Công Danh/s)
  await shot(admin, 'list-360')
  await admin.go('/quan-tri/cai-dat/supplement.max', 'cài đặt đã đổi')
  assert.match(await main(admin), /Theo mô tả lại\s+Ngô Đức Thịnh ghi số và tên văn bản; bản văn chưa được đính kèm/)
  await shot(admin, 'changed-360')
  await admin.close()
})

test('every setting has its page: what holds, what each preset says, and a form an administrator can send as it stands', async () => {
  const admin = await person(browser, house.base, { width: 360, javaScript: true })
  await admin.signIn('quantri')
  await admin.go('/quan-tri/cai-dat', 'cài đặt')
  const links = await admin.page
    .locator('main a[href^="/quan-tri/cai-dat/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')!))
  assert.ok(links.length > 70)
  const looked = [
    'transfer.electronic',
    'apology.late',
    'result.signatures',
    'changes.approval',
    'linked.death',
    'preset',
  ]
  for (const name of looked) {
    await admin.go(`/quan-tri/cai-dat/${name}`, name)
    assert.match(await main(admin), /Đang áp dụng/)
    await shot(admin, `${name}-360`)
  }
  await admin.go('/quan-tri/cai-dat/sync.max-minutes', 'không cần duyệt')
  await admin.page.locator('[name="gia-tri"]').fill('10')
  await admin.page.locator('[name="can-cu"]').fill('Quyết định 22/QĐ-UBND')
  await admin.press('Đổi cài đặt này', 'đã đổi')
  assert.match(await main(admin), /Giá trị mới áp dụng từ ngày đã chọn/)
  await admin.page.locator('[name="can-cu"]').fill('Quyết định 23/QĐ-UBND')
  await admin.press('Bỏ giá trị riêng', 'bỏ giá trị riêng')
  assert.match(await main(admin), /Mặc định quốc gia 2026/)
  await shot(admin, 'cleared-360')
  await admin.go('/quan-tri/cai-dat?bo=HD-2019-draft&tin=read', 'giá trị của một bộ')
  await admin.go('/quan-tri/cai-dat/calendar.office-hours', 'giờ làm việc')
  assert.equal(await admin.page.locator('[name="can-cu"]').count(), 0)
  await admin.close()
})

test('settings are the administrator’s, the chairman’s and the auditor’s to see; to others they are not there', async () => {
  for (const [who, status] of [
    ['thanhtra', 200],
    ['chutich', 200],
    ['lanhdao', 404],
    ['tiepnhan', 404],
  ] as const) {
    const one = await person(browser, house.base, { width: 1366, javaScript: false })
    await one.signIn(who)
    for (const path of ['/quan-tri/cai-dat', '/quan-tri/cai-dat/supplement.max'])
      assert.equal((await one.page.goto(path))!.status(), status, `${who} ${path}`)
    assert.equal(await one.page.locator('main form').count(), 0, who)
    await one.close()
  }
})

test('the training province says on every page that it is one, and starts with its own data [S3A-15.4, S0-21.4]', async () => {
  const anyone = await person(browser, house.base, { width: 360, javaScript: false })
  for (const path of ['/', '/thu-tuc', '/dang-nhap', '/tra-cuu']) {
    await anyone.go(path, path)
    assert.match(await anyone.page.locator('body').innerText(), /Hệ thống tập huấn: người và hồ sơ là giả định/, path)
  }
  await anyone.signIn('quantri')
  await anyone.go('/quan-tri', 'tài khoản')
  assert.match(await anyone.page.locator('body').innerText(), /Hệ thống tập huấn.*Ngô Đức Thịnh/s)
  await anyone.close()
})
