import { type RawBuilder, sql } from 'kysely'
import type { Sql } from '../ground/database.ts'
import { askedOnce } from '../ground/notes.ts'

const revised = askedOnce(async (db, dossier) => {
  const { rows } = await sql<{ revised: boolean }>`select ${revisedIn(sql`${dossier}::uuid`)} as revised`.execute(db)
  return rows[0]!.revised
})

/** Whether somebody has begun to change this dossier and has not sent it, as a part of another question. */
export function revisedIn(dossier: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`exists (select from dossiers.revision where dossier = ${dossier})`
}

export const isRevised = (db: Sql, dossier: string): Promise<boolean> => revised.of(db, dossier)

/** Another question brought the answer along. */
export const noteRevised = (db: Sql, dossier: string, brought: Promise<boolean>): void =>
  revised.note(db, dossier, brought)
