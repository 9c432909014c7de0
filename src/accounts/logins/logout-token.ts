import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto'
import { done, refused } from '../../ground/result.ts'
import type { Result } from '../../ground/result.ts'
import type { Login } from './login.ts'

/** What a system says when it ends somebody's sign-in (OpenID Connect Back-Channel Logout 1.0, 2.4). */
export type LogoutToken = { sub: string; jti: string; iat: number }

const event = 'http://schemas.openid.net/event/backchannel-logout'
/** Seconds a token may be old, and its clock ahead of ours. */
const tolerance = { old: 300, ahead: 60 }
type Header = { alg?: string; kid?: string; typ?: string }
type Body = Record<string, unknown>

/**
 * Reads a logout token: signed by a key of this system, in a way this house takes, from it and for us, now, about one event and one person. A token that
 * carries a nonce is one of a sign-in and never taken. Refusal: `login-token-wrong` (`why`).
 */
export async function readLogoutToken(
  login: Login,
  token: string,
  now: Date,
): Promise<Result<LogoutToken, 'login-token-wrong'>> {
  const wrong = (why: string) => refused('login-token-wrong', { why })
  const [head = '', payload = '', signature = '', ...rest] = token.split('.')
  const header = jsonOf<Header>(head)
  const body = jsonOf<Body>(payload)
  if (!header || !body || rest.length > 0) return wrong('not-a-token')
  const { alg = '', kid } = header
  if (!(login.algorithms as readonly string[]).includes(alg)) return wrong('alg')
  const keys = await keysOf(login, alg, kid)
  const signed = Buffer.from(`${head}.${payload}`)
  if (!keys.some((key) => isSignedBy(key, alg, signed, Buffer.from(signature, 'base64url')))) return wrong('signature')

  const { iss, aud, iat, exp, jti, sub, events, nonce } = body
  if (iss !== login.issuer) return wrong('iss')
  if (![aud].flat().includes(login.clientId)) return wrong('aud')
  if (nonce !== undefined) return wrong('nonce')
  if (typeof (events as Body | undefined)?.[event] !== 'object') return wrong('events')
  const seconds = now.getTime() / 1000
  if (typeof iat !== 'number' || iat > seconds + tolerance.ahead || iat < seconds - tolerance.old) return wrong('iat')
  if (exp !== undefined && (typeof exp !== 'number' || exp < seconds - tolerance.ahead)) return wrong('exp')
  if (typeof jti !== 'string' || jti.length === 0 || jti.length > 200) return wrong('jti')
  if (typeof sub !== 'string' || sub.length === 0) return wrong('sub')
  return done({ sub, jti, iat })
}

async function keysOf(login: Login, alg: string, kid: string | undefined): Promise<KeyObject[]> {
  const answer = await fetch(login.jwks, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined)
  const { keys = [] } = answer?.ok
    ? ((await answer.json()) as { keys?: (JsonWebKey & { kid?: string; alg?: string })[] })
    : {}
  return keys
    .filter((key) => (kid === undefined || key.kid === kid) && (key.alg === undefined || key.alg === alg))
    .filter((key) => (alg.startsWith('ES') ? key.kty === 'EC' : key.kty === 'RSA'))
    .map((key) => createPublicKey({ key, format: 'jwk' }))
}

/** RS, PS or ES with SHA-256, -384 or -512 (RFC 7518, 3). */
function isSignedBy(key: KeyObject, alg: string, signed: Buffer, signature: Buffer): boolean {
  const hash = `sha${alg.slice(2)}`
  if (alg.startsWith('PS'))
    return verify(hash, signed, { key, padding: 6, saltLength: Number(alg.slice(2)) / 8 }, signature)
  return verify(hash, signed, alg.startsWith('ES') ? { key, dsaEncoding: 'ieee-p1363' } : key, signature)
}

function jsonOf<T>(part: string): T | undefined {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as T
  } catch {
    return undefined
  }
}
