import { sql } from 'kysely'
import { addDays, type Day, dayOf } from '../ground/day.ts'
import type { Sql } from '../ground/database.ts'
import { sealText } from './seal.ts'

/** Who signs a closed day and stamps it with the time; the keys stand in later modules. */
export type Sealer = {
  sign(text: string): Promise<Uint8Array>
  stamp(signature: Uint8Array): Promise<Uint8Array>
}

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

/** Signs and stamps every closed day that has no seal yet, each naming the seal before it. Returns the days it sealed. */
export async function sealDays(db: Sql, sealer: Sealer, now: Date): Promise<Day[]> {
  const waiting = await db
    .selectFrom('audit.digest as d')
    .leftJoin('audit.seal as s', 's.day', 'd.day')
    .select('d.day')
    .where('s.day', 'is', null)
    .where('d.day', '>', (eb) =>
      eb.fn.coalesce(eb.selectFrom('audit.seal').select(eb.fn.max('day').as('last')), sql<string>`'2000-01-01'::date`),
    )
    .orderBy('d.day')
    .execute()
  for (const { day } of waiting) {
    const text = (await sealText(db, day as Day))!
    const signature = await sealer.sign(text)
    const stamp = await sealer.stamp(signature)
    await sql`select audit.seal_day(${day}::date, ${text}, ${Buffer.from(signature)}, ${Buffer.from(stamp)}, ${now}::timestamptz)`.execute(
      db,
    )
  }
  return waiting.map(({ day }) => day as Day)
}

/** Makes this month and the next two parts of their own, before anything is written into them. */
export async function prepareMonths(db: Sql, now: Date): Promise<void> {
  const today = dayOf(now)
  for (const ahead of [0, 1, 2])
    await sql`select audit.prepare_month((${today}::date + make_interval(months => ${ahead}))::date)`.execute(db)
}
