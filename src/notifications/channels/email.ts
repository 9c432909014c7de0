import { connect } from 'node:net'
import { createTransport } from 'nodemailer'
import { accountById, profileOf } from '../../accounts/index.ts'
import type { Database } from '../../ground/database.ts'
import { guardedLookup } from '../../ground/outgoing.ts'
import type { Vault } from '../../ground/vault/index.ts'
import { messageById } from '../store.ts'

export type MailSettings = {
  smtpUrl: string | undefined
  from: string
  url: string
  oneStopUrl?: string | undefined
  /** Names of mail servers that may lie in the own network. */
  inside?: readonly string[]
}

/**
 * Sends one message by e-mail. A delivery already sent stays sent; only a crash between the mail server's yes and our own line
 * lets a letter go out twice, under the same Message-ID, by which mail programs know it again. Without SMTP the channel is off and the delivery
 * says so; without an address it says that. A fault of the mail server throws, and the worker tries again later.
 */
export async function sendEmail(
  db: Database,
  vault: Vault,
  settings: MailSettings,
  message: string,
  now: Date,
  lastTry = false,
): Promise<void> {
  const delivery = await db
    .selectFrom('notifications.delivery')
    .select(['state'])
    .where('message', '=', message)
    .where('channel', '=', 'email')
    .executeTakeFirst()
  if (!delivery || delivery.state === 'sent') return
  if (!settings.smtpUrl) return close(db, message, 'channel-off', now)
  const found = await messageById(db, vault, message)
  if (!found) return
  const { email } = await profileOf(db, vault, found.account)
  if (!email) return close(db, message, 'no-address', now)

  const transport = mailServer(settings.smtpUrl, settings.inside ?? [])
  try {
    await transport.sendMail({
      from: settings.from,
      to: email,
      subject: found.subject,
      text: `${found.body}\n\n${(await accountById(db, found.account))?.kind === 'officer' ? `${settings.oneStopUrl ?? settings.url}/viec` : `${settings.url}/ho-so`}\n`,
      messageId: `<${message}@motcua>`,
    })
  } catch (fault) {
    // A mail server repeats the address in what it says; neither the delivery nor the queue may keep that.
    const { responseCode, code } = fault as { responseCode?: number; code?: string }
    const said = String(responseCode ?? code ?? 'unknown')
    await postpone(db, message, said, lastTry)
    // oxlint-disable-next-line preserve-caught-error -- the cause would carry the address into the queue
    throw new Error(`the mail server did not take message ${message}: ${said}`)
  } finally {
    transport.close()
  }
  await close(db, message, 'sent', now)
}

/** Seconds until a mail server that does not take the call is given up. */
const patience = 30

/** The connection is made here and not by the library, so that a name which leads into the own network is refused. */
function mailServer(smtpUrl: string, inside: readonly string[]) {
  const { hostname, port, protocol } = new URL(smtpUrl)
  const at = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (protocol === 'smtps:' ? 465 : 587) }
  return createTransport({
    url: smtpUrl,
    getSocket: (_options: unknown, done: (fault: Error | null, socket?: object) => void) => {
      const connection = connect({ ...at, lookup: guardedLookup(inside) })
      connection.setTimeout(patience * 1000, () => connection.destroy(new Error('the mail server did not answer')))
      connection.once('error', done)
      connection.once('connect', () => {
        connection.removeListener('error', done).setTimeout(0)
        done(null, { connection })
      })
    },
  } as Parameters<typeof createTransport>[0])
}

/**
 * Another attempt that failed; the delivery still waits, and says what the mail server answered. After the last try it has
 * failed for good, which the figures of the house show.
 */
async function postpone(db: Database, message: string, fault: string, lastTry: boolean): Promise<void> {
  const state = lastTry ? 'failed' : 'waiting'
  await db
    .updateTable('notifications.delivery')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), fault, state }))
    .where('message', '=', message)
    .where('channel', '=', 'email')
    .execute()
}

async function close(
  db: Database,
  message: string,
  state: 'sent' | 'no-address' | 'channel-off',
  now: Date,
): Promise<void> {
  await db
    .updateTable('notifications.delivery')
    .set((eb) => ({ state, attempts: eb('attempts', '+', 1), fault: null, done_at: now }))
    .where('message', '=', message)
    .where('channel', '=', 'email')
    .execute()
}
