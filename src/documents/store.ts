import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Actor } from '../audit/index.ts'
import type { Sql } from '../ground/database.ts'
import type { Desk } from '../ground/desk.ts'
import { newId } from '../ground/uuid.ts'
import { layRow, written } from '../ground/written.ts'
import type { Vault } from '../ground/vault/index.ts'

/** A file as people know it; its bytes are in the vault. `sha256` is of the plaintext, hex. */
export type StoredFile = {
  id: string
  name: string
  mediaType: string
  size: number
  pages: number | null
  activeContent: boolean
  sha256: string
  scan: 'clean' | 'not-scanned' | 'infected'
  owner: string
  /** Nothing for a file that is only being written. */
  uploadedAt?: Date
  attached: boolean
}

type NewFile = {
  name: string
  mediaType: string
  bytes: Uint8Array
  pages?: number
  activeContent?: boolean
  attached: boolean
  scan?: StoredFile['scan']
}

/** Puts the bytes into the vault first and the row that names them into the transaction after. */
export async function keepFile(desk: Desk<Actor, never>, file: NewFile): Promise<StoredFile> {
  const { sql, vault, actor, now } = desk
  const id = newId(now)
  const kept = await vault.keepFile(file.bytes, id)
  const row = {
    id,
    name_sealed: vault.seal(file.name, nameContext(id)),
    media_type: file.mediaType,
    size: kept.size,
    pages: file.pages ?? null,
    active_content: file.activeContent ?? false,
    sha256: Buffer.from(kept.sha256, 'hex'),
    address: kept.address,
    wrapped_key: kept.wrappedKey,
    scan: file.scan ?? 'not-scanned',
    owner: actor.id,
    uploaded_at: now,
    attached_at: file.attached ? now : null,
  }
  desk.alongside(layRow(sql, 'documents.file', row))
  const { name, mediaType, attached } = file
  const { size, sha256 } = kept
  const activeContent = file.activeContent ?? false
  return {
    id,
    name,
    mediaType,
    size,
    pages: file.pages ?? null,
    activeContent,
    sha256,
    scan: file.scan ?? 'not-scanned',
    owner: actor.id,
    attached,
  }
}

/** A PDF that the system itself made: a slip, a draft, a result. It belongs to a dossier from its first moment. */
export async function keepMade(
  desk: Desk<Actor, never>,
  made: { name: string; bytes: Uint8Array },
): Promise<StoredFile> {
  return keepFile(desk, { name: made.name, mediaType: 'application/pdf', bytes: made.bytes, attached: true })
}

const columns = [
  'id',
  'name_sealed',
  'media_type',
  'size',
  'pages',
  'active_content',
  'sha256',
  'scan',
  'owner',
  'uploaded_at',
  'attached_at',
] as const

export async function fileById(db: Sql, vault: Vault, id: string): Promise<StoredFile | undefined> {
  return (await filesById(db, vault, [id])).get(id)
}

export async function filesById(db: Sql, vault: Vault, ids: readonly string[]): Promise<Map<string, StoredFile>> {
  if (ids.length === 0) return new Map()
  const rows = await lying.all(db, { ids: [...ids] })
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: vault.open(row.name_sealed, nameContext(row.id)).toString('utf8'),
        mediaType: row.media_type,
        size: row.size,
        pages: row.pages,
        activeContent: row.active_content,
        sha256: row.sha256.toString('hex'),
        scan: row.scan as StoredFile['scan'],
        owner: row.owner,
        uploadedAt: row.uploaded_at,
        attached: row.attached_at !== null,
      },
    ]),
  )
}

const lying = written((db, { ids }: { ids: string[] }) =>
  db
    .selectFrom('documents.file')
    .select(columns)
    .where((eb) => eb('id', '=', eb.fn.any(sql<string[]>`${ids}::uuid[]`)))
    .where('destroyed_at', 'is', null),
)

/** The bytes, decrypted chunk by chunk. The caller has asked whether the reader reaches the file, and leaves the trace. */
export async function openFile(db: Sql, vault: Vault, id: string): Promise<Readable> {
  return vault.readFile(await keptAs(db, id), id)
}

export async function readFile(db: Sql, vault: Vault, id: string): Promise<Buffer> {
  return vault.readWhole(await keptAs(db, id), id)
}

async function keptAs(db: Sql, id: string): Promise<{ address: string; wrappedKey: Buffer }> {
  const row = await kept.first(db, { id })
  if (!row) throw new Error(`no such file: ${id}`)
  if (!row.wrapped_key) throw new Error(`file ${id} was destroyed`)
  return { address: row.address, wrappedKey: row.wrapped_key }
}

const kept = written((db, { id }: { id: string }) =>
  db.selectFrom('documents.file').select(['address', 'wrapped_key']).where('id', '=', id),
)

/** How much an account has uploaded that lies in no dossier yet. */
export async function looseOf(db: Sql, owner: string): Promise<{ files: number; bytes: number }> {
  const { rows } = await sql<{ files: number; bytes: number }>`
    select count(*)::integer as files, coalesce(sum(size), 0)::float8 as bytes
    from documents.file
    where owner = ${owner} and attached_at is null and destroyed_at is null`.execute(db)
  return rows[0]!
}

/** Marks files as belonging to a dossier now, so that they are not swept away as left behind. */
export async function markAttached(db: Sql, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('documents.file')
    .set({ attached_at: now })
    .where('id', 'in', ids)
    .where('attached_at', 'is', null)
    .execute()
}

/** Marks files as taken out again: they are their uploader's, and swept away as if never attached. */
export async function markLoose(db: Sql, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('documents.file').set({ attached_at: null }).where('id', 'in', ids).execute()
}

/** What one account uploaded is another's of the same holder; answers how many. */
export async function giveFilesTo(db: Sql, from: string, into: string): Promise<number> {
  const given = await db.updateTable('documents.file').set({ owner: into }).where('owner', '=', from).executeTakeFirst()
  return Number(given.numUpdatedRows)
}

/** Destroys what somebody uploaded and nobody attached: without its key no byte of it opens again, and the next sweep removes them. */
export async function destroyLooseOf(db: Sql, owner: string, now: Date): Promise<void> {
  await db
    .updateTable('documents.file')
    .set({ wrapped_key: null, destroyed_at: now })
    .where('owner', '=', owner)
    .where('attached_at', 'is', null)
    .where('destroyed_at', 'is', null)
    .execute()
}

const nameContext = (id: string) => `documents.name:${id}`
