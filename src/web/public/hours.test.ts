import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarFrom, type SpecialDay, usualHours } from '../../calendar/index.ts'
import { day } from '../../ground/day.ts'
import { sessionsWords, weekRows } from '../../words/index.ts'
import { specialDaysAhead, todayWords } from './hours.ts'

const hungKings: SpecialDay = {
  day: day('2026-04-27'),
  kind: 'compensatory-off',
  name: 'Nghỉ bù Giỗ Tổ Hùng Vương',
  source: 'thử',
  status: 'confirmed',
}
const calendar = calendarFrom({ version: 'thử', hours: usualHours, years: [{ year: 2026, days: [hungKings] }] })

test('the week is told in as few lines as it has different days', () => {
  assert.deepEqual(weekRows(usualHours, 'vi'), [
    { days: 'Thứ Hai–thứ Sáu', hours: '7:30–11:30, 13:00–17:00' },
    { days: 'Thứ Bảy–Chủ nhật', hours: 'nghỉ' },
  ])
  const saturday = usualHours.with(5, [[450, 690]])
  assert.deepEqual(
    weekRows(saturday, 'en').map(({ days }) => days),
    ['Monday–Friday', 'Saturday', 'Sunday'],
  )
  assert.equal(sessionsWords([], 'en'), 'closed')
})

test('today says whether the counter is open, on days off too', () => {
  assert.equal(todayWords(calendar, day('2026-03-02'), 'vi'), 'Hôm nay mở cửa 7:30–11:30, 13:00–17:00')
  assert.equal(todayWords(calendar, day('2026-03-01'), 'vi'), 'Hôm nay nghỉ')
  assert.equal(todayWords(calendar, day('2026-04-27'), 'vi'), 'Hôm nay nghỉ')
})

test('days that do not follow their weekday are told ahead', () => {
  assert.deepEqual(specialDaysAhead(calendar, day('2026-04-01'), 30), [hungKings])
  assert.deepEqual(specialDaysAhead(calendar, day('2026-03-02'), 30), [])
})
