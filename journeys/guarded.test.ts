import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { release, releaseBody } from '../src/disclosures/index.ts'
import { dossierFor } from '../src/dossiers/index.ts'
import { day } from '../src/ground/day.ts'
import { type Officer, withPosts } from '../src/organisations/index.ts'
import { loadProcedure, readProcedureFolder } from '../src/procedures/index.ts'
import { reportsTogether } from '../src/web/public/violation.tsx'
import { cookieRules, sessionCookie } from '../src/web/visit.ts'
import { jobs, openTestHouse, reacher, type Reacher, type TestHouse } from './reach.ts'
import { saysNo } from './refusal.ts'
import { type Visitor, visitor } from './visitor.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

const root = join(import.meta.dirname, '..')

async function signedIn(username: string): Promise<Visitor> {
  const one = visitor(house.base)
  await one.signIn(username)
  return one
}
const csrfOf = async (one: Visitor, path: string) => /name="csrf" value="([^"]+)"/.exec((await one.get(path)).html)![1]!
const db = () => house.house.db
const watch = () => jobs(house.house)['watch-audit']()
const alertsOf = (rule: string) =>
  db().selectFrom('safety.alert').selectAll().where('rule', '=', rule).orderBy('raised_at').execute()
const messagesOf = async (who: string) =>
  (await at.api.expect(200, who, 'GET', '/messages')).items.map((one: { subject: string }) => one.subject)

const accountOf = async (username: string) =>
  (await db().selectFrom('accounts.account').select('id').where('username', '=', username).executeTakeFirstOrThrow()).id
const endContacts = () =>
  db().updateTable('safety.contact').set({ ended_at: house.house.clock.now() }).where('ended_at', 'is', null).execute()

test('an alert reaches the recorded contacts of both units, once for all of it; before there are any, the administrators [S1-19.2]', async () => {
  const { id } = await at.dossierIn('submitted')
  const attack = async (who: string, times: number) => {
    for (let n = 0; n < times; n++) await at.api.call(who, 'GET', `/dossiers/${id}`)
  }
  await attack('doanhnghiep', 4)
  await watch()
  assert.equal((await alertsOf('outside-reach')).length, 0, 'four are no attack')
  await attack('doanhnghiep', 1)
  await watch()
  assert.equal((await alertsOf('outside-reach')).length, 1)
  const subject = 'Cảnh báo an toàn thông tin: Nhiều lần tìm cách xem hồ sơ ngoài phạm vi'
  assert.deepEqual(await messagesOf('quantri'), [subject])

  const administrator = await signedIn('quantri')
  const contacts = '/quan-tri/an-toan/dau-moi'
  const csrf = await csrfOf(administrator, contacts)
  for (const [duty, username] of [
    ['operator', 'vanthu'],
    ['it-centre', 'soho'],
  ] as const) {
    const named = await administrator.postBare(contacts, Object.entries({ csrf, duty, username }))
    assert.deepEqual([named.status, named.location], [303, `${contacts}?da-luu=1`])
  }
  const twice = await administrator.postBare(contacts, Object.entries({ csrf, duty: 'operator', username: 'vanthu' }))
  assert.ok(twice.status === 422 && twice.html.includes('đã là đầu mối'))
  const nobody = await administrator.postBare(
    contacts,
    Object.entries({ csrf, duty: 'operator', username: 'khong.co' }),
  )
  assert.ok(nobody.status === 422 && nobody.html.includes('Không có cán bộ nào đang giữ vị trí với tên đăng nhập này'))
  await attack('sotaichinh', 6)
  await watch()
  await watch()
  await attack('sotaichinh', 6)
  await watch()
  for (const who of ['vanthu', 'soho']) assert.deepEqual(await messagesOf(who), [subject], who)
  assert.deepEqual(await messagesOf('quantri'), [subject], 'where contacts stand, nobody else is told')
  const [, second] = await alertsOf('outside-reach')
  assert.equal(second!.entries, 12, 'more of the same is counted in the alert that is open')
})

