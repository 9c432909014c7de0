import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { unlockKey } from './custody.ts'
import { type Signer, softSigner } from './signer.ts'

/** A device stays open for its PIN so long after it was opened, as a token does while it is plugged in: a morning's signing. */
const openMinutes = 10
/** So many devices are open at once; past that the longest open one is closed. */
const most = 50

type Open = { mark: Buffer; signer: Signer; until: number; isDoubted: boolean }
/** By the locked key, as the database keeps it: a key that was locked anew is another one. */
const open = new Map<string, Open>()
/** Of this process and this life of it: what is kept below tells nothing about a PIN to whoever does not hold it. */
const ownKey = randomBytes(32)

/**
 * The signer of a device, opened by its PIN; nothing when the PIN is wrong. Every signature gives the PIN anew, and `pin.ts` counts it
 * before it comes here. For ten minutes the same PIN for the same locked key is recognised without the work that makes guessing from a
 * stolen database costly, which a process that holds the key does not need; any other PIN does that work and finds out that it is wrong.
 */
export async function openSigner(
  locked: Uint8Array,
  pin: string,
  certificate: Uint8Array,
  chain: readonly Uint8Array[],
): Promise<Signer | undefined> {
  const mark = markOf(locked, pin, [certificate, ...chain])
  const found = stillOpen(nameOf(locked))
  if (found && timingSafeEqual(found.mark, mark)) {
    found.isDoubted = false
    return found.signer
  }
  const key = await unlockKey(locked, pin)
  return key && keep(nameOf(locked), mark, softSigner(key, certificate, chain))
}

/**
 * The signer of a device that is open, for the PIN that opened it: nothing is guessed, so nothing is counted. The first other PIN ends that:
 * it and all after it go the way on which every try is counted before it is judged, until the right one has come on that way.
 */
export function signerAtHand(
  locked: Uint8Array,
  pin: string,
  certificate: Uint8Array,
  chain: readonly Uint8Array[],
): Signer | undefined {
  const found = stillOpen(nameOf(locked))
  if (!found || found.isDoubted) return undefined
  if (timingSafeEqual(found.mark, markOf(locked, pin, [certificate, ...chain]))) return found.signer
  found.isDoubted = true
  return undefined
}

/** Takes the open key out of the memory: its device was locked. */
export function closeSigner(locked: Uint8Array): void {
  open.delete(nameOf(locked))
}

function stillOpen(name: string): Open | undefined {
  const found = open.get(name)
  if (found && found.until > performance.now()) return found
  open.delete(name)
  return undefined
}

function keep(name: string, mark: Buffer, signer: Signer): Signer {
  open.delete(name)
  const [longest] = open.keys()
  if (open.size >= most && longest) open.delete(longest)
  open.set(name, { mark, signer, isDoubted: false, until: performance.now() + openMinutes * 60_000 })
  setTimeout(() => stillOpen(name), openMinutes * 60_000 + 1000).unref()
  return signer
}

function nameOf(locked: Uint8Array): string {
  return createHash('sha256').update(locked).digest('base64')
}

/** The same for the same locked key, certificates and PIN, in this process only. */
function markOf(locked: Uint8Array, pin: string, certificates: readonly Uint8Array[]): Buffer {
  const content = createHash('sha256').update(locked)
  for (const one of certificates) content.update(one)
  return createHmac('sha256', ownKey).update(content.digest()).update(pin.normalize('NFC')).digest()
}
