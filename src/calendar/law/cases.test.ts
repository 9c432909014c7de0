import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import { at, day } from '../../ground/day.ts'
import type { Calendar, ClockEvent, LimitUnit, Session, SpecialDay, TimeLimit } from './index.ts'
import {
  appendClock,
  calendarFrom,
  clockOf,
  dueAt,
  instantText,
  mayExtend,
  mayReappoint,
  readCalendarCsv,
  usualHours,
} from './index.ts'

/*
 * Cases worked out by hand on a printed calendar, for a legal officer to read: when it came, the limit, when it is due, why.
 * h: working hours; d: working days of eight hours from the minute of receipt; n: working days from the next working day; c: calendar days;
 * m: months; ngay: the same day; @15:00: what comes later counts from the next working day. Office hours 07:30–11:30 and 13:00–17:00, Monday
 * to Friday. 2026 as decided for the training province: off 01–02/01, 16–20/02 (Tết), 27/04 (for Sunday 26/04), 30/04, 01/05, 31/08, 01–02/09,
 * 24/11; worked Saturday 10/01 and 22/08. Other years are not decided: the eleven days of the Labour Code. A day without a year is of 2026.
 */
const read = readCalendarCsv(
  readFileSync(new URL('../../../provinces/demo/calendar-2026.csv', import.meta.url), 'utf8'),
)
assert.ok(read.ok)
const decided = read.value
const calendar = calendarFrom({ version: 'demo', hours: usualHours, years: [decided] })
const morning: readonly Session[] = [[450, 690]]
const saturdays = calendarFrom({ version: 'saturdays', hours: usualHours.with(5, morning), years: [decided] })
const halfDay: SpecialDay = {
  day: day('2026-12-24'),
  kind: 'half-day',
  sessions: morning,
  name: 'Chỉ làm buổi sáng',
  source: 'ví dụ',
  status: 'confirmed',
}
const withHalfDay = calendarFrom({
  version: 'half',
  hours: usualHours,
  years: [{ year: 2026, days: [...decided.days, halfDay] }],
})

/** `02/03 09:00` of 2026, or `02/03/2027 09:00`. */
function instant(text: string): Date {
  const [date = '', time = ''] = text.trim().split(' ')
  const [dd, mm, yyyy = '2026'] = date.split('/')
  const [hour, minute] = time.split(':').map(Number)
  return at(day(`${yyyy}-${mm}-${dd}`), hour! * 60 + minute!)
}

const units: Record<string, LimitUnit> = {
  h: 'working-hours',
  d: 'working-days',
  n: 'working-days',
  c: 'calendar-days',
  m: 'months',
}

/** `3d`, `8h@15:00`, `40p` (minutes of work), `ngay`. */
function limit(text: string): TimeLimit {
  const [length = '', cutoff] = text.trim().split('@')
  if (length === 'ngay') return { value: 1, unit: 'same-day' }
  const value = Number(length.slice(0, -1))
  const unit = length.at(-1)!
  if (unit === 'p') return { value: value / 60, unit: 'working-hours' }
  const late = cutoff ? { cutoff: Number(cutoff.slice(0, 2)) * 60 + Number(cutoff.slice(3)) } : {}
  return { value, unit: units[unit]!, ...(unit === 'n' ? { countFrom: 'next-day' as const } : {}), ...late }
}

const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))

/** Holds every row: came | limit | due | why. */
function hold(given: Calendar, table: string): void {
  for (const [came = '', length = '', due = '', why] of rowsOf(table)) {
    const found = dueAt(given, instant(came), limit(length))
    assert.equal(instantText(found), instantText(instant(due)), `${came} + ${length}: ${why}`)
  }
}

