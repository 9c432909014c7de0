import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Asked, mayTakeStep, nextWord } from './index.ts'

const asked: Asked = { kind: 'extension', askedBy: 'agency', proposedBy: null, isGranted: null }
const proposed: Asked = { ...asked, proposedBy: 'digital' }
const office = { id: 'office', offices: ['committee-office'] }
const digital = { id: 'digital', offices: ['digital-transformation'] }

test('an extension goes from the agency to whoever runs the system and then to the committee, each with a paper', () => {
  const paper = 'Văn bản 12/VP ngày 02/03/2026'
  const cases: [Asked, typeof office, string, string][] = [
    [asked, office, paper, 'not-permitted'],
    [asked, digital, paper, 'done'],
    [asked, digital, ' ', 'approval-reference-missing'],
    [proposed, digital, paper, 'not-permitted'],
    [proposed, office, '', 'approval-reference-missing'],
    [proposed, office, paper, 'done'],
    [proposed, { id: 'chairman', offices: ['committee'] }, paper, 'done'],
    [proposed, { id: 'digital', offices: ['digital-transformation', 'committee-office'] }, paper, 'own-request'],
    [{ ...proposed, isGranted: true }, office, paper, 'request-decided'],
    [{ ...asked, kind: 'staff-change' }, digital, paper, 'not-permitted'],
    [{ ...asked, kind: 'staff-change' }, office, paper, 'done'],
    [{ ...asked, kind: 'staff-change', askedBy: 'office' }, office, paper, 'own-request'],
  ]
  for (const [request, by, reference, expected] of cases) {
    const answer = mayTakeStep(request, by, reference)
    assert.equal(answer.ok ? 'done' : answer.refusal, expected, JSON.stringify([request, by.id, reference]))
  }
  assert.deepEqual(nextWord({ ...asked, isGranted: false }), [])
})
