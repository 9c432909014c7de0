import { sql } from 'kysely'
import { accountsById } from '../accounts/index.ts'
import { dayOf } from '../ground/day.ts'
import { filesById } from '../documents/index.ts'
import { mayReach } from '../organisations/law/index.ts'
import type { Sql } from '../ground/database.ts'
import { versionById } from '../procedures/index.ts'
import { signersOf } from '../signatures/index.ts'
import type { Dossier } from './dossier.ts'
import { isInCase } from './law/index.ts'
import { marksOf } from './marks.ts'
import type { Reader } from './read.ts'
import { attachmentsOf, type AttachmentRow, find } from './store.ts'

export type DocumentLine = {
  kind: string
  title: string
  file: string
  sha256: string
  size: number
  madeAt: Date
  signedBy: { as: string; name: string; at: Date }[]
}

/** Kinds the applicant does not see: what is not decided yet. */
const internal = ['result-draft', 'supplement-draft', 'extension-draft', 'extension-request', 'apology-draft']

/** The papers the house made; a draft is for officers only, and so is a letter of apology until it goes out. */
export async function documentsOf({ db, vault, reader }: Reader, dossier: Dossier): Promise<DocumentLine[]> {
  const rows = await db
    .selectFrom('dossiers.document')
    .select(['kind', 'title', 'file', 'made_at as madeAt'])
    .where('dossier', '=', dossier.id)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  const visible = reader.posts.length > 0 ? latestDraft(rows, dossier) : await decided(db, dossier, rows)
  const ids = visible.map(({ file }) => file)
  const results = visible.filter(({ kind }) => kind === 'result').map(({ file }) => file)
  const [files, signed] = await Promise.all([filesById(db, vault, ids), signaturesOn(db, dossier.id, ids, results)])
  return visible.map((row) => {
    const file = files.get(row.file)!
    return { ...row, sha256: file.sha256, size: file.size, signedBy: signed.get(row.file) ?? [] }
  })
}

type Row = { kind: string; title: string; file: string; madeAt: Date }

/** Of several drafts only the last one counts, and one that waits for somebody only while it waits; the others stay in the store. */
function latestDraft(rows: Row[], { state, proposal }: Dossier): Row[] {
  const last = (kind: string) => rows.findLast((row) => row.kind === kind)
  const letter = last('apology-draft')
  const waiting = [
    last('result-draft'),
    state === 'proposed' && proposal === 'supplement' && last('supplement-draft'),
    state === 'extension-requested' && proposal === 'extension' && last('extension-draft'),
    rows.findLast(({ kind }) => kind.startsWith('apology')) === letter && letter,
  ]
  return rows.filter((row) => !row.kind.endsWith('-draft') || waiting.includes(row))
}

async function decided(db: Sql, dossier: Dossier, rows: Row[]): Promise<Row[]> {
  const waiting = await db
    .selectFrom('dossiers.apology')
    .select('file')
    .where('dossier', '=', dossier.id)
    .where('about', 'in', ['second-guidance', 'second-supplement'])
    .where('used_in', 'is', null)
    .execute()
  // The draft is the applicant's to see while their word on it is waited for.
  const shown = isShownDraft(dossier) ? rows.findLast(({ kind }) => kind === 'result-draft') : undefined
  return rows.filter(
    (row) => row === shown || (!internal.includes(row.kind) && !waiting.some(({ file }) => file === row.file)),
  )
}

const isShownDraft = ({ state }: Dossier) => state === 'awaiting-confirmation'

/** A result carries every signature made on its way: the person's on the revision before, the organisation's on itself. */
async function signaturesOn(db: Sql, dossier: string, files: string[], results: string[]) {
  const named = ({ as, subject, at }: { as: string; subject: string; at: Date }) => ({ as, name: subject, at })
  const ofDraft = db
    .selectFrom('signatures.signature as s')
    .innerJoin('signatures.certificate as c', 'c.id', 's.certificate')
    .innerJoin('dossiers.result as r', (join) => join.on('r.dossier', '=', dossier))
    .innerJoin('documents.file as d', 'd.id', 'r.draft')
    .select(['s.speaks_as as as', 'c.subject', 's.signed_at as at'])
    .whereRef('s.draft_sha256', '=', 'd.sha256')
    .orderBy('s.position')
  const [rows, all] = await Promise.all([signersOf(db, files), results.length > 0 ? ofDraft.execute() : []])
  return new Map(
    rows.map(
      ({ file }) =>
        [file, (results.includes(file) ? all : rows.filter((row) => row.file === file)).map(named)] as const,
    ),
  )
}

