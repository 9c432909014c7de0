import { z } from 'zod'
import { isDay } from '../ground/day.ts'
import type { Day } from '../ground/day.ts'

/** Small schemas that the files of a procedure share. */
export const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => value === value.normalize('NFC').trim(), {
      message: 'text must be NFC and without spaces at its ends',
    })

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)
export const pointer = z.string().regex(/^(\/[A-Za-z0-9_-]+)+$/)
export const day = z.custom<Day>((value) => typeof value === 'string' && isDay(value), {
  message: 'not a day YYYY-MM-DD',
})

export const channels = ['online', 'counter', 'post'] as const
export const channel = z.enum(channels)

/** How surely a fact is known: read in the text itself, told by another text, or an assumption a province must confirm. */
export const confidence = z.enum(['read', 'second-hand', 'unconfirmed'])

const scalar = z.union([z.string().max(200), z.number(), z.boolean()])

/** Holds when everything it names holds: the channel is one of these, the answer at `field` is one of these, so many days have gone by. */
export const condition = z
  .strictObject({
    channel: z.array(channel).min(1).optional(),
    field: pointer.optional(),
    equals: z.union([scalar, z.array(scalar).min(1)]).optional(),
    daysSince: z
      .strictObject({ field: pointer, moreThan: z.int().min(0).optional(), atMost: z.int().min(0).optional() })
      .refine((span) => (span.moreThan === undefined) !== (span.atMost === undefined), {
        message: 'say either `moreThan` or `atMost`',
      })
      .optional(),
  })
  .refine((one) => (one.field === undefined) === (one.equals === undefined), {
    message: '`field` and `equals` belong together',
  })
  .refine((one) => one.channel !== undefined || one.field !== undefined || one.daysSince !== undefined, {
    message: 'an empty condition says nothing',
  })

export type Channel = z.infer<typeof channel>
export type Condition = z.infer<typeof condition>
export type Confidence = z.infer<typeof confidence>
