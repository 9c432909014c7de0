import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsIn, type Seen } from './rules.ts'

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
const told = (entries: Seen[]) => findingsIn(entries).map(({ rule, subject, entries: n }) => `${rule} ${subject} ${n}`)

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

test('what was told before is not told again', () => {
  const entries = many(6, 'denied', 1)
  const upTo = (last: number) => findingsIn(entries, (rule) => (rule === 'outside-reach' ? last : 0))
  assert.deepEqual(
    upTo(entries[0]!.id).map(({ entries: n }) => n),
    [5],
  )
  assert.deepEqual(upTo(entries[1]!.id), [])
})
