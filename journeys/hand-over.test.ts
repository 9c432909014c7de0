import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { client } from './client.ts'
import { openTestHouse, type TestHouse } from '../src/main/testing.ts'
import { picture } from './papers.ts'

let house: TestHouse
before(async () => void (house = await openTestHouse()))
after(() => house.close())

const stranger = {
  kind: 'person',
  username: 'ke.chiem.danh',
  password: 'Chiem@12345',
  displayName: 'Kẻ Chiếm Danh',
  identityNumber: '046185001234',
  acceptTerms: true,
}
const neighbour = {
  kind: 'person',
  displayName: 'Lê Thị Cẩm Nhung',
  identityNumber: '046185001234',
  birthDate: '1985-06-02',
}

test('whoever took another’s number loses the account when its holder stands at the counter', async () => {
  const api = client(house.base)
  await api.expect(201, null, 'POST', '/accounts', stranger)
  const signIn = () => api.call(null, 'POST', '/sessions', { username: stranger.username, password: stranger.password })
  const token = (await signIn()).body.token
  const { agencies, form, returnBy } = await api.expect(200, null, 'GET', '/procedures/2.000815')
  const filing = {
    procedure: '2.000815',
    agency: agencies[0].id,
    channel: 'counter',
    applicant: neighbour,
    form: form.example,
    attachments: [],
    returnBy: returnBy[0],
  }
  const filed = await api.expect(201, 'tiepnhan', 'POST', '/dossiers', filing)
  assert.ok(filed.account.firstPassword, 'the holder gets first credentials of their own')

  const seen = await api.call(null, 'GET', `/dossiers/${filed.id}`, undefined, { authorization: `Bearer ${token}` })
  assert.equal(seen.status, 401, 'the session of the stranger has ended')
  assert.equal((await signIn()).status, 401, 'and the stranger’s password opens nothing')
})

test('a database connection that is lost in the middle of an act is one failed request, not the end of the house', async () => {
  const { house: open } = house
  await assert.rejects(
    open.db.transaction().execute(async (tx) => {
      const { pid } = await tx.selectNoFrom((eb) => eb.fn<number>('pg_backend_pid').as('pid')).executeTakeFirstOrThrow()
      await open.db.selectNoFrom((eb) => eb.fn<boolean>('pg_terminate_backend', [eb.val(pid)]).as('done')).execute()
      await tx.selectFrom('accounts.account').select('id').limit(1).execute()
    }),
  )
  const api = client(house.base)
  await api.expect(200, null, 'GET', '/procedures?q=khai')
})

test('forty guesses at one name at once are counted as forty: five are judged, then the door is shut', async () => {
  const api = client(house.base)
  const guess = (password: string) => api.call(null, 'POST', '/sessions', { username: 'congchung', password })
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, at) => guess(at === 20 ? 'Demo@12345' : `Sai@${at}00000`)),
  )
  const judged = answers.filter(({ status }) => status === 401).length
  assert.ok(judged <= 5, `${judged} were judged`)
  assert.ok(answers.every(({ status }) => status === 401 || status === 429))
})

test('pages answer what nobody can type with a page of their own, never with a fault', async () => {
  const page = (path: string, init?: RequestInit) => fetch(house.base + path, { redirect: 'manual', ...init })
  for (const path of [
    '/tra-cuu/%00',
    '/thu-tuc/%00',
    '/xac-minh/%00',
    '/noi-tiep-nhan?q=%00',
    `/tra-cuu?ma=${'a'.repeat(79)}%F0%9F%98%80`,
  ])
    assert.ok((await page(path)).status < 500, path)
  const json = await page('/dang-nhap', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"username":{"a":1}}',
  })
  assert.equal(json.status, 415)
  const broken = await page('/dang-nhap', {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body: '--b\r\n\r\n',
  })
  assert.ok(broken.status < 500, String(broken.status))
  const form = new FormData()
  form.set('file', new Blob([picture()]), 'x.png')
  assert.equal(
    (await page('/dang-nhap', { method: 'POST', body: form })).status,
    415,
    'a door that takes no files reads none',
  )
})
