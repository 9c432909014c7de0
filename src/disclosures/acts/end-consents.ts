import { write } from '../../audit/index.ts'
import type { Tx } from '../../ground/database.ts'

type Ending = { account: string; by: string; now: Date }

/**
 * The account went to the one who proved it theirs: what whoever had it before agreed to holds no more, and says so. What was handed out on it stays
 * written down.
 */
export async function endConsentsOf(sql: Tx, { account, by, now }: Ending): Promise<void> {
  const { numUpdatedRows } = await sql
    .updateTable('disclosures.consent')
    .set({ withdrawn_at: now, end_reason: 'changed-hands' })
    .where('account', '=', account)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return
  const details = { why: 'changed-hands', count: Number(numUpdatedRows) }
  await write(sql, { stream: `account:${account}`, act: 'withdraw-consent', actor: by, details, occurredAt: now })
}
