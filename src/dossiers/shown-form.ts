import { policyFor } from '../policy/index.ts'
import type { Sql } from '../ground/database.ts'
import type { Officer } from '../organisations/law/index.ts'
import type { Dossier, Form } from './dossier.ts'
import { hiddenFrom, withoutFields } from './law/index.ts'
import { formOf, type Reader } from './read.ts'

/** The answers as this reader may read and use them: without what a rule of their sector keeps from them. The caller has traced the reading. */
export async function shownFormOf(at: Reader, dossier: Dossier): Promise<Form> {
  return withoutFields(formOf(at, dossier), await keptFrom(at.db, at.reader, dossier, at.now))
}

/** The places in the e-form that are kept from this officer. */
export async function keptFrom(db: Sql, reader: Officer, dossier: Dossier, now: Date): Promise<string[]> {
  return hiddenFrom(reader, dossier, (await policyFor(db, now)).get('sectors.hidden-fields'))
}
