import type { Sql, Tx } from '../ground/database.ts'
import { written } from '../ground/written.ts'
import type { Vault } from '../ground/vault/index.ts'
import { policyFor } from '../policy/index.ts'
import type { Account, AccountKind, Assurance, Profile } from './account.ts'
import { identityText } from './account.ts'
import type { GuessRules } from './law/index.ts'

const columns = [
  'id',
  'kind',
  'username',
  'display_name as displayName',
  'state',
  'assurance',
  'must_change_password as mustChangePassword',
] as const

export async function accountById(db: Sql, id: string): Promise<Account | undefined> {
  return (await finding.first(db, { id })) as Account | undefined
}

const finding = written((db, { id }: { id: string }) =>
  db.selectFrom('accounts.account').select(columns).where('id', '=', id),
)

/** The accounts of a list, by id. */
export async function accountsById(db: Sql, ids: readonly string[]): Promise<Map<string, Account>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('accounts.account')
    .select(columns)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map((rows as Account[]).map((row) => [row.id, row]))
}

export async function accountByName(db: Sql, username: string): Promise<Account | undefined> {
  const row = await db
    .selectFrom('accounts.account')
    .select(columns)
    .where('username', '=', username.trim().toLowerCase())
    .executeTakeFirst()
  return row as Account | undefined
}

/** The account of whoever bears this number; `byMerged` where the number is that of an account which was merged into this one. */
export async function accountByIdentity(
  db: Sql,
  vault: Vault,
  kind: AccountKind,
  number: string,
): Promise<(Account & { byMerged: boolean }) | undefined> {
  const found = await db
    .selectFrom('accounts.account')
    .select(['id', 'merged_into'])
    .where('identity_fingerprint', '=', vault.fingerprint(identityText(kind, number), 'accounts.identity'))
    .executeTakeFirst()
  const account = found && (await accountById(db, found.merged_into ?? found.id))
  return account && { ...account, byMerged: found.merged_into !== null }
}

/** By which name the holder of a merged account signs in now. */
export async function keptName(db: Sql, account: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('accounts.account as a')
    .innerJoin('accounts.account as kept', 'kept.id', 'a.merged_into')
    .select('kept.username')
    .where('a.id', '=', account)
    .executeTakeFirst()
  return row?.username
}

export type NewAccount = {
  id: string
  kind: AccountKind
  username: string
  displayName: string
  password: string | null
  mustChangePassword: boolean
  identity: string | null
  profile: Profile
  state: Account['state']
  assurance: Assurance
  createdBy: string | null
  /** By which way it was opened; by its holder, when nothing is said. */
  route?: 'registration' | 'counter' | 'certificate' | 'national-login' | 'training'
  /** The certificate of registration an enterprise showed. */
  certificate?: string | undefined
}

/** Opens the account; a name or an identity that is taken is a fault. */
export async function insertAccount(tx: Tx, vault: Vault, account: NewAccount, now: Date): Promise<void> {
  await tx
    .insertInto('accounts.account')
    .values(rowOf(vault, account, now))
    .execute()
}

/** Opens the account unless its name or identity is taken, also by somebody who took it a moment ago: then false. */
export async function openAccount(tx: Tx, vault: Vault, account: NewAccount, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('accounts.account')
    .values(rowOf(vault, account, now))
    .onConflict((at) => at.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

type HandOver = { id: string; displayName: string; password: string; profile: Profile; by: string }

/**
 * Gives an account to the person who proved to be its holder: a new password, their own particulars; what was left on it ends by `endWhatWasLeft`. False where it is
 * suspended.
 */
export async function handOver(
  tx: Tx,
  vault: Vault,
  { id, displayName, password, profile, by }: HandOver,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('accounts.account')
    .set({
      display_name: displayName,
      password,
      must_change_password: true,
      password_at: now,
      state: 'registered',
      profile_sealed: vault.sealJson(profile, `accounts.profile:${id}`),
      assurance: 'counter',
      assured_by: by,
      assured_at: now,
    })
    .where('id', '=', id)
    // Whoever opened it may have paused, locked or closed it; what an administrator suspended only an administrator opens again.
    .where('state', '!=', 'suspended')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

type Proof = { through: string; level: string | null; takeOver: boolean }

/**
 * Another system proved who holds this account. What it says of the person goes before what was known; where nobody had ever proved it theirs,
 * whoever opened it loses it: password and their particulars; what else they left ends by `endWhatWasLeft`.
 */
export async function proveHolder(
  tx: Tx,
  vault: Vault,
  id: string,
  told: Partial<Profile>,
  { through, level, takeOver }: Proof,
  now: Date,
): Promise<void> {
  const known = takeOver ? {} : await profileOf(tx, vault, id)
  const said = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
  await tx
    .updateTable('accounts.account')
    .set({
      ...(told.name ? { display_name: told.name } : {}),
      profile_sealed: vault.sealJson({ ...known, ...said }, `accounts.profile:${id}`),
      assurance: 'national',
      assured_through: through,
      assured_level: level,
      assured_at: now,
      ...(takeOver ? { password: null, must_change_password: false } : {}),
    })
    .where('id', '=', id)
    .execute()
}

function rowOf(vault: Vault, account: NewAccount, now: Date) {
  const assured = account.assurance !== 'none'
  return {
    id: account.id,
    kind: account.kind,
    username: account.username,
    display_name: account.displayName,
    password: account.password,
    must_change_password: account.mustChangePassword,
    identity_sealed: account.identity ? vault.seal(account.identity, `accounts.identity:${account.id}`) : null,
    identity_fingerprint: account.identity
      ? vault.fingerprint(identityText(account.kind, account.identity), 'accounts.identity')
      : null,
    profile_sealed: vault.sealJson(account.profile, `accounts.profile:${account.id}`),
    state: account.state,
    assurance: account.assurance,
    assured_by: assured ? account.createdBy : null,
    assured_at: assured ? now : null,
    created_by: account.createdBy,
    route: account.route ?? 'registration',
    origin: account.route === 'national-login' ? 'national' : 'provincial',
    certificate_sealed: account.certificate
      ? vault.seal(account.certificate, `accounts.certificate:${account.id}`)
      : null,
    password_at: account.password ? now : null,
    created_at: now,
  }
}

/** The sealed profile, opened; the caller writes the trace of reading it. */
/** Several at once; who has no profile is known by name alone. */
export async function profilesOf(db: Sql, vault: Vault, ids: readonly string[]): Promise<Map<string, Profile>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('accounts.account')
    .select(['id', 'profile_sealed', 'display_name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ id, profile_sealed: sealed, display_name: name }) => [
      id,
      sealed ? (vault.openJson(sealed, `accounts.profile:${id}`) as Profile) : { name },
    ]),
  )
}

export async function profileOf(db: Sql, vault: Vault, account: string): Promise<Profile> {
  const row = await profiled.first(db, { account })
  if (!row) throw new Error(`no such account: ${account}`)
  if (!row.profile_sealed) return { name: row.display_name }
  return vault.openJson(row.profile_sealed, `accounts.profile:${account}`) as Profile
}

const profiled = written((db, { account }: { account: string }) =>
  db.selectFrom('accounts.account').select(['profile_sealed', 'display_name']).where('id', '=', account),
)

/** How wrong passwords are counted, as the province chose. */
export async function guessRulesOf(db: Sql, now: Date): Promise<GuessRules> {
  const policy = await policyFor(db, now)
  return { maxFailures: policy.get('login.max-failures'), lockMinutes: policy.get('login.lock-minutes') }
}
