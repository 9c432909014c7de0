import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resultData, resultExample } from './index.ts'
import { result } from './result-definition.ts'

const about = { code: 'KQ.G15.000031', name: 'Giấy', kind: 'certificate', recordKind: 'giay', template: 'certificate' }
const fields = (...list: object[]) =>
  result.parse({ ...about, fields: list.map((one) => ({ title: 'Mục', required: false, ...one })) })

const form = {
  child: { name: 'Nguyễn Minh An', sex: 'nữ' },
  death: { date: '2026-02-25', time: '05:30' },
  trades: 'Ăn uống\n\n  Bán lẻ ',
  pages: 2,
}
const known = { agency: 'Ủy ban nhân dân phường Thuận Hóa', today: '2026-03-02', code: 'X-1', applicant: 'A' }

test('a result takes over answers, puts them into its own words, and knows agency and day', () => {
  const of = fields(
    { name: 'name', from: '/child/name' },
    { name: 'sex', from: '/child/sex', words: { nam: 'male', nữ: 'female' } },
    { name: 'mother.name', from: '/mother/name' },
    { name: 'father.pages', from: '/pages' },
    { name: 'at', from: '@agency' },
    { name: 'on', from: '@today' },
  )
  assert.deepEqual(resultData(of, form, {}, known), {
    name: 'Nguyễn Minh An',
    sex: 'female',
    father: { pages: 2 },
    at: known.agency,
    on: '2026-03-02',
  })
})

test('text is made of answers only when all of them were given, dates the Vietnamese way round', () => {
  const of = fields(
    { name: 'diedAt', texts: ['{/death/time} ngày {/death/date}', '{/death/date}'] },
    { name: 'none', texts: ['{/nowhere}'] },
  )
  assert.deepEqual(resultData(of, form, {}, known), { diedAt: '05:30 ngày 25/02/2026' })
  assert.deepEqual(resultData(of, { death: { date: '1979-05' } }, {}, known), { diedAt: '05/1979' })
  assert.deepEqual(resultData(of, {}, {}, known), {})
})

test('rows and lists are made of answers', () => {
  const of = fields(
    {
      name: 'lines',
      rows: [
        { label: 'Tên', from: '/child/name' },
        { label: 'Số', from: '/number' },
      ],
    },
    { name: 'trades', from: '/trades', list: true },
  )
  assert.deepEqual(resultData(of, form, {}, known), {
    lines: [
      { label: 'Tên', value: 'Nguyễn Minh An' },
      { label: 'Số', value: '' },
    ],
    trades: [{ name: 'Ăn uống' }, { name: 'Bán lẻ' }],
  })
})

test('what the officer writes goes before what the form says; blank is not written', () => {
  const of = fields({ name: 'mother.name', from: '/child/name' })
  assert.deepEqual(resultData(of, form, { mother: { name: 'B' } }, known), { mother: { name: 'B' } })
  assert.deepEqual(resultData(of, form, { 'mother.name': 'C' }, known), { mother: { name: 'C' } })
  assert.deepEqual(resultData(of, form, { 'mother.name': '' }, known), { mother: { name: 'Nguyễn Minh An' } })
})

test('what only the officer knows shows an example', () => {
  const of = fields(
    { name: 'book', required: true, example: '01/1988' },
    { name: 'note' },
    { name: 'name', required: true, from: '/child/name' },
  )
  assert.deepEqual(resultExample(of), { book: '01/1988' })
  assert.throws(() => fields({ name: 'book', required: true }))
  assert.throws(() => fields({ name: 'book', from: '/a', texts: ['x'] }))
  assert.throws(() => fields({ name: 'book', words: { a: 'b' } }))
})
