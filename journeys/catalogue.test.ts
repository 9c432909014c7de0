import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { jobs } from '../src/main/worker.ts'
import { openTestHouse, type TestHouse } from '../src/main/testing.ts'
import { day } from '../src/ground/day.ts'
import { withPosts } from '../src/organisations/index.ts'
import { loadProcedure, putInForce, readProcedureFolder, versionOn } from '../src/procedures/index.ts'
import { reacher } from './reach.ts'
import { visitor } from './visitor.ts'

const catalogue = join(import.meta.dirname, '../catalogue')
const folder = mkdtempSync(join(tmpdir(), 'motcua-catalogue-'))
let house: TestHouse
before(async () => {
  house = await openTestHouse()
})
after(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const tested = { testedBy: 'Tổ thử nghiệm của tỉnh', testedOn: '2026-02-27', note: 'Đã đi thử từ nộp đến trả kết quả.' }

/** The next version of a procedure, as its folder would be loaded; without its test it waits. */
async function load(
  code: string,
  change: Record<string, unknown>,
  passed: typeof tested | null = tested,
): Promise<string> {
  const copy = join(folder, code)
  cpSync(join(catalogue, code), copy, { recursive: true })
  const file = join(copy, 'procedure.json')
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...change }))
  const read = await readProcedureFolder(copy)
  assert.ok(read.ok, JSON.stringify(read))
  return house.house.db
    .transaction()
    .execute((tx) => loadProcedure(tx, read.value, house.house.clock.now(), passed ?? undefined))
}

const sectionOf = (html: string, title: string) =>
  html.split('<h2').find((part) => part.includes(`>${title}</h2>`)) ?? ''

test('every procedure that can be filed tells its steps and its time limits, and whom to call for help [S1-17.1a] [S2-12A.3a]', async () => {
  const reader = visitor(house.base)
  for (const code of readdirSync(catalogue)) {
    const { html } = await reader.get(`/thu-tuc/${code}`)
    const { steps, timeLimits } = JSON.parse(readFileSync(join(catalogue, code, 'procedure.json'), 'utf8'))
    assert.equal(
      sectionOf(html, 'Các bước')
        .match(/<ol[^]*?<\/ol>/)?.[0]
        .match(/<li>/g)?.length,
      steps.length,
      code,
    )
    const limits = sectionOf(html, 'Thời hạn').match(/<tbody[^]*?<\/tbody>/)?.[0] ?? ''
    assert.equal(limits.match(/<tr\b/g)?.length, timeLimits.length, code)
    assert.match(limits, /\d+ (giờ|ngày)|trong ngày/i, code)
    assert.match(html, /href="tel:0299 ?380 ?2000"/, code)
  }
})

test('guidance is read by anybody, a procedure is begun by whoever is signed in [S3A-11.2]', async () => {
  const reader = visitor(house.base)
  for (const path of ['/tro-giup', '/thu-tuc', '/thu-tuc/1.001193']) assert.equal((await reader.get(path)).status, 200)
  const before = await reader.get('/thu-tuc/1.001193/nop')
  assert.ok(before.status >= 300 && before.location.startsWith('/dang-nhap'), before.location)
  await reader.signIn('congdan')
  const begun = await reader.get('/thu-tuc/1.001193/nop')
  assert.deepEqual([begun.status, begun.html.includes('name="csrf"')], [200, true])
})

test('a change of a procedure stands at once on the portal, at the counter and for machines [S3A-3.3]', async () => {
  const [reader, officer] = [visitor(house.base), visitor(house.base)]
  await officer.signIn('tiepnhan')
  assert.equal(await load('1.000656', { shortName: 'Ghi vào sổ khai tử', validFrom: '2026-03-02' }), 'changed')
  for (const [who, path] of [
    [reader, '/thu-tuc/1.000656'],
    [reader, '/thu-tuc?q=1.000656'],
    [reader, '/api/v1/procedures/1.000656'],
    [officer, '/viec/tiep-nhan-truc-tiep?q=1.000656'],
    [officer, '/viec/tiep-nhan-truc-tiep/1.000656'],
  ] as const)
    assert.ok((await who.get(path)).html.includes('Ghi vào sổ khai tử'), path)
})

test('a version that begins later changes nothing before its day, neither where it is read nor where it is found [S2-12A.1a]', async () => {
  const reader = visitor(house.base)
  const listed = async () => {
    const [found] = JSON.parse((await reader.get('/api/v1/procedures?q=1.004873')).html).items
    return found.shortName ?? found.name
  }
  const inForce = async (today: string) => {
    const version = await versionOn(house.house.db, '1.004873', day(today))
    return [version?.number, version?.definition.decision]
  }
  const [name, first] = [await listed(), await inForce('2026-03-02')]
  const page = (await reader.get('/thu-tuc/1.004873')).html
  const next = { shortName: 'Xác nhận còn độc thân', decision: '9/QĐ-THU', validFrom: '2026-04-01' }
  assert.equal(await load('1.004873', next), 'changed')
  assert.equal(await listed(), name)
  const on = (instant: string) => jobs({ ...house.house, clock: { now: () => new Date(instant) } })['list-procedures']()

  await on('2026-03-31T23:59:00+07:00')
  assert.deepEqual([await listed(), await inForce('2026-03-31')], [name, first])
  assert.equal((await reader.get('/thu-tuc/1.004873')).html, page)
  await on('2026-04-01T00:35:00+07:00')
  assert.deepEqual([await listed(), await inForce('2026-04-01')], ['Xác nhận còn độc thân', [2, '9/QĐ-THU']])
})

