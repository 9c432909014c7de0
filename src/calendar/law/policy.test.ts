import assert from 'node:assert/strict'
import { test } from 'node:test'

import { day } from '../../ground/day.ts'
import { policyOn } from '../../policy/index.ts'
import type { TimeLimit } from './index.ts'
import { calendarFrom, dueAt } from './index.ts'

const demo = policyOn(day('2026-03-02'), { preset: 'demo-2026', overrides: [] })
const hours = demo.get('calendar.office-hours')
const received = new Date('2026-03-02T15:30:00+07:00')

test('the limits and office hours of a policy are those the calendar counts with', () => {
  assert.ok(hours)
  const calendar = calendarFrom({
    version: 'demo',
    hours,
    years: [{ year: 2026, days: [] }],
    dayMinutes: demo.get('calendar.working-day'),
  })
  const cases: [TimeLimit, string][] = [
    [demo.get('intake.respond.online'), '2026-03-03T15:30:00+07:00'],
    [demo.get('intake.respond.counter'), '2026-03-02T15:30:00+07:00'],
    [demo.get('transfer.paper'), '2026-03-03T17:00:00+07:00'],
    [demo.get('supplement.notice'), '2026-03-05T15:30:00+07:00'],
    [demo.get('linked.birth'), '2026-03-05T17:00:00+07:00'],
  ]
  for (const [limit, due] of cases) assert.deepEqual(dueAt(calendar, received, limit), new Date(due))
})
