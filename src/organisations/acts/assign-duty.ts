import { z } from 'zod'
import { write } from '../../audit/index.ts'
import { addDays, type Day, dayOf } from '../../ground/day.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { isId, newId } from '../../ground/uuid.ts'
import { assignedDuties, holds, type Officer } from '../law/index.ts'
import { withPosts } from '../store.ts'

export const assignDutyBody = z.strictObject({
  to: z.string().trim().min(1).max(60),
  duty: z.enum(Object.keys(assignedDuties) as [keyof typeof assignedDuties, ...(keyof typeof assignedDuties)[]]),
  /** Number and day of the written assignment. */
  decision: z.string().trim().min(3).max(200),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  /** The written assignment itself. */
  file: z.uuid(),
})

/**
 * Assigns an officer in writing to a duty, in the unit of their first post: by an administrator, or by whoever leads that agency or centre. Refusals: `not-permitted`,
 * `not-found` (no such officer, or one without a post), `assignment-period-wrong`.
 */
export async function assignDuty({ sql, actor, now }: Desk<Officer, never>, body: z.infer<typeof assignDutyBody>) {
  const account = await sql
    .selectFrom('accounts.account')
    .select(['id', 'display_name as name'])
    .where('username', '=', body.to.toLowerCase())
    .where('kind', '=', 'officer')
    .where('state', 'in', ['active', 'registered'])
    .executeTakeFirst()
  const officer = account && (await withPosts(sql, { id: account.id, kind: 'officer', name: account.name }, dayOf(now)))
  const post = officer?.posts[0]
  if (!post) return refused('not-found')
  if (!mayAssign(actor, post)) return refused('not-permitted')
  if (body.until !== null && (body.until < body.from || body.until < dayOf(now)))
    return refused('assignment-period-wrong')
  const id = newId(now)
  const { duty, decision, file } = body
  await sql
    .insertInto('organisations.assignment')
    .values({
      id,
      account: officer!.id,
      unit: post.unit,
      duty,
      decision,
      file,
      valid_from: body.from,
      valid_to: body.until,
      made_by: actor.id,
      made_at: now,
    })
    .execute()
  const details = { to: officer!.id, duty, decision, file }
  await write(sql, {
    stream: `agency:${post.unit}`,
    act: 'assign-duty',
    actor: actor.id,
    subject: id,
    details,
    occurredAt: now,
  })
  return done({ id })
}

function mayAssign(actor: Officer, { unit, agency }: { unit: string; agency: string }): boolean {
  if (holds(actor, 'administrator')) return true
  return actor.posts.some(
    (one) =>
      (one.role === 'agency-leader' && one.agency === agency) || (one.role === 'centre-director' && one.unit === unit),
  )
}

/** Ends an assignment: from now on it is on no list. Refusals: `not-found`, `not-permitted`. */
export async function endDuty({ sql, actor, now }: Desk<Officer, never>, id: string) {
  if (!isId(id)) return refused('not-found')
  const row = await sql
    .selectFrom('organisations.assignment as s')
    .innerJoin('organisations.unit as u', 'u.id', 's.unit')
    .select(['s.unit', 'u.parent', 's.valid_from as from'])
    .where('s.id', '=', id)
    .where('s.ended_on', 'is', null)
    .executeTakeFirst()
  if (!row) return refused('not-found')
  if (
    !mayAssign(actor, { unit: row.unit, agency: row.unit }) &&
    !mayAssign(actor, { unit: row.unit, agency: row.parent ?? '' })
  )
    return refused('not-permitted')
  const ended = addDays(dayOf(now), -1)
  await sql
    .updateTable('organisations.assignment')
    .set({ ended_on: ended, ended_by: actor.id })
    .where('id', '=', id)
    .execute()
  await write(sql, { stream: `agency:${row.unit}`, act: 'end-duty', actor: actor.id, subject: id, occurredAt: now })
  return done({ id, on: ended as Day })
}
