import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { scannedPdf } from '../../../journeys/papers.ts'
import { openTestHouse, reacher, type Reacher, type TestHouse } from '../../../journeys/reach.ts'
import { saysNo } from '../../../journeys/refusal.ts'
import { type Traces, traces } from '../../../journeys/traces.ts'
import { visitor } from '../../../journeys/visitor.ts'

let house: TestHouse
let at: Reacher
let left: Traces
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
  left = traces(house, at)
})
after(() => house.close())

const no = (refusal: string) => ({ status: 409, refusal })
const view = (who: string, id: string) => at.api.expect(200, who, 'GET', `/dossiers/${id}`)
const kinds = async (id: string) => (await left.items('tiepnhan', `/dossiers/${id}/documents`)).map(({ kind }) => kind)
const certified = { procedure: '2.000815', channel: 'counter', filer: 'tiepnhan', attachments: [] } as const

test('how long the counter took to its first word is measured for each dossier, and stands in the register [S2-8.1a1]', async () => {
  const { id } = await at.dossierIn('submitted')
  await house.house.db
    .updateTable('dossiers.dossier')
    .set({ submitted_at: new Date('2026-03-02T08:15:00+07:00') })
    .where('id', '=', id)
    .execute()
  assert.deepEqual((await view('tiepnhan', id)).counter.firstCheckedAt, null)
  await at.act('tiepnhan', id, 'return-with-guidance')
  const first = (await view('tiepnhan', id)).counter
  assert.ok(first.firstCheckedAt)
  assert.equal(first.minutesToFirstCheck, 45)
  await at.act('congdan', id, 'supplement')
  await at.act('tiepnhan', id, 'accept')
  assert.equal((await view('tiepnhan', id)).counter.firstCheckedAt, first.firstCheckedAt, 'the first one counts')
  const cookie = await at.api.cookieOf('tiepnhan')
  const page = await (await fetch(`${house.base}/viec/so`, { headers: { cookie } })).text()
  assert.match(page, /Kiểm tra sau/)
  assert.match(page, /45 phút/)
})

test('a dossier says until when it must go to the agency, and each forwarding whether it was in time [S2-19.1d]', async () => {
  const { id } = await at.dossierIn('accepted')
  const { counter } = await view('tiepnhan', id)
  assert.equal(new Date(counter.forwardBy).toISOString(), new Date('2026-03-02T09:00:00+07:00').toISOString())
  await house.house.db
    .updateTable('dossiers.dossier')
    .set({ accepted_at: new Date('2026-03-02T07:30:00+07:00') })
    .where('id', '=', id)
    .execute()
  assert.equal((await view('tiepnhan', id)).counter.isForwardedLate, true, 'it still stands at the counter')
  await at.act('tiepnhan', id, 'forward')
  const { details } = await house.house.db
    .selectFrom('dossiers.event')
    .select('details')
    .where('dossier', '=', id)
    .where('event', '=', 'forwarded')
    .executeTakeFirstOrThrow()
  assert.equal((details as { inTime: boolean }).inTime, false)
  assert.equal((await view('tiepnhan', id)).counter.isForwardedLate, true)
})

test('what is settled at once needs no slip unless the filer asks, and is not closed without its result [S2-8.2d] [S2-8.2e] [S2-8.2f]', async () => {
  const { id } = await at.dossierIn('submitted', certified)
  await at.act('tiepnhan', id, 'accept')
  assert.deepEqual(await kinds(id), [])
  const asked = await at.dossierIn('submitted', certified)
  await at.act('tiepnhan', asked.id, 'accept', (example) => ({ ...example, receipt: true }))
  assert.deepEqual(await kinds(asked.id), ['receipt'])
  const offers = await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}/acts`)
  assert.deepEqual(
    offers.map(({ act }: { act: string }) => act),
    ['forward', 'withdraw'],
  )
  saysNo(await at.force('tiepnhan', id, 'return-result', { by: 'counter' }), no('wrong-state'), 'without a result')
  saysNo(await at.force('tiepnhan', id, 'archive'), no('wrong-state'), 'without an end')
})

test('over the counter the same is checked as online: every paper, each failing one with its reason; then code and receipt [S2-7.1a] [S2-19.2]', async () => {
  for (const beginning of [{}, { channel: 'counter', filer: 'tiepnhan' }] as const) {
    const { id } = await at.dossierIn('submitted', beginning)
    const bent = (body: object) => at.tryAct('tiepnhan', id, 'accept', (example) => ({ ...example, ...body }))
    saysNo(await bent({ components: [] }), no('components-unmarked'), 'unmarked')
    const example = await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}/acts`)
    const marks = example.find(({ act }: { act: string }) => act === 'accept').example.components
    const failing = (more: object) =>
      marks.map((one: object, place: number) => (place === 1 ? { ...one, verdict: 'fail', ...more } : one))
    saysNo(await bent({ components: failing({}) }), no('reason-needed'), 'no reason')
    saysNo(await bent({ components: failing({ reason: 'Bản chụp mờ.' }) }), no('component-failed'), 'failing')
    const accepted = await at.act('tiepnhan', id, 'accept')
    assert.match(accepted.code, /^H99\.31\.01-260302-\d{4}$/)
    assert.ok((await kinds(id)).includes('receipt'))
  }
})

