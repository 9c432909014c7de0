import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Sql } from '../ground/database.ts'

export type Break = {
  what: 'changed' | 'out-of-order' | 'missing' | 'not-linked' | 'head' | 'day'
  stream?: string
  position?: number
  id?: number
  day: string
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

const page = 5_000

/** Walks every chain and every closed day, computing each hash anew; says where the first breaks of each stream are. */
export async function verify(db: Sql): Promise<Verdict> {
  const heads = new Map<string, { position: number; hash: Buffer }>()
  const breaks: Break[] = []
  let entries = 0
  let after = { stream: '', position: 0 }

  for (;;) {
    const { rows } = await sql<Row>`
      select id, stream, position, audit.material(e) as material, previous, hash,
        to_char(recorded_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day
      from audit.entry e
      where (stream, position) > (${after.stream}, ${after.position})
      order by stream, position
      limit ${page}`.execute(db)
    for (const row of rows) {
      breaks.push(...breaksAt(row, heads.get(row.stream)))
      heads.set(row.stream, { position: row.position, hash: row.hash })
    }
    entries += rows.length
    if (rows.length < page) break
    after = rows.at(-1)!
  }

  breaks.push(...(await brokenHeads(db, heads)))
  const days = await brokenDays(db)
  breaks.push(...days.breaks)
  return { holds: breaks.length === 0, entries, streams: heads.size, days: days.count, breaks }
}

function breaksAt(row: Row, before: { position: number; hash: Buffer } | undefined): Break[] {
  const found: Break[] = []
  const place = { stream: row.stream, position: row.position, id: row.id, day: row.day }
  const expected = (before?.position ?? 0) + 1
  if (row.position !== expected) found.push({ what: 'missing', ...place, position: expected })
  else if (!row.previous.equals(before?.hash ?? Buffer.from([0]))) found.push({ what: 'not-linked', ...place })
  if (!createHash('sha256').update(row.material).digest().equals(row.hash)) found.push({ what: 'changed', ...place })
  return found
}

/** An entry cut from the end of a stream leaves no gap; the head that `audit.stream` remembers tells. */
async function brokenHeads(db: Sql, heads: Map<string, { position: number; hash: Buffer }>): Promise<Break[]> {
  const streams = await db.selectFrom('audit.stream').select(['stream', 'length', 'head']).execute()
  return streams
    .filter(({ stream, length, head }) => {
      const walked = heads.get(stream)
      return !walked || walked.position !== length || !walked.hash.equals(head)
    })
    .map(({ stream, length }) => ({ what: 'head' as const, stream, position: length, day: '' }))
}

async function brokenDays(db: Sql): Promise<{ count: number; breaks: Break[] }> {
  const { rows } = await sql<{ day: string; holds: boolean }>`
    select d.day, d.entries = count(e.id)
        and d.root = sha256(coalesce(string_agg(e.hash, ''::bytea order by e.id), ''::bytea)) as holds
    from audit.digest d
    left join audit.entry e
      on e.recorded_at >= d.day::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and e.recorded_at < (d.day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    group by d.day, d.entries, d.root`.execute(db)
  return { count: rows.length, breaks: rows.filter((row) => !row.holds).map(({ day }) => ({ what: 'day', day })) }
}
