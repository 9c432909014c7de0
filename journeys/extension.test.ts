import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { system } from '../src/audit/index.ts'
import { changeDays } from '../src/dossiers/index.ts'
import { day } from '../src/ground/day.ts'
import { launchBrowser } from '../src/ground/testing/browser.ts'
import { openTestHouse, type TestHouse } from '../src/main/testing.ts'
import { choosePolicy, type ProvincePolicy } from '../src/policy/index.ts'
import { person } from './browser.ts'
import { reacher, type Reacher } from './reach.ts'
import { traces } from './traces.ts'

let house: TestHouse
let browser: Browser
before(async () => {
  house = await openTestHouse()
  browser = await launchBrowser()
  const override = (key: string, value: unknown) => ({
    key,
    value,
    source: 'QĐ thử',
    confidence: 'read',
    from: '2025-07-01',
  })
  const overrides = [
    override('supplement.clock.legal', 'resume'),
    override('supplement.max', 2),
    override('supplement.approval', 'none'),
  ]
  const chosen = { preset: 'demo-2026', overrides } as unknown as ProvincePolicy
  await choosePolicy(house.house.db, chosen, day('2025-07-01'), 'QĐ thử', new Date('2026-03-01T00:00:00Z'))
})
after(async () => {
  await browser.close()
  await house.close()
})

/** It is this hour of March 2026 now, and whoever acts has just signed in. */
function on(when: string): Reacher {
  house.moveTo(`2026-03-${when.replace(' ', 'T')}:00+07:00`)
  return reacher(house.base)
}

async function askedAndAnswered(id: string, asked: string, answered: string) {
  await on(asked).act('chuyenvien', id, 'request-supplement')
  await on(answered).act('congdan', id, 'supplement')
}

async function stormOn(date: string) {
  const storm = {
    day: day(date),
    kind: 'local-closure',
    name: 'Nghỉ tránh bão',
    source: '15/QĐ-UBND',
    status: 'confirmed',
  } as const
  const changed = await house.house.atDesk({ ...system, posts: [] }, (desk) =>
    changeDays(
      desk,
      { set: [storm], source: '15/QĐ-UBND' },
      { ground: 'Bão số 3, cơ quan đóng cửa', law: '15/QĐ-UBND' },
    ),
  )
  assert.ok(changed.ok)
}

