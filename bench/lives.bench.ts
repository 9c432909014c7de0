import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { scannedPdf } from '../journeys/papers.ts'
import { openCaller } from './support/caller.ts'
import { cpuOf, cpuOfServer, residentOf } from './support/cpu.ts'
import { figure, median } from './support/figure.ts'
import { type BenchHouse, openBenchHouse, programArguments, root } from './support/house.ts'
import { planFor, wayByHttp } from './support/life-by-http.ts'
import type { Order, Told } from './support/life-in-process.ts'
import { liveOnce, type Plan } from './support/life.ts'
import { openLimit } from './support/limit.ts'
import { inSeconds } from './support/rounds.ts'

/** Whole lives a second, beside what PostgreSQL and its bare driver do in the same minutes. What is in each: bench/README.md. */
const atOnce = 8
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3)
const seconds = Number(process.env['BENCH_SECONDS'] ?? 5)
const leftOut = ['bench/support/papers-left-out.mjs']
const paper = await scannedPdf('Giấy tờ')

type Measured = { rate: number; web: number; database: number; load: number }
type Site = { name: string; imports: string[]; house: BenchHouse; caller: ReturnType<typeof openCaller>; plan: Plan }

const sites = [await openSite('acts', '2.000635', leftOut), await openSite('with papers', '1.001193', [])]
const limit = await openLimit(sites[0]!.house.ownerUrl, atOnce)
const seen = { limit: [] as Measured[], http: new Map<string, Measured[]>(), inside: new Map<string, Measured[]>() }
try {
  // One round that is not counted: compilers, caches and connections warm up.
  for (let round = 0; round <= rounds; round += 1) {
    const keep = round > 0
    const lasts = keep ? seconds : 2
    const bare = await measure(sites[0]!.house, () => inSeconds(lasts, atOnce, limit.live))
    if (keep) seen.limit.push(bare)
    for (const site of sites) {
      const http = await measure(site.house, () =>
        inSeconds(lasts, atOnce, () => liveOnce(wayByHttp(site.caller), site.plan, paper)),
      )
      const inside = await insideProcess(site, lasts)
      if (!keep) continue
      add(seen.http, site.name, http)
      add(seen.inside, site.name, inside)
    }
  }
  report()
} finally {
  await limit.close()
  for (const { caller, house } of sites) {
    caller.close()
    await house.close()
  }
}

async function openSite(name: string, procedure: string, imports: string[]): Promise<Site> {
  const house = await openBenchHouse({ imports })
  const caller = openCaller(house.base, atOnce)
  return { name, imports, house, caller, plan: await planFor(caller, procedure, paper) }
}

/** Does the round and answers lives a second and CPU ms a life of the web server, PostgreSQL and this program. */
async function measure(
  { pid, postmaster }: BenchHouse,
  round: () => Promise<{ done: number; seconds: number }>,
): Promise<Measured> {
  const before = { web: cpuOf(pid), database: cpuOfServer(postmaster), load: process.cpuUsage() }
  const { done, seconds } = await round()
  const load = process.cpuUsage(before.load)
  return {
    rate: done / seconds,
    web: (cpuOf(pid) - before.web) / done,
    database: (cpuOfServer(postmaster) - before.database) / done,
    load: (load.user + load.system) / 1000 / done,
  }
}

async function insideProcess({ imports, house, plan }: Site, seconds: number): Promise<Measured> {
  const order = join(house.data, 'order.json')
  writeFileSync(
    order,
    JSON.stringify({ data: house.data, appUrl: house.appUrl, plan, atOnce, seconds } satisfies Order),
  )
  const before = cpuOfServer(house.postmaster)
  const program = [...programArguments(imports), join(root, 'bench/support/life-in-process.ts'), order]
  const { stdout } = await promisify(execFile)(process.execPath, program)
  const told = JSON.parse(stdout) as Told
  const database = (cpuOfServer(house.postmaster) - before) / told.done
  return { rate: told.done / told.seconds, web: told.cpu / told.done, database, load: 0 }
}

function add(into: Map<string, Measured[]>, name: string, one: Measured): void {
  into.set(name, [...(into.get(name) ?? []), one])
}

function report(): void {
  const of = (all: Measured[], what: keyof Measured) => median(all.map((one) => one[what]))
  const bare = of(seen.limit, 'rate')
  figure('lives', 'limit: bare driver, same statements, 8 at once', bare, 'lives/s')
  figure('lives', 'limit: PostgreSQL', of(seen.limit, 'database'), 'CPU ms/life')
  figure('lives', 'limit: driver', of(seen.limit, 'load'), 'CPU ms/life')
  for (const { name, house } of sites) {
    const http = seen.http.get(name)!
    const inside = seen.inside.get(name)!
    const against = { what: 'limit', value: bare }
    figure('lives', `${name}, over HTTP, 8 at once`, of(http, 'rate'), 'lives/s', against)
    figure('lives', `${name}, over HTTP: web and worker`, of(http, 'web'), 'CPU ms/life')
    figure('lives', `${name}, over HTTP: PostgreSQL`, of(http, 'database'), 'CPU ms/life')
    figure('lives', `${name}, over HTTP: load`, of(http, 'load'), 'CPU ms/life')
    figure('lives', `${name}, in process, 8 at once`, of(inside, 'rate'), 'lives/s', against)
    figure('lives', `${name}, in process: acts`, of(inside, 'web'), 'CPU ms/life')
    figure('lives', `${name}, in process: PostgreSQL`, of(inside, 'database'), 'CPU ms/life')
    const aim = { what: 'aim', value: 350 }
    figure('lives', `${name}: web and worker, resident after`, residentOf(house.pid), 'MB', aim)
  }
}
