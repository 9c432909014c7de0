import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../ground/day.ts'
import { type DelegationAsked, mayDelegate, signatureBlock } from './index.ts'

const asked: DelegationAsked = {
  role: 'agency-leader',
  holder: 'chu-tich',
  to: 'pho',
  held: ['division-leader'],
  from: day('2026-03-02'),
  until: day('2026-03-13'),
  today: day('2026-03-02'),
  others: [],
}
const answer = (change: Partial<DelegationAsked>) => {
  const permitted = mayDelegate({ ...asked, ...change })
  return permitted.ok ? 'done' : permitted.refusal
}

test('a post is lent for a period that has not begun to pass, to one other, who may hold it beside what they hold', () => {
  const cases: [string, Partial<DelegationAsked>, string][] = [
    ['two weeks from today', {}, 'done'],
    ['one day', { until: day('2026-03-02') }, 'done'],
    ['a year and a day', { until: day('2027-03-02') }, 'done'],
    ['longer', { until: day('2027-03-03') }, 'delegation-period-wrong'],
    ['upside down', { until: day('2026-03-01') }, 'delegation-period-wrong'],
    ['from yesterday', { from: day('2026-03-01') }, 'delegation-period-wrong'],
    ['to oneself', { to: 'chu-tich' }, 'delegates-to-oneself'],
    ['the auditor’s post', { role: 'auditor' }, 'post-not-delegable'],
    ['the administrator’s post', { role: 'administrator' }, 'post-not-delegable'],
    ['to an auditor', { held: ['auditor'] }, 'roles-exclude-each-other'],
    ['to an administrator', { held: ['administrator'] }, 'roles-exclude-each-other'],
    [
      'lent already until the first day',
      { others: [{ from: day('2026-02-01'), until: day('2026-03-02') }] },
      'delegation-overlaps',
    ],
    ['lent until the day before', { others: [{ from: day('2026-02-01'), until: day('2026-03-01') }] }, 'done'],
  ]
  for (const [when, change, expected] of cases) assert.equal(answer(change), expected, when)
})

test('above a signature stands for whom it is given: TM., KT., TL., TUQ., Q., each with the lines it has', () => {
  const leader = { title: 'Chủ tịch', name: 'Nguyễn Hữu Phước' }
  const deputy = { title: 'Phó Chủ tịch', name: 'Lê Quang Huy' }
  assert.deepEqual(signatureBlock(true, leader), {
    authority: 'TM. ỦY BAN NHÂN DÂN',
    title: 'CHỦ TỊCH',
    name: leader.name,
  })
  assert.deepEqual(signatureBlock(false, { ...leader, title: 'Giám đốc' }), { title: 'GIÁM ĐỐC', name: leader.name })
  const lines: [Parameters<typeof signatureBlock>[2], string | undefined, string][] = [
    [{ form: 'KT', ...deputy }, 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    [{ form: 'TL', ...deputy, title: 'Chánh Văn phòng' }, 'TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'],
    [{ form: 'TUQ', ...deputy, title: 'Trưởng phòng' }, 'TUQ. CHỦ TỊCH', 'TRƯỞNG PHÒNG'],
    [{ form: 'Q', ...deputy }, 'TM. ỦY BAN NHÂN DÂN', 'Q. CHỦ TỊCH'],
  ]
  for (const [who, authority, title] of lines)
    assert.deepEqual(signatureBlock(true, leader, who), { authority, title, name: deputy.name })
})
