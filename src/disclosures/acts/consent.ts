import { z } from 'zod'
import { write } from '../../audit/index.ts'
import { dayOf } from '../../ground/day.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { textBody } from '../../ground/text.ts'
import { newId } from '../../ground/uuid.ts'
import type { Officer } from '../../organisations/law/index.ts'
import { consentEdition, consentWords, parts } from '../law/index.ts'

export const consentBody = z.strictObject({
  recipient: textBody(200).refine((text) => text.length >= 3),
  purpose: textBody(500).refine((text) => text.length >= 3),
  parts: z.array(z.enum(parts)).min(1),
  /** The last day it holds. */
  validTo: z.iso.date(),
})

/**
 * The holder agrees that data of their dossiers is given to somebody: the words they agreed to, the scope and the time are kept. Refusals:
 * `officers-have-no-record` (an officer's account holds no data of its own), `consent-period-wrong` (its last day is gone by).
 */
export async function giveConsent({ sql, actor, now }: Desk<Officer, never>, body: z.infer<typeof consentBody>) {
  if (actor.kind === 'officer') return refused('officers-have-no-record')
  if (body.validTo < dayOf(now)) return refused('consent-period-wrong')
  const id = newId(now)
  await sql
    .insertInto('disclosures.consent')
    .values({
      id,
      account: actor.id,
      recipient: body.recipient,
      purpose: body.purpose,
      parts: [...new Set(body.parts)],
      words: consentWords.vi,
      edition: consentEdition,
      given_at: now,
      valid_to: body.validTo,
    })
    .execute()
  const details = { parts: body.parts, until: body.validTo, edition: consentEdition }
  await write(sql, {
    stream: `account:${actor.id}`,
    act: 'give-consent',
    actor: actor.id,
    subject: id,
    details,
    occurredAt: now,
  })
  return done({ id })
}

/** From now on nothing more is given on this consent; what was given stays written down. Refusals: `not-found`. */
export async function withdrawConsent({ sql, actor, now }: Desk<Officer, never>, id: string) {
  const { numUpdatedRows } = await sql
    .updateTable('disclosures.consent')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('account', '=', actor.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return refused('not-found')
  await write(sql, {
    stream: `account:${actor.id}`,
    act: 'withdraw-consent',
    actor: actor.id,
    subject: id,
    occurredAt: now,
  })
  return done({ id })
}
