import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Sql, Tx } from './database.ts'

/** The caller's word that this is one and the same request, however often it arrives. */
export type OnceKey = { account: string; key: string; request: Buffer }

export type Repeat = { status: number; resource: string; same: boolean }

export function requestHash(method: string, path: string, body: string | Buffer): Buffer {
  return createHash('sha256').update(`${method} ${path}\n`).update(body).digest()
}

/** What the first arrival of this key made, if there was one; `same` is false when it came with another body. */
export async function findRepeat(db: Sql, once: OnceKey): Promise<Repeat | undefined> {
  const row = await db
    .selectFrom('ground.idempotency')
    .select(['request', 'status', 'resource'])
    .where('account', '=', once.account)
    .where('key', '=', once.key)
    .executeTakeFirst()
  return row && { status: row.status, resource: row.resource, same: row.request.equals(once.request) }
}

/**
 * Remembers what the key made, in the transaction that made it. Two arrivals at once: the second waits here for the
 * first to commit and then gets `false`; its own work must be rolled back.
 */
export async function remember(tx: Tx, once: OnceKey, status: number, resource: string, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into ground.idempotency (account, key, request, status, resource, created_at)
    values (${once.account}, ${once.key}, ${once.request}, ${status}, ${resource}, ${now})
    on conflict (account, key) do nothing`.execute(tx)
  return numAffectedRows === 1n
}
