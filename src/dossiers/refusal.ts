import type { Dossier } from './dossier.ts'
import type { Reader } from './read.ts'
import { resultOf } from './store.ts'

export type IssuedRefusal = { reasons: string[]; basis: string | null; advice: string | null }

/** What an issued refusal says; nothing while none is issued. The caller has traced the reading. */
export async function refusalOf({ db, vault }: Reader, { id, outcome }: Dossier): Promise<IssuedRefusal | undefined> {
  const result = outcome === 'refuse' ? await resultOf(db, id) : undefined
  if (!result) return undefined
  const { fields } = vault.openJson<{ fields: { reasons: string[]; basis?: string; advice?: string } }>(
    result.fieldsSealed,
    `dossiers.result:${id}`,
  )
  return { reasons: fields.reasons, basis: fields.basis ?? null, advice: fields.advice ?? null }
}
