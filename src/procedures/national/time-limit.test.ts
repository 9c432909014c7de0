import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type NationalTime, readTime } from './time-limit.ts'

test('a time is a number with the unit as printed; calendar days and working days are two units', () => {
  const cases: [string, NationalTime][] = [
    ['22 Ngày làm việc', { kind: 'limit', value: 22, unit: 'working-days', text: '22 Ngày làm việc' }],
    ['15 Ngày', { kind: 'limit', value: 15, unit: 'calendar-days', text: '15 Ngày' }],
    ['8 Giờ', { kind: 'limit', value: 8, unit: 'hours', text: '8 Giờ' }],
    ['2 Tháng', { kind: 'limit', value: 2, unit: 'months', text: '2 Tháng' }],
    ['1', { kind: 'limit', value: 1, unit: 'unknown', text: '1' }],
    ['0', { kind: 'limit', value: 0, unit: 'unknown', text: '0' }],
    ['Không có thông tin', { kind: 'none' }],
    ['Không quy định', { kind: 'words', text: 'Không quy định' }],
    ['Không phải trả kết quả cho người nộp thuế', { kind: 'words', text: 'Không phải trả kết quả cho người nộp thuế' }],
    ['15 Ngày làm', { kind: 'words', text: '15 Ngày làm' }],
  ]
  for (const [cell, expected] of cases) assert.deepEqual(readTime(cell), expected, cell)
})
