import { sql } from 'kysely'
import type { Sql, Tx } from '../ground/database.ts'
import { askedOnce } from '../ground/notes.ts'
import { type Sent, sent, written } from '../ground/written.ts'
import type { Dossier } from './dossier.ts'

export const columns = [
  'id',
  'version',
  'state',
  'reference',
  'code',
  'procedure',
  'procedure_version as procedureVersion',
  'policy_at as policyAt',
  'applicant',
  'applicant_kind as applicantKind',
  'applicant_name as applicantName',
  'filed_by as filedBy',
  'representation',
  'channel',
  'return_by as returnBy',
  'form_sealed as formSealed',
  'agency',
  'reception',
  'officer',
  'desk',
  'proposed_by as proposedBy',
  'due',
  'intake_due as intakeDue',
  'fee',
  'created_at as createdAt',
  'submitted_at as submittedAt',
  'received_at as receivedAt',
  'first_checked_at as firstCheckedAt',
  'accepted_at as acceptedAt',
  'forwarded_at as forwardedAt',
  'issued_at as issuedAt',
  'returned_at as returnedAt',
  'outcome',
  'proposal',
  'guidances',
  'supplements',
  'paper_check as paperCheck',
  'archived_from as archivedFrom',
  'keep_until as keepUntil',
  'late_fault as lateFault',
  'late_reason as lateReason',
] as const

/** The row, locked until the transaction ends: whoever else wants to act on this dossier waits here. */
export async function take(tx: Tx, id: string): Promise<Dossier | undefined> {
  return (await taking.first(tx, { id })) as Dossier | undefined
}

export async function find(db: Sql, id: string): Promise<Dossier | undefined> {
  return (await finding.first(db, { id })) as Dossier | undefined
}

const finding = written((db, { id }: { id: string }) =>
  db.selectFrom('dossiers.dossier').select(columns).where('id', '=', id),
)
const taking = written((db, { id }: { id: string }) =>
  db.selectFrom('dossiers.dossier').select(columns).where('id', '=', id).forUpdate(),
)

export type AttachmentRow = { component: string; position: number; file: string | null; item: string | null }

/** The papers as they stand now; what an amendment replaced is not among them. */
export const attachmentsOf = (db: Sql, dossier: string): Promise<readonly AttachmentRow[]> => attached.of(db, dossier)

const attached = askedOnce((db, dossier): Promise<readonly AttachmentRow[]> => lying.all(db, { dossier }))
const lying = written((db, { dossier }: { dossier: string }) =>
  db
    .selectFrom('dossiers.attachment')
    .select(['component', 'position', 'file', 'item'])
    .where('dossier', '=', dossier)
    .where('replaced_in', 'is', null)
    .orderBy('component')
    .orderBy('position'),
)

/** Every paper a dossier ever had, by its file or its item of the record. */
export async function everAttached(db: Sql, dossier: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('dossiers.attachment')
    .select(['file', 'item'])
    .where('dossier', '=', dossier)
    .execute()
  return new Set(rows.map(({ file, item }) => (file ?? item)!))
}

/** Lays the present papers of these components aside under the version that replaces them, and the new ones in their place. */
export async function supersedeAttachments(
  tx: Tx,
  dossier: string,
  { version, components, rows }: { version: number; components: readonly string[]; rows: readonly AttachmentRow[] },
): Promise<void> {
  if (components.length === 0) return
  attached.changed(tx, dossier)
  await tx
    .updateTable('dossiers.attachment')
    .set({ replaced_in: version })
    .where('dossier', '=', dossier)
    .where('component', 'in', components)
    .where('replaced_in', 'is', null)
    .execute()
  if (rows.length === 0) return
  await tx
    .insertInto('dossiers.attachment')
    .values(rows.map((row) => ({ dossier, ...row })))
    .execute()
}

/** The answers as they stood before this version. */
export async function keepFormBefore(tx: Tx, dossier: string, version: number, formSealed: Buffer): Promise<void> {
  await tx
    .insertInto('dossiers.form_before')
    .values({ dossier, replaced_in: version, form_sealed: formSealed })
    .execute()
}

/** The first papers of a dossier. */
export function layAttachments(tx: Tx, dossier: string, rows: readonly AttachmentRow[]): Sent[] {
  attached.changed(tx, dossier)
  const laid = rows.map((row) => ({ dossier, ...row }))
  return laid.length > 0 ? [sent(tx.insertInto('dossiers.attachment').values(laid))] : []
}

/** Other papers in the place of all there were: nothing was submitted yet. */
export async function replaceAttachments(tx: Tx, dossier: string, rows: readonly AttachmentRow[]): Promise<void> {
  const cleared = tx.deleteFrom('dossiers.attachment').where('dossier', '=', dossier).execute()
  await Promise.all([cleared, ...layAttachments(tx, dossier, rows).map(({ answered }) => answered)])
}

/** The files of these rows that lie in no dossier any more, nor in changes that were not sent yet. */
export async function noLongerAttached(db: Sql, rows: readonly AttachmentRow[]): Promise<string[]> {
  const files = rows.flatMap(({ file }) => (file ? [file] : []))
  if (files.length === 0) return []
  const { rows: found } = await sql<{ file: string }>`
    select file::text from dossiers.attachment where file = any(${files}::uuid[])
    union
    select paper ->> 'file' from dossiers.revision cross join jsonb_array_elements(attachments) as paper
    where paper ->> 'file' = any(${files}::text[])`.execute(db)
  const attached = new Set(found.map(({ file }) => file))
  return files.filter((file) => !attached.has(file))
}

/** The step that the dossier goes to. */
export type NewTask = {
  position: number
  step: string
  name: string
  role: string
  unit: string
  holder: string | null
  round: number
  budgetMinutes: number | null
  due: Date | null
}

export type ResultRow = {
  identifier: string
  outcome: 'grant' | 'refuse'
  kind: string
  title: string
  fieldsSealed: Buffer
  draft: string
  /** Of the draft's bytes, as long as they are kept. */
  draftSha256: Buffer | null
  file: string | null
  number: string | null
  issuedOn: string | null
  issuer: string
}

export const resultOf = (db: Sql, dossier: string): Promise<ResultRow | undefined> => answer.of(db, dossier)

const answer = askedOnce(async (db, dossier) => (await answering.first(db, { dossier })) as ResultRow | undefined)
const answering = written((db, { dossier }: { dossier: string }) =>
  db
    .selectFrom('dossiers.result as r')
    .leftJoin('documents.file as f', (join) => join.onRef('f.id', '=', 'r.draft').on('f.destroyed_at', 'is', null))
    .select([
      'r.identifier',
      'r.outcome',
      'r.kind',
      'r.title',
      'r.fields_sealed as fieldsSealed',
      'r.draft',
      'f.sha256 as draftSha256',
      'r.file',
      'r.number',
      'r.issued_on as issuedOn',
      'r.issuer',
    ])
    .where('r.dossier', '=', dossier),
)

/** The result of this dossier was written anew in this act. */
export const resultChanged = (tx: Tx, dossier: string): void => answer.changed(tx, dossier)

/** The last document of a kind that was laid into the dossier. */
export async function documentFile(db: Sql, dossier: string, kind: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('dossiers.document')
    .select('file')
    .where('dossier', '=', dossier)
    .where('kind', '=', kind)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.file
}
