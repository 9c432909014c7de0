import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Answer } from '../../journeys/client.ts'
import { scannedPdf } from '../../journeys/papers.ts'
import { openTestHouse, reacher, type Reacher, type TestHouse, withClient } from '../../journeys/reach.ts'
import { saysNo } from '../../journeys/refusal.ts'
import { stepBody } from '../../journeys/walk.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

const ten = Array.from({ length: 10 })
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).toSorted((a, b) => a - b)

test('ten officers accept at once: one does, nine are told, and there is one code and one receipt [S2-8.2a]', async () => {
  const { id } = await at.dossierIn('submitted')
  const body = await stepBody(at.api, 'tiepnhan', id, 'accept')
  await at.api.tokenOf('tiepnhan2')
  const answers = await Promise.all(
    ten.map((_, n) => at.api.call(n % 2 ? 'tiepnhan' : 'tiepnhan2', 'POST', `/dossiers/${id}/acts/accept`, body)),
  )
  assert.deepEqual(statuses(answers), [200, ...ten.slice(1).map(() => 409)])
  for (const answer of answers)
    if (answer.status === 409) saysNo(answer, { status: 409, refusal: 'stale-version' }, 'too late')

  const { code, state } = await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}`)
  assert.equal(state, 'accepted')
  const { items } = await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}/documents`)
  assert.equal(items.filter(({ kind }: { kind: string }) => kind === 'receipt').length, 1)
  const history = await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}/history`)
  assert.deepEqual(
    history.items.map(({ event }: { event: string }) => event),
    ['submitted', 'accepted'],
  )
  const next = await at.dossierIn('accepted')
  assert.equal(Number(next.code.slice(-4)), Number(code.slice(-4)) + 1, 'the nine used up no number')
})

test('ten dossiers accepted at once get ten codes without a gap [S2-8.2a] [S3A-2.5c]', async () => {
  const dossiers = await Promise.all(ten.map(() => at.dossierIn('submitted')))
  const accepted = await Promise.all(dossiers.map(({ id }) => at.act('tiepnhan', id, 'accept')))
  const orders = accepted
    .map(({ code }) => Number(/^H99\.31\.01-260302-(\d{4})$/.exec(code)?.[1]))
    .toSorted((a, b) => a - b)
  assert.deepEqual(
    orders,
    ten.map((_, n) => orders[0]! + n),
  )
})

test('one submission sent ten times with one key is one submission', async () => {
  const { id, version } = await at.dossierIn('draft')
  const body = { version, declaration: true }
  const send = () =>
    at.api.call('congdan', 'POST', `/dossiers/${id}/acts/submit`, body, { 'idempotency-key': 'nop-mot-lan' })
  const answers = await Promise.all(ten.map(send))
  assert.deepEqual(
    statuses(answers),
    ten.map(() => 200),
  )
  const said = answers.map(({ body: { remaining: _remaining, ...rest } }) => JSON.stringify(rest))
  assert.equal(new Set(said).size, 1, 'the same answer')
  assert.equal(new Set(answers.map(({ body: { reference } }) => reference)).size, 1)
  const { items } = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}/documents`)
  assert.equal(items.filter(({ kind }: { kind: string }) => kind === 'acknowledgement').length, 1)
  const messages = await at.api.expect(200, 'congdan', 'GET', '/messages')
  assert.equal(messages.items.filter(({ dossier }: { dossier: string }) => dossier === id).length, 1)
  assert.equal((await send()).status, 200, 'later too')
})

test('a key that comes back with another body is refused, and one that cannot be kept is not taken', async () => {
  const body = await at.filing()
  const send = (more: object, key: string) =>
    at.api.call('congdan', 'POST', '/dossiers', { ...body, ...more }, { 'idempotency-key': key })
  const [first, again] = [await send({}, 'mot-khoa'), await send({}, 'mot-khoa')]
  assert.deepEqual([first.status, again.status], [201, 201])
  assert.equal(first.body.id, again.body.id)
  saysNo(await send({ returnBy: 'counter' }, 'mot-khoa'), { status: 409, refusal: 'key-reused' }, 'another body')
  saysNo(await send({}, 'k'.repeat(201)), { status: 422, at: 'Idempotency-Key' }, 'a key too long')
  const other = await at.api.call(
    'congdan',
    'POST',
    `/dossiers/${first.body.id}/acts/submit`,
    { version: 1, declaration: true },
    { 'idempotency-key': 'mot-khoa' },
  )
  saysNo(other, { status: 409, refusal: 'key-reused' }, 'another address')
})

