import type { Sql } from '../ground/database.ts'
import type { Vault } from '../ground/vault/index.ts'
import type { DataField } from './law/index.ts'

export const requestKinds = ['lock', 'merge', 'correction'] as const
export type RequestKind = (typeof requestKinds)[number]

/** Why it is asked, and for a correction the value that is right. */
export type Wanted = { reason: string; value?: string | undefined }

/** What an agency asks about an account, with its words opened. */
export type AccountRequest = Wanted & {
  id: string
  kind: RequestKind
  account: string
  holder: string
  username: string
  other: string | null
  otherUsername: string | null
  field: DataField | null
  by: string
  unit: string
  askedAt: Date
  done: boolean | null
  answer: string | undefined
}

export const requestContext = (id: string) => `accounts.request:${id}`

/** What waits for whoever runs the accounts, the oldest first; with `by` what that officer asked, the latest first. */
export async function accountRequests(db: Sql, vault: Vault, { by }: { by?: string } = {}): Promise<AccountRequest[]> {
  const query = db
    .selectFrom('accounts.request as r')
    .innerJoin('accounts.account as a', 'a.id', 'r.account')
    .leftJoin('accounts.account as o', 'o.id', 'r.other')
    .innerJoin('accounts.account as w', 'w.id', 'r.asked_by')
    .select([
      'r.id',
      'r.kind',
      'r.account',
      'a.display_name as holder',
      'a.username',
      'r.other',
      'o.username as otherUsername',
      'r.field',
      'w.display_name as by',
      'r.unit',
      'r.asked_at as askedAt',
      'r.done',
      'r.asked_sealed',
      'r.answer_sealed',
    ])
    .limit(100)
  const rows = by
    ? await query.where('r.asked_by', '=', by).orderBy('r.asked_at', 'desc').execute()
    : await query.where('r.decided_at', 'is', null).orderBy('r.asked_at').execute()
  return rows.map(({ asked_sealed: asked, answer_sealed: answer, ...row }) => ({
    ...row,
    ...(vault.openJson(asked, requestContext(row.id)) as Wanted),
    answer: answer ? Buffer.from(vault.open(answer, requestContext(row.id))).toString('utf8') : undefined,
  })) as AccountRequest[]
}
