import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFeeNote } from './fee-note.ts'

test('sums of a note come with their currency and what they are due for, all of them or none', () => {
  const cases: [string, string[]][] = [
    ['30.000 đồng/giấy', ['30000 VND giấy']],
    ['- Xe con: 20.000 đồng/lượt; - Xe lớn: 35.000đ/01 xe/lượt.', ['20000 VND lượt', '35000 VND 01 xe/lượt']],
    ['Cấp mới 90 USD/thẻ; cấp lại 40 USD', ['90 USD thẻ', '40 USD ']],
    ['02 triệu đồng/lần cấp.', ['2000000 VND lần cấp']],
    ['Mức 70.000 đồng (Thông tư số 11/2024/TT-BTC ngày 01/02/2024)', ['70000 VND ']],
    ['8.000.000/lần', []],
    ['Nộp 50.000 đồng + (số tấn x 1.000 đồng/tấn)', []],
    ['3.000 đồng/trang, tối đa 90.000 đồng/bản', []],
    ['40.000 đồng; 20% của mức trên', []],
    ['từ 20.000 đồng/lần', []],
    ['Theo quy định của pháp luật về phí', []],
  ]
  for (const [note, sums] of cases)
    assert.deepEqual(
      readFeeNote(note).sums.map(({ amount, currency, per = '' }) => `${amount} ${currency} ${per}`),
      sums,
      note,
    )
})

test('who sets a charge is told only where the note begins with it', () => {
  const cases: [string, string | null][] = [
    ['Theo quy định của Hội đồng nhân dân cấp tỉnh.', 'provincial-council'],
    ['Mức lệ phí (nếu có) do Hội đồng nhân dân tỉnh quyết định; nộp một lần', 'provincial-council'],
    ['do Ủy ban nhân dân cấp tỉnh quy định', 'provincial-committee'],
    ['Miễn lệ phí cho hộ nghèo. Mức thu do Hội đồng nhân dân tỉnh quyết định', null],
    ['Theo Hội đồng nhân dân tỉnh và Ủy ban nhân dân tỉnh', null],
    ['Có xác nhận của Ủy ban nhân dân tỉnh', null],
  ]
  for (const [note, setter] of cases) assert.equal(readFeeNote(note).setBy, setter, note)
})

test('acts that a note cites are told once each, by their whole number', () => {
  assert.deepEqual(
    readFeeNote('Thông tư số 11/2024/TT-BTC, sửa đổi bởi 9/2025/TT-BTC; xem lại 11/2024/TT-BTC; hồ sơ 5/2024').acts,
    ['11/2024/TT-BTC', '9/2025/TT-BTC'],
  )
})
