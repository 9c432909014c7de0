import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** The next number of a scope and period; it waits for whoever is taking one, and a rolled back number is not lost. */
export async function nextNumber(tx: Tx, scope: string, period: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into ground.counter (scope, period, last) values (${scope}, ${period}, 1)
    on conflict (scope, period) do update set last = ground.counter.last + 1
    returning last`.execute(tx)
  return rows[0]!.last
}
