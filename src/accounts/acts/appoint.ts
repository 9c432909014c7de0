import { z } from 'zod'
import { type Actor, write } from '../../audit/index.ts'
import { dayOf, isDay } from '../../ground/day.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { textBody } from '../../ground/text.ts'
import { withinLimit } from '../../ground/throttle.ts'
import { newId } from '../../ground/uuid.ts'
import { identityText } from '../account.ts'
import { checkIdentityNumber, checkName } from '../law/index.ts'
import { printsOf, type Told, toldContext } from '../representations/store.ts'
import { accountById } from '../store.ts'

export const grantBody = z.strictObject({
  agentName: textBody(120).refine((text) => text.length >= 2),
  agentNumber: z.string().trim().min(1).max(20),
  from: z.string().refine(isDay),
  until: z.string().refine(isDay).nullable(),
})

/** Appointments one account makes in a day: more than an organisation's staff, few for who writes to many numbers. */
export const appointmentsADay = 50

/**
 * A person or an organisation appoints who stands for them: their own act is the evidence. It waits until the person of that number accepts, and the answer is
 * one and the same whether that number has an account or not. Refusals: `not-permitted`, `account-not-proven` (nobody may appoint by an account that might be
 * another’s), `name-wrong`, `identity-number-wrong`, `representation-period-wrong`, `represents-oneself`, `too-many-requests`.
 */
export async function grantRepresentation(
  { sql, vault, actor, now, outside }: Desk<Actor>,
  { agentName, agentNumber, from, until }: z.infer<typeof grantBody>,
) {
  const own = await sql
    .selectFrom('accounts.account')
    .select(['kind', 'assurance', 'identity_fingerprint as print'])
    .where('id', '=', actor.id)
    .executeTakeFirst()
  if (!own || !['person', 'organisation'].includes(own.kind)) return refused('not-permitted')
  if (own.assurance === 'none') return refused('account-not-proven')
  const name = checkName('person', agentName)
  if (!name.ok) return name
  const number = checkIdentityNumber(agentNumber)
  if (!number.ok) return number
  if (until !== null && (until < from || until < dayOf(now))) return refused('representation-period-wrong')
  const print = Buffer.from(vault.fingerprint(identityText('person', number.value), 'accounts.identity'))
  if (own.print?.equals(print)) return refused('represents-oneself')
  const isOpen = await outside('throttle', (db) =>
    withinLimit(db, `appoint:${actor.id}`, appointmentsADay, 86_400, now),
  )
  if (!isOpen) return refused('too-many-requests')
  const id = newId(now)
  const told: Told = { kind: 'person', name: name.value, identityNumber: number.value }
  await sql
    .insertInto('accounts.representation')
    .values({
      id,
      kind: own.kind === 'organisation' ? 'staff' : 'authorised',
      agent_fingerprint: print,
      told_sealed: vault.sealJson(told, toldContext(id)),
      beneficiary: actor.id,
      valid_from: from,
      valid_to: until,
      asked_at: now,
      decided_by: actor.id,
      decided_at: now,
      confirmed: true,
    })
    .execute()
  const entry = { act: 'grant-representation', actor: actor.id, details: { representation: id }, occurredAt: now }
  await write(sql, { stream: `account:${actor.id}`, ...entry })
  return done({ id })
}

/**
 * The person appointed accepts, and may file from then on, or declines. Their account must be proved theirs: else whoever opened it under their number would
 * stand for others. Refusals: `not-permitted` (only persons represent), `account-not-proven`, `not-found`.
 */
export async function answerAppointment({ sql, actor, now }: Desk<Actor>, id: string, accepts: boolean) {
  const own = await accountById(sql, actor.id)
  if (own?.kind !== 'person') return refused('not-permitted')
  if (own.assurance === 'none') return refused('account-not-proven')
  const answered = await sql
    .updateTable('accounts.representation')
    .set(accepts ? { agent: actor.id, accepted_at: now } : { ended_at: now, ended_by: actor.id })
    .where('id', '=', id)
    .where('agent', 'is', null)
    .where('ended_at', 'is', null)
    .where('agent_fingerprint', 'in', printsOf(sql, actor.id))
    .where('beneficiary', '!=', actor.id)
    .returning('beneficiary')
    .executeTakeFirst()
  if (!answered) return refused('not-found')
  const act = accepts ? 'accept-representation' : 'decline-representation'
  const entry = { act, actor: actor.id, details: { representation: id }, occurredAt: now }
  await write(sql, { stream: `account:${actor.id}`, ...entry })
  await write(sql, { stream: `account:${answered.beneficiary!}`, ...entry })
  return done({ id })
}
