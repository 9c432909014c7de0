import { type KeyObject, verify } from 'node:crypto'
import { done, refused } from '../../ground/result.ts'
import type { Result } from '../../ground/result.ts'
import type { KeysOf, OpenKey } from './keys.ts'
import type { Login } from './login.ts'

/** What a system says when it ends somebody's sign-in (OpenID Connect Back-Channel Logout 1.0, 2.4). */
export type LogoutToken = { sub: string; jti: string; iat: number }

const event = 'http://schemas.openid.net/event/backchannel-logout'
/** Seconds a token may be old, and its clock ahead of ours. */
const tolerance = { old: 300, ahead: 60 }
type Fields = Readonly<Record<string, unknown>>

/**
 * Reads a logout token: from this system and for us, now, about one event and one person, signed by a key of it, in a way this house takes. What can be seen
 * without a key is looked at first, so that no stranger makes the house ask elsewhere. A token that carries a nonce is one of a sign-in and never taken.
 * Refusals: `login-token-wrong` (`why`), `login-away` (its keys could not be had: it may be sent again).
 */
export async function readLogoutToken(
  login: Login,
  token: string,
  now: Date,
  keysOf: KeysOf,
): Promise<Result<LogoutToken, 'login-token-wrong' | 'login-away'>> {
  const [head = '', payload = '', signature = '', ...rest] = token.split('.')
  const header = objectOf(head)
  const body = objectOf(payload)
  if (!header || !body || rest.length > 0) return wrong('not-a-token')
  const { alg, kid } = header
  const isTaken = typeof alg === 'string' && (login.algorithms as readonly string[]).includes(alg)
  if (!isTaken || !/^(RS|PS|ES)\d{3}$/.test(alg)) return wrong('alg')
  if (kid !== undefined && typeof kid !== 'string') return wrong('kid')
  const claims = claimsOf(login, body, now)
  if (!claims.ok) return claims
  const keys = await keysOf(login.jwks, kid)
  if (!keys) return refused('login-away', { why: 'keys' })
  const signed = Buffer.from(`${head}.${payload}`)
  const bytes = Buffer.from(signature, 'base64url')
  const fits = keys.filter((key) => fitsTo(key, alg, kid))
  return fits.some(({ key }) => isSignedBy(key, alg, signed, bytes)) ? claims : wrong('signature')
}

const wrong = (why: string) => refused('login-token-wrong', { why })

/** What the token says, judged without its signature. */
function claimsOf(login: Login, body: Fields, now: Date): Result<LogoutToken, 'login-token-wrong'> {
  const { iss, aud, iat, exp, jti, sub, events, nonce } = body
  if (iss !== login.issuer) return wrong('iss')
  if (![aud].flat().includes(login.clientId)) return wrong('aud')
  if (nonce !== undefined) return wrong('nonce')
  const told = (events as Fields | null | undefined)?.[event]
  if (typeof told !== 'object' || told === null) return wrong('events')
  const seconds = now.getTime() / 1000
  if (typeof iat !== 'number' || iat > seconds + tolerance.ahead || iat < seconds - tolerance.old) return wrong('iat')
  if (exp !== undefined && (typeof exp !== 'number' || exp < seconds - tolerance.ahead)) return wrong('exp')
  if (typeof jti !== 'string' || jti.length === 0 || jti.length > 200) return wrong('jti')
  if (typeof sub !== 'string' || sub.length === 0 || sub.length > 500) return wrong('sub')
  return done({ sub, jti, iat })
}

function fitsTo({ kid: own, alg: only, key }: OpenKey, alg: string, kid: string | undefined): boolean {
  const type = alg.startsWith('ES') ? 'ec' : 'rsa'
  return (kid === undefined || own === kid) && (only === undefined || only === alg) && key.asymmetricKeyType === type
}

/** RS, PS or ES with SHA-256, -384 or -512 (RFC 7518, 3). */
function isSignedBy(key: KeyObject, alg: string, signed: Buffer, signature: Buffer): boolean {
  const hash = `sha${alg.slice(2)}`
  const salted = { key, padding: 6, saltLength: Number(alg.slice(2)) / 8 }
  const how = alg.startsWith('PS') ? salted : alg.startsWith('ES') ? { key, dsaEncoding: 'ieee-p1363' as const } : key
  try {
    return verify(hash, signed, how, signature)
  } catch {
    // A key too short for such a signature.
    return false
  }
}

/** The fields of one part of a token; anything but an object is none. */
function objectOf(part: string): Fields | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Fields) : undefined
  } catch {
    return undefined
  }
}
