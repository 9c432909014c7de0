import type { Sql } from '../ground/database.ts'
import { networkOf } from '../ground/network.ts'
import { done, refused } from '../ground/result.ts'
import { withinLimit } from '../ground/throttle.ts'
import { policyFor } from '../policy/index.ts'
import { lookUp } from './read.ts'

/** Misses in a minute from one address: many for a person with a stack of slips, few for a guesser. */
export const looksAMinute = 60

/** Ten minutes, in seconds. */
const window = 600
/** This server remembers so many addresses with the codes they asked for; beyond that the oldest are counted anew. */
const mostPlaces = 10_000

/** The codes each address has looked up since `from`: to look at the same dossier again is not to walk on. */
type Place = { from: number; codes: Set<string> }
const seen = new WeakMap<object, Map<string, Place>>()

/**
 * Looks a dossier up for anyone, from an address. Codes follow each other, so whoever walks through them is stopped: only so many different ones in ten minutes
 * (`lookup.public.codes`). Beyond them the reference on the receipt still answers, because nobody guesses it. Refusals: `not-found`, `too-many-requests`.
 */
export async function lookUpFrom(db: Sql, key: string, address: string, now: Date) {
  const network = networkOf(address)
  const found = await lookUp(db, key, now)
  if (!found) {
    const isOpen = await withinLimit(db, `lookup:${network}`, looksAMinute, 60, now)
    return refused(isOpen ? 'not-found' : 'too-many-requests')
  }
  if (isReference(key)) return done(found)
  const place = placeOf(db, network, now)
  const most = (await policyFor(db, now)).get('lookup.public.codes')
  // Remembered before it is counted: who looks at one code many times at once is counted once.
  if (place.codes.has(found.code)) return done(found)
  place.codes.add(found.code)
  if (await withinLimit(db, `lookup-codes:${network}`, most, window, now)) return done(found)
  place.codes.delete(found.code)
  return refused('too-many-requests')
}

/** The reference a filing gets has eight signs nobody can guess. */
const isReference = (key: string) => /^T\d{6}-[0-9A-Z]{8}$/.test(key.trim().toUpperCase())

function placeOf(db: Sql, network: string, now: Date): Place {
  const { adapter } = db.getExecutor()
  const places = seen.get(adapter) ?? new Map<string, Place>()
  seen.set(adapter, places)
  const from = Math.floor(now.getTime() / (window * 1000))
  const known = places.get(network)
  const place = known?.from === from ? known : { from, codes: new Set<string>() }
  places.delete(network)
  places.set(network, place)
  if (places.size > mostPlaces) places.delete(places.keys().next().value!)
  return place
}
