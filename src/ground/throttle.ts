import { sql } from 'kysely'
import type { Sql } from './database.ts'

/** Counts one more hit for a subject and tells whether it stays within `limit` hits in a window of `seconds`. */
export async function withinLimit(
  db: Sql,
  subject: string,
  limit: number,
  seconds: number,
  now: Date,
): Promise<boolean> {
  const windowStart = new Date(Math.floor(now.getTime() / (seconds * 1000)) * seconds * 1000)
  const { rows } = await sql<{ hits: number }>`
    insert into ground.throttle (subject, window_start, hits) values (${subject}, ${windowStart}, 1)
    on conflict (subject) do update set
      hits = case when ground.throttle.window_start = ${windowStart} then ground.throttle.hits + 1 else 1 end,
      window_start = ${windowStart}
    returning hits`.execute(db)
  return rows[0]!.hits <= limit
}
