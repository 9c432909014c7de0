import type { Database, Sql } from '../ground/database.ts'
import { inTurn } from '../ground/gate.ts'
import { done, refused } from '../ground/result.ts'
import { unlockKey } from './custody.ts'
import { countTry, type DeviceInHand, forgetWrongPins, lockDevice, maxWrongPins } from './store.ts'

const oneByOne = inTurn(60)

/**
 * Opens the key of a device with its PIN. A try is counted before it is judged, so that of many sent at once no more than the limit are
 * judged; the right one begins the count anew. Takes a fifth of a second: never inside a transaction. Refusals: `pin-wrong` (with how
 * many tries are `left`), `device-locked`.
 */
export function openKey(db: Database, device: Pick<DeviceInHand, 'id' | 'lockedKey'>, pin: string) {
  return oneByOne(device.id, async () => {
    const tries = await countTry(db, device.id)
    if (tries === undefined) return refused('device-locked')
    const key = await unlockKey(device.lockedKey, pin)
    if (key) {
      await forgetWrongPins(db, device.id)
      return done(key)
    }
    const left = maxWrongPins - tries
    if (left <= 0) await lockDevice(db as Sql, device.id)
    return refused('pin-wrong', { left: Math.max(0, left) })
  })
}
