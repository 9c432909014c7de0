import assert from 'node:assert/strict'
import { test } from 'node:test'

import { addDays, day, weekday } from '../../ground/day.ts'
import { hungKingsOf, lunarYear, tetOf, usualHours } from './index.ts'
import { newMoon } from './moon.ts'
import { statutoryDaysOff } from './statutory.ts'

/** Mồng 1 tháng Giêng as printed calendars have it, 2000 to 2050, month and day. */
const printed = `
  02-05 01-24 02-12 02-01 01-22 02-09 01-29 02-17 02-07 01-26
  02-14 02-03 01-23 02-10 01-31 02-19 02-08 01-28 02-16 02-05
  01-25 02-12 02-01 01-22 02-10 01-29 02-17 02-06 01-26 02-13
  02-02 01-23 02-11 01-31 02-19 02-08 01-28 02-15 02-04 01-24
  02-12 02-01 01-22 02-10 01-30 02-17 02-06 01-26 02-14 02-02 01-23`
  .trim()
  .split(/\s+/)

test('Tết of 2000 to 2050 is the day that printed calendars have', () => {
  assert.equal(printed.length, 51)
  assert.deepEqual(
    printed.map((_, index) => tetOf(2000 + index).slice(5)),
    printed,
  )
})

test('where Viet Nam and China celebrated Tết on different days, both come out right by their own midnight', () => {
  const both = [
    [1968, '1968-01-29', '1968-01-30'],
    [1969, '1969-02-16', '1969-02-17'],
    [1985, '1985-01-21', '1985-02-20'],
    [2007, '2007-02-17', '2007-02-18'],
    [2030, '2030-02-02', '2030-02-03'],
    [2053, '2053-02-18', '2053-02-19'],
  ] as const
  for (const [year, here, china] of both) assert.deepEqual([tetOf(year), tetOf(year, 8)], [here, china])
  for (let year = 2000; year <= 2050; year++)
    assert.equal(tetOf(year) === tetOf(year, 8), year !== 2007 && year !== 2030, String(year))
})

test('the Hùng Kings are honoured on the day that each year had', () => {
  const had = ['2018-04-25', '2019-04-14', '2020-04-02', '2021-04-21', '2022-04-10', '2023-04-29', '2024-04-18']
  for (const date of [...had, '2025-04-07', '2026-04-26', '2012-03-31'])
    assert.equal(hungKingsOf(Number(date.slice(0, 4))), date)
})

test('the leap months stand where they were', () => {
  const leap = [
    2001, 4, 2004, 2, 2006, 7, 2009, 5, 2012, 4, 2014, 9, 2017, 6, 2020, 4, 2023, 2, 2025, 6, 2028, 5, 2031, 3, 2033,
    11,
  ]
  const found = Array.from({ length: 34 }, (_, index) => 2000 + index).flatMap((year) => {
    const month = lunarYear(year).find(({ isLeap }) => isLeap)
    return month ? [year, month.month] : []
  })
  assert.deepEqual(found, leap)
  assert.equal(lunarYear(1985).find(({ isLeap }) => isLeap)?.month, 2, 'in China it was the tenth of 1984')
  assert.equal(lunarYear(1987).find(({ isLeap }) => isLeap)?.month, 7, 'in China it was the sixth')
})

test('by the midnight of Beijing every month is that of a calendar made by others', () => {
  const others = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })
  let compared = 0
  for (let year = 2000; year <= 2050; year++) {
    for (const { month, isLeap, first } of lunarYear(year, 8)) {
      // Theirs is some minutes less exact: what begins within a quarter of an hour of midnight is left to the tables above.
      if (minutesFromMidnight(first) < 15) continue
      assert.equal(
        others.format(Date.parse(first)).split('/').slice(0, 2).join('/'),
        `${month}${isLeap ? 'bis' : ''}/1`,
        first,
      )
      compared++
    }
  }
  assert.ok(compared > 600, String(compared))
})

function minutesFromMidnight(first: string): number {
  const date = Date.parse(first) / 86_400_000
  const moon = newMoon(Math.round((date - 10962) / 29.530588861)) + 8 / 24
  return Math.abs(moon - Math.round(moon)) * 1440
}

test('every lunar year has twelve or thirteen months of 29 or 30 days, and begins where the last one ended', () => {
  for (let year = 1968; year <= 2100; year++) {
    const months = lunarYear(year)
    const firsts = [...months.map(({ first }) => first), tetOf(year + 1)]
    assert.equal(months.filter(({ isLeap }) => isLeap).length, months.length - 12, String(year))
    for (const [index, { first }] of months.entries())
      assert.ok(
        [29, 30].some((length) => addDays(first, length) === firsts[index + 1]),
        first,
      )
  }
})

test('new moons are those of the almanac, to half a minute', () => {
  for (const utc of ['2000-01-06T18:14Z', '2017-08-21T18:30Z', '2024-04-08T18:21Z', '2026-02-17T12:01Z']) {
    const date = Date.parse(utc) / 86_400_000
    assert.ok(Math.abs(newMoon(Math.round((date - 10962) / 29.530588861)) - date) * 1440 < 0.6, utc)
  }
})

test('a year not decided has the eleven days of the Labour Code, each on a weekend made good by a working day', () => {
  for (let year = 2000; year <= 2050; year++) {
    const off = [...statutoryDaysOff(year, usualHours)]
    const extra = off.filter(([, { name }]) => name.startsWith('Nghỉ bù'))
    const weekend = off.filter(([when]) => weekday(when) > 5)
    assert.equal(off.length - extra.length, 11, String(year))
    assert.equal(extra.length, weekend.length, String(year))
    assert.ok(extra.every(([when]) => weekday(when) <= 5))
  }
})

test('the neighbour of 2 September is the one that governments have chosen', () => {
  const chosen = ['2021-09-03', '2022-09-01', '2023-09-01', '2024-09-03', '2025-09-01', '2026-09-01']
  for (const date of chosen)
    assert.equal(
      statutoryDaysOff(Number(date.slice(0, 4)), usualHours).get(day(date))?.name,
      'Quốc khánh (ngày liền kề)',
    )
})

test('Tết 2026 is guessed as it was decided: Monday 16 to Friday 20 February', () => {
  const off = statutoryDaysOff(2026, usualHours)
  const tet = [...off].filter(([, { name }]) => name === 'Tết Nguyên đán').map(([when]) => when)
  assert.deepEqual(tet, ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'])
  assert.equal(off.get(day('2026-04-27'))?.name, 'Nghỉ bù Giỗ Tổ Hùng Vương')
  assert.equal(off.get(tet[0]!)?.sure, false, 'which five days is decided every year')
})
