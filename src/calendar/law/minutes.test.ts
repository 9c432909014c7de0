import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'

import fc from 'fast-check'

import type { Day } from '../../ground/day.ts'
import { addDays, at, day, dayOf, minuteOf, weekday } from '../../ground/day.ts'
import type { Calendar, DayKind, Session, SpecialDay, Week } from './index.ts'
import {
  addWorkingMinutes,
  calendarFrom,
  dayKinds,
  dueAt,
  isWorking,
  nextWorkingInstant,
  sessionsOn,
  usualHours,
  workingMinutesBetween,
} from './index.ts'

const start2026 = day('2026-01-01')
const minute = 60_000

const session = (from: number, length: number): Session => [from, from + length]
const someSessions: fc.Arbitrary<readonly Session[]> = fc.oneof(
  fc.constant([]),
  fc.constantFrom(session(450, 240), session(0, 1440), session(1439, 1)).map((one) => [one]),
  fc
    .tuple(
      fc.integer({ min: 0, max: 600 }),
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 1, max: 600 }),
    )
    .map(([from, length, pause, second]) => [session(from, length), session(from + length + pause, second)]),
)
const someWeek: fc.Arbitrary<Week> = fc
  .array(someSessions, { minLength: 7, maxLength: 7 })
  .filter((week) => week.some((sessions) => sessions.length > 0))

const someCalendar: fc.Arbitrary<Calendar> = fc
  .tuple(
    someWeek,
    fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom(...dayKinds), someSessions), {
      selector: ([number]) => number,
      maxLength: 12,
    }),
  )
  .map(([hours, special]) => {
    const days = special.map(([number, kind, sessions]) => specialDay(addDays(start2026, number), kind, sessions))
    return calendarFrom({ version: 'drawn', hours, years: [{ year: 2026, days }] })
  })

function specialDay(when: Day, kind: DayKind, sessions: readonly Session[]): SpecialDay {
  const own = kind === 'half-day' || (kind === 'swap-work' && sessions.length > 0) ? { sessions } : {}
  return { day: when, kind, name: kind, source: 'drawn', status: 'confirmed', ...own }
}

/** An instant from mid-December 2025 to mid-February 2026: before, in and across the decided year. */
const someInstant = fc.integer({ min: -15 * 1440, max: 45 * 1440 }).map((minutes) => at(start2026, minutes))
const someMinutes = fc.integer({ min: 0, max: 4000 })

const drawn = { seed: 20260302, numRuns: 300 }

/** The slow truth: reads the calendar by its own rules, minute after minute. */
function isOpen(calendar: Calendar, instant: Date): boolean {
  const when = dayOf(instant)
  const inDay = minuteOf(instant)
  const special = when.startsWith('2026') ? calendar.days.find((one) => one.day === when) : undefined
  const newYear = !when.startsWith('2026') && when.endsWith('-01-01')
  if (newYear || ['holiday', 'compensatory-off', 'swap-off', 'local-closure'].includes(special?.kind ?? ''))
    return false
  const usual =
    special?.kind === 'swap-work'
      ? calendar.hours.find((sessions) => sessions.length > 0)
      : calendar.hours[weekday(when) - 1]
  return (special?.sessions ?? usual ?? []).some(([from, to]) => from <= inDay && inDay < to)
}

function openMinutes(calendar: Calendar, from: Date, to: Date): number {
  let sum = 0
  for (let time = from.getTime(); time < to.getTime(); time += minute) if (isOpen(calendar, new Date(time))) sum++
  return sum
}

function walk(calendar: Calendar, start: Date, minutes: number): Date {
  let time = start.getTime()
  for (let left = minutes; left > 0; time += minute) if (isOpen(calendar, new Date(time))) left--
  return new Date(time)
}

test('counting agrees with walking minute after minute through hundreds of calendars', () => {
  fc.assert(
    fc.property(someCalendar, someInstant, fc.integer({ min: 0, max: 2 * 1440 }), (calendar, from, length) => {
      const to = new Date(from.getTime() + length * minute)
      assert.equal(workingMinutesBetween(calendar, from, to), openMinutes(calendar, from, to))
      assert.equal(isWorking(calendar, from), isOpen(calendar, from))
    }),
    drawn,
  )
})

test('adding agrees with walking minute after minute through hundreds of calendars', () => {
  fc.assert(
    fc.property(someCalendar, someInstant, fc.integer({ min: 0, max: 240 }), (calendar, start, minutes) => {
      assert.deepEqual(addWorkingMinutes(calendar, start, minutes), walk(calendar, start, minutes))
    }),
    drawn,
  )
})

test('the next working instant is the first open minute [S2-8.1c2]', () => {
  fc.assert(
    fc.property(someCalendar, someInstant, (calendar, instant) => {
      const next = nextWorkingInstant(calendar, instant)
      assert.ok(next >= instant && isOpen(calendar, next))
      assert.equal(openMinutes(calendar, instant, next), 0)
    }),
    drawn,
  )
})

