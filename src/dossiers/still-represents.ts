import { representedBy } from '../accounts/index.ts'
import type { Sql } from '../ground/database.ts'
import { dayOf } from '../ground/day.ts'
import type { Dossier } from './dossier.ts'

type Asked = { db: Sql; reader: { id: string }; now: Date }

/** Who filed for another goes on only while the representation lasts; what they filed they still see, but not what is being changed of it since. */
export async function mayStillRepresent(
  { db, reader, now }: Asked,
  { representation, filedBy, applicant }: Pick<Dossier, 'representation' | 'filedBy' | 'applicant'>,
): Promise<boolean> {
  if (!representation || reader.id !== filedBy || reader.id === applicant) return true
  return (await representedBy(db, reader.id, dayOf(now), representation)).length > 0
}
