import { z } from 'zod'
import { write } from '../../audit/index.ts'
import type { Sql } from '../../ground/database.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { type Decider, mayApprove } from '../law/index.ts'
import { settleDecision, takeDecision } from '../store.ts'

export const approveSettingBody = z.strictObject({
  /** Number and day of the paper that approves the change. */
  reference: z.string().trim().max(300),
})

/**
 * Another person lets a proposed value take effect from its day. Refusals: `not-found`, `not-permitted`, `setting-already-decided`,
 * and those of `mayApprove`. `leansOn` answers by whom alone somebody came to their account and office.
 */
export async function approveSetting(
  desk: Desk<Decider, never>,
  id: string,
  { reference }: z.infer<typeof approveSettingBody>,
  leansOn: (db: Sql, account: string) => Promise<readonly string[]>,
) {
  const { sql, actor, now } = desk
  const decision = await takeDecision(sql, id)
  if (!decision) return refused('not-found')
  const permitted = mayApprove(decision, actor, reference, await leansOn(sql, actor.id))
  if (!permitted.ok) return permitted
  await settleDecision(sql, id, { isApproved: true, by: actor.id, at: now, reference })
  const details = { decision: id, from: decision.from, reference }
  await write(sql, {
    stream: 'system',
    act: 'approve-setting',
    actor: actor.id,
    subject: decision.subject,
    details,
    occurredAt: now,
  })
  return done({ id })
}

/** A proposal that waits is given up, by whoever made it or whoever would approve it. Refusals: `not-found`, `not-permitted`, `setting-already-decided`. */
export async function dropSetting(desk: Desk<Decider, never>, id: string) {
  const { sql, actor, now } = desk
  const decision = await takeDecision(sql, id)
  if (!decision) return refused('not-found')
  if (!actor.posts.some(({ role }) => role === 'administrator' || role === 'chairman')) return refused('not-permitted')
  if (decision.isApproved !== null) return refused('setting-already-decided')
  await settleDecision(sql, id, { isApproved: false, by: actor.id, at: now, reference: null })
  await write(sql, {
    stream: 'system',
    act: 'drop-setting',
    actor: actor.id,
    subject: decision.subject,
    details: { decision: id },
    occurredAt: now,
  })
  return done({ id })
}
