import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import { at, day } from '../../ground/day.ts'
import type { Calendar, Session, TimeLimit } from './index.ts'
import {
  calendarFrom,
  countsFrom,
  dueAt,
  isTentative,
  limitText,
  readCalendarCsv,
  remaining,
  usualHours,
} from './index.ts'

const demo = calendar2026(usualHours)
const eightToFive: readonly Session[] = [
  [480, 720],
  [780, 1020],
]
const fromEight = calendar2026(usualHours.map((sessions) => (sessions.length > 0 ? eightToFive : [])))

function calendar2026(hours: Calendar['hours']): Calendar {
  const csv = new URL('../../../provinces/demo/calendar-2026.csv', import.meta.url)
  const read = readCalendarCsv(readFileSync(csv, 'utf8'))
  assert.ok(read.ok)
  return calendarFrom({ version: 'demo-2026', hours, years: [read.value] })
}

/** `2026-03-02 09:00` in Viet Nam. */
function instant(text: string): Date {
  const [date = '', time = ''] = text.split(' ')
  const [hour, minute] = time.split(':').map(Number)
  return at(day(date), hour! * 60 + minute!)
}

const hours = (value: number): TimeLimit => ({ value, unit: 'working-hours' })
const days = (value: number, countFrom?: TimeLimit['countFrom']): TimeLimit => ({
  value,
  unit: 'working-days',
  countFrom,
})

type Case = readonly [received: string, limit: TimeLimit, due: string, why: string]

function hold(calendar: Calendar, cases: readonly Case[]): void {
  for (const [received, limit, due, why] of cases) {
    const found = dueAt(calendar, instant(received), limit)
    assert.equal(found.toISOString(), instant(due).toISOString(), `${received} + ${limitText(limit).en}: ${why}`)
  }
}

test('working hours run through office hours only', () => {
  hold(demo, [
    ['2026-03-02 09:00', hours(1), '2026-03-02 10:00', 'within the morning'],
    ['2026-03-02 11:00', hours(1), '2026-03-02 13:30', 'the lunch break is not counted'],
    ['2026-03-02 10:30', hours(1), '2026-03-02 11:30', 'used up at noon ends at noon, not after lunch'],
    ['2026-03-02 09:00', hours(8), '2026-03-03 09:00', 'eight hours are one working day'],
    ['2026-03-02 07:30', hours(8), '2026-03-02 17:00', 'a whole day ends with it'],
    ['2026-03-06 16:30', hours(1), '2026-03-09 08:00', 'Friday 16:30 ends on Monday'],
    ['2026-02-13 16:00', hours(2), '2026-02-23 08:30', 'Tết is stepped over'],
    ['2026-08-21 16:30', hours(1), '2026-08-22 08:00', 'Saturday 22/08 is worked in exchange for 31/08'],
    ['2026-08-28 16:30', hours(1), '2026-09-03 08:00', '31/08, 01/09 and 02/09 are off'],
    ['2026-03-02 09:00', hours(0), '2026-03-02 09:00', 'at once'],
  ])
})

test('one working hour from an online registration on Friday 16:30 is due on Monday 08:30 [S1-13.1a]', () => {
  hold(fromEight, [['2026-03-06 16:30', hours(1), '2026-03-09 08:30', 'office hours 08:00–17:00']])
  const due = dueAt(fromEight, instant('2026-03-06 16:30'), hours(1))
  assert.equal(remaining(fromEight, instant('2026-03-09 08:30'), due).isOver, false)
  assert.equal(remaining(fromEight, instant('2026-03-09 08:31'), due).isOver, true, 'the breach shows')
})

test('eight working hours from receipt at 15:00 end at 15:00 on the next working day [S2-8.1b, S2-19.1d]', () => {
  hold(fromEight, [
    ['2026-03-02 15:00', hours(8), '2026-03-03 15:00', 'Monday to Tuesday'],
    ['2026-03-06 15:00', hours(8), '2026-03-09 15:00', 'Friday to Monday'],
  ])
  const due = dueAt(fromEight, instant('2026-03-02 15:00'), hours(8))
  assert.equal(remaining(fromEight, instant('2026-03-03 15:00'), due).isOver, false)
  assert.equal(remaining(fromEight, instant('2026-03-03 15:01'), due).isOver, true, 'the breach shows')
})

test('what is entered out of office hours counts from the next opening [S2-8.1c2]', () => {
  const cases = [
    ['2026-03-07 20:00', '2026-03-09 07:30', 'Saturday evening → Monday'],
    ['2026-04-25 20:00', '2026-04-28 07:30', 'Saturday evening, Monday is off for the Hùng Kings → Tuesday'],
    ['2026-03-02 05:00', '2026-03-02 07:30', 'before opening'],
    ['2026-03-02 12:00', '2026-03-02 13:00', 'lunch'],
    ['2026-03-02 17:00', '2026-03-03 07:30', 'the minute of closing is closed'],
    ['2026-03-02 16:59', '2026-03-02 16:59', 'the last minute is open'],
    ['2026-02-15 12:00', '2026-02-23 07:30', 'Tết'],
  ] as const
  for (const [received, from, why] of cases) {
    assert.equal(countsFrom(demo, instant(received), hours(8)).toISOString(), instant(from).toISOString(), why)
  }
  hold(demo, [['2026-03-01 22:00', hours(8), '2026-03-02 17:00', 'Sunday night + 8 hours is Monday evening']])
})

