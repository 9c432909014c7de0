import { createHash, createHmac, randomBytes } from 'node:crypto'
import { gate } from '../ground/gate.ts'
import { unlockKey } from './custody.ts'
import { type Signer, softSigner } from './signer.ts'

/** A device stays open for its PIN so long after it was opened, as a token does while it is plugged in: a morning's signing. */
const openMinutes = 10
/** So many devices are open at once; past that the longest open one is closed. */
const most = 50

type Open = { signer: Signer; until: number }
const open = new Map<string, Open>()
/** Of this process and this life of it: what is kept below tells nothing about a PIN to whoever does not hold it. */
const ownKey = randomBytes(32)
/** Opening takes 64 MiB and a quarter of a second of one core: one at a time, others go on meanwhile. */
const costly = gate(1, 200)

/**
 * The signer of a device, opened by its PIN; nothing when the PIN is wrong. Every signature gives the PIN anew. For ten minutes the
 * same PIN for the same locked key is recognised without the work that makes guessing from a stolen database costly, which a process
 * that holds the key does not need; any other PIN does that work, finds out that it is wrong and is counted.
 */
export async function openSigner(
  locked: Uint8Array,
  pin: string,
  certificate: Uint8Array,
  chain: readonly Uint8Array[],
): Promise<Signer | undefined> {
  const mark = markOf(locked, pin, [certificate, ...chain])
  return (
    stillOpen(mark) ??
    costly(async () => {
      const opened = stillOpen(mark)
      if (opened) return opened
      const key = await unlockKey(locked, pin)
      return key && keep(mark, softSigner(key, certificate, chain))
    })
  )
}

function stillOpen(mark: string): Signer | undefined {
  const found = open.get(mark)
  if (found && found.until > performance.now()) return found.signer
  open.delete(mark)
  return undefined
}

function keep(mark: string, signer: Signer): Signer {
  const [longest] = open.keys()
  if (open.size >= most && longest) open.delete(longest)
  open.set(mark, { signer, until: performance.now() + openMinutes * 60_000 })
  setTimeout(() => stillOpen(mark), openMinutes * 60_000 + 1000).unref()
  return signer
}

/** The same for the same locked key, certificates and PIN, in this process only. */
function markOf(locked: Uint8Array, pin: string, certificates: readonly Uint8Array[]): string {
  const content = createHash('sha256').update(locked)
  for (const one of certificates) content.update(one)
  return createHmac('sha256', ownKey).update(content.digest()).update(pin.normalize('NFC')).digest('base64')
}
