import { connect } from 'node:net'

/** Sends bytes as they are, for what no client library would send, and reads until the line is closed. */
export function sendRaw(
  base: string,
  text: string | Uint8Array,
): Promise<{ status: number; head: string; body: string }> {
  const { hostname, port } = new URL(base)
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    const socket = connect(Number(port), hostname)
    // The house may close before it has read everything: what it said until then is the answer.
    const done = () => {
      const [head = '', ...rest] = Buffer.concat(parts).toString('utf8').split('\r\n\r\n')
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0)
      resolve({ status, head: head.toLowerCase(), body: rest.join('\r\n\r\n') })
    }
    socket.on('data', (part) => parts.push(part)).on('close', done)
    socket.on('error', (fault) => (parts.length > 0 ? done() : reject(fault)))
    socket.write(text)
  })
}
