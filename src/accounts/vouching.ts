import { sql } from 'kysely'
import { write } from '../audit/index.ts'
import type { Database, Sql } from '../ground/database.ts'
import { done, refused } from '../ground/result.ts'

/**
 * Who alone opened this account, while nobody else proved or saw that it is its holder's: another system at which the holder signed in, another administrator whose own
 * account that person did not open either, or whoever runs the machine. Until then who opened it may still be the one who uses it.
 */
export async function openedAloneBy(db: Sql, account: string): Promise<string | undefined> {
  const { rows } = await sql<{ by: string }>`
    select a.created_by as by
    from accounts.account a
    left join accounts.account v on v.id = a.vouched_by
    where a.id = ${account} and a.created_by is not null
      and not exists (select from accounts.login_link l where l.account = a.id)
      and (a.vouched_at is null or v.created_by = a.created_by)`.execute(db)
  return rows[0]?.by
}

/** Whoever runs the machine saw that an officer's account is its holder's. Refusal: `not-found`. */
export async function vouchForOfficer(db: Database, username: string, now: Date) {
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('accounts.account')
      .set({ vouched_at: now, vouched_by: null })
      .where('username', '=', username.trim().toLowerCase())
      .where('kind', '=', 'officer')
      .returning('id')
      .executeTakeFirst()
    if (!row) return refused('not-found')
    await write(tx, { stream: `account:${row.id}`, act: 'vouch', actor: null, occurredAt: now })
    return done()
  })
}
