import { write } from '../audit/index.ts'
import type { Tx } from '../ground/database.ts'
import { recordOf } from './store.ts'

type Moving = { from: string; into: string; by: string; now: Date }

/** Two accounts of one holder became one: the papers of the closed one's record lie in the kept one's. A record without another goes over as it is, with its code. */
export async function moveRecord(sql: Tx, { from, into, by, now }: Moving): Promise<void> {
  const [theirs, own] = [await recordOf(sql, from), await recordOf(sql, into)]
  if (!theirs) return
  if (own) await sql.updateTable('records.item').set({ record: own.id }).where('record', '=', theirs.id).execute()
  else await sql.updateTable('records.record').set({ account: into }).where('id', '=', theirs.id).execute()
  const details = { from, code: theirs.code, into: own?.code ?? theirs.code }
  await write(sql, { stream: `account:${into}`, act: 'move-record', actor: by, details, occurredAt: now })
}
