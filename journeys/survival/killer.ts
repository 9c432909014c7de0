import pg from 'pg'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { running } from '../../src/ground/postgres/postmaster.ts'
import { type Child, databaseOf, serverProcesses, signalAll, until } from './child.ts'
import type { Seeded } from './random.ts'

/** What brings the kill: so many answers, a statement seen at work in the database, a letter on its way, or a start half done. */
export type Occasion =
  | { at: 'answer'; after: number }
  | { at: 'statement'; like: string }
  | { at: 'letter' }
  | { at: 'start'; stage: Stage }
export type Stage = 'seat' | 'database' | 'doors'
/** Who dies: the program alone, or the database server with all its processes too. */
export type Kill = Occasion & { who: 'program' | 'everything' }

/** Where an act can be torn: between the disk and the row, inside the chain of the audit, before and after the job, at the very end. */
const statements = [
  'insert into "documents"."file"%',
  '%audit.append%',
  '%graphile_worker.add_job%',
  'insert into "notifications"."message"%',
  '%insert into ground.counter%',
  'insert into "dossiers"."event"%',
  'update "ground"."idempotency"%',
  'commit%',
  '%insert into ground.idempotency%',
  'update "notifications"."delivery"%',
  '%_private_jobs%',
]

export function planKills(random: Seeded, count: number): Kill[] {
  return Array.from({ length: count }, (_, round) => {
    const who = random.below(5) < 2 ? 'everything' : 'program'
    // Every kind comes in turn, so that a short run has met each of them.
    switch (round % 5) {
      case 0:
      case 2:
        return { who, at: 'statement', like: random.pick(statements) }
      case 1:
        return { who, at: 'answer', after: random.between(1, 9) }
      case 3:
        return { who, at: 'letter' }
      default:
        return { who, at: 'start', stage: random.pick(['seat', 'database', 'doors']) }
    }
  })
}

export function kill(child: Child, data: string, who: Kill['who']): void {
  const database = who === 'everything' ? serverProcesses(data) : []
  signalAll([child.pid, ...database], 'SIGKILL')
}

/** Watches the server's own list of what its clients do until a statement like this is at work, or `stop` says it is enough. */
export async function seen(data: string, like: string, stop: () => boolean): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseOf(data, 'superuser') })
  client.on('error', () => undefined)
  try {
    await client.connect()
    while (!stop()) {
      const { rowCount } = await client.query(
        `select from pg_stat_activity where application_name in ('motcua', 'motcua-worker')
           and (state = 'active' or state like 'idle in transaction%') and query ilike $1 limit 1`,
        [like],
      )
      if (rowCount) return true
    }
    return false
  } catch {
    return false
  } finally {
    void client.end().catch(() => undefined)
  }
}

/** The start has come so far: it sits in the folder, its database takes clients, its doors are open. */
export async function halfStarted(child: Child, data: string, stage: Stage): Promise<void> {
  const reached = {
    seat: async () => readFileSync('/proc/net/unix', 'utf8').includes('@motcua-house-'),
    database: async () => running(join(data, 'postgres/cluster'))?.status === 'ready',
    doors: async () =>
      fetch(`${child.base}/healthz`).then(
        () => true,
        () => false,
      ),
  }
  await until(reached[stage], `the start has come to its ${stage}`)
}
