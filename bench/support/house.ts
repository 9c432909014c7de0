import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { lockFile } from '../../src/ground/postgres/postmaster.ts'
import { startPostgres } from '../../src/ground/postgres/start.ts'
import { root } from '../../src/main/open.ts'
import { monday } from '../../src/main/testing.ts'

export { monday, root }

/** A house as `npm start` opens it, in a process of its own, on a data folder of its own, with durable PostgreSQL. */
export type BenchHouse = {
  base: string
  data: string
  /** Web and worker: one process. */
  pid: number
  postmaster: number
  ownerUrl: string
  appUrl: string
  /** Stops the server; afterwards its data is gone. */
  close(): Promise<void>
}

type Options = {
  /** Loaded into the server before the house (see `papers-left-out.mjs`). */
  imports?: readonly string[]
  /** For Node itself, such as `--cpu-prof`. */
  nodeOptions?: readonly string[]
  /** Done with the data folder before the house opens. */
  prepare?: (data: string) => Promise<void>
}

/** Opens the training province anew. */
export async function openBenchHouse({ imports = [], nodeOptions = [], prepare }: Options = {}): Promise<BenchHouse> {
  const data = mkdtempSync(join(tmpdir(), 'motcua-bench-'))
  await prepare?.(data)
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const child = spawn(
    process.execPath,
    // The same thrift as in scripts/boot.mjs.
    [
      '--max-semi-space-size=4',
      '--heap-growing-percent=50',
      ...nodeOptions,
      ...programArguments(imports),
      join(root, 'src/main/cli.ts'),
      'start',
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        PORT: String(port),
        MOTCUA_DATA: data,
        MOTCUA_NOW: monday,
        MOTCUA_LOG: 'error',
        SMTP_URL: '',
        MALLOC_ARENA_MAX: '2',
        MALLOC_MMAP_THRESHOLD_: '65536',
        MALLOC_TRIM_THRESHOLD_: '65536',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const stop = stopper(child, data)
  try {
    await untilReady(base, child)
    // The measuring program joins the same server, so that it can lay tables beside and read what was done.
    const postgres = await startPostgres({ dataDir: join(data, 'postgres') })
    return {
      ...{ base, data, pid: child.pid!, postmaster: lockFile(join(data, 'postgres/cluster'))!.pid },
      ...{ ownerUrl: postgres.ownerUrl, appUrl: postgres.appUrl },
      close: async () => {
        await stop.child()
        await postgres.stop()
        stop.sweep()
      },
    }
  } catch (fault) {
    await stop.child()
    stop.sweep()
    throw fault
  }
}

/** What Node needs to run a program of the house. */
export function programArguments(imports: readonly string[] = []): string[] {
  return ['scripts/tsx.mjs', ...imports].flatMap((file) => ['--import', join(root, file)])
}

function stopper(child: ChildProcess, data: string) {
  const kill = () => void child.kill('SIGTERM')
  process.once('exit', kill)
  // Stopped from outside the measurement still closes its house.
  const end = () => process.exit(1)
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  return {
    child: async () => {
      process.off('exit', kill)
      process.off('SIGTERM', end)
      process.off('SIGINT', end)
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      kill()
      await ended
    },
    sweep: () => rmSync(data, { recursive: true, force: true }),
  }
}

async function untilReady(base: string, child: ChildProcess): Promise<void> {
  for (let patience = 1200; patience > 0; patience -= 1) {
    if (child.exitCode !== null) throw new Error(`the house ended with ${child.exitCode}`)
    const answer = await fetch(`${base}/healthz`).catch(() => undefined)
    if (answer?.status === 200) return
    await wait(50)
  }
  throw new Error('the house did not open within a minute')
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
