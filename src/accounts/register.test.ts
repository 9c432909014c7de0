import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse } from '../../journeys/reach.ts'
import { saysNo } from '../../journeys/refusal.ts'
import { visitor } from '../../journeys/visitor.ts'
import { accountForApplicant, applicantBody, register, registerBody, registrationsAnHour } from './acts/register.ts'
import type { Actor } from '../audit/index.ts'
import { accountByName } from './store.ts'
import { askRepresentation, changeData, representationsWaiting } from './index.ts'
import { scannedPdf } from '../../journeys/papers.ts'
import { day } from '../ground/day.ts'
import { newId } from '../ground/uuid.ts'
import { neighbour } from '../../journeys/walk.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

const person = {
  kind: 'person',
  username: 'van.moi',
  password: 'Mat-Khau-9',
  displayName: 'Trần Văn Mới',
  identityNumber: '046085007777',
  acceptTerms: true,
}
const business = {
  ...person,
  kind: 'organisation',
  username: 'songhuong',
  displayName: 'Công ty Sông Hương',
  identityNumber: '0100109106',
  representative: 'Lê Văn Tâm',
}

async function tokenOf(username: string, password: string): Promise<string> {
  const { body } = await at.api.call(null, 'POST', '/sessions', { username, password })
  return body.token
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

test('a person and a business each open an account by themselves and file with it [S1-2.2] [S2-2.2] [S2-6.3a]', async () => {
  const { agencies, form } = await at.procedureOf('1.001612')
  for (const one of [person, business]) {
    const made = await at.api.expect(201, null, 'POST', '/accounts', one)
    assert.equal(made.username, one.username)
    const token = await tokenOf(one.username, one.password)
    const filing = {
      procedure: '1.001612',
      agency: agencies[0].id,
      channel: 'online',
      form: form.example,
      attachments: [],
      returnBy: 'online',
    }
    const { id } = await at.api.expect(201, null, 'POST', '/dossiers', filing, bearer(token))
    const { applicant } = await at.api.expect(200, null, 'GET', `/dossiers/${id}`, undefined, bearer(token))
    assert.deepEqual(applicant, { kind: one.kind, name: one.displayName })
  }
  const birth = await at.procedureOf('1.001193')
  const refused = await at.api.call(
    null,
    'POST',
    '/dossiers',
    {
      procedure: '1.001193',
      agency: birth.agencies[0].id,
      channel: 'online',
      form: birth.form.example,
      attachments: [],
      returnBy: 'online',
    },
    bearer(await tokenOf(business.username, business.password)),
  )
  saysNo(refused, { status: 409, refusal: 'audience-closed' }, 'a business registers no birth')
})

test('one identity, one account: a second registration is refused and pointed to signing in [S1-10.2]', async () => {
  const again = await at.api.call(null, 'POST', '/accounts', {
    ...person,
    username: 'ten.khac',
    identityNumber: ' 046 085 007777 ',
  })
  saysNo(again, { status: 409, refusal: 'identity-has-account' }, 'the same number, written otherwise')
  assert.match(again.body.detail, /đăng nhập/)
  const known = await at.api.call(null, 'POST', '/accounts', {
    ...person,
    username: 'thuy.duong',
    identityNumber: '046192003517',
  })
  saysNo(known, { status: 409, refusal: 'identity-has-account' }, 'somebody else’s number')
})

test('a visitor is told only so often what is taken, and who is shut out shuts nobody else out at the address', async () => {
  const tries = (visitor: string, body: object) =>
    house.house.atDesk(null, (desk) =>
      register(desk, registerBody.parse({ ...person, ...body }), { address: '203.0.113.9', visitor }),
    )
  const vain = async (n: number) => {
    const tried = await tries('one', { username: `thu.${n}` })
    return tried.ok ? 'opened' : tried.refusal
  }
  const said: string[] = []
  for (let n = 0; n < 30; n += 1) said.push(await vain(n))
  const told = said.filter((one) => one === 'identity-has-account')
  assert.equal(told.length, 5)
  assert.deepEqual(new Set(said), new Set(['identity-has-account', 'too-many-requests']))
  const other = await tries('two', { username: 'nguoi.khac', identityNumber: '046085009991' })
  assert.ok(other.ok, 'another visitor at the same address')
})

test('two who register one identity at the same moment get one account between them', async () => {
  const both = await Promise.all(
    ['hai.mot', 'hai.hai'].map((username) =>
      at.api.call(null, 'POST', '/accounts', { ...person, username, identityNumber: '046085008888' }),
    ),
  )
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 409])
  const same = await Promise.all(
    ['046085008890', '046085008891'].map((identityNumber) =>
      at.api.call(null, 'POST', '/accounts', { ...person, username: 'cung.ten', identityNumber }),
    ),
  )
  assert.deepEqual(same.map(({ status }) => status).toSorted(), [201, 409])
})

