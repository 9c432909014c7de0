import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Debian keeps it where only root's path leads. */
const clamd = ['/usr/sbin/clamd', 'clamd'].find((one) => !spawnSync(one, ['--version']).error)

/** Why the real scanner cannot be asked here; false when it can. */
export const withoutClamd = clamd ? false : 'clamav-daemon is not installed'

export type Scanner = { address: string; close(): void }

/** The real clamd with two signatures of its own and nothing from the network: one for a text anywhere in a file, one for a whole file. */
export async function openScanner(marker: string, whole: Uint8Array): Promise<Scanner> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-clamd-'))
  chmodSync(folder, 0o755)
  writeFileSync(join(folder, 'own.ndb'), `MotCua.Test.Marker:0:*:${Buffer.from(marker).toString('hex')}\n`)
  const md5 = createHash('md5').update(whole).digest('hex')
  writeFileSync(join(folder, 'own.hdb'), `${md5}:${whole.length}:MotCua.Test.Whole\n`)
  const port = await freePort()
  const config = join(folder, 'clamd.conf')
  const lines = ['Foreground yes', `DatabaseDirectory ${folder}`, 'TCPAddr 127.0.0.1', `TCPSocket ${port}`]
  writeFileSync(config, `${[...lines, 'StreamMaxLength 25M', 'MaxThreads 2', 'OfficialDatabaseOnly no'].join('\n')}\n`)
  const child = spawn(clamd ?? 'clamd', ['--config-file', config], { stdio: 'ignore' })
  await listening(port, child)
  return {
    address: `127.0.0.1:${port}`,
    close: () => {
      child.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready))
  const { port } = probe.address() as { port: number }
  await new Promise((closed) => probe.close(closed))
  return port
}

/** Asks again and again until somebody takes the call; gives up when the program ended. */
async function listening(port: number, child: ChildProcess): Promise<void> {
  while (!(await isTaken(port))) {
    if (child.exitCode !== null) throw new Error(`clamd ended with ${child.exitCode}`)
    await wait(50)
  }
}

const isTaken = (port: number) =>
  new Promise<boolean>((told) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      told(true)
    })
    socket.once('error', () => told(false))
  })
