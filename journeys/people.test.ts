import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import {
  accountByIdentity,
  answerRequest,
  askAboutAccount,
  type RepresentationPlace,
  type RepresentationSide,
  representationsOf,
  representedBy,
} from '../src/accounts/index.ts'
import { isInForce } from '../src/accounts/law/index.ts'
import { giveConsent } from '../src/disclosures/index.ts'
import { newId } from '../src/ground/uuid.ts'
import { messagesOf, notifyAll } from '../src/notifications/index.ts'
import { type DossierDesk, giveUpRevision, revise } from '../src/dossiers/index.ts'
import { scannedPdf } from './papers.ts'
import { jobs, openTestHouse, reacher, type Reacher, type TestHouse } from './reach.ts'
import { saysNo } from './refusal.ts'
import { visitor, type Visitor } from './visitor.ts'
import { choosePolicy, type ProvincePolicy } from '../src/policy/index.ts'
import { day } from '../src/ground/day.ts'
import { maskName } from '../src/accounts/law/index.ts'
import { lookUpsAnHour } from '../src/web/officer/counter/look-up.ts'
import { toTheTwin } from './logins.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse({ env: { MOTCUA_TRUST_PROXY: '1' } })
  at = reacher(house.base)
})
after(() => house.close())

const idOf = async (username: string) =>
  (
    await house.house.db
      .selectFrom('accounts.account')
      .select('id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow()
  ).id
const acceptances = async (username: string) =>
  house.house.db
    .selectFrom('accounts.terms_acceptance')
    .select(['edition', 'how', 'by', 'at', 'words'])
    .where('account', '=', await idOf(username))
    .orderBy('at')
    .execute()
const newcomer = {
  kind: 'person',
  username: 'mai.lan',
  password: 'Demo@12345',
  displayName: 'Hồ Thị Mai Lan',
  identityNumber: '046190004567',
  acceptTerms: true,
}
const signedIn = async (username: string): Promise<Visitor> => {
  const one = visitor(house.base)
  await one.signIn(username)
  return one
}

test('who registers accepts the terms they can read, and the edition, the moment and the words’ hash are kept [S0-18.1] [S0-18.4] [S2-12B.1]', async () => {
  const guest = visitor(house.base)
  const terms = await guest.get('/dieu-khoan')
  assert.match(terms.html, /giữ bí mật tên đăng nhập, mật khẩu/)
  assert.match(terms.html, /điểm a, b, c khoản 1 Điều 48 Luật Giao dịch điện tử 2005/)
  assert.match((await guest.get('/dang-ky')).html, /href="\/dieu-khoan"/)
  saysNo(
    await at.api.call(null, 'POST', '/accounts', { ...newcomer, acceptTerms: false }),
    { status: 422, refusal: undefined },
    'not without accepting',
  )
  await at.api.expect(201, null, 'POST', '/accounts', newcomer)
  const [kept] = await acceptances('mai.lan')
  assert.equal(kept?.edition, '2026-01')
  assert.equal(kept?.how, 'registration')
  assert.equal(kept?.by, await idOf('mai.lan'))
  assert.equal(kept?.words.length, 32)
  assert.ok(kept.at.getTime() >= Date.parse('2026-03-02T09:00:00+07:00'))
})

test('a new edition is asked for at the next page and the next call, and only what was read is accepted [S0-18.1] [S2-12B.1]', async () => {
  const admin = await signedIn('quantri')
  const text = 'Điều khoản mới của tỉnh. '.repeat(6)
  const edition = { vi: text, en: text, decision: 'Quyết định 12/QĐ-UBND' }
  const day = { 'from-day': '2', 'from-month': '3', 'from-year': '2026' }
  const past = await admin.post('/quan-tri/dieu-khoan', { ...edition, ...day, 'from-day': '1' })
  assert.match(past.html, /từ hôm nay trở đi/)
  assert.equal((await admin.post('/quan-tri/dieu-khoan', { ...edition, ...day })).status, 303)

  const one = await signedIn('congdan')
  const asked = await one.get('/ho-so')
  assert.equal(asked.location, '/tai-khoan/dieu-khoan?ve=%2Fho-so')
  saysNo(
    await at.api.call('congdan', 'GET', '/dossiers'),
    { status: 409, refusal: 'terms-not-accepted' },
    'nor by a program',
  )
  assert.equal((await one.post(asked.location, { 'dong-y': '' })).status, 422, 'a box left empty accepts nothing')
  const old = await one.post(asked.location, { ban: '2026-01', 'dong-y': 'true' })
  assert.match(old.html, /vừa có bản mới/)
  const done = await one.post(asked.location, { 'dong-y': 'true' })
  assert.equal(done.location, '/ho-so')
  assert.equal((await one.get('/ho-so')).status, 200)
  assert.deepEqual(
    (await acceptances('congdan')).map(({ edition: which, how }) => [which, how]),
    [
      ['2026-01', 'training'],
      ['2026-03-02', 'sign-in'],
    ],
  )
  await at.api.expect(200, 'mai.lan', 'POST', '/accounts/current/terms', { edition: '2026-03-02' })
  await at.api.expect(200, 'mai.lan', 'GET', '/dossiers')
  assert.equal(
    (await signedIn('tiepnhan').then((officer) => officer.get('/viec'))).status,
    200,
    'officers are bound by their office',
  )
})

test('somebody who comes by the national login, or whose account the counter opened, is asked before anything else [S2-12B.1] [S0-18.4]', async () => {
  const one = visitor(house.base)
  await one.get(await toTheTwin(one, house.base, 'dvcqg', 'moi'))
  const asked = await one.get('/ho-so')
  assert.match(asked.location, /^\/tai-khoan\/dieu-khoan/)
  assert.equal((await one.post(asked.location, { 'dong-y': 'true' })).location, '/ho-so')

  const applicant = { kind: 'person', displayName: 'Phạm Thị Đào', identityNumber: '046185000127' }
  const filing = await at.filing({
    filer: 'tiepnhan',
    channel: 'counter',
    applicant: { ...applicant, acceptTerms: true },
  })
  const made = await at.api.expect(201, 'tiepnhan', 'POST', '/dossiers', filing)
  const [kept] = await acceptances(made.account.username)
  assert.deepEqual([kept?.how, kept?.by], ['counter', await idOf('tiepnhan')])
})

const standing = '/tai-khoan/dai-dien'

/** The citizen of the training province asks to stand for a child; answers the id. */
async function asks(one: Visitor, more: Record<string, string> = {}) {
  const { html } = await one.get('/tai-khoan/dai-dien')
  const csrf = /name="csrf" value="([^"]*)"/.exec(html)![1]!
  const body = new FormData()
  const fields = {
    csrf,
    viec: 'gui',
    kind: 'guardian',
    of: 'person',
    name: 'Trần Bảo Ngọc',
    identityNumber: '046315000018',
    'from-day': '1',
    'from-month': '3',
    'from-year': '2026',
    ...more,
  }
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  body.set(
    'file',
    new Blob([new Uint8Array(await scannedPdf('Giấy khai sinh'))], { type: 'application/pdf' }),
    'khai-sinh.pdf',
  )
  return one.send('POST', '/tai-khoan/dai-dien', { body })
}

