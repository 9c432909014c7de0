import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type TestHouse } from './reach.ts'

let house: TestHouse
before(async () => void (house = await openTestHouse()))
after(() => house.close())

test('somebody new goes from opening an account to holding the result, and never leaves the house [S1-1b] [S1-6.4] [S1-16.1]', async () => {
  const { api, act, dossierIn } = reacher(house.base)
  const newcomer = {
    kind: 'person',
    username: 'mai.lan',
    password: 'Demo@12345',
    displayName: 'Hồ Thị Mai Lan',
    identityNumber: '046190004567',
    acceptTerms: true,
  }
  await api.expect(201, null, 'POST', '/accounts', newcomer)
  const { id, code } = await dossierIn('ready-to-return', { filer: 'mai.lan' })

  const underway = await api.expect(200, 'mai.lan', 'GET', `/dossiers/${id}`)
  assert.equal(underway.state, 'ready-to-return')
  assert.ok(underway.steps.length >= 4)
  for (const step of underway.steps) assert.ok(step.name && step.holder && step.startedAt)

  await act('tiepnhan', id, 'return-result', (body) => ({ ...body, by: 'online' }))
  const { items } = await api.expect(200, 'mai.lan', 'GET', `/dossiers/${id}/documents`)
  assert.deepEqual(
    items.map(({ kind }: { kind: string }) => kind),
    ['acknowledgement', 'receipt', 'result'],
  )
  const result = items.at(-1)
  const bytes = await api.bytes('mai.lan', `/files/${result.file}/content`)
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
  assert.deepEqual(
    result.signedBy.map(({ as }: { as: string }) => as),
    ['person', 'organisation'],
  )
  assert.equal((await api.expect(200, null, 'GET', `/lookup/${code}`)).state, 'returned')
  await api.expect(201, 'mai.lan', 'POST', `/dossiers/${id}/rating`, { score: 5 })
})