test('88/2017/QĐ-UBND Điều 13.1: one working hour to accept what was filed online, at any hour of any day [S1-13.1a, S2-8.1c2]', () => {
  hold(
    calendar,
    `
02/03 00:00 | 1h | 02/03 08:30 | filed at midnight, counts from opening
02/03 05:00 | 1h | 02/03 08:30 | before opening
02/03 07:29 | 1h | 02/03 08:30 | a minute before opening
02/03 07:30 | 1h | 02/03 08:30 | at opening
02/03 10:29 | 1h | 02/03 11:29 | ends before noon
02/03 10:30 | 1h | 02/03 11:30 | used up when the morning closes, not after lunch
02/03 10:31 | 1h | 02/03 13:01 | one minute remains for the afternoon
02/03 11:29 | 1h | 02/03 13:59 | one minute of the morning
02/03 11:30 | 1h | 02/03 14:00 | the morning is closed at its closing minute
02/03 12:15 | 1h | 02/03 14:00 | lunch
02/03 13:00 | 1h | 02/03 14:00 | at opening
02/03 14:59 | 1h | 02/03 15:59 | no 15:00 rule for working hours
02/03 15:00 | 1h | 02/03 16:00 | nor at 15:00
02/03 15:01 | 1h | 02/03 16:01 | nor after it
02/03 16:00 | 1h | 02/03 17:00 | used up at closing
02/03 16:01 | 1h | 03/03 07:31 | one minute remains for tomorrow
02/03 16:59 | 1h | 03/03 08:29 | the last minute of the day
02/03 17:00 | 1h | 03/03 08:30 | closed
02/03 23:59 | 1h | 03/03 08:30 | night
02/03 24:00 | 1h | 03/03 08:30 | 24:00 is the next midnight
06/03 16:59 | 1h | 09/03 08:29 | the last minute of Friday
06/03 17:00 | 1h | 09/03 08:30 | Friday, closed
07/03 10:00 | 1h | 09/03 08:30 | Saturday
08/03 00:00 | 1h | 09/03 08:30 | Sunday midnight
08/03 23:59 | 1h | 09/03 08:30 | Sunday night
31/12/2025 16:30 | 1h | 05/01 08:00 | 01/01 and 02/01 off, then a weekend
09/01 16:30 | 1h | 10/01 08:00 | Saturday 10/01 is worked for 02/01
10/01 16:30 | 1h | 12/01 08:00 | from that Saturday to Monday
13/02 16:59 | 1h | 23/02 08:29 | over Tết
13/02 17:00 | 1h | 23/02 08:30 | the evening before Tết
16/02 09:00 | 1h | 23/02 08:30 | the first day of Tết leave
17/02 00:00 | 1h | 23/02 08:30 | New Year’s midnight
20/02 16:00 | 1h | 23/02 08:30 | the last day of Tết leave
22/02 23:59 | 1h | 23/02 08:30 | the Sunday after
24/04 16:30 | 1h | 28/04 08:00 | Sunday 26/04 is made good on Monday 27/04 (Điều 111.3)
26/04 10:00 | 1h | 28/04 08:30 | on the Hùng Kings
27/04 08:00 | 1h | 28/04 08:30 | on the day that makes it good
29/04 16:30 | 1h | 04/05 08:00 | 30/04, 01/05, weekend
21/08 16:59 | 1h | 22/08 08:29 | Saturday 22/08 is worked for 31/08
22/08 09:00 | 1h | 22/08 10:00 | on that Saturday
22/08 16:30 | 1h | 24/08 08:00 | from that Saturday to Monday
23/08 09:00 | 1h | 24/08 08:30 | the Sunday after it
28/08 16:59 | 1h | 03/09 08:29 | weekend, 31/08, 01/09, 02/09
29/08 09:00 | 1h | 03/09 08:30 | an ordinary Saturday
31/08 09:00 | 1h | 03/09 08:30 | Monday off in exchange
02/09 23:59 | 1h | 03/09 08:30 | National Day, night
23/11 16:30 | 1h | 25/11 08:00 | 24/11 as loaded, not confirmed`,
  )
})

