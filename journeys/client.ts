import { visitor } from './visitor.ts'

/** A caller of the REST doors: signs in once a name and keeps the token. */
export type Answer = { status: number; body: any; headers: Headers }

export class Refusal extends Error {}

export function client(base: string) {
  const tokens = new Map<string, string>()
  const cookies = new Map<string, string>()

  async function call(
    who: string | null,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const token = who ? await tokenOf(who) : undefined
    const form = body instanceof FormData
    const response = await fetch(`${base}/api/v1${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body !== undefined && !form ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : form ? body : JSON.stringify(body),
    })
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: json && text ? JSON.parse(text) : text, headers: response.headers }
  }

  async function tokenOf(username: string): Promise<string> {
    const known = tokens.get(username)
    if (known) return known
    const { status, body } = await call(null, 'POST', '/sessions', { username, password: 'Demo@12345' })
    if (status !== 201) throw new Refusal(`sign in ${username}: ${status} ${JSON.stringify(body)}`)
    tokens.set(username, body.token)
    return body.token
  }

  /** The cookie of somebody who signed in with a browser, for looking at pages; a token of the REST doors opens none. */
  async function cookieOf(username: string): Promise<string> {
    const known = cookies.get(username)
    if (known) return known
    const one = visitor(base)
    const { status } = await one.signIn(username)
    if (status !== 303) throw new Refusal(`sign in ${username} with a browser: ${status}`)
    const cookie = [...one.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    cookies.set(username, cookie)
    return cookie
  }

  /** The same, expecting this status; anything else ends the story with what was said. */
  async function expect(
    status: number,
    who: string | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) {
    const answer = await call(who, method, path, body, headers)
    if (answer.status !== status)
      throw new Refusal(
        `${who ?? 'nobody'} ${method} ${path}: ${answer.status}, not ${status}: ${JSON.stringify(answer.body)}`,
      )
    return answer.body
  }

  async function upload(who: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<any> {
    const form = new FormData()
    form.set('file', new Blob([bytes]), name)
    return expect(201, who, 'POST', '/files', form)
  }

  async function bytes(who: string, path: string): Promise<Buffer> {
    const response = await fetch(`${base}/api/v1${path}`, {
      headers: { authorization: `Bearer ${await tokenOf(who)}` },
    })
    if (response.status !== 200) throw new Refusal(`${who} GET ${path}: ${response.status}`)
    return Buffer.from(await response.arrayBuffer())
  }

  return { call, expect, upload, bytes, tokenOf, cookieOf }
}

export type Client = ReturnType<typeof client>
