import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../ground/day.ts'
import { isInForce } from './index.ts'

test('a representation counts from its first day to its last, once confirmed and until it is ended', () => {
  const whole = { confirmed: true, validFrom: '2026-03-01', validTo: '2026-03-31', endedAt: null, agent: 'a' }
  const cases: [string, Partial<Parameters<typeof isInForce>[0]>, string, boolean][] = [
    ['the first day', {}, '2026-03-01', true],
    ['the last day', {}, '2026-03-31', true],
    ['the day before', {}, '2026-02-28', false],
    ['the day after', {}, '2026-04-01', false],
    ['without an end', { validTo: null }, '2099-01-01', true],
    ['not decided', { confirmed: null }, '2026-03-02', false],
    ['appointed, not accepted', { agent: null }, '2026-03-02', false],
    ['not confirmed', { confirmed: false }, '2026-03-02', false],
    ['ended', { endedAt: new Date('2026-03-02T00:00:00Z') }, '2026-03-03', false],
  ]
  for (const [what, more, on, counts] of cases) assert.equal(isInForce({ ...whole, ...more }, day(on)), counts, what)
})
