import type { Client } from 'pg'
import { withClient } from '../postgres/roles.ts'

/**
 * Forces an order: the change is made but not yet kept, the work is begun and goes on until it waits for that change, and only then the change is kept. Work that
 * never waits for it is over before.
 */
export async function meanwhile<T>(
  ownerUrl: string,
  change: (client: Client) => Promise<unknown>,
  work: () => Promise<T>,
): Promise<T> {
  return withClient(ownerUrl, async (client) => {
    await client.query('begin')
    await change(client)
    const { rows } = await client.query('select pg_backend_pid() as pid')
    const over = new AbortController()
    const begun = work().finally(() => over.abort())
    begun.catch(() => undefined)
    const isAwaited = () =>
      client.query('select from pg_locks where not granted and $1::int = any(pg_blocking_pids(pid))', [rows[0].pid])
    while (!over.signal.aborted && (await isAwaited()).rowCount === 0);
    await client.query('commit')
    return begun
  })
}
