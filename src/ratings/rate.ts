import { z } from 'zod'
import { write } from '../audit/index.ts'
import type { Desk } from '../ground/desk.ts'
import type { Sql } from '../ground/database.ts'
import { done, refused } from '../ground/result.ts'
import { commentBody } from '../ground/text.ts'
import type { Officer } from '../organisations/law/index.ts'

export const rateBody = z.strictObject({
  score: z.int().min(1).max(5),
  comment: commentBody(2000).optional(),
})

/** The applicant says, once, how they were served. Refusals: `not-found`, `not-yet-returned`, `already-rated`. */
export async function rate(
  { sql, vault, actor, now }: Desk<Officer, never>,
  dossier: string,
  body: z.infer<typeof rateBody>,
) {
  const row = await sql
    .selectFrom('dossiers.dossier')
    .select(['applicant', 'state'])
    .where('id', '=', dossier)
    .executeTakeFirst()
  if (!row || row.applicant !== actor.id) return refused('not-found')
  if (row.state !== 'returned') return refused('not-yet-returned')
  const { numInsertedOrUpdatedRows } = await sql
    .insertInto('ratings.rating')
    .values({
      dossier,
      account: actor.id,
      score: body.score,
      comment_sealed: body.comment ? vault.seal(body.comment, `ratings.comment:${dossier}`) : null,
      at: now,
    })
    .onConflict((at) => at.column('dossier').doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) return refused('already-rated')
  await write(sql, {
    stream: `dossier:${dossier}`,
    act: 'rate',
    actor: actor.id,
    details: { score: body.score },
    occurredAt: now,
  })
  return done({ dossier, score: body.score })
}

export async function ratingOf(db: Sql, dossier: string): Promise<number | null> {
  const row = await db.selectFrom('ratings.rating').select('score').where('dossier', '=', dossier).executeTakeFirst()
  return row?.score ?? null
}

/** Which of these dossiers have been rated. */
export async function ratedOf(db: Sql, dossiers: readonly string[]): Promise<ReadonlySet<string>> {
  if (dossiers.length === 0) return new Set()
  const rows = await db.selectFrom('ratings.rating').select('dossier').where('dossier', 'in', dossiers).execute()
  return new Set(rows.map(({ dossier }) => dossier))
}
