import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import type { CaseTable, ClockEvent } from './index.ts'
import {
  appendClock,
  caseCalendars,
  caseInstant as instant,
  caseLimit as limit,
  clockOf,
  dueAt,
  dueCases,
  extended,
  extensionLimits,
  instantText,
  mayExtend,
  mayReappoint,
  rowsOf,
  stoodStill,
} from './index.ts'

const csv = readFileSync(new URL('../../../provinces/demo/calendar-2026.csv', import.meta.url), 'utf8')
const calendars = caseCalendars(csv)
const calendar = calendars.province

/** Holds every row: came | limit | due | why. */
function hold({ calendar: name, rows }: CaseTable): void {
  for (const [came = '', length = '', due = '', why] of rowsOf(rows)) {
    const found = dueAt(calendars[name], instant(came), limit(length))
    assert.equal(instantText(found), instantText(instant(due)), `${came} + ${length}: ${why}`)
  }
}

test('88/2017/QĐ-UBND Điều 13.1: one working hour to accept what was filed online, at any hour of any day [S1-13.1a, S2-8.1c2]', () => {
  hold(dueCases.oneHour)
})

test('04/2024/QĐ-UBND Điều 8.1.b: eight working hours from the receipt by the system [S2-8.1b, S2-19.1d, S2-8.1c2]', () => {
  hold(dueCases.eightHours)
})

test('88/2017/QĐ-UBND Điều 14.3: working days as the decision prints them, from the hour of receipt [S1-14.3]', () => {
  hold(dueCases.workingDays)
})

test('04/2024/QĐ-UBND Điều 21.4: working days from the day of receipt, which itself is not counted [S2-21.4a]', () => {
  hold(dueCases.nextDay)
})

test('Luật Hộ tịch 2014 Điều 9.3: the same day, after 15:00 the next working day', () => {
  hold(dueCases.sameDay)
})

test('days and months (chưa kiểm chứng): the day of receipt is not counted, and what ends on a closed day ends with the next open one', () => {
  hold(dueCases.calendarDays)
})

test('a counter that is open on Saturday mornings works then, and its working day remains eight hours', () => {
  hold(dueCases.saturdays)
})

test('a half day has its own hours', () => {
  hold(dueCases.halfDay)
})

/** The ledger of these events, each told on top of the one before. */
function ledgerOf(events: readonly ClockEvent[]): ClockEvent[] {
  const ledger: ClockEvent[] = []
  for (const event of events) {
    const line = appendClock(calendar, ledger, event)
    assert.ok(line.ok, event.kind)
    ledger.push(line.value)
  }
  return ledger
}

test('a clock that stood still has what was left, to the minute', () => {
  for (const [came = '', length = '', stood = '', went = '', due = '', why] of rowsOf(stoodStill.rows)) {
    const ledger = ledgerOf([
      { kind: 'started', at: instant(came), limit: limit(length) },
      { kind: 'paused', at: instant(stood), ground: 'chờ bổ sung' },
      { kind: 'resumed', at: instant(went) },
    ])
    assert.equal(instantText(clockOf(calendar, ledger).due!), instantText(instant(due)), `${came} ${length}: ${why}`)
  }
})

test('88/2017/QĐ-UBND Điều 14.4: all extensions together reach a third of the limit, exactly [S1-14.4a]', () => {
  for (const [whole = '', before = '', asked = '', answer = '', why] of rowsOf(extensionLimits.rows)) {
    const from = instant('02/03 09:00')
    const earlier: ClockEvent[] = before
      ? [{ kind: 'extended', at: from, limit: limit(before), ground: 'xác minh' }]
      : []
    const ledger = ledgerOf([{ kind: 'started', at: from, limit: limit(whole) }, ...earlier])
    const found = mayExtend(calendar, ledger, limit(asked), { of: 1, parts: 3 })
    const said = found.ok ? String(found.value.left) : found.refusal === 'extension-other-unit' ? 'unit' : 'no'
    assert.equal(said, answer, `${whole}, before ${before || 'nothing'}, asked ${asked}: ${why}`)
  }
  const fifteen = ledgerOf([{ kind: 'started', at: instant('02/03 09:00'), limit: limit('15d') }])
  assert.ok(mayExtend(calendar, fifteen, limit('40d'), null).ok, 'a province that sets no share sets no bound')
  assert.equal(mayExtend(calendar, [], limit('1d'), null).ok, false)
})

