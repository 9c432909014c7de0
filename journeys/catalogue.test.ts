import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { jobs } from '../src/main/worker.ts'
import { openTestHouse, type TestHouse } from '../src/main/testing.ts'
import { day } from '../src/ground/day.ts'
import { loadProcedure, readProcedureFolder, versionOn } from '../src/procedures/index.ts'
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

/** The next version of a procedure, as its folder would be loaded. */
async function load(code: string, change: Record<string, unknown>): Promise<string> {
  const copy = join(folder, code)
  cpSync(join(catalogue, code), copy, { recursive: true })
  const file = join(copy, 'procedure.json')
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...change }))
  const read = await readProcedureFolder(copy)
  assert.ok(read.ok, JSON.stringify(read))
  return house.house.db.transaction().execute((tx) => loadProcedure(tx, read.value, house.house.clock.now()))
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
