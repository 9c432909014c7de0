import type { Sql } from '../ground/database.ts'
import { dayOf } from '../ground/day.ts'
import { citedOn, policyFor } from '../policy/index.ts'

/** What is about to be printed, its legal basis cited as it stands today: a document that was replaced is cited by what replaced it. */
export async function citedNow<Data extends object>({ sql, now }: { sql: Sql; now: Date }, data: Data): Promise<Data> {
  if (!('basis' in data) || typeof data.basis !== 'string') return data
  const replaced = (await policyFor(sql, now)).get('law.replaced')
  return { ...data, basis: citedOn(data.basis, replaced, dayOf(now)) }
}
