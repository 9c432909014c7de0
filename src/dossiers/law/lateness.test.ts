import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLate, mayGoOut } from './index.ts'

const instant = (text: string) => new Date(`2026-03-0${text.replace(' ', 'T')}:00+07:00`)

test('a result is late from the minute after the promised one, whether it has come or not', () => {
  const due = instant('3 17:00')
  const cases: [issued: string | null, now: string, late: boolean][] = [
    [null, '3 17:00', false],
    [null, '3 17:01', true],
    ['3 17:00', '5 09:00', false],
    ['3 17:01', '5 09:00', true],
  ]
  for (const [issued, now, late] of cases)
    assert.equal(
      isLate(due, { issuedAt: issued ? instant(issued) : null, now: instant(now) }),
      late,
      `${issued} ${now}`,
    )
  assert.equal(isLate(null, { issuedAt: null, now: due }), false, 'what has no date is never late')
})

test('a late result goes out with its letter; where only an officer’s fault calls for one, it must be known whose it was [S1-22.7]', () => {
  const always = { owed: true, onlyForFault: false }
  const forFault = { owed: true, onlyForFault: true }
  const never = { owed: false, onlyForFault: false }
  type Row = [late: boolean, fault: string | null, letter: boolean, owed: typeof always, answer: string]
  const cases: Row[] = [
    [false, null, false, always, 'out'],
    [true, null, false, always, 'late-result-needs-letter'],
    [true, 'nobody', false, always, 'late-result-needs-letter'],
    [true, null, true, always, 'out'],
    [true, null, false, forFault, 'delay-unexplained'],
    [true, 'officer', false, forFault, 'late-result-needs-letter'],
    [true, 'officer', true, forFault, 'out'],
    [true, 'coordinating-agency', false, forFault, 'out'],
    [true, 'nobody', false, forFault, 'out'],
    [false, 'officer', false, forFault, 'out'],
    [true, 'officer', false, never, 'out'],
  ]
  for (const [late, fault, hasLetter, owed, answer] of cases) {
    const found = mayGoOut({ isLate: late, fault, hasLetter }, owed)
    assert.equal(found.ok ? 'out' : found.refusal, answer, `${late} ${fault} ${hasLetter} ${JSON.stringify(owed)}`)
    if (!found.ok) assert.deepEqual(found.detail, { law: '88/2017/QĐ-UBND Điều 22.7' })
  }
})
