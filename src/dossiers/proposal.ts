import { unitById } from '../organisations/index.ts'
import { type ResultField, versionById } from '../procedures/index.ts'
import type { Dossier } from './dossier.ts'
import type { Reader } from './read.ts'
import { shownFormOf } from './shown-form.ts'
import { resultFieldsFor } from './result.ts'
import { resultOf } from './store.ts'

export type ProposedResult = {
  outcome: 'grant' | 'refuse'
  title: string
  /** What people type to check the paper. */
  identifier: string
  number: string | null
  /** Of the proposal, or of whoever sent it back: the last one written. */
  note: string | null
  /** What is printed, as the proposer wrote it or as it came from the form. */
  fields: Record<string, unknown>
}

/** The result as it is proposed, signed or issued, for officers; nothing before the first proposal. */
export async function proposedResult({ db, vault }: Reader, dossier: Dossier): Promise<ProposedResult | undefined> {
  const result = await resultOf(db, dossier.id)
  if (!result) return undefined
  const { note_sealed: note } = await db
    .selectFrom('dossiers.result')
    .select('note_sealed')
    .where('dossier', '=', dossier.id)
    .executeTakeFirstOrThrow()
  const { fields } = vault.openJson<{ fields: Record<string, unknown> }>(
    result.fieldsSealed,
    `dossiers.result:${dossier.id}`,
  )
  return {
    outcome: result.outcome,
    title: result.title,
    identifier: result.identifier,
    number: result.number,
    note: note ? vault.open(note, `dossiers.note:${dossier.id}`).toString('utf8') : null,
    fields,
  }
}

/** The fields of the result that grants, each with what would be printed if nobody wrote anything; the caller has traced the reading. */
export async function resultFieldsOf(
  at: Reader,
  dossier: Dossier,
): Promise<{ field: ResultField; derived: unknown }[]> {
  const { definition } = await versionById(at.db, dossier.procedureVersion)
  const agency = await unitById(at.db, dossier.agency)
  const derived = resultFieldsFor(definition, 'grant', {
    dossier,
    form: await shownFormOf(at, dossier),
    given: {},
    agency: agency!.name,
    now: at.now,
  })
  return definition.results[0]!.fields.map((field) => ({ field, derived: inside(derived, field.name) }))
}

/** Names with dots are places inside: `mother.name`. */
function inside(object: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((here, name) => (here as Record<string, unknown> | undefined)?.[name], object)
}
