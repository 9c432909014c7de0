import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { earlierIdentifier, presentIdentifier } from './index.ts'

test('a code says the same agency in both orders', () => {
  const pairs = [
    ['000.00.00.H15', 'H15'],
    ['000.00.12.H15', 'H15.12'],
    ['000.01.31.H99', 'H99.31.01'],
    ['007.01.31.H99', 'H99.31.01.007'],
    ['000.05.00.H56', 'H56.00.05'],
  ] as const
  for (const [earlier, present] of pairs) {
    assert.equal(presentIdentifier(earlier), present)
    assert.equal(earlierIdentifier(present), earlier)
  }
})

test('what is no code in one order has none in the other', () => {
  for (const wrong of ['', 'H15', '00.00.12.H15', '000.00.12.Z15', '000.00.12.H1', 'x'])
    assert.equal(presentIdentifier(wrong), undefined, wrong)
  for (const wrong of ['', 'Z15', 'H15.123', 'H15.12.01.007.01', 'H15.AB', '0109998883'])
    assert.equal(earlierIdentifier(wrong), undefined, wrong)
})

test('there and back is the same, whatever the levels', () => {
  const digits = (length: number) =>
    fc.integer({ min: 0, max: 10 ** length - 1 }).map((n) => String(n).padStart(length, '0'))
  fc.assert(
    fc.property(digits(3), digits(2), digits(2), (third, second, first) => {
      const earlier = `${third}.${second}.${first}.H15`
      assert.equal(earlierIdentifier(presentIdentifier(earlier)!), earlier)
    }),
  )
})