test('04/2024/QĐ-UBND Điều 8.1.b: eight working hours from the receipt by the system [S2-8.1b, S2-19.1d, S2-8.1c2]', () => {
  hold(
    calendar,
    `
02/03 00:00 | 8h | 02/03 17:00 | filed in the night: the whole day
02/03 07:30 | 8h | 02/03 17:00 | a day begun at opening ends at closing
02/03 07:31 | 8h | 03/03 07:31 | a minute later it reaches into tomorrow
02/03 09:00 | 8h | 03/03 09:00 | the same hour tomorrow
02/03 11:30 | 8h | 03/03 11:30 | from 13:00: the afternoon and the next morning
02/03 13:00 | 8h | 03/03 11:30 | the same, at opening
02/03 14:59 | 8h | 03/03 14:59 | two hours and a minute today
02/03 15:00 | 8h | 03/03 15:00 | two hours today, four and two tomorrow
02/03 15:01 | 8h | 03/03 15:01 | no 15:00 rule here
02/03 16:59 | 8h | 03/03 16:59 | one minute today
02/03 17:00 | 8h | 03/03 17:00 | closed: the whole of tomorrow
06/03 14:59 | 8h | 09/03 14:59 | Friday to Monday
06/03 16:59 | 8h | 09/03 16:59 | the last minute of Friday
07/03 12:00 | 8h | 09/03 17:00 | Saturday: the whole of Monday
13/02 15:00 | 8h | 23/02 15:00 | over Tết
24/04 09:00 | 8h | 28/04 09:00 | over the Hùng Kings and the day that makes it good
29/04 15:00 | 8h | 04/05 15:00 | over 30/04 and 01/05
21/08 15:00 | 8h | 22/08 15:00 | into the worked Saturday
22/08 15:00 | 8h | 24/08 15:00 | out of it
28/08 15:00 | 8h | 03/09 15:00 | over the National Days
02/03 09:00 | 0h | 02/03 09:00 | at once
04/03 09:00 | 12h | 05/03 14:30 | a day and a half
02/03 09:00 | 40h | 09/03 09:00 | a week
06/03 15:01 | 8h@15:00 | 09/03 17:00 | where the procedure has a 15:00 rule of its own`,
  )
})

test('88/2017/QĐ-UBND Điều 14.3: working days as the decision prints them, from the hour of receipt [S1-14.3]', () => {
  hold(
    calendar,
    `
02/03 07:30 | 1d | 02/03 17:00 | eight hours begun at opening
02/03 09:00 | 1d | 03/03 09:00 | one day
02/03 13:00 | 1d | 03/03 11:30 | an afternoon and a morning
02/03 09:00 | 0.5d | 02/03 14:30 | half a day is four hours
02/03 13:00 | 0.5d | 02/03 17:00 | the afternoon
02/03 15:00 | 0.5d | 03/03 09:30 | two hours today, two tomorrow
02/03 09:00 | 3d | 05/03 09:00 | Monday to Thursday
05/03 14:00 | 2d | 09/03 14:00 | over a weekend
06/03 16:59 | 1d | 09/03 16:59 | the last minute of Friday
06/03 17:00 | 1d | 09/03 17:00 | Friday, closed: the whole of Monday
07/03 08:00 | 1d | 09/03 17:00 | Saturday: the whole of Monday
02/03 09:00 | 5d | 09/03 09:00 | a week
02/03 09:00 | 7d | 11/03 09:00 | a week and two days
02/03 09:00 | 10d | 16/03 09:00 | two weeks
02/03 09:00 | 15d | 23/03 09:00 | three weeks
02/03 09:00 | 20d | 30/03 09:00 | four weeks
02/03 09:00 | 30d | 13/04 09:00 | six weeks
31/12/2025 09:00 | 1d | 05/01 09:00 | over the new year
08/01 09:00 | 2d | 10/01 09:00 | ends on the worked Saturday
09/01 09:00 | 2d | 12/01 09:00 | steps through it
12/02 09:00 | 3d | 24/02 09:00 | Friday, then Monday and Tuesday after Tết
13/02 09:00 | 1d | 23/02 09:00 | over Tết
13/02 09:00 | 5d | 27/02 09:00 | the whole week after Tết
15/02 20:00 | 5d | 27/02 17:00 | received on Tết: counts from Monday’s opening
23/04 09:00 | 3d | 29/04 09:00 | 24, 28, 29 April
24/04 09:00 | 5d | 06/05 09:00 | 28, 29 April, 4, 5, 6 May
20/08 09:00 | 3d | 24/08 09:00 | Friday, the worked Saturday, Monday
21/08 09:00 | 2d | 24/08 09:00 | the worked Saturday, Monday
24/08 09:00 | 5d | 03/09 09:00 | four days, then 31/08 to 02/09 are off
28/08 09:00 | 1d | 03/09 09:00 | the first working day after
28/08 09:00 | 2d | 04/09 09:00 | the second
20/11 09:00 | 2d | 25/11 09:00 | Monday, then 24/11 as loaded
30/12 09:00 | 2d | 04/01/2027 09:00 | Thursday; Friday 01/01/2027 is off
31/12 09:00 | 1d | 04/01/2027 09:00 | into a year not decided
03/02/2027 09:00 | 1d | 04/02/2027 09:00 | before Tết 2027
04/02/2027 09:00 | 1d | 12/02/2027 09:00 | Friday 5 to Tuesday 9, its weekend made good on 10 and 11
15/04/2027 09:00 | 1d | 19/04/2027 09:00 | 10/3 âm lịch is Friday 16/04/2027
29/04/2027 09:00 | 1d | 04/05/2027 09:00 | Saturday 01/05 is made good on Monday
01/09/2027 09:00 | 1d | 06/09/2027 09:00 | Thursday 02/09 and the Friday beside it
02/03 14:59 | 1d@15:00 | 03/03 14:59 | with a 15:00 rule: in time
02/03 15:00 | 1d@15:00 | 03/03 15:00 | sharp is in time
02/03 15:01 | 1d@15:00 | 03/03 17:00 | after 15:00: the whole of tomorrow`,
  )
})