test('what was added lies between, neither more nor less', () => {
  fc.assert(
    fc.property(someCalendar, someInstant, fc.integer({ min: -4000, max: 4000 }), (calendar, start, minutes) => {
      assert.equal(workingMinutesBetween(calendar, start, addWorkingMinutes(calendar, start, minutes)), minutes)
    }),
    drawn,
  )
})

test('adding twice is adding the sum, and adding more is never earlier', () => {
  fc.assert(
    fc.property(someCalendar, someInstant, someMinutes, someMinutes, (calendar, start, first, second) => {
      const once = addWorkingMinutes(calendar, start, first)
      const both = addWorkingMinutes(calendar, start, first + second)
      assert.deepEqual(addWorkingMinutes(calendar, once, second), both)
      assert.ok(once <= both)
    }),
    drawn,
  )
})

test('who comes later is never due earlier', () => {
  const units = fc.constantFrom('working-hours', 'working-days', 'calendar-days', 'months', 'same-day')
  fc.assert(
    fc.property(someCalendar, someInstant, someMinutes, fc.nat(9), units, (calendar, start, wait, value, unit) => {
      const later = new Date(start.getTime() + wait * minute)
      const limit = { value, unit } as const
      assert.ok(dueAt(calendar, start, limit) <= dueAt(calendar, later, limit))
    }),
    drawn,
  )
})

test('a due date lies in working time or at the end of a session', () => {
  fc.assert(
    fc.property(someCalendar, someInstant, fc.integer({ min: 1, max: 30 }), (calendar, start, value) => {
      for (const unit of ['working-hours', 'working-days', 'calendar-days', 'same-day'] as const) {
        const due = dueAt(calendar, start, { value, unit })
        assert.ok(isOpen(calendar, new Date(due.getTime() - minute)), `${unit} ${due.toISOString()}`)
      }
    }),
    { ...drawn, numRuns: 100 },
  )
})

test('seconds are dropped, as on the receipt', () => {
  const calendar = calendarFrom({ version: 'usual', hours: usualHours, years: [{ year: 2026, days: [] }] })
  const almost = new Date('2026-03-02T09:00:59.999+07:00')
  assert.equal(addWorkingMinutes(calendar, almost, 60).toISOString(), '2026-03-02T03:00:00.000Z')
  assert.equal(addWorkingMinutes(calendar, almost, 0).toISOString(), '2026-03-02T02:00:00.000Z')
  assert.equal(workingMinutesBetween(calendar, new Date('2026-03-02T09:00:01+07:00'), almost), 0)
})

test('a calendar that contradicts itself is a fault', () => {
  const days = [specialDay(start2026, 'holiday', []), specialDay(start2026, 'swap-off', [])]
  const parts = { version: 'bad', hours: usualHours, years: [{ year: 2026, days: [] }] }
  assert.throws(() => calendarFrom({ ...parts, years: [{ year: 2026, days }] }), /decided twice/)
  assert.throws(() => calendarFrom({ ...parts, years: [] }), /at least one/)
  assert.throws(() => calendarFrom({ ...parts, years: [2024, 2026].map((year) => ({ year, days: [] })) }), /gap/)
  assert.throws(() => calendarFrom({ ...parts, hours: [[], [], [], [], [], [], []] }), /without office hours/)
  assert.throws(
    () =>
      calendarFrom({
        ...parts,
        hours: usualHours.with(0, [
          [450, 690],
          [600, 700],
        ]),
      }),
    /overlap/,
  )
})

test('the time zone of the machine plays no part', () => {
  const law = new URL('./index.ts', import.meta.url).href
  const script = `
    const { calendarFrom, dueAt, sessionsOn, usualHours, instantText } = await import(${JSON.stringify(law)})
    const calendar = calendarFrom({ version: 'tz', hours: usualHours, years: [{ year: 2026, days: [] }] })
    const limits = ['working-hours', 'working-days', 'calendar-days', 'months', 'same-day'].map((unit) => ({ value: 3, unit }))
    const received = ['2026-03-07T23:59:00Z', '2026-03-08T07:30:00Z', '2026-11-01T05:59:00Z', '2026-12-31T17:00:00Z']
    const rows = received.flatMap((text) => limits.map((limit) => dueAt(calendar, new Date(text), limit)))
    console.log(JSON.stringify([rows, rows.map(instantText), sessionsOn(calendar, '2026-03-08')]))`
  const [hanoi, newYork] = ['Asia/Ho_Chi_Minh', 'America/New_York'].map((TZ) => {
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    })
    assert.equal(run.status, 0, run.stderr)
    return run.stdout
  })
  assert.match(hanoi!, /2026-03-09/)
  assert.equal(newYork, hanoi)
})

test('a Saturday worked in exchange follows the first working day of the week unless it has its own hours', () => {
  const exchange = specialDay(day('2026-08-22'), 'swap-work', [])
  const calendar = calendarFrom({ version: 'swap', hours: usualHours, years: [{ year: 2026, days: [exchange] }] })
  assert.deepEqual(sessionsOn(calendar, day('2026-08-22')), usualHours[0])
})
