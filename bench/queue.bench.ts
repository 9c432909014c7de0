import { readConfig } from '../src/ground/config.ts'
import { openAround } from '../src/main/open.ts'
import { openCaller } from './support/caller.ts'
import { figure, median, percentile } from './support/figure.ts'
import { fillProvince } from './support/full-province.ts'
import { monday, openBenchHouse } from './support/house.ts'
import { cookieOf, pageTimes } from './support/visitor.ts'

/**
 * Pages that list dossiers, whole and over HTTP, in a province of 100,000 and of 1,000,000 dossiers (and of 10,000,000 with
 * MOTCUA_SOAK=1). Every page compared is full at each size. Aims: at most 20 ms at a million, at most 1.5 times the smaller province.
 */
const sizes = [100_000, 1_000_000, ...(process.env['MOTCUA_SOAK'] ? [10_000_000] : [])]
const times = Number(process.env['BENCH_TIMES'] ?? 60)
const aim = { what: 'aim', value: 20 }

/** Name, who looks, where, and at least how many rows the page must show. */
const pages: readonly [name: string, who: string, path: string, rows: number][] = [
  ['queue, first page', 'tiepnhan', '/viec/intake', 25],
  ['queue, third page', 'tiepnhan', '/viec/intake', 25],
  ['queue of one officer', 'chuyenvien', '/viec/mine', 25],
  ['queue of an agency', 'lanhdao', '/viec/assign', 25],
  ['morning page of the counter', 'tiepnhan', '/viec', 10],
  ['all dossiers of the counter', 'tiepnhan', '/viec/all', 25],
  ['all dossiers of the province', 'thanhtra', '/viec/all', 25],
  ['find by code', 'tiepnhan', '/viec/tim?q=BENCHREF-5', 0],
  ['find by a common name', 'tiepnhan', '/viec/tim?q=nguyen+van', 25],
  ['find by a rare name', 'tiepnhan', '/viec/tim?q={rare}', 1],
  ['find by a name nobody has', 'tiepnhan', '/viec/tim?q=khong+co+ai', 0],
  ['find by a rare name in the province', 'thanhtra', '/viec/tim?q={rare}', 1],
  ['register of a month', 'tiepnhan', '/viec/so?thang=2026-02', 50],
  ['dossiers of one citizen', 'congdan', '/ho-so', 4],
]

const house = await openBenchHouse()
const inside = await openAround(
  readConfig({ MOTCUA_DATA: house.data, MOTCUA_NOW: monday, MOTCUA_LOG: 'error', PORT: '0' }),
  house.appUrl,
)
const caller = openCaller(house.base, 1)
const small = new Map<string, number>()
try {
  let before = 0
  for (const size of sizes) {
    const begun = performance.now()
    const { rareName } = await fillProvince(house.data, before, size)
    figure('queue', `loading up to ${size} dossiers`, (performance.now() - begun) / 1000, 's')
    before = size
    for (const [name, who, path, rows] of pages)
      await measure(size, name, who, path.replace('{rare}', encodeURIComponent(rareName)), rows)
  }
} finally {
  caller.close()
  await inside.close()
  await house.close()
}

async function measure(size: number, name: string, who: string, first: string, rows: number): Promise<void> {
  const cookie = await cookieOf(inside, who)
  const path = name.includes('third') ? await deeper(first, cookie, 2) : first
  const { took, text } = await pageTimes(caller, path, cookie, times)
  const shown = [...text.matchAll(/<tr[ >]/g)].length - [...text.matchAll(/<thead/g)].length
  if (shown < rows) throw new Error(`${name} at ${size}: ${shown} rows, ${rows} wanted`)
  const middle = median(took)
  const reference = small.get(name)
  figure('queue', `${name}, ${size} dossiers, median`, middle, 'ms', size === sizes[0] ? undefined : aim)
  figure('queue', `${name}, ${size} dossiers, p95`, percentile(took, 0.95), 'ms')
  if (reference === undefined) small.set(name, middle)
  else figure('queue', `${name}, ${size} against ${sizes[0]}`, middle, 'ms', { what: `${sizes[0]}`, value: reference })
}

/** Follows the way to the next page so often. */
async function deeper(path: string, cookie: string, pages: number): Promise<string> {
  let here = path
  for (let left = pages; left > 0; left -= 1) {
    const { text } = await caller.send('GET', here, { cookie })
    const next = /href="([^"]*[?&](?:amp;)?tu=[^"]*)"/.exec(text)?.[1]
    if (!next) throw new Error(`${here} has no next page`)
    here = next.replaceAll('&amp;', '&')
  }
  return here
}
