import { z } from 'zod'
import { limitUnits } from '../calendar/law/index.ts'
import { isDay } from '../ground/day.ts'
import { feeTable } from './fee-table.ts'
import { formDefinition } from './form-definition.ts'
import { channel, condition, confidence, day, slug, text } from './parts.ts'
import { leg, silence, step, wait } from './plan.ts'
import { result, resultCode } from './result-definition.ts'

/**
 * One paper of the file. `submit` is handed in, `show` is only looked at and given back. `waivedWhen` names the data that make
 * the paper unnecessary; with a condition it falls away by what the form says, without one the officer decides.
 */
export const component = z
  .strictObject({
    id: slug,
    name: text(600),
    hint: text(800).optional(),
    kind: z.enum(['submit', 'show']),
    required: z.union([z.boolean(), z.literal('when')]),
    when: condition.optional(),
    originals: z.int().min(0).max(20),
    copies: z.int().min(0).max(20),
    accepts: z.array(z.enum(['application/pdf', 'image/jpeg', 'image/png'])).min(1),
    maxBytes: z
      .int()
      .min(1024)
      .max(20 * 1024 * 1024),
    case: text(200).optional(),
    /** The kinds of items of a record that stand for this paper: whoever has one is not asked for it again. */
    recordKinds: z.array(slug).min(1).optional(),
    waivedWhen: z.strictObject({ source: text(200), text: text(600), when: condition.optional() }).optional(),
    sample: text(300).optional(),
    /** Opened only by who works on the case; or a state secret, which is never handed in through this system. */
    secrecy: z.enum(['confidential', 'state-secret']).optional(),
  })
  .refine((paper) => (paper.required === 'when') === (paper.when !== undefined), {
    path: ['when'],
    message: '`required: "when"` and `when` belong together',
  })

/** The time allowed, in the calendar's own terms: `cutoff` is a minute of the day, 900 is 15:00. */
export const limit = z.strictObject({
  value: z.int().min(1).max(400),
  unit: z.enum(limitUnits),
  cutoff: z.int().min(0).max(1439).optional(),
  countFrom: z.enum(['instant', 'next-day']).optional(),
})

/** `printed` is what the announced procedure says, letter for letter in sense; where it prints no unit the limit is unconfirmed. */
export const timeLimit = z
  .strictObject({
    channel: z.union([channel, z.literal('any')]),
    limit,
    printed: z.strictObject({
      value: z.int().min(1).nullable(),
      unit: z.enum([...limitUnits, 'unknown']),
      text: text(600),
    }),
    confidence,
    condition: text(400).optional(),
  })
  .refine((one) => one.printed.unit !== 'unknown' || one.confidence === 'unconfirmed', {
    path: ['confidence'],
    message: 'a limit whose unit is not printed is unconfirmed',
  })

/** What a procedure is. `notices` are the answers that are no result: what to mend, or why not. */
export const metadata = z
  .strictObject({
    code: z.string().regex(/^\d\.\d{6}$/),
    name: text(600),
    shortName: text(200).optional(),
    englishName: text(200).optional(),
    keywords: z.array(text(80)).max(20).default([]),
    field: text(200),
    levels: z.array(z.enum(['ministry', 'province', 'commune', 'other'])).min(1),
    audience: z.array(z.enum(['person', 'organisation'])).min(1),
    onlineLevel: z.enum(['full', 'partial', 'none']),
    onlineReason: text(400).optional(),
    decision: text(100),
    legalBasis: z.array(z.strictObject({ number: text(60), title: text(600) })).min(1),
    summary: text(1200),
    steps: z.array(text(800)).min(1),
    conditions: z.array(text(800)),
    notes: z.array(text(800)).default([]),
    components: z.array(component).min(1).max(40),
    results: z.array(result).min(1).max(10),
    notices: z.array(z.strictObject({ code: resultCode, name: text(300) })).default([]),
    timeLimits: z.array(timeLimit).min(1),
    extensions: z.array(z.strictObject({ limit, reason: text(400), printed: text(400), confidence })).default([]),
    /** Within what time an asked agency gives its opinion and what its silence means; without it the province's own setting holds. */
    opinions: z.strictObject({ limit, silence, printed: text(400), confidence }).optional(),
    /** How long a closed dossier is kept, in months, and the rule that says so; without it the province's own setting holds. */
    retention: z.strictObject({ months: z.int().min(1).max(1200), basis: text(300) }).optional(),
    immediate: z.boolean(),
    channels: z.array(channel).min(1),
    returnBy: z.array(channel).min(1),
    validFrom: day,
    validTo: day.optional(),
    source: z.url(),
    unconfirmed: z.array(z.strictObject({ part: text(60), note: text(400) })).default([]),
    /** Other words for what the procedure says of its papers, results and fees: in English. */
    words: z.record(z.string(), z.strictObject({ en: text(800) })).optional(),
  })
  .refine((one) => one.onlineLevel !== 'partial' || one.onlineReason !== undefined, {
    path: ['onlineReason'],
    message: 'a partial online service says why it is partial',
  })
  .refine((one) => (one.onlineLevel === 'none') === !one.channels.includes('online'), {
    path: ['channels'],
    message: 'the channel `online` and the online level contradict each other',
  })
  // Whoever wants to come in person may: 90/2016/QĐ-UBND Điều 18.2.
  .refine((one) => one.channels.includes('counter'), {
    path: ['channels'],
    message: 'no procedure shuts the counter: `counter` is one of its channels',
  })

/** A procedure whole, as one version of it is kept: what it is, its form, its fees, its way through the house. */
export const definition = z.intersection(
  metadata,
  z.object({
    form: formDefinition,
    fees: feeTable,
    process: z.array(step).min(1),
    /** What the process draws beside the straight way; versions of before it could have none. */
    legs: z.array(leg).optional(),
    waits: z.array(wait).optional(),
    processDecision: text(100).optional(),
  }),
)

const issueDay = z.string().refine(isDay)

/** A check case: given this form, channel and instant of receipt, the fee, the papers still missing and the last day must be these. */
export const checkCase = z.strictObject({
  name: text(300),
  change: z.unknown().optional(),
  channel,
  receivedAt: z.iso.datetime({ offset: true }),
  papers: z.array(slug).optional(),
  fee: z.int().min(0).optional(),
  undecided: z.array(slug).optional(),
  missing: z.array(slug).optional(),
  valid: z.boolean().default(true),
  due: issueDay.optional(),
})

export type Metadata = z.infer<typeof metadata>
export type Component = z.infer<typeof component>
export type Limit = z.infer<typeof limit>
export type TimeLimit = z.infer<typeof timeLimit>
export type Definition = z.infer<typeof definition>
export type CheckCase = z.infer<typeof checkCase>
