import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dueWait, rulesElsewhere, strangersAtOneAddress } from './index.ts'

test('two slips cost nothing, each further one twice the wait before, and the limit the whole lock', () => {
  const rules = { maxFailures: 7, lockMinutes: 15 }
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].map((n) => dueWait(n, rules)),
    [0, 0, 1, 2, 4, 8, 900, 900],
  )
})

test('whatever a province chooses, waiting never shrinks with failures and never exceeds the lock', () => {
  const rules = fc.record({
    maxFailures: fc.integer({ min: 1, max: 100 }),
    lockMinutes: fc.integer({ min: 1, max: 43_200 }),
  })
  fc.assert(
    fc.property(rules, fc.integer({ min: 1, max: 200 }), (chosen, failures) => {
      assert.ok(dueWait(failures, chosen) <= dueWait(failures + 1, chosen))
      assert.ok(dueWait(failures, chosen) <= chosen.lockMinutes * 60)
      assert.equal(dueWait(chosen.maxFailures, chosen), chosen.lockMinutes * 60)
    }),
  )
})

test('guesses of different people or places do not wait for each other before their limit', () => {
  const together = rulesElsewhere({ maxFailures: 5, lockMinutes: 15 })
  assert.deepEqual(
    [3, 19, 20].map((n) => dueWait(n, together)),
    [0, 0, 900],
  )
  assert.deepEqual(
    [3, 49, 50].map((n) => dueWait(n, strangersAtOneAddress)),
    [0, 0, 900],
  )
})