test('04/2024/QĐ-UBND Điều 21.4: working days from the day of receipt, which itself is not counted [S2-21.4a]', () => {
  hold(
    calendar,
    `
02/03 07:30 | 1n | 03/03 17:00 | Monday is not counted
02/03 16:59 | 1n | 03/03 17:00 | nor at its last minute
02/03 17:00 | 1n | 04/03 17:00 | after closing it is received on Tuesday
06/03 16:59 | 1n | 09/03 17:00 | Friday is not counted
06/03 17:00 | 1n | 10/03 17:00 | received on Monday
07/03 09:00 | 1n | 10/03 17:00 | received on Monday
02/03 09:00 | 3n | 05/03 17:00 | Tuesday, Wednesday, Thursday
02/03 09:00 | 5n | 09/03 17:00 | a week
13/02 10:00 | 1n | 23/02 17:00 | the first day after Tết
16/02 10:00 | 1n | 24/02 17:00 | received on the first day after Tết
21/08 10:00 | 1n | 22/08 17:00 | the worked Saturday is a working day
22/08 10:00 | 1n | 24/08 17:00 | and as a day of receipt not counted
28/08 10:00 | 1n | 03/09 17:00 | over the National Days
29/04 10:00 | 2n | 05/05 17:00 | 4 and 5 May
23/11 10:00 | 1n | 25/11 17:00 | 24/11 as loaded
02/03 10:00 | 13n | 19/03 17:00 | thirteen days without a holiday
13/04 10:00 | 13n | 05/05 17:00 | without 27/04, 30/04 and 01/05`,
  )
})

test('Luật Hộ tịch 2014 Điều 9.3: the same day, after 15:00 the next working day', () => {
  hold(
    calendar,
    `
02/03 00:00 | ngay | 02/03 17:00 | filed in the night before
02/03 07:30 | ngay | 02/03 17:00 | in the morning
02/03 12:00 | ngay | 02/03 17:00 | at lunch
02/03 14:59 | ngay | 02/03 17:00 | in time
02/03 15:00 | ngay | 02/03 17:00 | sharp is not after
02/03 15:01 | ngay | 03/03 17:00 | after 15:00
02/03 16:59 | ngay | 03/03 17:00 | the last minute
02/03 17:00 | ngay | 03/03 17:00 | closed: received tomorrow morning
06/03 15:00 | ngay | 06/03 17:00 | Friday, in time
06/03 15:01 | ngay | 09/03 17:00 | Friday, after 15:00
06/03 16:59 | ngay | 09/03 17:00 | Friday, last minute
07/03 23:59 | ngay | 09/03 17:00 | Saturday
13/02 15:00 | ngay | 13/02 17:00 | before Tết, in time
13/02 15:01 | ngay | 23/02 17:00 | before Tết, too late
16/02 08:00 | ngay | 23/02 17:00 | in Tết
24/04 15:01 | ngay | 28/04 17:00 | 27/04 is off
29/04 15:01 | ngay | 04/05 17:00 | 30/04 and 01/05 are off
21/08 15:01 | ngay | 22/08 17:00 | the worked Saturday is next
22/08 14:59 | ngay | 22/08 17:00 | on it, in time
22/08 15:01 | ngay | 24/08 17:00 | on it, too late
28/08 15:00 | ngay | 28/08 17:00 | before the National Days, in time
28/08 15:01 | ngay | 03/09 17:00 | too late`,
  )
})

