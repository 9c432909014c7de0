import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Puts a job into the queue inside the transaction of the change that causes it: both happen, or neither. */
export async function enqueue(tx: Tx, task: string, payload: unknown): Promise<void> {
  await sql`select graphile_worker.add_job(${task}::text, ${JSON.stringify(payload)}::json)`.execute(tx)
}