export type ComponentLine = {
  id: string
  name: string
  kind: string
  required: boolean | 'when'
  verdict: string | null
  reason: string | null
  authenticated: string | null
  attachments: {
    file: string | null
    item: string | null
    name: string
    mediaType: string
    size: number
    /** From the record, authenticated and in its term: its original is not asked for again. */
    isProven: boolean
    /** Who sent the file and when. */
    by: string | null
    at: Date | null
  }[]
}

/**
 * Every component of the procedure with what was handed in for it, or is about to be, and how it was marked. A confidential one is not there for who
 * is outside the case.
 */
export async function componentsOf(
  { db, vault, now, reader }: Reader,
  dossier: Dossier,
  aboutTo?: readonly AttachmentRow[],
): Promise<ComponentLine[]> {
  const { definition } = await versionById(db, dossier.procedureVersion)
  const attached = aboutTo ?? (await attachmentsOf(db, dossier.id))
  const marks = await marksOf(db, vault, dossier.id)
  const items = attached.flatMap(({ item }) => (item ? [item] : []))
  const lent =
    items.length === 0
      ? []
      : await db
          .selectFrom('records.item')
          .select(['id', 'title', 'file', 'legal_status', 'valid_to'])
          .where('id', 'in', items)
          .execute()
  const fileOf = (one: { file: string | null; item: string | null }) =>
    one.file ?? lent.find(({ id }) => id === one.item)?.file ?? null
  const files = await filesById(
    db,
    vault,
    attached.flatMap((one) => fileOf(one) ?? []),
  )
  const senders = await accountsById(
    db,
    [...files.values()].map(({ owner }) => owner),
  )
  const inCase = isInCase(reader, dossier)
  const visible = definition.components.filter(({ secrecy }) => secrecy !== 'confidential' || inCase)
  return visible.map(({ id, name, kind, required }) => {
    const mark = marks.get(id)
    return {
      id,
      name,
      kind,
      required,
      verdict: mark?.verdict ?? null,
      reason: mark?.reason ?? null,
      authenticated: mark?.authenticated ?? null,
      attachments: attached
        .filter(({ component }) => component === id)
        .map((one) => {
          const file = files.get(fileOf(one) ?? '')
          const lending = lent.find((item) => item.id === one.item)
          return {
            file: fileOf(one),
            item: one.item,
            name: lending?.title ?? file?.name ?? '',
            mediaType: file?.mediaType ?? '',
            size: file?.size ?? 0,
            by: senders.get(file?.owner ?? '')?.displayName ?? null,
            at: file?.uploadedAt ?? null,
            isProven: lending !== undefined && isInForce(lending, dayOf(now)),
          }
        }),
    }
  })
}

function isInForce(
  { legal_status: status, valid_to: until }: { legal_status: string; valid_to: string | null },
  today: string,
) {
  return status === 'authenticated' && (until === null || until >= today)
}

/**
 * Whether a file belongs to a dossier this reader reaches: a paper handed in, one the house made, or for an officer an item of the applicant's record that
 * stands for a paper of it.
 */
export async function dossierOfFile(at: Reader, file: string): Promise<Dossier | undefined> {
  const official = at.reader.posts.length > 0
  const { rows } = await sql<{ dossier: string; draft: boolean; component: string | null }>`
    select dossier, kind = any(${internal}) as draft, null::text as component from dossiers.document
    where file = ${file} and (kind <> 'supplement-draft' or ${official})
    union select dossier, false, component from dossiers.attachment where file = ${file}
    union select a.dossier, false, a.component from dossiers.attachment a join records.item i on i.id = a.item where i.file = ${file}
    union select d.id, false, c.paper ->> 'id'
      from records.item i
      join records.record r on r.id = i.record
      join dossiers.dossier d on d.applicant = r.account and d.issued_at is null and d.ended_at is null and d.submitted_at is not null
      join procedures.version v on v.id = d.procedure_version
      cross join jsonb_array_elements(v.definition -> 'components') as c (paper)
      where i.file = ${file} and ${official} and c.paper -> 'recordKinds' ? i.kind
    union select l.dossier, false, null from dossiers.leg_file f join dossiers.leg l on l.id = f.leg where f.file = ${file} and ${official}
    limit 20`.execute(at.db)
  for (const { dossier, draft, component } of rows) {
    const found = await find(at.db, dossier)
    if (!found || !mayReach(at.reader, found) || (draft && !official && !isShownDraft(found))) continue
    if (component === null || isInCase(at.reader, found)) return found
    if (!(await confidentialOf(at.db, found)).includes(component)) return found
  }
  return undefined
}

/** The components of a dossier that only who works on it may open. */
export async function confidentialOf(db: Sql, { procedureVersion }: Dossier): Promise<string[]> {
  const { definition } = await versionById(db, procedureVersion)
  return definition.components.filter(({ secrecy }) => secrecy === 'confidential').map(({ id }) => id)
}