test('days and months (chưa kiểm chứng): the day of receipt is not counted, and what ends on a closed day ends with the next open one', () => {
  hold(
    calendar,
    `
02/03 09:00 | 1c | 03/03 17:00 | tomorrow
02/03 16:59 | 3c | 05/03 17:00 | Thursday
02/03 17:00 | 3c | 06/03 17:00 | received on Tuesday
06/03 17:00 | 1c | 10/03 17:00 | received on Monday
02/03 09:00 | 10c | 12/03 17:00 | Thursday
02/03 09:00 | 12c | 16/03 17:00 | Saturday, so Monday
02/03 09:00 | 30c | 01/04 17:00 | March has 31 days
02/03 09:00 | 60c | 04/05 17:00 | 01/05, a weekend
06/02 09:00 | 10c | 23/02 17:00 | ends in Tết
11/02 09:00 | 5c | 23/02 17:00 | ends in Tết
17/04 09:00 | 10c | 28/04 17:00 | 27/04 is off
20/04 09:00 | 10c | 04/05 17:00 | 30/04 is off
21/08 09:00 | 1c | 22/08 17:00 | the worked Saturday is open
21/08 09:00 | 10c | 03/09 17:00 | 31/08 is off
05/01 09:00 | 1m | 05/02 17:00 | a month
16/01 09:00 | 1m | 23/02 17:00 | ends in Tết
30/01 09:00 | 1m | 02/03 17:00 | there is no 30 February; the 28th is a Saturday
02/03 09:00 | 1m | 02/04 17:00 | a month
27/03 09:00 | 1m | 28/04 17:00 | 27/04 is off
31/03 09:00 | 1m | 04/05 17:00 | April has 30 days; 30/04 is off
02/03 09:00 | 2m | 04/05 17:00 | 02/05 is a Saturday
30/10 09:00 | 3m | 01/02/2027 17:00 | 30/01/2027 is a Saturday
31/08/2027 09:00 | 1m | 30/09/2027 17:00 | September has 30 days
31/01/2024 09:00 | 1m | 29/02/2024 17:00 | a leap year
29/02/2024 09:00 | 1m | 29/03/2024 17:00 | from the leap day
29/02/2024 09:00 | 12m | 28/02/2025 17:00 | a year later there is none
28/02/2025 09:00 | 1m | 28/03/2025 17:00 | an ordinary year`,
  )
})

test('a counter that is open on Saturday mornings works then, and its working day remains eight hours', () => {
  hold(
    saturdays,
    `
06/03 16:30 | 1h | 07/03 08:00 | Friday evening to Saturday morning
07/03 11:00 | 1h | 09/03 08:00 | Saturday noon to Monday
07/03 11:30 | 1h | 09/03 08:30 | closed at 11:30
06/03 15:00 | 1d | 09/03 09:30 | two hours, Saturday’s four, two on Monday
06/03 09:00 | 2d | 09/03 14:30 | six and a half, four, five and a half
06/03 09:00 | 1n | 07/03 11:30 | Saturday is a working day, until noon
07/03 09:00 | ngay | 07/03 11:30 | the same day ends at noon
06/03 15:01 | ngay | 07/03 11:30 | too late on Friday
02/03 09:00 | 5c | 07/03 11:30 | ends on Saturday
14/02 11:00 | 1h | 21/02 08:00 | Tết is Monday to Friday: the Saturday after it is open
28/08 16:30 | 1h | 29/08 08:00 | 29/08 is an ordinary Saturday here`,
  )
})