test('the officer guides the filer in full and sends the dossier on by its process, all within the system [S3A-14.1b]', async () => {
  const { id } = await at.dossierIn('submitted')
  await at.act('tiepnhan', id, 'return-with-guidance')
  assert.ok((await kinds(id)).includes('guidance'))
  await at.act('congdan', id, 'supplement')
  await at.bring({ id, state: 'submitted' }, 'transferred')
  assert.deepEqual((await left.events('tiepnhan', id)).slice(-2), ['accepted', 'forwarded'])
  assert.ok((await left.queue('lanhdao', 'assign')).includes(id))
})

test('what the record has proven is marked beforehand at the counter, and its original is not asked for again [S0-16.1]', async () => {
  const first = await at.dossierIn('returned')
  const [item] = (await left.items('congdan', '/records/mine/items')).filter(({ origin }) => origin === first.id)
  const { id } = await at.dossierIn('submitted', { attachments: [{ component: 'birth-proof', recordItem: item.id }] })
  const cookie = await at.api.cookieOf('tiepnhan')
  const page = async () =>
    (await (await fetch(`${house.base}/viec/ho-so/${id}/accept`, { headers: { cookie } })).text()).replaceAll(
      /\s+/g,
      ' ',
    )
  const ticked = /name="verdict\.birth-proof" value="ok"[^>]*checked|checked[^>]*name="verdict\.birth-proof" value="ok"/
  assert.match(await page(), ticked)
  assert.match(await page(), /không yêu cầu xuất trình lại bản chính/)
  await house.house.db.updateTable('records.item').set({ valid_to: '2026-03-01' }).where('id', '=', item.id).execute()
  assert.doesNotMatch(await page(), ticked, 'past its term it proves nothing')
})

test('the counter finds an account by the number on a card and has its particulars filled in, or hears that there is none [S0-8.1a1] [S0-16.2]', async () => {
  const officer = visitor(house.base)
  await officer.signIn('tiepnhan')
  const here = '/viec/tiep-nhan-truc-tiep/1.001193'
  const ask = async (number: string) =>
    (await officer.post(here, { tra: '1', 'applicant.identityNumber': number })).html
  const found = await ask('046192003517|191234567|Nguyễn Thị Thùy Dương|14081992|Nữ|Thôn Đông Hòa|01012022')
  assert.match(found, /Đã tìm thấy tài khoản/)
  assert.match(found, /name="applicant.displayName"[^>]*value="Nguyễn Thị Thùy Dương"/)
  assert.match(found, /value="Thôn Đông Hòa, xã An Bình, tỉnh Hòa Giang"/)
  assert.match(await ask('001099000001'), /Chưa có tài khoản với số này/)
  assert.match(await ask('12'), /Nhập số định danh 12 chữ số/)

  const own = await at.api.upload('tiepnhan', 'Quét tại quầy.pdf', await scannedPdf('Quét'))
  const foreign = await at.api.upload('congdan', 'Giấy riêng của tôi.pdf', await scannedPdf('Riêng'))
  const kept = async (file: string) => (await officer.post(here, { mat: '', 'kept.birth-proof': file })).html
  assert.match(await kept(own.id), /Quét tại quầy\.pdf/)
  assert.doesNotMatch(await kept(foreign.id), /Giấy riêng/, 'the name of somebody else’s loose file')
})

