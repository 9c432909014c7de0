import { z } from 'zod'
import { write } from '../../audit/index.ts'
import { addDays, type Day, dayOf } from '../../ground/day.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { isId, newId } from '../../ground/uuid.ts'
import { policyFor } from '../../policy/index.ts'
import { delegationForms, holds, isRole, mayDelegate, type Officer } from '../law/index.ts'
import { heldBetween, takeOpenOfficer } from './give-post.ts'

export const delegateBody = z.strictObject({
  /** The post that is lent. */
  post: z.uuid(),
  /** The name the other signs in with. */
  to: z.string().trim().min(1).max(60),
  form: z.enum(delegationForms),
  /** What the other is: “Phó Chủ tịch”. */
  title: z.string().trim().min(2).max(120),
  from: z.iso.date(),
  until: z.iso.date(),
  reason: z.string().trim().min(3).max(500),
  /** Number and date of the paper that says so. */
  decision: z.string().trim().min(3).max(200),
})

/**
 * Lends a post to another officer for a period: by an administrator, or by its holder. From the first day on the other reaches and does
 * what the post does, in the holder's stead. Refusals: `not-permitted`, `not-found` (no such post or officer),
 * `holder-lends-the-post` (where the province asks for a second person) and those of `mayDelegate`.
 */
export async function delegate(desk: Desk<Officer, never>, body: z.infer<typeof delegateBody>) {
  const { sql: db, actor, now } = desk
  const post = await db
    .selectFrom('organisations.post')
    .select(['id', 'account', 'role', 'valid_to as until'])
    .where('id', '=', body.post)
    .forUpdate()
    .executeTakeFirst()
  const other = await db
    .selectFrom('accounts.account')
    .select('id')
    .where('username', '=', body.to.toLowerCase())
    .where('kind', '=', 'officer')
    .executeTakeFirst()
  if (!post || !isRole(post.role)) return refused('not-found')
  if (!holds(actor, 'administrator') && post.account !== actor.id) return refused('not-permitted')
  if (!other || !(await takeOpenOfficer(db, other.id))) return refused('not-found')
  if (post.account !== actor.id && (await policyFor(db, now)).get('officers.second-person'))
    return refused('holder-lends-the-post')
  const [from, until] = [body.from as Day, body.until as Day]
  const permitted = mayDelegate({
    role: post.role,
    holder: post.account,
    to: other.id,
    held: (await heldBetween(db, other.id, from, until)).map(({ role }) => role),
    from,
    until,
    today: dayOf(now),
    others: await lentBetween(desk, post.id),
  })
  if (!permitted.ok) return permitted
  if (post.until !== null && post.until < until) return refused('delegation-period-wrong')

  const id = newId(now)
  const { form, title, reason, decision } = body
  await db
    .insertInto('organisations.delegation')
    .values({
      id,
      post: post.id,
      account: other.id,
      form,
      title,
      reason,
      decision,
      valid_from: from,
      valid_to: until,
      made_by: actor.id,
      made_at: now,
    })
    .execute()
  const details = { post: post.id, holder: post.account, to: other.id, role: post.role, form, from, until, decision }
  await write(db, {
    stream: `account:${other.id}`,
    act: 'delegate',
    actor: actor.id,
    subject: id,
    details,
    occurredAt: now,
  })
  return done({ id })
}

/** Ends a loan: from the next request on the other holds the post no more. Refusals: `not-found`, `not-permitted`. */
export async function endDelegation({ sql: db, actor, now }: Desk<Officer, never>, id: string) {
  if (!isId(id)) return refused('not-found')
  const row = await db
    .selectFrom('organisations.delegation as d')
    .innerJoin('organisations.post as p', 'p.id', 'd.post')
    .select(['d.account', 'p.account as holder', 'd.ended_on as ended', 'd.valid_to as until'])
    .where('d.id', '=', id)
    .executeTakeFirst()
  if (!row || row.ended !== null || row.until < dayOf(now)) return refused('not-found')
  if (!holds(actor, 'administrator') && row.holder !== actor.id) return refused('not-permitted')
  await db
    .updateTable('organisations.delegation')
    .set({ ended_on: addDays(dayOf(now), -1), ended_by: actor.id })
    .where('id', '=', id)
    .execute()
  await write(db, {
    stream: `account:${row.account}`,
    act: 'end-delegation',
    actor: actor.id,
    subject: id,
    occurredAt: now,
  })
  return done({ id })
}

async function lentBetween({ sql: db }: Desk<Officer, never>, post: string) {
  const rows = await db
    .selectFrom('organisations.delegation')
    .select(['valid_from as from', 'valid_to as until'])
    .where('post', '=', post)
    .where('ended_on', 'is', null)
    .execute()
  return rows as { from: Day; until: Day }[]
}