test('a version is put in force only after it was tested and passed: who, when and with what result is kept [S2-14.3]', async () => {
  const reader = visitor(house.base)
  const administrator = visitor(house.base)
  await administrator.signIn('quantri')
  const here = '/quan-tri/quy-trinh'
  const next = { shortName: 'Bản sao trích lục theo quy trình mới', validFrom: '2026-03-02' }
  assert.equal(await load('2.000635', next, null), 'changed')
  const shown = async () => (await reader.get('/thu-tuc/2.000635')).html.includes(next.shortName)
  assert.equal(await shown(), false, 'loaded, it waits')
  const { id } = await house.house.db
    .selectFrom('procedures.version')
    .select('id')
    .where('released_at', 'is', null)
    .executeTakeFirstOrThrow()
  const release = () => administrator.post(here, { 'ap-dung': id })
  const record = (result: string, day: string) =>
    administrator.post(here, {
      'ap-dung': '',
      ban: id,
      nguoi: 'Văn phòng UBND tỉnh, Sở Tư pháp, đơn vị cho thuê',
      'ngay-day': day,
      'ngay-month': '3',
      'ngay-year': '2026',
      'ket-qua': result,
      'ghi-chu': 'Đã đi thử từ nộp đến trả.',
    })
  const untested = await release()
  assert.equal(untested.status, 409)
  assert.match(untested.html, /chưa được thử nghiệm đạt nên chưa thể đưa vào áp dụng/)
  const ahead = await record('passed', '3')
  assert.deepEqual([ahead.status, ahead.html.includes('Ngày thử nghiệm chưa đến')], [422, true])
  assert.equal((await record('failed', '1')).status, 303)
  assert.equal((await release()).status, 409, 'a failed test is none')
  assert.equal((await record('passed', '2')).status, 303)
  const { html } = await administrator.get(here)
  assert.ok(html.includes('Sở Tư pháp') && html.includes('Ngô Đức Thịnh'), 'who tested it, and who wrote it down')
  const auditor = visitor(house.base)
  await auditor.signIn('thanhtra')
  assert.equal((await auditor.get(here)).status, 200)
  const watcher = await house.house.db
    .selectFrom('accounts.account')
    .select(['id', 'display_name as name'])
    .where('username', '=', 'thanhtra')
    .executeTakeFirstOrThrow()
  const held = await withPosts(house.house.db, { ...watcher, kind: 'officer' }, day('2026-03-02'))
  const no = await house.house.atDesk(held, (desk) => putInForce(desk, id))
  assert.equal(!no.ok && no.refusal, 'not-permitted', 'who watches does not put in force')
  assert.equal(await shown(), false)
  assert.equal((await release()).status, 303)
  assert.equal(await shown(), true)
  const trials = await house.house.db
    .selectFrom('procedures.trial')
    .select(['tested_on as day', 'result'])
    .where('version', '=', id)
    .orderBy('recorded_at')
    .execute()
  assert.deepEqual(trials, [
    { day: '2026-03-01', result: 'failed' },
    { day: '2026-03-02', result: 'passed' },
  ])
  const acts = await house.house.db
    .selectFrom('audit.entry')
    .select('act')
    .where('act', 'in', ['test-procedure', 'put-in-force'])
    .execute()
  assert.equal(acts.length, 3)
})

test('each step says whether it is electronic, and a procedure with one step on paper goes from end to end [S4-0]', async () => {
  const at = reacher(house.base)
  const { process } = await at.api.expect(200, null, 'GET', '/procedures/2.000815')
  const onPaper = process.filter((one: { electronic: boolean }) => !one.electronic)
  assert.deepEqual(
    [process.every((one: object) => 'electronic' in one), onPaper.map(({ id }: { id: string }) => id)],
    [true, ['appraise']],
  )
  const steps = sectionOf((await visitor(house.base).get('/thu-tuc/2.000815')).html, 'Các bước')
  assert.equal(steps.match(/trên giấy hoặc trực tiếp/g)?.length, 1)
  assert.equal(steps.match(/trên hệ thống/g)?.length, process.length - 1)
  const begun = { procedure: '2.000815', channel: 'counter', filer: 'tiepnhan', attachments: [] } as const
  const { id } = await at.dossierIn('assigned', begun)
  const officer = visitor(house.base)
  await officer.signIn('chuyenvien')
  const page = (await officer.get(`/viec/ho-so/${id}/quy-trinh`)).html
  assert.equal(page.match(/Làm trên giấy/g)?.length, 1, 'the step it is in')
  const { state, ...dossier } = await at.bring({ id, state: 'assigned' }, 'returned')
  assert.equal(state, 'returned')
  assert.deepEqual(
    (dossier['steps'] as { electronic: boolean }[]).map(({ electronic }) => electronic).filter((one) => !one),
    [false],
  )
})
