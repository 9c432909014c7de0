import { z } from 'zod'
import { type Actor, write } from '../../audit/index.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { isStrongPassword } from '../law/index.ts'
import { hashPassword, isPassword } from '../password.ts'
import { closeOtherSessions } from '../session.ts'

export const changePasswordBody = z.strictObject({
  current: z.string().min(1).max(200),
  next: z.string().min(1).max(200),
})

/** The holder sets a new password; every other session ends. Refusals: `password-wrong`, `password-weak`, `password-same`. */
export async function changePassword(
  { sql, actor, now }: Desk<Actor>,
  { current, next, session }: z.infer<typeof changePasswordBody> & { session: string },
) {
  const { password } = await sql
    .selectFrom('accounts.account')
    .select('password')
    .where('id', '=', actor.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (!password || !(await isPassword(current, password))) return refused('password-wrong')
  if (!isStrongPassword(next)) return refused('password-weak')
  if (current === next) return refused('password-same')

  await sql
    .updateTable('accounts.account')
    .set({ password: await hashPassword(next), must_change_password: false, state: 'active' })
    .where('id', '=', actor.id)
    .execute()
  await closeOtherSessions(sql, actor.id, session)
  await write(sql, { stream: `account:${actor.id}`, act: 'change-password', actor: actor.id, occurredAt: now })
  return done()
}
