import type { Database, Sql } from '../ground/database.ts'
import { inTurn } from '../ground/gate.ts'
import { done, refused } from '../ground/result.ts'
import { closeSigner, openSigner } from './open-keys.ts'
import { countTry, type DeviceInHand, forgetWrongPins, lockDevice, maxWrongPins } from './store.ts'

const oneByOne = inTurn(60)

/**
 * Opens the key of a device with its PIN. A try is counted before it is judged, also while the key is open, so that of many sent at once no
 * more than the limit are judged; the right one begins the count anew. A locked device is closed at once. May take a fifth of a second:
 * never inside a transaction. Refusals: `pin-wrong` (with how many tries are `left`), `device-locked`.
 */
export function openKey(
  db: Database,
  device: Pick<DeviceInHand, 'id' | 'lockedKey' | 'certificate'>,
  pin: string,
  chain: readonly Uint8Array[],
) {
  return oneByOne(device.id, async () => {
    const tries = await countTry(db, device.id)
    if (tries === undefined) {
      closeSigner(device.lockedKey)
      return refused('device-locked')
    }
    const signer = await openSigner(device.lockedKey, pin, device.certificate, chain)
    if (signer) {
      await forgetWrongPins(db, device.id)
      return done(signer)
    }
    const left = maxWrongPins - tries
    if (left <= 0) {
      closeSigner(device.lockedKey)
      await lockDevice(db as Sql, device.id)
    }
    return refused('pin-wrong', { left: Math.max(0, left) })
  })
}
