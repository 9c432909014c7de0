import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse } from './reach.ts'
import { type Seen, visitor, type Visitor } from './visitor.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

async function signedIn(username: string): Promise<Visitor> {
  const somebody = visitor(house.base)
  await somebody.signIn(username)
  return somebody
}
const sees = ({ status, html }: Seen, ...texts: (string | RegExp)[]) => {
  assert.equal(status, 200)
  for (const text of texts) assert.match(html, text instanceof RegExp ? text : new RegExp(text))
}
const mends = ({ status, html }: Seen, ...texts: string[]) => {
  assert.equal(status, 422)
  for (const text of texts) assert.ok(html.includes(text), text)
}

test('an officer asks on a page, the agency finds it in its queue and answers, both read it where they work', async () => {
  const { id, code } = await at.dossierIn('assigned')
  const [officer, asked] = [await signedIn('chuyenvien'), await signedIn('ykien')]
  const ask = `/viec/ho-so/${id}/request-opinion`
  mends(await officer.post(ask, { question: '', within: '0', agencies: '' }), 'Ghi nội dung cần ý kiến', 'từ 1 đến 60')
  const sent = await officer.post(ask, {
    agencies: await agencyNamed('Sở Xây dựng tỉnh Hòa Giang'),
    question: 'Ranh giới thửa đất có tranh chấp không?',
    within: '3',
    unit: 'working-days',
  })
  assert.equal(sent.status, 303)
  sees(await officer.get(sent.location), 'Đã gửi lấy ý kiến')

  sees(await asked.get('/viec'), 'Việc phối hợp')
  const queue = await asked.get('/viec/phoi-hop')
  sees(queue, code, 'Ủy ban nhân dân xã An Bình', 'Lấy ý kiến')
  const leg = /\/viec\/phoi-hop\/([0-9a-f-]{36})/.exec(queue.html)![0]
  sees(await asked.get(leg), 'Ranh giới thửa đất', 'Giấy tờ bạn được xem')
  mends(await asked.post(leg, { stance: '', answer: '' }), 'Chọn ý kiến của cơ quan bạn', 'Ghi nội dung trả lời')
  const answered = await asked.post(leg, { stance: 'disagree', answer: 'Đang có tranh chấp phía đông.' })
  assert.equal(answered.status, 303)
  sees(await asked.get(answered.location), 'Đã gửi trả lời', 'Đang có tranh chấp phía đông')
  assert.equal((await asked.get('/viec/phoi-hop')).html.includes(code), false)
  sees(await asked.get('/viec/phoi-hop?loc=da-tra-loi'), code)
  for (const path of ['', '/thanh-phan', '/nhat-ky', '/request-opinion'])
    assert.equal((await asked.get(`/viec/ho-so/${id}${path}`)).status, 404, path)
  assert.equal((await officer.get(leg)).status, 404)

  sees(await officer.get(`/viec/ho-so/${id}/quy-trinh`), 'Không thống nhất', 'Đang có tranh chấp phía đông')
  const me = await signedIn('congdan')
  const mine = await me.get(`/ho-so/${id}`)
  sees(mine, 'Các nơi cùng giải quyết', 'Sở Xây dựng tỉnh Hòa Giang', 'Đã gửi ý kiến')
  assert.equal(mine.html.includes('tranh chấp'), false, 'what agencies write to each other stays there')
})

const agencyNamed = async (name: string) =>
  (
    await house.house.db
      .selectFrom('organisations.unit')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
  ).id

test('a visit is set with its four entries, read by the applicant, and written down', async () => {
  const { id } = await at.dossierIn('assigned')
  const [officer, me] = [await signedIn('chuyenvien'), await signedIn('congdan')]
  const set = `/viec/ho-so/${id}/schedule-verification`
  const whole = {
    ...{ 'day-day': '4', 'day-month': '3', 'day-year': '2026', hour: '08:30' },
    ...{ place: 'Thôn Đông Hòa', participants: 'Trưởng thôn, người nộp', content: 'Nơi cư trú thực tế', papers: '' },
  }
  mends(
    await officer.post(set, { ...whole, place: '', hour: '8 giờ' }),
    'Ghi địa điểm xác minh',
    'Ghi giờ theo dạng 08:30',
  )
  const past = await officer.post(set, { ...whole, 'day-day': '1' })
  assert.equal(past.status, 409)
  assert.match(past.html, /Thời điểm hẹn đã qua/)
  assert.equal((await officer.post(set, whole)).status, 303)
  sees(await me.get(`/ho-so/${id}`), 'Lịch hẹn xác minh', '08:30, thứ Tư 4/3/2026', 'Thôn Đông Hòa', 'Trưởng thôn')
  const record = `/viec/ho-so/${id}/record-verification`
  sees(await officer.get(record), 'Thôn Đông Hòa')
  assert.equal((await officer.post(record, { matches: 'yes', findings: 'Đúng như khai.' })).status, 303)
  sees(await officer.get(`/viec/ho-so/${id}/quy-trinh`), 'Đúng với hồ sơ')
})

test('an applicant reads the draft and either agrees or says what is wrong', async () => {
  const { id } = await at.dossierIn('assigned')
  await at.act('chuyenvien', id, 'propose-result', (example) => ({ ...example, askApplicant: true }))
  const me = await signedIn('congdan')
  sees(await me.get('/ho-so'), 'Chờ xác nhận dự thảo')
  sees(await me.get(`/ho-so/${id}`), 'Dự thảo chờ bạn xác nhận', `/ho-so/${id}/xac-nhan`)
  const page = `/ho-so/${id}/xac-nhan`
  sees(await me.get(page), 'Trả lời trước 17:00, thứ Ba 3/3/2026', 'Dự thảo: Giấy khai sinh')
  assert.match((await me.post(page, { agrees: 'no', remarks: '' })).html, /Ghi chỗ cần sửa/)
  const sent = await me.post(page, { agrees: 'no', remarks: 'Sai tên mẹ.' })
  assert.equal(sent.status, 303)
  sees(await me.get(sent.location), 'Đã gửi đề nghị sửa')
  sees(await (await signedIn('chuyenvien')).get(`/viec/ho-so/${id}/nhat-ky`), 'Sai tên mẹ')
})

test('a commune passes on along a process across levels, on pages', async () => {
  const { id, code } = await at.dossierIn('assigned', { procedure: '2.000286', attachments: [] })
  const [officer, leader, above] = [
    await signedIn('chuyenvien'),
    await signedIn('lanhdao'),
    await signedIn('lanhdaosoyte'),
  ]
  const propose = `/viec/ho-so/${id}/propose-transfer`
  mends(await officer.post(propose), 'Ghi kết quả thẩm tra')
  assert.equal((await officer.post(propose, { conclusion: 'Đủ điều kiện, đề nghị tiếp nhận.' })).status, 303)
  sees(await leader.get('/viec/sign'), code)
  sees(await leader.get(`/viec/ho-so/${id}/pass-on`), 'Đủ điều kiện, đề nghị tiếp nhận')
  assert.equal((await above.get(`/viec/ho-so/${id}`)).status, 404)
  assert.equal((await leader.post(`/viec/ho-so/${id}/pass-on`)).status, 303)
  sees(await above.get('/viec/assign'), code)
  for (const part of ['quy-trinh', 'nhat-ky'])
    sees(await above.get(`/viec/ho-so/${id}/${part}`), 'Đủ điều kiện, đề nghị tiếp nhận')
})
