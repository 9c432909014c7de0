import { write } from '../audit/index.ts'
import { destroyLooseOf, markLoose } from '../documents/index.ts'
import type { Tx } from '../ground/database.ts'
import { noLongerAttached } from './store.ts'

type Discarding = { account: string; by: string; now: Date }

/**
 * The account went to the one who proved it theirs: drafts that whoever had it before began are thrown away, and with them every paper they uploaded and
 * did not hand in, for they are nobody else's to read. What was submitted stays: an agency has it, in the name of the one whose number it bears.
 */
export async function discardDraftsOf(sql: Tx, { account, by, now }: Discarding): Promise<void> {
  const drafts = await sql
    .selectFrom('dossiers.dossier')
    .select('id')
    .where('filed_by', '=', account)
    .where('state', '=', 'draft')
    .forUpdate()
    .execute()
  for (const { id } of drafts) {
    const papers = await sql
      .deleteFrom('dossiers.attachment')
      .where('dossier', '=', id)
      .returning(['component', 'position', 'file', 'item'])
      .execute()
    await sql.deleteFrom('dossiers.dossier').where('id', '=', id).execute()
    await markLoose(sql, await noLongerAttached(sql, papers))
    const details = { why: 'changed-hands', papers: papers.length }
    await write(sql, { stream: `dossier:${id}`, act: 'discard-draft', actor: by, details, occurredAt: now })
  }
  await destroyLooseOf(sql, account, now)
}
