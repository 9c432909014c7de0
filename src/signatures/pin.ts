import type { Database, Sql } from '../ground/database.ts'
import { inTurn } from '../ground/gate.ts'
import { done, refused } from '../ground/result.ts'
import { closeSigner, openSigner, signerAtHand } from './open-keys.ts'
import { countTry, type DeviceInHand, forgetWrongPins, lockDevice, maxWrongPins } from './store.ts'

const oneByOne = inTurn(60)

type Openable = Pick<DeviceInHand, 'id' | 'lockedKey' | 'certificate'>

/** The key of a device in use whose last PIN was right, while it is open for this PIN; without waiting, and so also inside a transaction. */
export function keyAtHand(device: DeviceInHand, pin: string, chain: readonly Uint8Array[]) {
  if (device.state !== 'in-use' || device.wrongPins > 0) return undefined
  const signer = signerAtHand(device.lockedKey, pin, device.certificate, chain)
  return signer && done(signer)
}

/**
 * Opens the key of a device with its PIN. A try is counted before it is judged, also while the key is open, so that of many sent at once no
 * more than the limit are judged; the right one begins the count anew. Counted and judged in one transaction of its own: a try that was never
 * answered, because the program ended meanwhile, told nobody anything and is none. A locked device is closed at once. May take a fifth of a
 * second: never inside the transaction of an act. Refusals: `pin-wrong` (with how many tries are `left`), `device-locked`.
 */
export function openKey(db: Database, device: Openable, pin: string, chain: readonly Uint8Array[]) {
  return oneByOne(device.id, () => db.transaction().execute((sql) => judge(sql, device, pin, chain)))
}

async function judge(sql: Sql, device: Openable, pin: string, chain: readonly Uint8Array[]) {
  const tries = await countTry(sql, device.id)
  if (tries === undefined) {
    closeSigner(device.lockedKey)
    return refused('device-locked')
  }
  const signer = await openSigner(device.lockedKey, pin, device.certificate, chain)
  if (signer) {
    await forgetWrongPins(sql, device.id)
    return done(signer)
  }
  const left = maxWrongPins - tries
  if (left <= 0) {
    closeSigner(device.lockedKey)
    await lockDevice(sql, device.id)
  }
  return refused('pin-wrong', { left: Math.max(0, left) })
}
