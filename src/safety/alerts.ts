import { sql } from 'kysely'
import { type EntryLine, write } from '../audit/index.ts'
import { instantText } from '../calendar/index.ts'
import type { Sql, Tx } from '../ground/database.ts'
import { dayOf } from '../ground/day.ts'
import { newId } from '../ground/uuid.ts'
import type { Vault } from '../ground/vault/index.ts'
import { notifyAll } from '../notifications/index.ts'
import { headsOf, whoHears } from './contacts.ts'
import { type Finding, longestWatch, type SafetyRule, type SafetyRuleId, safetyRules } from './law/index.ts'
import { ruleWords } from './words.ts'

export type AlertLine = {
  id: string
  rule: SafetyRuleId
  subject: string
  /** Whose account it is about, where it is about one. */
  name: string | null
  username: string | null
  entries: number
  raisedAt: Date
  lastAt: Date
  closedAt: Date | null
  closedBy: string | null
}

const columns = sql`
  l.id, l.rule, l.subject, a.display_name as name, a.username, l.entries, l.raised_at as "raisedAt", l.last_at as "lastAt",
  l.closed_at as "closedAt", c.display_name as "closedBy"`
const tables = sql`
  safety.alert l
  left join accounts.account a on a.id::text = l.subject
  left join accounts.account c on c.id = l.closed_by`

/** A page of what is still open, or of what was closed: the latest first, `before` is the id of the last line of the page before. */
export type ListAsked = { closed: boolean; before?: string | undefined; limit: number }

export function listed(table: 'l' | 'k', { closed, before, limit }: ListAsked) {
  const row = sql.raw(table)
  return sql`(${row}.closed_at is not null) = ${closed} ${before ? sql`and ${row}.id < ${before}::uuid` : sql``}
    order by ${row}.id desc limit ${limit}`
}

/** Alerts, the latest first. */
export async function alerts(db: Sql, asked: ListAsked): Promise<AlertLine[]> {
  const { rows } = await sql<AlertLine>`select ${columns} from ${tables} where ${listed('l', asked)}`.execute(db)
  return rows
}

export type AlertView = AlertLine & { firstEntry: string | null; lastEntry: string | null; conclusion: string | null }

export async function alertById(db: Sql, vault: Vault, id: string): Promise<AlertView | undefined> {
  const { rows } = await sql<Omit<AlertView, 'conclusion'> & { sealed: Buffer | null }>`
    select ${columns}, l.first_entry::text as "firstEntry", l.last_entry::text as "lastEntry", l.conclusion_sealed as sealed
    from ${tables} where l.id = ${id}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { sealed, ...view } = row
  return { ...view, conclusion: sealed ? vault.open(sealed, conclusionContext(id)).toString('utf8') : null }
}

/** The entries an alert was raised by, oldest first; only the months they lie in are read. */
export async function entriesOfAlert(
  db: Sql,
  { rule, subject, firstEntry, lastEntry, lastAt }: AlertView,
): Promise<EntryLine[]> {
  const { acts, per }: SafetyRule = safetyRules[rule]
  const named = sql.join(
    acts.map((act) => (act.endsWith(':') ? sql`act like ${`${act}%`}` : sql`act = ${act}`)),
    sql` or `,
  )
  const whose =
    per === 'house'
      ? sql`true`
      : per === 'account'
        ? sql`actor::text = ${subject}`
        : sql`details ->> 'from' = ${subject}`
  const { rows } = await sql<EntryLine>`
    select id::text as id, occurred_at as at, stream, position, actor, act, subject, details
    from audit.entry
    where recorded_at >= (select min(recorded_at) from audit.entry where id = ${firstEntry}::bigint) - ${`${2 * longestWatch} minutes`}::interval
      and recorded_at <= ${lastAt}
      and id between ${firstEntry}::bigint and ${lastEntry}::bigint and (${named}) and ${whose}
    order by id
    limit 200`.execute(db)
  return rows
}

export const conclusionContext = (id: string) => `safety.conclusion:${id}`

type Room = { sql: Tx; vault: Vault; now: Date }

/** Writes a finding down; whoever hears of alerts hears of it once, and what follows is counted with it while it is open. */
export async function raise({ sql: tx, vault, now }: Room, finding: Finding): Promise<void> {
  const { rule, subject, entries, first, last, at } = finding
  const id = newId(now)
  const { rows } = await sql<{ id: string }>`
    insert into safety.alert as l (id, rule, subject, entries, first_entry, last_entry, details, raised_at, last_at)
    values (${id}, ${rule}, ${subject}, ${entries}, ${first}, ${last}, '{}', ${now}, ${at})
    on conflict (rule, subject) where closed_at is null do update
      set entries = l.entries + ${entries}, first_entry = least(l.first_entry, excluded.first_entry),
        last_entry = greatest(l.last_entry, excluded.last_entry), last_at = greatest(l.last_at, excluded.last_at)
    returning id`.execute(tx)
  if (rows[0]!.id !== id) return
  const details = { rule, subject, entries, first, last }
  await write(tx, { stream: 'system', act: 'raise-alert', actor: null, subject: id, details, occurredAt: now })
  const today = dayOf(now)
  const heads = rule === 'infected-file' ? await headsOf(tx, subject, today) : []
  const hearers = new Set([...(await whoHears(tx, today, subject)), ...heads])
  // A head who sent the file is not the one to be told of it.
  hearers.delete(subject)
  const gaps = {
    what: ruleWords[rule].vi,
    whatInEnglish: ruleWords[rule].en,
    count: String(entries),
    at: instantText(at),
    atInEnglish: instantText(at).replace(' ngày ', ' on '),
  }
  await notifyAll(
    tx,
    vault,
    [...hearers].map((account) => ({ account, template: 'safety.alert' as const, gaps })),
    now,
  )
}
