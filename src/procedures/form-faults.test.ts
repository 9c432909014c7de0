import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { noSuchDay, wrongLength } from './form-faults.ts'

test('a day that no calendar has is told with the length of its month, others are not spoken of', () => {
  assert.equal(noSuchDay('2026-02-31')?.vi, 'Tháng 2/2026 chỉ có 28 ngày')
  assert.equal(noSuchDay('2024-02-30')?.vi, 'Tháng 2/2024 chỉ có 29 ngày')
  assert.equal(noSuchDay('2026-04-31')?.en, 'Month 4/2026 has only 30 days')
  assert.equal(noSuchDay('2026-13-01')?.vi, 'Không có tháng 13')
  for (const fine of ['2024-02-29', '2026-12-31', '2026', '2026-02', '', undefined, 'mai', '2026-x-1'])
    assert.equal(noSuchDay(fine), undefined, String(fine))
})

test('every day there is passes, whatever the year', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }), (when) => {
      assert.equal(noSuchDay(when.toISOString().slice(0, 10)), undefined)
    }),
  )
})

test('an identity number of eleven digits is told to have eleven', () => {
  assert.equal(wrongLength('04608500012')?.vi, 'Bạn nhập 11 chữ số')
  assert.equal(wrongLength('0460850001A2')?.vi, 'Chỉ nhập chữ số')
  assert.equal(wrongLength('046085000123'), undefined)
  assert.equal(wrongLength(undefined), undefined)
})
