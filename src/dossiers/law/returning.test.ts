import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, day, isDay } from '../../ground/day.ts'
import { isFeeFinal, keptUntil, mayGiveUp, mayReturn } from './index.ts'

test('a difference holds the result back, and where a comparison is demanded nothing goes without it [S1-9.2c]', () => {
  const cases = [
    [null, false, undefined],
    [null, true, 'paper-check-needed'],
    ['match', true, undefined],
    ['match', false, undefined],
    ['mismatch', true, 'papers-do-not-match'],
    ['mismatch', false, 'papers-do-not-match'],
  ] as const
  for (const [check, demanded, expected] of cases) {
    const answer = mayReturn(check, demanded)
    assert.equal(answer.ok ? undefined : answer.refusal, expected, `${check} ${demanded}`)
  }
})

test('what was paid is final once the agency has settled, unless another law is named [S2-10.4b]', () => {
  const issued = new Date('2026-03-03T03:00:00Z')
  assert.ok(!isFeeFinal({ issuedAt: null }))
  assert.ok(isFeeFinal({ issuedAt: issued }))
  assert.ok(isFeeFinal({ issuedAt: issued }, ' '), 'an exception names its law')
  assert.ok(!isFeeFinal({ issuedAt: issued }, 'Luật Phí và lệ phí Điều …'))
})

test('a result is given up at the end of its waiting time, not a minute before', () => {
  const until = new Date('2026-04-01T10:00:00Z')
  assert.ok(mayGiveUp(until, until).ok)
  const early = mayGiveUp(new Date(until.getTime() - 1), until)
  assert.deepEqual(early, { ok: false, refusal: 'too-early-to-give-up', detail: { until: until.toISOString() } })
})

test('a dossier is kept so many months to the day, to the last of a shorter month, or without a term [S2-23.1]', () => {
  const cases = [
    ['2026-03-02', 60, '2031-03-02'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-11-30', 1, '2026-12-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-02', null, null],
  ] as const
  for (const [closed, months, expected] of cases)
    assert.equal(keptUntil(closed, months), expected, `${closed} ${months}`)
  const closings = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('2000-01-01'), days))
  fc.assert(
    fc.property(closings, fc.integer({ min: 1, max: 1200 }), (closed, months) => {
      const until = keptUntil(closed, months)!
      assert.ok(isDay(until) && until > closed)
      assert.ok(keptUntil(closed, months + 1)! > until, 'a longer term never ends earlier')
    }),
  )
})