test('the counter opens the account of whoever has none as it files for them, and finds it the next time [S0-8.1a2] [S0-15.1] [S0-21.2]', async () => {
  const filing = await at.filing({ filer: 'tiepnhan', channel: 'counter' })
  const first = await at.api.expect(201, 'tiepnhan', 'POST', '/dossiers', filing)
  assert.match(first.account.username, /^cd\d{8}$/)
  const second = await at.api.expect(201, 'tiepnhan', 'POST', '/dossiers', { ...filing, channel: 'post' })
  assert.equal(second.account, undefined, 'no second account, no second password')
  const elsewhere = await at.api.expect(201, 'tiepnhantinh', 'POST', '/dossiers', { ...filing, attachments: [] })
  assert.equal(elsewhere.account, undefined, 'at another counter neither')
  const rows = await house.house.db
    .selectFrom('dossiers.dossier')
    .select('applicant')
    .where('id', 'in', [first.id, second.id, elsewhere.id])
    .execute()
  assert.equal(new Set(rows.map(({ applicant }) => applicant)).size, 1)
})

test('a first password opens nothing but its own change [S2-24.2a]', async () => {
  const applicant = { ...neighbour, displayName: 'Phan Văn Tý', identityNumber: '046085003333' }
  const { id, account } = await at.api.expect(
    201,
    'tiepnhan',
    'POST',
    '/dossiers',
    await at.filing({ filer: 'tiepnhan', channel: 'counter', applicant }),
  )
  const { username, firstPassword } = account
  const signed = await at.api.expect(201, null, 'POST', '/sessions', { username, password: firstPassword })
  assert.equal(signed.account.mustChangePassword, true)
  const doors = [
    'GET /dossiers',
    `GET /dossiers/${id}`,
    `GET /dossiers/${id}/acts`,
    `POST /dossiers/${id}/acts/submit`,
    `PATCH /dossiers/${id}`,
    'POST /dossiers',
    'POST /files',
    'GET /messages',
    'GET /records/mine/items',
    `POST /dossiers/${id}/rating`,
  ]
  for (const door of doors) {
    const [method, path] = door.split(' ') as [string, string]
    const answer = await at.api.call(null, method, path, method === 'GET' ? undefined : {}, bearer(signed.token))
    saysNo(answer, { status: 409, refusal: 'password-change-needed' }, door)
  }
  const change = { current: firstPassword, next: 'Cua-Rieng-Toi-7' }
  assert.equal(
    (await at.api.call(null, 'POST', '/accounts/current/password', change, bearer(signed.token))).status,
    204,
  )
  const accepting = { edition: '2026-01' }
  await at.api.expect(200, null, 'POST', '/accounts/current/terms', accepting, bearer(signed.token))
  const own = await at.api.expect(200, null, 'GET', `/dossiers/${id}`, undefined, bearer(signed.token))
  assert.equal(own.applicant.name, 'Phan Văn Tý')
})

