import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { addDays, type Day } from '../ground/day.ts'
import type { Sql } from '../ground/database.ts'
import { sealFault, type SealCheck } from './seal.ts'

export type Break = {
  what: 'changed' | 'missing' | 'inserted' | 'not-linked' | 'day' | 'seal'
  stream?: string
  position?: number
  id?: number
  /** The day it lies in; of an entry cut from the end of today's, the first day that is not closed yet. */
  day: string
  why?: string
}
export type Verdict = { holds: boolean; entries: number; streams: number; days: number; breaks: Break[] }

type Row = {
  id: number
  stream: string
  position: number
  day: string
  material: Buffer
  previous: Buffer
  hash: Buffer
}
type Place = { position: number; hash: Buffer; day: string; id: number }
/** Entries that are gone: which, and between which days they stood. */
type Gap = { stream: string; position: number; from: string; to?: string }

const page = 5_000
const noHash = Buffer.from([0])

/** Walks every chain and every closed day, computing each hash anew; names the entry and the day of every break. */
export async function verify(db: Sql, check?: SealCheck): Promise<Verdict> {
  const walk = walker()
  let entries = 0
  let after = { stream: '', position: 0, id: 0 }
  for (;;) {
    const rows = await read(
      db,
      sql`(stream, position, id) > (${after.stream}, ${after.position}, ${after.id})
      order by stream, position, id
      limit ${page}`,
    )
    for (const row of rows) walk.take(row)
    entries += rows.length
    if (rows.length < page) break
    after = rows.at(-1)!
  }
  const days = await closedDays(db, sql`true`, check)
  await brokenHeads(db, walk)
  return verdict(walk, days, entries)
}

/** One day alone: every hash anew, each stream's first entry linked to the one before the day, and the day's root and seal. */
export async function verifyDay(db: Sql, day: Day, check?: SealCheck): Promise<Verdict> {
  const begin = sql`${day}::timestamp at time zone 'Asia/Ho_Chi_Minh'`
  const end = sql`${addDays(day, 1)}::timestamp at time zone 'Asia/Ho_Chi_Minh'`
  const inDay = sql`recorded_at >= ${begin} and recorded_at < ${end}`
  const walk = walker()
  for (const first of await firstsOf(db, inDay, day)) walk.begin(first)
  const rows = await read(db, sql`${inDay} order by stream, position, id`)
  for (const row of rows) walk.take(row)
  const days = await closedDays(db, sql`d.day = ${day}::date`, check)
  if (days.count === 0) await openEnds(db, walk, end)
  const found = verdict(walk, days, rows.length)
  return { ...found, streams: new Set(rows.map(({ stream }) => stream)).size }
}

type First = { stream: string; position: number; day: string; previous: Buffer; hash: Buffer | null }

/**
 * Of each stream its first place in the day, with the hash of the entry before it: none where that one is gone. What stands before is looked for month
 * after month backwards, so a day costs what its streams are old, not what the audit is.
 */
async function firstsOf(db: Sql, inDay: RawBuilder<unknown>, day: Day): Promise<First[]> {
  const { rows } = await sql<First>`
    select distinct on (stream) stream, position, previous, null::bytea as hash,
      to_char(recorded_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day
    from audit.entry where ${inDay} order by stream, position, id`.execute(db)
  const waiting = new Map(rows.filter(({ position }) => position > 1).map((row) => [row.stream, row]))
  let until = addDays(day, 1)
  for (let back = 31; waiting.size > 0; back *= 2) {
    const since = addDays(day, -back)
    for (const before of await entriesAt(db, [...waiting.values()], since, until)) {
      Object.assign(waiting.get(before.stream)!, { hash: before.hash, day: before.day })
      waiting.delete(before.stream)
    }
    if (waiting.size === 0 || !(await isAnythingBefore(db, since))) break
    until = since
  }
  return rows
}

/** The entries just before these places, as far as they lie between the two days. */
async function entriesAt(db: Sql, places: readonly First[], since: Day, until: Day) {
  const { rows } = await sql<{ stream: string; hash: Buffer; day: string }>`
    select distinct on (p.stream) p.stream, p.hash,
      to_char(p.recorded_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day
    from unnest(${places.map(({ stream }) => stream)}::text[], ${places.map(({ position }) => position - 1)}::int[]) as w (stream, position)
    join audit.entry p on p.stream = w.stream and p.position = w.position
    where p.recorded_at >= ${since}::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and p.recorded_at < ${until}::timestamp at time zone 'Asia/Ho_Chi_Minh'
    order by p.stream, p.id`.execute(db)
  return rows
}

async function isAnythingBefore(db: Sql, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select from audit.entry where recorded_at < ${day}::timestamp at time zone 'Asia/Ho_Chi_Minh' limit 1`.execute(db)
  return rows.length > 0
}

async function read(db: Sql, where: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select id, stream, position, audit.material(e) as material, previous, hash,
      to_char(recorded_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day
    from audit.entry e
    where ${where}`.execute(db)
  return rows
}

