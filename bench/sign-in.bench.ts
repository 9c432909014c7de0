import { loadavg } from 'node:os'
import { withClient } from '../src/ground/postgres/roles.ts'
import { cpuOf, cpuOfServer } from './support/cpu.ts'
import { figure, median, percentile } from './support/figure.ts'
import { openBenchHouse } from './support/house.ts'

/**
 * A thousand people, each with an account of their own and the password of the training province, sign in by name and password as fast as sixteen connections
 * can: every password is checked (argon2id, 19 MiB, two passes, one lane), every session and audit entry is durable.
 */
const people = Number(process.env['BENCH_PEOPLE'] ?? 1_000)
const connections = 16

const house = await openBenchHouse()
try {
  await withClient(house.ownerUrl, (client) =>
    client.query(
      `insert into accounts.account (id, kind, username, display_name, password, state, assurance, created_at)
       select gen_random_uuid(), 'person', 'nguoi-' || n, 'Người ' || n, a.password, 'active', 'none', a.created_at
       from accounts.account a, generate_series(1, $1::int) n where a.username = 'congdan'`,
      [people],
    ),
  )
  const load = loadavg()[0]!
  const took: number[] = []
  const failed: string[] = []
  const before = { server: cpuOf(house.pid), database: cpuOfServer(house.postmaster) }
  const began = performance.now()
  let next = 1
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let person = next++; person <= people; person = next++) {
        const at = performance.now()
        const answer = await fetch(`${house.base}/api/v1/sessions`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ username: `nguoi-${person}`, password: 'Demo@12345' }),
        })
        const text = await answer.text()
        if (answer.status !== 201) failed.push(text)
        took.push(performance.now() - at)
      }
    }),
  )
  const minutes = (performance.now() - began) / 60_000
  const of = `${people} sign-ins, argon2id m=19456 t=2 p=1`
  figure('sign-in', of, people / minutes, 'sign-ins/minute', { what: 'aim, two cores', value: 1_000 })
  figure('sign-in', 'not let in', failed.length, 'sign-ins')
  figure('sign-in', 'median', median(took), 'ms')
  figure('sign-in', 'p95', percentile(took, 0.95), 'ms')
  figure('sign-in', 'server', (cpuOf(house.pid) - before.server) / people, 'CPU ms/sign-in')
  figure('sign-in', 'PostgreSQL', (cpuOfServer(house.postmaster) - before.database) / people, 'CPU ms/sign-in')
  figure('sign-in', 'load of the machine when it began', load, 'runnable')
  if (failed.length > 0) console.error(failed[0])
} finally {
  await house.close()
}
