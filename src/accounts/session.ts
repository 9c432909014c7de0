import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Sql, Tx } from '../ground/database.ts'
import { type Day, dayOf } from '../ground/day.ts'
import { policyFor } from '../policy/index.ts'
import type { Account } from './account.ts'
import { acceptedTerms } from './terms/terms.ts'

export type SessionKind = 'browser' | 'token'

/** How long a session lives at most, and a token that nobody uses. A browser left alone is signed out as the province's policy says. */
export const sessionLife = { tokenIdleMinutes: 12 * 60, absoluteHours: 12 }

/** The token is 256 random bits; the database keeps only its hash, so a copy of the database opens no session. */
export async function openSession(
  tx: Tx,
  account: string,
  kind: SessionKind,
  from: { address?: string; agent?: string; through?: string; twoFactors?: boolean },
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + sessionLife.absoluteHours * 3_600_000)
  await tx
    .insertInto('accounts.session')
    .values({
      token: hashToken(token),
      account,
      kind,
      created_at: now,
      seen_at: now,
      expires_at: expiresAt,
      address: from.address ?? null,
      agent: from.agent?.slice(0, 200) ?? null,
      ...(from.through ? { through: from.through } : {}),
      two_factors: from.twoFactors ?? false,
    })
    .execute()
  return { token, expiresAt }
}

/** Minutes after which a browser that nobody touches is signed out. */
export async function idleMinutes(db: Sql, now: Date): Promise<number> {
  return (await policyFor(db, now)).get('session.idle-minutes')
}

/** `twoFactors`: the holder proved twice who they are. `hasSecondFactor`: a device of theirs stands ready to; `hasPasskey`: a passkey does. */
export type Session = {
  account: Account
  token: string
  kind: SessionKind
  twoFactors: boolean
  hasSecondFactor: boolean
  hasPasskey: boolean
  /** Whether the holder accepted the terms in force. */
  hasAccepted: boolean
}

/**
 * Who holds this token now; nobody when it is unknown, idle too long, expired, of the other kind (a browser's cookie is no bearer's
 * token, nor the other way round), or the account may not act any more.
 */
export async function sessionOf(db: Sql, token: string, kind: SessionKind, now: Date): Promise<Session | undefined> {
  return openStill(db, await sessionRow(db, hashToken(token), kind, dayOf(now)).executeTakeFirst(), token, now)
}

/** The question alone, for whoever asks for more about the account in the same one; `openStill` judges its answer. */
export function sessionRow(db: Sql, hash: Buffer, kind: SessionKind, today: Day) {
  return db
    .selectFrom('accounts.session as s')
    .innerJoin('accounts.account as a', 'a.id', 's.account')
    .select([
      'a.id',
      'a.kind',
      'a.username',
      'a.display_name as displayName',
      'a.state',
      'a.assurance',
      'a.must_change_password as mustChangePassword',
      's.kind as sessionKind',
      's.seen_at as seenAt',
      's.expires_at as expiresAt',
      's.two_factors as twoFactors',
      confirmedFactor.as('hasSecondFactor'),
      somePasskey.as('hasPasskey'),
      acceptedTerms(today).as('hasAccepted'),
    ])
    .where('s.token', '=', hash)
    .where('s.kind', '=', kind)
}

type Row = Awaited<ReturnType<ReturnType<typeof sessionRow>['executeTakeFirst']>>

/** The session, when it was not idle too long as the request `began`, is not expired and the account may act. */
export async function openStill(
  db: Sql,
  row: Row,
  token: string,
  now: Date,
  began = now,
): Promise<Session | undefined> {
  if (!row || !['active', 'registered'].includes(row.state)) return undefined
  const kind = row.sessionKind
  const minutes = kind === 'token' ? sessionLife.tokenIdleMinutes : await idleMinutes(db, now)
  const idle = minutes * 60_000
  if (row.expiresAt <= now || began.getTime() - row.seenAt.getTime() > idle) return undefined
  // Touched once a minute, not at every request: reading a page costs no write.
  if (now.getTime() - row.seenAt.getTime() > 60_000) {
    await db.updateTable('accounts.session').set({ seen_at: now }).where('token', '=', hashToken(token)).execute()
  }
  const { id, username, displayName, state, assurance, mustChangePassword, twoFactors } = row
  const { hasSecondFactor, hasPasskey, hasAccepted } = row
  const account = { id, kind: row.kind, username, displayName, state, assurance, mustChangePassword }
  const proofs = { twoFactors, hasSecondFactor, hasPasskey, hasAccepted }
  return { account: account as Account, token, kind: kind as SessionKind, ...proofs }
}

const confirmedFactor = sql<boolean>`exists (
  select from accounts.second_factor f where f.account = a.id and f.confirmed_at is not null)`

const somePasskey = sql<boolean>`exists (select from accounts.passkey p where p.account = a.id)`

/** From now on this session counts as proved twice. */
export async function raiseSession(db: Sql, token: string): Promise<void> {
  await db.updateTable('accounts.session').set({ two_factors: true }).where('token', '=', hashToken(token)).execute()
}

/** Ends one session; answers whose it was. */
export async function endSession(db: Sql, token: string, kind: SessionKind): Promise<string | undefined> {
  const ended = await db
    .deleteFrom('accounts.session')
    .where('token', '=', hashToken(token))
    .where('kind', '=', kind)
    .returning('account')
    .executeTakeFirst()
  return ended?.account
}

export async function closeOtherSessions(db: Sql, account: string, except?: string): Promise<void> {
  let query = db.deleteFrom('accounts.session').where('account', '=', account)
  if (except) query = query.where('token', '!=', hashToken(except))
  await query.execute()
}

/** Bound to the session: a form that another site sends cannot know it. */
export function csrfToken(sessionToken: string): string {
  return createHash('sha256').update(`csrf\n${sessionToken}`).digest('base64url')
}

/** What the database knows a token by. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
