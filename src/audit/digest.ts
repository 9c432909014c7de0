import { sql } from 'kysely'
import { addDays, type Day, dayOf } from '../ground/day.ts'
import type { Sql } from '../ground/database.ts'

/** Closes every day before today that has entries and no digest yet. Returns the days it closed. */
export async function closeDays(db: Sql, now: Date): Promise<Day[]> {
  const yesterday = addDays(dayOf(now), -1)
  const { rows } = await sql<{ day: Day }>`
    select distinct to_char(recorded_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day
    from audit.entry
    where recorded_at < (${yesterday}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and recorded_at >= (coalesce((select max(day) from audit.digest), '2000-01-01') + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    order by 1`.execute(db)
  for (const { day } of rows) await sql`select audit.close_day(${day}::date, ${now}::timestamptz)`.execute(db)
  return rows.map(({ day }) => day)
}
