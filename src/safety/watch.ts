import { sql } from 'kysely'
import { system, verifyDay, write, type SealCheck } from '../audit/index.ts'
import type { Database, Sql, Tx } from '../ground/database.ts'
import type { Day } from '../ground/day.ts'
import type { Vault } from '../ground/vault/index.ts'
import { raise } from './alerts.ts'
import { findingsIn, safetyRules, type Seen } from './law/index.ts'
import { settledIn } from './settled.ts'
import { keepWaiting, waitingOf } from './waiting.ts'

/** A house that closes is left after the page that is being read; the next look goes on there. */
type Room = { db: Database; vault: Vault; now: Date; closes?: AbortSignal }

/**
 * Reads what the audit took since the last look, page by page and each page kept for itself, and raises what the rules find in it and in what waits
 * from before. No entry is left out and none counts twice, however many there are and however late one is committed. Returns how many findings there were.
 */
export async function watchAudit({ db, vault, now, closes }: Room, page = 5_000): Promise<number> {
  const { to } = await db.transaction().execute((tx) => settledIn(tx, now))
  for (let findings = 0; ;) {
    const read = await db.transaction().execute((tx) => nextPage(tx, { vault, now, to, page }))
    findings += read.findings
    if (read.isLast || closes?.aborted) return findings
  }
}

type Asked = { vault: Vault; now: Date; to: number; page: number }

async function nextPage(tx: Tx, { vault, now, to, page }: Asked): Promise<{ findings: number; isLast: boolean }> {
  const { read_to: from } = await tx.selectFrom('safety.watch').select('read_to').forUpdate().executeTakeFirstOrThrow()
  const seen = await seenBetween(tx, from, to, page)
  const { findings, waiting } = findingsIn(seen, await waitingOf(tx, seen))
  for (const finding of findings) await raise({ sql: tx, vault, now }, finding)
  await keepWaiting(tx, waiting, seen)
  const isLast = seen.length < page
  // Another look may have gone further meanwhile.
  await sql`update safety.watch set read_to = greatest(read_to, ${isLast ? to : seen.at(-1)!.id}::bigint)`.execute(tx)
  return { findings: findings.length, isLast }
}

async function seenBetween(db: Sql, from: number, to: number, page: number): Promise<Seen[]> {
  // Written out, so that the index `entry_watched_in_order` is known to hold them all.
  const acts = Object.values(safetyRules).flatMap((rule): string[] => rule.acts.filter((act) => !act.endsWith(':')))
  const { rows } = await sql<Seen>`
    select id, recorded_at as at, act, actor, details ->> 'from' as from
    from audit.entry
    where id > ${from}::bigint and id <= ${to}::bigint
      and (act in (${sql.join(acts.map((act) => sql.lit(act)))}) or act like 'refused:%')
    order by id
    limit ${page}`.execute(db)
  return rows
}

/** Counts a closed day of the audit anew; what does not hold is written down, and the next look raises it. */
export async function checkDay(db: Database, day: Day, check: SealCheck, now: Date): Promise<boolean> {
  const { holds, breaks } = await verifyDay(db, day, check)
  if (holds) return true
  const [first] = breaks
  const details = { day, breaks: breaks.length, what: first?.what, stream: first?.stream, position: first?.position }
  await write(db, { stream: 'system', act: 'audit-broken', actor: system.id, details, occurredAt: now })
  return false
}
