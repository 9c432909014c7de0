import { sql } from 'kysely'
import type { Sql, Tx } from '../ground/database.ts'
import type { Dossier } from './dossier.ts'

const columns = [
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
  const row = await tx
    .selectFrom('dossiers.dossier')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row as Dossier | undefined
}

export async function find(db: Sql, id: string): Promise<Dossier | undefined> {
  const row = await db.selectFrom('dossiers.dossier').select(columns).where('id', '=', id).executeTakeFirst()
  return row as Dossier | undefined
}

export type AttachmentRow = { component: string; position: number; file: string | null; item: string | null }

/** The papers as they stand now; what an amendment replaced is not among them. */
export async function attachmentsOf(db: Sql, dossier: string): Promise<AttachmentRow[]> {
  return db
    .selectFrom('dossiers.attachment')
    .select(['component', 'position', 'file', 'item'])
    .where('dossier', '=', dossier)
    .where('replaced_in', 'is', null)
    .orderBy('component')
    .orderBy('position')
    .execute()
}

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

export async function replaceAttachments(tx: Tx, dossier: string, rows: readonly AttachmentRow[]): Promise<void> {
  const cleared = tx.deleteFrom('dossiers.attachment').where('dossier', '=', dossier).execute()
  const laid = rows.map((row) => ({ dossier, ...row }))
  await Promise.all([cleared, laid.length > 0 && tx.insertInto('dossiers.attachment').values(laid).execute()])
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

export async function endTasks(tx: Tx, dossier: string, now: Date): Promise<void> {
  await tx
    .updateTable('dossiers.task')
    .set({ ended_at: now })
    .where('dossier', '=', dossier)
    .where('ended_at', 'is', null)
    .execute()
}

export type NewTask = {
  step: string
  name: string
  role: string
  unit: string
  holder: string | null
  round: number
  budgetMinutes: number | null
  due: Date | null
}

/** Ends the open step and opens the next one, in one statement. */
export async function nextTask(tx: Tx, dossier: string, task: NewTask, now: Date): Promise<void> {
  await sql`
    with ended as (
      update dossiers.task set ended_at = ${now}::timestamptz where dossier = ${dossier} and ended_at is null
    )
    insert into dossiers.task (dossier, position, step, name, role, unit, holder, round, budget_minutes, started_at, due)
    select ${dossier}, coalesce(max(position), 0) + 1, ${task.step}, ${task.name}, ${task.role}, ${task.unit}::uuid,
      ${task.holder}::uuid, ${task.round}::smallint, ${task.budgetMinutes}::integer, ${now}::timestamptz, ${task.due}::timestamptz
    from dossiers.task where dossier = ${dossier}`.execute(tx)
}

export type ResultRow = {
  identifier: string
  outcome: 'grant' | 'refuse'
  kind: string
  title: string
  fieldsSealed: Buffer
  draft: string
  file: string | null
  number: string | null
  issuedOn: string | null
  issuer: string
}

export async function resultOf(db: Sql, dossier: string): Promise<ResultRow | undefined> {
  const row = await db
    .selectFrom('dossiers.result')
    .select([
      'identifier',
      'outcome',
      'kind',
      'title',
      'fields_sealed as fieldsSealed',
      'draft',
      'file',
      'number',
      'issued_on as issuedOn',
      'issuer',
    ])
    .where('dossier', '=', dossier)
    .executeTakeFirst()
  return row as ResultRow | undefined
}

/** SHA-256 of the result's draft, hex, as long as its bytes are kept. */
export async function draftHashOf(db: Sql, dossier: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('dossiers.result as r')
    .innerJoin('documents.file as f', 'f.id', 'r.draft')
    .select('f.sha256')
    .where('r.dossier', '=', dossier)
    .where('f.destroyed_at', 'is', null)
    .executeTakeFirst()
  return row?.sha256.toString('hex')
}

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
