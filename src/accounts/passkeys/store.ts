import { sql } from 'kysely'
import type { Sql } from '../../ground/database.ts'
import { hashOfSecret } from '../secret.ts'

/** A passkey as its holder sees it. */
export type Passkey = { id: string; label: string; synced: boolean; madeAt: Date; usedAt: Date | null }

/** The holder's passkeys, the newest first. */
export async function passkeysOf(db: Sql, account: string): Promise<Passkey[]> {
  return db
    .selectFrom('accounts.passkey')
    .select(['id', 'label', 'synced', 'made_at as madeAt', 'used_at as usedAt'])
    .where('account', '=', account)
    .orderBy('made_at', 'desc')
    .execute()
}

/** The passkey of this name, whoever's it is. */
export async function passkeyByCredential(db: Sql, credential: string) {
  return db
    .selectFrom('accounts.passkey')
    .selectAll()
    .where('credential', '=', Buffer.from(credential, 'base64url'))
    .executeTakeFirst()
}

/** The names of the holder's passkeys, so that one device is not asked to make a second. */
export async function credentialsOf(db: Sql, account: string): Promise<{ id: string; transports: string[] }[]> {
  const rows = await db
    .selectFrom('accounts.passkey')
    .select(['credential', 'transports'])
    .where('account', '=', account)
    .execute()
  return rows.map(({ credential, transports }) => ({ id: credential.toString('base64url'), transports }))
}

/**
 * Whether whoever sits at this session may set another proof of who they are: freely while there is none, later only after giving one that
 * stands. So a stolen password alone adds nothing of the thief's.
 */
export async function mayAddProof(db: Sql, account: string, session: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select not exists (select from accounts.passkey p where p.account = ${account})
      and not exists (select from accounts.second_factor f where f.account = ${account} and f.confirmed_at is not null)
      or exists (
        select from accounts.session s
        where s.token = ${hashOfSecret(session)} and s.account = ${account} and s.two_factors) as may`.execute(db)
  return rows[0]!.may
}

/** Whether a device of the holder's stands ready to give codes. */
export async function hasSecondFactor(db: Sql, account: string): Promise<boolean> {
  const found = await db
    .selectFrom('accounts.second_factor')
    .select('account')
    .where('account', '=', account)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  return found !== undefined
}