test('a half day has its own hours', () => {
  hold(
    withHalfDay,
    `
24/12 10:30 | 1h | 24/12 11:30 | used up at noon
24/12 11:00 | 1h | 25/12 08:00 | the afternoon is closed
24/12 13:00 | 1h | 25/12 08:30 | received in the closed afternoon
24/12 14:59 | ngay | 25/12 17:00 | the same, although before 15:00
23/12 15:00 | 1d | 25/12 09:30 | two hours, four, two
23/12 10:00 | 1n | 24/12 11:30 | ends at noon
24/12 10:00 | ngay | 24/12 11:30 | the same day ends at noon
23/12 15:01 | ngay | 24/12 11:30 | too late the day before
14/12 09:00 | 10c | 24/12 11:30 | ends on the half day`,
  )
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
  const table = `
02/03 09:00 | 3d | 03/03 09:00 | 10/03 14:00 | 12/03 14:00 | two days were left
02/03 09:00 | 3d | 02/03 09:00 | 10/03 14:00 | 13/03 14:00 | nothing was used
02/03 09:00 | 3d | 05/03 08:59 | 10/03 08:00 | 10/03 08:01 | stopped in the last minute
02/03 09:00 | 3d | 05/03 09:00 | 10/03 08:00 | 10/03 08:00 | stopped when it was used up
02/03 09:00 | 3d | 05/03 09:30 | 10/03 09:00 | 10/03 08:30 | half an hour late before, half an hour late after
02/03 09:00 | 3d | 03/03 18:00 | 04/03 07:00 | 05/03 09:00 | a pause out of hours changes nothing
12/02 09:00 | 3d | 13/02 17:00 | 23/02 07:30 | 24/02 09:00 | a pause over Tết alone changes nothing
02/03 09:00 | 1d | 02/03 16:59 | 06/03 16:59 | 09/03 09:00 | a minute of Friday, an hour and a half on Monday
20/08 09:00 | 2d | 21/08 09:00 | 21/08 16:00 | 22/08 16:00 | a day was left: an hour of Friday, seven of the worked Saturday
02/03 09:00 | 1h | 02/03 09:59 | 02/03 17:00 | 03/03 07:31 | the last minute, taken up after closing
02/03 09:00 | 10c | 09/03 17:00 | 16/03 07:30 | 18/03 17:00 | calendar days too keep their working time: three days`
  for (const [came = '', length = '', stood = '', went = '', due = '', why] of rowsOf(table)) {
    const ledger = ledgerOf([
      { kind: 'started', at: instant(came), limit: limit(length) },
      { kind: 'paused', at: instant(stood), ground: 'chờ bổ sung' },
      { kind: 'resumed', at: instant(went) },
    ])
    assert.equal(instantText(clockOf(calendar, ledger).due!), instantText(instant(due)), `${came} ${length}: ${why}`)
  }
})

test('88/2017/QĐ-UBND Điều 14.4: all extensions together reach a third of the limit, exactly [S1-14.4a]', () => {
  const table = `
15d |    | 5d    | 0    | five of fifteen
15d |    | 6d    | no   | six of fifteen
15d |    | 2401p | no   | five days and a minute
15d | 3d | 2d    | 0    | three before, two now
15d | 3d | 3d    | no   | three before, three now
15d | 5d | 1p    | no   | all used before
1d  |    | 160p  | 0    | a third of one day: two hours forty
1d  |    | 161p  | no   | a minute more
1d  |    | 1d    | no   | a whole day
2d  |    | 320p  | 0    | a third of two days: five hours twenty
2d  |    | 321p  | no   | a minute more
2d  |    | 1d    | no   | a whole day is too much
7d  |    | 2d    | 160  | two days; two hours forty remain
7d  |    | 1120p | 0    | two days, two hours forty
7d  |    | 1121p | no   | a minute more
7d  |    | 3d    | no   | three days
7d  | 2d | 160p  | 0    | the rest, exactly
7d  | 2d | 161p  | no   | a minute more than the rest
30d |    | 10d   | 0    | ten of thirty
30d |    | 11d   | no   | eleven of thirty
30d | 9d | 1d    | 0    | nine before, one now
30d | 9d | 2d    | no   | nine before, two now
8h  |    | 160p  | 0    | of eight hours too
1h  |    | 20p   | 0    | twenty minutes of an hour
1h  |    | 21p   | no   | a minute more
30c |    | 10c   | 0    | calendar days
30c |    | 11c   | no   | eleven of thirty
10c |    | 3c    | 0    | a third of ten is three whole days
10c |    | 4c    | no   | four
1m  |    | 10c   | 0    | from 02/03 a month has 31 days: ten
1m  |    | 11c   | no   | eleven
30c |    | 5d    | unit | working days for calendar days
15d |    | 5c    | unit | calendar days for working days
ngay |   | 1d    | unit | the same day is not extended
15d |    | 0d    | no   | nothing is no extension`
  for (const [whole = '', before = '', asked = '', answer = '', why] of rowsOf(table)) {
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
  const table = `
02/03 09:00 | 15d | 5d   | 30/03 09:00 | from 23/03 five working days
02/03 09:00 | 7d  | 160p | 11/03 13:10 | from 11/03 09:00 half past eleven, then ten minutes
02/03 09:00 | 1d  | 160p | 03/03 13:10 | from 03/03 09:00 the same
12/02 09:00 | 3d  | 1d   | 25/02 09:00 | from 24/02
02/03 09:00 | 30c | 10c  | 13/04 17:00 | from 01/04 to Saturday 11/04, so Monday
02/03 09:00 | 1m  | 10c  | 13/04 17:00 | from 02/04 to Sunday 12/04, so Monday`
  for (const [came = '', length = '', more = '', due = '', why] of rowsOf(table)) {
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
