import assert from 'node:assert/strict'
import { generateKeyPairSync, type JsonWebKey } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { readConfig } from '../../ground/config.ts'
import { askKeys, type OpenKey, rememberedKeys } from './keys.ts'
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
let asked = 0
const keysOf = (jwks: string) => ((asked += 1), askKeys(jwks, []))
before(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const staff = simulatedLogins(config).find(({ id }) => id === 'staff')!
  login = { ...staff, jwks: `http://127.0.0.1:${port}/jwks` }
})
after(() => server.close())

const seconds = () => Math.floor(Date.now() / 1000)
const read = (bent: object, key = known.own) =>
  readLogoutToken(login, logoutToken(config, 'staff', key, 'chuyenvien', bent), new Date(), keysOf)

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
  assert.equal(asked, 1, 'only the token that was taken asked for keys')
  const stranger = await read({}, foreign.own)
  assert.ok(!stranger.ok)
  assert.deepEqual(stranger.detail, { why: 'signature' })
  const [, body] = logoutToken(config, 'staff', known.own, 'chuyenvien').split('.')
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const others: [string, string][] = [
    ['alg', unsigned],
    ['not-a-token', 'null.null.'],
    ['not-a-token', `${part(null)}.${part(null)}.x`],
    ['not-a-token', `${part([])}.${body}.x`],
    ['not-a-token', `${part({ alg: 'RS256' })}.${part('text')}.x`],
    ['alg', `${part({ alg: ['RS256'] })}.${body}.x`],
    ['kid', `${part({ alg: 'RS256', kid: {} })}.${body}.x`],
    ['signature', `${part({ alg: 'RS256', kid: 'known' })}.${body}.`],
  ]
  for (const [why, token] of others) {
    const no = await readLogoutToken(login, token, new Date(), keysOf)
    assert.ok(!no.ok, token)
    assert.deepEqual(no.detail, { why }, token)
  }
})

test('keys are asked for once in ten minutes, and for one nobody knows once more a minute; of many at one moment one asks', async () => {
  let now = 1_000_000
  let answer: readonly OpenKey[] | undefined = [{ kid: 'a', alg: undefined, key: {} as OpenKey['key'] }]
  let count = 0
  const keys = rememberedKeys(
    async () => ((count += 1), answer),
    () => now,
  )
  await Promise.all(Array.from({ length: 20 }, () => keys('https://idp.example/jwks', 'a')))
  const steps: [string, number, string, number][] = [
    ['again', 1_000, 'a', 1],
    ['an unknown key within the minute', 58_000, 'b', 1],
    ['an unknown key after it', 2_000, 'b', 2],
    ['the same at once', 1_000, 'b', 2],
    ['a known one nine minutes later', 540_000, 'a', 2],
    ['after ten minutes', 60_000, 'a', 3],
  ]
  for (const [what, later, kid, asks] of steps) {
    now += later
    await keys('https://idp.example/jwks', kid)
    assert.equal(count, asks, what)
  }
  answer = undefined
  now += 600_000
  assert.equal(await keys('https://idp.example/jwks', 'a'), undefined, 'old keys count no more where none can be had')
  assert.equal(await keys('https://idp.example/jwks', 'a'), undefined)
  assert.equal(count, 4, 'who does not answer is not asked at every token')
  assert.equal(await askKeys(`${login.jwks}/nowhere`.replace(/:\d+/, ':1'), []), undefined, 'nobody there')
})
