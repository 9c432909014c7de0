import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse } from './reach.ts'
import { visitor } from './visitor.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

const documentsOf = async (who: string, id: string): Promise<{ kind: string; file: string }[]> =>
  (await at.api.expect(200, who, 'GET', `/dossiers/${id}/documents`)).items

test('what was handed in on paper is entered at the counter, gets code and receipt, and goes back another way [S2-7.1a] [S3A-21.1]', async () => {
  const entered = await at.dossierIn('submitted', { filer: 'tiepnhan', channel: 'counter', returnBy: 'post' })
  const accepted = await at.bring(entered, 'accepted')
  assert.match(accepted.code, /^H99\.31\.01-260302-\d{4}$/)
  assert.ok((await documentsOf('tiepnhan', entered.id)).some(({ kind }) => kind === 'receipt'))
  const ready = await at.bring(accepted, 'ready-to-return')
  const returned = await at.act('tiepnhan', ready.id, 'return-result', (body) => ({ ...body, by: 'post' }))
  assert.deepEqual([returned['channel'], returned['returnBy'], returned.state], ['counter', 'post', 'returned'])
})

test('the code of the receipt leads to the same state at the portal, at the counter and by machine [S2-12B.7b] [S3A-8.1a]', async () => {
  const { id, code } = await at.dossierIn('assigned')
  const { stateText } = await at.api.expect(200, null, 'GET', `/lookup/${code}`)
  const portal = await visitor(house.base).get(`/tra-cuu/${code}`)
  assert.equal(portal.status, 200)
  assert.ok(portal.html.includes(stateText.replace(/\.$/, '')), stateText)
  const counter = visitor(house.base)
  await counter.signIn('tiepnhan')
  const found = await counter.get(`/viec/tim?q=${code}`)
  const page = found.location ? await counter.get(found.location) : found
  assert.ok(page.html.includes(id), 'the counter is led to the dossier itself')
  assert.ok(page.html.includes('Đang xử lý'), 'under the national name of the same state')
})

test('an archived result opens, is genuine, and lies with whoever settled it and nobody else [S2-12A.5b] [S2-23.2] [S3B-16.2]', async () => {
  const { id } = await at.dossierIn('returned')
  const result = (await documentsOf('congdan', id)).find(({ kind }) => kind === 'result')!
  const before = await at.api.bytes('congdan', `/files/${result.file}/content`)
  await at.act('vanthu', id, 'archive')
  const kept = (await documentsOf('vanthu', id)).find(({ kind }) => kind === 'result')!
  assert.deepEqual(await at.api.bytes('vanthu', `/files/${kept.file}/content`), before)
  const { identifier } = await house.house.db
    .selectFrom('dossiers.result')
    .select('identifier')
    .where('dossier', '=', id)
    .executeTakeFirstOrThrow()
  const { genuine, inForce } = await at.api.expect(200, null, 'GET', `/verify/${identifier}`)
  assert.deepEqual([genuine, inForce], [true, true])
  assert.equal((await at.api.expect(200, 'vanthu', 'GET', `/dossiers/${id}`)).agency.name, 'Ủy ban nhân dân xã An Bình')
  for (const stranger of ['chuyenviensotaichinh', 'doanhnghiep']) {
    assert.equal((await at.api.call(stranger, 'GET', `/dossiers/${id}`)).status, 404, stranger)
    assert.equal((await at.api.call(stranger, 'GET', `/files/${kept.file}/content`)).status, 404, stranger)
  }
})

test('receipt, guidance, supplement and return are each told to the applicant in the portal [S2-5.4a]', async () => {
  const { id } = await at.dossierIn('submitted')
  await at.act('tiepnhan', id, 'return-with-guidance')
  await at.act('congdan', id, 'supplement')
  await at.bring({ id, state: 'submitted' }, 'assigned')
  await at.act('chuyenvien', id, 'request-supplement')
  await at.act('congdan', id, 'supplement')
  await at.bring({ id, state: 'assigned' }, 'returned')
  const { items } = await at.api.expect(200, 'congdan', 'GET', '/messages')
  const told: string[] = items.filter((one: any) => one.dossier === id).map((one: any) => one.subject)
  for (const kind of [/đã nhận/i, /hoàn thiện/, /đã được tiếp nhận/, /bổ sung/, /đã có kết quả/i, /đã trả kết quả/i])
    assert.ok(
      told.some((subject) => kind.test(subject)),
      `${kind} in ${told.join(' | ')}`,
    )
})
