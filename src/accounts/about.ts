import type { Sql } from '../ground/database.ts'
import { written } from '../ground/written.ts'
import type { Vault } from '../ground/vault/index.ts'
import { policyFor } from '../policy/index.ts'

/** How an account came to be and what is asked of it. */
export type About = {
  origin: 'national' | 'ministerial' | 'provincial'
  route: 'registration' | 'counter' | 'certificate' | 'national-login' | 'training'
  createdAt: Date
  /** Which officer opened it with its holder; nothing where the holder did alone. */
  openedBy: string | null
  passwordAt: Date | null
  updateNeededAt: Date | null
  /** The certificate an enterprise's account was opened with. */
  certificate: string | undefined
}

/** What is known of how an account began. */
export async function aboutAccount(db: Sql, vault: Vault, account: string): Promise<About> {
  const row = await db
    .selectFrom('accounts.account as a')
    .leftJoin('accounts.account as o', (join) => join.onRef('o.id', '=', 'a.created_by').on('o.kind', '=', 'officer'))
    .select([
      'a.origin',
      'a.route',
      'a.created_at as createdAt',
      'o.display_name as openedBy',
      'a.password_at as passwordAt',
      'a.update_needed_at as updateNeededAt',
      'a.certificate_sealed as sealed',
    ])
    .where('a.id', '=', account)
    .executeTakeFirstOrThrow()
  const { sealed, ...about } = row
  const certificate = sealed ? Buffer.from(vault.open(sealed, `accounts.certificate:${account}`)).toString() : undefined
  return { ...about, certificate } as About
}

/** Whether the holder was asked to bring their data up to date and has not yet. */
export async function needsUpdate(db: Sql, account: string): Promise<boolean> {
  const row = await asking.first(db, { account })
  if (!row) throw new Error(`no such account: ${account}`)
  return Boolean(row.needed)
}

const asking = written((db, { account }: { account: string }) =>
  db
    .selectFrom('accounts.account')
    .select((eb) => eb('update_needed_at', 'is not', null).as('needed'))
    .where('id', '=', account),
)

/** Whether the password is older than the province wants it to be without a word; who has none is not reminded. */
export async function isPasswordOld(db: Sql, account: string, now: Date): Promise<boolean> {
  const days = (await policyFor(db, now)).get('password.remind-days')
  const { old } = await db
    .selectFrom('accounts.account')
    .select((eb) =>
      eb
        .and([
          eb('password', 'is not', null),
          eb(eb.fn.coalesce('password_at', 'created_at'), '<', new Date(now.getTime() - days * 24 * 3_600_000)),
        ])
        .as('old'),
    )
    .where('id', '=', account)
    .executeTakeFirstOrThrow()
  return Boolean(old)
}
