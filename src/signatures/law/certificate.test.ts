import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayUse } from './index.ts'

const usage = { digitalSignature: true, nonRepudiation: true }
const certificate = {
  kind: 'person',
  from: new Date('2026-01-01T00:00:00Z'),
  to: new Date('2027-01-01T00:00:00Z'),
  usage,
} as const
const answer = (at: string, changed: object = {}, as: 'person' | 'organisation' = 'person') => {
  const result = mayUse({ ...certificate, ...changed }, as, new Date(at))
  return result.ok ? 'yes' : result.refusal
}

test('a certificate is looked at before it signs', () => {
  const today = '2026-03-02T02:00:00Z'
  assert.equal(answer(today), 'yes')
  assert.equal(answer('2025-12-31T23:59:59Z'), 'certificate-not-yet-valid')
  assert.equal(answer('2027-01-01T00:00:01Z'), 'certificate-expired')
  assert.equal(answer(today, { usage: { ...usage, nonRepudiation: false } }), 'certificate-not-for-signing')
  assert.equal(answer(today, {}, 'organisation'), 'certificate-not-for-signing')
  assert.equal(answer(today, { kind: undefined }, 'organisation'), 'yes')
})
