import { Agent, request } from 'node:http'

export type Caller = ReturnType<typeof openCaller>

/** A caller of the doors for machines that keeps its connections open: as little work of its own as Node allows. */
export function openCaller(base: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const { hostname, port } = new URL(base)
  const tokens = new Map<string, string>()

  function send(method: string, path: string, headers: Record<string, string | number>, body?: string | Uint8Array) {
    return new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sent = request({ agent, hostname, port, method, path, headers }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => resolve({ status: answer.statusCode!, text: Buffer.concat(parts).toString('utf8') }))
        answer.on('error', reject)
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }

  /** Asks as this account and answers with what was said; another status than the one expected ends the measurement. */
  async function ask<T = Record<string, unknown>>(
    status: number,
    who: string | null,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<T> {
    const headers: Record<string, string | number> = {}
    if (who) headers['authorization'] = `Bearer ${tokens.get(who) ?? (await signIn(who))}`
    const text = body === undefined ? undefined : JSON.stringify(body)
    if (text !== undefined)
      Object.assign(headers, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    const answer = await send(method, `/api/v1${path}`, headers, text)
    if (answer.status !== status)
      throw new Error(`${who} ${method} ${path}: ${answer.status} ${answer.text.slice(0, 300)}`)
    return JSON.parse(answer.text) as T
  }

  async function signIn(who: string): Promise<string> {
    const { token } = await ask<{ token: string }>(201, null, 'POST', '/sessions', {
      username: who,
      password: 'Demo@12345',
    })
    tokens.set(who, token)
    return token
  }

  /** Sends one file as a browser's form would, with as little ceremony. */
  async function upload(who: string, name: string, bytes: Uint8Array): Promise<{ id: string }> {
    const mark = '----motcua-bench'
    const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${mark}--\r\n`)])
    const authorization = `Bearer ${tokens.get(who) ?? (await signIn(who))}`
    const headers = {
      authorization,
      'content-type': `multipart/form-data; boundary=${mark}`,
      'content-length': body.length,
    }
    const answer = await send('POST', '/api/v1/files', headers, body)
    if (answer.status !== 201) throw new Error(`${who} upload: ${answer.status} ${answer.text.slice(0, 300)}`)
    return JSON.parse(answer.text) as { id: string }
  }

  return { ask, upload, send, signIn, close: () => agent.destroy() }
}
