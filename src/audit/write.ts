import { type RawBuilder, sql } from 'kysely'
import type { Sql } from '../ground/database.ts'
import { type Sent, written } from '../ground/written.ts'
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
  await sendEntry(db, entry).answered
}

/** The same for an act that need not hear that it is done. */
export const sendEntry = (db: Sql, entry: Entry): Sent => appending.send(db, entryValues(entry))

const appending = written((_db, values: EntryValues) => sql`select ${appended(values)}`)

export type EntryValues = ReturnType<typeof entryValues>

/** What a statement with `appended` in it is filled with. */
export function entryValues(entry: Entry) {
  const { stream, act, actor, subject = null, details = {}, occurredAt, recordedAt = occurredAt } = entry
  return {
    ...{ entry_stream: stream, entry_act: act, entry_actor: actor, entry_subject: subject },
    ...{
      entry_details: JSON.stringify({ ...details, ...whenceNow() }),
      entry_occurred: occurredAt,
      entry_recorded: recordedAt,
    },
  }
}

/** The same as a part of another statement, so that what is done and its entry go to the database in one. */
export function appended(values: EntryValues): RawBuilder<number> {
  return sql`audit.append(${values.entry_stream}::text, ${values.entry_occurred}::timestamptz, ${values.entry_recorded}::timestamptz,
      ${values.entry_actor}::uuid, ${values.entry_act}::text, ${values.entry_subject}::text, ${values.entry_details}::jsonb)`
}
