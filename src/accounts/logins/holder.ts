import { randomInt } from 'node:crypto'
import type { Tx } from '../../ground/database.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { newId } from '../../ground/uuid.ts'
import type { Vault } from '../../ground/vault/index.ts'
import type { Account, AccountKind, Profile } from '../account.ts'
import { type ChangedHands, endWhatWasLeft, isStillUnproven } from '../hands.ts'
import { checkRepresentative, isSameName, type Proven } from '../law/index.ts'
import { accountById, accountByIdentity, openAccount, proveHolder } from '../store.ts'
import type { LoginId } from './login.ts'

/** Known by its key there, found by its number, opened for it, or taken from whoever had opened it without proof. */
type How = 'known' | 'linked' | 'opened' | 'taken-over'

/**
 * Whose account this is. A key of the other system is joined to an account by the proven identity number alone, never by mail or telephone;
 * later the key is enough. An account under that number that nobody ever proved theirs goes to the one who now does. Staff must have an account
 * already. Refusals: `login-identity-missing`, `login-identity-changed`, `login-account-missing`, `account-merged`,
 * `representative-needed` (a new organisation).
 */
export async function holderOf(desk: Desk<null, ChangedHands>, login: LoginId, proven: Proven) {
  const { sql: tx, vault, now } = desk
  const kind: AccountKind = login === 'staff' ? 'officer' : proven.kind
  const subject = Buffer.from(vault.fingerprint(proven.subject, `accounts.login.${login}`))
  const linked = await linkedAccount(tx, login, subject)
  const { number } = proven
  if (!number) return linked ? done({ account: linked, how: 'known' as How }) : refused('login-identity-missing')

  const known = await accountByIdentity(tx, vault, kind, number)
  // Whoever proves the number of a merged account is let in to nothing by it: the kept one bears another.
  if (known?.byMerged) return refused('account-merged', { account: known.id })
  if (linked && linked.id !== known?.id) return refused('login-identity-changed')
  if (known && linked && known.assurance !== 'none') {
    if (proven.sub) await link(tx, login, subject, subOf(vault, login, proven.sub), known.id, now)
    return done({ account: known, how: 'known' as How })
  }
  if (!known && login === 'staff') return refused('login-account-missing')

  const complete = known ? done() : checkRepresentative(proven.kind, proven.representative)
  if (!complete.ok) return refused('representative-needed')
  const found = known ?? (await openFor(tx, vault, kind, { ...proven, number }, now))
  const taken = found.assurance === 'none' && (await isStillUnproven(tx, found.id))
  if (login !== 'staff') {
    const through = { through: login, level: proven.level ?? null, takeOver: taken }
    await proveHolder(tx, vault, found.id, profileFrom(proven, number), through, now)
    if (taken) {
      const bySameName = isSameName(found.displayName, proven.name ?? '')
      await endWhatWasLeft(desk, { account: found.id, by: found.id, isSameName: bySameName })
    }
  }
  await link(tx, login, subject, proven.sub && subOf(vault, login, proven.sub), found.id, now)
  const account: Account = (await accountById(tx, found.id))!
  return done({ account, how: (known ? (taken ? 'taken-over' : 'linked') : 'opened') as How })
}

async function linkedAccount(tx: Tx, login: LoginId, subject: Buffer): Promise<Account | undefined> {
  const link = await tx
    .selectFrom('accounts.login_link')
    .select('account')
    .where('login', '=', login)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return link && accountById(tx, link.account)
}

/** What is kept of the name by which the other system speaks of somebody: a keyed hash. */
export function subOf(vault: Vault, login: LoginId, sub: string): Buffer {
  return Buffer.from(vault.fingerprint(sub, `accounts.login.sub.${login}`))
}

async function link(
  tx: Tx,
  login: LoginId,
  subject: Buffer,
  sub: Buffer | '' | undefined,
  account: string,
  now: Date,
): Promise<void> {
  const kept = { subject, sub: sub || null, linked_at: now }
  await tx
    .insertInto('accounts.login_link')
    .values({ login, account, ...kept })
    .onConflict((at) => at.columns(['login', 'account']).doUpdateSet(kept))
    .execute()
}

/** An account of one's own on first sight. It has no password: the other system is its key, until its holder sets one. */
async function openFor(tx: Tx, vault: Vault, kind: AccountKind, proven: Proven & { number: string }, now: Date) {
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    const account = {
      id: newId(now),
      kind,
      username: `${kind === 'person' ? 'cd' : 'tc'}${String(randomInt(1e8)).padStart(8, '0')}`,
      displayName: proven.name || proven.number,
      password: null,
      mustChangePassword: false,
      identity: proven.number,
      profile: { ...profileFrom(proven, proven.number), name: proven.name || proven.number },
      state: 'active',
      assurance: 'national',
      createdBy: null,
      route: 'national-login',
    } as const
    if (await openAccount(tx, vault, account, now)) return account
    // The same person may have come back in another window at this moment.
    const known = await accountByIdentity(tx, vault, kind, proven.number)
    if (known) return known
  }
  throw new Error('no free name was found for an account')
}

function profileFrom({ name, birthDate, representative }: Proven, identityNumber: string): Partial<Profile> {
  return { ...(name ? { name } : {}), identityNumber, birthDate, representative }
}
