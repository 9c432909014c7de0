import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarFrom, usualHours } from '../../calendar/law/index.ts'
import { type Forwarding, forwardDue, isForwardedLate, isReceiptDue } from './forwarding.ts'

const calendar = calendarFrom({ version: 'test', hours: usualHours, years: [{ year: 2026, days: [] }] })
const at = (text: string) => new Date(`2026-03-${text.replace(' ', 'T')}:00+07:00`)
const times = { submittedAt: at('02 16:30'), receivedAt: null, acceptedAt: at('03 08:00'), forwardedAt: null }
const oneHour: Forwarding = { limit: { value: 1, unit: 'working-hours' }, from: 'registration' }
const eightHours: Forwarding = { limit: { value: 8, unit: 'working-hours' }, from: 'system-receipt' }
const atOnce: Forwarding = { limit: { value: 0, unit: 'working-hours' }, from: 'acceptance' }

test('a dossier goes on within the hour of its registration, the eight hours of its receipt, or at once when accepted [S1-13.1a] [S2-8.1b]', () => {
  assert.deepEqual(forwardDue(calendar, oneHour, times), at('03 08:00'))
  assert.deepEqual(forwardDue(calendar, eightHours, times), at('03 16:30'))
  assert.deepEqual(forwardDue(calendar, atOnce, times), at('03 08:00'))
  assert.equal(forwardDue(calendar, atOnce, { ...times, acceptedAt: null }), null, 'before it is accepted nothing runs')
  assert.deepEqual(forwardDue(calendar, oneHour, { ...times, receivedAt: at('04 09:00') }), at('04 10:00'), 'anew')
})

test('what went too late is flagged, and what still stands there too late as well', () => {
  const due = at('03 08:00')
  assert.equal(isForwardedLate(due, { ...times, forwardedAt: at('03 08:00') }, at('05 09:00')), false)
  assert.equal(isForwardedLate(due, { ...times, forwardedAt: at('03 08:01') }, at('05 09:00')), true)
  assert.equal(isForwardedLate(due, times, at('03 07:59')), false)
  assert.equal(isForwardedLate(due, times, at('03 08:01')), true)
  assert.equal(isForwardedLate(null, times, at('05 09:00')), false)
})

test('a slip is made for everything but what is settled at once, where the province lets it be, and for that when asked [S2-8.2d] [S2-8.2f]', () => {
  const cases = [
    [false, 'when-asked', false, true],
    [false, 'always', false, true],
    [true, 'always', false, true],
    [true, 'when-asked', false, false],
    [true, 'when-asked', true, true],
  ] as const
  for (const [immediate, policy, asked, made] of cases)
    assert.equal(isReceiptDue(immediate, policy, asked), made, `${immediate} ${policy} ${asked}`)
})
