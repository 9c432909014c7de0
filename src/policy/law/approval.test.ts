import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../ground/day.ts'
import {
  approvalFor,
  choicesAt,
  type Decision,
  mayApprove,
  mayPropose,
  policyOn,
  type PresetId,
  type Subject,
} from './index.ts'

const policyOfPreset = (preset: PresetId) => policyOn(day('2026-03-02'), { preset, overrides: [] })
const person = (id: string, role: string) => ({ id, posts: [{ role }] })

test('which approval a change needs is said by the regulation in force; the list of approvals never changes by one person', () => {
  const cases: [PresetId, Subject, string | null][] = [
    ['national-2026', 'supplement.max', 'chairman-decision'],
    ['national-2026', 'fees.channels', 'chairman-decision'],
    ['national-2026', 'sync.max-minutes', null],
    ['national-2026', 'login.second-factor', 'chairman-decision'],
    ['national-2026', 'log.retention-months', 'chairman-decision'],
    ['DLK-2024', 'staff.login', 'test-record'],
    ['national-2026', 'records.sealing', null],
    ['DLK-2024', 'records.sealing', 'test-record'],
    ['DLK-2024', 'intake.respond.online', 'test-record'],
    ['TTH-2017', 'supplement.max', 'legal-document'],
    ['TTH-2017', 'fees.channels', null],
    ['HD-2019-draft', 'supplement.max', null],
    ['HD-2019-draft', 'changes.approval', 'chairman-decision'],
    ['HD-2019-draft', 'preset', 'chairman-decision'],
  ]
  for (const [preset, subject, approval] of cases)
    assert.equal(approvalFor(subject, policyOfPreset(preset)), approval, `${preset} ${subject}`)
})

test('a function is switched on only with its test record, and by another person than who asked for it [S2-14.1a]', () => {
  const waiting = { isApproved: null, proposedBy: 'thinh', demands: 'test-record' } as const
  const other = person('danh', 'chairman')
  const record = 'Biên bản kiểm thử 3/BB ngày 01/03/2026'
  type Asked = Parameters<typeof mayApprove>
  const said = (decision: Asked[0], by: Asked[1], reference: string, leansOn: readonly string[] = []) => {
    const answer = mayApprove(decision, by, reference, leansOn)
    return answer.ok ? 'yes' : answer.refusal
  }
  assert.equal(said(waiting, other, record), 'yes')
  assert.equal(said(waiting, other, '  '), 'approval-reference-missing')
  assert.equal(said(waiting, person('thinh', 'administrator'), record), 'own-proposal')
  assert.equal(said(waiting, person('hoa', 'administrator'), record), 'yes')
  assert.equal(said(waiting, person('van', 'auditor'), record), 'not-permitted')
  for (const demands of ['chairman-decision', 'committee-approval', 'legal-document'] as const) {
    assert.equal(
      said({ ...waiting, demands }, person('hoa', 'administrator'), record),
      'approver-other-office',
      demands,
    )
    assert.equal(said({ ...waiting, demands }, other, record), 'yes', demands)
  }
  assert.equal(said(waiting, other, record, ['thinh']), 'approver-not-independent', 'opened by who proposes')
  assert.equal(said(waiting, other, record, ['hoa']), 'yes', 'opened by somebody else')
  assert.equal(said({ ...waiting, isApproved: false }, other, record), 'setting-already-decided')
})

test('a value is proposed for today or later, and what has its own page is changed there', () => {
  const today = day('2026-03-02')
  const said = (subject: Subject, from: string) => {
    const answer = mayPropose(subject, day(from), today)
    return answer.ok ? 'yes' : answer.refusal
  }
  assert.equal(said('supplement.max', '2026-03-01'), 'setting-from-gone-by')
  assert.equal(said('supplement.max', '2026-03-02'), 'yes')
  assert.equal(said('supplement.max', '2027-01-01'), 'yes')
  assert.equal(said('calendar.office-hours', '2027-01-01'), 'setting-kept-elsewhere')
})

const decided = (
  subject: Subject,
  value: unknown,
  from: string,
  at: string,
  more: Partial<Decision> = {},
): Decision => ({
  ...{ id: '', subject, value, isCleared: false, from: day(from), until: null, source: '1/QĐ', confidence: 'read' },
  ...{
    reason: null,
    demands: null,
    proposedBy: null,
    proposedAt: new Date(at),
    decidedBy: null,
    decidedAt: new Date(at),
  },
  ...{ isApproved: true, reference: null },
  ...more,
})

test('what is decided later reaches nothing that came in before, even on the same day', () => {
  const decisions = [
    decided('preset', 'national-2026', '2026-01-01', '2026-01-01T08:00+07:00'),
    decided('supplement.max', 2, '2026-03-02', '2026-03-02T10:00+07:00'),
    decided('supplement.max', 3, '2026-04-01', '2026-03-02T11:00+07:00'),
    decided('supplement.max', 9, '2026-03-01', '2026-03-02T12:00+07:00', { decidedAt: null, isApproved: null }),
    decided('supplement.max', null, '2026-06-01', '2026-05-01T11:00+07:00', { isCleared: true }),
  ]
  const on = (instant: string, when: string) =>
    policyOn(day(when), choicesAt(decisions, new Date(instant), day(when))).get('supplement.max')
  assert.equal(on('2026-03-02T09:59+07:00', '2026-03-02'), 1, 'a minute before')
  assert.equal(on('2026-03-02T10:00+07:00', '2026-03-02'), 2, 'from its minute')
  assert.equal(on('2026-03-31T17:00+07:00', '2026-03-31'), 2, 'what is decided for April waits for April')
  assert.equal(on('2026-04-01T00:00+07:00', '2026-04-01'), 3)
  assert.equal(on('2026-06-01T08:00+07:00', '2026-06-01'), 1, 'cleared: the preset speaks again')
})

test('a province that stands on another preset from a day on keeps the first one before that day', () => {
  const decisions = [
    decided('preset', 'DLK-2024', '2025-07-01', '2026-01-01T08:00+07:00'),
    decided('preset', 'national-2026', '2026-07-01', '2026-03-02T10:00+07:00'),
  ]
  const on = (when: string) => choicesAt(decisions, new Date(`${when}T12:00+07:00`), day(when)).preset
  assert.deepEqual(
    ['2025-01-01', '2026-06-30', '2026-07-01'].map(on),
    ['DLK-2024', 'DLK-2024', 'national-2026'],
    'before anything was chosen the first choice holds',
  )
  assert.equal(choicesAt([], new Date(), day('2026-01-01')).preset, 'national-2026')
})
