import { markLoose } from '../documents/index.ts'
import type { Sql, Tx } from '../ground/database.ts'
import { type Dossier, type Form } from './dossier.ts'
import { type Act, mayAct } from './law/index.ts'
import { formOf, type Reader } from './read.ts'
import { mayStillRepresent } from './still-represents.ts'
import { attachmentsOf, type AttachmentRow, noLongerAttached } from './store.ts'

/** What the applicant is changing in a dossier that was already submitted: as it would be once it is sent. */
export type Revision = {
  /** Counts the changes; 0 when nothing was changed yet. */
  version: number
  form: Form
  attachments: AttachmentRow[]
}

export type RevisingAct = Extract<Act, 'amend' | 'supplement'>

export const revisionContext = (dossier: string) => `dossiers.revision:${dossier}`

/** The act by which this reader may send changes now: a supplement that was asked for, or a correction before the answer. */
export function revisingAct({ reader }: Pick<Reader, 'reader'>, dossier: Dossier): RevisingAct | undefined {
  return (['supplement', 'amend'] as const).find((act) => mayAct(dossier, reader, act).ok)
}

/** The same, as long as the reader may still see what is being changed: who stood for the applicant and does no more sees what was sent, nothing newer. */
export async function openRevisingAct(at: Reader, dossier: Dossier): Promise<RevisingAct | undefined> {
  const act = revisingAct(at, dossier)
  return act && (await mayStillRepresent(at, dossier)) ? act : undefined
}

/** The changes as they stand; before the first one the dossier itself. The caller has traced the reading. */
export async function revisionOf(at: Reader, dossier: Dossier): Promise<Revision> {
  const row = await rowOf(at.db, dossier.id)
  if (!row) return { version: 0, form: formOf(at, dossier), attachments: [...(await attachmentsOf(at.db, dossier.id))] }
  return {
    version: row.version,
    form: at.vault.openJson<Form>(row.formSealed, revisionContext(dossier.id)),
    attachments: row.attachments as AttachmentRow[],
  }
}

export function rowOf(db: Sql, dossier: string) {
  return db
    .selectFrom('dossiers.revision')
    .select(['version', 'form_sealed as formSealed', 'attachments'])
    .where('dossier', '=', dossier)
    .executeTakeFirst()
}

/** Changes that were given up, by their last version; their papers are their uploader's again. */
export async function dropRevision(tx: Tx, dossier: string): Promise<number | undefined> {
  const row = await tx
    .deleteFrom('dossiers.revision')
    .where('dossier', '=', dossier)
    .returning(['version', 'attachments'])
    .executeTakeFirst()
  await letGo(tx, row?.attachments as AttachmentRow[] | undefined)
  return row?.version
}

/** Papers that were taken out of changes: those that lie nowhere else are swept away as if never attached. */
export async function letGo(tx: Tx, rows: readonly AttachmentRow[] | null = []): Promise<void> {
  if (rows?.length) await markLoose(tx, await noLongerAttached(tx, rows))
}
