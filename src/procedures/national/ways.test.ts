import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { divided, readWays } from './ways.ts'

const head = 'Hình thức nộpThời gianPhí, lệ phíMô tả'
const short = (table: string) =>
  readWays(`${head}${table}`).ways.map(({ channel, time, fee }) => {
    const limit = time.kind === 'limit' ? `${time.value} ${time.unit}` : time.kind
    return `${channel}: ${limit}: ${fee.kind === 'sum' ? `${fee.amount} ${fee.currency}` : fee.kind}`
  })

test('glued rows come apart by channel; several per channel and other units per channel are kept', () => {
  assert.deepEqual(
    short('Trực tuyến22 Ngày làm việcMiễn phíDịch vụ bưu chính12 NgàyMiễn phí(Không)Trực tiếp1Miễn phí'),
    ['online: 22 working-days: free', 'post: 12 calendar-days: free', 'counter: 1 unknown: free'],
  )
  assert.deepEqual(
    short(
      'Trực tiếp2 Ngày làm việcMiễn phíTrường hợp không phải xác minh.Trực tiếp4 Ngày làm việcMiễn phí- Trường hợp phức tạp.',
    ),
    ['counter: 2 working-days: free', 'counter: 4 working-days: free'],
  )
  assert.deepEqual(
    short(
      'Trực tuyến5 Ngày làm việc200,000 Việt Nam Đồng(200.000 đồng)nộp hồ sơ trực tuyếnTrực tiếpKhông có thông tin145 USD',
    ),
    ['online: 5 working-days: 200000 VND', 'counter: none: 145 USD'],
  )
})

test('a description that names a channel is not a row of its own', () => {
  const { ways } = readWays(
    `${head}Trực tiếp5 Ngày làm việcMiễn phí- Trực tiếp: nộp tại quầy; Trực tuyến qua Cổng; Dịch vụ bưu chính 5 ngày.`,
  )
  assert.equal(ways.length, 1)
  assert.equal(ways[0]?.description, '- Trực tiếp: nộp tại quầy; Trực tuyến qua Cổng; Dịch vụ bưu chính 5 ngày.')
})

test('note and description come apart at the bracket that closes the note; a counting bracket is description', () => {
  const [way] = readWays(`${head}Trực tuyến10 Ngày100,000 VNĐ(100.000 đồng (Thông tư 1))10 ngày kể từ ngày nhận`).ways
  assert.equal(way?.fee.kind === 'sum' && way.fee.note, '100.000 đồng (Thông tư 1)')
  assert.equal(way?.description, '10 ngày kể từ ngày nhận')
  const [other] = readWays(`${head}Trực tuyến10 NgàyMiễn phí(1) Trường hợp cấp mới: 10 ngày`).ways
  assert.deepEqual(other?.fee, { kind: 'free' })
  assert.equal(other?.description, '(1) Trường hợp cấp mới: 10 ngày')
})

test('a description that speaks of the charge is the note of a fee printed as free', () => {
  const [way] = readWays(
    `${head}Trực tuyến1 GiờMiễn phí- Các loại phí được quy định tại Thông tư số 261/2016/TT-BTC`,
  ).ways
  assert.equal(way?.fee.kind, 'by-note')
})

test('digits that run together are divided only where there is one way to do it', () => {
  assert.deepEqual(divided('120'), { time: '1', sum: '20' })
  assert.deepEqual(divided('1200'), { time: '1', sum: '200' })
  assert.deepEqual(divided('120,000'), { time: '1', sum: '20,000' })
  assert.equal(divided('125'), undefined)
  assert.equal(divided('1150,000'), undefined)
  assert.equal(divided('20,000'), undefined)
  const unsure = readWays(`${head}Trực tuyến1100 VNĐTrực tiếp125 VNĐ`)
  assert.deepEqual(unsure.timeLimits, { printed: 2, structured: 1 })
  assert.deepEqual(unsure.fees, { printed: 2, structured: 1, exact: 1, told: 0 })
  assert.deepEqual(unsure.unread, [
    { part: 'time-limits', text: 'Trực tiếp125 VNĐ' },
    { part: 'fees', text: 'Trực tiếp125 VNĐ' },
  ])
})

test('what cannot be read surely is reported with its text', () => {
  const words = readWays(`${head}Trực tiếpKhông quy địnhMiễn phíTại quầy`)
  assert.deepEqual(words.unread, [{ part: 'time-limits', text: 'Trực tiếpKhông quy địnhMiễn phíTại quầy' }])
  const cut = readWays(`${head}Trực tiếp2 Ngày100,000 VNĐ(`)
  assert.deepEqual(cut.fees, { printed: 1, structured: 0, exact: 0, told: 0 })
  const against = readWays(`${head}Trực tiếp2 NgàyMiễn phí(20.000.000/lần)`)
  assert.equal(against.unread[0]?.part, 'fees')
  assert.deepEqual(readWays(`${head}Liên hệ cơ quan`).unread, [{ part: 'ways', text: 'Liên hệ cơ quan' }])
})

test('where the bracket of a note never closes, no note is claimed, and nothing is called free', () => {
  const [paid] = readWays(`${head}Trực tiếp2 Ngày90,000 VNĐ(đồng/lần (miễn từ tháng 4) tại quầy`).ways
  assert.deepEqual(paid?.fee, { kind: 'sum', amount: 90_000, currency: 'VND', text: '90,000 VNĐ' })
  assert.equal(paid?.description, '(đồng/lần (miễn từ tháng 4) tại quầy')
  const free = readWays(`${head}Trực tiếp2 NgàyMiễn phí(đồng/lần (miễn từ tháng 4) tại quầy`)
  assert.equal(free.ways[0]?.fee.kind, 'by-note')
  assert.equal(free.fees.structured, 0)
  const [twice] = readWays(`${head}Trực tiếp2 NgàyMiễn phí(theo quy định))Tại quầy`).ways
  assert.equal(twice?.description, 'Tại quầy')
})

test('fees are counted twice: all that have a reading, and of these what is one sum or free', () => {
  const rows = ['9,000 VNĐ', 'Miễn phí', 'Miễn phí(3.000 đồng/bản)', 'Miễn phí(theo quy định)', 'Không có thông tin']
  assert.deepEqual(readWays(head + rows.map((fee) => `Trực tiếp2 Ngày${fee}`).join('')).fees, {
    printed: 4,
    structured: 4,
    exact: 2,
    told: 1,
  })
})

test('every row that is written out comes back, and no text is lost', () => {
  const time = fc.constantFrom('3 Ngày làm việc', '15 Ngày', '24 Giờ', '6 Tháng', 'Không có thông tin')
  const fee = fc.constantFrom('Miễn phí', 'Không có thông tin', '8,000 VNĐ', '1,200,000 Việt Nam Đồng', '10 USD')
  const channel = fc.constantFrom('Trực tuyến', 'Trực tiếp', 'Dịch vụ bưu chính')
  const rows = fc.array(fc.tuple(channel, time, fee, fc.constantFrom('', '- nộp tại quầy, 3 ngày')), {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(rows, (table) => {
      const texts = table.map((cells) => cells.join(''))
      assert.deepEqual(
        readWays(head + texts.join('')).ways.map(({ text }) => text),
        texts,
      )
    }),
  )
})
