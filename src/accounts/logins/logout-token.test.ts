import assert from 'node:assert/strict'
import { generateKeyPairSync, type JsonWebKey } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { readConfig } from '../../ground/config.ts'
import type { Login } from './login.ts'
import { readLogoutToken } from './logout-token.ts'
import { logoutToken } from './sandbox-withdraw.ts'
import { simulatedLogins } from './simulated.ts'

const keyPair = (kid: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const own = { ...(privateKey.export({ format: 'jwk' }) as JsonWebKey), kid }
  return { own, open: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' } }
}
const known = keyPair('known')
const foreign = keyPair('known')
const config = readConfig({ PORT: '8080' })
const server = createServer((_request, response) => response.end(JSON.stringify({ keys: [known.open] })))
let login: Login
before(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const staff = simulatedLogins(config).find(({ id }) => id === 'staff')!
  login = { ...staff, jwks: `http://127.0.0.1:${port}/jwks` }
})
after(() => server.close())

const seconds = () => Math.floor(Date.now() / 1000)
const read = (bent: object, key = known.own) =>
  readLogoutToken(login, logoutToken(config, 'staff', key, 'chuyenvien', bent), new Date())

test('a logout token is taken when this system signed it, for us, about one person, just now', async () => {
  const taken = await read({})
  assert.ok(taken.ok)
  assert.equal(taken.value.sub, 'chuyenvien')
})

test('a logout token that is bent in any one place is not taken, and the reason is known', async () => {
  const cases: [string, object][] = [
    ['iss', { iss: 'https://elsewhere.example' }],
    ['aud', { aud: 'another-house' }],
    ['nonce', { nonce: 'of-a-sign-in' }],
    ['events', { events: {} }],
    ['iat', { iat: seconds() - 3600, exp: seconds() + 60 }],
    ['iat', { iat: seconds() + 3600 }],
    ['exp', { exp: seconds() - 600 }],
    ['jti', { jti: '' }],
    ['sub', { sub: undefined }],
  ]
  for (const [why, bent] of cases) {
    const taken = await read(bent)
    assert.ok(!taken.ok, why)
    assert.deepEqual(taken.detail, { why })
  }
  const stranger = await read({}, foreign.own)
  assert.ok(!stranger.ok)
  assert.deepEqual(stranger.detail, { why: 'signature' })
  const [, body] = logoutToken(config, 'staff', known.own, 'chuyenvien').split('.')
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`
  const none = await readLogoutToken(login, unsigned, new Date())
  assert.ok(!none.ok)
  assert.deepEqual(none.detail, { why: 'alg' })
})
