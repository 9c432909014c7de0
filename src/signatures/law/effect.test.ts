import assert from 'node:assert/strict'
import { test } from 'node:test'
import { effectOf } from './index.ts'

const person = { as: 'person', verdict: 'valid' } as const
const office = { as: 'organisation', verdict: 'valid' } as const

test('a person’s signature counts as one by hand, an organisation’s as its stamp [S3B-5.1, S3B-5.2]', () => {
  assert.equal(effectOf([person]), 'handwritten-signature')
  assert.equal(effectOf([office]), 'stamp')
})

test('both together count as signed and stamped [S3B-5.3]', () => {
  assert.equal(effectOf([person, office]), 'signature-and-stamp')
})

test('a scan of a signed and stamped paper keeps its value once the organisation has signed it [S3B-5.5a]', () => {
  assert.equal(effectOf([office], 'scan-of-signed-paper'), 'signature-and-stamp')
  assert.equal(effectOf([person], 'scan-of-signed-paper'), 'handwritten-signature')
})

test('a signature that is not valid, or not there, gives nothing [S3B-5.5.0]', () => {
  assert.equal(effectOf([]), 'none')
  assert.equal(effectOf([{ ...person, verdict: 'invalid' }]), 'none')
  assert.equal(effectOf([{ ...person, verdict: 'undetermined' }, office]), 'stamp')
})