test('a guardian files for a child only once an officer saw the paper; the dossier and its result are the child’s, and nothing else of the child’s is seen', async () => {
  const one = await signedIn('congdan')
  assert.equal((await asks(one)).location, '/tai-khoan/dai-dien?xong=gui')
  const { id } = await house.house.db.selectFrom('accounts.representation').select('id').executeTakeFirstOrThrow()
  const filing = { ...(await at.filing()), representation: id }
  saysNo(
    await at.api.call('congdan', 'POST', '/dossiers', filing),
    { status: 409, refusal: 'representation-missing' },
    'asked, not confirmed',
  )

  assert.equal((await one.get('/viec/dai-dien')).location, '/ho-so', 'nobody confirms for themselves')
  const officer = await signedIn('tiepnhan')
  assert.match((await officer.get('/viec/dai-dien')).html, /Nguyễn Thị Thùy Dương/)
  const paper = await officer.get(`/viec/dai-dien/${id}/giay-to`)
  assert.equal(paper.headers.get('content-type'), 'application/pdf')
  const confirmed = await officer.post(`/viec/dai-dien/${id}`, { viec: 'xac-nhan' })
  assert.equal(confirmed.location, '/viec/dai-dien?xong=1')

  const saysFor = (await one.get('/thu-tuc/1.001193/nop')).html
  assert.match(saysFor, /Nộp cho ai[\s\S]*Trần Bảo Ngọc/)
  const { id: draft, version } = await at.api.expect(201, 'congdan', 'POST', '/dossiers', filing)
  saysNo(
    await at.api.call('mai.lan', 'POST', '/dossiers', { ...filing, attachments: [] }),
    { status: 409, refusal: 'representation-missing' },
    'somebody else with the same paper',
  )
  const view = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${draft}`)
  assert.deepEqual(view.applicant, { kind: 'person', name: 'Trần Bảo Ngọc' })
  assert.deepEqual(view.filedFor, { kind: 'guardian', agent: 'Nguyễn Thị Thùy Dương' })
  await at.bring({ id: draft, version, state: 'draft' } as never, 'returned')

  const { db } = house.house
  const child = await db
    .selectFrom('dossiers.dossier as d')
    .innerJoin('accounts.account as a', 'a.id', 'd.applicant')
    .select(['d.applicant', 'd.filed_by', 'a.username'])
    .where('d.id', '=', draft)
    .executeTakeFirstOrThrow()
  assert.equal(child.filed_by, await idOf('congdan'))
  const results = await db
    .selectFrom('records.item as i')
    .innerJoin('records.record as r', 'r.id', 'i.record')
    .select('r.account')
    .execute()
  assert.deepEqual(
    results.map(({ account }) => account),
    [child.applicant],
    'in the record of the child alone',
  )
  const told = await db.selectFrom('notifications.message').select('account').where('dossier', '=', draft).execute()
  assert.deepEqual([...new Set(told.map(({ account }) => account))], [child.applicant])

  // Another dossier of the child, which the guardian did not file, is not there for the guardian.
  const applicant = { kind: 'person', displayName: 'Trần Bảo Ngọc', identityNumber: '046315000018' }
  const other = await at.draft({ filer: 'tiepnhan', channel: 'counter', applicant })
  await at.bring({ ...other, state: 'draft' }, 'submitted', 'tiepnhan')
  saysNo(
    await at.api.call('congdan', 'GET', `/dossiers/${other.id}`),
    { status: 404, refusal: 'not-found' },
    'not filed by them',
  )
})

test('once a representation is ended nothing more is filed or changed by it, though what was filed is still seen', async () => {
  const { id } = await house.house.db.selectFrom('accounts.representation').select('id').executeTakeFirstOrThrow()
  const body = { ...(await at.filing()), representation: id }
  const made = await at.api.expect(201, 'congdan', 'POST', '/dossiers', body)
  const sent = await at.api.expect(201, 'congdan', 'POST', '/dossiers', { ...(await at.filing()), representation: id })
  await at.bring({ ...sent, state: 'draft' }, 'submitted')
  const { db, atDesk } = house.house
  const account = (key: 'applicant' | 'filed_by') =>
    db.selectFrom('dossiers.dossier').select(`${key} as id`).where('id', '=', sent.id).executeTakeFirstOrThrow()
  const [child, agent] = await Promise.all((['applicant', 'filed_by'] as const).map(account))
  const as = (who: { id: string }) => ({ ...who, kind: 'person' as const, name: '', posts: [] })
  const changes = () => db.selectFrom('dossiers.revision').selectAll().where('dossier', '=', sent.id).execute()
  const first = await atDesk(as(child!), (desk) => revise(desk, sent.id, { version: 0, form: {} }))
  assert.ok(first.ok)
  const kept = await changes()

  const one = await signedIn('congdan')
  assert.equal((await one.get(`/ho-so/${sent.id}/to-khai`)).location, '', 'as long as it lasts')
  assert.equal((await one.post('/tai-khoan/dai-dien', { 'cham-dut': id })).location, '/tai-khoan/dai-dien?xong=het')
  const submit = { version: made.version, declaration: true }
  saysNo(
    await at.api.call('congdan', 'POST', `/dossiers/${made.id}/acts/submit`, submit),
    { status: 409, refusal: 'representation-missing' },
    'submitted after the end',
  )
  saysNo(
    await at.api.call('congdan', 'POST', '/dossiers', body),
    { status: 409, refusal: 'representation-missing' },
    'begun after the end',
  )
  await at.api.expect(200, 'congdan', 'GET', `/dossiers/${made.id}`)
  const missing = { status: 409, refusal: 'representation-missing' }
  const edit = { version: made.version, returnBy: 'post' }
  saysNo(await at.api.call('congdan', 'PATCH', `/dossiers/${made.id}`, edit), missing, 'edited after the end')
  assert.deepEqual(await at.api.expect(200, 'congdan', 'GET', `/dossiers/${sent.id}/acts`), [])
  const back = `/ho-so/${sent.id}`
  assert.equal((await one.get(`${back}/to-khai`)).location, back, 'what is being changed is not theirs to see')
  for (const act of [
    (desk: DossierDesk) => revise(desk, sent.id, { version: 1, form: {} }),
    (desk: DossierDesk) => giveUpRevision(desk, sent.id),
  ]) {
    const answer = await atDesk(as(agent!), act)
    assert.equal(!answer.ok && answer.refusal, 'representation-missing')
  }
  assert.deepEqual(await changes(), kept)
  assert.ok((await atDesk(as(child!), (desk) => giveUpRevision(desk, sent.id))).ok)
  const entry = db.selectFrom('audit.entry').select('details').where('stream', '=', `dossier:${sent.id}`)
  const { details } = await entry.where('act', '=', 'give-up-changes').executeTakeFirstOrThrow()
  assert.deepEqual(details, { version: 1 })
})

test('an organisation appoints its staff itself; the answer is one whoever bears the number, and it counts once that person, by a proved account, accepts', async () => {
  const firm = await signedIn('doanhnghiep')
  await firm.post('/tai-khoan/dieu-khoan', { 'dong-y': 'true' })
  const appoint = async (agentNumber: string, agentName: string) => {
    const form = new FormData()
    const csrf = /name="csrf" value="([^"]*)"/.exec((await firm.get(standing)).html)![1]!
    const from = { 'cu-from-day': '2', 'cu-from-month': '3', 'cu-from-year': '2026' }
    for (const [name, value] of Object.entries({ csrf, viec: 'cu', agentNumber, agentName, ...from }))
      form.set(name, value)
    return firm.send('POST', standing, { body: form })
  }
  const numbers = { proved: '046192003517', unproved: newcomer.identityNumber, nobody: '046190009999' }
  for (const number of Object.values(numbers))
    assert.equal((await appoint(number, 'Người Được Cử')).location, `${standing}?xong=cu`, number)
  const shown = (await firm.get(standing)).html
  assert.equal(
    shown.match(/Người Được Cử/g)?.length,
    6,
    'each by the name that was written, in its line and its button',
  )
  assert.equal(shown.match(/Chờ người được cử nhận/g)?.length, 3)
  assert.doesNotMatch(shown, /Thùy Dương|Mai Lan/)

  const one = await signedIn('congdan')
  const offer = /name="nhan" value="([^"]+)"[^>]*Sông Hương Xanh/.exec((await one.get(standing)).html)![1]!
  const filing = { ...(await at.filing({ procedure: '1.001612', attachments: [] })), representation: offer }
  const missing = { status: 409, refusal: 'representation-missing' }
  saysNo(await at.api.call('congdan', 'POST', '/dossiers', filing), missing, 'not accepted yet')
  const lan = visitor(house.base)
  await lan.signIn('mai.lan', newcomer.password)
  assert.doesNotMatch((await lan.get(standing)).html, /Sông Hương Xanh/, 'an unproved account is told of nothing')
  const answer = async (who: Visitor, word: 'nhan' | 'khong-nhan', id: string) => {
    const body = new FormData()
    const csrf = /name="csrf" value="([^"]*)"/.exec((await who.get(standing)).html)![1]!
    for (const [name, value] of [
      ['csrf', csrf],
      [word, id],
    ] as const)
      body.set(name, value)
    return (await who.send('POST', standing, { body })).location
  }
  assert.equal(await answer(lan, 'nhan', offer), '', 'nobody accepts for another')
  assert.equal(await answer(one, 'nhan', offer), `${standing}?xong=nhan`)
  await at.api.expect(201, 'congdan', 'POST', '/dossiers', filing)
  const after = (await firm.get(standing)).html
  assert.match(after, /Nguyễn Thị Thùy Dương[\s\S]*Đang có hiệu lực/)
  assert.match((await one.get(standing)).html, /Sông Hương Xanh/)

  await appoint(numbers.proved, 'Lần Hai')
  const second = /name="khong-nhan" value="([^"]+)"/.exec((await one.get(standing)).html)![1]!
  assert.equal(await answer(one, 'khong-nhan', second), `${standing}?xong=khong-nhan`)
  assert.match((await firm.get(standing)).html, /Lần Hai[\s\S]*?Người được cử không nhận/)

  const { db } = house.house
  const subject = `appoint:${await idOf('doanhnghiep')}`
  await db.updateTable('ground.throttle').set({ hits: 50 }).where('subject', '=', subject).execute()
  assert.match((await appoint(numbers.nobody, 'Một Người Nữa')).html, /quá nhiều yêu cầu/)
})

test('an organisation without an account is represented once an officer saw its certificate, on which its account is opened', async () => {
  const one = await signedIn('congdan')
  const firm = { kind: 'staff', of: 'organisation', name: 'Hợp tác xã Đồng Xanh', identityNumber: '0300588570' }
  assert.match((await asks(one, firm)).html, /[Mm]ã số thuế/, 'a code that cannot be')
  const right = { ...firm, identityNumber: '0300588576' }
  assert.match((await asks(one, right)).html, /người đại diện theo pháp luật/)
  const whole = { ...right, representative: 'Lê Thị Mùa' }
  assert.equal((await asks(one, whole)).location, `${standing}?xong=gui`)
  const officer = await signedIn('tiepnhan')
  const id = /\/viec\/dai-dien\/([0-9a-f-]{36})/.exec((await officer.get('/viec/dai-dien')).html)![1]!
  const page = `/viec/dai-dien/${id}`
  assert.match((await officer.get(page)).html, /Hợp tác xã Đồng Xanh[\s\S]*Lê Thị Mùa/)
  const confirm = async (evidence: string) => {
    const { html } = await officer.get(page)
    const csrf = /name="csrf" value="([^"]*)"/.exec(html)![1]!
    return officer.postBare(page, Object.entries({ csrf, viec: 'xac-nhan', evidence }))
  }
  assert.match((await confirm('')).html, /giấy tờ đã đối chiếu/)
  assert.equal((await confirm('0300588576, ngày 2/3/2026')).location, '/viec/dai-dien?xong=1')
  const { beneficiary } = await house.house.db
    .selectFrom('accounts.representation')
    .select('beneficiary')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const account = await house.house.db
    .selectFrom('accounts.account')
    .select(['kind', 'route', 'display_name'])
    .where('id', '=', beneficiary)
    .executeTakeFirstOrThrow()
  assert.deepEqual(account, { kind: 'organisation', route: 'certificate', display_name: 'Hợp tác xã Đồng Xanh' })
})

test('for whom somebody may file today is asked by the day, however many other representations are newer', async () => {
  const { db } = house.house
  const today = day('2026-03-02')
  const agent = await idOf('mai.lan')
  const base = { agent, beneficiary: await idOf('doanhnghiep'), decided_by: await idOf('doanhnghiep') }
  const end = { ended_at: new Date('2026-03-01T00:00:00Z'), ended_by: agent }
  const cases: [boolean, object][] = [
    [true, { valid_from: '2026-01-01', valid_to: null }],
    [true, { valid_from: '2026-03-02', valid_to: '2026-03-02' }],
    [false, { valid_from: '2026-03-03', valid_to: null }],
    [false, { valid_from: '2026-01-01', valid_to: '2026-03-01' }],
    [false, { valid_from: '2026-01-01', valid_to: null, ...end }],
    ...Array.from({ length: 130 }, (): [boolean, object] => [
      false,
      { valid_from: '2026-01-01', valid_to: '2026-02-01' },
    ]),
  ]
  const at = (place: number) => new Date(Date.parse('2026-02-01T00:00:00Z') + place * 60_000)
  const rows = cases.map(([, more], place) => {
    const asked_at = at(place)
    return { id: newId(asked_at), kind: 'staff', asked_at, decided_at: asked_at, confirmed: true, ...base, ...more }
  })
  await db
    .insertInto('accounts.representation')
    .values(rows as never)
    .execute()
  const found = (await representedBy(db, agent, today)).map(({ id }) => id)
  assert.deepEqual(found.toSorted(), [rows[0]!.id, rows[1]!.id].toSorted())
  assert.deepEqual((await representedBy(db, agent, today, rows[2]!.id)).length, 0)
  const all: RepresentationSide[] = []
  for (let after: RepresentationPlace | undefined, more = true; more;) {
    const { lines, next } = await representationsOf(db, house.house.vault, agent, { side: 'agent', after })
    assert.ok(lines.length <= 20)
    all.push(...lines)
    after = next
    more = next !== undefined
  }
  assert.equal(new Set(all.map(({ id }) => id)).size, rows.length, 'page by page each is shown once')
  assert.deepEqual(
    all.filter((one) => isInForce(one, today)).map(({ id }) => id),
    found,
    'the rule and the question agree',
  )
  const one = visitor(house.base)
  await one.signIn('mai.lan', newcomer.password)
  const first = (await one.get(standing)).html
  const next = /href="([^"]*tiep=[^"]+)"/.exec(first)![1]!.replaceAll('&amp;', '&')
  assert.match((await one.get(next)).html, /Về đầu danh sách/)
})

test('an account nobody proved theirs appoints nobody; a confirmed representation leaves it as it is to whoever opened it', async () => {
  const unproven = visitor(house.base)
  await unproven.signIn('mai.lan', newcomer.password)
  const mine = (await unproven.get('/tai-khoan/dai-dien')).html
  const body = new FormData()
  const csrf = /name="csrf" value="([^"]*)"/.exec(mine)![1]!
  const fields = { csrf, viec: 'cu', agentNumber: '046192003517', agentName: 'Nguyễn Thị Thùy Dương' }
  const from = { 'cu-from-day': '2', 'cu-from-month': '3', 'cu-from-year': '2026' }
  for (const [name, value] of Object.entries({ ...fields, ...from })) body.set(name, value)
  assert.match((await unproven.send('POST', '/tai-khoan/dai-dien', { body })).html, /chưa được xác thực/)

  const before = await accountOf('mai.lan')
  await asks(await signedIn('congdan'), { name: before.display_name, identityNumber: newcomer.identityNumber })
  const officer = await signedIn('tiepnhan')
  const id = /\/viec\/dai-dien\/([0-9a-f-]{36})/.exec((await officer.get('/viec/dai-dien')).html)![1]
  assert.equal((await officer.post(`/viec/dai-dien/${id}`, { viec: 'xac-nhan' })).location, '/viec/dai-dien?xong=1')
  assert.deepEqual(await accountOf('mai.lan'), before)
})

const accountOf = (username: string) =>
  house.house.db
    .selectFrom('accounts.account')
    .select(['display_name', 'password', 'assurance', 'state'])
    .where('username', '=', username)
    .executeTakeFirstOrThrow()

test('an officer whose account the central login withdraws is out at the next request, and the twin signs them in no more [S2-6.2b]', async () => {
  const one = visitor(house.base)
  await one.get(await toTheTwin(one, house.base, 'can-bo', 'chuyenvien'))
  assert.equal((await one.get('/viec')).status, 200)
  const other = visitor(house.base)
  await other.get(await toTheTwin(other, house.base, 'can-bo', 'truongphong'))
  const withdrawn = await visitor(house.base).postBare('/mo-phong/can-bo/thu-hoi', [['nguoi', 'chuyenvien']])
  assert.match(withdrawn.html, /Đã thu hồi và báo cho hệ thống/)
  assert.match((await one.get('/viec')).location, /^\/dang-nhap/)
  assert.equal((await other.get('/viec')).status, 200, 'nobody else is signed out')
  const entry = await house.house.db
    .selectFrom('audit.entry')
    .select(['stream', 'details'])
    .where('act', '=', 'logged-out-centrally')
    .executeTakeFirstOrThrow()
  assert.equal(entry.stream, `account:${await idOf('chuyenvien')}`)
  const asked = await one.get('/dang-nhap/can-bo')
  assert.ok(asked.status === 303 || asked.status === 302)
  // Where the province lets officers in by the central sign-in alone, the house's own password is no way around it.
  await chosen('staff.login', 'central')
  const around = visitor(house.base)
  assert.match((await around.signIn('chuyenvien')).html, /đăng nhập tập trung/)
  assert.match((await around.get('/viec')).location, /^\/dang-nhap/)
  const caller = { username: 'chuyenvien', password: 'Demo@12345' }
  saysNo(await at.api.call(null, 'POST', '/sessions', caller), { status: 409, refusal: 'staff-sign-in-central' }, 'API')
  assert.equal((await visitor(house.base).signIn('quantri')).location, '/viec', 'who manages accounts keeps a way in')
  await chosen('staff.login', 'local')
  const forged = await fetch(`${house.base}/api/v1/logins/staff/logout`, {
    method: 'POST',
    body: new URLSearchParams({ logout_token: 'eyJhbGciOiJub25lIn0.e30.' }),
  })
  assert.equal(forged.status, 400)
})

test('signing in at a second place is told to the holder with when, where and on what; at the same place again it is not [S2-24.3a]', async () => {
  const messages = async () => (await at.api.expect(200, 'ykien', 'GET', '/messages')).items
  const from = async (address: string, agent: string) => {
    const one = visitor(house.base)
    const headers = { 'x-forwarded-for': address, 'user-agent': agent }
    const page = await one.get('/dang-nhap', headers)
    const csrf = /name="csrf" value="([^"]*)"/.exec(page.html)![1]!
    const fields: [string, string][] = [
      ['csrf', csrf],
      ['username', 'ykien'],
      ['password', 'Demo@12345'],
    ]
    assert.equal((await one.postBare('/dang-nhap', fields, headers)).status, 303)
  }
  const before = (await messages()).length
  await house.house.db.deleteFrom('accounts.session').where('kind', '=', 'browser').execute()
  await house.house.db.updateTable('accounts.session').set({ address: '10.0.0.1' }).execute()
  await from('10.0.0.1', 'Mozilla/5.0 Firefox/140.0')
  assert.equal((await messages()).length, before, 'the same place')
  await from('203.0.113.9', 'Mozilla/5.0 Chrome/140.0 Safari/537.36')
  const [told] = await messages()
  assert.equal((await messages()).length, before + 1)
  assert.match(told.subject, /đăng nhập ở hai nơi/)
  assert.match(told.body, /203\.0\.113\.9 \(Chrome\)/)
})

test('change the login address and the links in letters follow it [S2-6.1]', async () => {
  const letters: string[] = []
  const office = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, answer) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => answer(void letters.push(Buffer.concat(parts).toString('utf8').replaceAll('=\r\n', ''))))
    },
  })
  await once(office.listen(0, '127.0.0.1'), 'listening')
  const { port } = office.server.address() as AddressInfo
  try {
    const told = { account: await idOf('congdan'), template: 'account.signed-in-elsewhere' as const }
    const gaps = { when: 'x', whenInEnglish: 'x', device: 'x', address: 'x' }
    const { db, vault, clock, config } = house.house
    for (const url of ['https://dichvucong.hoagiang.gov.vn', 'https://dvc.hoagiang.vn']) {
      const [message] = await db.transaction().execute((tx) => notifyAll(tx, vault, [{ ...told, gaps }], clock.now()))
      const smtp = { smtpUrl: `smtp://127.0.0.1:${port}?ignoreTLS=true`, mailFrom: 'motcua@example.vn', url }
      await jobs({ ...house.house, config: { ...config, ...smtp } })['send-message']({ message: message! })
      assert.ok(letters.pop()!.includes(`${url}/`), url)
    }
  } finally {
    await new Promise<void>((closed) => office.close(closed))
  }
})

