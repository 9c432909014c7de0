import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import { day, weekday } from '../../ground/day.ts'
import type { CalendarProblem } from './index.ts'
import { calendarFrom, isWorkingDay, readCalendarCsv, usualHours } from './index.ts'

const header = 'date,kind,sessions,name,source,status'
const tet = '2026-02-16,holiday,,Tết,QĐ 1,confirmed'

function problemsOf(text: string, year?: number): [number, string][] {
  const read = readCalendarCsv(text, year)
  assert.ok(!read.ok)
  return (read.detail!['problems'] as CalendarProblem[]).map(({ line, reason }) => [line, reason])
}

test('the demo year opens and closes as decided', () => {
  const read = readCalendarCsv(
    readFileSync(new URL('../../../provinces/demo/calendar-2026.csv', import.meta.url), 'utf8'),
  )
  assert.ok(read.ok)
  const calendar = calendarFrom({ version: 'demo', hours: usualHours, years: [read.value] })
  const unlikeTheirWeekday = []
  for (let month = 1; month <= 12; month++) {
    for (let date = 1; date <= new Date(Date.UTC(2026, month, 0)).getUTCDate(); date++) {
      const when = day(`2026-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
      if (isWorkingDay(calendar, when) !== weekday(when) <= 5) unlikeTheirWeekday.push(when.slice(5))
    }
  }
  const tetWeek = ['02-16', '02-17', '02-18', '02-19', '02-20']
  const rest = ['04-27', '04-30', '05-01', '08-22', '08-31', '09-01', '09-02', '11-24']
  assert.deepEqual(unlikeTheirWeekday, ['01-01', '01-02', '01-10', ...tetWeek, ...rest])
  const unconfirmed = read.value.days
    .filter(({ status }) => status === 'unconfirmed')
    .map((special) => special.day.slice(5))
  assert.deepEqual(unconfirmed, ['01-02', '01-10', '11-24'])
})

test('a calendar with a mistake is refused with its line and reason', () => {
  const cases = [
    ['2026-02-16,swap-off,,again,QĐ,confirmed', 'duplicate-day'],
    ['2026-02-30,holiday,,x,QĐ,confirmed', 'not-a-day'],
    ['30/04/2026,holiday,,x,QĐ,confirmed', 'not-a-day'],
    ['2027-04-30,holiday,,x,QĐ,confirmed', 'wrong-year'],
    ['2026-04-30,party,,x,QĐ,confirmed', 'unknown-kind'],
    ['2026-04-30,half-day,07:30-11:30 11:00-12:00,x,QĐ,confirmed', 'overlapping-sessions'],
    ['2026-04-30,half-day,11:30-07:30,x,QĐ,confirmed', 'overlapping-sessions'],
    ['2026-04-30,half-day,7h30-11h30,x,QĐ,confirmed', 'unreadable-sessions'],
    ['2026-04-30,half-day,07:61-11:30,x,QĐ,confirmed', 'unreadable-sessions'],
    ['2026-04-30,half-day,,x,QĐ,confirmed', 'half-day-without-sessions'],
    ['2026-04-30,holiday,07:30-11:30,x,QĐ,confirmed', 'day-off-with-sessions'],
    ['2026-04-30,holiday,,,QĐ,confirmed', 'name-missing'],
    ['2026-04-30,holiday,,x,,confirmed', 'source-missing'],
    [`2026-04-30,holiday,,${'x'.repeat(201)},QĐ,confirmed`, 'name-too-long'],
    [`2026-04-30,holiday,,x,${'Q'.repeat(201)},confirmed`, 'source-too-long'],
    ['2026-04-30,holiday,,x,QĐ,maybe', 'unknown-status'],
    ['2026-04-30,holiday', 'wrong-columns'],
  ] as const
  for (const [row, reason] of cases) {
    assert.deepEqual(problemsOf([header, tet, '', row].join('\n')), [[4, reason]], row)
  }
})

test('every mistake is named at once, and nothing is loaded by halves', () => {
  const rows = [header, '2026-02-30,holiday,,x,QĐ,confirmed', tet, '2026-01-01,party,,x,QĐ,confirmed']
  assert.deepEqual(problemsOf(rows.join('\n')), [
    [2, 'not-a-day'],
    [4, 'unknown-kind'],
  ])
  assert.deepEqual(problemsOf(`date,kind\n${tet}`), [[1, 'wrong-columns']])
  assert.deepEqual(problemsOf(header), [[1, 'no-days']])
  assert.deepEqual(problemsOf(`${header}\n${tet}`, 2027), [[2, 'wrong-year']])
})

test('a file from a spreadsheet is read: byte order mark, line ends, quotes', () => {
  const read = readCalendarCsv(
    `\uFEFF${header}\r\n2026-12-24,half-day,07:30-11:30,"Nghỉ chiều, ""đêm""",QĐ 9,confirmed\r\n`,
  )
  assert.ok(read.ok)
  assert.deepEqual(read.value, {
    year: 2026,
    days: [
      {
        day: '2026-12-24',
        kind: 'half-day',
        name: 'Nghỉ chiều, "đêm"',
        source: 'QĐ 9',
        status: 'confirmed',
        sessions: [[450, 690]],
      },
    ],
  })
})
