import type { Sql } from '../ground/database.ts'
import type { Dossier } from './dossier.ts'
import type { Reader } from './read.ts'
import { resultOf } from './store.ts'

export type IssuedRefusal = { reasons: string[]; basis: string | null; advice: string | null }

/** What an issued refusal says; nothing while none is issued. The caller has traced the reading. */
export async function refusalOf({ db, vault }: Reader, { id }: Dossier): Promise<IssuedRefusal | undefined> {
  const result = await resultOf(db, id)
  if (result?.outcome !== 'refuse' || !result.number) return undefined
  const { fields } = vault.openJson<{ fields: { reasons: string[]; basis?: string; advice?: string } }>(
    result.fieldsSealed,
    `dossiers.result:${id}`,
  )
  return { reasons: fields.reasons, basis: fields.basis ?? null, advice: fields.advice ?? null }
}

/** Which of these dossiers were answered by an issued refusal. */
export async function refusedAmong(db: Sql, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('dossiers.result')
    .select('dossier')
    .where('dossier', 'in', ids)
    .where('outcome', '=', 'refuse')
    .where('number', 'is not', null)
    .execute()
  return new Set(rows.map(({ dossier }) => dossier))
}
