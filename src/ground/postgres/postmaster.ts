import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A running server as its own lock file tells: its process, the folder of its socket, and whether it takes clients. */
export type Postmaster = { readonly pid: number; readonly socketFolder: string; readonly status: string }

/** What `postmaster.pid` says, alive or not; its lines are pid, folder, start time, port, socket folder, address, shared memory, status. */
export function lockFile(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return Number.isInteger(pid) && pid > 0
      ? { pid, socketFolder: lines[4]?.trim() ?? '', status: lines[7]?.trim() ?? '' }
      : undefined
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw fault
  }
}

/** The server of this cluster when it is really alive: a number that now belongs to another program does not count. */
export function running(cluster: string): Postmaster | undefined {
  const found = lockFile(cluster)
  if (!found) return undefined
  return folderOf(found.pid) === realpathSync(cluster) ? found : undefined
}

/** The server changes into its cluster at once, so the working folder of a process tells whose it is. */
function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Asks again every 10 ms until there is an answer or the seconds are over. */
export async function until<T>(ask: () => T | undefined, seconds: number): Promise<T | undefined> {
  for (let left = seconds * 100; left > 0; left--) {
    const answer = ask()
    if (answer !== undefined) return answer
    await wait(10)
  }
  return ask()
}

/** Stops the server: clients are cut off, everything is written down. Kills without ceremony only after half a minute. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const server = running(cluster)
  if (!server) return
  const gone = () => (running(cluster)?.pid === server.pid ? undefined : true)
  process.kill(server.pid, 'SIGINT')
  if (await until(gone, 30)) return
  process.kill(server.pid, 'SIGQUIT')
  if (!(await until(gone, 10))) throw new Error(`PostgreSQL (pid ${server.pid}) does not stop`)
}