/** Takes entries in order of stream and place; remembers where each stream stands and what was wrong on the way. */
function walker() {
  const heads = new Map<string, Place>()
  const breaks: Break[] = []
  const gaps: Gap[] = []
  return {
    heads,
    breaks,
    gaps,
    begin({ stream, position, day, previous, hash }: First): void {
      if (position === 1) return
      if (!hash) gaps.push({ stream, position: position - 1, from: '', to: day })
      heads.set(stream, { position: position - 1, hash: hash ?? previous, day, id: 0 })
    },
    take(row: Row): void {
      const before = heads.get(row.stream)
      const place = { stream: row.stream, position: row.position, id: row.id, day: row.day }
      const expected = (before?.position ?? 0) + 1
      if (row.position < expected) return void breaks.push({ what: 'inserted', ...place })
      if (row.position > expected)
        gaps.push({ stream: row.stream, position: expected, from: before?.day ?? '', to: row.day })
      else if (!row.previous.equals(before?.hash ?? noHash)) breaks.push({ what: 'not-linked', ...place })
      if (!createHash('sha256').update(row.material).digest().equals(row.hash))
        breaks.push({ what: 'changed', ...place })
      heads.set(row.stream, { position: row.position, hash: row.hash, day: row.day, id: row.id })
    },
  }
}
type Walk = ReturnType<typeof walker>

/** An entry cut from the end of a stream leaves no gap, one added there breaks no link: what `audit.stream` remembers tells. */
async function brokenHeads(db: Sql, { heads, breaks, gaps }: Walk): Promise<void> {
  const streams = await db.selectFrom('audit.stream').select(['stream', 'length', 'head']).execute()
  for (const { stream, length, head } of streams) {
    const walked = heads.get(stream)
    if (!walked || walked.position < length)
      gaps.push({ stream, position: (walked?.position ?? 0) + 1, from: walked?.day ?? '' })
    else if (walked.position > length)
      breaks.push({ what: 'inserted', stream, position: walked.position, id: walked.id, day: walked.day })
    else if (!walked.hash.equals(head))
      breaks.push({ what: 'changed', stream, position: length, id: walked.id, day: walked.day })
  }
  const known = new Set(streams.map(({ stream }) => stream))
  for (const [stream, { position, id, day }] of heads)
    if (!known.has(stream)) breaks.push({ what: 'inserted', stream, position, id, day })
}

/** A day that is not closed has no root: its streams must end as remembered, or go on after it. */
async function openEnds(db: Sql, { heads, breaks, gaps }: Walk, end: RawBuilder<unknown>): Promise<void> {
  const { rows } = await sql<{ stream: string; length: number; head: Buffer; goesOn: boolean }>`
    select s.stream, s.length, s.head,
      exists (select from audit.entry e where e.stream = s.stream and e.position = w.position + 1 and e.recorded_at >= ${end}) as "goesOn"
    from unnest(${[...heads.keys()]}::text[], ${[...heads.values()].map(({ position }) => position)}::int[]) as w (stream, position)
    join audit.stream s on s.stream = w.stream`.execute(db)
  for (const { stream, length, head, goesOn } of rows) {
    const { position, hash, id, day } = heads.get(stream)!
    if (position > length) breaks.push({ what: 'inserted', stream, position, id, day })
    else if (position < length && !goesOn) gaps.push({ stream, position: position + 1, from: day })
    else if (position === length && !hash.equals(head)) breaks.push({ what: 'changed', stream, position, id, day })
  }
}

type Days = { count: number; breaks: Break[]; last: string | undefined }

async function closedDays(db: Sql, which: RawBuilder<unknown>, check?: SealCheck): Promise<Days> {
  const { rows } = await sql<{ day: Day; holds: boolean }>`
    select d.day, d.entries = c.entries and d.root = c.root as holds
    from audit.digest d
    cross join lateral (
      select count(*) as entries, sha256(coalesce(string_agg(e.hash, ''::bytea order by e.id), ''::bytea)) as root
      from audit.entry e
      where e.recorded_at >= d.day::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and e.recorded_at < (d.day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    ) as c
    where ${which}
    order by d.day`.execute(db)
  const breaks: Break[] = rows.filter((row) => !row.holds).map(({ day }) => ({ what: 'day', day }))
  for (const { day } of check ? rows : []) {
    const why = await sealFault(db, day, check!)
    if (why) breaks.push({ what: 'seal', day, why })
  }
  return { count: rows.length, breaks, last: rows.at(-1)?.day }
}

function verdict({ heads, breaks, gaps }: Walk, days: Days, entries: number): Verdict {
  const wrongDays = days.breaks.filter(({ what }) => what === 'day').map(({ day }) => day)
  const missing = gaps.map(({ stream, position, from, to }) => ({
    what: 'missing' as const,
    stream,
    position,
    day: dayOfGap({ from, to }, wrongDays, days.last),
  }))
  const all = [...breaks, ...missing, ...days.breaks]
  return { holds: all.length === 0, entries, streams: heads.size, days: days.count, breaks: all }
}

/** A missing entry stood on the closed day whose root is wrong; when all of them hold, on a day that is not closed yet. */
function dayOfGap({ from, to }: Pick<Gap, 'from' | 'to'>, wrongDays: string[], last: string | undefined): string {
  const closed = wrongDays.find((day) => day >= from && (to === undefined || day <= to))
  if (closed) return closed
  if (to !== undefined) return to
  const open = last ? addDays(last as Day, 1) : ''
  return from > open ? from : open
}
