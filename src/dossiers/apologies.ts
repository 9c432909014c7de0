import { sql as raw } from 'kysely'
import type { Sql, Tx } from '../ground/database.ts'
import { done } from '../ground/result.ts'
import { newId } from '../ground/uuid.ts'
import type { DossierDesk } from './acts/take.ts'
import type { Dossier } from './dossier.ts'
import { type ApologyCause, isLate, mayGoOut } from './law/index.ts'
import { policyOf } from './policy.ts'

export type Apology = { id: string; file: string }

type Letter = {
  about: ApologyCause
  file: string
  unit: string
  number: string
  signedBy: string | null
  /** The promised date it is about, and the new one it gives. */
  due: Date | null
  newDue: Date | null
  cause: string | null
  isPublished: boolean
}

/** Keeps a letter that was made; one for a second request has not gone out with it yet. */
export async function keepApology({ sql, now }: DossierDesk, dossier: string, letter: Letter): Promise<void> {
  const { about, file, unit, number, signedBy, due, newDue, cause, isPublished } = letter
  const published = isPublished ? now : null
  const dates = { due, new_due: newDue, signed_at: now, published_at: published }
  await sql
    .insertInto('dossiers.apology')
    .values({ id: newId(now), dossier, about, file, unit, number, signed_by: signedBy, cause, ...dates })
    .execute()
}

/** The signed letter that no request has used yet, the oldest first; with `file` that very letter. */
export async function unusedApology(
  db: Sql,
  dossier: string,
  about: ApologyCause,
  file?: string,
): Promise<Apology | undefined> {
  let query = db
    .selectFrom('dossiers.apology')
    .select(['id', 'file'])
    .where('dossier', '=', dossier)
    .where('about', '=', about)
    .where('used_in', 'is', null)
  if (file) query = query.where('file', '=', file)
  return query.orderBy('signed_at').orderBy('id').limit(1).executeTakeFirst()
}

/** The letter goes out with the request of this version of the dossier, and with no other. */
export async function useApology(tx: Tx, id: string, version: number): Promise<void> {
  await tx.updateTable('dossiers.apology').set({ used_in: version }).where('id', '=', id).execute()
}

/** The letter that was signed for this promised date. */
export async function letterFor(db: Sql, dossier: string, due: Date | null): Promise<Apology | undefined> {
  return db
    .selectFrom('dossiers.apology')
    .select(['id', 'file'])
    .where('dossier', '=', dossier)
    .where('about', '=', 'late')
    .where('due', 'is not distinct from', due)
    .orderBy('signed_at')
    .limit(1)
    .executeTakeFirst()
}

/** Whether the result may go on to the applicant, with the letter of apology that goes with a late one. */
export async function lateResultPermit(db: Sql, dossier: Dossier, now: Date) {
  const { issuedAt, due, lateFault: fault } = dossier
  if (!isLate(due, { issuedAt, now })) return done({ letter: undefined })
  const letter = await letterFor(db, dossier.id, due)
  const owed = (await policyOf(db, dossier)).get('apology.late')
  const permitted = mayGoOut({ isLate: true, fault, hasLetter: letter !== undefined }, owed)
  return permitted.ok ? done({ letter }) : permitted
}

/** A letter as everybody may read of it where the province publishes: no person, no dossier. */
export type PublishedApology = {
  id: string
  at: Date
  number: string | null
  unit: string | null
  procedure: string
  about: ApologyCause
  cause: string | null
  due: Date | null
  newDue: Date | null
}

/** The published letters, the latest first; one for a second request only once it has gone out. */
export async function publishedApologies(
  db: Sql,
  { before, limit = 25 }: { before?: { at: string; id: string } | undefined; limit?: number } = {},
): Promise<PublishedApology[]> {
  const { rows } = await raw<PublishedApology>`
    select a.id, a.published_at as at, a.number, u.name as unit, coalesce(p.short_name, p.name) as procedure, a.about, a.cause, a.due,
      a.new_due as "newDue"
    from dossiers.apology a
    join dossiers.dossier d on d.id = a.dossier
    join procedures.procedure p on p.code = d.procedure
    left join organisations.unit u on u.id = a.unit
    where a.published_at is not null and (a.about in ('late', 'extension') or a.used_in is not null)
      ${before ? raw`and (a.published_at, a.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : raw``}
    order by a.published_at desc, a.id desc
    limit ${limit}`.execute(db)
  return rows
}
