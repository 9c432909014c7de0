import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { system } from '../src/audit/index.ts'
import { openTestHouse, type TestHouse } from '../src/main/testing.ts'
import { importNational, type ImportReport, linesOf } from '../src/procedures/index.ts'
import { entryFor, exportOf } from '../src/procedures/national/testing.ts'

let house: TestHouse
const folder = mkdtempSync(join(tmpdir(), 'motcua-national-'))
before(async () => {
  house = await openTestHouse()
})
after(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

async function take(content: string | Buffer) {
  const file = join(folder, 'export.jsonl.gz')
  writeFileSync(file, content)
  return house.house.atDesk(system, ({ sql, now }) => importNational(sql, linesOf(file), { now, actor: system.id }))
}

async function taken(content: string | Buffer): Promise<ImportReport> {
  const outcome = await take(content)
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

const get = async (path: string) => {
  const answer = await fetch(`${house.base}${path}`)
  return { status: answer.status, text: await answer.text() }
}
const json = async (path: string) => JSON.parse((await get(path)).text) as any

const first = [
  entryFor('1.900001'),
  entryFor('1.900002'),
  entryFor('1.001193', { ten_thu_tuc: 'Tên khác của khai sinh' }),
]

test('an export is taken in, the same again changes nothing, a change becomes the next version, what vanished is told', async () => {
  const packed = gzipSync(exportOf(first))
  const report = await taken(packed)
  assert.deepEqual([report.procedures, report.new, report.changed, report.unchanged], [3, 3, 0, 0])
  assert.deepEqual(report.timeLimits, { printed: 6, structured: 6 })
  assert.deepEqual(report.fees, { printed: 6, structured: 6, exact: 6, told: 0 })
  assert.deepEqual(report.papers, { printed: 6, structured: 6 })
  assert.deepEqual(report.unread, [])

  const rows = () =>
    house.house.db.selectFrom('procedures.national').selectAll().orderBy('code').orderBy('number').execute()
  const before = await rows()
  const again = await taken(packed)
  assert.deepEqual([again.new, again.changed, again.unchanged], [0, 0, 3])
  assert.deepEqual(await rows(), before)

  const changed = await taken(exportOf([{ ...first[0]!, so_quyet_dinh: '02/QĐ-THU' }, first[2]!]))
  assert.deepEqual([changed.new, changed.changed, changed.unchanged], [0, 1, 1])
  assert.deepEqual(changed.missing, ['1.900002'])
  assert.equal((await json('/api/v1/procedures/1.900001')).version, 2)
  assert.equal((await json('/api/v1/procedures/1.900002')).version, 1, 'what vanished stays')
  assert.equal((await rows()).length, 4)
})

test('an export with one wrong line leaves nothing behind', async () => {
  const wrong = `${exportOf([entryFor('1.900011'), entryFor('1.900012')])}{"ma_thu_tuc":`
  const outcome = await take(wrong)
  assert.equal(outcome.ok, false)
  assert.deepEqual(!outcome.ok && [outcome.refusal, outcome.detail?.['line']], ['export-unfit', 3])
  assert.equal((await get('/api/v1/procedures/1.900011')).status, 404)
})

test('a procedure described here keeps its definition; the national text stands beside it and differences are told', async () => {
  const before = await json('/api/v1/procedures/1.001193')
  const report = await taken(exportOf([entryFor('1.001193', { ten_thu_tuc: 'Tên khác nữa' })]))
  const points = report.differences.filter(({ code }) => code === '1.001193').map(({ point }) => point)
  assert.ok(points.includes('name') && points.includes('timeLimits'), points.join())
  const afterwards = await json('/api/v1/procedures/1.001193')
  assert.notEqual(afterwards.national.version, before.national?.version)
  assert.deepEqual({ ...afterwards, national: null }, { ...before, national: null })
  const found = await json('/api/v1/procedures?q=dang+ky+khai+sinh')
  assert.equal(found.items[0].code, '1.001193')
  assert.equal(found.items[0].name, before.name)
})

test('what is only published can be found and read, with all its parts and where to file [S2-5.3]', async () => {
  await taken(
    exportOf([
      entryFor('1.900021', {
        ten_thu_tuc: 'Cấp phép nuôi rồng',
        cach_thuc_thuc_hien: 'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp125 VNĐTrực tuyến3Miễn phí',
      }),
    ]),
  )
  const found = await json('/api/v1/procedures?q=nuoi+rong&subject=person&level=commune')
  assert.deepEqual(
    found.items.map((one: { code: string }) => one.code),
    ['1.900021'],
  )
  assert.equal(found.items[0].onlineLevel, 'unknown')

  const one = await json('/api/v1/procedures/1.900021')
  assert.equal(one.form, null)
  assert.deepEqual(one.agencies, [])
  assert.deepEqual(
    one.components.map(({ name, originals, copies }: any) => [name, originals, copies]),
    [
      ['Đơn đề nghị', 1, 0],
      ['Bản vẽ', 0, 1],
    ],
  )
  assert.deepEqual(one.timeLimits[0].printed, { value: 3, unit: 'unknown', text: '3' })
  assert.deepEqual(one.results, [{ name: 'Giấy phép thử nghiệm', code: 'KQ.G15.000999' }])
  assert.deepEqual(
    one.national.unread.map(({ part }: any) => part),
    ['time-limits', 'fees'],
  )

  const page = (await get('/thu-tuc/1.900021')).text
  for (const part of [
    'Cấp phép nuôi rồng',
    'Chưa nộp trực tuyến tại đây',
    'Sở Xây dựng',
    'nguồn không ghi đơn vị',
    'Đơn đề nghị',
    'Bước 1: Nộp hồ sơ',
    '1/2026/NĐ-CP',
    'Trực tiếp125 VNĐ',
    'Giấy phép thử nghiệm',
  ])
    assert.ok(page.includes(part), part)
  assert.ok(!page.includes('/thu-tuc/1.900021/nop'))
})

test('what is not described here cannot be filed, and says so [S3A-10.1a]', async () => {
  await taken(exportOf([entryFor('1.900031')]))
  const sessions = await fetch(`${house.base}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'congdan', password: 'Demo@12345' }),
  })
  const { token } = (await sessions.json()) as { token: string }
  const { agencies } = await json('/api/v1/procedures/1.001193')
  const filing = (procedure: string) =>
    fetch(`${house.base}/api/v1/dossiers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        procedure,
        agency: agencies[0].id,
        channel: 'online',
        form: {},
        attachments: [],
        returnBy: 'online',
      }),
    })
  const refused = await filing('1.900031')
  assert.equal(refused.status, 409)
  const problem = (await refused.json()) as { refusal: string; detail: string }
  assert.equal(problem.refusal, 'procedure-not-open')
  assert.match(problem.detail, /danh mục quốc gia/)
  const unknown = await filing('9.999999')
  assert.equal(((await unknown.json()) as { refusal: string }).refusal, 'not-found')
})
