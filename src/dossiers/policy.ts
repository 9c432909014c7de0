import type { Sql } from '../ground/database.ts'
import { policyFor } from '../policy/index.ts'
import type { Dossier } from './dossier.ts'

/** What the province had chosen when this dossier came in: a dossier keeps the rules of its reception, whatever is decided afterwards. */
export function policyOf(db: Sql, { policyAt }: Pick<Dossier, 'policyAt'>) {
  return policyFor(db, policyAt)
}