test('a new address waits until an officer authenticates it, and the old one stands until then [S0-6.1g] [S0-15.4a]', async () => {
  const one = await signedIn('congdan')
  const mine = (await one.get('/tai-khoan/thong-tin')).html
  for (const known of ['046*****3517', '14/8/1992', 'Thôn Đông Hòa', 'Cổng dịch vụ công của tỉnh'])
    assert.ok(mine.includes(known), known)
  const sent = await one.post('/tai-khoan/thong-tin', { viec: '', address: 'Thôn Tây, xã An Bình, tỉnh Hòa Giang' })
  assert.equal(sent.location, '/tai-khoan/thong-tin?xong=sua')
  const waiting = (await one.get('/tai-khoan/thong-tin')).html
  assert.match(waiting, /Thôn Đông Hòa[\s\S]*Giá trị mới “Thôn Tây, xã An Bình, tỉnh Hòa Giang” đang chờ xác thực/)
  assert.match((await one.get('/tai-khoan')).html, /Thôn Đông Hòa/)

  const id = await idOf('congdan')
  const officer = await signedIn('tiepnhan')
  const page = (await officer.get(`/quan-tri/tai-khoan/${id}`)).html
  const change = /name="xac-thuc" value="([^"]+)"/.exec(page)![1]!
  const csrf = /name="csrf" value="([^"]*)"/.exec(page)![1]!
  const done = await officer.postBare(`/quan-tri/tai-khoan/${id}`, [
    ['csrf', csrf],
    ['xac-thuc', change],
  ])
  assert.equal(done.status, 303)
  assert.match((await one.get('/tai-khoan')).html, /Thôn Tây, xã An Bình/)
  assert.match((await one.get('/tai-khoan/thong-tin')).html, /Thôn Đông Hòa[\s\S]*Đang dùng[\s\S]*Phạm Thị Hồng Nhung/)
  const again = await officer.postBare(`/quan-tri/tai-khoan/${id}`, [
    ['csrf', csrf],
    ['xac-thuc', change],
  ])
  assert.match(again.html, /đã được giải quyết/)
})