test('working days count eight hours each from the minute of receipt, or whole days from the next one', () => {
  hold(demo, [
    ['2026-03-02 09:00', days(3), '2026-03-05 09:00', 'Monday → Thursday'],
    ['2026-03-05 14:00', days(2), '2026-03-09 14:00', 'over a weekend'],
    ['2026-03-02 09:00', days(0.5), '2026-03-02 14:30', 'half a day is four hours'],
    ['2026-02-12 09:00', days(3), '2026-02-24 09:00', 'over Tết'],
    ['2026-08-20 09:00', days(3), '2026-08-24 09:00', 'the Saturday worked in exchange counts'],
    ['2026-03-02 09:00', days(3, 'next-day'), '2026-03-05 17:00', 'Tuesday, Wednesday, Thursday'],
    ['2026-03-07 20:00', days(1, 'next-day'), '2026-03-10 17:00', 'received on Monday, so Tuesday'],
    ['2026-04-20 09:00', days(5, 'next-day'), '2026-04-28 17:00', 'the compensatory Monday is left out'],
    [
      '2026-03-02 15:30',
      { value: 1, unit: 'working-days', cutoff: 900 },
      '2026-03-03 17:00',
      'a limit with its own cutoff',
    ],
  ])
})

test('thirteen working days from the day of receipt leave out the holiday among them [S2-21.4a]', () => {
  hold(demo, [
    ['2026-04-13 10:00', days(13, 'next-day'), '2026-05-05 17:00', 'without 27/04, 30/04 and 01/05'],
    ['2026-03-02 10:00', days(13, 'next-day'), '2026-03-19 17:00', 'no holiday'],
  ])
})

test('a same-day procedure received up to 15:00 ends that day, later the next working day', () => {
  const sameDay: TimeLimit = { value: 1, unit: 'same-day' }
  hold(demo, [
    ['2026-03-02 07:00', sameDay, '2026-03-02 17:00', 'before opening'],
    ['2026-03-02 14:59', sameDay, '2026-03-02 17:00', 'in time'],
    ['2026-03-02 15:00', sameDay, '2026-03-02 17:00', 'sharp is not after'],
    ['2026-03-02 15:01', sameDay, '2026-03-03 17:00', 'after 15:00'],
    ['2026-03-06 16:00', sameDay, '2026-03-09 17:00', 'Friday afternoon'],
    ['2026-03-06 20:00', sameDay, '2026-03-09 17:00', 'after closing counts as the next morning, once'],
    ['2026-03-02 14:30', { ...sameDay, cutoff: 840 }, '2026-03-03 17:00', 'its own cutoff'],
  ])
})

test('days and months that end on a closed day end with the next working day', () => {
  const calendarDays = (value: number): TimeLimit => ({ value, unit: 'calendar-days' })
  const months = (value: number): TimeLimit => ({ value, unit: 'months' })
  hold(demo, [
    ['2026-03-02 09:00', calendarDays(10), '2026-03-12 17:00', 'Thursday'],
    ['2026-03-02 09:00', calendarDays(12), '2026-03-16 17:00', 'Saturday → Monday'],
    ['2026-02-06 09:00', calendarDays(10), '2026-02-23 17:00', 'ends in Tết'],
    ['2026-03-31 09:00', months(1), '2026-05-04 17:00', '30/04 and 01/05 off, then a weekend'],
    ['2026-01-30 09:00', months(1), '2026-03-02 17:00', '28/02 is a Saturday'],
  ])
})

test('a limit that is no number of minutes or days is a fault', () => {
  for (const limit of [hours(-1), hours(0.001), days(1.5, 'next-day'), { value: NaN, unit: 'months' } as const]) {
    assert.throws(() => dueAt(demo, instant('2026-03-02 09:00'), limit), RangeError)
  }
})

test('a date that leans on an unconfirmed day or on a year not decided is tentative', () => {
  assert.equal(isTentative(demo, instant('2026-03-02 09:00'), instant('2026-05-04 09:00')), false)
  assert.equal(isTentative(demo, instant('2026-11-20 09:00'), instant('2026-11-25 09:00')), true)
  assert.equal(isTentative(demo, instant('2026-12-30 09:00'), instant('2027-01-04 09:00')), true)
})

test('beyond the decided years the holidays of the Labour Code are off, and what makes good those on a weekend', () => {
  hold(demo, [
    ['2026-12-31 16:00', hours(2), '2027-01-04 08:30', '01/01/2027 is a Friday'],
    ['2027-02-04 16:00', hours(2), '2027-02-12 08:30', 'Tết 6/2/2027: Friday to Tuesday, the weekend made good'],
    ['2027-04-15 16:00', hours(2), '2027-04-19 08:30', '10/3 âm lịch is Friday 16/04/2027'],
    ['2027-04-29 16:00', hours(2), '2027-05-04 08:30', '30/04 Friday; 01/05 Saturday is made good on Monday'],
    ['2028-04-28 16:00', hours(2), '2028-05-03 08:30', '30/04 Sunday, 01/05 Monday, so Tuesday makes it good'],
    ['2027-09-01 16:00', hours(2), '2027-09-06 08:30', '02/09/2027 is a Thursday, so Friday joins the weekend'],
  ])
})

test('a limit is said as the decision prints it', () => {
  assert.deepEqual(limitText(hours(8)), { vi: '8 giờ làm việc', en: '8 working hours' })
  assert.deepEqual(limitText(days(0.5)), { vi: '0,5 ngày làm việc', en: '0.5 working days' })
  assert.deepEqual(limitText({ value: 1, unit: 'months' }), { vi: '1 tháng', en: '1 month' })
  assert.equal(limitText({ value: 1, unit: 'same-day' }).vi, 'trong ngày')
  assert.equal(limitText(hours(0)).vi, 'ngay khi nhận')
})