test('a simulated attack stands in the view of whoever watches, with its entries, until it is closed with a conclusion [S2-13.1]', async () => {
  for (let n = 0; n < 20; n++)
    await fetch(`${house.base}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'lanhdao', password: `doan ${n}` }),
    })
  // Guesses that were shut out before they were judged leave no failed sign-in; these were made from everywhere.
  const { id: leader } = await db()
    .selectFrom('accounts.account')
    .select('id')
    .where('username', '=', 'lanhdao')
    .executeTakeFirstOrThrow()
  const now = house.house.clock.now()
  for (let n = 0; n < 20; n++)
    await sql`select audit.append(${`account:${leader}`}, ${now}, ${now}, null, 'sign-in-failed', null, '{"from": "203.0.113.9"}')`.execute(
      db(),
    )
  await watch()
  const found = (await alertsOf('guessed-sign-ins')).find(({ subject }) => subject === '203.0.113.9')!
  assert.ok(found)
  const administrator = await signedIn('quantri')
  const view = await administrator.get('/quan-tri/an-toan')
  assert.ok(view.html.includes('Dò mật khẩu từ một địa chỉ mạng') && view.html.includes('203.0.113.9'))
  const here = `/quan-tri/an-toan/canh-bao/${found.id}`
  const shown = await administrator.get(here)
  assert.equal(shown.html.match(/Đăng nhập không được/g)?.length, 20)
  const auditor = await signedIn('thanhtra')
  assert.equal((await auditor.get(here)).html.includes('Chưa có kết luận'), true)
  assert.equal((await (await signedIn('chuyenvien')).get('/quan-tri/an-toan')).status, 404)
  const csrf = await csrfOf(auditor, '/tai-khoan')
  const tried = await auditor.postBare(here, Object.entries({ csrf, conclusion: 'Tôi tự đóng' }))
  assert.equal(tried.status, 422, 'who watches over the house changes nothing')
  await administrator.post(here, { conclusion: 'Đã chặn địa chỉ ở tường lửa.' })
  assert.ok((await auditor.get(here)).html.includes('Đã chặn địa chỉ ở tường lửa.'))
  await watch()
  assert.equal((await alertsOf('guessed-sign-ins')).filter(({ subject }) => subject === '203.0.113.9').length, 1)
  assert.ok(!(await auditor.get('/quan-tri/an-toan')).html.includes('203.0.113.9'), 'it is no longer open')
  assert.ok((await auditor.get('/quan-tri/an-toan?da-ket-luan=1')).html.includes('203.0.113.9'))
})

test('an alert about whoever closes alerts is told to others, and somebody else closes it', async () => {
  const { id, dossier } = { id: await accountOf('quantri'), dossier: (await at.dossierIn('submitted')).id }
  await endContacts()
  const told = async (who: string) => (await messagesOf(who)).length
  const [own, other] = [await told('quantri'), await told('quantrivanphong')]
  for (let n = 0; n < 5; n++) await at.api.call('quantri', 'GET', `/dossiers/${dossier}`)
  await watch()
  assert.deepEqual([await told('quantri'), await told('quantrivanphong')], [own, other + 1])
  const found = (await alertsOf('outside-reach')).find(({ subject }) => subject === id)!
  const close = async (who: string) => {
    const one = await signedIn(who)
    const csrf = await csrfOf(one, '/tai-khoan')
    const here = `/quan-tri/an-toan/canh-bao/${found.id}`
    return one.postBare(here, Object.entries({ csrf, conclusion: 'Không có gì.' }))
  }
  const no = await close('quantri')
  assert.ok(no.status === 422 && no.html.includes('liên quan đến tài khoản của bạn'))
  assert.equal((await close('quantrivanphong')).status, 303)
})

test('a contact who holds no post any more hears of nothing, and the administrators hear again', async () => {
  await endContacts()
  const administrator = await signedIn('quantri')
  const csrf = await csrfOf(administrator, '/quan-tri/an-toan/dau-moi')
  const named = { csrf, duty: 'operator', username: 'soho' }
  await administrator.postBare('/quan-tri/an-toan/dau-moi', Object.entries(named))
  const ending = (day: string | null) =>
    sql`update organisations.post set valid_to = ${day} where account = (select id from accounts.account where username = 'soho')`.execute(
      db(),
    )
  const [contact, other] = [(await messagesOf('soho')).length, (await messagesOf('quantri')).length]
  await ending('2026-03-01')
  const somebody = visitor(house.base)
  await somebody.post('/bao-vi-pham', { kind: 'other', about: '', told: 'Có người lạ dùng máy ở quầy.' })
  await watch()
  await ending(null)
  assert.deepEqual([(await messagesOf('soho')).length, (await messagesOf('quantri')).length], [contact, other + 1])
  await endContacts()
})

test('a reported violation makes a case with the log extract it is about; its hash stands in the audit [S2-4]', async () => {
  const { id } = await at.dossierIn('accepted')
  const { code } = await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}`)
  const somebody = visitor(house.base)
  const page = await somebody.get('/bao-vi-pham')
  for (const law of [
    'Điều 12 Luật Công nghệ thông tin',
    'Điều 7 Luật An toàn thông tin mạng',
    'Điều 8 Luật An ninh mạng',
  ])
    assert.ok(page.html.includes(law), law)
  const told = 'Tôi thấy người khác đọc được hồ sơ này trên mạng xã hội.'
  const sent = await somebody.post('/bao-vi-pham', { kind: 'data-leak', about: code.toLowerCase(), told })
  const number = /VP-2026-\d{5}/.exec(sent.html)?.[0]
  assert.ok(sent.status === 200 && number)
  const row = await db().selectFrom('safety.case').selectAll().where('number', '=', number).executeTakeFirstOrThrow()
  assert.equal(row.stream, `dossier:${id}`)
  assert.ok(!row.told_sealed.includes(told.slice(0, 20)))
  const administrator = await signedIn('quantri')
  const shown = await administrator.get(`/quan-tri/an-toan/vu-viec/${row.id}`)
  assert.ok(shown.html.includes(told) && shown.html.includes('Lộ, lấy hoặc sửa thông tin trái phép'))
  const file = `/quan-tri/an-toan/vu-viec/${row.id}/trich-xuat`
  assert.ok(
    !shown.html.includes(file) && (await administrator.get(file)).status === 404,
    'who runs the system reads no log',
  )
  const auditor = await signedIn('thanhtra')
  assert.ok((await auditor.get(`/quan-tri/an-toan/vu-viec/${row.id}`)).html.includes(file))
  const extract = await auditor.get(file)
  const { entries } = JSON.parse(extract.html) as { entries: { act: string; stream: string; hash: string }[] }
  assert.ok(entries.length >= 4 && entries.every(({ stream, hash }) => stream === row.stream && hash.length === 64))
  assert.ok(entries.some(({ act }) => act === 'accept'))
  const { details } = await db()
    .selectFrom('audit.entry')
    .select('details')
    .where('subject', '=', row.id)
    .where('act', '=', 'report-violation')
    .executeTakeFirstOrThrow()
  const sha256 = createHash('sha256').update(extract.html).digest('hex')
  assert.equal((details as { sha256: string }).sha256, sha256)
  const taken = await db().selectFrom('audit.entry').select(['act', 'actor']).where('subject', '=', row.id).execute()
  assert.ok(taken.some(({ act, actor }) => act === 'export-audit' && actor !== null))
})