test('a paper the record holds is asked for again only as a special case with its reason: as cited or not, in a request or for a check [S0-8.2b2] [S2-19.4]', async () => {
  const procedure = '1.004873'
  const again = (example: Record<string, unknown>) => ({ ...example, request: 'again' })
  const first = await at.dossierIn('returned', { procedure })
  const [item] = (await left.items('congdan', '/records/mine/items')).filter(({ origin }) => origin === first.id)
  assert.equal(item.kind, 'marital-status-certificate')
  const special = 'Bản trong kho bị lỗi trang thứ hai.'
  const cited = { procedure, form: again, attachments: [{ component: 'earlier-certificate', recordItem: item.id }] }
  const guided = await at.dossierIn('submitted', cited)
  const guide = await at.tryAct('tiepnhan', guided.id, 'return-with-guidance', (example) => ({
    ...example,
    components: example.components.map((one: { component: string }) =>
      one.component === 'earlier-certificate' ? { ...one, verdict: 'fail', reason: 'Mờ', special: undefined } : one,
    ),
  }))
  saysNo(guide, no('already-held'), 'at intake')
  const upload = await at.api.upload('congdan', 'giấy cũ.pdf', await scannedPdf('Giấy cũ'))
  for (const own of [{ recordItem: item.id }, { file: upload.id }]) {
    const attachments = [{ component: 'earlier-certificate', ...own }]
    const { id } = await at.dossierIn('assigned', { procedure, form: again, attachments })
    const ask = (act: string, more: object) =>
      at.tryAct('chuyenvien', id, act, (example) => ({
        ...example,
        components: example.components?.map((one: { component: string }) =>
          one.component === 'earlier-certificate'
            ? { ...one, verdict: 'fail', reason: 'Cần xem bản chính.', ...more }
            : { ...one, verdict: one.component === 'declaration' ? 'not-applicable' : 'ok', reason: 'Đã xem.' },
        ),
      }))
    const refused = await ask('request-supplement', {})
    saysNo(refused, no('already-held'), 'without a reason')
    assert.deepEqual(
      refused.body.items.map((one: { item: string }) => one.item),
      [item.id],
      'the refusal names the item',
    )
    const officer = visitor(house.base)
    await officer.signIn('chuyenvien')
    const { html } = await officer.get(`/viec/ho-so/${id}/request-supplement`)
    assert.ok(html.includes(`/viec/tep/${item.file}"`), 'the page leads to the item')
    assert.equal((await officer.get(`/viec/tep/${item.file}`)).status, 200, 'and the officer opens it')
    const typed = { 'verdict.earlier-certificate': 'fail', 'reason.earlier-certificate': 'Mờ', guidance: 'Nộp lại.' }
    const sent = await officer.post(`/viec/ho-so/${id}/request-supplement`, typed)
    assert.deepEqual([sent.status, sent.html.includes('đã có trong kho của người nộp. Hãy dùng bản đó')], [409, true])
    const papers = [{ component: 'earlier-certificate' }]
    const call = (body: object) =>
      at.tryAct('chuyenvien', id, 'schedule-verification', (example) => ({ ...example, ...body }))
    saysNo(await call({ papers }), no('already-held'), 'its original for a check')
    assert.equal((await call({ papers: [{ ...papers[0], special }] })).status, 200)
    await at.act('chuyenvien', id, 'record-verification')
    const asked = await ask('request-supplement', { special })
    assert.deepEqual([asked.status, asked.body.state], [200, 'supplement-requested'], JSON.stringify(asked.body))
    const [request] = await left.items('chuyenvien', `/dossiers/${id}/requests`)
    const kept = request.components.find((one: { component: string }) => one.component === 'earlier-certificate')
    assert.equal(kept.special, special)
    const { details } = await house.house.db
      .selectFrom('dossiers.event')
      .select('details')
      .where('dossier', '=', id)
      .where('event', '=', 'supplement-requested')
      .executeTakeFirstOrThrow()
    assert.deepEqual((details as { special: string[] }).special, ['earlier-certificate'])
  }
})
