import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { entriesPage } from '../src/audit/index.ts'
import { openTestHouse, reacher, type Reacher, type TestHouse } from './reach.ts'
import { saysNo } from './refusal.ts'

const withoutOpenssl = spawnSync('openssl', ['version']).error ? 'openssl is not installed' : false

let house: TestHouse
let at: Reacher
let id: string
let file: string
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
  ;({ id } = await at.dossierIn('assigned'))
  const { items } = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}/documents`)
  file = items[0].file
  await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}`)
  await at.api.expect(200, 'lanhdao', 'GET', `/dossiers/${id}/history`)
  await at.api.bytes('chuyenvien', `/files/${file}/content`)
  await at.api.call('doanhnghiep', 'GET', `/dossiers/${id}`)
})
after(() => house.close())

const page = async (who: string, path: string) =>
  fetch(house.base + path, { headers: { cookie: await at.api.cookieOf(who) }, redirect: 'manual' })

test('a citizen sees who opened the dossier, when and for what, and that somebody was kept out [S0-4.3a] [S0-23]', async () => {
  const { items } = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}/accesses`)
  const said = items.slice(0, 5).map((one: any) => [one.act, one.what, one.by?.name, one.by?.role, one.self])
  assert.deepEqual(said, [
    ['open', 'accesses', 'Nguyễn Thị Thùy Dương', null, true],
    ['denied', 'dossier', undefined, undefined, false],
    ['open', `file:${file}`, 'Trần Thanh Phương', 'processing-officer', false],
    ['open', 'history', 'Nguyễn Hữu Phước', 'agency-leader', false],
    ['open', 'dossier', 'Phạm Thị Hồng Nhung', 'one-stop-officer', false],
  ])
  const html = await (await page('congdan', `/ho-so/${id}/ai-da-xem`)).text()
  for (const words of ['Trần Thanh Phương', 'Chuyên viên thụ lý', 'mở một giấy tờ', 'đã bị chặn'])
    assert.ok(html.includes(words), words)
})

test('page after page of the list goes back to the first entry, each once', async () => {
  const seen: string[] = []
  let cursor = ''
  do {
    const { items, next } = await at.api.expect(200, 'thanhtra', 'GET', `/dossiers/${id}/accesses?limit=3${cursor}`)
    seen.push(...items.map((one: any) => one.id))
    cursor = next ? `&cursor=${next}` : ''
  } while (cursor)
  assert.deepEqual(
    seen,
    seen.toSorted((a, b) => Number(b) - Number(a)),
  )
  assert.ok(seen.length > 10)
})

test('only whose dossier it is, and an auditor, may know who opened it', async () => {
  const path = `/dossiers/${id}/accesses`
  await at.api.expect(200, 'thanhtra', 'GET', path)
  saysNo(await at.api.call('chuyenvien', 'GET', path), { status: 409, refusal: 'not-permitted' }, 'an officer')
  saysNo(await at.api.call('doanhnghiep', 'GET', path), { status: 404, refusal: 'not-found' }, 'a stranger')
  assert.equal((await page('doanhnghiep', `/ho-so/${id}/ai-da-xem`)).status, 404)
})

test('whoever runs the system reads no dossier, and each try stands in the audit [S1-20.1a] [S0-5b]', async () => {
  const before = (await at.api.expect(200, 'thanhtra', 'GET', `/dossiers/${id}/accesses`)).items[0].id
  for (const path of ['', '/history', '/documents', '/acts', '/requests', '/accesses'])
    await at.api.expect(404, 'quantri', 'GET', `/dossiers/${id}${path}`)
  await at.api.expect(404, 'quantri', 'GET', `/files/${file}/content`)
  assert.equal((await page('quantri', `/viec/ho-so/${id}`)).status, 404)
  const denied = await house.house.db
    .selectFrom('audit.entry as e')
    .innerJoin('accounts.account as a', 'a.id', 'e.actor')
    .select(['e.act', 'e.details'])
    .where('e.id', '>', Number(before))
    .where('a.username', '=', 'quantri')
    .where('e.act', '=', 'denied')
    .execute()
  assert.equal(denied.length, 8)
})

test('the holder’s own log lists signing in, filing, what was reused and whoever opened it [S0-15.4b]', async () => {
  const returned = await at.dossierIn('returned')
  const { items: mine } = await at.api.expect(200, 'congdan', 'GET', '/records/mine/items')
  const again = await at.draft({
    attachments: [{ component: 'birth-proof', recordItem: mine[0].id }],
  })
  const { items } = await at.api.expect(200, 'congdan', 'GET', '/accounts/current/activity?limit=100')
  const of = (dossier: string) => items.filter((one: any) => one.dossier === dossier).map((one: any) => one.act)
  assert.ok(of(returned.id).includes('submit'))
  assert.ok(of(returned.id).includes('return-result'))
  assert.deepEqual(of(again.id), ['file'])
  assert.equal(items.find((one: any) => one.dossier === again.id).reused, 1)
  assert.ok(items.some((one: any) => one.act === 'open-record' && one.self))
  assert.ok(items.some((one: any) => one.dossier === id && one.by?.name === 'Trần Thanh Phương'))
  const html = await (await page('congdan', '/tai-khoan/nhat-ky')).text()
  assert.match(html, /Lập hồ sơ, dùng lại 1 giấy tờ trong kho/)
  assert.ok(!html.includes('undefined'))
})

test(
  'an auditor takes evidence away that OpenSSL accepts, whose hashes anybody can compute, and that is written down',
  { skip: withoutOpenssl },
  async () => {
    const answer = await page(
      'thanhtra',
      `/quan-tri/nhat-ky/bang-chung?chuoi=dossier:${id}&tu=2026-03-02&den=2026-03-02`,
    )
    assert.equal(answer.status, 200)
    const folder = mkdtempSync(join(tmpdir(), 'evidence-'))
    try {
      writeFileSync(join(folder, 'e.tar'), Buffer.from(await answer.arrayBuffer()))
      const run = (line: string) => spawnSync(line, { shell: true, cwd: folder, encoding: 'utf8' })
      assert.equal(run('tar -xf e.tar').status, 0)
      for (const line of readFileSync(join(folder, 'how-to-check.txt'), 'utf8').matchAll(/^ {2}(openssl .*)$/gm)) {
        const { status, stderr } = run(line[1]!)
        assert.equal(status, 0, `${line[1]}: ${stderr}`)
      }
      const { entries, complete, openDays } = JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8'))
      assert.deepEqual([complete, openDays], [true, ['2026-03-02']])
      assert.ok(entries.length > 10)
      let previous = '00'
      for (const { hashed, hash, stream } of entries) {
        assert.equal(stream, `dossier:${id}`)
        assert.equal(createHash('sha256').update(hashed).digest('hex'), hash)
        assert.equal(hashed.split('\n')[0], previous, 'each entry names the one before')
        previous = hash
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
    const html = await (await page('thanhtra', '/quan-tri/nhat-ky?viec=export-audit')).text()
    assert.match(html, /Xuất bằng chứng từ nhật ký/)
    assert.equal(
      (await page('quantri', '/quan-tri/nhat-ky/bang-chung')).status,
      404,
      'who administers takes nothing away',
    )
  },
)

test('the auditor’s list begins with the latest entry, however many digits its number has', async () => {
  const { max } = await house.house.db
    .selectFrom('audit.entry')
    .select((eb) => eb.fn.max('id').as('max'))
    .executeTakeFirstOrThrow()
  const lines = await entriesPage(house.house.db, { limit: 120 })
  assert.deepEqual(
    lines.map(({ id: one }) => Number(one)),
    Array.from({ length: lines.length }, (_, n) => Number(max) - n),
  )
})
