import { sql as raw } from 'kysely'
import { write } from '../audit/index.ts'
import { giveFilesTo } from '../documents/index.ts'
import type { Tx } from '../ground/database.ts'

type Moving = { from: string; into: string; by: string; now: Date }

/** Two accounts of one holder became one: what was filed by or for the closed one is the kept one's from now on, with the files; the name on it stays as it was filed. */
export async function moveDossiers(sql: Tx, { from, into, by, now }: Moving): Promise<void> {
  const { rows } = await raw<{ id: string }>`
    update dossiers.dossier set
      applicant = case when applicant = ${from} then ${into}::uuid else applicant end,
      filed_by = case when filed_by = ${from} then ${into}::uuid else filed_by end
    where applicant = ${from} or filed_by = ${from}
    returning id`.execute(sql)
  const files = await giveFilesTo(sql, from, into)
  const details = { from, dossiers: rows.length, files }
  await write(sql, { stream: `account:${into}`, act: 'move-dossiers', actor: by, details, occurredAt: now })
  for (const { id } of rows)
    await write(sql, {
      stream: `dossier:${id}`,
      act: 'move-dossiers',
      actor: by,
      details: { from, into },
      occurredAt: now,
    })
}
