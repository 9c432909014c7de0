import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../src/main/open.ts'
import { running } from '../../src/ground/postgres/postmaster.ts'
import { addressOf } from '../../src/ground/postgres/roles.ts'
import { monday } from '../../src/main/testing.ts'

/** A real house in a process of its own, with its own embedded PostgreSQL, as `npm start` opens it. */
export type Child = {
  readonly pid: number
  readonly base: string
  /** Everything it said so far. */
  said(): string
  /** Open: doors, database and worker. Throws when it ends before. */
  opened: Promise<void>
  ended: Promise<number>
  signal(name: NodeJS.Signals): void
  /** Asks it to close and gives its exit code. */
  close(): Promise<number>
}

export type Place = { data: string; port: number; env?: Record<string, string> }

export function openChild({ data, port, env = {} }: Place, command: readonly string[] = ['start']): Child {
  const surroundings: NodeJS.ProcessEnv = {
    ...{ PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'] },
    ...{ MOTCUA_DATA: data, PORT: String(port), HOST: '127.0.0.1', MOTCUA_NOW: monday, MOTCUA_LOG: 'warn' },
    // One that is killed never lays down what it compiled: it takes what the run has.
    ...{ NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(tmpdir(), 'motcua-compiled') },
    ...env,
  }
  const child = spawn(
    process.execPath,
    ['--import', join(root, 'scripts/tsx.mjs'), join(root, 'src/main/cli.ts'), ...command],
    { cwd: root, env: surroundings, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()))
  const ended = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)))
  const opened = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => text.includes('Ctrl-C') && resolve())
    void ended.then((code) => reject(new Error(`the house ended with ${code} before it was open:\n${text}`)))
  })
  opened.catch(() => undefined)
  return {
    pid: child.pid!,
    base: `http://127.0.0.1:${port}`,
    said: () => text,
    opened,
    ended,
    signal: (name) => void child.kill(name),
    close: async () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** Runs one command of the house to its end. */
export async function runChild(place: Place, ...command: string[]): Promise<{ code: number; said: string }> {
  const child = openChild(place, command)
  return { code: await child.ended, said: child.said() }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The server of this folder and every process it made, oldest first. */
export function serverProcesses(data: string): number[] {
  const server = running(join(data, 'postgres/cluster'))
  if (!server) return []
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === server.pid)
    .map(Number)
  return [server.pid, ...children]
}

function parentOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ')[1])
  } catch {
    return 0
  }
}

/** To each of these processes; one that is gone already does not matter. */
export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal)
    } catch {
      // Gone with its parent.
    }
  }
}

/** The way into the database of a house that runs, past the house itself. */
export function databaseOf(data: string, role: 'owner' | 'superuser' = 'owner'): string {
  const secrets = JSON.parse(readFileSync(join(data, 'postgres/passwords.json'), 'utf8'))
  const name = role === 'owner' ? 'motcua_owner' : 'postgres'
  return addressOf(running(join(data, 'postgres/cluster'))!.socketFolder, name, secrets[role], 'motcua')
}

/** Ends what is left of a house and its database, and removes its folder. */
export async function clearAway(data: string, child?: Child): Promise<void> {
  child?.signal('SIGKILL')
  await child?.ended
  signalAll(serverProcesses(data), 'SIGCONT')
  signalAll(serverProcesses(data), 'SIGKILL')
  rmSync(data, { recursive: true, force: true })
}

/** Asks again, as fast as answers come, until the answer is yes. */
export async function until(ask: () => Promise<boolean>, what: string, seconds = 60): Promise<void> {
  const end = performance.now() + seconds * 1000
  while (!(await ask())) {
    if (performance.now() > end) throw new Error(`after ${seconds} seconds still not: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
