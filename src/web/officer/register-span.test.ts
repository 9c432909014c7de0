import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../ground/day.ts'
import { lastMonths, spanOf, typed } from './register-span.ts'

const months = lastMonths(day('2026-03-02'))
const asked = (from: string, last: string) => spanOf({ 'tu-ngay': from, 'den-ngay': last }, months)

test('the register takes any days as people type them, at most a year, and otherwise a whole month', () => {
  const february = {
    from: '2026-02-01',
    last: '2026-03-02',
    asked: { 'tu-ngay': '2026-02-01', 'den-ngay': '2026-03-02' },
  }
  for (const [from, last] of [
    ['1/2/2026', '2/3/2026'],
    ['01.02.2026', ' 02-03-2026 '],
    ['1 2 2026', '2026-03-02'],
  ])
    assert.deepEqual(asked(from!, last!), february)
  for (const [from, last] of [
    ['2/3/2026', '1/2/2026'],
    ['31/2/2026', '2/3/2026'],
    ['1/1/2024', '1/2/2026'],
    ['1/2/2026', ''],
  ]) {
    const { month, unclear, last: end } = asked(from!, last!)
    assert.deepEqual([month, unclear, end], ['2026-03', true, '2026-03-31'])
  }
  assert.deepEqual(spanOf({ thang: '2026-02' }, months).last, '2026-02-28')
  assert.equal(spanOf({}, months).unclear, undefined)
  assert.equal(typed('2026-02-01'), '1/2/2026')
})
