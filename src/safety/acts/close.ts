import { z } from 'zod'
import { write } from '../../audit/index.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { commentBody } from '../../ground/text.ts'
import { mayDo, type Officer } from '../../organisations/law/index.ts'
import { conclusionContext } from '../alerts.ts'

export const closeBody = z.strictObject({ conclusion: commentBody(2000).refine((text) => text.length >= 3) })

/**
 * Ends an alert or a case with what was found and done about it; never one about oneself. Refusals: `not-permitted`, `not-found`, `already-closed`,
 * `own-alert`.
 */
export async function close(
  { sql, vault, actor, now }: Desk<Officer, never>,
  what: 'alert' | 'case',
  id: string,
  { conclusion }: z.infer<typeof closeBody>,
) {
  if (!mayDo(actor, 'answer-alerts')) return refused('not-permitted')
  const table = `safety.${what}` as const
  const row =
    what === 'alert'
      ? await sql
          .selectFrom('safety.alert')
          .select(['closed_at', 'subject as whom'])
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst()
      : await sql
          .selectFrom('safety.case')
          .select(['closed_at', 'stream as whom'])
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst()
  if (!row) return refused('not-found')
  if (row.whom === actor.id || row.whom === `account:${actor.id}`) return refused('own-alert')
  if (row.closed_at) return refused('already-closed')
  await sql
    .updateTable(table)
    .set({ closed_at: now, closed_by: actor.id, conclusion_sealed: vault.seal(conclusion, conclusionContext(id)) })
    .where('id', '=', id)
    .execute()
  await write(sql, { stream: 'system', act: `close-${what}`, actor: actor.id, subject: id, occurredAt: now })
  return done({ id })
}
