import { z } from 'zod'
import { write } from '../../audit/index.ts'
import { type Day, dayOf, isDay } from '../../ground/day.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import {
  approvalFor,
  type Decider,
  isKey,
  mayPropose,
  mayProposeSettings,
  presetIds,
  settings,
  type Subject,
} from '../law/index.ts'
import { insertDecision, policyFor } from '../store.ts'

const words = z.string().trim().min(1).max(300)

export const proposeSettingBody = z
  .strictObject({
    /** The new value; left out when the value is to be the preset's again (`clear`). */
    value: z.unknown().optional(),
    clear: z.literal(true).optional(),
    from: z
      .string()
      .refine((text) => isDay(text) && text < '2100', 'not a day (YYYY-MM-DD)')
      .transform((text) => text as Day),
    source: words,
    reason: words.optional(),
  })
  .refine((body) => body.clear || body.value !== undefined, { path: ['value'], message: 'neither a value nor clear' })

/** Who proposes types number and name of the paper; the text itself is attached nowhere, so it is known at second hand. */
const typedSource = 'second-hand'

export type SettingProposal = z.output<typeof proposeSettingBody>

/**
 * Proposes one value of the province, or its preset, from a day on. Where the policy in force demands an approval it waits for another person;
 * otherwise it is in force from its day. Refusals: `not-found` (no such setting), `not-permitted`, `setting-not-understood` with every place,
 * `setting-kept-elsewhere`, `setting-from-gone-by`.
 */
export async function proposeSetting(desk: Desk<Decider, never>, asked: string, body: SettingProposal) {
  const { sql, actor, now } = desk
  if (!mayProposeSettings(actor)) return refused('not-permitted')
  if (asked !== 'preset' && !isKey(asked)) return refused('not-found')
  const subject: Subject = asked
  const permitted = mayPropose(subject, body.from, dayOf(now))
  if (!permitted.ok) return permitted
  const value = body.clear ? { success: true as const, data: null } : readSetting(subject, body.value)
  if (!value.success || (body.clear && subject === 'preset')) {
    const issues = value.success ? [] : value.error.issues
    return refused('setting-not-understood', {
      errors: issues.map(({ path, message }) => ({ path: ['value', ...path].join('.'), message })),
    })
  }
  const demands = approvalFor(subject, await policyFor(sql, now))
  const { from, source, reason = null } = body
  const id = await insertDecision(sql, {
    ...{ subject, value: value.data, isCleared: Boolean(body.clear), from, source, reason, demands },
    ...{ proposedBy: actor.id, proposedAt: now, confidence: typedSource },
    ...(demands ? {} : { decidedBy: actor.id, decidedAt: now }),
  })
  const details = { decision: id, setting: subject, from, source, demands, cleared: Boolean(body.clear) }
  await write(sql, {
    stream: 'system',
    act: demands ? 'propose-setting' : 'change-setting',
    actor: actor.id,
    subject,
    details,
    occurredAt: now,
  })
  return done({ id, demands })
}

/** A value as its setting understands it. */
export function readSetting(subject: Subject, value: unknown) {
  return subject === 'preset' ? z.enum(presetIds).safeParse(value) : settings[subject].schema.safeParse(value)
}
