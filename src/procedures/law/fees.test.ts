import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../../ground/day.ts'
import { feeTable } from '../fee-table.ts'
import { feeOf } from './index.ts'

const today = day('2026-03-02')
const rule = { name: 'Phí', kind: 'phi', legalBasis: '226/2016/TT-BTC', confidence: 'read', validFrom: '2026-01-01' }

const certified = feeTable.parse({
  rules: [
    {
      ...rule,
      id: 'certified-copy',
      amount: {
        kind: 'per-unit',
        quantity: '/pages',
        unit: 'trang',
        tiers: [{ upTo: 2, each: 2000 }, { each: 1000 }],
        capPerCopy: 200_000,
        copies: '/copies',
      },
    },
  ],
})

function certifiedFee(pages: number, copies: number): number {
  return feeOf({ fees: certified }, { form: { pages, copies }, channel: 'counter', day: today }).total
}

test('two thousand a page, from the third page one thousand, at most two hundred thousand a copy', () => {
  const cases = [
    [1, 1, 2000],
    [2, 1, 4000],
    [3, 1, 5000],
    [5, 1, 7000],
    [5, 3, 21_000],
    [198, 1, 200_000],
    [199, 1, 200_000],
    [300, 1, 200_000],
    [300, 2, 400_000],
    [0, 4, 0],
    [4, 0, 0],
  ] as const
  for (const [pages, copies, fee] of cases)
    assert.equal(certifiedFee(pages, copies), fee, `${pages} pages, ${copies} copies`)
})

test('more pages or copies never cost less, and no copy costs more than its cap', () => {
  const count = fc.integer({ min: 1, max: 5000 })
  fc.assert(
    fc.property(count, fc.integer({ min: 1, max: 200 }), (pages, copies) => {
      const fee = certifiedFee(pages, copies)
      assert.ok(fee <= certifiedFee(pages + 1, copies))
      assert.equal(fee, copies * certifiedFee(pages, 1))
      assert.ok(fee <= copies * 200_000)
    }),
  )
})

test('every sum due says in words how it came about and which document says so [S1-17.2g]', () => {
  const { lines, currency } = feeOf(
    { fees: certified },
    { form: { pages: 300, copies: 2 }, channel: 'counter', day: today },
  )
  assert.equal(currency, 'VND')
  assert.deepEqual(
    lines.map((line) => [line.how, line.legalBasis, line.amount]),
    [
      [
        '2 trang × 2.000 đồng + 298 trang × 1.000 đồng, thu tối đa 200.000 đồng một bản, × 2 bản',
        '226/2016/TT-BTC',
        400_000,
      ],
    ],
  )
})

test('of two schedules the one in force on the day of receipt counts [S4-6b]', () => {
  const fees = feeTable.parse({
    rules: [
      { ...rule, id: 'old', amount: { kind: 'fixed', each: 5000 }, validTo: '2026-02-28' },
      { ...rule, id: 'new', amount: { kind: 'fixed', each: 8000 }, validFrom: '2026-03-01' },
    ],
  })
  const on = (text: string) =>
    feeOf({ fees }, { form: {}, channel: 'online', day: day(text) }).lines.map((line) => line.rule)
  assert.deepEqual(on('2025-12-31'), [])
  assert.deepEqual(on('2026-02-28'), ['old'])
  assert.deepEqual(on('2026-03-01'), ['new'])
})

const late = feeTable.parse({
  rules: [
    {
      ...rule,
      id: 'on-time',
      kind: 'le-phi',
      when: { daysSince: { field: '/born', atMost: 60 } },
      amount: { kind: 'fixed', each: 0 },
    },
    {
      ...rule,
      id: 'late',
      kind: 'le-phi',
      when: { daysSince: { field: '/born', moreThan: 60 } },
      amount: { kind: 'provincial' },
    },
  ],
  exemptions: [
    {
      id: 'poor',
      rules: ['late'],
      when: { field: '/exemption', equals: 'poor' },
      text: 'Miễn cho hộ nghèo',
      legalBasis: '163/QĐ-BTP',
    },
  ],
})

test('on time is free; late costs what the province decided, and until it has, the sum is named but not guessed', () => {
  const ask = (form: object, provincial?: Record<string, number>) =>
    feeOf({ fees: late }, { form, channel: 'online', day: today, provincial })
  assert.deepEqual(
    ask({ born: '2026-01-01' }).lines.map((line) => [line.rule, line.amount, line.how]),
    [['on-time', 0, 'Miễn phí']],
  )

  const undecided = ask({ born: '2025-12-31' })
  assert.deepEqual(undecided.undecided, [{ rule: 'late', name: 'Phí', kind: 'le-phi', legalBasis: '226/2016/TT-BTC' }])
  assert.deepEqual([undecided.total, undecided.lines], [0, []])

  assert.equal(ask({ born: '2025-12-31' }, { late: 5000 }).total, 5000)
  assert.deepEqual(
    ask({ born: '2025-12-31', exemption: 'poor' }, { late: 5000 }).lines.map((line) => [line.amount, line.how]),
    [[0, 'Miễn cho hộ nghèo']],
  )
})

test('a sum the announced procedure prints is used until the province decides another, by channel', () => {
  const fees = feeTable.parse({
    rules: [
      { ...rule, id: 'online', when: { channel: ['online', 'post'] }, amount: { kind: 'provincial', shown: 150_000 } },
      { ...rule, id: 'counter', when: { channel: ['counter'] }, amount: { kind: 'provincial', shown: 50_000 } },
    ],
  })
  assert.equal(feeOf({ fees }, { form: {}, channel: 'post', day: today }).total, 150_000)
  assert.equal(feeOf({ fees }, { form: {}, channel: 'counter', day: today }).total, 50_000)
  assert.equal(feeOf({ fees }, { form: {}, channel: 'online', day: today, provincial: { online: 0 } }).total, 0)
})

test('numbers that are no count cost nothing instead of something wrong', () => {
  for (const pages of [-3, 1.5, Number.NaN, '5', null, undefined, 2 ** 60])
    assert.equal(feeOf({ fees: certified }, { form: { pages, copies: 1 }, channel: 'counter', day: today }).total, 0)
})

test('a fee table whose tiers leave a gap is refused', () => {
  const table = (tiers: object[]) => ({
    rules: [{ ...rule, id: 'x', amount: { kind: 'per-unit', quantity: '/n', unit: 'trang', tiers } }],
  })
  assert.ok(feeTable.safeParse(table([{ each: 1 }])).success)
  assert.ok(!feeTable.safeParse(table([{ upTo: 2, each: 1 }])).success)
  assert.ok(!feeTable.safeParse(table([{ each: 1 }, { each: 2 }])).success)
  assert.ok(!feeTable.safeParse(table([{ upTo: 5, each: 1 }, { upTo: 5, each: 2 }, { each: 3 }])).success)
})
