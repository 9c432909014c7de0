import type { Sql } from '../ground/database.ts'
import type { Vault } from '../ground/vault/index.ts'

/** A field that accounts have besides those of the house. */
export type AccountField = {
  name: string
  titleVi: string
  titleEn: string
  kind: 'text' | 'day'
  decision: string
  retiredAt: Date | null
}

/** The fields that were added, in the order they came; those no longer asked for only with `all`. */
export async function fieldsOf(db: Sql, all = false): Promise<AccountField[]> {
  const rows = await db
    .selectFrom('accounts.field')
    .select(['name', 'title_vi as titleVi', 'title_en as titleEn', 'kind', 'decision', 'retired_at as retiredAt'])
    .orderBy('position')
    .execute()
  return (rows as AccountField[]).filter(({ retiredAt }) => all || retiredAt === null)
}

export const fieldContext = (account: string, field: string) => `accounts.field:${account}:${field}`

/** What an account holds in those fields, by name. */
export async function moreOf(db: Sql, vault: Vault, account: string): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('accounts.field_value')
    .select(['field', 'value_sealed as sealed'])
    .where('account', '=', account)
    .execute()
  return Object.fromEntries(
    rows.map(({ field, sealed }) => [field, vault.open(sealed, fieldContext(account, field)).toString('utf8')]),
  )
}