test('an extension goes through the pages of officer, leader and centre; then the panel tells every line of the date [S1-14.4b] [S1-14.4c]', async () => {
  const { id, code } = await on('02 09:00').dossierIn('assigned', { procedure: '1.004873' })
  await askedAndAnswered(id, '02 14:00', '03 09:00')
  on('03 10:00')
  await stormOn('2026-03-04')

  on('05 08:00')
  const officer = await person(browser, house.base, { width: 1366, javaScript: true })
  await officer.signIn('chuyenvien')
  await officer.go(`/viec/ho-so/${id}/request-extension`, 'xin gia hạn')
  assert.match(
    await officer.page.locator('main').innerText(),
    /Còn được gia hạn tối đa 1 ngày làm việc\. Căn cứ: 88\/2017\/QĐ-UBND Điều 14\.4\./,
  )
  await officer.page.locator('[name=value]').fill('2')
  await officer.page.locator('[name=reason]').fill('Chờ xác minh nơi cư trú trước đây')
  await officer.press('Trình phiếu xin gia hạn', 'quá một phần ba')
  assert.match(
    await officer.page.locator('main').innerText(),
    /vượt quá phần được phép.*Còn được gia hạn tối đa 1 ngày làm việc\. Căn cứ/,
  )
  await officer.page.locator('[name=value]').fill('1')
  await officer.press('Trình phiếu xin gia hạn', 'đã trình phiếu')

  const leader = await person(browser, house.base, { width: 360, javaScript: true })
  await leader.signIn('truongphong')
  await leader.go('/viec/confirm', 'hàng chờ duyệt')
  await leader.page.getByRole('link', { name: `Xác nhận ${code}` }).click()
  await leader.look('lãnh đạo phòng xác nhận')
  assert.match(await leader.page.locator('main').innerText(), /Chờ xác minh nơi cư trú trước đây/)
  await leader.press('Xác nhận gia hạn', 'đã xác nhận phiếu')

  const centre = await person(browser, house.base, { width: 1366, javaScript: true })
  await centre.signIn('giamdoc')
  await centre.go('/viec/extend', 'hàng chờ gia hạn')
  await centre.page.getByRole('link', { name: `Xác nhận ${code}` }).click()
  await centre.look('trung tâm xác nhận')
  await centre.page.locator('[name=pin]').fill('246810')
  await centre.press('Xác nhận gia hạn', 'đã gia hạn')
  assert.match(await centre.page.locator('main').innerText(), /Đã gia hạn, gửi thông báo và thư xin lỗi/)
  await askedAndAnswered(id, '05 14:00', '06 09:00')

  const left = traces(house, reacher(house.base))
  const [, settlement] = await left.items('congdan', `/dossiers/${id}/clock`)
  assert.deepEqual(
    settlement.steps.map(({ text }: { text: string }) => text),
    lines,
  )
  const subjects = (await left.subjects('congdan', id)).filter((subject) => /Ngày hẹn|Gia hạn/.test(subject))
  assert.deepEqual(subjects.toSorted(), [
    `Gia hạn ngày trả kết quả hồ sơ ${code}`,
    `Ngày hẹn của hồ sơ ${code} thay đổi`,
  ])

  for (const width of [360, 1366]) {
    const reader = await person(browser, house.base, { width, javaScript: true })
    await reader.signIn('chuyenvien')
    await reader.go(`/viec/ho-so/${id}/quy-trinh`, 'quy trình')
    await reader.page.getByText('Vì sao là ngày này?').click()
    await reader.look('vì sao là ngày này')
    const shown = await reader.page.locator('details ol.prose li').allInnerTexts()
    assert.deepEqual(
      shown.map((text) => text.split(' Căn cứ: ')[0]),
      lines,
    )
    await reader.close()
  }
})

/** Why a date is this one, as a clerk would write it down. */
const lines = [
  'Nhận lúc 09:00 ngày 02/03/2026, bắt đầu tính thời hạn 3 ngày làm việc; hẹn trả lúc 09:00 ngày 05/03/2026.',
  'Một ngày làm việc là 8 giờ làm việc, tính từ giờ nhận.',
  'Tạm dừng lúc 14:00 ngày 02/03/2026, thời hạn còn 2 ngày 4 giờ 30 phút làm việc (lý do: chờ người nộp bổ sung hồ sơ).',
  'Tính tiếp từ 09:00 ngày 03/03/2026; hẹn trả lúc 15:00 ngày 05/03/2026 (lý do: người nộp đã bổ sung hồ sơ).',
  'Tính lại lúc 10:00 ngày 03/03/2026 vì lịch làm việc thay đổi, trước đó hẹn 15:00 ngày 05/03/2026; hẹn trả lúc 15:00 ngày 06/03/2026 (lý do: Bão số 3, cơ quan đóng cửa).',
  'Gia hạn lúc 08:00 ngày 05/03/2026 thêm 1 ngày làm việc; hẹn trả lúc 15:00 ngày 09/03/2026 (lý do: Chờ xác minh nơi cư trú trước đây).',
  'Tạm dừng lúc 14:00 ngày 05/03/2026, thời hạn còn 2 ngày 1 giờ làm việc (lý do: chờ người nộp bổ sung hồ sơ).',
  'Tính tiếp từ 09:00 ngày 06/03/2026; hẹn trả lúc 10:00 ngày 10/03/2026 (lý do: người nộp đã bổ sung hồ sơ).',
  'Không tính ngày nghỉ: 04/03/2026 (Nghỉ tránh bão).',
]