test('a report that names nothing takes no entries of the system with it, and one about its reader stays hidden from them', async () => {
  const somebody = visitor(house.base)
  const report = async (about: string) => {
    const told = 'Có trang giả mạo cổng của tỉnh, đường dẫn gửi qua tin nhắn.'
    const { html } = await somebody.post('/bao-vi-pham', { kind: 'imitation', about, told })
    const number = /VP-2026-\d{5}/.exec(html)![0]
    return db().selectFrom('safety.case').selectAll().where('number', '=', number).executeTakeFirstOrThrow()
  }
  const nothing = await report('')
  assert.deepEqual([nothing.stream, nothing.extract_sealed, nothing.entries], [null, null, 0])
  const auditor = await signedIn('thanhtra')
  const here = (id: string) => `/quan-tri/an-toan/vu-viec/${id}`
  assert.ok((await auditor.get(here(nothing.id))).html.includes('không nêu hồ sơ hay tài khoản nào'))
  assert.equal((await auditor.get(`${here(nothing.id)}/trich-xuat`)).status, 404)

  const about = await report('quantri')
  const administrator = await signedIn('quantri')
  assert.ok(!(await administrator.get('/quan-tri/an-toan/vu-viec')).html.includes(about.number))
  assert.equal((await administrator.get(here(about.id))).status, 404)
  assert.ok((await auditor.get('/quan-tri/an-toan/vu-viec')).html.includes(about.number))
})

