import { z } from 'zod'

import { isDay } from '../../ground/day.ts'
import type { Day } from '../../ground/day.ts'
import type { Result } from '../../ground/result.ts'
import { done, refused } from '../../ground/result.ts'
import type { Override, ProvincePolicy } from './policy-on.ts'
import { confidences, presetIds } from './preset.ts'
import { isKey, settings } from './settings.ts'

const aDay = z
  .string()
  .refine(isDay, 'not a day (YYYY-MM-DD)')
  .transform((text) => text as Day)

const override = z
  .strictObject({
    key: z.string().refine(isKey, 'no such setting'),
    value: z.unknown(),
    source: z.string().trim().min(1, 'the legal basis is missing'),
    confidence: z.enum(confidences).default('read'),
    from: aDay,
    until: aDay.optional(),
  })
  .transform((one, context): Override => {
    const value = settings[one.key as Override['key']].schema.safeParse(one.value)
    for (const { path, message } of value.error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: ['value', ...path], message })
    }
    if (one.until && one.until <= one.from)
      context.addIssue({ code: 'custom', path: ['until'], message: 'ends before it begins' })
    return { ...one, value: value.data } as Override
  })

const provincePolicy = z.strictObject({ preset: z.enum(presetIds), overrides: z.array(override) })

/** Why a province's file was not understood: where in it, and what is wrong there. */
export type PolicyProblem = { readonly path: string; readonly message: string }

/**
 * Reads `policy.json` of a province: `{preset, overrides: [{key, value, source, from, until?, confidence?}]}`. Refused
 * (`policy-not-understood`) with every problem when a setting is unknown, a value has not its shape or a basis is missing.
 * @law 04/2024/QĐ-UBND Điều 1.2
 * @req S2-1.2
 */
export function readProvincePolicy(json: unknown): Result<ProvincePolicy, 'policy-not-understood'> {
  const read = provincePolicy.safeParse(json)
  if (read.success) return done(read.data)
  const problems: PolicyProblem[] = read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  return refused('policy-not-understood', { problems })
}
