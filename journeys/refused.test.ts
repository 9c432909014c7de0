import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { scannedPdf } from './papers.ts'
import { openTestHouse, reacher, type Reacher, type TestHouse } from './reach.ts'
import { type Traces, traces, withoutPoppler } from './traces.ts'
import { formOn, visitor, type Visitor } from './visitor.ts'

let house: TestHouse
let at: Reacher
let left: Traces
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
  left = traces(house, at)
})
after(() => house.close())

const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

async function signedIn(username: string): Promise<Visitor> {
  const me = visitor(house.base)
  await me.signIn(username)
  return me
}

const reason = 'Thông tin về người cha không khớp với dữ liệu dân cư.'

/** Proposed by the officer as a refusal, signed twice; the applicant collects it at the counter. */
async function refused(): Promise<{ id: string; code: string }> {
  const { id } = await at.dossierIn('assigned', { returnBy: 'counter' })
  await at.act('chuyenvien', id, 'propose-result', (example) => ({
    ...example,
    outcome: 'refuse',
    result: { reasons: [reason] },
  }))
  await at.act('truongphong', id, 'approve')
  await at.act('lanhdao', id, 'sign-result')
  const { code } = await at.act('vanthu', id, 'sign-result')
  return { id, code }
}

test('a refusal is called one wherever its applicant or the public looks, with its reason and its letter for the applicant alone [S2-10.2a]', async () => {
  const { id, code } = await refused()
  const me = await signedIn('congdan')
  const anyone = visitor(house.base)
  for (const [who, act] of [
    [null, null],
    ['vanthu', 'hand-to-counter'],
    ['tiepnhan', 'return-result'],
    ['vanthu', 'archive'],
  ] as const) {
    if (act) await at.act(who, id, act)
    const { html } = await me.get(`/ho-so/${id}`)
    const page = textOf(html)
    assert.match(page, /Cơ quan không chấp thuận đề nghị của bạn/, `${act}: ${page.slice(0, 900)}`)
    assert.doesNotMatch(page, /Kết quả đã (có|trả|về)|Sẵn sàng trả kết quả/, `${act}`)
    assert.ok(page.includes(reason), `${act}: the reason`)
    assert.match(html, /href="\/tep\/[^"]+"[^>]*>\s*Xem văn bản từ chối/, `${act}: the letter`)
    if (act === 'hand-to-counter') assert.match(page, /Mời bạn đến nhận văn bản trả lời/)
    const list = (await me.get('/ho-so')).html
    const row = /<tr[ >](?:(?!<\/tr>)[^])*?<\/tr>/g
    const mine = list.match(row)!.find((one) => one.includes(id))!
    assert.match(mine, /ừ chối/, `${act}: in the list`)
    const looked = textOf((await anyone.get(`/tra-cuu/${code}`)).html)
    assert.match(looked, /Đã có văn bản từ chối giải quyết/, `${act}: ${looked.slice(0, 400)}`)
    assert.ok(!looked.includes(reason) && !looked.includes('Minh'), 'nothing personal')
  }
})

test('a result that grants is not called a refusal, and a draft of a refusal is told to nobody yet', async () => {
  const { id, code } = await at.dossierIn('returned')
  const me = await signedIn('congdan')
  assert.match(textOf((await me.get(`/ho-so/${id}`)).html), /Kết quả đã có/)
  assert.match(textOf((await visitor(house.base).get(`/tra-cuu/${code}`)).html), /Kết quả đã trả/)
  const drafted = await at.dossierIn('proposed')
  await at.act('lanhdao', drafted.id, 'refuse-result')
  assert.doesNotMatch(textOf((await me.get(`/ho-so/${drafted.id}`)).html), /không chấp thuận/)
})

test('the refusal prints where its reader lives and whom to ask', { skip: withoutPoppler }, async () => {
  const { id } = await refused()
  const paper = await left.paper('congdan', id, 'result')
  assert.match(paper, /Địa chỉ: [^–-]{5}/, paper)
  assert.match(paper, /Liên hệ: [^–]+, điện thoại [\d ]{8}/, paper)
})

test('a refusal lies in the record to be read, and is not offered as a paper of another dossier', async () => {
  const { id } = await refused()
  await at.act('vanthu', id, 'hand-to-counter')
  await at.act('tiepnhan', id, 'return-result')
  const me = await signedIn('congdan')
  const { html } = await me.get('/kho-giay-to')
  const item = html.split('<section').find((one) => one.includes(id))!
  assert.match(item, /không dùng thay giấy tờ/)
  assert.doesNotMatch(item, /dùng thay bản giấy/)
  const next = await at.draft()
  const papers = (await me.get(`/ho-so/${next.id}/giay-to`)).html
  assert.match(papers, /name="tep\.birth-proof"/)
  assert.doesNotMatch(papers, /Văn bản từ chối/)
})

