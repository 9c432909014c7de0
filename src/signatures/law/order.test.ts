import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayIssue, maySign, type Paper } from './index.ts'

const draft = 'a3f5'
const answer = (as: 'person' | 'organisation', paper: Partial<Paper>, shown = draft) => {
  const result = maySign({ as, draft: shown }, { draft, signed: [], persons: 1, ...paper })
  return result.ok ? 'yes' : result.refusal
}

test('persons sign first and the organisation last [S3B-11.3b, S3B-11.3c1]', () => {
  assert.equal(answer('person', {}), 'yes')
  assert.equal(answer('organisation', {}), 'person-signs-first')
  assert.equal(answer('organisation', { signed: ['person'] }), 'yes')
  assert.equal(answer('organisation', { signed: ['person', 'person'], persons: 3 }), 'person-signs-first')
  assert.equal(answer('person', { signed: ['person', 'organisation'], persons: 3 }), 'person-signs-first')
})

test('nobody signs twice', () => {
  assert.equal(answer('person', { signed: ['person'] }), 'already-signed')
  assert.equal(answer('organisation', { signed: ['person', 'organisation'] }), 'already-signed')
})

test('a scan of a paper signed by hand takes the organisation alone', () => {
  assert.equal(answer('organisation', { persons: 0 }), 'yes')
})

test('a signature binds to the draft that was shown', () => {
  assert.equal(answer('person', {}, 'a3f6'), 'draft-changed')
  assert.equal(answer('person', {}, 'A3F5'), 'yes')
  assert.equal(answer('organisation', {}, 'a3f6'), 'draft-changed')
})

test('a result without a valid signature of the organisation is not issued [S0-8.1d1, S3B-11.3c2]', () => {
  const person = { as: 'person', verdict: 'valid' } as const
  const office = { as: 'organisation', verdict: 'valid' } as const
  assert.equal(mayIssue([person, office]).ok, true)
  assert.deepEqual(mayIssue([person]), { ok: false, refusal: 'organisation-signature-missing' })
  assert.deepEqual(mayIssue([]), { ok: false, refusal: 'organisation-signature-missing' })
  for (const verdict of ['invalid', 'undetermined'] as const) {
    const refusal = { ok: false, refusal: 'signature-not-valid', detail: { position: 1 } }
    assert.deepEqual(mayIssue([{ ...person, verdict }, office]), refusal)
  }
})
