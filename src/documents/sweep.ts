import { sql } from 'kysely'
import type { Database } from '../ground/database.ts'
import type { Vault } from '../ground/vault/index.ts'

/** Days a file that nobody attached is kept. */
const keptDays = 7

/**
 * Destroys the files that were uploaded and left behind: their key first, so that they are gone, then their bytes. Then removes
 * bytes that no file names and that were put there before `orphansBefore` (the machine's time): what a crash left between the
 * disk and the row, or between destroying a key and removing its bytes. Does nothing while a backup copies files.
 */
export async function sweepFiles(db: Database, vault: Vault, now: Date, orphansBefore: Date): Promise<Swept> {
  return db.connection().execute(async (alone) => {
    const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${filesLock}) as taken`.execute(alone)
    if (!rows[0]?.taken) return { destroyed: 0, orphans: 0, unfinished: 0 }
    try {
      const destroyed = await sweepUnattached(alone, vault, now)
      const orphans = await sweepOrphans(alone, vault, orphansBefore)
      return { destroyed, orphans, unfinished: await vault.store.clearUnfinished(orphansBefore) }
    } finally {
      await sql`select pg_advisory_unlock(${filesLock})`.execute(alone)
    }
  })
}

export type Swept = { destroyed: number; orphans: number; unfinished: number }

/** Held by who removes files, shared by who copies them: any number of our own. */
export const filesLock = 766_061_101

async function sweepUnattached(db: Database, vault: Vault, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 24 * 3_600_000)
  const rows = await db
    .updateTable('documents.file')
    .set({ wrapped_key: null, destroyed_at: now })
    .where('attached_at', 'is', null)
    .where('destroyed_at', 'is', null)
    .where('uploaded_at', '<', before)
    .returning('address')
    .execute()
  for (const { address } of rows) await vault.store.remove(address)
  return rows.length
}

async function sweepOrphans(db: Database, vault: Vault, before: Date): Promise<number> {
  let removed = 0
  for await (const addresses of inHeaps(vault.store.list(), 1_000)) {
    const named = await db
      .selectFrom('documents.file')
      .select('address')
      .where('address', 'in', addresses)
      .where('destroyed_at', 'is', null)
      .execute()
    const known = new Set(named.map(({ address }) => address))
    for (const address of addresses) {
      if (known.has(address)) continue
      const kept = await vault.store.keptAt(address)
      if (!kept || kept >= before) continue
      await vault.store.remove(address)
      removed += 1
    }
  }
  return removed
}

async function* inHeaps<T>(source: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let heap: T[] = []
  for await (const one of source) {
    heap.push(one)
    if (heap.length < size) continue
    yield heap
    heap = []
  }
  if (heap.length > 0) yield heap
}
