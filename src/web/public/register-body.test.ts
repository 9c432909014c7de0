import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Form } from '../form-body.ts'
import { readRegistration } from './register-body.ts'

const form = (fields: Record<string, string>): Form => ({ fields, lists: {}, files: [] })
const t = ({ vi }: { vi: string }) => vi
const whole = {
  displayName: 'Lê Thị Ngọc Ánh',
  identityNumber: '046 192 003 518',
  'birthDate-day': '7',
  'birthDate-month': '3',
  'birthDate-year': '1992',
  sex: 'nữ',
  phone: '0905.123.457',
  username: 'ngocanh',
  password: 'Manh@2026',
  acceptTerms: 'true',
}

test('what people type is read as the act wants it: the phone with its country, the date by its parts', () => {
  const read = readRegistration(form(whole), 'person', t)
  assert.ok('body' in read)
  assert.equal(read.body.phone, '+84905123457')
  assert.equal(read.body.birthDate, '1992-03-07')
  assert.equal(read.body.email, undefined)
})

test('every place to mend is named, in the order of the page', () => {
  const read = readRegistration(
    form({ username: 'x', password: 'yeu', phone: '12', 'birthDate-day': '7' }),
    'person',
    t,
  )
  assert.ok('problems' in read)
  assert.deepEqual(
    read.problems.map(({ field }) => field),
    ['displayName', 'identityNumber', 'birthDate', 'phone', 'username', 'password', 'acceptTerms'],
  )
})

test('an organisation is known by its tax code, a person by the twelve digits', () => {
  const tax = { ...whole, identityNumber: '0109998883', representative: 'Trần Văn Hậu' }
  assert.ok('body' in readRegistration(form(tax), 'organisation', t))
  const asPerson = readRegistration(form(tax), 'person', t)
  assert.ok('problems' in asPerson)
  assert.deepEqual(
    asPerson.problems.map(({ field }) => field),
    ['identityNumber'],
  )
})

test('an organisation without its legal representative is sent back to name them [S1-17.2b]', () => {
  const read = readRegistration(form({ ...whole, identityNumber: '0109998883' }), 'organisation', t)
  assert.ok('problems' in read)
  assert.deepEqual(
    read.problems.map(({ field }) => field),
    ['representative'],
  )
})