test('who is asked for an update is led to it at the next sign-in and files nothing before it is made [S1-10.3b]', async () => {
  const id = await idOf('congdan')
  const admin = await signedIn('quantri')
  assert.equal((await admin.post(`/quan-tri/tai-khoan/${id}`, { viec: 'require-update' })).status, 303)
  const filing = await at.filing()
  saysNo(await at.api.call('congdan', 'POST', '/dossiers', filing), { status: 409, refusal: 'update-needed' }, 'filing')
  const one = visitor(house.base)
  const entered = await one.signIn('congdan')
  assert.equal(entered.location, '/tai-khoan/thong-tin?ve=%2Fho-so')
  assert.match((await one.get(entered.location)).html, /cập nhật thông tin trước khi nộp/)
  assert.equal((await one.post(entered.location, { viec: 'dung' })).location, '/ho-so')
  await at.api.expect(201, 'congdan', 'POST', '/dossiers', filing)
})

/** Opens an account with whoever stands there; answers the page. */
async function opens(who: string, fields: Record<string, string>) {
  const officer = await signedIn(who)
  const { html } = await officer.get('/viec/tai-khoan')
  const csrf = /name="csrf" value="([^"]*)"/.exec(html)![1]!
  return officer.postBare('/viec/tai-khoan', Object.entries({ csrf, ...fields }))
}
const personFields = (name: string, number: string) => ({
  'applicant.kind': 'person',
  'applicant.displayName': name,
  'applicant.identityNumber': number,
})
const opened = (username: string) =>
  house.house.db
    .selectFrom('accounts.account')
    .select(['id', 'route', 'origin', 'created_by', 'assurance', 'state'])
    .where('username', '=', username)
    .executeTakeFirstOrThrow()