test('who gets an account at the counter that somebody else had opened begins anew: what that one agreed to, asked for, drafted, uploaded and accepted ends with them', async () => {
  const { db, atDesk } = house.house
  const squatter = { ...person, username: 'nguoi.gia', displayName: 'Người Giả', identityNumber: '046085005555' }
  const { id } = await at.api.expect(201, null, 'POST', '/accounts', squatter)
  const before = bearer(await tokenOf(squatter.username, squatter.password))
  const filing = await at.filing({ attachments: [] })
  const draft = await at.api.expect(201, null, 'POST', '/dossiers', filing, before)
  const sent = new FormData()
  sent.set('file', new Blob([new Uint8Array(await scannedPdf('Thư riêng'))], { type: 'application/pdf' }), 'thư.pdf')
  const upload = await fetch(`${house.base}/api/v1/files`, { method: 'POST', headers: before, body: sent })
  const { id: paper } = (await upload.json()) as { id: string }
  await at.api.expect(200, null, 'GET', `/dossiers/${draft.id}`, undefined, before)
  const actor = { id, kind: 'person', name: squatter.displayName, posts: [] } as never
  const agreed = { recipient: 'Ngân hàng A', purpose: 'Vay vốn', parts: ['form'], words: 'Đồng ý', edition: '2026-01' }
  const consent = { id: newId(new Date()), account: id, given_at: new Date(), valid_to: '2026-12-31', ...agreed }
  await db.insertInto('disclosures.consent').values(consent).execute()
  assert.ok((await atDesk(actor, (desk) => changeData(desk, { address: 'Số 1, đường Giả' }))).ok)
  const ward = { of: 'person' as const, name: 'Trần Bảo Nhi', identityNumber: '046315000026' }
  const asking = { kind: 'guardian' as const, ...ward, from: day('2026-03-01'), until: null, file: newId(new Date()) }
  assert.ok((await atDesk(actor, (desk) => askRepresentation(desk, asking))).ok)

  const applicant = { ...neighbour, displayName: 'Đỗ Văn Thật', identityNumber: squatter.identityNumber }
  const counter = await at.filing({ filer: 'tiepnhan', channel: 'counter', applicant })
  const { account } = await at.api.expect(201, 'tiepnhan', 'POST', '/dossiers', counter)
  const { token } = await at.api.expect(201, null, 'POST', '/sessions', {
    username: account.username,
    password: account.firstPassword,
  })
  const own = bearer(token)
  const change = { current: account.firstPassword, next: 'Cua-Toi-That-7' }
  await at.api.expect(204, null, 'POST', '/accounts/current/password', change, own)
  const unread = await at.api.call(null, 'GET', '/dossiers', undefined, own)
  saysNo(unread, { status: 409, refusal: 'terms-not-accepted' }, 'the other one’s acceptance is not theirs')
  await at.api.expect(200, null, 'POST', '/accounts/current/terms', { edition: '2026-01' }, own)
  for (const path of [`/dossiers/${draft.id}`, `/files/${paper}/content`])
    saysNo(await at.api.call(null, 'GET', path, undefined, own), { status: 404, refusal: 'not-found' }, path)

  const consents = await db.selectFrom('disclosures.consent').selectAll().where('account', '=', id).execute()
  assert.deepEqual(
    consents.map(({ withdrawn_at: at, end_reason: why }) => [at !== null, why]),
    [[true, 'changed-hands']],
  )
  const changes = await db.selectFrom('accounts.data_change').selectAll().where('account', '=', id).execute()
  assert.deepEqual(
    changes.map(({ taken, why, decided_by: by }) => [taken, why, by !== null && by !== id]),
    [[false, 'changed-hands', true]],
  )
  const asked = await db.selectFrom('accounts.representation').selectAll().where('agent', '=', id).execute()
  assert.deepEqual(
    asked.map(({ end_reason: why, confirmed }) => [why, confirmed]),
    [['changed-hands', null]],
  )
  assert.ok(
    (await representationsWaiting(db)).every(({ agent }) => agent !== id),
    'no officer is asked any more',
  )
  const accepted = await db
    .selectFrom('accounts.terms_acceptance')
    .select(['how', 'end_reason'])
    .where('account', '=', id)
    .orderBy('at')
    .execute()
  assert.deepEqual(accepted, [
    { how: 'registration', end_reason: 'changed-hands' },
    { how: 'sign-in', end_reason: null },
  ])
  // Who is found again at the counter keeps what is theirs.
  await at.api.expect(201, 'tiepnhan', 'POST', '/dossiers', counter)
  await at.api.expect(200, null, 'GET', '/dossiers', undefined, own)
})