test('a paper that is only shown can be handed in once it is demanded [S1-12.1]', async () => {
  const { id } = await at.dossierIn('assigned')
  const me = await signedIn('congdan')
  await at.act('chuyenvien', id, 'request-supplement', (example) => ({
    ...example,
    components: example.components
      .filter(({ component }: { component: string }) => component !== 'identity-paper')
      .map((one: object) => ({ ...one, verdict: 'ok' }))
      .concat({ component: 'identity-paper', verdict: 'fail', reason: 'Cần bản chụp rõ hai mặt.' }),
  }))
  const asked = await me.get(`/ho-so/${id}/giay-to`)
  const field = /<label[^>]*for="([^"]*)"[^>]*>((?:(?!<\/label>)[^])*Tải tệp lên: [^]*?)<\/label>/g
  const labels = [...asked.html.matchAll(field)].map(([, , label]) => label!)
  assert.match(asked.html, /name="tep\.identity-paper"/, 'there is a place for it')
  assert.ok(
    labels.some((label) => /tùy thân|căn cước|định danh/i.test(label) && !label.includes('không bắt buộc')),
    labels.join('\n'),
  )
  assert.match(textOf(asked.html), /Cần bản chụp rõ hai mặt/)

  const hidden = formOn(asked.html)
  const sent = async (file?: Uint8Array) => {
    const body = new FormData()
    body.set('csrf', hidden['csrf']!)
    if (file) body.set('tep.identity-paper', new Blob([Buffer.from(file)]), 'hai mặt.pdf')
    return me.send('POST', `/ho-so/${id}/giay-to`, { body })
  }
  const without = await sent()
  assert.match(textOf(without.html), /Chọn tệp cho giấy tờ/, 'it is what was asked for')
  assert.equal((await sent(await scannedPdf('Căn cước'))).status, 303)
  const gone = await me.post(`/ho-so/${id}/kiem-tra`)
  assert.equal(gone.location, `/ho-so/${id}?xong=supplement`, textOf(gone.html).slice(0, 900))
  const officer = await signedIn('chuyenvien')
  assert.match((await officer.get(`/viec/ho-so/${id}/thanh-phan`)).html, /hai mặt\.pdf/)
})

test('why a date is this one stands only where a date stands', async () => {
  const me = await signedIn('congdan')
  const why = /Vì sao/
  const { id } = await at.dossierIn('assigned')
  assert.match((await me.get(`/ho-so/${id}`)).html, why)
  await at.act('chuyenvien', id, 'request-supplement')
  assert.doesNotMatch((await me.get(`/ho-so/${id}`)).html, why, 'while the applicant is waited for')
  await at.act('congdan', id, 'withdraw')
  assert.doesNotMatch((await me.get(`/ho-so/${id}`)).html, why, 'withdrawn')
})

test('who drafts sees the fields of a refusal without opening them, and only them once refusing was chosen', async () => {
  const { id } = await at.dossierIn('assigned')
  const officer = await signedIn('chuyenvien')
  const address = `/viec/ho-so/${id}/propose-result`
  const opened = (html: string, part: 'grant' | 'refuse') =>
    /^[^>]*><details[^>]*\bopen\b/.test(html.split(`data-outcome="${part}"`)[1] ?? '')
  const { html } = await officer.get(address)
  assert.deepEqual([opened(html, 'refuse'), opened(html, 'grant')], [true, true])
  const back = (await officer.post(address, { outcome: 'refuse' })).html
  assert.match(back, /name="reasons"/)
  assert.deepEqual([opened(back, 'refuse'), opened(back, 'grant')], [true, false])
})

test(
  'slips call guidance guidance, and what was never accepted is ended by who took it',
  { skip: withoutPoppler },
  async () => {
    const { id } = await at.dossierIn('assigned')
    await at.act('chuyenvien', id, 'request-supplement', (example) => ({ ...example, guidance: 'Nộp thêm trang hai.' }))
    assert.match(await left.paper('congdan', id, 'supplement-request'), /Nội dung hướng dẫn: Nộp thêm trang hai/)
    const early = await at.dossierIn('submitted')
    await at.act('congdan', early.id, 'withdraw')
    const notice = await left.paper('congdan', early.id, 'stop-notice')
    assert.match(notice, /(Trung tâm|Bộ phận|Điểm)[^.]* thông báo dừng giải quyết hồ sơ này/i, notice)
    assert.doesNotMatch(notice, /Cơ quan giải quyết/)
  },
)