const usernameOn = (html: string) => /<code>((?:cd|tc)\d{8})<\/code>/.exec(html)?.[1] ?? ''

test('the one-stop section and a notary look an unknown customer up, and open the account with them; officer and holder are both kept [S0-9a] [S0-10a] [S0-19.3]', async () => {
  for (const [who, name, number] of [
    ['tiepnhan', 'Võ Văn Lực', '046075000321'],
    ['congchung', 'Đoàn Thị Sen', '046180000654'],
  ] as const) {
    const unknown = await opens(who, { tra: '1', 'applicant.identityNumber': number })
    assert.match(unknown.html, /Chưa có tài khoản\. Điền thông tin/)
    const made = await opens(who, personFields(name, number))
    const account = await opened(usernameOn(made.html))
    assert.partialDeepStrictEqual(account, { route: 'counter', created_by: await idOf(who), assurance: 'counter' })
    const entry = await house.house.db
      .selectFrom('audit.entry')
      .select(['actor'])
      .where('stream', '=', `account:${account.id}`)
      .where('act', '=', 'create-at-counter')
      .executeTakeFirstOrThrow()
    assert.equal(entry.actor, await idOf(who))
    const known = await opens(who, { tra: '1', 'applicant.identityNumber': number })
    assert.match(known.html, /Đã có tài khoản/)
    assert.ok(known.html.includes(maskName(name)) && !known.html.includes(name), 'as much as is needed to compare')
    const guessed = await opens(who, personFields('Nguyễn Văn Bịa', number))
    assert.match(guessed.html, /Đã có tài khoản/)
    for (const said of [name, usernameOn(made.html)]) assert.ok(!guessed.html.includes(said), 'an invented name')
    const looked = house.house.db
      .selectFrom('audit.entry')
      .select('actor')
      .where('stream', '=', `account:${account.id}`)
    assert.deepEqual(
      (await looked.where('act', '=', 'look-up-at-counter').execute()).map(({ actor }) => actor),
      [await idOf(who), await idOf(who)],
      'by the button, and by opening what is open',
    )
  }
  const busy = { subject: `account-look-up:${await idOf('tiepnhan')}`, hits: lookUpsAnHour }
  await house.house.db
    .updateTable('ground.throttle')
    .set({ hits: busy.hits })
    .where('subject', '=', busy.subject)
    .execute()
  for (const fields of [{ tra: '1' }, personFields('Nguyễn Văn Bịa', '046075000321')]) {
    const many = await opens('tiepnhan', { 'applicant.identityNumber': '046075000321', ...fields })
    assert.match(many.html, /quá nhiều/)
    assert.ok(!many.html.includes('Đã có tài khoản'))
  }
  await house.house.db.deleteFrom('ground.throttle').where('subject', '=', busy.subject).execute()
  assert.equal((await signedIn('chuyenviensoyte').then((one) => one.get('/viec/tai-khoan'))).status, 404)
})

