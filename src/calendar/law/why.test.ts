import assert from 'node:assert/strict'
import { test } from 'node:test'

import { day } from '../../ground/day.ts'
import { appendClock, type ClockEvent, calendarFrom, usualHours, whySteps } from './index.ts'

const closed = {
  day: day('2026-03-04'),
  kind: 'local-closure',
  name: 'Bão',
  source: '15/QĐ-UBND',
  status: 'confirmed',
} as const
const calendar = calendarFrom({ version: 'v', hours: usualHours, years: [{ year: 2026, days: [closed] }] })
const instant = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`)

function whyOf(...events: readonly ClockEvent[]): [string, string][] {
  const ledger: ClockEvent[] = []
  for (const event of events) {
    const line = appendClock(calendar, ledger, event)
    assert.ok(line.ok)
    ledger.push(line.value)
  }
  return whySteps(calendar, ledger).map(({ text, law }) => [text, law])
}

test('why a date is this one is told step by step, each with what it rests on [S1-14.3]', () => {
  const started: ClockEvent = {
    kind: 'started',
    at: instant('2026-03-02 18:00'),
    limit: { value: 2, unit: 'working-days' },
    law: '12/QĐ-UBND',
  }
  const extended: ClockEvent = {
    kind: 'extended',
    at: instant('2026-03-03 09:00'),
    limit: { value: 2, unit: 'working-hours' },
    ground: 'chờ xác minh',
  }
  assert.deepEqual(whyOf(started, extended), [
    [
      'Nhận lúc 18:00 ngày 02/03/2026, tính từ 07:30 ngày 03/03/2026, bắt đầu tính thời hạn 2 ngày làm việc; hẹn trả lúc 17:00 ngày 05/03/2026.',
      '12/QĐ-UBND',
    ],
    ['Nhận ngoài giờ làm việc nên tính từ giờ làm việc kế tiếp, 07:30 ngày 03/03/2026.', '04/2024/QĐ-UBND Điều 8.1.c'],
    ['Một ngày làm việc là 8 giờ làm việc, tính từ giờ nhận.', 'chưa kiểm chứng'],
    [
      'Gia hạn lúc 09:00 ngày 03/03/2026 thêm 2 giờ làm việc; hẹn trả lúc 09:30 ngày 06/03/2026 (lý do: chờ xác minh).',
      '88/2017/QĐ-UBND Điều 14.4',
    ],
    ['Không tính ngày nghỉ: 04/03/2026 (Bão).', '15/QĐ-UBND'],
  ])
})

test('what comes after 15:00 says so and cites the law of civil status', () => {
  const steps = whyOf({ kind: 'started', at: instant('2026-03-02 15:01'), limit: { value: 1, unit: 'same-day' } })
  assert.deepEqual(steps[1], [
    'Nhận sau 15 giờ nên tính từ ngày làm việc kế tiếp, 07:30 ngày 03/03/2026.',
    'Luật Hộ tịch 2014 Điều 9.3',
  ])
  assert.equal(
    whyOf({ kind: 'started', at: instant('2026-03-02 15:00'), limit: { value: 1, unit: 'same-day' } }).length,
    2,
  )
})

test('a date carried into a year not decided says that it is tentative; nothing begun explains nothing', () => {
  const steps = whyOf({ kind: 'started', at: instant('2026-12-31 09:00'), limit: { value: 3, unit: 'working-days' } })
  assert.match(steps.at(-1)![0], /dự kiến/)
  assert.match(steps.at(-1)![1], /45\/2019\/QH14 Điều 111, 112/)
  assert.deepEqual(whySteps(calendar, []), [])
})
