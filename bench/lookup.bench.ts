import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { withClient } from '../src/ground/postgres/roles.ts'
import { fire, type Fired } from './support/cannon.ts'
import { figure, median } from './support/figure.ts'
import { fillProvince } from './support/full-province.ts'
import { openBenchHouse, programArguments, root } from './support/house.ts'

/** The public lookup by code in a province of 100,000 dossiers, beside a bare handler that does one indexed select, in turns. */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3)
const seconds = Number(process.env['BENCH_SECONDS'] ?? 4)

const house = await openBenchHouse()
// One address asks for every code here: the province lets it, else the limit would be measured.
await withClient(house.ownerUrl, (client) =>
  client.query(`
    insert into policy.decision (id, setting, value, is_cleared, valid_from, legal_basis, confidence, proposed_at, decided_at, is_approved)
    values (gen_random_uuid(), 'lookup.public.codes', '1000000', false, '2026-03-01', 'phép đo', 'read', '2026-03-01', '2026-03-01', true)`),
)
await fillProvince(house.data, 0, 100_000)
const codes = await withClient(house.ownerUrl, async (client) => {
  const { rows } = await client.query<{ code: string }>(
    `select d.code from dossiers.dossier d where code is not null and exists (select from dossiers.event where dossier = d.id)`,
  )
  return rows.map(({ code }) => code)
})
const bare = spawn(process.execPath, [...programArguments(), join(root, 'bench/support/bare.ts'), house.appUrl], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
try {
  const [line] = (await once(createInterface(bare.stdout), 'line')) as [string]
  const [http, fastify] = JSON.parse(line) as [number, number]
  const { postmaster } = house
  const named = (prefix: string) => codes.map((code) => `${prefix}${code}`)
  const cases: { name: string; base: string; paths: string[]; pid: number; seen: Fired[] }[] = [
    { name: 'bare node:http', base: `http://127.0.0.1:${http}`, paths: named('/http/'), pid: bare.pid!, seen: [] },
    { name: 'bare Fastify', base: `http://127.0.0.1:${fastify}`, paths: named('/lookup/'), pid: bare.pid!, seen: [] },
    { name: 'lookup', base: house.base, paths: named('/api/v1/lookup/'), pid: house.pid, seen: [] },
    { name: 'lookup page', base: house.base, paths: named('/tra-cuu/'), pid: house.pid, seen: [] },
  ]
  for (const { base, paths, pid } of cases) await fire(base, paths, 3, { pid, postmaster })
  for (let round = 0; round < rounds; round += 1) {
    for (const { base, paths, pid, seen } of cases) seen.push(await fire(base, paths, seconds, { pid, postmaster }))
  }
  const of = (seen: Fired[], what: keyof Fired) => median(seen.map((one) => one[what]))
  const limit = of(cases[1]!.seen, 'rate')
  for (const { name, seen } of cases) {
    const against = name === 'bare Fastify' ? undefined : { what: 'bare Fastify, one select', value: limit }
    figure('lookup', name, of(seen, 'rate'), 'requests/s', against)
    figure('lookup', `${name}: server`, of(seen, 'server'), 'CPU ms/request')
    figure('lookup', `${name}: PostgreSQL`, of(seen, 'database'), 'CPU ms/request')
    figure('lookup', `${name}: p99`, of(seen, 'p99'), 'ms')
  }
} finally {
  bare.kill('SIGTERM')
  await house.close()
}
