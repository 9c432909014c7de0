import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { Claims } from '../law/index.ts'

/** The ways in which this twin fails; `whole` is none of them. */
export const flaws = [
  'whole',
  'issuer',
  'audience',
  'nonce',
  'expired',
  'unsigned',
  'signature',
  'no-token',
  'other-subject',
  'silent',
  'not-json',
] as const
export type Flaw = (typeof flaws)[number]

const events = { 'http://schemas.openid.net/event/backchannel-logout': {} }

/** A sign-in system that answers as it is told to: what the house must not take, for the tests alone. */
export async function openBroken(clientId: string, claims: Claims) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const nonces = new Map<string, string>()
  let flaw: Flaw = 'whole'

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, base())
    const json = (body: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    if (pathname === '/keys')
      return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] })
    if (pathname === '/authorize') {
      const code = randomBytes(8).toString('hex')
      nonces.set(code, searchParams.get('nonce') ?? '')
      const back = new URL(searchParams.get('redirect_uri')!)
      back.search = new URLSearchParams({ code, state: searchParams.get('state')! }).toString()
      return response.writeHead(302, { location: back.href }).end()
    }
    if (pathname === '/userinfo') return json({ ...claims, sub: flaw === 'other-subject' ? 'somebody-else' : 'k-1' })
    if (flaw === 'silent') return void request.socket.destroy()
    if (flaw === 'not-json') return response.end('<html>')
    let sent = ''
    request.on('data', (piece) => (sent += piece))
    request.on('end', () => {
      const nonce = nonces.get(new URLSearchParams(sent).get('code') ?? '') ?? ''
      const token = flaw === 'no-token' ? {} : { id_token: idToken(nonce) }
      json({ access_token: 'a', token_type: 'Bearer', expires_in: 60, ...token })
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  function idToken(nonce: string): string {
    const now = Math.floor(Date.now() / 1000)
    const header = flaw === 'unsigned' ? { alg: 'none' } : { alg: 'RS256', kid: 'k' }
    const said = {
      iss: flaw === 'issuer' ? 'https://ke-khac.invalid' : base(),
      aud: flaw === 'audience' ? 'another-client' : clientId,
      sub: 'k-1',
      nonce: flaw === 'nonce' ? 'of-another-sign-in' : nonce,
      iat: now - 7200,
      exp: flaw === 'expired' ? now - 3600 : now + 300,
    }
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const body = `${part(header)}.${part(said)}`
    if (flaw === 'unsigned') return `${body}.`
    const key = flaw === 'signature' ? stranger : privateKey
    return `${body}.${sign('sha256', Buffer.from(body), key).toString('base64url')}`
  }

  return {
    /** What `logins.json` says of it. */
    described: () => ({
      issuer: base(),
      authorize: `${base()}/authorize`,
      token: `${base()}/token`,
      userinfo: `${base()}/userinfo`,
      jwks: `${base()}/keys`,
      clientId,
      clientSecret: 'x',
    }),
    fail: (how: Flaw) => void (flaw = how),
    /** Its word, signed, that somebody's sign-in there has ended (Back-Channel Logout 2.4). */
    ended: (sub: string, jti: string) => {
      const said = { iss: base(), aud: clientId, iat: Math.floor(Date.now() / 1000), jti, sub, events }
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const body = `${part({ alg: 'RS256', kid: 'k' })}.${part(said)}`
      return `${body}.${sign('sha256', Buffer.from(body), privateKey).toString('base64url')}`
    },
    close: () => new Promise((closed) => server.close(closed)),
  }
}
