import { sql } from 'kysely'
import type { Sql, Tx } from '../../ground/database.ts'
import type { Day } from '../../ground/day.ts'
import { listedNames } from '../search.ts'
import type { NationalEntry } from './entry.ts'
import { type Reading, readingNumber } from './reading.ts'

export type Kept = { readonly number: number; readonly hash: Buffer; readonly readingNumber: number }
export type NewEntry = {
  readonly entry: NationalEntry
  readonly reading: Reading
  readonly hash: Buffer
  readonly number: number
  readonly importedOn: Day
  readonly filedHere: boolean
}
/** What the national catalogue says of a procedure: the newest version, its text and what was read of it. */
export type NationalVersion = {
  readonly code: string
  readonly number: number
  readonly importedOn: Day
  readonly entry: NationalEntry
  readonly reading: Reading
}

/** The newest version of every entry, without its text. */
export async function keptEntries(db: Sql): Promise<Map<string, Kept>> {
  const rows = await db
    .selectFrom('procedures.national')
    .select(['code', 'number', 'content_hash as hash', 'reading_number as readingNumber'])
    .distinctOn('code')
    .orderBy('code')
    .orderBy('number', 'desc')
    .execute()
  return new Map(rows.map(({ code, ...row }) => [code, row]))
}

/** Writes versions and what lists need of them; a procedure with a definition of our own keeps its own name and field. */
export async function keepEntries(tx: Tx, entries: readonly NewEntry[], now: Date): Promise<void> {
  if (entries.length === 0) return
  const listed = entries.filter(({ filedHere }) => !filedHere).map(listedRow)
  if (listed.length > 0)
    await tx
      .insertInto('procedures.procedure')
      .values(listed)
      .onConflict((at) =>
        at.column('code').doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          field: eb.ref('excluded.field'),
          levels: eb.ref('excluded.levels'),
          audience: eb.ref('excluded.audience'),
          search: eb.ref('excluded.search'),
          title: eb.ref('excluded.title'),
          initials: eb.ref('excluded.initials'),
          sound: eb.ref('excluded.sound'),
        })),
      )
      .execute()
  await tx
    .insertInto('procedures.national')
    .values(
      entries.map(({ entry, reading, hash, number, importedOn }) => ({
        code: entry.ma_thu_tuc,
        number,
        imported_on: importedOn,
        entry: JSON.stringify(entry),
        reading: JSON.stringify(reading),
        reading_number: readingNumber,
        content_hash: hash,
        imported_at: now,
      })),
    )
    .onConflict((at) =>
      at.columns(['code', 'number']).doUpdateSet((eb) => ({
        reading: eb.ref('excluded.reading'),
        reading_number: eb.ref('excluded.reading_number'),
      })),
    )
    .execute()
}

function listedRow({ entry, reading }: NewEntry) {
  const named = {
    code: entry.ma_thu_tuc,
    name: reading.name,
    field: reading.field,
    keywords: reading.keywords ? [reading.keywords] : [],
  }
  return {
    code: named.code,
    name: named.name,
    field: named.field,
    levels: [...reading.levels],
    audience: [...reading.audience],
    online_level: 'unknown',
    ...listedNames(named, reading.results.map(({ name }) => name).join(' ')),
  }
}

/** What the national catalogue says of a procedure now; undefined when it never held it. */
export async function nationalVersion(db: Sql, code: string): Promise<NationalVersion | undefined> {
  const row = await db
    .selectFrom('procedures.national as n')
    .innerJoin('procedures.procedure as p', 'p.code', 'n.code')
    .select(['n.code', 'n.number', 'n.imported_on as importedOn', 'n.entry', 'n.reading'])
    .where('n.code', '=', code)
    .where('p.state', '=', 'published')
    .orderBy('n.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row as unknown as NationalVersion | undefined
}

/** Whether a procedure is known only by its national entry, so that nothing can be filed under it yet. */
export async function isOnlyPublished(db: Sql, code: string): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`
    select exists (select from procedures.national where code = ${code})
      and not exists (select from procedures.version where code = ${code} and released_at is not null) as yes`.execute(
    db,
  )
  return rows[0]?.yes ?? false
}
