import { sameHolder } from '../accounts/index.ts'
import type { Sql, Tx } from '../ground/database.ts'
import type { Desk } from '../ground/desk.ts'
import { newId } from '../ground/uuid.ts'
import { layRow, written } from '../ground/written.ts'
import type { Vault } from '../ground/vault/index.ts'
import { policyFor } from '../policy/index.ts'
import { type Template, templates } from './templates.ts'
import { wordingOf } from './wording.ts'

/** A message in the portal, opened for its reader. */
export type Message = {
  id: string
  dossier: string | null
  /** In which language it is told. */
  language: 'vi' | 'en'
  subject: string
  body: string
  createdAt: Date
  readAt: Date | null
}

type Notice = {
  account: string
  /** Missing where it is about the account itself. */
  dossier?: string
  template: Template
  gaps: Record<string, string>
  /** Also by e-mail; what only the portal says has no delivery. */
  email?: boolean
}

/** What a message needs of the desk at which it is written. */
export type Telling = { sql: Tx } & Pick<Desk<null>, 'vault' | 'now' | 'alongside'>

/** Sends the message into the portal and a waiting delivery for each other channel, alongside the act. */
export async function notify({ sql, vault, now, alongside }: Telling, notice: Notice): Promise<void> {
  const message = messageOf(vault, (await policyFor(sql, now)).get('notices.texts'), notice, now)
  alongside(notice.email === false ? layRow(sql, 'notifications.message', message) : mailing.send(sql, message))
}

const mailing = written((db, message: ReturnType<typeof messageOf>) => {
  const { id, account, dossier, template, subject_sealed, body_sealed, gaps_sealed, created_at } = message
  const row = { id, account, dossier, template, subject_sealed, body_sealed, gaps_sealed, created_at }
  return db
    .with('message', (part) => part.insertInto('notifications.message').values(row))
    .insertInto('notifications.delivery')
    .values({ message: id, channel: 'email', state: 'waiting' })
})

/** Seals what the template says with its gaps filled; it opens only as this message. */
function messageOf(
  vault: Vault,
  own: Parameters<typeof wordingOf>[1],
  { account, dossier, template, gaps }: Notice,
  now: Date,
) {
  const id = newId(now)
  const { subject, body } = wordingOf(template, own)
  return {
    id,
    account,
    dossier: dossier ?? null,
    template,
    subject_sealed: vault.seal(fill(subject, gaps), `notifications.subject:${id}`),
    body_sealed: vault.seal(fill(body, gaps), `notifications.body:${id}`),
    gaps_sealed: vault.sealJson(gaps, `notifications.gaps:${id}`),
    created_at: now,
  }
}

/** Writes many messages in one statement; answers their ids in the order of the notices. */
export async function notifyAll(tx: Tx, vault: Vault, notices: readonly Notice[], now: Date): Promise<string[]> {
  if (notices.length === 0) return []
  const own = (await policyFor(tx, now)).get('notices.texts')
  const made = notices.map((notice) => ({ message: messageOf(vault, own, notice, now), email: notice.email ?? true }))
  const messages = made.map(({ message }) => message)
  const mailed = made.filter(({ email }) => email).map(({ message }) => message.id)
  if (mailed.length === 0) {
    await tx.insertInto('notifications.message').values(messages).execute()
    return messages.map(({ id }) => id)
  }
  await tx
    .with('message', (db) => db.insertInto('notifications.message').values(messages))
    .insertInto('notifications.delivery')
    .values(mailed.map((message) => ({ message, channel: 'email', state: 'waiting' })))
    .execute()
  return messages.map(({ id }) => id)
}

function fill(text: string, gaps: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => {
    const value = gaps[name]
    if (value === undefined) throw new Error(`a notice lacks its ${gap}`)
    return value
  })
}

export async function messagesOf(
  db: Sql,
  vault: Vault,
  account: string,
  limit = 50,
  before?: { at: Date; id: string },
  language: 'vi' | 'en' = 'vi',
): Promise<Message[]> {
  let query = db
    .selectFrom('notifications.message')
    .select(['id', 'dossier', 'template', 'subject_sealed', 'body_sealed', 'gaps_sealed', 'created_at', 'read_at'])
    .where('account', '=', sameHolder(account))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (before) {
    query = query.where((eb) => eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(before.at, before.id)))
  }
  return (await query.execute()).map((row) => ({
    id: row.id,
    dossier: row.dossier,
    ...((language === 'en' && inEnglish(vault, row)) || {
      language: 'vi' as const,
      subject: vault.open(row.subject_sealed, `notifications.subject:${row.id}`).toString('utf8'),
      body: vault.open(row.body_sealed, `notifications.body:${row.id}`).toString('utf8'),
    }),
    createdAt: row.created_at,
    readAt: row.read_at,
  }))
}

/** The message told again in English; nothing where its template has no English, or it was sent before its gaps were kept. */
function inEnglish(
  vault: Vault,
  { id, template, gaps_sealed: gaps }: { id: string; template: string; gaps_sealed: Buffer | null },
) {
  const known: Readonly<Record<string, { en?: { subject: string; body: string } }>> = templates
  const words = Object.hasOwn(known, template) ? known[template]?.en : undefined
  if (!words || !gaps) return undefined
  const said = vault.openJson(gaps, `notifications.gaps:${id}`) as Record<string, string>
  return { language: 'en' as const, subject: fill(words.subject, said), body: fill(words.body, said) }
}

export async function messageById(db: Sql, vault: Vault, id: string) {
  const row = await db
    .selectFrom('notifications.message')
    .select(['id', 'account', 'subject_sealed', 'body_sealed'])
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      account: row.account,
      subject: vault.open(row.subject_sealed, `notifications.subject:${id}`).toString('utf8'),
      body: vault.open(row.body_sealed, `notifications.body:${id}`).toString('utf8'),
    }
  )
}

export async function unreadCount(db: Sql, account: string): Promise<number> {
  const { count } = await db
    .selectFrom('notifications.message')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account', '=', sameHolder(account))
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function markRead(db: Sql, account: string, now: Date): Promise<void> {
  await db
    .updateTable('notifications.message')
    .set({ read_at: now })
    .where('account', '=', sameHolder(account))
    .where('read_at', 'is', null)
    .execute()
}
