import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { askOutside } from '../../ground/outgoing.ts'

/** A key with which another system signs, as it publishes it. */
export type OpenKey = { readonly kid: string | undefined; readonly alg: string | undefined; readonly key: KeyObject }
/** The keys of the system at this address; nothing when they cannot be had now. With `kid` the one that is looked for. */
export type KeysOf = (jwks: string, kid: string | undefined) => Promise<readonly OpenKey[] | undefined>

/** Milliseconds keys are kept; until an unknown one is asked for again; until a system that did not answer is asked again. */
const life = { kept: 600_000, unknown: 60_000, silent: 5_000 }
type Ask = (jwks: string) => Promise<readonly OpenKey[] | undefined>
type Kept = { keys: readonly OpenKey[] | undefined; at: number }

/**
 * Remembers the keys of other systems for ten minutes, so that what strangers send asks nobody anything. A key that is not among them is asked for once more, at
 * most once a minute; of several who want the same at one moment one asks.
 */
export function rememberedKeys(ask: Ask, clock: () => number = Date.now): KeysOf {
  const kept = new Map<string, Kept>()
  const asking = new Map<string, Promise<Kept>>()

  const fresh = (jwks: string): Promise<Kept> => {
    const running = asking.get(jwks)
    if (running) return running
    const begun = ask(jwks)
      .then((keys) => {
        const now = { keys, at: clock() }
        kept.set(jwks, now)
        return now
      })
      .finally(() => asking.delete(jwks))
    asking.set(jwks, begun)
    return begun
  }

  return async (jwks, kid) => {
    const known = kept.get(jwks)
    const age = clock() - (known?.at ?? 0)
    if (!known || age >= (known.keys ? life.kept : life.silent)) return (await fresh(jwks)).keys
    const isUnknown = known.keys && kid !== undefined && !known.keys.some((one) => one.kid === kid)
    return isUnknown && age >= life.unknown ? (await fresh(jwks)).keys : known.keys
  }
}

/** Asks for the keys as every call out of the house is asked: only at the address of the setting. `names` are servers of the own network. */
export async function askKeys(jwks: string, names: readonly string[]): Promise<readonly OpenKey[] | undefined> {
  try {
    const answer = await askOutside(jwks, {}, { only: [new URL(jwks).host], names })
    if (!answer.ok) return undefined
    const { keys } = (await answer.json()) as { keys?: unknown }
    return Array.isArray(keys) ? keys.flatMap(openKey) : undefined
  } catch {
    // Away, not what it should be, or leading inside: no keys, and the token may be sent again.
    return undefined
  }
}

/** A key that cannot be read is left out; the others count. */
function openKey(told: (JsonWebKey & { kid?: unknown; alg?: unknown; use?: unknown }) | null): OpenKey[] {
  if (!told || typeof told !== 'object' || (told.use !== undefined && told.use !== 'sig')) return []
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  try {
    return [{ kid: text(told.kid), alg: text(told.alg), key: createPublicKey({ key: told, format: 'jwk' }) }]
  } catch {
    return []
  }
}
