import type { Sql } from '../ground/database.ts'
import { at, day } from '../ground/day.ts'
import { policyFor } from '../policy/index.ts'
import type { Dossier } from './dossier.ts'

/** What the province chose, as it stood when this dossier came in: a dossier keeps the rules of its reception. */
export function policyOf(db: Sql, { policyDay }: Pick<Dossier, 'policyDay'>) {
  return policyFor(db, at(day(policyDay), 0))
}