test('of two counters that hand over one account at a moment one does; who proves their own account under its own name goes on with what they were writing', async () => {
  const { db } = house.house
  const begun = async (who: { username: string; password: string }) => {
    const own = bearer(await tokenOf(who.username, who.password))
    return at.api.expect(201, null, 'POST', '/dossiers', await at.filing({ attachments: [] }), own)
  }
  const isThere = async ({ id }: { id: string }) =>
    (await db.selectFrom('dossiers.dossier').select('id').where('id', '=', id).execute()).length === 1
  const squatter = { ...person, username: 'gia.hai', displayName: 'ĐỖ VĂN HAI', identityNumber: '046085005556' }
  await at.api.expect(201, null, 'POST', '/accounts', squatter)
  const written = await begun(squatter)
  const applicant = { ...neighbour, displayName: 'Đỗ Văn Hai', identityNumber: squatter.identityNumber }
  const filing = { ...(await at.filing({ filer: 'tiepnhan', channel: 'counter', applicant })), attachments: [] }
  const both = ['tiepnhan', 'tiepnhantinh'].map((who) => at.api.expect(201, who, 'POST', '/dossiers', filing))
  const given = (await Promise.all(both)).map(({ account }) => account?.firstPassword)
  assert.equal(given.filter(Boolean).length, 1, 'one password, and it is the one that opens')
  const password = given.find(Boolean)
  await at.api.expect(201, null, 'POST', '/sessions', { username: squatter.username, password })
  assert.ok(await isThere(written), 'a draft that was begun at home is still there after a visit to a counter')

  const third = { ...squatter, username: 'gia.ba', identityNumber: '046085005557' }
  const { id } = await at.api.expect(201, null, 'POST', '/accounts', third)
  const draft = await begun(third)
  await at.api.expect(201, 'tiepnhan', 'POST', `/accounts/${id}/recovery`, { reason: 'Đã xem thẻ căn cước' })
  assert.ok(await isThere(draft))
  const left = await db.selectFrom('accounts.terms_acceptance').select('end_reason').where('account', '=', id).execute()
  assert.deepEqual(left, [{ end_reason: 'changed-hands' }])
})

test('a program asks to represent, appoints, answers an appointment, ends it and asks for changed data as its holder does by the pages', async () => {
  const { api } = at
  const mine = '/accounts/current/representations'
  const from = '2026-03-01'
  const ward = {
    kind: 'guardian',
    of: 'person',
    name: 'Trần Bảo Nhi',
    identityNumber: '046315000026',
    from,
    until: null,
  }
  const paper = await api.upload('congdan', 'giấy khai sinh.pdf', await scannedPdf('Giấy khai sinh'))
  const foreign = await api.upload('doanhnghiep', 'thư.pdf', await scannedPdf('Thư'))
  const another = await api.call('congdan', 'POST', mine, { ...ward, file: foreign.id })
  saysNo(another, { status: 409, refusal: 'file-not-yours' }, 'a paper of somebody else')
  const { id } = await api.expect(201, 'congdan', 'POST', mine, { ...ward, file: paper.id })
  const listed = async (who: string, side: string) => (await api.expect(200, who, 'GET', `${mine}?side=${side}`)).items
  const waiting = { id, kind: 'guardian', confirmed: null, inForce: false }
  assert.partialDeepStrictEqual(await listed('congdan', 'agent'), [waiting])
  await api.expect(200, 'congdan', 'POST', `${mine}/${id}/end`)
  assert.notEqual((await listed('congdan', 'agent'))[0].endedAt, null)

  const offers = '/accounts/current/appointments'
  const appointed = { agentName: 'Nguyễn Thị Thùy Dương', agentNumber: '046192003517', from, until: null }
  const made = await api.expect(201, 'doanhnghiep', 'POST', offers, appointed)
  assert.partialDeepStrictEqual(await listed('doanhnghiep', 'beneficiary'), [{ id: made.id, accepted: false }])
  const [offer] = (await api.expect(200, 'congdan', 'GET', offers)).items
  assert.partialDeepStrictEqual(offer, { id: made.id, kind: 'staff' })
  const strange = await api.call('doanhnghiep', 'POST', `${offers}/${made.id}/answer`, { accepts: true })
  saysNo(strange, { status: 409, refusal: 'not-permitted' }, 'nobody accepts for another')
  await api.expect(200, 'congdan', 'POST', `${offers}/${made.id}/answer`, { accepts: true })
  assert.partialDeepStrictEqual(await listed('congdan', 'agent'), [{ id: made.id, inForce: true }])

  const changes = '/accounts/current/data-changes'
  const asked = await api.expect(200, 'congdan', 'POST', changes, { address: 'Thôn Đông, xã An Bình' })
  assert.deepEqual(asked, { changed: ['address'] })
  const [change] = (await api.expect(200, 'congdan', 'GET', changes)).items
  assert.partialDeepStrictEqual(change, { field: 'address', becomes: 'Thôn Đông, xã An Bình', taken: null })
})

