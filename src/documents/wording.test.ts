import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../ground/day.ts'
import { dayInFull, dayInShort, dayInWords, momentInFull, momentInShort, money, numberInWords } from './wording.ts'

test('days and hours are written in the manner of official papers, in Viet Nam', () => {
  const moment = new Date('2026-03-02T09:00:00+07:00')
  assert.equal(momentInFull(moment), '09 giờ 00 phút, ngày 02 tháng 3 năm 2026')
  assert.equal(momentInShort(moment), '09:00 02/03/2026')
  assert.equal(momentInFull(new Date('2026-12-31T17:30:00Z')), '00 giờ 30 phút, ngày 01 tháng 01 năm 2027')
  assert.equal(dayInFull(day('2026-02-28')), 'ngày 28 tháng 02 năm 2026')
  assert.equal(dayInFull(day('2026-10-05')), 'ngày 05 tháng 10 năm 2026')
  assert.deepEqual(['1990', '1990-04', '1990-04-01'].map(dayInShort), ['1990', '04/1990', '01/04/1990'])
})

test('money is grouped by thousands', () => {
  assert.deepEqual([0, 500, 8000, 1_250_000].map(money), ['0 đồng', '500 đồng', '8.000 đồng', '1.250.000 đồng'])
  assert.equal(money(123_456_789_012n), '123.456.789.012 đồng')
})

test('numbers and days are read as they are spoken', () => {
  const spoken: [number, string][] = [
    [0, 'không'],
    [5, 'năm'],
    [10, 'mười'],
    [14, 'mười bốn'],
    [15, 'mười lăm'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [55, 'năm mươi lăm'],
    [100, 'một trăm'],
    [104, 'một trăm linh tư'],
    [115, 'một trăm mười lăm'],
    [1975, 'một nghìn chín trăm bảy mươi lăm'],
    [2001, 'hai nghìn không trăm linh một'],
    [2026, 'hai nghìn không trăm hai mươi sáu'],
    [10_000, 'mười nghìn'],
  ]
  for (const [number, words] of spoken) assert.equal(numberInWords(number), words)
  assert.throws(() => numberInWords(1.5), RangeError)
  assert.equal(dayInWords(day('2026-04-15')), 'ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi sáu')
})