test('a hundred reports from one network are throttled: a few are taken, the rest is told to wait [S4-7d]', async () => {
  house.moveTo('2026-03-02T10:30:00+07:00')
  const count = async () =>
    Number(
      (
        await db()
          .selectFrom('safety.case')
          .select((eb) => eb.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  const before = await count()
  const spammer = visitor(house.base)
  const fields = { kind: 'other', about: '', told: 'Mua hàng giá rẻ tại đây, bấm vào liên kết.' }
  const answers: number[] = []
  for (let n = 0; n < 100; n++) answers.push((await spammer.post('/bao-vi-pham', fields)).status)
  assert.equal(answers.filter((status) => status === 200).length, reportsTogether)
  assert.equal(answers.filter((status) => status === 429).length, 100 - reportsTogether)
  assert.equal((await count()) - before, reportsTogether)
  house.moveTo('2026-03-02T10:41:00+07:00')
  assert.equal((await spammer.post('/bao-vi-pham', fields)).status, 200, 'after ten minutes again')
})

/** A holder who agrees to share, and an agency leader who is asked to. */
const bank = 'Ngân hàng Chính sách xã hội tỉnh'
const loan = 'Xét cho vay vốn sản xuất'
const parts = (...some: string[]) => some.map((part) => ['parts', part] as [string, string])
async function tryRelease(leader: Visitor, id: string, more: Record<string, string>, some: string[]) {
  const path = `/viec/ho-so/${id}/cung-cap`
  const csrf = await csrfOf(leader, '/tai-khoan')
  return leader.postBare(path, [['csrf', csrf], ...Object.entries(more), ...parts(...some)])
}
const releases = (dossier: string) =>
  db().selectFrom('disclosures.release').selectAll().where('dossier', '=', dossier).execute()

test('sharing without consent is refused, with it allowed, beyond its scope refused, and every release is logged and shown to its holder [S0-19.8a] [S2-24.9]', async () => {
  const { id } = await at.dossierIn('assigned')
  const leader = await signedIn('lanhdao')
  const sharing = { kind: 'sharing', recipient: bank, purpose: loan, basis: '', documentNumber: '' }
  const without = await tryRelease(leader, id, sharing, ['result'])
  assert.ok(without.status === 422 && without.html.includes('chưa đồng ý cho nơi nhận này'))

  const holder = await signedIn('congdan')
  const csrf = await csrfOf(holder, '/tai-khoan/dong-y')
  const until = { 'validTo-day': '30', 'validTo-month': '06', 'validTo-year': '2026' }
  const agreed = { csrf, recipient: bank, purpose: loan, ...until }
  const unticked = await holder.postBare('/tai-khoan/dong-y', [...Object.entries(agreed), ...parts('result')])
  assert.equal(unticked.status, 422)
  const given = await holder.postBare('/tai-khoan/dong-y', [
    ...Object.entries({ ...agreed, agrees: 'true' }),
    ...parts('result', 'identity'),
  ])
  assert.equal(given.status, 303)
  const consent = await db().selectFrom('disclosures.consent').selectAll().executeTakeFirstOrThrow()
  assert.deepEqual(
    [consent.parts, consent.valid_to, consent.edition],
    [['result', 'identity'], '2026-06-30', '2026-01'],
  )
  assert.match(consent.words, /rút lại sự đồng ý này bất cứ lúc nào/)

  const beyond = await tryRelease(leader, id, sharing, ['result', 'papers'])
  assert.ok(beyond.status === 422 && beyond.html.includes('nằm ngoài phạm vi'))
  assert.equal((await releases(id)).length, 0)
  assert.equal((await tryRelease(leader, id, sharing, ['result'])).status, 303)
  const [released] = await releases(id)
  assert.deepEqual([released!.consent, released!.parts], [consent.id, ['result']])
  const entry = await db()
    .selectFrom('audit.entry')
    .select(['stream', 'actor'])
    .where('act', '=', 'release')
    .where('subject', '=', released!.id)
    .executeTakeFirstOrThrow()
  assert.deepEqual([entry.stream, entry.actor], [`dossier:${id}`, released!.released_by])
  const seen = (await holder.get(`/ho-so/${id}/ai-da-xem`)).html
  for (const said of [bank, loan, 'Nguyễn Hữu Phước', 'Cung cấp thông tin ra ngoài'])
    assert.ok(seen.includes(said), said)

  await holder.postBare('/tai-khoan/dong-y', [
    ['csrf', csrf],
    ['rut', consent.id],
  ])
  assert.equal((await tryRelease(leader, id, sharing, ['result'])).status, 422, 'withdrawn')
  assert.equal(
    (await tryRelease(await signedIn('chuyenvien'), id, sharing, ['result'])).status,
    404,
    'not theirs to give',
  )
})

test('who leads one agency and only looks at another gives nothing of the other out', async () => {
  const { id } = await at.dossierIn('assigned')
  const both = await officer('lanhdaosoyte', 'thanhtra')
  assert.ok(await dossierFor({ db: db(), vault: house.house.vault, reader: both, now: house.house.clock.now() }, id))
  const asked = {
    ...{ kind: 'authority', recipient: 'Công an tỉnh', purpose: 'Xác minh', parts: ['form'] },
    ...{ basis: 'Điều 88 Bộ luật Tố tụng hình sự', documentNumber: '15/CV', documentDate: '2026-02-27' },
  }
  const given = await house.house.atDesk(both, (desk) => release(desk, id, releaseBody.parse(asked)))
  assert.equal(!given.ok && given.refusal, 'not-found')
  assert.equal((await releases(id)).length, 0)
})

/** The first of these, with the posts of all of them. */
async function officer(...usernames: string[]): Promise<Officer> {
  const posts = await Promise.all(
    usernames.map(async (one) =>
      withPosts(db(), { id: await accountOf(one), kind: 'officer', name: one }, day('2026-03-02')),
    ),
  )
  return { ...posts[0]!, posts: posts.flatMap((one) => one.posts) }
}

test('a supply to an authority needs number and day of its request and the legal basis; without them nothing is saved, not even past the act [S1-20.1b] [S2-18.5] [S0-19.8b]', async () => {
  const { id } = await at.dossierIn('assigned')
  const leader = await signedIn('lanhdao')
  const whole = {
    kind: 'authority',
    recipient: 'Cơ quan Cảnh sát điều tra Công an tỉnh',
    purpose: 'Xác minh tin báo tội phạm',
    basis: 'Điều 88 Bộ luật Tố tụng hình sự năm 2015',
    documentNumber: '15/CV-CSĐT',
    'documentDate-day': '27',
    'documentDate-month': '02',
    'documentDate-year': '2026',
  }
  for (const lacking of ['basis', 'documentNumber', 'purpose'] as const) {
    const no = await tryRelease(leader, id, { ...whole, [lacking]: '' }, ['form'])
    assert.equal(no.status, 422, lacking)
  }
  const undated = { ...whole, 'documentDate-day': '', 'documentDate-month': '', 'documentDate-year': '' }
  assert.equal((await tryRelease(leader, id, undated, ['form'])).status, 422)
  assert.equal((await releases(id)).length, 0)
  assert.equal((await tryRelease(leader, id, whole, ['form'])).status, 303)
  const [released] = await releases(id)
  assert.deepEqual([released!.document_number, released!.document_date], ['15/CV-CSĐT', '2026-02-27'])
  for (const lost of [{ basis: null }, { document_number: null }, { purpose: ' ' }])
    await assert.rejects(
      db().updateTable('disclosures.release').set(lost).where('id', '=', released!.id).execute(),
      /an_authority_asks_by_a_document_under_a_law|a_release_says_to_whom_and_why/,
    )
  await assert.rejects(
    db().updateTable('disclosures.release').set({ kind: 'sharing' }).where('id', '=', released!.id).execute(),
    /sharing_stands_on_consent/,
  )
})

test('a paper of the record used again says for what and on what it stands; without a purpose the reuse is rejected [S2-3.4]', async () => {
  const first = await at.dossierIn('returned')
  const { items } = await at.api.expect(200, 'congdan', 'GET', '/records/mine/items')
  const [item] = items.filter(({ origin }: { origin: string }) => origin === first.id)
  const { components } = await at.procedureOf('1.001193')
  const needed = components.filter((one: any) => one.kind === 'submit' && one.required === true)
  const attachments = needed.map((one: any) => ({ component: one.id, recordItem: item.id }))
  const { id } = await at.dossierIn('submitted', { attachments })
  const used = await db().selectFrom('records.reuse').selectAll().where('dossier', '=', id).execute()
  assert.deepEqual(
    used.map(({ item: one, purpose, basis }) => [one, purpose, basis]),
    [[item.id, 'Thực hiện thủ tục Đăng ký khai sinh', 'own-filing']],
  )
  const again = { ...used[0]!, id: '0195a000-0000-7000-8000-000000000001' }
  for (const wrong of [{ purpose: '  ' }, { basis: 'vì muốn' }])
    await assert.rejects(
      db()
        .insertInto('records.reuse')
        .values({ ...again, ...wrong })
        .execute(),
      /a_reuse_has_a_(purpose|basis)/,
    )
})

const tested = { testedBy: 'Tổ thử nghiệm của tỉnh', testedOn: '2026-02-27', note: 'Đã đi thử.' }

/** The birth registration with one of its papers classed. */
async function classed(secrecy: 'confidential' | 'state-secret'): Promise<string> {
  const read = await readProcedureFolder(join(root, 'catalogue/1.001193'))
  assert.ok(read.ok)
  const changed = structuredClone(read.value) as { definition: { components: Record<string, unknown>[] } }
  const paper = changed.definition.components.find(({ kind, required }) => kind === 'submit' && required === true)!
  paper['secrecy'] = secrecy
  Object.assign(changed, { hash: createHash('sha256').update(secrecy).digest('hex') })
  await db()
    .transaction()
    .execute((tx) => loadProcedure(tx, changed as never, house.house.clock.now(), tested))
  return String(paper['id'])
}

test('a confidential paper is there for who works on the case, and invisible to an auditor, the chairman and other agencies [S1-17.1c]', async () => {
  const component = await classed('confidential')
  const { id } = await reacher(house.base).dossierIn('assigned')
  const { file } = await db()
    .selectFrom('dossiers.attachment')
    .select('file')
    .where('dossier', '=', id)
    .where('component', '=', component)
    .executeTakeFirstOrThrow()
  const { definition } = JSON.parse(
    JSON.stringify((await readProcedureFolder(join(root, 'catalogue/1.001193'))) as never),
  ).value
  const { name } = definition.components.find((one: { id: string }) => one.id === component)
  const sees = async (who: string) => {
    const { status, html } = await (await signedIn(who)).get(`/viec/ho-so/${id}/thanh-phan`)
    const opened = await at.api.call(who, 'GET', `/files/${file}/content`).catch(() => ({ status: 200 }))
    return [status === 200 && html.includes(name), opened.status === 200]
  }
  for (const who of ['tiepnhan', 'chuyenvien', 'lanhdao', 'truongphong'])
    assert.deepEqual(await sees(who), [true, true], who)
  for (const who of ['thanhtra', 'chutich', 'ykien', 'quantri']) assert.deepEqual(await sees(who), [false, false], who)
  assert.equal(
    (await (await signedIn('thanhtra')).get(`/viec/ho-so/${id}/thanh-phan`)).status,
    200,
    'the rest is there',
  )
  const owner = await signedIn('congdan')
  assert.equal((await owner.get(`/tep/${file}`)).status, 200)
})

test('who watches over a dossier without working on it sees identity numbers, telephones and mail masked [S0-6.1h]', async () => {
  const { id } = await at.dossierIn('assigned')
  const answers = async (who: string) => (await (await signedIn(who)).get(`/viec/ho-so/${id}`)).html
  const plain = ['046192004517', '0905123456', 'hoa.tran@example.vn']
  for (const who of ['tiepnhan', 'chuyenvien', 'lanhdao']) {
    const html = await answers(who)
    for (const one of plain) assert.ok(html.includes(one), `${who} works with ${one}`)
  }
  for (const who of ['thanhtra', 'chutich']) {
    const html = await answers(who)
    for (const one of plain) assert.ok(!html.includes(one), `${who} has no need of ${one}`)
    for (const one of ['046*****4517', '@example.vn', 'Nguyễn Trần Minh An'])
      assert.ok(html.includes(one), `${who} ${one}`)
  }
})

test('every paper that was sent in shows who sent it and when [S2-24.7]', async () => {
  const { id } = await at.dossierIn('submitted')
  const { html } = await (await signedIn('tiepnhan')).get(`/viec/ho-so/${id}/thanh-phan`)
  const { n } = await db()
    .selectFrom('dossiers.attachment')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('dossier', '=', id)
    .executeTakeFirstOrThrow()
  const shown = html.match(/Nguyễn Thị Thùy Dương gửi lúc \d\d:\d\d, thứ Hai 2\/3\/2026/g) ?? []
  assert.ok(Number(n) > 0 && shown.length === Number(n), `${shown.length} of ${String(n)}`)
})

test('papers entered after they came in bear both moments and the reason; the time runs from when they came in [S3A-3.1]', async () => {
  const draft = await at.draft({ channel: 'counter', filer: 'tiepnhan' })
  const submit = (body: object) =>
    at.api.call('tiepnhan', 'POST', `/dossiers/${draft.id}/acts/submit`, {
      version: draft.version,
      declaration: true,
      ...body,
    })
  const receivedAt = '2026-02-27T15:20:00+07:00'
  const entryReason = 'Mất điện cả buổi chiều thứ Sáu.'
  const no = (refusal: string) => ({ status: 409, refusal })
  saysNo(await submit({ receivedAt }), no('entry-reason-missing'), 'no reason')
  saysNo(await submit({ receivedAt: '2026-03-02T23:00:00+07:00', entryReason }), no('entry-time-wrong'), 'ahead')
  saysNo(await submit({ receivedAt: '2026-01-15T08:00:00+07:00', entryReason }), no('entry-time-wrong'), 'too long ago')
  assert.equal((await submit({ receivedAt, entryReason })).status, 200)
  const { items } = await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${draft.id}/history`)
  const line = items.find(({ event }: { event: string }) => event === 'submitted')
  assert.equal(new Date(line.at).getTime(), Date.parse(receivedAt))
  assert.ok(Date.parse(line.recordedAt) >= Date.parse('2026-03-02T09:00:00+07:00'))
  assert.equal(line.words.entryReason, entryReason)
  const entry = await db()
    .selectFrom('audit.entry')
    .select(['occurred_at as at', 'recorded_at as recorded'])
    .where('stream', '=', `dossier:${draft.id}`)
    .where('act', '=', 'submit')
    .executeTakeFirstOrThrow()
  assert.deepEqual([entry.at.getTime(), entry.recorded > entry.at], [Date.parse(receivedAt), true])
  const { html } = await (await signedIn('tiepnhan')).get(`/viec/ho-so/${draft.id}/nhat-ky`)
  for (const said of ['15:20', '27/2/2026', 'Nhập vào hệ thống lúc', entryReason]) assert.ok(html.includes(said), said)
  const online = await at.draft()
  const tried = { version: online.version, declaration: true, receivedAt, entryReason }
  saysNo(
    await at.api.call('congdan', 'POST', `/dossiers/${online.id}/acts/submit`, tried),
    no('entry-time-not-online'),
    'online',
  )
})

test('a filing marked as a state secret, and any paper of a kind that is one, is refused with what to do instead, and nothing of it is kept [S1-4.1] [S2-3.2]', async () => {
  const filing = await at.filing()
  const marked = await at.api.call('congdan', 'POST', '/dossiers', { ...filing, stateSecret: true })
  saysNo(marked, { status: 409, refusal: 'state-secret' }, 'the filing')
  assert.match(marked.body.detail, /liên hệ Bộ phận Một cửa/)

  const component = await classed('state-secret')
  const attachments = [{ component, file: (await at.api.upload('congdan', 'mat.pdf', await pdf())).id }]
  const attached = await at.api.call('congdan', 'POST', '/dossiers', { ...filing, attachments })
  saysNo(attached, { status: 409, refusal: 'state-secret' }, 'the paper')

  const begun = await at.api.expect(201, 'congdan', 'POST', '/dossiers', { ...filing, attachments: [] })
  const holder = await signedIn('congdan')
  const path = `/ho-so/${begun.id}/giay-to`
  const page = await holder.get(path)
  assert.ok(page.html.includes('Không nộp qua mạng') && !page.html.includes(`name="tep.${component}"`))
  const csrf = await csrfOf(holder, path)
  const files = async () =>
    Number(
      (
        await db()
          .selectFrom('documents.file')
          .select((eb) => eb.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  const kept = await files()
  const form = new FormData()
  form.set('csrf', csrf)
  form.set('mat', 'true')
  form.set(`tep.${component}`, new Blob([await pdf()]), 'mat.pdf')
  const cookie = [...holder.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const sent = await fetch(house.base + path, { method: 'POST', headers: { cookie }, body: form, redirect: 'manual' })
  assert.equal(sent.status, 422)
  assert.match(await sent.text(), /Tài liệu thuộc bí mật nhà nước không được nộp/)
  assert.equal(await files(), kept)
  form.delete('mat')
  const unmarked = await fetch(house.base + path, {
    method: 'POST',
    headers: { cookie },
    body: form,
    redirect: 'manual',
  })
  assert.match(await unmarked.text(), /Tài liệu thuộc bí mật nhà nước không được nộp/)
  assert.equal(await files(), kept)
})

const pdf = async () => {
  const { scannedPdf } = await import('./papers.ts')
  return scannedPdf('Giấy tờ')
}

test('the security baseline holds point by point: headers, cookies, doors, roles of the database, ciphers, closed folders, open formats [S2-18.3] [S1-19.1]', async () => {
  for (const path of ['/', '/thu-tuc', '/dang-nhap', '/tra-cuu', '/bao-vi-pham', '/khong-co']) {
    const { headers } = await fetch(house.base + path)
    const policy = headers.get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'none'/, path)
    assert.match(policy, /frame-ancestors 'none'/, path)
    assert.doesNotMatch(policy, /unsafe|\*|https?:/, path)
    assert.deepEqual(
      ['x-content-type-options', 'referrer-policy', 'cache-control', 'server', 'x-powered-by'].map((name) =>
        headers.get(name),
      ),
      ['nosniff', 'same-origin', 'no-store', null, null],
      path,
    )
  }
  const answer = await visitor(house.base).signIn('congdan')
  const [cookie = ''] = answer.headers.getSetCookie().filter((line) => line.startsWith('motcua='))
  assert.match(cookie, /HttpOnly/i)
  assert.match(cookie, /SameSite=Lax/i)
  const secure = { config: { url: 'https://motcua.example.vn' } } as never
  assert.deepEqual([sessionCookie(secure), cookieRules(secure).secure], ['__Host-motcua', true])

  for (const path of ['/dossiers', '/messages', '/records/mine/items', '/accounts/current/activity'])
    assert.equal((await at.api.call(null, 'GET', path)).status, 401, path)
  const document = await at.api.expect(200, null, 'GET', '/openapi.json')
  assert.match(document.openapi, /^3\.1/)
  const problem = await fetch(`${house.base}/api/v1/dossiers`)
  assert.match(problem.headers.get('content-type') ?? '', /^application\/problem\+json/)

  for (const statement of [
    'create table ground.mine (id int)',
    `update audit.entry set act = 'x'`,
    'drop table documents.file',
    `select audit.material(e), pg_read_file('/etc/passwd') from audit.entry e limit 1`,
  ])
    await assert.rejects(sql.raw(statement).execute(db()), /permission denied|must be owner/, statement)
  const accounts = await db().selectFrom('accounts.account').select(['password', 'identity_sealed as sealed']).execute()
  for (const { password, sealed } of accounts) {
    if (password) assert.match(password, /^\$argon2id\$v=19\$m=(19456|[2-9]\d{4,}),t=[2-9]/)
    // Format 1: AES-256-GCM under a data key wrapped by AES-256 key wrap (RFC 3394).
    if (sealed) assert.equal(sealed[0], 1)
  }
  const { data, keyFile } = house.house.config
  assert.deepEqual([statSync(data).mode & 0o77, statSync(keyFile).mode & 0o77], [0, 0])
})
