import { Logger, runMigrations } from 'graphile-worker'
import type { Client } from 'pg'

/** Installs or updates the tables of the job queue, as the owner. Answers whether anything changed. */
export async function installQueue(client: Client, ownerUrl: string): Promise<boolean> {
  const before = await revision(client)
  await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) })
  return before !== (await revision(client))
}

async function revision(client: Client): Promise<number | undefined> {
  const known = await client.query<{ there: boolean }>(
    `select to_regclass('graphile_worker.migrations') is not null as there`,
  )
  if (!known.rows[0]?.there) return undefined
  const { rows } = await client.query<{ last: number }>('select max(id)::int as last from graphile_worker.migrations')
  return rows[0]?.last
}
