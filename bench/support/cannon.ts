import { cpuOf, cpuOfServer } from './cpu.ts'

type Result = { '2xx': number; non2xx: number; duration: number; latency: { p50: number; p99: number } }
type Autocannon = (options: object) => Promise<Result>

/** Comes with `bench/package.json`, which has no types for it. */
const { default: autocannon } = (await import('autocannon' as string)) as { default: Autocannon }

export type Fired = { rate: number; p50: number; p99: number; server: number; database: number }

/** Asks for these addresses in turn over 16 kept connections; any answer but 2xx ends the measurement. */
export async function fire(
  base: string,
  paths: readonly string[],
  seconds: number,
  { pid, postmaster }: { pid: number; postmaster: number },
): Promise<Fired> {
  const before = { server: cpuOf(pid), database: cpuOfServer(postmaster) }
  const found = await autocannon({
    url: base,
    connections: 16,
    duration: seconds,
    requests: paths.map((path) => ({ method: 'GET', path })),
  })
  const done = found['2xx']
  if (found.non2xx > 0 || done === 0) throw new Error(`${base}: ${found.non2xx} answers were no 2xx, ${done} were`)
  return {
    rate: done / found.duration,
    p50: found.latency.p50,
    p99: found.latency.p99,
    server: (cpuOf(pid) - before.server) / done,
    database: (cpuOfServer(postmaster) - before.database) / done,
  }
}
