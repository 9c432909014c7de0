import { z } from 'zod'
import { limitUnits } from '../calendar/law/index.ts'
import { duties } from '../organisations/law/index.ts'
import { slug, text } from './parts.ts'

/** One stage of work as the process file draws it; `budgetMinutes` are working minutes, null where the clock no longer runs. */
export const step = z.strictObject({
  id: z.string().min(1).max(80),
  name: text(200),
  role: slug,
  budgetMinutes: z.int().min(1).nullable(),
  outsideClock: z.boolean(),
  /** Done on paper or face to face; a step that does not say so is electronic. */
  onPaper: z.literal(true).optional(),
  /** The agency whose stretch of a process across levels it is; without it the agency that began. */
  duty: z.enum(duties).optional(),
})

/**
 * The leg of another agency, at the same time as the lead's own work: who by its field, what, in how many working minutes, and whose
 * results it needs first.
 */
export const leg = z.strictObject({
  id: z.string().min(1).max(80),
  name: text(200),
  duty: z.enum(duties),
  budgetMinutes: z.int().min(1),
  needs: z.array(z.string().min(1).max(80)).max(10),
})

/** What somebody's silence means when the time is over: that they agree, or that they have not answered. */
export const silence = z.enum(['agreed', 'unanswered'])

/** Where the process waits for the applicant, how long at the most, and what silence means. */
export const wait = z.strictObject({
  id: z.string().min(1).max(80),
  name: text(200),
  limit: z.strictObject({ value: z.int().min(1).max(400), unit: z.enum(limitUnits) }),
  silence,
})

export type Step = z.infer<typeof step>
export type Leg = z.infer<typeof leg>
export type Silence = z.infer<typeof silence>
export type Wait = z.infer<typeof wait>

/** A process as it was drawn: the walk of the lead, the legs of others beside it, the waits, and the decision that issued it. */
export type Process = {
  readonly steps: readonly Step[]
  readonly legs: readonly Leg[]
  readonly waits: readonly Wait[]
  readonly decision?: string | undefined
}
