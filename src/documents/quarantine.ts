import { createHash } from 'node:crypto'
import { write } from '../audit/index.ts'
import type { Sql } from '../ground/database.ts'
import { newId } from '../ground/uuid.ts'
import type { Vault } from '../ground/vault/index.ts'

/** Days a malicious file is kept for whoever examines it. */
const keptDays = 30

export type Suspect = { name: string; bytes: Uint8Array; found: string }
type Sender = { db: Sql; vault: Vault; by: string; now: Date; from?: string | undefined }

/**
 * Puts a malicious file where nobody can open it: sealed, apart from all files, and never served; the entry `infected-file` tells who sent it and
 * what was found, and raises the alert (`safety`). After 30 days its content is destroyed.
 */
export async function quarantine({ db, vault, by, now, from }: Sender, { name, bytes, found }: Suspect): Promise<void> {
  const id = newId(now)
  const sha256 = createHash('sha256').update(bytes).digest()
  await db
    .insertInto('documents.quarantine')
    .values({
      id,
      name_sealed: vault.seal(name, `documents.quarantine-name:${id}`),
      content_sealed: vault.seal(bytes, `documents.quarantine:${id}`),
      sha256,
      size: bytes.length,
      found: found.slice(0, 100),
      sent_by: by,
      sent_from: from ?? null,
      kept_at: now,
    })
    .execute()
  await write(db, {
    stream: `account:${by}`,
    act: 'infected-file',
    actor: by,
    subject: id,
    details: { found: found.slice(0, 100), sha256: sha256.toString('hex'), size: bytes.length, from },
    occurredAt: now,
  })
}

export type Quarantined = {
  id: string
  found: string
  sha256: string
  size: number
  sentBy: string
  sentFrom: string | null
  keptAt: Date
  destroyedAt: Date | null
}

/** What lies in quarantine or lay there, the latest first, `before` is the last of the page before; the content itself is shown to nobody. */
export async function quarantined(
  db: Sql,
  { before, limit = 50 }: { before?: string | undefined; limit?: number } = {},
): Promise<Quarantined[]> {
  const rows = await db
    .selectFrom('documents.quarantine as q')
    .innerJoin('accounts.account as a', 'a.id', 'q.sent_by')
    .select(['q.id', 'q.found', 'q.sha256', 'q.size', 'a.display_name as sentBy', 'q.sent_from as sentFrom'])
    .select(['q.kept_at as keptAt', 'q.destroyed_at as destroyedAt'])
    .$if(before !== undefined, (asked) => asked.where('q.id', '<', before!))
    .orderBy('q.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ sha256, ...row }) => ({ ...row, sha256: sha256.toString('hex') }))
}

/** Destroys what has lain in quarantine for its time; the line that it was there stays. Returns how many. */
export async function sweepQuarantine(db: Sql, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('documents.quarantine')
    .set({ content_sealed: null, destroyed_at: now })
    .where('destroyed_at', 'is', null)
    .where('kept_at', '<', new Date(now.getTime() - keptDays * 24 * 3_600_000))
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
