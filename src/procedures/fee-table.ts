import { z } from 'zod'
import { condition, confidence, day, pointer, slug, text } from './parts.ts'

const dong = z.int().min(0).max(100_000_000_000)

/** How much: a fixed sum; so much a unit in tiers, with a cap a copy; or what the provincial council decides (`shown` is what the announced procedure prints). */
export const amount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), each: dong }),
  z.strictObject({
    kind: z.literal('per-unit'),
    quantity: pointer,
    unit: text(40),
    tiers: z.array(z.strictObject({ upTo: z.int().min(1).optional(), each: dong })).min(1),
    capPerCopy: dong.optional(),
    copies: pointer.optional(),
    copyUnit: text(40).default('bản'),
  }),
  z.strictObject({ kind: z.literal('provincial'), shown: dong.optional() }),
])

/** `le-phi` is a levy on a State service, `phi` pays for a service. */
export const feeRule = z.strictObject({
  id: slug,
  name: text(200),
  kind: z.enum(['le-phi', 'phi']),
  when: condition.optional(),
  amount,
  legalBasis: text(200),
  confidence,
  note: text(400).optional(),
  validFrom: day,
  validTo: day.optional(),
})

export const exemption = z.strictObject({
  id: slug,
  rules: z.array(slug).min(1),
  when: condition,
  text: text(300),
  legalBasis: text(200),
})

/** All fee rules of a procedure. Tiers must rise and only the last may be open, so that every unit has exactly one price. */
export const feeTable = z
  .strictObject({
    rules: z.array(feeRule),
    exemptions: z.array(exemption).default([]),
    notes: z.array(text(600)).default([]),
  })
  .superRefine((table, context) => {
    const ids = new Set(table.rules.map((rule) => rule.id))
    if (ids.size !== table.rules.length)
      context.addIssue({ code: 'custom', path: ['rules'], message: 'two rules share an id' })
    table.rules.forEach((rule, at) => {
      if (rule.amount.kind === 'per-unit' && !areRising(rule.amount.tiers))
        context.addIssue({
          code: 'custom',
          path: ['rules', at, 'amount', 'tiers'],
          message: 'tiers must rise, the last one open',
        })
      if (rule.validTo && rule.validTo < rule.validFrom)
        context.addIssue({ code: 'custom', path: ['rules', at, 'validTo'], message: 'ends before it begins' })
    })
    table.exemptions.forEach((one, at) => {
      const unknown = one.rules.filter((id) => !ids.has(id))
      if (unknown.length > 0)
        context.addIssue({
          code: 'custom',
          path: ['exemptions', at, 'rules'],
          message: `no such rule: ${unknown.join(', ')}`,
        })
    })
  })

function areRising(tiers: { upTo?: number | undefined }[]): boolean {
  return tiers.every((tier, at) =>
    at === tiers.length - 1
      ? tier.upTo === undefined
      : tier.upTo !== undefined && tier.upTo > (tiers[at - 1]?.upTo ?? 0),
  )
}

export type FeeRule = z.infer<typeof feeRule>
export type FeeTable = z.infer<typeof feeTable>
