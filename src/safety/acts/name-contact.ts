import { z } from 'zod'
import { accountByName } from '../../accounts/index.ts'
import { write } from '../../audit/index.ts'
import { dayOf } from '../../ground/day.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { newId } from '../../ground/uuid.ts'
import { withPosts } from '../../organisations/index.ts'
import { mayDo, type Officer } from '../../organisations/law/index.ts'

export const contactBody = z.strictObject({
  duty: z.enum(['operator', 'it-centre']),
  /** The name the officer signs in with. */
  username: z.string().trim().min(1).max(60),
})

/**
 * Records the officer who hears of alerts for a unit. Refusals: `not-permitted`, `not-found` (no such officer, or one without a post or whose account is closed),
 * `contact-named-already`.
 */
export async function nameContact(desk: Desk<Officer, never>, { duty, username }: z.infer<typeof contactBody>) {
  const { sql, actor, now } = desk
  if (!mayDo(actor, 'answer-alerts')) return refused('not-permitted')
  const account = await accountByName(sql, username)
  if (account?.kind !== 'officer' || !['active', 'registered'].includes(account.state)) return refused('not-found')
  const [post] = (await withPosts(sql, { id: account.id, kind: 'officer', name: account.displayName }, dayOf(now)))
    .posts
  if (!post) return refused('not-found')
  const id = newId(now)
  const row = { id, duty, unit: post.unit, account: account.id, made_by: actor.id, made_at: now }
  const { numInsertedOrUpdatedRows } = await sql
    .insertInto('safety.contact')
    .values(row)
    .onConflict((at) => at.columns(['duty', 'account']).where('ended_at', 'is', null).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) return refused('contact-named-already')
  const details = { duty, contact: account.id, unit: post.unit }
  await write(sql, { stream: 'system', act: 'name-contact', actor: actor.id, subject: id, details, occurredAt: now })
  return done({ id })
}

/** From now on this officer hears of alerts no more. Refusals: `not-permitted`, `not-found`. */
export async function endContact({ sql, actor, now }: Desk<Officer, never>, id: string) {
  if (!mayDo(actor, 'answer-alerts')) return refused('not-permitted')
  const { numUpdatedRows } = await sql
    .updateTable('safety.contact')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return refused('not-found')
  await write(sql, { stream: 'system', act: 'end-contact', actor: actor.id, subject: id, occurredAt: now })
  return done({ id })
}
