import { isDeepStrictEqual } from 'node:util'
import { fieldsOf, type FormDefinition, valueAt } from '../procedures/index.ts'
import { type Dossier, type Form, formContext } from './dossier.ts'
import { withoutFields } from './law/index.ts'
import { type Reader, seenBy } from './read.ts'
import { keptFrom } from './shown-form.ts'

export type FormChange = {
  version: number
  at: Date
  /** Who made it, by name. */
  by: string | null
  /** Answer by answer, as its field is found in the form: what it was and what it became. */
  rows: { pointer: string; before: unknown; after: unknown }[]
}

/**
 * Every change of the answers since they were submitted, the latest first: which answer, what it was, what it became, who changed it and when. Masked, or left out, as
 * the answers themselves are for this reader.
 * @law 90/2016/QĐ-UBND Điều 4.3
 * @req S0-4.3b
 */
export async function formChangesOf(
  at: Reader,
  dossier: Dossier,
  form: Pick<FormDefinition, 'schema'>,
): Promise<FormChange[]> {
  const rows = await at.db
    .selectFrom('dossiers.form_before as f')
    .innerJoin('dossiers.event as e', (join) =>
      join.onRef('e.dossier', '=', 'f.dossier').onRef('e.version', '=', 'f.replaced_in'),
    )
    .leftJoin('accounts.account as a', 'a.id', 'e.by')
    .select(['f.replaced_in as version', 'f.form_sealed as sealed', 'e.at', 'a.display_name as by'])
    .where('f.dossier', '=', dossier.id)
    .orderBy('f.replaced_in')
    .execute()
  const kept = await keptFrom(at.db, at.reader, dossier, at.now)
  const opened = [...rows.map(({ sealed }) => sealed), dossier.formSealed].map((sealed) =>
    seenBy(at, dossier, form, withoutFields(at.vault.openJson<Form>(sealed, formContext(dossier.id)), kept)),
  )
  return rows
    .map(({ version, at: when, by }, index) => ({
      version,
      at: when,
      by,
      rows: differences(form, opened[index]!, opened[index + 1]!),
    }))
    .toReversed()
}

function differences(form: Pick<FormDefinition, 'schema'>, before: Form, after: Form): FormChange['rows'] {
  return fieldsOf(form)
    .map(({ pointer }) => ({ pointer, before: valueAt(before, pointer), after: valueAt(after, pointer) }))
    .filter((row) => !isDeepStrictEqual(row.before, row.after))
}
