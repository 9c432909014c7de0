import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { hastyWords, nothingFor, plainWords } from '../bench/search/queries.ts'
import { system } from '../src/audit/index.ts'
import { root } from '../src/main/open.ts'
import { openTestHouse, type TestHouse } from '../src/main/testing.ts'
import { importNational, type ImportReport, linesOf, searchProcedures } from '../src/procedures/index.ts'

const file = join(root, '../shared/catalogue/national-catalogue.jsonl.gz')
const skip = existsSync(file) ? false : 'the national export does not lie at ../shared/catalogue'

let house: TestHouse
let report: ImportReport
before(async () => {
  if (skip) return
  house = await openTestHouse()
  const outcome = await house.house.atDesk(system, ({ sql, now }) =>
    importNational(sql, linesOf(file), { now, actor: system.id }),
  )
  assert.ok(outcome.ok, JSON.stringify(outcome))
  report = outcome.value
})
after(() => house?.close())

test(
  'the national export is read: time limits and fees to 95 %, papers to 90 %, the rest told by kind',
  { skip },
  () => {
    assert.ok(report.procedures >= 1_854)
    const share = ({ printed, structured }: { printed: number; structured: number }) => structured / printed
    assert.ok(share(report.timeLimits) >= 0.95, JSON.stringify(report.timeLimits))
    assert.ok(share(report.fees) >= 0.95, JSON.stringify(report.fees))
    assert.ok(share(report.papers) >= 0.9, JSON.stringify(report.papers))
    assert.ok(
      report.unread.every(({ code, part, text }) => /^\d\.\d{6}$/.test(code) && part !== undefined && text !== ''),
    )
  },
)

/** What people type, and the procedure they mean: it stands among the first three. */
const asked: readonly [string, string][] = [
  ['dang ky khai sinh', '1.001193'],
  ['Đăng ký khai sinh', '1.001193'],
  ['khai sinh', '1.001193'],
  ['dkks', '1.001193'],
  ['đk khai sinh', '1.001193'],
  ['dang ki khai xinh', '1.001193'],
  ['làm giấy khai sinh cho con', '1.001193'],
  ['khai sinh co yeu to nuoc ngoai', '2.000528'],
  ['ĐKKH', '1.000894'],
  ['đăng ký kết hôn', '1.000894'],
  ['dang ki ket hom', '1.000894'],
  ['1.000894', '1.000894'],
  ['khai tu', '1.000656'],
  ['báo tử', '1.000656'],
  ['giay xac nhan tinh trang hon nhan', '1.004873'],
  ['xac nhan doc than', '1.004873'],
  ['tthn', '1.004873'],
  ['ban sao trich luc ho tich', '2.000635'],
  ['trich luc khai sinh', '2.000635'],
  ['sao y ban chinh', '2.000815'],
  ['chung thuc chu ky', '2.000884'],
  ['thay doi cai chinh ho tich', '1.004859'],
  ['nuoi con nuoi trong nuoc', '2.001263'],
  ['ho chieu', '1.001456'],
  ['làm hộ chiếu', '1.001456'],
  ['doi the can cuoc', '1.014063'],
  ['cccd', '1.014063'],
  ['cap lai can cuoc', '1.014064'],
  ['thuong tru', '1.004222'],
  ['nhập hộ khẩu', '1.004222'],
  ['xoa thuong tru', '1.003197'],
  ['tam tru', '1.004194'],
  ['gia han tam tru', '1.002755'],
  ['tạm vắng', '1.003677'],
  ['ly lich tu phap', '3.000333'],
  ['lltp', '3.000333'],
  ['bang lai xe', '3.000346'],
  ['gplx', '3.000346'],
  ['doi bang lai xe', '3.000347'],
  ['sang ten xe', '1.013076'],
  ['dang ky ho kinh doanh', '1.001612'],
  ['hkd', '1.001612'],
  ['thành lập công ty tnhh', '2.001583'],
  ['thanh lap cong ty co phan', '2.002043'],
  ['dang ky doanh nghiep tu nhan', '2.001610'],
  ['gpxd', '1.013236'],
  ['giay phep say dung sua chua', '1.013229'],
  ['cap doi so do', '1.012783'],
  ['nha o xa hoi', '1.014632'],
  ['bhxh mot lan', '1.001613'],
  ['the bhyt', '2.000639'],
  ['dtm', '1.010733'],
  ['giay phep moi truong', '1.010719'],
  ['cong nhan hoa giai vien', '1.002211'],
  ['bo nhiem cong chung vien', '1.013803'],
]

