import { connect } from 'node:net'
import { guardedLookup } from '../ground/outgoing.ts'

/** How long a scanner may take for one file of at most 20 MiB. */
const patience = 30_000
const piece = 64 * 1024

export type ScanAnswer = { found: string | undefined }

/**
 * Asks clamd about some bytes (INSTREAM); `address` is `host:port` or the path of its socket. Throws when it cannot be reached, takes too long or
 * answers with an error. `inside` names scanners of the house's own network.
 */
export function askClamd(address: string, bytes: Uint8Array, inside: readonly string[] = []): Promise<ScanAnswer> {
  return new Promise((resolve, reject) => {
    const [, host, port] = /^(.+):(\d+)$/.exec(address) ?? []
    const socket = port ? connect({ port: Number(port), host: host!, lookup: guardedLookup(inside) }) : connect(address)
    const said: Buffer[] = []
    socket.setTimeout(patience, () => socket.destroy(new Error('the virus scanner took too long')))
    socket.on('error', reject)
    socket.on('data', (part: Buffer) => void said.push(part))
    socket.on('end', () => {
      const answer = Buffer.concat(said).toString('utf8').replaceAll('\0', '').trim()
      const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
      if (found || answer === 'stream: OK') resolve({ found })
      else reject(new Error(`the virus scanner answered: ${answer.slice(0, 100) || 'nothing'}`))
    })
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      for (let from = 0; from < bytes.length; from += piece) {
        const part = bytes.subarray(from, from + piece)
        const size = Buffer.alloc(4)
        size.writeUInt32BE(part.length)
        socket.write(size)
        socket.write(part)
      }
      socket.write(Buffer.alloc(4))
    })
  })
}