test('an enterprise has its account with its certificate, at the department, or online [S0-15.2]', async () => {
  const firm = (name: string, number: string) => ({
    'applicant.kind': 'organisation',
    'applicant.displayName': name,
    'applicant.identityNumber': number,
    'applicant.representative': 'Đỗ Thị Hạnh',
  })
  const certificate = await opens('sotaichinh', {
    ...firm('Công ty TNHH Lúa Vàng', '0100109106'),
    route: 'certificate',
    certificate: '0100109106, ngày 2/3/2026',
  })
  assert.equal((await opened(usernameOn(certificate.html))).route, 'certificate')
  const department = await opens('sotaichinh', { ...firm('Công ty TNHH Gió Biển', '0300588569'), route: 'counter' })
  assert.equal((await opened(usernameOn(department.html))).route, 'counter')
  const online = { kind: 'organisation', identityNumber: '0301442989', representative: 'Lê Văn Tám' }
  const registered = { ...newcomer, ...online, username: 'nangmai', displayName: 'Công ty Nắng Mai' }
  saysNo(
    await at.api.call(null, 'POST', '/accounts', { ...registered, representative: '' }),
    { status: 422, refusal: 'representative-needed' },
    'without a representative [S1-17.2b]',
  )
  await at.api.expect(201, null, 'POST', '/accounts', registered)
  assert.equal((await opened('nangmai')).route, 'registration')
})

test('an account began at the national, a ministry’s or the provincial portal, and says which [S4-1a]', async () => {
  const { db } = house.house
  const origins = await db.selectFrom('accounts.account').select(['origin', 'display_name']).execute()
  const of = (name: string) => origins.find((one) => one.display_name === name)?.origin
  assert.deepEqual([of('Lê Văn Bình An'), of('Hồ Thị Mai Lan')], ['national', 'provincial'])
  await assert.rejects(
    db.updateTable('accounts.account').set({ origin: 'elsewhere' }).where('username', '=', 'mai.lan').execute(),
    /an_account_began_at_one_of_three_portals/,
  )
})

test('each officer has one account: a second one for the same person is refused [S3A-2.7]', async () => {
  const admin = await signedIn('quantri')
  const officer = { name: 'Kiều Văn Hải', identityNumber: '046080001234', username: 'kieuhai' }
  assert.match((await admin.post('/quan-tri/can-bo-moi', officer)).html, /Mật khẩu dùng một lần/)
  const again = await admin.post('/quan-tri/can-bo-moi', { ...officer, username: 'kieuhai2' })
  assert.match(again.html, /đã có tài khoản\. Mỗi cán bộ dùng một tài khoản/)
  const { count } = await house.house.db
    .selectFrom('accounts.account')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('display_name', '=', officer.name)
    .executeTakeFirstOrThrow()
  assert.equal(Number(count), 1)
})

