import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, day } from '../../ground/day.ts'
import { condition } from '../parts.ts'
import { valueAt } from './pointer.ts'
import { holds, lastDayOf } from './index.ts'

const today = day('2026-03-02')

test('a condition holds when all it names is so', () => {
  const filing = { form: { a: { kind: 'x' } }, channel: 'online', day: today } as const
  const cases = [
    [{ channel: ['online'] }, true],
    [{ channel: ['counter', 'post'] }, false],
    [{ field: '/a/kind', equals: 'x' }, true],
    [{ field: '/a/kind', equals: ['y', 'x'] }, true],
    [{ field: '/a/kind', equals: 'y' }, false],
    [{ field: '/a/none', equals: 'x' }, false],
    [{ channel: ['counter'], field: '/a/kind', equals: 'x' }, false],
  ] as const
  for (const [text, expected] of cases)
    assert.equal(holds(condition.parse(text), filing), expected, JSON.stringify(text))
  assert.ok(holds(undefined, filing))
})

test('sixty days are counted from the day after the event', () => {
  const late = condition.parse({ daysSince: { field: '/on', moreThan: 60 } })
  const inTime = condition.parse({ daysSince: { field: '/on', atMost: 60 } })
  for (const [on, isLate] of [
    ['2026-01-01', false],
    ['2025-12-31', true],
    ['2026-03-02', false],
  ] as const) {
    assert.equal(holds(late, { form: { on }, channel: 'online', day: today }), isLate, on)
    assert.equal(holds(inTime, { form: { on }, channel: 'online', day: today }), !isLate, on)
  }
})

test('an event is always either in time or late, never both', () => {
  const ago = fc.integer({ min: -400, max: 400 })
  fc.assert(
    fc.property(ago, fc.integer({ min: 0, max: 100 }), fc.constantFrom(4, 7, 10), (days, span, length) => {
      const form = { on: addDays(today, -days).slice(0, length) }
      const ask = (daysSince: object) =>
        holds(condition.parse({ daysSince: { field: '/on', ...daysSince } }), { form, channel: 'online', day: today })
      assert.notEqual(ask({ moreThan: span }), ask({ atMost: span }))
    }),
  )
})

test('an incomplete date is read as the last day it can mean', () => {
  assert.equal(lastDayOf('2024-02-10'), '2024-02-10')
  assert.equal(lastDayOf('2024-02'), '2024-02-29')
  assert.equal(lastDayOf('2025-12'), '2025-12-31')
  assert.equal(lastDayOf('1979'), '1979-12-31')
  for (const text of ['2024-13', '2024-02-30', '24', '2024-2', '', 'x', 7, null, undefined])
    assert.equal(lastDayOf(text), null, String(text))
})

test('a pointer finds own answers only', () => {
  assert.equal(valueAt({ a: { 'b/c': 1 } }, '/a/b~1c'), 1)
  assert.equal(valueAt({ a: 1 }, '/a/b'), undefined)
  assert.equal(valueAt({}, '/constructor/name'), undefined)
  assert.equal(valueAt(undefined, '/a'), undefined)
})

test('a condition that says nothing, or half, is refused', () => {
  for (const text of [
    {},
    { field: '/a' },
    { equals: 'x' },
    { daysSince: { field: '/a' } },
    { daysSince: { field: '/a', moreThan: 1, atMost: 1 } },
  ])
    assert.ok(!condition.safeParse(text).success, JSON.stringify(text))
})
