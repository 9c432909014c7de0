import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../../ground/day.ts'
import { dossierCode, filingReference, isDossierCode, isTheDraftShown, mayApprove } from './index.ts'

test('a dossier code is counter, day and order: four digits, more when the day has more [S3A-2.5c]', () => {
  const cases: [string, string, number, string][] = [
    ['H99.31.01', '2026-03-02', 1, 'H99.31.01-260302-0001'],
    ['H99.31.01', '2026-12-31', 9999, 'H99.31.01-261231-9999'],
    ['H99.31.01', '2026-03-02', 10_000, 'H99.31.01-260302-10000'],
    ['000.01.31.H99', '2018-11-01', 7, '000.01.31.H99-181101-0007'],
  ]
  for (const [counter, when, order, code] of cases) {
    assert.equal(dossierCode(counter, day(when), order), code)
    assert.ok(isDossierCode(code), code)
  }
})

test('what only looks like a code is none', () => {
  const wrong = [
    '',
    'H99',
    'H99.31.01-260302-001',
    'H99.31.01-2603-0001',
    'h99.31.01-260302-0001',
    'Z99-260302-0001',
    'H99.31.01-260302-0001 ',
    "H99-260302-0001' or 1=1",
    'T260302-ABCDEFGH',
  ]
  for (const text of wrong) assert.ok(!isDossierCode(text), text)
})

test('no two orders of a day, and no two days, share a code [S2-8.2a]', () => {
  const one = fc.record({
    order: fc.integer({ min: 1, max: 99_999 }),
    when: fc.constantFrom('2026-03-02', '2026-03-03', '2027-03-02'),
  })
  fc.assert(
    fc.property(one, one, (a, b) => {
      const same = a.order === b.order && a.when === b.when
      assert.equal(dossierCode('H99', day(a.when), a.order) === dossierCode('H99', day(b.when), b.order), same)
    }),
  )
})

test('a reference says its day and nothing else that could be guessed or misread', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (random) => {
      assert.match(filingReference(day('2026-03-02'), random), /^T260302-[2-9A-HJ-NP-Z]{8}$/)
    }),
  )
  assert.ok(!isDossierCode(filingReference(day('2026-03-02'), new Uint8Array(8))), 'and it is no code')
})

test('nobody approves what they proposed themselves [S1-22.1]', () => {
  assert.deepEqual(mayApprove('phuong', 'phuong'), { ok: false, refusal: 'own-proposal' })
  assert.ok(mayApprove('huy', 'phuong').ok)
  assert.ok(mayApprove('huy', null).ok)
})

test('a decision holds only for the very draft that was shown, however its hash is written', () => {
  assert.ok(isTheDraftShown('AB12', 'ab12').ok)
  assert.deepEqual(isTheDraftShown('ab12', 'ab13'), { ok: false, refusal: 'draft-changed' })
})
