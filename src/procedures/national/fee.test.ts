import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesASum, readFee } from './fee.ts'

test('a fee keeps the sum and the currency as printed', () => {
  assert.deepEqual(readFee('1,025,000 Việt Nam Đồng', undefined), {
    kind: 'sum',
    amount: 1_025_000,
    currency: 'VND',
    text: '1,025,000 Việt Nam Đồng',
  })
  assert.deepEqual(readFee('145 USD', '145 USD/thẻ.'), {
    kind: 'sum',
    amount: 145,
    currency: 'USD',
    text: '145 USD',
    note: '145 USD/thẻ.',
  })
  assert.deepEqual(readFee('Không có thông tin', undefined), { kind: 'none' })
  assert.equal(readFee('khoảng 5 nghìn', undefined), undefined)
})

test('what is printed yet hardly right is kept and marked', () => {
  const doubt = (cell: string, note?: string) => {
    const fee = readFee(cell, note)
    return fee?.kind === 'sum' ? fee.doubt : 'no sum'
  }
  assert.equal(doubt('90 VNĐ'), 'below-1000-dong')
  assert.equal(doubt('20 VNĐ', '20.000 vnđ /tờ khai'), 'below-1000-dong')
  assert.equal(doubt('25 USD'), undefined)
  assert.equal(doubt('20,000,000 VNĐ', 'áp dụng mức phí 10.000.000 đồng/hồ sơ'), 'note-names-other-sums')
  assert.equal(doubt('200,000 VNĐ', '200.000 đồng/ hộ chiếu. Cấp lại do mất: 400.000đ'), undefined)
  assert.equal(doubt('5,000,000 VNĐ', 'Mức thu: 05 triệu đồng/giấy'), undefined)
  assert.equal(doubt('250,000 VNĐ', 'theo Thông tư số 25/2021/TT-BTC ngày 07/4/2021'), undefined)
})

test('*Miễn phí* is free only where its note does not speak of a charge', () => {
  const kinds: [string | undefined, string][] = [
    [undefined, 'free'],
    ['Không', 'free'],
    ['Không có.', 'free'],
    ['Không quy định', 'free'],
    ['Không thu lệ phí', 'free'],
    ['Miễn lệ phí', 'free'],
    ['- Miễn lệ phí (Thông tư số 4/2019/TT-BTC).', 'free'],
    ['Không được quy định tại Biểu phí, lệ phí ban hành kèm theo Thông tư số 4/2019/TT-BTC.', 'free'],
    ['Miễn lệ phí. Phí bản sao theo Thông tư số 4/2019/TT-BTC', 'by-note'],
    ['Miễn lệ phí (trừ cấp lại: 20.000 đồng)', 'by-note'],
    ['do Ủy ban nhân dân cấp tỉnh quy định.', 'by-note'],
    ['Lệ phí cấp mới 200 USD/lần; lệ phí cấp lại hoặc gia hạn 100 USD/lần.', 'by-note'],
    ['20.000.000 đồng/lần', 'by-note'],
    ['Không thu phí cấp giấy; phí in và dán tem theo Thông tư số 02/2021/TT-BTC', 'by-note'],
  ]
  const told = readFee('Miễn phí', 'Cấp mới: 20.000.000 đồng/lần')
  assert.deepEqual(told?.kind === 'by-note' && told.sums, [{ amount: 20_000_000, currency: 'VND', per: 'lần' }])
  for (const [note, kind] of kinds) assert.equal(readFee('Miễn phí', note)?.kind, kind, note)
})

test('sums in running text are told from numbers of documents and dates', () => {
  for (const text of [
    '50.000 đồng/giấy',
    '100 USD',
    '15000000/lần Đồng 15000000 đồng',
    '20% của 11.000.000',
    '01 triệu đồng',
  ])
    assert.ok(namesASum(text), text)
  for (const text of ['Thông tư số 60/2023/TT-BTC ngày 07/9/2023', 'Điều 12 khoản 3', 'Không'])
    assert.ok(!namesASum(text), text)
})
