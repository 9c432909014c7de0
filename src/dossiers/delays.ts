import { sql as raw } from 'kysely'
import { calendarsFor, dueAt } from '../calendar/index.ts'
import type { Sql } from '../ground/database.ts'
import type { Vault } from '../ground/vault/index.ts'
import { policyFor } from '../policy/index.ts'
import type { Reader } from './read.ts'

const context = (dossier: string, due: Date) => `dossiers.delay:${dossier}:${due.toISOString()}`
const most = 200

/**
 * Open dossiers whose promised date has passed, or passes within the time that a letter must go out ahead, and for which nobody has drafted or signed
 * one; the earliest first, no more than two hundred at a time. What is to be done in less than that time gets its letter only once it is late.
 */
export async function delaysToDraft(db: Sql, now: Date): Promise<string[]> {
  const policy = await policyFor(db, now)
  if (!policy.get('apology.late').owed) return []
  const { rows: agencies } = await raw<{ agency: string }>`
    select distinct agency from dossiers.dossier where issued_at is null and due is not null`.execute(db)
  const calendarOf = await calendarsFor(
    db,
    now,
    agencies.map(({ agency }) => agency),
  )
  const reaches = agencies.map(({ agency }) => {
    const reach = dueAt(calendarOf(agency), now, policy.get('apology.late.before'))
    return { agency, reach: reach < now ? now : reach }
  })
  const { rows } = await raw<{ id: string }>`
    select d.id
    from jsonb_to_recordset(${JSON.stringify(reaches)}::jsonb) as r (agency uuid, reach timestamptz)
    join dossiers.dossier d on d.agency = r.agency and d.issued_at is null and d.due <= r.reach
    where d.forwarded_at is not null
      and (d.due <= ${now} or d.due - d.accepted_at > r.reach - ${now}::timestamptz)
      and not exists (select from dossiers.delay y where y.dossier = d.id and y.due = d.due)
      and not exists (select from dossiers.apology a where a.dossier = d.id and a.about = 'late' and a.due = d.due)
    order by d.due, d.id
    limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}

type At = { sql: Sql; vault: Vault; now: Date }

/** Keeps a drafted letter for this promised date; false when there is one already. */
export async function keepDelay(
  { sql, vault, now }: At,
  { dossier, due, reason, file }: { dossier: string; due: Date; reason: string; file: string },
): Promise<boolean> {
  const sealed = vault.seal(reason, context(dossier, due))
  const { numInsertedOrUpdatedRows: written } = await sql
    .insertInto('dossiers.delay')
    .values({ dossier, due, reason_sealed: sealed, file, drafted_at: now })
    .onConflict((at) => at.doNothing())
    .executeTakeFirstOrThrow()
  return written === 1n
}

/** What the letter drafted for this date says as its reason, for whoever signs to put right. */
export async function draftedReason(
  db: Sql,
  vault: Vault,
  dossier: string,
  due: Date | null,
): Promise<string | undefined> {
  if (!due) return undefined
  const row = await db
    .selectFrom('dossiers.delay')
    .select('reason_sealed')
    .where('dossier', '=', dossier)
    .where('due', '=', due)
    .executeTakeFirst()
  return row && vault.open(row.reason_sealed, context(dossier, due)).toString('utf8')
}

export type WaitingLetter = {
  id: string
  code: string
  procedure: string
  state: string
  due: Date
  issuedAt: Date | null
}

/** A drafted letter waits as long as its date stands, passes before the result comes, and no letter is signed for it. */
const waits = raw`
  y.closed_at is null and d.due = y.due and d.returned_at is null and d.ended_at is null
  and (d.issued_at is null or date_trunc('minute', d.issued_at) > d.due)
  and not exists (select from dossiers.apology a where a.dossier = d.id and a.about = 'late' and a.due = d.due)`

/** Closes the drafts that nobody has to look at any more. */
export async function closeDelays(db: Sql, now: Date): Promise<void> {
  await raw`
    update dossiers.delay y
    set closed_at = ${now}
    where y.closed_at is null
      and not exists (select from dossiers.dossier d where d.id = y.dossier and ${waits})`.execute(db)
}

function headedBy({ reader }: Reader): string[] {
  return reader.posts.filter(({ role }) => role === 'agency-leader').map(({ agency }) => agency)
}

/** The drafted letters that wait for the signature of this reader as head of an agency, the earliest date first. */
export async function lettersToSign(at: Reader, limit = 100): Promise<WaitingLetter[]> {
  const heads = headedBy(at)
  if (heads.length === 0) return []
  const { rows } = await raw<WaitingLetter>`
    select d.id, d.code, coalesce(p.short_name, p.name) as procedure, d.state, d.due, d.issued_at as "issuedAt"
    from dossiers.delay y
    join dossiers.dossier d on d.id = y.dossier
    join procedures.procedure p on p.code = d.procedure
    where d.agency = any(${heads}::uuid[]) and ${waits}
    order by d.due, d.id
    limit ${limit}`.execute(at.db)
  return rows
}

/** How many letters wait for this reader. */
export async function letterCount(at: Reader): Promise<number> {
  const heads = headedBy(at)
  if (heads.length === 0) return 0
  const { rows } = await raw<{ count: number }>`
    select count(*)::integer as count
    from dossiers.delay y
    join dossiers.dossier d on d.id = y.dossier
    where d.agency = any(${heads}::uuid[]) and ${waits}`.execute(at.db)
  return rows[0]!.count
}
