import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../ground/database.ts'

/** The name under which a worker's connections stand in the server's own list. */
export const workerName = 'motcua-worker'

/**
 * A job that was running when its worker was killed stays locked for four hours. When no worker is connected, and none of this
 * house runs yet, every lock is such a one and is opened. Where other nodes work on the same database nothing is done.
 */
export async function freeAbandonedJobs(db: Database): Promise<number> {
  for (let patience = 20; patience > 0; patience -= 1) {
    if (await nobodyWorks(db)) return unlock(db)
    // The server may need a moment to notice that a killed worker's connection is gone.
    await wait(100)
  }
  return 0
}

async function nobodyWorks(db: Database): Promise<boolean> {
  const { rows } = await sql<{ working: number }>`
    select count(*)::int as working from pg_catalog.pg_stat_activity
    where datname = current_database() and application_name = ${workerName}`.execute(db)
  return rows[0]!.working === 0
}

async function unlock(db: Database): Promise<number> {
  const { rows } = await sql<{ worker: string }>`
    select locked_by as worker from graphile_worker._private_jobs where locked_by is not null
    union select locked_by from graphile_worker._private_job_queues where locked_by is not null`.execute(db)
  const workers = rows.map(({ worker }) => worker)
  if (workers.length > 0) await sql`select graphile_worker.force_unlock_workers(${workers}::text[])`.execute(db)
  return workers.length
}
