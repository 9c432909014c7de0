import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { type Person, person } from '../../../journeys/browser.ts'
import { openTestHouse, reacher, type Reacher, type TestHouse } from '../../../journeys/reach.ts'
import { launchBrowser } from '../../ground/testing/browser.ts'

let house: TestHouse
let at: Reacher
let browser: Browser
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
  browser = await launchBrowser()
})
after(async () => {
  await browser.close()
  await house.close()
})

const fill = async ({ page }: Person, fields: Record<string, string>) => {
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value)
}

const storm = {
  'tu-day': '2',
  'tu-month': '3',
  'tu-year': '2026',
  ten: 'Nghỉ tránh bão số 3',
  'can-cu': '15/QĐ-UBND',
}

const dueOf = async (id: string) => (await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}`)).due as string

test('the administrator sees whose dates a closure would move before applying it, on a phone without JavaScript [S1-14.4c]', async () => {
  const { id, code } = await at.dossierIn('accepted')
  const admin = await person(browser, house.base, { width: 360, javaScript: false })
  await admin.signIn('quantri')
  await admin.go('/quan-tri/lich', 'lịch')
  assert.equal(await admin.page.locator('.month').count(), 12)
  assert.match((await admin.page.locator('td:has(time[datetime="2026-08-22"])').textContent())!, /Làm bù/)
  await admin.press('Xem hồ sơ nào đổi ngày hẹn', 'thiếu')
  assert.match(
    (await admin.page.locator('.error-summary').textContent())!,
    /Nhập ngày, tháng, năm có thật.*Chọn loại ngày/s,
  )

  await fill(admin, storm)
  await admin.page.locator('[name=loai]').selectOption('local-closure')
  await admin.press('Xem hồ sơ nào đổi ngày hẹn', 'xem trước')
  const row = await admin.page.getByRole('row', { name: new RegExp(code) }).textContent()
  assert.match(row!, /17:00, thứ Hai 2\/3\/2026.*17:00, thứ Ba 3\/3\/2026/)
  assert.match(await dueOf(id), /2026-03-02T17:00|2026-03-02T10:00/, 'looking has changed nothing')

  await admin.press('Sửa lại', 'sửa lại')
  assert.equal(await admin.page.locator('[name=ten]').inputValue(), storm.ten, 'what was typed is still there')
  await admin.press('Xem hồ sơ nào đổi ngày hẹn', 'xem trước')
  await admin.press('Áp dụng thay đổi', 'đã đổi')
  assert.match(await admin.page.locator('.notice-success').innerText(), /Ngày hẹn của 1 hồ sơ đã được tính lại/)
  assert.match((await admin.page.locator('td:has(time[datetime="2026-03-02"])').textContent())!, /Nghỉ tránh bão số 3/)
  assert.match(await dueOf(id), /2026-03-03T17:00|2026-03-03T10:00/)
  await admin.close()
})

test('the pages of the calendar hold at 360 and 1366 px; an agency has its own week', async () => {
  for (const width of [360, 1366]) {
    const admin = await person(browser, house.base, { width, javaScript: true })
    await admin.signIn('quantri')
    await admin.go('/quan-tri/lich?nam=2027', 'năm chưa quyết định')
    assert.match((await admin.page.locator('main').innerText())!, /Dự kiến/)
    const agency = await admin.page.locator('[name="don-vi"] option').nth(3).getAttribute('value')
    await admin.go(`/quan-tri/lich?don-vi=${agency}`, 'lịch của cơ quan')
    await admin.page.locator('summary', { hasText: 'giờ làm việc trong tuần' }).click()
    await fill(admin, { 'thu-6': '07:30-11:30', 'can-cu-tuan': `QĐ ${width}` })
    await admin.page.locator('form:has([name=thu-6])').getByRole('button').click()
    await admin.page.waitForURL(/lich/)
    await admin.look('xem trước tuần')
    await admin.press('Áp dụng thay đổi', 'tuần đã đổi')
    assert.match(await admin.page.locator('main').innerText(), /thứ Bảy: 7:30–11:30/i)
    await admin.close()
  }
})

test('the calendar is the administrator’s to change and the auditor’s to see; to others it is not there', async () => {
  for (const [who, status] of [
    ['quantri', 200],
    ['thanhtra', 200],
    ['tiepnhan', 404],
    ['lanhdao', 404],
  ] as const) {
    const one = await person(browser, house.base, { width: 1366, javaScript: false })
    await one.signIn(who)
    const answer = await one.page.goto('/quan-tri/lich')
    assert.equal(answer!.status(), status, who)
    assert.equal(await one.page.locator('[name=loai]').count(), who === 'quantri' ? 1 : 0, who)
    await one.close()
  }
})
