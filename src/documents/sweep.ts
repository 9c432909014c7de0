import type { Database } from '../ground/database.ts'
import type { Vault } from '../ground/vault/index.ts'

/** Days a file that nobody attached is kept. */
const keptDays = 7

/** Destroys the files that were uploaded and left behind: their key first, so that they are gone, then their bytes. */
export async function sweepUnattached(db: Database, vault: Vault, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 24 * 3_600_000)
  const rows = await db
    .updateTable('documents.file')
    .set({ wrapped_key: null, destroyed_at: now })
    .where('attached_at', 'is', null)
    .where('destroyed_at', 'is', null)
    .where('uploaded_at', '<', before)
    .returning('address')
    .execute()
  for (const { address } of rows) await vault.removeFile(address)
  return rows.length
}
