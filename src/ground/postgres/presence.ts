import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Who uses a data folder is kept in names of abstract sockets (`@motcua-…`, listed in /proc/net/unix): taking a name is
 * atomic, and the kernel gives it back the moment its holder ends, however it ends. So nothing can be left behind stale.
 */
export type Presence = { leave(): Promise<void> }

/** The name under which everyone who uses this folder meets. */
export function meetingName(folder: string): string {
  return `motcua-pg-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16)}`
}

/** Waits until nobody else is starting or stopping the server of this folder, then does the work alone. */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  let turn = await take(`${name}-turn`)
  while (!turn) {
    await wait(15)
    turn = await take(`${name}-turn`)
  }
  try {
    return await work()
  } finally {
    await close(turn)
  }
}

/** Says that this process uses the server, until it leaves or ends. */
export async function arrive(name: string): Promise<Presence> {
  const seat = await take(`${name}-user-${process.pid}-${randomBytes(4).toString('hex')}`)
  if (!seat) throw new Error('two users of a database folder drew the same name')
  seat.unref()
  return { leave: () => close(seat) }
}

/** How many processes use the server now. */
export function present(name: string): number {
  return readFileSync('/proc/net/unix', 'utf8').split(`@${name}-user-`).length - 1
}

function take(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (fault: NodeJS.ErrnoException) =>
      fault.code === 'EADDRINUSE' ? resolve(undefined) : reject(fault),
    )
    server.listen({ path: `\0${name}` }, () => resolve(server))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}
