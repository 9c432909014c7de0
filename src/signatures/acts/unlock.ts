import { write } from '../../audit/index.ts'
import type { Database } from '../../ground/database.ts'
import { unlockDevices } from '../store.ts'

/** Whoever runs the machine has seen the holder: devices locked by wrong PINs are open again. Answers how many were. */
export async function unlockKeys(db: Database, custodian: string, now: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const count = await unlockDevices(tx, custodian)
    const details = { count }
    await write(tx, { stream: `account:${custodian}`, act: 'unlock-keys', actor: null, occurredAt: now, details })
    return count
  })
}
