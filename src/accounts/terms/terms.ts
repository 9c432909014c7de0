import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Sql, Tx } from '../../ground/database.ts'
import { type Day, day, dayOf } from '../../ground/day.ts'
import { firstEdition } from './first-edition.ts'

/** The terms of use as they are in force on a day. */
export type Terms = { edition: string; from: Day; decision: string; vi: string; en: string }
export type HowAccepted = 'registration' | 'sign-in' | 'counter' | 'training'

/** The edition in force: the province's latest, or the one the product brings. */
export async function termsInForce(db: Sql, today: Day): Promise<Terms> {
  const own = await db
    .selectFrom('accounts.terms')
    .select(['edition', 'from_day as from', 'decision', 'vi', 'en'])
    .where('from_day', '<=', today)
    .orderBy('from_day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (own as Terms | undefined) ?? { ...firstEdition, from: day(firstEdition.from) }
}

/** Every edition the province published, the latest first. */
export async function termsPublished(db: Sql): Promise<Terms[]> {
  const rows = await db
    .selectFrom('accounts.terms')
    .select(['edition', 'from_day as from', 'decision', 'vi', 'en'])
    .orderBy('from_day', 'desc')
    .execute()
  return rows as Terms[]
}

/** Keeps the evidence that this account accepted the edition in force: which, when, how, through whom, and the hash of its words. Answers the edition. */
export async function keepAcceptance(
  tx: Tx,
  { account, how, by }: { account: string; how: HowAccepted; by: string },
  now: Date,
): Promise<string> {
  const { edition, vi } = await termsInForce(tx, dayOf(now))
  await tx
    .insertInto('accounts.terms_acceptance')
    .values({ account, edition, words: createHash('sha256').update(vi).digest(), how, by, at: now })
    .onConflict((at) => at.doNothing())
    .execute()
  return edition
}

export type Acceptance = { edition: string; how: string; at: Date; by: string }

/** What an account accepted, the latest first, with who entered it. */
export async function acceptancesOf(db: Sql, account: string): Promise<Acceptance[]> {
  return db
    .selectFrom('accounts.terms_acceptance as t')
    .innerJoin('accounts.account as a', 'a.id', 't.by')
    .select(['t.edition', 't.how', 't.at', 'a.display_name as by'])
    .where('t.account', '=', account)
    .orderBy('t.at', 'desc')
    .execute()
}

/** Whether account `a` of a question accepted what is in force today; officers and the system are bound by their office instead. */
export const acceptedTerms = (today: Day) => sql<boolean>`(a.kind in ('officer', 'system') or exists (
  select from accounts.terms_acceptance t
  where t.account = a.id and t.ended_at is null and t.edition = coalesce(
    (select edition from accounts.terms where from_day <= ${today} order by from_day desc limit 1), ${firstEdition.edition})))`
