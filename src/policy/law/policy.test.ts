import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import type { Day } from '../../ground/day.ts'
import { day } from '../../ground/day.ts'
import type { Key, PolicyProblem, Preset, PresetId } from './index.ts'
import {
  isInForce,
  isKey,
  keys,
  listOfPolicy,
  national2026,
  policyOn,
  presetIds,
  presets,
  presetsInForce,
  readProvincePolicy,
  settings,
} from './index.ts'

const today = day('2026-03-02')
const alone = (preset: PresetId) => ({ preset, overrides: [] })
const valuesOf = (preset: Preset) => Object.entries(preset.values) as [Key, { value: unknown; source: string }][]

test('every value of every preset has the shape of its setting and names its source', () => {
  for (const id of presetIds) {
    for (const [key, { value, source }] of valuesOf(presets[id])) {
      assert.ok(isKey(key), `${id} sets ${key}, which is no setting`)
      assert.deepEqual(settings[key].schema.parse(value), value, `${id} ${key}`)
      assert.ok(source.trim().length > 0, `${id} ${key} has no source`)
    }
  }
})

test('the table holds P1 to P29, and the national preset has a value for all of it', () => {
  const numbers = new Set<string>(keys.map((key) => settings[key].number))
  for (let number = 1; number <= 29; number++) assert.ok(numbers.has(`P${number}`), `P${number}`)
  assert.deepEqual(Object.keys(national2026.values).toSorted(), keys.toSorted())
})

test('the regulation in force on the day of the event is the one that speaks [S0-QD.2, S1-QD.2]', () => {
  const cases: [Day, PresetId][] = [
    [day('2016-12-31'), 'national-2026'],
    [day('2017-01-01'), 'TTH-2016'],
    [day('2017-05-01'), 'TTH-2016'],
    [day('2017-10-19'), 'TTH-2016'],
    [day('2017-10-20'), 'TTH-2017'],
    [day('2017-11-01'), 'TTH-2017'],
  ]
  for (const [on, expected] of cases) {
    assert.equal(policyOn(on, alone('TTH-2016')).preset, expected, `chosen 2016, on ${on}`)
    assert.equal(policyOn(on, alone('TTH-2017')).preset, expected, `chosen 2017, on ${on}`)
  }
  const before = policyOn(day('2017-10-19'), alone('TTH-2017'))
  const after = policyOn(day('2017-10-20'), alone('TTH-2017'))
  assert.equal(before.get('records.sealing'), true)
  assert.deepEqual(after.get('extension.ratio'), { of: 1, parts: 3 })
  assert.equal(before.get('extension.ratio'), null)
})

test('a regulation shows its number, its day of issue and the day it takes effect [S2-QD]', () => {
  const { number, issued, from } = presets['DLK-2024']
  assert.deepEqual([number, issued, from], ['04/2024/QĐ-UBND', '2024-01-19', '2024-01-29'])
  assert.equal(policyOn(day('2024-01-28'), alone('DLK-2024')).preset, 'national-2026')
  assert.equal(policyOn(day('2024-01-29'), alone('DLK-2024')).preset, 'DLK-2024')
  assert.equal(policyOn(today, alone('DLK-2024')).isRegulationInForce, true)
})

test('a draft lends its values but is never shown as law in force [S3A-QD.2]', () => {
  assert.equal(presets['HD-2019-draft'].status, 'draft')
  for (const on of ['2019-04-08', '2019-04-09', '2026-03-02', '2099-12-31'].map(day)) {
    assert.equal(isInForce(presets['HD-2019-draft'], on), false)
    assert.equal(presetsInForce(on).includes('HD-2019-draft'), false)
  }
  const policy = policyOn(today, alone('HD-2019-draft'))
  assert.equal(policy.get('receipt.immediate'), 'always')
  assert.equal(policy.isRegulationInForce, false)
  assert.deepEqual(presetsInForce(today), ['TTH-2017', 'DLK-2024'])
})

test('where the province sets nothing the national default applies, with its source [S2-1.2]', () => {
  const own = { key: 'session.idle-minutes', value: 5, source: '9/QĐ-UBND', confidence: 'read', from: today } as const
  const set = policyOn(today, { preset: 'DLK-2024', overrides: [own] })
  assert.deepEqual(set.stated('session.idle-minutes'), {
    value: 5,
    source: '9/QĐ-UBND',
    confidence: 'read',
    by: 'province',
  })

  const deleted = policyOn(today, alone('DLK-2024')).stated('session.idle-minutes')
  assert.deepEqual(deleted, { ...national2026.values['session.idle-minutes'], by: 'national-2026' })
  assert.match(deleted.source, /QCVN 12:2026/)
  assert.equal(set.stated('transfer.electronic').by, 'DLK-2024')
})

