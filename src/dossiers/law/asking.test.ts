import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mayApologiseForDelay, mayAskFor, mayGuide, mayRecordPresented, mayRequestSupplement } from './index.ts'

const said = (answer: { ok: boolean; refusal?: string; value?: unknown }) => (answer.ok ? answer.value : answer.refusal)

test('the first guidance is free, a further one is blocked, noted, or waits for its letter, as the province chose [S1-13.2b]', () => {
  const cases = [
    [0, 1, 'apology', false, { time: 1, withApology: false, isBeyond: false }],
    [0, 1, 'block', false, { time: 1, withApology: false, isBeyond: false }],
    [1, 2, 'block', false, { time: 2, withApology: false, isBeyond: false }],
    [1, 1, 'apology', false, 'apology-needed'],
    [1, 1, 'apology', true, { time: 2, withApology: true, isBeyond: true }],
    [4, 1, 'apology', false, 'apology-needed'],
    [1, 1, 'block', true, 'guidance-exhausted'],
    [1, 1, 'warn', false, { time: 2, withApology: false, isBeyond: true }],
    [1, 1, 'warn', true, { time: 2, withApology: true, isBeyond: true }],
  ] as const
  for (const [before, max, beyond, hasApology, expected] of cases)
    assert.deepEqual(said(mayGuide(before, { max, beyond, hasApology })), expected, `${before} of ${max}, ${beyond}`)
})

test('more is asked for once; again only for an admitted cause and with the letter [S1-14.1c] [S1-14.1d]', () => {
  const causes = ['first-guidance-not-specific']
  const cases = [
    [0, [], undefined, false, { time: 1, withApology: false, isBeyond: false }],
    [1, [], undefined, true, 'supplement-exhausted'],
    [1, [], 'first-guidance-not-specific', true, 'supplement-exhausted'],
    [1, causes, undefined, true, 'supplement-exhausted'],
    [1, causes, 'another', true, 'supplement-exhausted'],
    [1, causes, 'first-guidance-not-specific', false, 'apology-needed'],
    [1, causes, 'first-guidance-not-specific', true, { time: 2, withApology: true, isBeyond: true }],
  ] as const
  for (const [before, admitted, cause, hasApology, expected] of cases)
    assert.deepEqual(
      said(mayRequestSupplement(before, { max: 1, causes: admitted, cause, hasApology })),
      expected,
      String(cause),
    )
})

test('whatever a province chooses, nobody is asked beyond the limit without a trace: it is refused, carries a letter or is noted', () => {
  const chosen = fc.record({
    max: fc.integer({ min: 1, max: 5 }),
    beyond: fc.constantFrom('block' as const, 'apology' as const, 'warn' as const),
    hasApology: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), chosen, (before, choice) => {
      const answer = mayGuide(before, choice)
      if (!answer.ok) return assert.ok(before >= choice.max)
      assert.equal(answer.value.time, before + 1)
      assert.equal(answer.value.isBeyond, before >= choice.max)
    }),
  )
})

test('an apology for a delay is owed from the day the letter must go out, once, and never without a promised date', () => {
  const due = new Date('2026-03-03T17:00:00+07:00')
  const before = new Date(due.getTime() - 60_000)
  assert.ok(mayApologiseForDelay(due, due, false).ok)
  for (const [date, reach, sent] of [
    [due, before, false],
    [due, due, true],
    [null, due, false],
  ] as const)
    assert.deepEqual(mayApologiseForDelay(date, reach, sent), { ok: false, refusal: 'apology-not-owed' })
})

test('what the record proves is not asked for again, unless the special case is written down for each paper [S0-8.2b2] [S2-19.4]', () => {
  const held = [{ component: 'deed', item: '1', title: 'Giấy xác nhận' }]
  const cases = [
    [[{ component: 'other' }], []],
    [[{ component: 'deed' }], 'already-held'],
    [[{ component: 'deed', special: '  ' }], 'already-held'],
    [[{ component: 'other', special: 'x' }, { component: 'deed' }], 'already-held'],
    [[{ component: 'deed', special: 'Bản trong kho mờ dấu.' }, { component: 'other' }], ['deed']],
  ] as const
  for (const [asked, expected] of cases) assert.deepEqual(said(mayAskFor(asked, held)), expected, JSON.stringify(asked))
  assert.deepEqual(said(mayAskFor([{ component: 'deed' }], [])), [])
})

test('a check of papers answers for each that was called for, and is in order only when all were brought and agree [S1-11.3]', () => {
  const brought = (component: string, form: 'original' | 'certified-copy' | 'none' = 'original', matches = true) => ({
    component,
    form,
    matches,
  })
  const cases = [
    [['a', 'b'], [brought('a'), brought('b', 'certified-copy')], true, undefined],
    [['a', 'b'], [brought('a'), brought('b', 'none')], false, undefined],
    [['a', 'b'], [brought('a'), brought('b', 'none')], true, 'papers-contradict-outcome'],
    [['a'], [brought('a', 'original', false)], true, 'papers-contradict-outcome'],
    [['a'], [brought('a')], false, 'papers-contradict-outcome'],
    [['a', 'b'], [brought('a')], true, 'papers-unanswered'],
    [['a'], [brought('a'), brought('a')], true, 'papers-unanswered'],
    [['a'], [brought('b')], true, 'papers-unanswered'],
    [[], [], false, undefined],
    [[], [brought('a')], true, 'papers-unanswered'],
  ] as const
  for (const [asked, presented, matches, expected] of cases)
    assert.deepEqual(
      said(mayRecordPresented(asked, presented, matches)),
      expected,
      JSON.stringify([asked, presented, matches]),
    )
})
