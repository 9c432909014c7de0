import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { CannotOpen } from '../ground/cannot-open.ts'

export type Seat = { closing(): void; leave(): Promise<void> }

/**
 * One house sits in a data folder. The seat is the name of an abstract socket, which the kernel takes back however its holder
 * ends; whoever comes second asks it who is there and is refused, or waits while the first is just closing.
 */
export async function takeSeat(folder: string, port: number): Promise<Seat> {
  const name = `\0motcua-house-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16)}`
  const sign = { pid: process.pid, port, closing: false }
  for (let patience = 60; ; patience -= 1) {
    const server = await sit(name, () => JSON.stringify(sign))
    if (server) {
      server.unref()
      return {
        closing: () => void (sign.closing = true),
        leave: () => new Promise((resolve) => server.close(() => resolve())),
      }
    }
    const other = await whoSits(name)
    if (patience === 0 || (other && !other.closing))
      throw new CannotOpen(
        `Thư mục dữ liệu ${folder} đang được một Một Cửa khác dùng (tiến trình ${other?.pid ?? '?'}, cổng ${other?.port ?? '?'}). Hãy đóng nó, hoặc đặt MOTCUA_DATA khác.\n` +
          `  The data folder is in use by another Một Cửa (process ${other?.pid ?? '?'}, port ${other?.port ?? '?'}). Close it, or set another MOTCUA_DATA.`,
      )
    await wait(250)
  }
}

function sit(name: string, sign: () => string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.on('error', () => {}).end(sign()))
    server.once('error', (fault: NodeJS.ErrnoException) =>
      fault.code === 'EADDRINUSE' ? resolve(undefined) : reject(fault),
    )
    server.listen({ path: name }, () => resolve(server))
  })
}

function whoSits(name: string): Promise<{ pid: number; port: number; closing: boolean } | undefined> {
  return new Promise((resolve) => {
    let said = ''
    connect({ path: name })
      .setTimeout(1_000, () => resolve(undefined))
      .on('data', (part) => (said += part.toString()))
      .on('error', () => resolve(undefined))
      .on('close', () => resolve(said ? JSON.parse(said) : undefined))
  })
}