test('a regulation says nothing where its text is silent', () => {
  const silent: [PresetId, Key[]][] = [
    ['TTH-2016', ['intake.respond.online', 'supplement.max', 'extension.ratio', 'receipt.immediate']],
    ['TTH-2017', ['intake.receipt-time', 'records.sealing', 'cards.enabled', 'fees.refund', 'intake.respond.counter']],
    ['DLK-2024', ['extension.ratio', 'supplement.max', 'intake.guidance.beyond', 'accounts.confirmation']],
    ['HD-2019-draft', ['intake.respond.online', 'apology.late']],
    ['ND45-summary', ['intake.respond.online', 'receipt.immediate']],
  ]
  for (const [id, unset] of silent) {
    for (const key of unset) assert.equal(Object.hasOwn(presets[id].values, key), false, `${id} ${key}`)
  }
})

test('the training province differs from the national defaults only where it says so', () => {
  const demo = policyOn(today, alone('demo-2026'))
  const national = policyOn(today, alone('national-2026'))
  const different = keys.filter((key) => JSON.stringify(demo.get(key)) !== JSON.stringify(national.get(key)))
  assert.deepEqual(different.toSorted(), [
    'accounts.entrance',
    'calendar.office-hours',
    'cards.enabled',
    'extension.ratio',
    'login.lock-minutes',
    'login.second-factor',
    'lookup.public.shows',
    'records.sealing',
    'staff.login',
  ])
  assert.equal(demo.get('accounts.entrance'), 'both')
  assert.equal(demo.get('lookup.public.shows').includes('state'), true)
  assert.equal(listOfPolicy(demo).filter(({ stated }) => stated.by === 'demo-2026').length, different.length)
})

test('of two decisions of a province the later holds, from its day until its end', () => {
  const basis = (value: string, from: string, until?: string) =>
    ({
      key: 'apology.basis',
      value,
      source: value,
      confidence: 'read',
      from: day(from),
      until: until ? day(until) : undefined,
    }) as const
  const overrides = [basis('2/QĐ', '2026-06-01', '2026-09-01'), basis('1/QĐ', '2026-01-01')]
  const on = (text: string) => policyOn(day(text), { preset: 'TTH-2017', overrides }).get('apology.basis')
  assert.equal(on('2025-12-31'), 'Quyết định 3461/QĐ-UBND ngày 30/12/2016')
  assert.equal(on('2026-05-31'), '1/QĐ')
  assert.equal(on('2026-06-01'), '2/QĐ')
  assert.equal(on('2026-09-01'), '1/QĐ')
})

test('the demo province’s file is understood', () => {
  const file = new URL('../../../provinces/demo/policy.json', import.meta.url)
  assert.deepEqual(readProvincePolicy(JSON.parse(readFileSync(file, 'utf8'))), { ok: true, value: alone('demo-2026') })
})

test('a province’s file that says something impossible is refused with its place', () => {
  const good = { key: 'login.max-failures', value: 3, source: '1/QĐ-UBND', from: '2026-01-01' }
  const read = readProvincePolicy({ preset: 'national-2026', overrides: [good] })
  assert.ok(read.ok)
  assert.equal(policyOn(today, read.value).get('login.max-failures'), 3)

  const cases: [unknown, string][] = [
    [{ ...good, key: 'login.max' }, 'overrides.0.key'],
    [{ ...good, key: 'toString' }, 'overrides.0.key'],
    [{ ...good, value: 0 }, 'overrides.0.value'],
    [{ ...good, key: 'transfer.paper', value: { value: 1, unit: 'weeks' } }, 'overrides.0.value.unit'],
    [{ ...good, key: 'result.signatures', value: [['organisation', 'person']] }, 'overrides.0.value.0'],
    [{ ...good, source: ' ' }, 'overrides.0.source'],
    [{ ...good, from: '2026-02-30' }, 'overrides.0.from'],
    [{ ...good, until: '2026-01-01' }, 'overrides.0.until'],
    [{ ...good, note: 'x' }, 'overrides.0'],
  ]
  for (const [override, path] of cases) {
    const refusal = readProvincePolicy({ preset: 'national-2026', overrides: [override] })
    assert.ok(!refusal.ok, path)
    const problems = refusal.detail!['problems'] as PolicyProblem[]
    assert.deepEqual(
      problems.map((problem) => problem.path),
      [path],
    )
  }
  assert.equal(readProvincePolicy({ preset: 'HUE-1999', overrides: [] }).ok, false)
  assert.equal(readProvincePolicy(null).ok, false)
})
