import { write } from '../../audit/index.ts'
import type { Database } from '../../ground/database.ts'
import { endSession, type SessionKind } from '../session.ts'

/** Ends a session and writes down that its holder left; a session that has ended already is nobody's to end. */
export async function signOut(
  db: Database,
  token: string,
  kind: SessionKind,
  address: string,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const account = await endSession(tx, token, kind)
    if (!account) return
    const details = { by: kind, from: address }
    await write(tx, { stream: `account:${account}`, act: 'sign-out', actor: account, occurredAt: now, details })
  })
}