test('an agency asks for a lock, a merge or a correction, and whoever runs the accounts does it or says why not [S1-22.3a]', async () => {
  const agency = await signedIn('tiepnhan')
  const page = '/viec/de-nghi-tai-khoan'
  const username = usernameOn((await opens('tiepnhan', personFields('Võ Thị Trùng', '046180000777'))).html)
  const ask = (fields: Record<string, string>) =>
    agency.post(page, {
      kind: '',
      username,
      other: '',
      field: '',
      value: '',
      reason: 'Theo đề nghị của chủ hộ',
      ...fields,
    })
  assert.match((await ask({ kind: 'merge' })).html, /ghi đúng tài khoản được giữ lại/)
  assert.match((await ask({ kind: 'correction', field: 'address' })).html, /ghi nội dung đúng/)
  for (const fields of [
    { kind: 'correction', field: 'address', value: 'Thôn Nam, xã An Bình' },
    { kind: 'lock' },
    { kind: 'merge', other: 'mai.lan' },
  ] as Record<string, string>[])
    assert.equal((await ask(fields)).location, `${page}?xong=1`, fields['kind'])

  const operator = await signedIn('quantri')
  const desk = '/quan-tri/de-nghi-tai-khoan'
  assert.equal((await agency.get(desk)).status, 404)
  const answers = [true, true, false]
  for (const does of answers) {
    const { html } = await operator.get(desk)
    const id = /name="de-nghi" value="([^"]+)"/.exec(html)![1]!
    const csrf = /name="csrf" value="([^"]*)"/.exec(html)![1]!
    const said = does ? 'Đã đối chiếu giấy tờ' : 'Hai tài khoản của hai người khác nhau'
    const fields = { csrf, 'de-nghi': id, viec: does ? 'lam' : 'khong', [`answer-${id}`]: said }
    assert.equal((await operator.postBare(desk, Object.entries(fields))).location, `${desk}?xong=1`)
  }
  assert.equal((await opened(username)).state, 'locked')
  const told = (await agency.get(page)).html
  assert.match(told, /Hai tài khoản của hai người khác nhau[\s\S]*Đã đối chiếu giấy tờ/)
  const id = (await opened(username)).id
  const { vault, db } = house.house
  const { profile_sealed: sealed } = await db
    .selectFrom('accounts.account')
    .select('profile_sealed')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  assert.partialDeepStrictEqual(vault.openJson(sealed!, `accounts.profile:${id}`), { address: 'Thôn Nam, xã An Bình' })
})

test('a merge brings all that one account holds to the other, leads there whoever comes to the old one, and of two that cross only one is done', async () => {
  const { db, vault, atDesk } = house.house
  const numbers = { old: '046180000811', kept: '046180000812' }
  const names = new Map<string, { id: string; username: string; password: string }>()
  for (const [which, number] of Object.entries(numbers)) {
    const page = (await opens('tiepnhan', personFields('Võ Thị Hai Lần', number))).html
    const username = usernameOn(page)
    const password = /<code>([A-Z]{3}-[a-z]{4}-\d{5})<\/code>/.exec(page)![1]!
    names.set(which, { id: (await opened(username)).id, username, password })
  }
  const [old, kept] = [names.get('old')!, names.get('kept')!]
  const applicant = { kind: 'person', displayName: 'Võ Thị Hai Lần', identityNumber: numbers.old }
  // Others were signed out centrally before: everybody signs in anew.
  const anew = reacher(house.base)
  const begun = await anew.draft({ filer: 'tiepnhan', channel: 'counter', applicant })
  await anew.bring({ ...begun, state: 'draft' }, 'submitted', 'tiepnhan')
  for (const { id } of [old, kept]) {
    const record = newId(new Date())
    const row = { id: record, code: `CD${id.slice(-10)}`, account: id, kind: 'person', created_at: new Date() }
    await db.insertInto('records.record').values(row).execute()
    const item = { id: newId(new Date()), record, kind: 'result', title: 'Giấy', source: 'counter', origin: begun.id }
    const kind = id === old.id ? 'result' : 'component'
    const more = { legal_status: 'created', delivered_at: new Date(), kind }
    await db
      .insertInto('records.item')
      .values({ ...item, ...more })
      .execute()
  }
  const agent = await idOf('congdan')
  const standsFor = { id: newId(new Date()), kind: 'authorised', agent, beneficiary: old.id, decided_by: old.id }
  const since = { asked_at: new Date(), decided_at: new Date(), confirmed: true, valid_from: '2026-01-01' }
  await db
    .insertInto('accounts.representation')
    .values({ ...standsFor, ...since })
    .execute()
  const actor = { id: old.id, kind: 'person', name: '', posts: [] } as never
  const consent = { recipient: 'Ngân hàng A', purpose: 'Vay vốn', parts: ['form' as const], validTo: '2026-12-31' }
  assert.ok((await atDesk(actor, (desk) => giveConsent(desk, consent))).ok)

  const officer = (id: string) => ({ id, kind: 'officer' as const, name: '' })
  const [asker, operator] = [await idOf('tiepnhan'), await idOf('quantri')]
  const ask = async (account: string, other: string) => {
    const body = { kind: 'merge' as const, username: account, other, reason: 'Hai tài khoản của một người', unit: 'Xã' }
    const made = await atDesk(officer(asker), (desk) => askAboutAccount(desk, body))
    assert.ok(made.ok)
    return made.value.id
  }
  const answer = (id: string) =>
    atDesk(officer(operator), (desk) => answerRequest(desk, id, { done: true, answer: 'Đã đối chiếu giấy tờ' }))
  const unfit = await answer(await ask(old.username, 'mai.lan'))
  assert.deepEqual(
    [unfit.ok, !unfit.ok && unfit.refusal],
    [false, 'merge-target-unfit'],
    'into an account nobody proved',
  )
  const differs = await answer(await ask(old.username, 'congdan'))
  assert.equal(!differs.ok && differs.refusal, 'merge-names-differ', 'two names are two persons')
  const crossing = [await ask(old.username, kept.username), await ask(kept.username, old.username)]
  const [forth, back] = await Promise.all(crossing.map(answer))
  const [first, second] = forth!.ok ? [old, kept] : [kept, old]
  assert.deepEqual([forth!.ok, back!.ok].toSorted(), [false, true])
  const no = forth!.ok ? back! : forth!
  assert.equal(!no.ok && no.refusal, 'merge-target-unfit')
  const into = second.id

  const view = await db.selectFrom('dossiers.dossier').select('applicant').where('id', '=', begun.id).execute()
  assert.deepEqual(view, [{ applicant: into }])
  const items = await db
    .selectFrom('records.item as i')
    .innerJoin('records.record as r', 'r.id', 'i.record')
    .select('r.account')
    .where('i.origin', '=', begun.id)
    .execute()
  assert.ok(items.length === 2 && items.every(({ account }) => account === into), 'papers of the record')
  assert.deepEqual((await representedBy(db, agent, day('2026-03-02'), standsFor.id))[0]?.beneficiary, into)
  const consents = await db
    .selectFrom('disclosures.consent')
    .select('account')
    .where('account', 'in', [old.id, kept.id])
  assert.deepEqual(await consents.execute(), [{ account: into }])
  assert.ok(
    (await messagesOf(db, vault, into)).length > 0,
    'what was written to the old account is read in the kept one',
  )
  for (const number of Object.values(numbers))
    assert.equal((await accountByIdentity(db, vault, 'person', number))?.id, into, number)
  const filing = await anew.filing({ filer: 'tiepnhan', channel: 'counter', applicant })
  const typed = { ...applicant, displayName: 'Người Khác Hẳn', identityNumber: forth!.ok ? numbers.old : numbers.kept }
  const strange = await anew.api.call('tiepnhan', 'POST', '/dossiers', { ...filing, applicant: typed })
  saysNo(strange, { status: 409, refusal: 'number-of-merged' }, 'the number of a merged account under another name')
  const led = await at.api.call(null, 'POST', '/sessions', { username: first.username, password: first.password })
  saysNo(led, { status: 409, refusal: 'account-merged' }, 'the old name')
  assert.match(led.body.detail, new RegExp(second.username))
  await at.api.expect(201, null, 'POST', '/sessions', { username: second.username, password: second.password })
  const said = await db
    .selectFrom('audit.entry')
    .select('act')
    .where('stream', '=', `account:${into}`)
    .where('actor', '=', operator)
    .execute()
  for (const act of ['merge-account', 'move-dossiers', 'move-record'])
    assert.ok(
      said.some((one) => one.act === act),
      act,
    )
})

