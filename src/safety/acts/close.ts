import { z } from 'zod'
import { write } from '../../audit/index.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { commentBody } from '../../ground/text.ts'
import { mayDo, type Officer } from '../../organisations/law/index.ts'
import { conclusionContext } from '../alerts.ts'

export const closeBody = z.strictObject({ conclusion: commentBody(2000).refine((text) => text.length >= 3) })

/** Ends an alert or a case with what was found and done about it. Refusals: `not-permitted`, `not-found`, `already-closed`. */
export async function close(
  { sql, vault, actor, now }: Desk<Officer, never>,
  what: 'alert' | 'case',
  id: string,
  { conclusion }: z.infer<typeof closeBody>,
) {
  if (!mayDo(actor, 'answer-alerts')) return refused('not-permitted')
  const table = `safety.${what}` as const
  const row = await sql.selectFrom(table).select('closed_at').where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) return refused('not-found')
  if (row.closed_at) return refused('already-closed')
  await sql
    .updateTable(table)
    .set({ closed_at: now, closed_by: actor.id, conclusion_sealed: vault.seal(conclusion, conclusionContext(id)) })
    .where('id', '=', id)
    .execute()
  await write(sql, { stream: 'system', act: `close-${what}`, actor: actor.id, subject: id, occurredAt: now })
  return done({ id })
}
