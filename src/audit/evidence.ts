import { sql } from 'kysely'
import type { Sql } from '../ground/database.ts'
import { type EntriesAsked, matching } from './read.ts'

/** More than this is asked for in parts: a piece of evidence is read by people. */
export const mostEvidence = 50_000

export type Evidence = { text: string; entries: number; complete: boolean }

/**
 * Entries as evidence: one JSON text with each entry as it stands, the bytes that were hashed and the hash, and the seals of the closed days they lie
 * in. Anybody can compute the hashes anew from it and check the seals without this program. Oldest first.
 */
export async function evidenceOf(db: Sql, asked: EntriesAsked, by: string, now: Date): Promise<Evidence> {
  const { rows } = await sql<{ day: string; entry: Record<string, unknown> }>`
    select to_char(e.recorded_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day, jsonb_build_object(
      'id', e.id, 'stream', e.stream, 'position', e.position, 'occurredAt', e.occurred_at, 'recordedAt', e.recorded_at,
      'actor', e.actor, 'act', e.act, 'subject', e.subject, 'details', e.details,
      'hashed', convert_from(audit.material(e), 'UTF8'), 'hash', encode(e.hash, 'hex')) as entry
    from audit.entry e
    where ${matching(asked)}
    order by e.id
    limit ${mostEvidence + 1}`.execute(db)
  const taken = rows.slice(0, mostEvidence)
  const days = [...new Set(taken.map(({ day }) => day))]
  const seals =
    days.length === 0
      ? []
      : await db
          .selectFrom('audit.seal')
          .select(['day', 'text', 'signature', 'stamp'])
          .where('day', 'in', days)
          .execute()
  const content = {
    format: 'motcua audit evidence 1',
    madeAt: now.toISOString(),
    madeBy: by,
    asked,
    complete: rows.length <= mostEvidence,
    entries: taken.map(({ entry }) => entry),
    seals: seals.map(({ signature, stamp, ...seal }) => ({
      ...seal,
      signature: signature.toString('base64'),
      stamp: stamp.toString('base64'),
    })),
    openDays: days.filter((day) => !seals.some((seal) => seal.day === day)),
  }
  return { text: `${JSON.stringify(content, undefined, 1)}\n`, entries: taken.length, complete: content.complete }
}
