import { sql } from 'kysely'
import { z } from 'zod'
import { type Actor, write } from '../audit/index.ts'
import type { Sql } from '../ground/database.ts'
import type { Vault } from '../ground/vault/index.ts'
import type { AccountState, Assurance } from './account.ts'
import { identityText } from './account.ts'
import { checkIdentityNumber, checkTaxCode } from './law/index.ts'

/** An account as whoever helps its holder sees it: how it stands, not what it holds. */
export type FoundAccount = {
  id: string
  kind: 'person' | 'organisation' | 'officer'
  username: string
  name: string
  state: AccountState
  assurance: Assurance
}

export const findBody = z.strictObject({ q: z.string().trim().min(2).max(100) })

type Asking = { db: Sql; vault: Vault; reader: Actor; now: Date }

/**
 * Accounts by the name they sign in with, by a part of their holder's name, or exactly by the identity number or tax code, with the account a merged one went
 * into; at most 50. With `withoutOfficers` officers' accounts are not there; with `byUsername`, for what stands in an address, nothing but the whole user name
 * counts. Looking leaves its trace, without what was looked for.
 */
export async function findAccounts(
  { db, vault, reader, now }: Asking,
  q: string,
  { withoutOfficers, byUsername = false }: { withoutOfficers: boolean; byUsername?: boolean },
): Promise<FoundAccount[]> {
  const text = q.trim().slice(0, 100)
  if (text.length < 2) return []
  const prints = byUsername ? [] : fingerprintsOf(vault, text)
  const part = sql`ground.fold(display_name) like '%' || ground.fold(${text.replace(/[%_\\]/g, '\\$&')}) || '%'`
  const { rows } = await sql<FoundAccount>`
    select id, kind, username, display_name as name, state, assurance
    from accounts.account
    where kind <> 'system' ${withoutOfficers ? sql`and kind <> 'officer'` : sql``}
      and (username = ${text.toLowerCase()} or identity_fingerprint = any(${prints}::bytea[])
        or id in (select merged_into from accounts.account
          where merged_into is not null and (username = ${text.toLowerCase()} or identity_fingerprint = any(${prints}::bytea[])))
        or ${byUsername ? sql`false` : part})
    order by display_name, id
    limit 50`.execute(db)
  const details = { list: 'accounts', count: rows.length }
  await write(db, { stream: `account:${reader.id}`, act: 'list', actor: reader.id, details, occurredAt: now })
  return rows
}

/** One of them by its id. */
export async function accountForHelp(db: Sql, id: string): Promise<FoundAccount | undefined> {
  const row = await db
    .selectFrom('accounts.account')
    .select(['id', 'kind', 'username', 'display_name as name', 'state', 'assurance'])
    .where('id', '=', id)
    .where('kind', '!=', 'system')
    .executeTakeFirst()
  return row as FoundAccount | undefined
}

/** How an account came to stand as it does, the latest first, with the reasons opened. */
export async function standingsOf(db: Sql, vault: Vault, account: string) {
  const rows = await db
    .selectFrom('accounts.standing_change as c')
    .innerJoin('accounts.account as a', 'a.id', 'c.by')
    .select(['c.id', 'c.act', 'c.state', 'c.at', 'a.display_name as by', 'c.reason_sealed as sealed'])
    .where('c.account', '=', account)
    .orderBy('c.at', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    reason: sealed ? Buffer.from(vault.open(sealed, `accounts.standing:${row.id}`)).toString('utf8') : undefined,
  }))
}

function fingerprintsOf(vault: Vault, text: string): Buffer[] {
  const person = checkIdentityNumber(text)
  const tax = checkTaxCode(text)
  const texts = [
    ...(person.ok ? [identityText('person', person.value), identityText('officer', person.value)] : []),
    ...(tax.ok ? [identityText('organisation', tax.value)] : []),
  ]
  return texts.map((one) => Buffer.from(vault.fingerprint(one, 'accounts.identity')))
}
