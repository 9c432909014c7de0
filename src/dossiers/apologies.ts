import type { Sql, Tx } from '../ground/database.ts'
import { newId } from '../ground/uuid.ts'
import type { DossierDesk } from './acts/take.ts'
import type { ApologyCause } from './law/index.ts'

export type Apology = { id: string; file: string }

/** Keeps a letter that was signed; it has not gone out with a request yet. */
export async function keepApology(
  { sql, actor, now }: DossierDesk,
  dossier: string,
  about: ApologyCause,
  file: string,
): Promise<void> {
  await sql
    .insertInto('dossiers.apology')
    .values({ id: newId(now), dossier, about, file, signed_by: actor.id, signed_at: now })
    .execute()
}

/** The signed letter that no request has used yet, the oldest first; with `file` that very letter. */
export async function unusedApology(
  db: Sql,
  dossier: string,
  about: ApologyCause,
  file?: string,
): Promise<Apology | undefined> {
  let query = db
    .selectFrom('dossiers.apology')
    .select(['id', 'file'])
    .where('dossier', '=', dossier)
    .where('about', '=', about)
    .where('used_in', 'is', null)
  if (file) query = query.where('file', '=', file)
  return query.orderBy('signed_at').orderBy('id').limit(1).executeTakeFirst()
}

/** The letter goes out with the request of this version of the dossier, and with no other. */
export async function useApology(tx: Tx, id: string, version: number): Promise<void> {
  await tx.updateTable('dossiers.apology').set({ used_in: version }).where('id', '=', id).execute()
}
