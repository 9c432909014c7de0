import { type Actor, write } from '../../audit/index.ts'
import type { Tx } from '../../ground/database.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { isSameName } from '../law/index.ts'
import { changeStanding } from './change-standing.ts'

/** Two accounts of one holder became one; later modules bring over what is theirs. */
export type Merged = { type: 'account.merged'; from: string; into: string; by: string; at: string }

type Asked = { account: string; other: string; reason: string }

/**
 * Closes an account and brings what it holds to another of the same holder: representations, other sign-ins, and by `account.merged` dossiers, papers of the
 * record, files and consents. Who signs in on the closed one, or is looked for by its number, is led to the one that was kept. Both are locked in the order of
 * their ids, so of A into B and B into A only one happens. Refusals: `not-found`, `own-account`, `not-permitted` (officers hold posts, which only a decision
 * moves), `merge-target-unfit` (closed, merged itself, or nobody proved it theirs), `merge-names-differ` (two
 * names are two persons until one is corrected), and those of closing.
 */
export async function mergeAccounts(desk: Desk<Actor, Merged>, { account, other, reason }: Asked) {
  const { sql, actor, now, announce } = desk
  if (actor.id === other) return refused('own-account')
  const rows = await sql
    .selectFrom('accounts.account')
    .select(['id', 'kind', 'state', 'assurance', 'username', 'display_name as name'])
    .where('id', 'in', [account, other])
    .orderBy('id')
    .forUpdate()
    .execute()
  const from = rows.find(({ id }) => id === account)
  const into = rows.find(({ id }) => id === other)
  if (!from || !into) return refused('not-found')
  if (from.kind !== into.kind || !['person', 'organisation'].includes(from.kind)) return refused('not-permitted')
  const isFit = ['registered', 'active', 'paused'].includes(into.state) && into.assurance !== 'none'
  if (!isFit) return refused('merge-target-unfit')
  if (from.kind === 'person' && !isSameName(from.name, into.name)) return refused('merge-names-differ')
  const closed = await changeStanding(desk, { account, act: 'close', by: 'manager', reason })
  if (!closed.ok) return closed
  await sql
    .updateTable('accounts.account')
    .set({ merged_into: other })
    .where((eb) => eb.or([eb('id', '=', account), eb('merged_into', '=', account)]))
    .execute()
  const moved = {
    representations: await moveRepresentations(sql, account, other, actor.id, now),
    logins: await moveLogins(sql, account, other),
  }
  await sql
    .updateTable('accounts.data_change')
    .set({ decided_by: actor.id, decided_at: now, taken: false, why: 'merged' })
    .where('account', '=', account)
    .where('decided_at', 'is', null)
    .execute()
  const entry = { act: 'merge-account', actor: actor.id, details: { from: account, into: other, ...moved } }
  for (const id of [account, other]) await write(sql, { stream: `account:${id}`, ...entry, occurredAt: now })
  await announce({ type: 'account.merged', from: account, into: other, by: actor.id, at: now.toISOString() })
  return done({ kept: into.username })
}

/** Each stands as it stood, for the account that is kept; between the two nobody represents anybody any more. */
async function moveRepresentations(sql: Tx, from: string, into: string, by: string, now: Date): Promise<number> {
  await sql
    .updateTable('accounts.representation')
    .set({ ended_at: now, ended_by: by, end_reason: 'merged' })
    .where('ended_at', 'is', null)
    .where('agent', 'in', [from, into])
    .where('beneficiary', 'in', [from, into])
    .execute()
  const agents = await sql
    .updateTable('accounts.representation')
    .set({ agent: into })
    .where('agent', '=', from)
    .where((eb) => eb.or([eb('beneficiary', 'is', null), eb('beneficiary', '!=', into)]))
    .executeTakeFirstOrThrow()
  const beneficiaries = await sql
    .updateTable('accounts.representation')
    .set((eb) => ({
      beneficiary: into,
      // Who appointed somebody themselves stays the evidence of it.
      decided_by: eb.case().when('decided_by', '=', from).then(into).else(eb.ref('decided_by')).end(),
    }))
    .where('beneficiary', '=', from)
    .where((eb) => eb.or([eb('agent', 'is', null), eb('agent', '!=', into)]))
    .executeTakeFirstOrThrow()
  return Number(agents.numUpdatedRows + beneficiaries.numUpdatedRows)
}

/** A key of another system opens the kept account from now on, unless that system has one for it already. */
async function moveLogins(sql: Tx, from: string, into: string): Promise<number> {
  await sql
    .deleteFrom('accounts.login_link as l')
    .where('l.account', '=', from)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('accounts.login_link as k')
          .select('k.login')
          .whereRef('k.login', '=', 'l.login')
          .where('k.account', '=', into),
      ),
    )
    .execute()
  const moved = await sql
    .updateTable('accounts.login_link')
    .set({ account: into })
    .where('account', '=', from)
    .executeTakeFirstOrThrow()
  return Number(moved.numUpdatedRows)
}
