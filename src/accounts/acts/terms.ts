import { z } from 'zod'
import { type Actor, write } from '../../audit/index.ts'
import { day, dayOf, isDay } from '../../ground/day.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { textBody } from '../../ground/text.ts'
import { keepAcceptance, termsInForce } from '../terms/terms.ts'

export const acceptTermsBody = z.strictObject({ edition: z.string().max(40) })

/** The holder accepts the terms they were shown. Refusal: `terms-changed` (another edition came into force meanwhile: it must be read first). */
export async function acceptTerms({ sql, actor, now }: Desk<Actor>, { edition }: z.infer<typeof acceptTermsBody>) {
  if ((await termsInForce(sql, dayOf(now))).edition !== edition) return refused('terms-changed')
  await keepAcceptance(sql, { account: actor.id, how: 'sign-in', by: actor.id }, now)
  const details = { edition }
  await write(sql, { stream: `account:${actor.id}`, act: 'accept-terms', actor: actor.id, details, occurredAt: now })
  return done({ edition })
}

const words = textBody(20_000).refine((text) => text.length >= 100)

export const publishTermsBody = z.strictObject({
  vi: words,
  en: words,
  decision: textBody(200).refine((text) => text.length >= 3),
  from: z.string().refine(isDay),
})

/** A new edition of the terms, from a day on: whoever signs in from then on is asked for it. Refusal: `terms-day-wrong` (a day past, or taken). */
export async function publishTerms({ sql, actor, now }: Desk<Actor>, body: z.infer<typeof publishTermsBody>) {
  const from = day(body.from)
  if (from < dayOf(now)) return refused('terms-day-wrong')
  const { numInsertedOrUpdatedRows } = await sql
    .insertInto('accounts.terms')
    .values({
      edition: from,
      from_day: from,
      vi: body.vi,
      en: body.en,
      decision: body.decision,
      made_by: actor.id,
      made_at: now,
    })
    .onConflict((at) => at.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return refused('terms-day-wrong')
  const details = { edition: from, decision: body.decision }
  await write(sql, { stream: 'system', act: 'publish-terms', actor: actor.id, details, occurredAt: now })
  return done({ edition: from })
}
