import { readdirSync, readFileSync } from 'node:fs'

/** The kernel counts in hundredths of a second. */
const tick = 10

/** CPU time a process has used with all its threads, and what its ended children had used, in ms. */
export function cpuOf(pid: number): number {
  const [user, system, childUser, childSystem] = fields(pid).slice(11, 15).map(Number) as [
    number,
    number,
    number,
    number,
  ]
  return (user + system + childUser + childSystem) * tick
}

/** CPU time by the name of the thread, in the program itself and in the kernel for it, in ms. */
export function cpuByThread(pid: number): Map<string, { user: number; system: number }> {
  const times = new Map<string, { user: number; system: number }>()
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    const text = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8')
    const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))
    const [user, system] = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number) as [number, number]
    const before = times.get(name) ?? { user: 0, system: 0 }
    times.set(name, { user: before.user + user * tick, system: before.system + system * tick })
  }
  return times
}

/** CPU time of a PostgreSQL server with every backend, living and gone, in ms. */
export function cpuOfServer(postmaster: number): number {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(Number(name)) === postmaster)
  return [postmaster, ...children.map(Number)].reduce((sum, pid) => sum + known(pid), 0)
}

/** Memory that lies in RAM now, MB (10^6 bytes). */
export function residentOf(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return (Number(line?.[1] ?? 0) * 1024) / 1e6
}

function known(pid: number): number {
  try {
    return cpuOf(pid)
  } catch {
    return 0
  }
}

function parentOf(pid: number): number {
  try {
    return Number(fields(pid)[1])
  } catch {
    return 0
  }
}

/** `/proc/<pid>/stat` after the name of the program, which may hold anything. */
function fields(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}
