import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { scannedPdf } from '../../journeys/papers.ts'
import { openTestHouse, type TestHouse, withClient } from '../../journeys/reach.ts'
import { formOn, visitor } from '../../journeys/visitor.ts'

let house: TestHouse
before(async () => void (house = await openTestHouse()))
after(() => house.close())

const here = '/quan-tri/phan-cong'
const publicList = async () =>
  (await (await fetch(`${house.base}/can-bo-duoc-phan-cong`)).text()).replaceAll(/\s+/g, ' ')

/** Fills in the form of the page as a browser would, with the paper attached. */
async function assign(by: string, fields: Record<string, string>, paper?: Uint8Array<ArrayBuffer>) {
  const one = visitor(house.base)
  await one.signIn(by)
  const form = new FormData()
  const filled = {
    ...formOn((await one.get(here)).html),
    'ket-thuc': '',
    'tu-day': '2',
    'tu-month': '3',
    'tu-year': '2026',
    ...fields,
  }
  for (const [name, value] of Object.entries(filled)) form.set(name, value)
  if (paper) form.set('tep', new Blob([paper]), 'phan-cong.pdf')
  return { one, answer: await one.send('POST', here, { body: form }) }
}

const soho = { nguoi: 'soho', viec: 'digitiser', 'van-ban': '03/QĐ-TTPVHCC ngày 27/02/2026' }

test('an assignment needs its written paper, and whoever neither leads nor administers writes none', async () => {
  const { answer } = await assign('giamdoc', soho)
  assert.equal(answer.status, 422)
  assert.match(answer.html, /Đính kèm văn bản phân công/)
  const other = await assign('lanhdaosotaichinh', soho, await scannedPdf('Phân công'))
  assert.match(other.answer.html, /không được giao việc này/)
  const nobody = visitor(house.base)
  await nobody.signIn('chuyenvien')
  assert.equal((await nobody.get(here)).status, 404)
  assert.doesNotMatch(await publicList(), /Lý Thị Mỹ Duyên/)
})

test('the public list follows the assignments: who is assigned stands on it, who is not any more does not [S0-19.6]', async () => {
  const { one, answer } = await assign('giamdoc', soho, await scannedPdf('Phân công'))
  assert.equal(answer.status, 303, answer.html.slice(0, 500))
  assert.match(await publicList(), /Lý Thị Mỹ Duyên.*Số hóa hồ sơ/)
  const page = (await one.get(here)).html
  const [, id] = /\/quan-tri\/phan-cong\/([0-9a-f-]{36})/.exec(page)!
  const paper = await one.get(`${here}/${id}`)
  assert.deepEqual([paper.status, paper.headers.get('content-type')], [200, 'application/pdf'])
  for (const [who, status] of [
    ['lanhdaosotaichinh', 404],
    ['thanhtra', 200],
  ] as const) {
    const other = visitor(house.base)
    await other.signIn(who)
    const listed = (await other.get(here)).html.includes(id!)
    assert.deepEqual([listed, (await other.get(`${here}/${id}`)).status], [status === 200, status], who)
  }
  const { file } = await house.house.db
    .selectFrom('organisations.assignment')
    .select('file')
    .where('id', '=', id!)
    .executeTakeFirstOrThrow()
  const opened = await house.house.db
    .selectFrom('audit.entry')
    .select('act')
    .where('subject', '=', file)
    .where('act', '=', 'open')
    .execute()
  assert.equal(opened.length, 2, 'who opened the paper is written down')
  assert.equal((await one.postBare(here, Object.entries({ ...formOn(page), 'ket-thuc': 'khong-co' }))).status, 404)

  await one.postBare(here, Object.entries({ ...formOn(page), 'ket-thuc': id! }))
  assert.doesNotMatch(await publicList(), /Lý Thị Mỹ Duyên/)
})

test('whose post has ended is on no list, though nobody ended the assignment', async () => {
  await assign('quantri', { ...soho, viec: 'supporter' }, await scannedPdf('Phân công'))
  assert.match(await publicList(), /Lý Thị Mỹ Duyên.*Hỗ trợ người dùng/)
  await withClient(house.ownerUrl, (client) =>
    client.query(
      `update organisations.post set valid_to = '2026-03-01' where account = (select id from accounts.account where username = 'soho')`,
    ),
  )
  assert.doesNotMatch(await publicList(), /Lý Thị Mỹ Duyên/)
})
