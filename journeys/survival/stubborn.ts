import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'

/** One request that changes something, and what was answered: the client's own log. */
export type Sent = {
  who: string
  path: string
  key: string
  request: Request
  tries: number
  status: number
  body: any
}

export type Request = { json: unknown } | { file: { name: string; bytes: Uint8Array<ArrayBuffer> } }

/**
 * A client that does not give up: what got no answer, or the answer that the house cannot work now, is sent again under the same
 * key until it is answered. Everything that was answered is in its log.
 */
export function stubborn(base: string, whenOpen: () => Promise<void>, answered: (sent: Sent) => void = () => {}) {
  const log: Sent[] = []
  const tokens = new Map<string, string>()
  let retries = 0

  /** Sends until there is an answer that is not "later"; `again` tells whether this was sent before. */
  async function insist(make: () => Promise<Response>): Promise<{ status: number; body: any; tries: number }> {
    for (let tries = 1; ; tries += 1) {
      await whenOpen()
      try {
        const response = await make()
        const text = await response.text()
        if (response.status !== 503) return { status: response.status, body: text ? JSON.parse(text) : null, tries }
      } catch (fault) {
        if (fault instanceof SyntaxError) throw fault
      }
      retries += 1
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  async function tokenOf(who: string): Promise<string> {
    const known = tokens.get(who)
    if (known) return known
    const body = JSON.stringify({ username: who, password: 'Demo@12345' })
    const headers = { 'content-type': 'application/json' }
    const answer = await insist(() => fetch(`${base}/api/v1/sessions`, { method: 'POST', headers, body }))
    assert.equal(answer.status, 201, JSON.stringify(answer.body))
    tokens.set(who, answer.body.token)
    return answer.body.token
  }

  async function get(who: string | null, path: string): Promise<any> {
    const headers: Record<string, string> = who ? { authorization: `Bearer ${await tokenOf(who)}` } : {}
    const { status, body } = await insist(() => fetch(`${base}/api/v1${path}`, { headers }))
    assert.equal(status, 200, `GET ${path}: ${status} ${JSON.stringify(body)}`)
    return body
  }

  async function send(who: string, path: string, body: Request, key: string): Promise<Sent> {
    const token = await tokenOf(who)
    const headers: Record<string, string> = { authorization: `Bearer ${token}`, 'idempotency-key': key }
    if ('json' in body) headers['content-type'] = 'application/json'
    const answer = await insist(() =>
      fetch(`${base}/api/v1${path}`, {
        method: 'POST',
        headers,
        body: 'json' in body ? JSON.stringify(body.json) : formOf(body.file),
      }),
    )
    return { who, path, key, request: body, ...answer }
  }

  /** Does something once, however often it has to be said. */
  async function post(who: string, path: string, body: Request, expected = 200): Promise<any> {
    const key = randomUUID()
    const sent = await send(who, path, body, key)
    assert.equal(sent.status, expected, `${who} ${path}: ${sent.status} ${JSON.stringify(sent.body)}`)
    log.push(sent)
    answered(sent)
    return sent.body
  }

  return { get, post, send, log, retries: () => retries }
}

export type Stubborn = ReturnType<typeof stubborn>

/** The same form, byte for byte, each time it is sent: a key stands for one request. */
function formOf({ name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> }): FormData {
  const form = new FormData()
  form.set('file', new Blob([bytes]), name)
  return form
}
