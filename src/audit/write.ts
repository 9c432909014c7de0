import { type RawBuilder, sql } from 'kysely'
import type { Sql } from '../ground/database.ts'
import { whenceNow } from './whence.ts'

/** A stream is a chain of its own: a dossier, an account, an agency, or the system. */
export type Stream = `dossier:${string}` | `account:${string}` | `agency:${string}` | 'system'

export type Entry = {
  stream: Stream
  /** What was done, seen or tried, kebab-case: `accept`, `open`, `refused:wrong-state`, `sign-in`. */
  act: string
  actor: string | null
  /** What it was done to, when that is not the stream itself. */
  subject?: string | null
  /** Only what proves the act: hashes, codes, counts. Never a name, a number of identity, an answer. */
  details?: Record<string, unknown>
  occurredAt: Date
  recordedAt?: Date
}

/**
 * Writes one entry at the end of its stream, in the caller's transaction. Nobody can change or remove it later. What is done in a session says in
 * which, and on what kind of device.
 */
export async function write(db: Sql, entry: Entry): Promise<void> {
  await sql`select ${appended(entry)}`.execute(db)
}

/** The same as a part of another statement, so that what is done and its entry go to the database in one. */
export function appended(entry: Entry): RawBuilder<number> {
  const { stream, act, actor, subject = null, details = {}, occurredAt, recordedAt = occurredAt } = entry
  return sql`audit.append(${stream}::text, ${occurredAt}::timestamptz, ${recordedAt}::timestamptz,
      ${actor}::uuid, ${act}::text, ${subject}::text, ${JSON.stringify({ ...details, ...whenceNow() })}::jsonb)`
}
