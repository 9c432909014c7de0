import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Sql, Tx } from './database.ts'

/** The caller's word that this is one and the same request, however often it arrives. */
export type OnceKey = { account: string; key: string; request: Buffer }

/** What the first arrival made; `same` is false when the key came back with another body. */
export type Repeat = { status: number; resource: string; same: boolean }

export function requestHash(method: string, path: string, body: string | Uint8Array): Buffer {
  return createHash('sha256').update(`${method} ${path}\n`).update(body).digest()
}

/**
 * Takes the key at the beginning of the transaction. Of two arrivals at once the second waits here until the first commits, and
 * then gets `false`: what it asked for is already done.
 */
export async function reserve(tx: Tx, { account, key, request }: OnceKey, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into ground.idempotency (account, key, request, status, resource, created_at)
    values (${account}, ${key}, ${request}, 0, '', ${now})
    on conflict (account, key) do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** Writes down what the key made, at the end of the same transaction. */
export async function settle(tx: Tx, { account, key }: OnceKey, status: number, resource: string): Promise<void> {
  await tx
    .updateTable('ground.idempotency')
    .set({ status, resource })
    .where('account', '=', account)
    .where('key', '=', key)
    .execute()
}

export async function findRepeat(db: Sql, { account, key, request }: OnceKey): Promise<Repeat | undefined> {
  const row = await db
    .selectFrom('ground.idempotency')
    .select(['request', 'status', 'resource'])
    .where('account', '=', account)
    .where('key', '=', key)
    .executeTakeFirst()
  return row && { status: row.status, resource: row.resource, same: row.request.equals(request) }
}
