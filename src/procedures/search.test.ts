import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fold, initials, listedNames, soundOf, titleOf, waysToAsk } from './index.ts'

test('marks, capitals, đ and spaces do not count in a search', () => {
  assert.equal(fold('  Đăng ký   Khai Sinh '), 'dang ky khai sinh')
  assert.equal(fold('Đăng ký khai sinh'.normalize('NFD')), 'dang ky khai sinh')
  assert.equal(fold('Hộ tịch – “chứng thực”, bản sao'), 'ho tich chung thuc ban sao')
  assert.equal(fold('1.001193'), '1.001193')
  assert.equal(initials('Đăng ký khai sinh'), 'dkks')
})

const vietnamese = fc.string({
  unit: fc.constantFrom(...'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệđĐoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ BCn'),
})

test('folding twice changes nothing, and no mark survives', () => {
  fc.assert(
    fc.property(vietnamese, (text) => {
      assert.match(fold(text), /^[a-z]*( [a-z]+)*$/)
      assert.equal(fold(fold(text)), fold(text))
      assert.equal(fold(text.normalize('NFD')), fold(text))
    }),
  )
})

test('the name as people mean it has neither *thủ tục* before it nor brackets in it', () => {
  assert.equal(titleOf('Thủ tục đăng ký khai tử (thực hiện tại cấp xã)'), 'dang ky khai tu')
  assert.equal(titleOf('Thủ tục'), 'thu tuc')
  assert.equal(titleOf('(1.010736)'), '1.010736')
})

test('letters that people write for each other sound the same', () => {
  const pairs = [
    'giấy phép xây dựng = giấy phép say dựng',
    'đăng ký kết hôn = đăng kí kết hông',
    'trích lục = chích lục',
    'gia hạn = da hạn',
  ]
  for (const pair of pairs) {
    const [right, wrong] = pair.split(' = ')
    assert.equal(soundOf(right!), soundOf(wrong!), pair)
  }
  assert.notEqual(soundOf('khai sinh'), soundOf('khai tử'))
  fc.assert(fc.property(vietnamese, (text) => assert.equal(soundOf(soundOf(text)), soundOf(text))))
})

test('abbreviations are spelled out and what is only polite is left away, beside the words as they stand', () => {
  assert.deepEqual(waysToAsk('ĐK khai sinh'), ['dk khai sinh', 'dang ky khai sinh'])
  assert.deepEqual(waysToAsk('gpxd'), ['gpxd', 'giay phep xay dung'])
  assert.ok(waysToAsk('Tôi muốn làm hộ chiếu cho con').includes('ho chieu'))
  assert.deepEqual(waysToAsk('khai sinh'), ['khai sinh'])
  assert.deepEqual(waysToAsk('  '), [])
})

test('one column holds all a procedure can be found by', () => {
  const {
    search,
    title,
    initials: first,
  } = listedNames(
    {
      code: '1.001193',
      name: 'Thủ tục đăng ký khai sinh',
      shortName: 'Đăng ký khai sinh',
      field: 'Hộ tịch',
      keywords: ['làm giấy khai sinh'],
    },
    'Giấy khai sinh',
  )
  for (const part of ['1.001193', 'dang ky khai sinh', 'lam giay khai sinh', 'dkks', 'ho tich', 'giay khai sinh'])
    assert.ok(search.includes(part), part)
  assert.equal(title, 'dang ky khai sinh')
  assert.equal(first, 'dkks')
})
