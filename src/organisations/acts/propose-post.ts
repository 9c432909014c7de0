import { write } from '../../audit/index.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { newId } from '../../ground/uuid.ts'
import { isRole, mayDo, type Officer } from '../law/index.ts'
import { givePost, mayTakePost, type NewPost } from './give-post.ts'

/** Writes down which post somebody is to hold; until another administrator gives it, it opens nothing. Refusals: those of `mayTakePost`, `post-already-proposed`. */
export async function proposePost(desk: Desk<Officer, never>, post: NewPost) {
  const { sql: db, actor, now } = desk
  const permitted = await mayTakePost(desk, post)
  if (!permitted.ok) return permitted
  const { account, unit, role, title, decision, secondedFrom = null } = post
  const id = newId(now)
  const row = { id, account, unit, role, title, decision, seconded_from: secondedFrom }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('organisations.proposed_post')
    .values({ ...row, proposed_by: actor.id, proposed_at: now })
    .onConflict((at) => at.columns(['account', 'unit', 'role']).where('decided_at', 'is', null).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) return refused('post-already-proposed')
  const details = { role, decision, proposal: id }
  const entry = { stream: `account:${account}`, act: 'propose-post', actor: actor.id, subject: unit } as const
  await write(db, { ...entry, details, occurredAt: now })
  return done({ proposal: id })
}

/**
 * Another administrator gives a proposed post, or anyone who may give posts drops it. Refusals: `not-permitted`, `not-found`, `request-decided`, `own-request` (who
 * proposed it), `own-account` (whom it is for) and, looked at again now, those of `givePost`.
 */
export async function decidePost(desk: Desk<Officer, never>, id: string, isGranted: boolean) {
  const { sql: db, actor, now } = desk
  if (!mayDo(actor, 'manage-officers')) return refused('not-permitted')
  const row = await db
    .selectFrom('organisations.proposed_post')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row || !isRole(row.role)) return refused('not-found')
  if (row.decided_at) return refused('request-decided')
  if (isGranted && row.proposed_by === actor.id) return refused('own-request')
  if (isGranted && row.account === actor.id) return refused('own-account')
  const decided = { decided_by: actor.id, decided_at: now, is_granted: isGranted }
  await db.updateTable('organisations.proposed_post').set(decided).where('id', '=', id).execute()
  const { account, unit, role, title, decision, seconded_from: secondedFrom } = row
  if (isGranted) {
    const given = await givePost(desk, { account, unit, role, title, decision, secondedFrom })
    return given.ok ? done({ id }) : given
  }
  const details = { role, decision, proposal: id }
  const entry = { stream: `account:${account}`, act: 'drop-post', actor: actor.id, subject: unit } as const
  await write(db, { ...entry, details, occurredAt: now })
  return done({ id })
}