test('what was written down of a new account is sealed, and opens for its holder’s forms alone', async () => {
  const rows = await house.house.db
    .selectFrom('accounts.account')
    .selectAll()
    .where('username', '=', person.username)
    .execute()
  const text = JSON.stringify(
    rows.map((row) => Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : value))),
  )
  for (const secret of [person.identityNumber, person.password]) assert.ok(!text.includes(secret))
})

test('an account that was suspended is not handed over at a counter, and one its opener shut is', async () => {
  const squatter = { ...person, username: 'nguoi.gia.mao', identityNumber: '046085001234' }
  const { id } = await at.api.expect(201, null, 'POST', '/accounts', squatter)
  const set = (state: string) =>
    house.house.db.updateTable('accounts.account').set({ state }).where('id', '=', id).execute()
  const officer = (await accountByName(house.house.db, 'tiepnhan'))!
  const seen = applicantBody.parse({ kind: 'person', displayName: 'Trần Thị Thật', identityNumber: '046085001234' })
  const helped = () =>
    house.house.atDesk({ id: officer.id, kind: 'officer', name: '' } as Actor, (desk) =>
      accountForApplicant(desk, seen),
    )
  await set('suspended')
  assert.partialDeepStrictEqual(await helped(), { ok: false, refusal: 'account-closed' })
  await set('closed')
  assert.equal((await helped()).ok, true)
})

test('whoever asks which numbers have an account is stopped after a while, at the page as at the interface; who then registers waits too', async () => {
  const one = visitor(house.base)
  const asks = (who: typeof one, identityNumber: string) =>
    who.post('/dang-ky', {
      username: 'hoi.tham',
      password: 'Mat-Khau-9',
      displayName: 'Trần Văn Hỏi',
      identityNumber,
      acceptTerms: 'true',
    })
  for (let n = 0; n < 5; n += 1) assert.match((await asks(one, '046192003517')).html, /đã có tài khoản\. Hãy/, `${n}`)
  const stopped = await asks(one, '046192003517')
  assert.equal(stopped.status, 422)
  assert.match(stopped.html, /quá nhiều yêu cầu/)
  assert.doesNotMatch(stopped.html, /đã có tài khoản\. Hãy/)
  assert.match((await asks(one, '046085006666')).html, /quá nhiều yêu cầu/, 'also of a number that has none')
  assert.match((await asks(visitor(house.base), '046192003517')).html, /đã có tài khoản\. Hãy/, 'another visitor there')

  const taken = { ...person, username: 'hoi.tham', identityNumber: '046192003517' }
  let tried = 0
  let answer = await at.api.call(null, 'POST', '/accounts', taken)
  while (answer.status === 409 && tried < 2 * registrationsAnHour) {
    tried += 1
    answer = await at.api.call(null, 'POST', '/accounts', taken)
  }
  assert.ok(tried > 5 && tried < 20, `${tried} were answered, at the page and here together`)
  saysNo(answer, { status: 429, refusal: 'too-many-requests' }, 'one too many')
  const free = await at.api.call(null, 'POST', '/accounts', { ...taken, identityNumber: '046085006666' })
  saysNo(free, { status: 429, refusal: 'too-many-requests' }, 'who has none is no answer either')
})