test('an extension goes on from the due date [S1-14.4c]', () => {
  for (const [came = '', length = '', more = '', due = '', why] of rowsOf(extended.rows)) {
    const ledger = ledgerOf([
      { kind: 'started', at: instant(came), limit: limit(length) },
      { kind: 'extended', at: instant(came), limit: limit(more), ground: 'xác minh' },
    ])
    const clock = clockOf(calendar, ledger)
    assert.equal(instantText(clock.due!), instantText(instant(due)), `${came} ${length} + ${more}: ${why}`)
    assert.deepEqual(clock.limit, limit(length), 'the limit itself stays what the decision printed')
  }
})

test('a new appointment is made once, and later than the one before [S1-14.4c]', () => {
  const ledger = ledgerOf([{ kind: 'started', at: instant('02/03 09:00'), limit: limit('3d') }])
  const now = instant('04/03 09:00')
  assert.ok(mayReappoint(calendar, ledger, { due: instant('09/03 17:00'), now }).ok)
  assert.equal(mayReappoint(calendar, ledger, { due: instant('05/03 09:00'), now }).ok, false, 'not later')
  const again = ledgerOf([
    ...ledger,
    { kind: 're-appointed', at: now, due: instant('09/03 17:00'), ground: 'xác minh' },
  ])
  const second = mayReappoint(calendar, again, { due: instant('12/03 17:00'), now: instant('09/03 09:00') })
  assert.ok(!second.ok && second.refusal === 'already-reappointed')
  assert.ok(mayReappoint(calendar, again, { due: instant('12/03 17:00'), now, times: null }).ok, 'no bound set')
})

test('the cases a jurist reads are many, every table names its article, and every hard hour and day is among them', () => {
  const due = Object.values(dueCases).flatMap(({ rows }) => rowsOf(rows))
  const all = [...due, ...[stoodStill, extensionLimits, extended].flatMap(({ rows }) => rowsOf(rows))]
  assert.ok(all.length >= 150, `${all.length} cases`)
  assert.equal(new Set(all.map((row) => row.slice(0, -1).join('|'))).size >= 240, true, 'few stand twice')
  for (const row of all) assert.ok(row.at(-1), `${row.join(' | ')} says why`)
  for (const { law } of [...Object.values(dueCases), stoodStill, extensionLimits, extended])
    assert.match(law, /Điều \d|chưa kiểm chứng/)

  const came = (wanted: RegExp) => due.filter(([when = '']) => wanted.test(when)).length
  const topics: [string, number, number][] = [
    ['around and on Tết', came(/^(1[1-9]|2[0-2])\/02 /), 15],
    ['swapped Saturdays', came(/^(10\/01|22\/08) /), 6],
    ['14:59', came(/14:59$/), 5],
    ['15:00', came(/15:00$/), 8],
    ['15:01', came(/15:01$/), 8],
    ['Friday 16:59', came(/^(06\/03|13\/02|21\/08|28\/08) 16:59$/), 5],
    ['filed at night', came(/ (00:00|05:00|20:00|23:59|24:00)$/), 8],
    ['half days', rowsOf(dueCases.halfDay.rows).length, 9],
    ...[1, 2, 7, 30].map((n): [string, number, number] => [
      `a third of ${n}`,
      rowsOf(extensionLimits.rows).filter(([whole]) => whole === `${n}d`).length,
      3,
    ]),
    ['a second extension', rowsOf(extensionLimits.rows).filter(([, before]) => before).length, 5],
    [
      'a pause in the last minute',
      rowsOf(stoodStill.rows).filter(([, , stood]) => /08:59|16:59|09:59/.test(stood!)).length,
      3,
    ],
  ]
  for (const [topic, found, wanted] of topics) assert.ok(found >= wanted, `${topic}: ${found}`)
})