test(
  'the procedure people mean stands among the first three, without marks, misspelt, abbreviated, by code',
  { skip },
  async () => {
    const missed: string[] = []
    for (const [q, code] of asked) {
      const found = await searchProcedures(house.house.db, { q, limit: 3 })
      if (!found.some((one) => one.code === code))
        missed.push(`${q}: ${found.map((one) => `${one.code} ${one.name}`).join(' / ')}`)
    }
    assert.deepEqual(missed, [])
    assert.ok(asked.length >= 40)
  },
)

test(
  'everyday words find the right procedure first, hasty ones too, and what the catalogue does not have finds nothing',
  { skip },
  async () => {
    const wrong: string[] = []
    for (const [q, ...right] of [...plainWords, ...hastyWords]) {
      const found = await searchProcedures(house.house.db, { q, limit: 3 })
      assert.ok(
        found.some(({ code }) => right.includes(code)),
        `${q}: ${found.map(({ code, name }) => `${code} ${name}`).join(' / ')}`,
      )
      if (!right.includes(found[0]?.code ?? '')) wrong.push(q)
    }
    assert.ok(wrong.length <= 2, `not first: ${wrong.join(', ')}`)
    const junk: string[] = []
    for (const [q] of nothingFor) if ((await searchProcedures(house.house.db, { q, limit: 1 })).length > 0) junk.push(q)
    assert.ok(junk.length <= 1, `found for: ${junk.join(', ')}`)
  },
)

test('a list goes on where it stopped: every procedure once, in one order, under every filter', { skip }, async () => {
  const { db } = house.house
  for (const filter of [
    {},
    { q: 'cap giay phep' },
    { q: 'hai quan', level: 'ministry' },
    { field: 'Hộ tịch', subject: 'person' },
  ]) {
    const whole = await searchProcedures(db, { ...filter, limit: 5_000 })
    const paged: string[] = []
    let after: { rank: number; code: string } | undefined
    for (;;) {
      const page = await searchProcedures(db, { ...filter, limit: 300, ...(after ? { after } : {}) })
      paged.push(...page.map(({ code }) => code))
      const last = page.at(-1)
      if (!last || page.length < 300) break
      after = { rank: last.rank, code: last.code }
    }
    assert.deepEqual(
      paged,
      whole.map(({ code }) => code),
    )
    assert.equal(new Set(paged).size, paged.length)
    assert.ok(paged.length > 5, JSON.stringify(filter))
  }
})

test('filters hold: level, field and whom it is for', { skip }, async () => {
  const { db } = house.house
  const commune = await searchProcedures(db, { q: 'dang ky', level: 'commune', limit: 200 })
  assert.ok(commune.length > 50 && commune.every(({ levels }) => levels.includes('commune')))
  const field = await searchProcedures(db, { field: 'ho tich', limit: 200 })
  assert.ok(field.length > 20 && field.every((one) => one.field === 'Hộ tịch'))
  const people = await searchProcedures(db, { subject: 'person', limit: 5_000 })
  const organisations = await searchProcedures(db, { subject: 'organisation', limit: 5_000 })
  assert.ok(people.some(({ code }) => code === '1.001193') && !organisations.some(({ code }) => code === '1.001193'))
})