/** The training province with one setting of its own. */
async function chosen(key: string, value: unknown) {
  const from = day('2025-07-01')
  const own = { key, value, source: 'Quyết định thử 7/QĐ', confidence: 'read', from }
  const policy = { preset: 'demo-2026', overrides: [own] } as unknown as ProvincePolicy
  await choosePolicy(house.house.db, policy, from, 'Quyết định thử', house.house.clock.now())
}

test('the page of account rules names its source, and each value as the province set it [S2-6.4b]', async () => {
  await chosen('login.max-failures', 3)
  const { html } = await visitor(house.base).get('/quy-dinh-tai-khoan')
  assert.match(html, /Điều 11 và Điều 13 Quyết định 31\/2021\/QĐ-TTg/)
  assert.match(html, /Số lần sai mật khẩu[\s\S]{0,200}?>3<[\s\S]{0,200}?Quyết định thử 7\/QĐ/)
})

test('a password older than the province set is reminded of, on the first page one sees, until it is changed [S2-24.2b]', async () => {
  await chosen('password.remind-days', 30)
  const one = await signedIn('congdan')
  assert.doesNotMatch((await one.get('/ho-so')).html, /dùng mật khẩu này khá lâu/)
  const old = new Date('2026-01-30T00:00:00Z')
  await house.house.db
    .updateTable('accounts.account')
    .set({ password_at: old })
    .where('username', '=', 'congdan')
    .execute()
  for (const path of ['/ho-so', '/tai-khoan']) assert.match((await one.get(path)).html, /dùng mật khẩu này khá lâu/)
  const changed = { current: 'Demo@12345', next: 'Moi@123456' }
  assert.equal((await one.post('/tai-khoan/mat-khau', changed)).status, 303)
  assert.doesNotMatch((await one.get('/ho-so')).html, /dùng mật khẩu này khá lâu/)
  await one.post('/tai-khoan/mat-khau', { current: 'Moi@123456', next: 'Demo@12345' })
})

test('where the province says so, registering leads to the national portal, and its own form takes nobody [S2-12B.2]', async () => {
  const guest = visitor(house.base)
  assert.equal((await guest.get('/dang-ky')).status, 200, 'while both are open')
  await chosen('accounts.entrance', 'national')
  const led = await guest.get('/dang-ky')
  assert.equal(led.location, `${house.base}/mo-phong/dvcqg/dang-ky`)
  const there = await guest.get(new URL(led.location).pathname)
  assert.match(there.html, /Đăng ký tài khoản – Cổng Dịch vụ công quốc gia \(mô phỏng\)/)
  assert.match(there.html, new RegExp(`href="${house.base}/dang-nhap/dvcqg"`))
  const other = { ...newcomer, username: 'nguoi.khac', identityNumber: '046190004999' }
  saysNo(await at.api.call(null, 'POST', '/accounts', other), { status: 409, refusal: 'register-nationally' }, 'API')
})

test('a centre of the province, a commune’s counter and a department each open an account for whoever files in person [S1-10.4]', async () => {
  const { db } = house.house
  const department = await db
    .selectFrom('organisations.unit')
    .select('id')
    .where('kind', '=', 'department')
    .executeTakeFirstOrThrow()
  await db
    .updateTable('organisations.post')
    .set({ unit: department.id })
    .where('account', '=', await idOf('tiepnhan2'))
    .execute()
  const places = [
    ['tiepnhantinh', 'Ngô Thị Ba', '046180000901'],
    ['tiepnhan', 'Ngô Thị Tư', '046180000902'],
    ['tiepnhan2', 'Ngô Thị Năm', '046180000903'],
  ] as const
  for (const [who, displayName, identityNumber] of places) {
    const officer = await signedIn(who)
    const page = (await officer.get('/viec/tiep-nhan-truc-tiep/1.001193')).html
    assert.match(page, /chưa có thì hệ thống mở tài khoản mới/, who)
    const applicant = { kind: 'person', displayName, identityNumber }
    const filing = await at.filing({ filer: who, channel: 'counter', applicant })
    const { account } = await at.api.expect(201, who, 'POST', '/dossiers', filing)
    assert.match(account.username, /^cd\d{8}$/, who)
    assert.equal((await opened(account.username)).created_by, await idOf(who))
  }
})

test('filing asks for the second step at the level the province set, and for nobody below it [S4-2]', async () => {
  const filing = await at.filing({ filer: 'mai.lan' })
  await chosen('login.second-factor', 'staff')
  await at.api.expect(201, 'mai.lan', 'POST', '/dossiers', filing)
  await chosen('login.second-factor', 'everyone')
  saysNo(
    await at.api.call('mai.lan', 'POST', '/dossiers', filing),
    { status: 409, refusal: 'second-factor-needed' },
    'API',
  )
  const one = await signedIn('mai.lan')
  assert.match((await one.get('/thu-tuc/1.001193/nop')).location, /^\/tai-khoan\/buoc-hai/)
  await house.house.db.updateTable('accounts.session').set({ two_factors: true }).execute()
  await at.api.expect(201, 'mai.lan', 'POST', '/dossiers', filing)
  await chosen('login.second-factor', 'off')
})
