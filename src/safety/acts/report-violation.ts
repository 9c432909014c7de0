import { createHash } from 'node:crypto'
import { sql as raw } from 'kysely'
import { z } from 'zod'
import { accountByName } from '../../accounts/index.ts'
import { evidenceOf, type Stream, write } from '../../audit/index.ts'
import type { Sql } from '../../ground/database.ts'
import { addDays, dayOf } from '../../ground/day.ts'
import type { Desk } from '../../ground/desk.ts'
import { nextNumber } from '../../ground/counter.ts'
import { done } from '../../ground/result.ts'
import { commentBody } from '../../ground/text.ts'
import { newId } from '../../ground/uuid.ts'
import { violationKinds } from '../law/index.ts'

export const violationBody = z.strictObject({
  kind: z.enum(violationKinds),
  /** The code of a dossier or the name an account signs in with, where it is about one. */
  about: z.string().trim().max(60).optional(),
  told: commentBody(4000).refine((text) => text.length >= 10),
})

/** Days of the audit that a case takes with it. */
const extractDays = 30

export const toldContext = (id: string) => `safety.told:${id}`
export const extractContext = (id: string) => `safety.extract:${id}`

/**
 * A suspected violation becomes a case with a number, together with the entries of the audit it is about as they stand now, where it
 * names something; the entry `report-violation` raises the alert. Anybody may report, signed in or not; what the reporter learns is the number alone.
 */
export async function reportViolation(
  { sql, vault, actor, now }: Desk<{ id: string } | null, never>,
  { kind, about, told }: z.infer<typeof violationBody>,
  from: string,
) {
  const id = newId(now)
  const stream = await streamOf(sql, about, actor)
  const since = addDays(dayOf(now), -extractDays)
  const extract = stream && (await evidenceOf(sql, { stream, from: since }, actor?.id ?? 'nobody signed in', now))
  const sha256 = extract ? createHash('sha256').update(extract.text).digest() : null
  const entries = extract?.entries ?? 0
  const year = dayOf(now).slice(0, 4)
  const number = `VP-${year}-${String(await nextNumber(sql, 'safety.case', year)).padStart(5, '0')}`
  await sql
    .insertInto('safety.case')
    .values({
      id,
      number,
      kind,
      told_sealed: vault.sealJson({ about: about ?? '', told }, toldContext(id)),
      stream: stream ?? null,
      extract_sealed: extract ? vault.seal(extract.text, extractContext(id)) : null,
      extract_sha256: sha256,
      entries,
      reported_by: actor?.id ?? null,
      reported_from: from,
      reported_at: now,
    })
    .execute()
  const details = { number, kind, from, ...(sha256 ? { stream, entries, sha256: sha256.toString('hex') } : {}) }
  await write(sql, {
    stream: 'system',
    act: 'report-violation',
    actor: actor?.id ?? null,
    subject: id,
    details,
    occurredAt: now,
  })
  return done({ id, number })
}

/** What it is about: a dossier by its code, an account by its name, else the reporter’s own account; nothing when nobody is named. */
async function streamOf(db: Sql, about: string | undefined, actor: { id: string } | null): Promise<Stream | undefined> {
  if (about) {
    const { rows } = await raw<{ id: string }>`
      select id from dossiers.dossier where code = ${about.toUpperCase()}
      union all select id from dossiers.dossier where reference = ${about.toUpperCase()}
      limit 1`.execute(db)
    if (rows[0]) return `dossier:${rows[0].id}`
    const account = await accountByName(db, about)
    if (account) return `account:${account.id}`
  }
  return actor ? `account:${actor.id}` : undefined
}
