import assert from 'node:assert/strict'
import { test } from 'node:test'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { day } from '../../ground/day.ts'
import { DataTable, dayWords, fileSize, instantWords, moneyWords, stepWords, TaskList, Timeline } from './index.ts'

test('an instant is said by the clock of Viet Nam, in words', () => {
  const instant = new Date('2026-03-27T07:30:00Z')
  assert.equal(instantWords(instant, 'vi'), '14:30, thứ Sáu 27/3/2026')
  assert.equal(instantWords(instant, 'en'), '14:30, Friday 27 March 2026')
  assert.equal(instantWords(new Date('2026-03-01T17:05:00Z'), 'vi'), '00:05, thứ Hai 2/3/2026')
})

test('a day is said with its weekday, or without where only the date matters', () => {
  assert.equal(dayWords(day('2026-03-01'), 'vi'), 'Chủ nhật 1/3/2026')
  assert.equal(dayWords(day('1985-11-09'), 'vi', false), '9/11/1985')
})

test('money has dots between thousands, at any size', () => {
  const cases: [bigint | number, string][] = [
    [0, '0 đ'],
    [999, '999 đ'],
    [50_000n, '50.000 đ'],
    [1_234_567_890_123n, '1.234.567.890.123 đ'],
    [-20_000, '-20.000 đ'],
  ]
  for (const [amount, words] of cases) assert.equal(moneyWords(amount, 'vi'), words)
  assert.equal(moneyWords(50_000, 'en'), '50,000 VND')
})

test('the size of a file is said as people say it', () => {
  assert.equal(fileSize(300, 'vi'), '1 kB')
  assert.equal(fileSize(88_120, 'vi'), '86 kB')
  assert.equal(fileSize(1_834_231, 'vi'), '1,7 MB')
  assert.equal(fileSize(20 * 1024 * 1024, 'en'), '20 MB')
})

test('the timeline tells the newest first whatever the order it is given, with what is ahead above it', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour))
  const html = renderToString(
    h(Timeline, {
      language: 'vi',
      past: [
        { at: at(2), by: 'A', event: 'Đã nộp' },
        { at: at(7), by: 'B', event: 'Đã chuyển' },
        { at: at(3), by: 'B', event: 'Đã tiếp nhận' },
      ],
      ahead: [{ event: 'Giải quyết' }, { event: 'Trả kết quả' }],
    }),
  )
  const order = ['Trả kết quả', 'Giải quyết', 'Đã chuyển', 'Đã tiếp nhận', 'Đã nộp'].map((event) => html.indexOf(event))
  assert.ok(order.every((place) => place >= 0))
  assert.deepEqual(
    order,
    order.toSorted((one, other) => one - other),
  )
})

test('a task that cannot start yet is no link', () => {
  const html = renderToString(h(TaskList, { language: 'vi', tasks: [{ name: 'Nộp', href: '/nop', state: 'not-yet' }] }))
  assert.doesNotMatch(html, /<a/)
  assert.match(html, /Chưa thể bắt đầu/)
})

test('a table keeps the label of each column in each cell, and says how it is sorted', () => {
  const columns = [
    { label: 'Mã', names: true, cell: (row: string) => row },
    { label: 'Hạn', cell: () => '1', sort: { href: '?xep=han', now: 'ascending' as const } },
  ]
  const html = renderToString(h(DataTable<string>, { language: 'vi', caption: 'Hồ sơ', columns, rows: ['H1'] }))
  assert.match(html, /<caption>Hồ sơ<\/caption>/)
  assert.match(html, /<th role="rowheader" scope="row" data-label="Mã">/)
  assert.match(html, /<td role="cell" data-label="Hạn">/)
  assert.match(html, /aria-sort="ascending"/)
})

test('an empty table gives way to the sentence that says why', () => {
  const html = renderToString(
    h(DataTable<string>, { language: 'vi', caption: 'Hồ sơ', columns: [], rows: [], empty: 'Chưa có hồ sơ' }),
  )
  assert.equal(html, 'Chưa có hồ sơ')
})

test('a step is named with its place, for the page and for its title', () => {
  assert.equal(stepWords(['Nơi nộp', 'Giấy tờ'], 2, 'vi'), 'Bước 2/2 – Giấy tờ')
})
