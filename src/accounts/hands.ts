import type { Sql, Tx } from '../ground/database.ts'
import type { Desk } from '../ground/desk.ts'
import { hashOf } from './attempts.ts'
import { forgetProofs } from './proofs.ts'

/** An account nobody had proved theirs went to the one who did; whatever else hung on it ends with whoever had opened it. */
export type ChangedHands = {
  type: 'account.changed-hands'
  account: string
  by: string
  /** Whoever opened it bore the same name: they may well be one person, and lose nothing they were writing. */
  isSameName: boolean
  at: string
}

/**
 * Locks an account and answers whether still nobody proved it theirs: of two who prove it at the same moment the first has it, and the second comes to an
 * account that is proved.
 */
export async function isStillUnproven(tx: Tx, account: string): Promise<boolean> {
  const row = await tx
    .selectFrom('accounts.account')
    .select('assurance')
    .where('id', '=', account)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.assurance === 'none'
}

type Ended = { representations: number; changes: number; acceptances: number }

/**
 * Ends all that whoever had the account before left on it: ways in, places where they signed in, representations they asked for or granted, changes that
 * wait, terms they accepted. What an officer confirmed on a paper for the true holder stays. Later modules end theirs on `account.changed-hands`. Answers how
 * much of each.
 */
export async function endWhatWasLeft(
  { sql, now, announce }: Pick<Desk<unknown, ChangedHands>, 'sql' | 'now' | 'announce'>,
  { account, by, isSameName }: Pick<ChangedHands, 'account' | 'by' | 'isSameName'>,
): Promise<Ended> {
  const { username } = await sql
    .updateTable('accounts.account')
    .set({ held_since: now, update_needed_at: null })
    .where('id', '=', account)
    .returning('username')
    .executeTakeFirstOrThrow()
  await sql.deleteFrom('accounts.session').where('account', '=', account).execute()
  await sql.deleteFrom('accounts.attempt').where('name', '=', hashOf(username)).execute()
  await forgetProofs(sql, account)
  const representations = await sql
    .updateTable('accounts.representation')
    .set({ ended_at: now, ended_by: by, end_reason: 'changed-hands' })
    .where('ended_at', 'is', null)
    .where((eb) =>
      eb.or([eb('agent', '=', account), eb.and([eb('beneficiary', '=', account), eb('decided_by', '=', account)])]),
    )
    .executeTakeFirstOrThrow()
  const changes = await sql
    .updateTable('accounts.data_change')
    .set({ decided_by: by, decided_at: now, taken: false, why: 'changed-hands' })
    .where('account', '=', account)
    .where('decided_at', 'is', null)
    .executeTakeFirstOrThrow()
  const acceptances = await sql
    .updateTable('accounts.terms_acceptance')
    .set({ ended_at: now, end_reason: 'changed-hands' })
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  await announce({ type: 'account.changed-hands', account, by, isSameName, at: now.toISOString() })
  return {
    representations: Number(representations.numUpdatedRows),
    changes: Number(changes.numUpdatedRows),
    acceptances: Number(acceptances.numUpdatedRows),
  }
}

/** Since when the present holder has the account, where somebody else had it before. */
export async function heldSince(db: Sql, account: string): Promise<Date | null> {
  const row = await db.selectFrom('accounts.account').select('held_since').where('id', '=', account).executeTakeFirst()
  return row?.held_since ?? null
}
