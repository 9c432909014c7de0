import { isDay } from '../../ground/day.ts'
import { done, refused } from '../../ground/result.ts'
import type { Result } from '../../ground/result.ts'
import { checkIdentityNumber } from './identity.ts'
import { checkTaxCode } from './numbers.ts'

/** What another system says of who signed in there; anything in it may be missing, empty or of another type. */
export type Claims = Readonly<Record<string, unknown>>

/** Under which names a system says what. */
export type ClaimNames = {
  readonly subject: string
  readonly kind: string
  readonly identity: string
  readonly taxCode: readonly string[]
  readonly name: string
  readonly organisation: string
  readonly representative: string
  readonly birthDate: string
  readonly level: readonly string[]
}

/** Who signed in, as far as the other system proves it. */
export type Proven = {
  readonly kind: 'person' | 'organisation'
  /** The other system's own key for them, which stays. */
  readonly subject: string
  /** Under which name the system will say that it ended their sign-in: OpenID Connect's own `sub`. */
  readonly sub: string | undefined
  /** The identity number or tax code; missing when the other system keeps it to itself this time. */
  readonly number: string | undefined
  readonly name: string
  readonly birthDate: string | undefined
  readonly representative: string | undefined
  readonly level: string | undefined
}

/**
 * Reads who it is. Account kinds 2 and 3 are enterprises and organisations, known by their tax code; everyone else is a person, known by
 * the identity number. Mail and telephone are never looked at: whoever holds a mailbox is not therefore the same person. Refuses
 * `login-identity-missing` when a number is given that nobody can have, or no key at all.
 * @law unconfirmed
 * @req S2-6.3b
 */
export function readClaims(claims: Claims, names: ClaimNames): Result<Proven, 'login-identity-missing'> {
  const subject = text(claims[names.subject]) ?? text(claims['sub'])
  if (!subject) return refused('login-identity-missing')
  const kind = ['2', '3'].includes(text(claims[names.kind]) ?? '') ? 'organisation' : 'person'
  const given = kind === 'person' ? text(claims[names.identity]) : first(claims, names.taxCode)
  const number = given === undefined ? undefined : numberOf(kind, given)
  if (number && !number.ok) return refused('login-identity-missing')
  const own = kind === 'organisation' ? text(claims[names.organisation]) : undefined
  return done({
    kind,
    subject,
    sub: text(claims['sub']),
    number: number?.value,
    name: (own ?? text(claims[names.name]) ?? '').slice(0, 120),
    birthDate: kind === 'person' ? dayOf(text(claims[names.birthDate])) : undefined,
    representative: kind === 'organisation' ? text(claims[names.representative]) : undefined,
    level: first(claims, names.level)?.slice(0, 40),
  })
}

function numberOf(kind: 'person' | 'organisation', given: string) {
  return kind === 'person' ? checkIdentityNumber(given) : checkTaxCode(given)
}

/** `19920814` or `1992-08-14` as `1992-08-14`, a year alone as the year; anything else is not said. */
function dayOf(given: string | undefined): string | undefined {
  const [, year, month, day] = /^((?:19|20)\d{2})(?:-?(\d{2})-?(\d{2}))?$/.exec(given ?? '') ?? []
  if (!year) return undefined
  const whole = `${year}-${month}-${day}`
  return isDay(whole) ? whole : year
}

function first(claims: Claims, names: readonly string[]): string | undefined {
  return names.map((name) => text(claims[name])).find((value) => value !== undefined)
}

/** A claim as text: numbers and lists come too; what is empty was not said. */
function text(value: unknown): string | undefined {
  const plain = Array.isArray(value) ? value.join(' ') : value
  if (typeof plain !== 'string' && typeof plain !== 'number') return undefined
  const said = String(plain).normalize('NFC').trim()
  return said === '' ? undefined : said
}

/**
 * What another system says of somebody, of its two answers: what it signed goes before what it only says, and how surely it knows them counts only signed.
 * @law unconfirmed
 * @req S2-6.3b
 */
export function claimsTogether(signed: Claims, said: Claims): Claims {
  return { ...said, ...signed, acr: signed['acr'], amr: signed['amr'] }
}
