import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fit, fold, initials, searchText } from './index.ts'

test('marks, capitals, đ and spaces do not count in a search', () => {
  assert.equal(fold('  Đăng ký   Khai Sinh '), 'dang ky khai sinh')
  assert.equal(fold('Đăng ký khai sinh'.normalize('NFD')), 'dang ky khai sinh')
  assert.equal(fold('Hộ tịch – “chứng thực”, bản sao'), 'ho tich chung thuc ban sao')
  assert.equal(fold('1.001193'), '1.001193')
  assert.equal(initials('Đăng ký khai sinh'), 'dkks')
})

test('folding twice changes nothing, and no mark survives', () => {
  const vietnamese = fc.string({
    unit: fc.constantFrom(...'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệđĐoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ BCn'),
  })
  fc.assert(
    fc.property(vietnamese, (text) => {
      assert.match(fold(text), /^[a-z]*( [a-z]+)*$/)
      assert.equal(fold(fold(text)), fold(text))
      assert.equal(fold(text.normalize('NFD')), fold(text))
    }),
  )
})

const catalogue = [
  {
    code: '1.001193',
    name: 'Thủ tục đăng ký khai sinh',
    shortName: 'Đăng ký khai sinh',
    field: 'Hộ tịch',
    keywords: ['làm giấy khai sinh'],
  },
  { code: '1.004884', name: 'Thủ tục đăng ký lại khai sinh', shortName: 'Đăng ký lại khai sinh', field: 'Hộ tịch' },
  { code: '1.000689', name: 'Thủ tục đăng ký khai sinh kết hợp nhận cha, mẹ, con', field: 'Hộ tịch' },
  { code: '1.000656', name: 'Thủ tục đăng ký khai tử', field: 'Hộ tịch' },
]
const best = (query: string) =>
  catalogue
    .filter((one) => fit(query, one) > 0)
    .toSorted((a, b) => fit(query, b) - fit(query, a))
    .map((one) => one.code)

test('the procedure people mean stands first', () => {
  assert.deepEqual(best('dang ky khai sinh'), ['1.001193', '1.000689', '1.004884'])
  assert.deepEqual(best('ĐĂNG KÝ KHAI SINH').slice(0, 1), ['1.001193'])
  assert.deepEqual(best('dkks'), ['1.001193'])
  assert.deepEqual(best('1.000656'), ['1.000656'])
  assert.deepEqual(best('giay khai sinh'), ['1.001193'])
  assert.deepEqual(best('khai tu ho tich').slice(0, 1), ['1.000656'])
  assert.deepEqual(best('hoa don'), [])
  assert.deepEqual(best('  '), [])
})

test('one column holds all a procedure can be found by', () => {
  const text = searchText(catalogue[0]!)
  for (const part of ['1.001193', 'dang ky khai sinh', 'lam giay khai sinh', 'dkks', 'ho tich'])
    assert.ok(text.includes(part), part)
})
