import { sql } from 'kysely'
import { write } from '../../audit/index.ts'
import { type Day, dayOf } from '../../ground/day.ts'
import type { Sql } from '../../ground/database.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { newId } from '../../ground/uuid.ts'
import { isRole, mayHoldTogether, type Officer, type Role } from '../law/index.ts'

export type NewPost = {
  account: string
  unit: string
  role: Role
  title: string
  decision: string
  secondedFrom?: string | null
}

/**
 * The post itself, looked at again in the moment it is given: the account is open, the unit is in force, it is not held already, and nothing its holder holds or will
 * stand in for excludes it. Of two posts given to one officer at once the second waits for the first. Refusals: `officer-account-closed`, `unit-not-in-force`,
 * `post-already-held`, `roles-exclude-each-other`.
 */
export async function mayTakePost({ sql: db, now }: Desk<Officer, never>, { account, unit, role }: NewPost) {
  const today = dayOf(now)
  if (!(await takeOpenOfficer(db, account))) return refused('officer-account-closed')
  const place = await db
    .selectFrom('organisations.unit')
    .select('id')
    .where('id', '=', unit)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  if (!place) return refused('unit-not-in-force')
  const held = await heldBetween(db, account, today)
  if (held.some((one) => one.unit === unit && one.role === role && one.from <= today && !one.isLent))
    return refused('post-already-held')
  const excluded = !mayHoldTogether([...held.map((one) => one.role), role])
  return excluded ? refused('roles-exclude-each-other') : done({ today })
}

/** Gives the post. Refusals: those of `mayTakePost`. */
export async function givePost(desk: Desk<Officer, never>, post: NewPost) {
  const { sql: db, actor, now } = desk
  const permitted = await mayTakePost(desk, post)
  if (!permitted.ok) return permitted
  const { account, unit, role, title, decision, secondedFrom = null } = post
  const { rows } = await sql<{ id: string }>`
    insert into organisations.post (id, account, unit, role, title, decision, valid_from, seconded_from)
    values (${newId(now)}, ${account}, ${unit}, ${role}, ${title}, ${decision}, ${permitted.value.today}, ${secondedFrom})
    on conflict (account, unit, role, valid_from) do update
      set valid_to = null, title = excluded.title, decision = excluded.decision, seconded_from = excluded.seconded_from
    returning id`.execute(db)
  await write(db, {
    stream: `account:${account}`,
    act: 'appoint',
    actor: actor.id,
    subject: unit,
    details: { role, decision },
    occurredAt: now,
  })
  return done({ post: rows[0]!.id })
}

/** Takes an officer’s account, so that whoever gives them another post meanwhile waits; false where it is not open. */
export async function takeOpenOfficer(db: Sql, account: string): Promise<boolean> {
  const row = await db
    .selectFrom('accounts.account')
    .select('state')
    .where('id', '=', account)
    .where('kind', '=', 'officer')
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row !== undefined && ['active', 'registered'].includes(row.state)
}

/** What an officer holds, or stands in for, on some day between the two; without a last day, from then on for ever. */
export async function heldBetween(db: Sql, account: string, from: Day, until?: Day) {
  const { rows } = await sql<{ unit: string; role: string; from: Day; isLent: boolean }>`
    select unit, role, valid_from as "from", delegation is not null as "isLent"
    from organisations.held_post
    where account = ${account} and (valid_to is null or valid_to >= ${from})
      ${until ? sql`and valid_from <= ${until}` : sql``}`.execute(db)
  return rows.flatMap((row) => (isRole(row.role) ? [{ ...row, role: row.role }] : []))
}
