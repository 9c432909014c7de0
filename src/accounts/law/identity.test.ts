import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  birthProvinces,
  checkIdentityNumber,
  contradictions,
  readIdentityNumber,
  isBusinessCode,
  isIdentityNumber,
  isOldIdentityCard,
  isPassportNumber,
} from './index.ts'

test('there are sixty-three provinces of birth', () => {
  assert.equal(birthProvinces.size, 63)
})

test('a personal number tells province of birth, sex and year', () => {
  const cases = [
    ['046085000123', { province: '046', sex: 'nam', birthYear: 1985 }],
    ['046 192 000 123', { province: '046', sex: 'nữ', birthYear: 1992 }],
    ['001.206.012345', { province: '001', sex: 'nam', birthYear: 2006 }],
    ['096300000001', { province: '096', sex: 'nữ', birthYear: 2000 }],
    ['500199000001', { province: 'abroad', sex: 'nữ', birthYear: 1999 }],
  ] as const
  for (const [text, expected] of cases) {
    const read = readIdentityNumber(text)
    assert.ok(read.ok, text)
    const { number, ...rest } = read.value
    assert.equal(number, text.replace(/[ .]/g, ''))
    assert.deepEqual(rest, expected, text)
  }
})

test('a number of the wrong length, of an unknown province or with a letter is refused', () => {
  for (const text of [
    '',
    '04608500012',
    '0460850001234',
    '003085000123',
    '097085000123',
    '04608500012a',
    '499085000123',
  ]) {
    assert.deepEqual(readIdentityNumber(text), { ok: false, refusal: 'identity-number-wrong' }, text)
  }
})

const anyNumber = fc.tuple(
  fc.constantFrom(...birthProvinces),
  fc.integer({ min: 0, max: 9 }),
  fc.integer({ min: 0, max: 99 }),
  fc.integer({ min: 0, max: 999_999 }),
)

test('what was put into a number is what is read out of it', () => {
  fc.assert(
    fc.property(anyNumber, ([province, century, year, serial]) => {
      const text = `${province}${century}${String(year).padStart(2, '0')}${String(serial).padStart(6, '0')}`
      const read = readIdentityNumber(text)
      assert.ok(read.ok)
      assert.equal(read.value.province, province)
      assert.equal(read.value.sex, century % 2 ? 'nữ' : 'nam')
      assert.equal(read.value.birthYear % 100, year)
      assert.equal(Math.floor(read.value.birthYear / 100), 19 + Math.floor(century / 2))
    }),
  )
})

test('an account keeps the digits alone', () => {
  assert.deepEqual(checkIdentityNumber(' 046 085 000 123 '), { ok: true, value: '046085000123' })
  assert.deepEqual(checkIdentityNumber('191234567'), { ok: false, refusal: 'identity-number-wrong' })
})

test('no text at all makes the reader of numbers fail', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      assert.equal(readIdentityNumber(text).ok, isIdentityNumber(text))
    }),
  )
})

test('a number that disagrees with sex or year of birth raises a question', () => {
  const read = readIdentityNumber('046192000123')
  assert.ok(read.ok)
  assert.deepEqual(contradictions(read.value, { sex: 'nữ', birthDate: '1992-05-01' }), [])
  assert.deepEqual(contradictions(read.value, { sex: 'nam', birthDate: '1993' }), ['sex', 'birth-year'])
  assert.deepEqual(contradictions(read.value, {}), [])
})

test('old cards, passports and business codes are told apart by their shape', () => {
  assert.ok(isOldIdentityCard('191 234 567'))
  assert.ok(!isOldIdentityCard('046085000123'))
  assert.ok(isPassportNumber('c1234567'))
  assert.ok(!isPassportNumber('12345678'))
  assert.ok(isBusinessCode('0100109106'))
  assert.ok(isBusinessCode('046085000123'))
  assert.ok(!isBusinessCode('003085000123'))
})
