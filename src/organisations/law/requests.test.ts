import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Asked, mayTakeStep, nextWord, type Officer, ownScope, type Role } from './index.ts'

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

test('what somebody leads in one agency they do not lead in another where they only help', () => {
  const post = (role: Role, agency: string) => ({ role, title: '', unit: agency, unitName: '', agency, agencyName: '' })
  const who = (...posts: Officer['posts']): Officer => ({ id: 'a', kind: 'officer', name: 'A', posts })
  const both = who(post('agency-leader', 'xa'), post('consulted-officer', 'so'))
  assert.deepEqual(ownScope(both, 'file-requests'), ['xa'])
  assert.deepEqual(ownScope(both, 'answer-legs'), ['so'])
  assert.deepEqual(ownScope(both, 'keep-devices'), [])
  for (const role of ['administrator', 'auditor', 'chairman'] as const)
    assert.equal(ownScope(who(post(role, 'tinh')), 'see-requests'), 'all', role)
  assert.deepEqual(ownScope(who(post('chairman', 'tinh')), 'file-requests'), [])
})
