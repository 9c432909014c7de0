import { sql } from 'kysely'
import type { Database } from '../ground/database.ts'
import { transact } from '../ground/transact.ts'

/** So many are taken at once. */
const most = 500

/**
 * Hands the deliveries that were written since the last time to the queue, as jobs of this name, all in one call: a job of its own in each
 * act cost the act more than its message. Where the channel is off its deliveries are closed instead. Answers whether more may wait.
 */
export async function emptyOutbox(
  db: Database,
  { job, isOn }: { job: string; isOn: boolean },
  now: Date,
): Promise<boolean> {
  return transact(db, async (tx) => {
    const taken = await sql<{ message: string }>`
      update notifications.delivery d
      set queued_at = ${now}
        ${isOn ? sql`` : sql`, state = 'channel-off', attempts = attempts + 1, done_at = ${now}`}
      from (
        select message, channel from notifications.delivery
        where queued_at is null
        order by message
        limit ${most}
        for update skip locked
      ) waiting
      where d.message = waiting.message and d.channel = waiting.channel
      returning d.message`.execute(tx)
    const messages = taken.rows.map(({ message }) => message)
    if (isOn && messages.length > 0)
      await sql`
        select count(*) from graphile_worker.add_jobs(array(
          select (${job}, json_build_object('message', message), null, null, null, null, null, null)::graphile_worker.job_spec
          from unnest(${messages}::uuid[]) as message
        ))`.execute(tx)
    return messages.length === most
  })
}
