import { z } from 'zod'
import { write } from '../../audit/index.ts'
import { dossierFor } from '../../dossiers/index.ts'
import { type Day, dayOf } from '../../ground/day.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { textBody } from '../../ground/text.ts'
import { newId } from '../../ground/uuid.ts'
import { mayDo, type Officer } from '../../organisations/law/index.ts'
import { mayRelease, parts, releaseKinds } from '../law/index.ts'
import { consentsToStandOn } from '../read.ts'

export const releaseBody = z.strictObject({
  kind: z.enum(releaseKinds),
  recipient: textBody(200).refine((text) => text.length >= 3),
  purpose: textBody(500),
  parts: z.array(z.enum(parts)).min(1),
  basis: textBody(300),
  documentNumber: textBody(100),
  documentDate: z.iso.date().nullable(),
})

/**
 * Hands data of a dossier to somebody outside and writes down what, to whom, for what and on which basis; its holder sees that in the
 * dossier. Refusals: `not-permitted`, `not-found` (also out of reach) and those of `mayRelease`.
 */
export async function release(desk: Desk<Officer, never>, dossier: string, body: z.infer<typeof releaseBody>) {
  const { sql, vault, actor, now } = desk
  // Who leads one agency gives nothing of another's that they only look at.
  const posts = actor.posts.filter((post) => mayDo({ posts: [post] }, 'release-data'))
  if (posts.length === 0) return refused('not-permitted')
  const found = await dossierFor({ db: sql, vault, reader: { ...actor, posts }, now }, dossier)
  if (!found) return refused('not-found')
  const today = dayOf(now)
  const asked = { ...body, documentDate: body.documentDate as Day | null }
  const permitted = mayRelease(asked, await consentsToStandOn(sql, found.applicant), today)
  if (!permitted.ok) return permitted

  const id = newId(now)
  const byLaw = body.kind === 'authority'
  await sql
    .insertInto('disclosures.release')
    .values({
      id,
      kind: body.kind,
      dossier,
      holder: found.applicant,
      recipient: body.recipient,
      purpose: body.purpose,
      parts: [...new Set(body.parts)],
      basis: byLaw ? body.basis : null,
      consent: permitted.value.consent,
      document_number: body.documentNumber || null,
      document_date: body.documentDate,
      released_by: actor.id,
      unit: posts[0]?.unit ?? null,
      released_at: now,
    })
    .execute()
  const details = {
    kind: body.kind,
    parts: body.parts,
    ...(permitted.value.consent ? { consent: permitted.value.consent } : {}),
    unit: posts[0]?.unit,
    role: posts[0]?.role,
  }
  await write(sql, {
    stream: `dossier:${dossier}`,
    act: 'release',
    actor: actor.id,
    subject: id,
    details,
    occurredAt: now,
  })
  return done({ id })
}
