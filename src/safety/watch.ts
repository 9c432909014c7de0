import { sql } from 'kysely'
import { system, verifyDay, write, type SealCheck } from '../audit/index.ts'
import type { Database, Sql, Tx } from '../ground/database.ts'
import type { Day } from '../ground/day.ts'
import type { Vault } from '../ground/vault/index.ts'
import { raise } from './alerts.ts'
import { findingsIn, longestWatch, type SafetyRuleId, safetyRules, type Seen } from './law/index.ts'

/** More than this in one look is a flood; the rest comes with the next look. */
const most = 50_000

/**
 * Reads what the audit took since the last look, with what the rules still remember before it, and raises what they find. Returns how many
 * findings there were.
 */
export async function watchAudit({ sql: tx, vault, now }: { sql: Tx; vault: Vault; now: Date }): Promise<number> {
  const { rows } = await sql<{ until: Date }>`
    insert into safety.watch as w (read_until) values (${now})
    on conflict (one) do update set read_until = w.read_until
    returning read_until as until`.execute(tx)
  const until = Math.min(rows[0]!.until.getTime(), now.getTime())
  const seen = await seenSince(tx, new Date(until - longestWatch * 60_000))
  const findings = findingsIn(seen, await toldBefore(tx))
  for (const finding of findings) await raise({ sql: tx, vault, now }, finding)
  const readTo = seen.length === most ? seen.at(-1)!.at : now
  await sql`update safety.watch set read_until = ${readTo}`.execute(tx)
  return findings.length
}

async function seenSince(db: Sql, since: Date): Promise<Seen[]> {
  // Written out, so that the index `entry_watched` is known to hold them all.
  const acts = Object.values(safetyRules).flatMap((rule): string[] => rule.acts.filter((act) => !act.endsWith(':')))
  const { rows } = await sql<Omit<Seen, 'id'> & { id: string }>`
    select id, recorded_at as at, act, actor, details ->> 'from' as from
    from audit.entry
    where recorded_at >= ${since} and (act in (${sql.join(acts.map((act) => sql.lit(act)))}) or act like 'refused:%')
    order by id
    limit ${most}`.execute(db)
  return rows.map((row) => ({ ...row, id: Number(row.id) }))
}

/** Of each rule and subject the last entry that an alert told of, open or closed. */
async function toldBefore(db: Sql): Promise<(rule: SafetyRuleId, subject: string) => number> {
  const { rows } = await sql<{ rule: string; subject: string; last: string }>`
    select rule, subject, max(last_entry)::text as last from safety.alert where last_entry is not null group by rule, subject`.execute(
    db,
  )
  const last = new Map(rows.map((row) => [`${row.rule} ${row.subject}`, Number(row.last)]))
  return (rule, subject) => last.get(`${rule} ${subject}`) ?? 0
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
