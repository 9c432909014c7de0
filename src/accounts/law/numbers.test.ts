import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkDigit, checkPhone, checkTaxCode, shownPhone, readTaxCode } from './index.ts'

test('a telephone number is kept as E.164 however it was typed', () => {
  for (const text of [
    '0905123456',
    '0905 123 456',
    '0905.123.456',
    '+84905123456',
    '84 905-123-456',
    '(0905) 123456',
  ]) {
    assert.deepEqual(checkPhone(text), { ok: true, value: '+84905123456' }, text)
  }
  assert.deepEqual(checkPhone('0234 382 2222'), { ok: true, value: '+842343822222' })
})

test('a number that no Vietnamese network has is refused', () => {
  for (const text of [
    '',
    '0123456789',
    '090512345',
    '09051234567',
    '113',
    '+1 905 123 4567',
    '0605123456',
    '02343822',
  ]) {
    assert.deepEqual(checkPhone(text), { ok: false, refusal: 'phone-wrong' }, text)
  }
})

test('showing a number and reading it again gives the same number', () => {
  const digits = fc.stringMatching(/^(?:[35789]\d{8}|2\d{9})$/)
  fc.assert(
    fc.property(digits, (rest) => {
      const e164 = `+84${rest}`
      assert.deepEqual(checkPhone(shownPhone(e164)), { ok: true, value: e164 })
      assert.deepEqual(checkPhone(e164), { ok: true, value: e164 })
    }),
  )
})

test('a tax code is an enterprise, a branch or a person', () => {
  assert.deepEqual(readTaxCode('0100109106'), { ok: true, value: { kind: 'enterprise', code: '0100109106' } })
  assert.deepEqual(readTaxCode('0100109106-001'), {
    ok: true,
    value: { kind: 'branch', code: '0100109106-001', parent: '0100109106' },
  })
  assert.deepEqual(readTaxCode('046085000123'), { ok: true, value: { kind: 'person', code: '046085000123' } })
  assert.deepEqual(checkTaxCode('0100109106001'), { ok: true, value: '0100109106-001' })
  for (const text of ['0100109107', '0100109106-000', '010010910', '0100109106-01', 'abcdefghij']) {
    assert.deepEqual(readTaxCode(text), { ok: false, refusal: 'tax-code-wrong' }, text)
  }
})

test('one wrong digit in an enterprise code is always seen', () => {
  const nine = fc.stringMatching(/^\d{9}$/)
  fc.assert(
    fc.property(nine, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (first, place, shift) => {
      const digit = checkDigit(first)
      fc.pre(digit !== null)
      const code = `${first}${digit}`
      assert.ok(readTaxCode(code).ok)
      const wrong = [...code].map((d, at) => (at === place ? String((Number(d) + shift) % 10) : d)).join('')
      assert.ok(!readTaxCode(wrong).ok)
    }),
  )
})
