import type { Sql } from '../ground/database.ts'
import { agencyWithDuty } from '../organisations/index.ts'
import { agenciesOf, versionById } from './store.ts'

/**
 * Which procedures name an agency that this province does not have, one line each: a process may be used only when every agency on it is found from each
 * agency that may lead it.
 * @law 04/2024/QĐ-UBND Điều 10.1.d
 * @req S2-10.1d1
 */
export async function agencyProblems(db: Sql): Promise<string[]> {
  const latest = await db
    .selectFrom('procedures.version')
    .distinctOn('code')
    .select(['id', 'code'])
    .orderBy('code')
    .orderBy('number', 'desc')
    .execute()
  const problems: string[] = []
  for (const { id, code } of latest) {
    const { process, legs = [] } = (await versionById(db, id)).definition
    const named = new Set([...legs, ...process].flatMap(({ duty }) => duty ?? []))
    if (named.size === 0) continue
    for (const lead of await agenciesOf(db, code))
      for (const duty of named)
        if (!(await agencyWithDuty(db, lead.id, duty)))
          problems.push(`${code}: process.bpmn: no agency of this province does “${duty}” for ${lead.name}`)
  }
  return problems
}
