import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Finding, findingsIn, type Seen, type Waiting } from './rules.ts'

const begin = Date.parse('2026-03-02T09:00:00+07:00')
let id = 0
const entry = (act: string, minute: number, more: Partial<Seen> = {}): Seen => ({
  id: ++id,
  at: new Date(begin + minute * 60_000),
  act,
  actor: 'mot',
  from: '203.0.113.7',
  ...more,
})
const many = (n: number, act: string, minute: number, more: Partial<Seen> = {}) =>
  Array.from({ length: n }, () => entry(act, minute, more))
const told = (entries: Seen[]) =>
  findingsIn(entries).findings.map(({ rule, subject, entries: n }) => `${rule} ${subject} ${n}`)

test('enough of one kind by one account within its minutes is a finding, one less is none, and neither is the same over an hour', () => {
  assert.deepEqual(told(many(4, 'denied', 1)), [])
  assert.deepEqual(told(many(5, 'denied', 1)), ['outside-reach mot 5'])
  assert.deepEqual(told([1, 12, 24, 36, 48].map((minute) => entry('denied', minute))), [])
  assert.deepEqual(told([...many(3, 'denied', 1), ...many(2, 'denied', 1, { actor: 'hai' })]), [])
  assert.deepEqual(told([...many(20, 'refused:wrong-state', 1), ...many(20, 'refused:not-found', 3)]), [
    'many-refusals mot 40',
  ])
  assert.deepEqual(told(many(400, 'open', 1)), [])
})

test('guesses are counted where they come from, whoever they name; a malicious file or a broken audit is told at once', () => {
  const guesses = Array.from({ length: 20 }, (_, n) => entry('sign-in-failed', n / 4, { actor: null }))
  assert.deepEqual(told(guesses), ['guessed-sign-ins 203.0.113.7 20'])
  assert.deepEqual(told([entry('infected-file', 0)]), ['infected-file mot 1'])
  assert.deepEqual(told([entry('audit-broken', 0, { actor: null })]), ['audit-broken house 1'])
})

/** Looks at the entries in pieces of these lengths, each with what waits from those before. */
function inPieces(entries: readonly Seen[], lengths: readonly number[]) {
  const waits = new Map<string, Waiting>()
  const found: Finding[] = []
  let [from, n] = [0, 0]
  while (from < entries.length) {
    const piece = entries.slice(from, from + lengths[n % lengths.length]!)
    const { findings, waiting } = findingsIn(piece, [...waits.values()])
    for (const one of waiting) waits.set(`${one.rule} ${one.subject}`, one)
    found.push(...findings)
    ;[from, n] = [from + piece.length, n + 1]
  }
  return { found, waits: [...waits.values()].flatMap((one) => one.entries) }
}

test('what was told is not told again, and what was not enough counts with what follows', () => {
  const entries = many(9, 'denied', 1)
  assert.deepEqual(
    inPieces(entries, [3]).found.map(({ entries: n, first, last }) => [n, first, last]),
    [[6, entries[0]!.id, entries[5]!.id]],
  )
  assert.equal(inPieces(entries, [3]).waits.length, 3)
  const apart = [...many(4, 'denied', 1), ...many(4, 'denied', 30), ...many(1, 'denied', 31)]
  assert.deepEqual(
    inPieces(apart, [4]).found.map(({ entries: n }) => n),
    [5],
  )
})

test('what is written late with an earlier instant still counts where it belongs', () => {
  const late = [...many(2, 'denied', 5), ...many(2, 'denied', 8), ...many(1, 'denied', 3)]
  assert.deepEqual(
    inPieces(late, [1]).found.map(({ entries: n }) => n),
    [5],
  )
})

test('in pieces of any length the same subjects are found as in one look, nothing is told twice, and what waits stays small', () => {
  const act = fc.constantFrom('denied', 'sign-in-failed', 'infected-file', 'refused:wrong-state')
  const burst = fc.tuple(act, fc.nat(40), fc.constantFrom('mot', 'hai'), fc.integer({ min: 1, max: 45 }))
  fc.assert(
    fc.property(
      fc.array(burst, { maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }),
      (bursts, lengths) => {
        const entries = bursts
          .flatMap(([one, minute, actor, n]) => many(n, one, minute, { actor, from: actor }))
          .toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.id - b.id)
          .map((one, n) => ({ ...one, id: n + 1 }))
        const { found, waits } = inPieces(entries, lengths)
        const named = (some: readonly Finding[]) =>
          [...new Set(some.map(({ rule, subject }) => `${rule} ${subject}`))].toSorted()
        assert.deepEqual(named(found), named(findingsIn(entries).findings))
        const told = found.reduce((sum, one) => sum + one.entries, 0)
        assert.ok(told + waits.length <= entries.length)
        assert.equal(new Set(waits.map((one) => one.id)).size, waits.length)
        assert.ok(waits.length <= 2 * 3 * (5 + 20 + 40))
      },
    ),
  )
})
