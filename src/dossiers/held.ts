import { sql } from 'kysely'
import type { Sql } from '../ground/database.ts'
import { dayOf } from '../ground/day.ts'
import type { Dossier } from './dossier.ts'
import type { Held } from './law/index.ts'

/** A proven item with the file it is read in. */
export type HeldItem = Held & { readonly number: string | null; readonly file: string | null }

/**
 * What the applicant's record proves of this dossier's papers: the items cited for a paper, and the items of a kind that stands for one. Authenticated and in
 * their term, the latest first.
 */
export async function heldItems(
  { db, now }: { db: Sql; now: Date },
  { id, applicant, procedureVersion }: Pick<Dossier, 'id' | 'applicant' | 'procedureVersion'>,
): Promise<HeldItem[]> {
  const { rows } = await sql<HeldItem>`
    with standing as (
      select a.component, a.item from dossiers.attachment a
      where a.dossier = ${id} and a.replaced_in is null and a.item is not null
      union
      select c.paper ->> 'id', i.id
      from procedures.version v
      cross join lateral jsonb_array_elements(v.definition -> 'components') as c (paper)
      join records.record r on r.account = ${applicant}
      join records.item i on i.record = r.id and c.paper -> 'recordKinds' ? i.kind
      where v.id = ${procedureVersion}
    )
    select s.component, i.id as item, i.title, i.number, i.file
    from standing s
    join records.item i on i.id = s.item
    where i.legal_status = 'authenticated' and i.replaced_by is null and (i.valid_to is null or i.valid_to >= ${dayOf(now)})
    order by s.component, i.delivered_at desc, i.id desc`.execute(db)
  return rows
}
