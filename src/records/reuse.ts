import type { Actor } from '../audit/index.ts'
import type { Desk } from '../ground/desk.ts'
import { done, refused } from '../ground/result.ts'
import { newId } from '../ground/uuid.ts'

export type Reuse = {
  items: readonly string[]
  dossier: string
  /** For what they are used again, as people read it. */
  purpose: string
  /** On what it stands: the holder files themselves, or asks for it at the counter. */
  basis: 'own-filing' | 'asked-at-the-counter'
}

/** Writes down that papers of a record are used again, for what and on what it stands. Refusal: `purpose-missing`; the table itself holds to it too. */
export async function noteReuse({ sql, actor, now }: Desk<Actor, never>, { items, dossier, purpose, basis }: Reuse) {
  if (purpose.trim().length < 3) return refused('purpose-missing')
  if (items.length === 0) return done()
  await sql
    .insertInto('records.reuse')
    .values(items.map((item) => ({ id: newId(now), item, dossier, purpose, basis, used_by: actor.id, used_at: now })))
    .execute()
  return done()
}
