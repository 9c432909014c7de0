// Where the time of a life goes: functions of the server by CPU time (V8's own profile) and statements by time in PostgreSQL
// (pg_stat_statements). A tool to look with, not a figure: `node --import ./scripts/tsx.mjs bench/where.ts [--papers] [seconds]`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { scannedPdf } from '../journeys/papers.ts'
import { addressOf, withClient } from '../src/ground/postgres/roles.ts'
import { startPostgres } from '../src/ground/postgres/start.ts'
import { openCaller } from './support/caller.ts'
import { cpuByThread, cpuOf, cpuOfServer } from './support/cpu.ts'
import { freePort, openBenchHouse } from './support/house.ts'
import { planFor, wayByHttp } from './support/life-by-http.ts'
import { liveOnce } from './support/life.ts'
import { type Profile, timesOf, watchFunctions } from './support/profile.ts'
import { inSeconds } from './support/rounds.ts'

const papers = process.argv.includes('--papers')
const seconds = Number(process.argv.find((each) => /^\d+$/.test(each)) ?? 10)
const port = await freePort()
const paper = await scannedPdf('Giấy tờ')
const house = await openBenchHouse({
  imports: papers ? [] : ['bench/support/papers-left-out.mjs'],
  nodeOptions: [`--inspect=127.0.0.1:${port}`],
  prepare: loadStatistics,
})
try {
  const caller = openCaller(house.base, 8)
  const plan = await planFor(caller, papers ? '1.001193' : '2.000635', paper)
  await inSeconds(6, 8, () => liveOnce(wayByHttp(caller), plan, paper))
  await withClient(await superuser(house.data), (client) => client.query('select pg_stat_statements_reset()'))
  const before = { web: cpuOf(house.pid), database: cpuOfServer(house.postmaster) }
  const threads = cpuByThread(house.pid)
  const watching = await watchFunctions(port)
  const { done } = await inSeconds(seconds, 8, () => liveOnce(wayByHttp(caller), plan, paper))
  const [web, database] = [cpuOf(house.pid) - before.web, cpuOfServer(house.postmaster) - before.database]
  console.log(
    `${done} lives; CPU ms a life: web ${(web / done).toFixed(1)}, PostgreSQL ${(database / done).toFixed(1)}\n`,
  )
  const byThread = [...cpuByThread(house.pid)].map(([name, { user, system }]) => {
    const then = threads.get(name) ?? { user: 0, system: 0 }
    return `${name} ${((user - then.user) / done).toFixed(1)} + ${((system - then.system) / done).toFixed(1)}`
  })
  console.log(`CPU ms a life by thread, the program and the kernel for it: ${byThread.join(', ')}\n`)
  const profile = await watching.stop()
  await printStatements(done)
  printFunctions(profile)
  caller.close()
} finally {
  await house.close()
}

async function loadStatistics(data: string): Promise<void> {
  const postgres = await startPostgres({ dataDir: join(data, 'postgres') })
  await withClient(await superuser(data), async (client) => {
    await client.query(`alter system set shared_preload_libraries = 'pg_stat_statements'`)
    await client.query(`alter system set pg_stat_statements.track = 'all'`)
    await client.query('alter system set pg_stat_statements.track_planning = on')
    await client.query('create extension pg_stat_statements')
  })
  await postgres.stop()
}

async function superuser(data: string): Promise<string> {
  const folder = join(data, 'postgres')
  const [, , , , socket = ''] = readFileSync(join(folder, 'cluster/postmaster.pid'), 'utf8').split('\n')
  const { superuser: password } = JSON.parse(readFileSync(join(folder, 'passwords.json'), 'utf8')) as {
    superuser: string
  }
  return addressOf(socket.trim(), 'postgres', password, 'motcua')
}

async function printStatements(lives: number): Promise<void> {
  type Row = { query: string; calls: number; plan: number; exec: number; top: boolean }
  const rows = await withClient(await superuser(house.data), async (client) => {
    const { rows } = await client.query<Row>(`
      select query, sum(calls)::int as calls, sum(total_plan_time)::float as plan, sum(total_exec_time)::float as exec, toplevel as top
      from pg_stat_statements group by query, toplevel order by sum(total_plan_time + total_exec_time) desc`)
    return rows
  })
  const statements = rows.filter(({ top }) => top)
  const all = statements.reduce((sum, { calls }) => sum + calls, 0)
  const time = (what: 'plan' | 'exec') => statements.reduce((sum, row) => sum + row[what], 0) / lives
  console.log(
    `statements a life: ${(all / lives).toFixed(0)}; planning ${time('plan').toFixed(1)} ms, executing ${time('exec').toFixed(1)} ms`,
  )
  for (const { query, calls, plan, exec, top } of rows.slice(0, 60)) {
    const figures = [calls / lives, plan / lives, exec / lives].map((value) => value.toFixed(2).padStart(8)).join('')
    console.log(`${figures} ${top ? ' ' : '·'} ${query.replaceAll(/\s+/g, ' ').slice(0, 130)}`)
  }
}

function printFunctions(profile: Profile): void {
  const { own, whole } = timesOf(profile)
  const isWork = (name: string) => !/^\((idle|root|program)\)/.test(name)
  const total = [...own].filter(([name]) => isWork(name)).reduce((sum, [, ms]) => sum + ms, 0)
  const print = (title: string, times: Map<string, number>, most: number) => {
    console.log(`\n${title}, of ${total.toFixed(0)} ms`)
    for (const [name, ms] of [...times]
      .filter(([name]) => isWork(name))
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, most))
      console.log(`${ms.toFixed(0).padStart(8)} ms ${((100 * ms) / total).toFixed(1).padStart(6)} %  ${name}`)
  }
  print('functions by what they did themselves', own, 40)
  print('functions of ours with all they called', new Map([...whole].filter(([name]) => !name.includes('~'))), 60)
}
