import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { maskEmail, maskIdentity, maskName, maskPhone } from './index.ts'

test('a masked person can be recognised by its owner only', () => {
  assert.equal(maskIdentity('079085001234'), '079*****1234')
  assert.equal(maskPhone('+84905123456'), '+84*******56')
  assert.equal(maskEmail('an.nguyen@example.vn'), 'a********@example.vn')
  assert.equal(maskName('Nguyễn Văn  An'), 'N***** V** A*')
  assert.equal(maskName('Nguyễn Văn  An'.normalize('NFD')), 'N***** V** A*')
  assert.equal(maskName('Y Ban'), '* B**')
})

test('what is too short to hide part of is hidden whole', () => {
  assert.equal(maskIdentity('1234567'), '*******')
  assert.equal(maskEmail('@example.vn'), '***********')
  assert.equal(maskEmail('a'), '*')
  assert.equal(maskName(''), '')
})

test('a mask keeps the length and never shows the digits between', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{8,14}$/), (number) => {
      const shown = maskIdentity(number)
      assert.equal(shown.length, number.length)
      assert.match(shown, /^\d{3}\*+\d{4}$/)
    }),
  )
})
