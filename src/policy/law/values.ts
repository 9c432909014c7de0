import { z } from 'zod'

/** The shapes that several settings share. */

/** A time limit; the same shape as `TimeLimit` of the calendar. Zero working hours is *at once*. */
export const limit = z.strictObject({
  value: z.number().nonnegative(),
  unit: z.enum(['working-hours', 'working-days', 'calendar-days', 'months', 'same-day']),
  cutoff: z.int().min(0).max(1440).optional(),
  countFrom: z.enum(['instant', 'next-day']).optional(),
})

/** A limit and the event that starts it. */
export const limitFrom = z.strictObject({
  limit,
  from: z.enum(['registration', 'system-receipt', 'acceptance']),
})

/** A minute of the day, 900 is 15:00. */
export const minuteOfDay = z.int().min(0).max(1440)

const session = z.tuple([minuteOfDay, minuteOfDay])

/** Office hours of the seven weekdays, Monday first; none is for the province to decide. */
export const week = z.array(z.array(session)).length(7).nullable()

/** When a letter of apology is owed, whether only for an officer's fault, who signs it (null: not stated), whether it is published. */
export const apology = z.strictObject({
  owed: z.boolean(),
  onlyForFault: z.boolean(),
  signer: z.enum(['agency-head', 'centre-director']).nullable(),
  isPublished: z.boolean(),
})

/** Who signs a result, in order; whatever a province chooses, the organisation never signs before the person. */
export const signatureOrder = z
  .array(z.enum(['person', 'organisation']))
  .min(1)
  .refine((order) => ['person', 'organisation', 'person,organisation'].includes(order.join()), 'the person signs first')
/** The letter for an extension goes out with the centre's confirmation: its director signs it, or nobody is named. */
export const apologyOfCentre = apology.extend({ signer: z.enum(['centre-director']).nullable() })

/** How long a record holds good. */
export const validity = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('none') }),
  z.strictObject({ mode: z.literal('years'), years: z.int().positive() }),
  z.strictObject({ mode: z.literal('enterprise-term') }),
  z.strictObject({ mode: z.literal('paper-term') }),
])

/** A list without repetition. */
export function listOf<const Word extends string>(words: readonly [Word, ...Word[]]) {
  return z.array(z.enum(words)).refine((list) => new Set(list).size === list.length, 'no entry twice')
}
