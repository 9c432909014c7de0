import type { Sql, Tx } from '../ground/database.ts'
import { newId } from '../ground/uuid.ts'
import type { Vault } from '../ground/vault/index.ts'
import type { DataField } from './law/index.ts'

/** A change of what an account says of its holder, with both values opened. */
export type DataChange = {
  id: string
  field: DataField
  was: string | undefined
  becomes: string | undefined
  askedAt: Date
  decidedAt: Date | null
  decidedBy: string | null
  taken: boolean | null
}

type Values = { was?: string | undefined; becomes?: string | undefined }
export const valuesContext = (id: string) => `accounts.data-change:${id}`

/** Every change of an account since its present holder has it, the latest first. */
export async function dataChangesOf(db: Sql, vault: Vault, account: string): Promise<DataChange[]> {
  const rows = await db
    .selectFrom('accounts.data_change as c')
    .innerJoin('accounts.account as h', 'h.id', 'c.account')
    .leftJoin('accounts.account as a', 'a.id', 'c.decided_by')
    .select([
      'c.id',
      'c.field',
      'c.values_sealed',
      'c.asked_at as askedAt',
      'c.decided_at as decidedAt',
      'a.display_name as decidedBy',
      'c.taken',
    ])
    .where('c.account', '=', account)
    .where((eb) => eb.or([eb('h.held_since', 'is', null), eb('c.asked_at', '>=', eb.ref('h.held_since'))]))
    .orderBy('c.asked_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ values_sealed: sealed, field, ...row }) => ({
    ...row,
    field: field as DataField,
    ...opened(vault, row.id, sealed),
  }))
}

function opened(vault: Vault, id: string, sealed: Buffer): { was: string | undefined; becomes: string | undefined } {
  const { was, becomes } = vault.openJson(sealed, valuesContext(id)) as Values
  return { was, becomes }
}

type Kept = { account: string; field: DataField; by: string | null } & Values

/** Writes down a change; with `by` it is decided at once, else it waits. */
export async function keepChange(tx: Tx, vault: Vault, { account, field, by, was, becomes }: Kept, now: Date) {
  const id = newId(now)
  await tx
    .insertInto('accounts.data_change')
    .values({
      id,
      account,
      field,
      values_sealed: vault.sealJson({ was, becomes }, valuesContext(id)),
      asked_at: now,
      ...(by ? { decided_by: by, decided_at: now, taken: true } : {}),
    })
    .execute()
  return id
}