test('a refused request leaves its key free: mended and sent again it is done', async () => {
  const { id } = await at.dossierIn('draft')
  const send = (version: number) =>
    at.api.call(
      'congdan',
      'POST',
      `/dossiers/${id}/acts/submit`,
      { version, declaration: true },
      { 'idempotency-key': `tha-${id}` },
    )
  saysNo(await send(5), { status: 409, refusal: 'stale-version' }, 'a stale version')
  assert.equal((await send(1)).status, 200)
})

test('an upload and a registration with a key happen once too, and a key belongs to its account', async () => {
  const bytes = await scannedPdf('Hai lần')
  const put = async (who: string, what: Uint8Array<ArrayBuffer>) => {
    const form = new FormData()
    form.set('file', new Blob([what]), 'giay.pdf')
    return at.api.call(who, 'POST', '/files', form, { 'idempotency-key': 'tai-len' })
  }
  const [one, two, others] = [await put('congdan', bytes), await put('congdan', bytes), await put('doanhnghiep', bytes)]
  assert.deepEqual([one.status, two.status, others.status], [201, 201, 201])
  assert.equal(one.body.id, two.body.id)
  assert.notEqual(one.body.id, others.body.id)
  saysNo(await put('congdan', await scannedPdf('Khác')), { status: 409, refusal: 'key-reused' }, 'other bytes')

  const person = {
    kind: 'person',
    username: 'mot.nguoi',
    password: 'Mat-Khau-9',
    displayName: 'Trần Văn Mới',
    identityNumber: '046085007777',
    acceptTerms: true,
  }
  const register = () => at.api.call(null, 'POST', '/accounts', person, { 'idempotency-key': 'dang-ky' })
  const [made, repeated] = [await register(), await register()]
  assert.deepEqual([made.status, repeated.status], [201, 201])
  assert.deepEqual(made.body, repeated.body)
})

test('what is remembered of a request gives away neither its PIN nor anything else in it', async () => {
  const { id } = await at.dossierIn('approved')
  const body = await stepBody(at.api, 'lanhdao', id, 'sign-result')
  const path = `/dossiers/${id}/acts/sign-result`
  const { status } = await at.api.call('lanhdao', 'POST', path, body, { 'idempotency-key': 'ky-so' })
  assert.equal(status, 200)
  const { rows } = await withClient(house.ownerUrl, (client) =>
    client.query<{ request: Buffer }>(`select request from ground.idempotency where key = 'ky-so'`),
  )
  // Whoever reads the database knows all of the body but six digits: a plain hash of it could be guessed in a second.
  const guess = createHash('sha256').update(`POST /api/v1${path}\n`).update(JSON.stringify(body)).digest()
  assert.equal(rows.length, 1)
  assert.ok(!rows[0]!.request.equals(guess))
})

test('two officers with two intents at once: one act counts, the other is told of the new version', async () => {
  const { id } = await at.dossierIn('proposed')
  const approve = await stepBody(at.api, 'truongphong', id, 'approve')
  const back = await stepBody(at.api, 'truongphong', id, 'send-back')
  const answers = await Promise.all([
    at.api.call('truongphong', 'POST', `/dossiers/${id}/acts/approve`, approve),
    at.api.call('truongphong', 'POST', `/dossiers/${id}/acts/send-back`, back),
  ])
  assert.deepEqual(statuses(answers), [200, 409])
  const late = answers.find(({ status }) => status === 409)!
  saysNo(late, { status: 409, refusal: 'stale-version' }, 'the second')
  assert.equal(late.body.version, approve.version + 1)
})
