import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Fastify from 'fastify'
import { system } from '../src/audit/index.ts'
import { done } from '../src/ground/result.ts'
import { root } from '../src/main/open.ts'
import { openTestHouse, type TestHouse } from '../src/main/testing.ts'
import { importNational, type Line, linesOf, type NationalEntry, searchProcedures } from '../src/procedures/index.ts'
import { entryFor } from '../src/procedures/national/testing.ts'
import { varied } from './search/vary.ts'

/** What people type: with and without marks, misspelt, abbreviated, one common word, a code. */
const queries = [
  'dang ky khai sinh',
  'Đăng ký kết hôn',
  'dkks',
  'gpxd',
  'đk khai sinh',
  'giay phep say dung',
  'ho chieu',
  'cap lai can cuoc',
  'thuong tru',
  'ly lich tu phap',
  'so do',
  'bang lai xe',
  'dang ky ho kinh doanh',
  'thanh lap cong ty co phan',
  'bhxh mot lan',
  'cap',
  'dang ky',
  '1.001193',
  'thay doi cai chinh ho tich',
  'giay xac nhan tinh trang hon nhan',
  'dang ki ket hom',
  'khong co gi giong',
  'luat su',
  'giay phep moi truong',
  'hai quan',
]
const rounds = 8

const file = join(root, '../shared/catalogue/national-catalogue.jsonl.gz')
const real: NationalEntry[] = []
if (existsSync(file)) for await (const line of linesOf(file)) if (line.ok) real.push(line.value.entry)
const blank = entryFor('8.000000')
const small = real.length > 0 ? real : [...varied([], 1_854, blank)]

const house = await openTestHouse()
try {
  const bare = await bareHandler(house)
  await take(small)
  await measure(small.length)
  await take([...small, ...varied(small, 10_000 - small.length, blank)])
  await measure(10_000)
  await bare.close()

  async function measure(size: number): Promise<void> {
    const floor = await p95(() => fetch(bare.address).then((answer) => answer.text()))
    say('bare handler, one indexed select', size, floor, floor)
    say('search in SQL', size, await p95((q) => searchProcedures(house.house.db, { q, limit: 25 })), floor)
    const path = (q: string) => `${house.base}/api/v1/procedures?q=${encodeURIComponent(q)}`
    say('GET /procedures?q=', size, await p95((q) => fetch(path(q)).then(whole)), floor)
    say('GET /procedures', size, await p95(() => fetch(`${house.base}/api/v1/procedures`).then(whole)), floor)
  }
} finally {
  await house.close()
}

async function whole(answer: Response): Promise<void> {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`)
  await answer.text()
}

/** One after another, so that the figure is the answer's own time and not a queue's. */
async function p95(ask: (q: string) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round <= rounds; round += 1)
    for (const q of queries) {
      const start = performance.now()
      await ask(q)
      if (round > 0) times.push(performance.now() - start)
    }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!
}

function say(what: string, size: number, value: number, against: number): void {
  const rounded = (number: number) => Number(number.toFixed(2))
  const line = { bench: 'search', case: `${what}, ${size} procedures, p95`, value: rounded(value), unit: 'ms' }
  console.log(JSON.stringify({ ...line, against: rounded(against), ratio: rounded(value / against) }))
}

async function take(entries: readonly NationalEntry[]): Promise<void> {
  async function* lines() {
    for (const [number, entry] of entries.entries()) yield done({ number, entry } satisfies Line)
  }
  const outcome = await house.house.atDesk(system, ({ sql, now }) =>
    importNational(sql, lines(), { now, actor: system.id }),
  )
  if (!outcome.ok) throw new Error(outcome.refusal)
}

async function bareHandler({ house: { db } }: TestHouse) {
  const app = Fastify()
  app.get('/', () =>
    db
      .selectFrom('procedures.procedure')
      .select(['code', 'name', 'field', 'levels'])
      .where('code', '=', '1.001193')
      .execute(),
  )
  return { address: await app.listen({ port: 0, host: '127.0.0.1' }), close: () => app.close() }
}
