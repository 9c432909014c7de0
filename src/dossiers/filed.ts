import { type RawBuilder, sql } from 'kysely'
import type { Reader } from './read.ts'

/** The dossiers that are this reader's because they filed them: `isFiler` of the law, as the database asks it. */
export function filed({ reader }: Pick<Reader, 'reader'>): RawBuilder<boolean> {
  if (reader.kind !== 'officer') return sql`d.filed_by = ${reader.id}`
  const counters = reader.posts.filter(({ role }) => role === 'one-stop-officer').map(({ unit }) => unit)
  return sql`(d.filed_by = ${reader.id} and d.reception = any(${counters}::uuid[]))`
}
