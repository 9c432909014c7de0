import type { FeeRule, FeeTable } from '../fee-table.ts'
import type { Confidence } from '../parts.ts'
import { holds } from './conditions.ts'
import type { Filing } from './conditions.ts'
import { valueAt } from './pointer.ts'

/** One sum due: what for, how much in đồng, how it came about in words, and the document that says so. */
export type FeeLine = {
  readonly rule: string
  readonly name: string
  readonly kind: FeeRule['kind']
  readonly amount: number
  readonly how: string
  readonly legalBasis: string
  readonly confidence: Confidence
}

/** `undecided` names the sums that the province has still to set; they are not in the total and the counter says how much. */
export type Fee = {
  readonly total: number
  readonly currency: 'VND'
  readonly lines: readonly FeeLine[]
  readonly undecided: readonly Pick<FeeLine, 'rule' | 'name' | 'kind' | 'legalBasis'>[]
}

type Asked = Filing & { readonly provincial?: Readonly<Record<string, number>> | undefined }

/**
 * What this filing costs on the day it is received, in whole đồng. `provincial` are the sums the provincial council set, by rule.
 * @law unconfirmed
 * @req S4-6b
 * @req S1-17.2g
 */
export function feeOf({ fees }: { readonly fees: FeeTable }, asked: Asked): Fee {
  const due = fees.rules.filter((rule) => isInForce(rule, asked) && holds(rule.when, asked))
  const sums = due.map((rule) => ({ rule, line: lineFor(fees, rule, asked) }))
  const lines = sums.flatMap(({ line }) => (line === null || line === 'undecided' ? [] : [line]))
  const undecided = sums.flatMap(({ rule: { id, name, kind, legalBasis }, line }) =>
    line === 'undecided' ? [{ rule: id, name, kind, legalBasis }] : [],
  )
  return { total: lines.reduce((sum, line) => sum + line.amount, 0), currency: 'VND', lines, undecided }
}

function isInForce(rule: FeeRule, { day }: Filing): boolean {
  return rule.validFrom <= day && (rule.validTo === undefined || day <= rule.validTo)
}

/** The line of a rule; null when nothing of it is asked for. */
function lineFor(fees: FeeTable, rule: FeeRule, asked: Asked): FeeLine | 'undecided' | null {
  const sum = sumOf(rule, asked)
  if (sum === null) return null
  const { id, name, kind, legalBasis, confidence } = rule
  const line = { rule: id, name, kind, legalBasis, confidence }

  const free = fees.exemptions.find((one) => one.rules.includes(id) && holds(one.when, asked))
  if (free) return { ...line, amount: 0, how: free.text, legalBasis: free.legalBasis }
  return sum === 'undecided' ? sum : { ...line, ...sum }
}

type Sum = { readonly amount: number; readonly how: string }

function sumOf({ id, amount }: FeeRule, { form, provincial }: Asked): Sum | 'undecided' | null {
  if (amount.kind === 'fixed') return { amount: amount.each, how: amount.each === 0 ? 'Miễn phí' : dong(amount.each) }
  if (amount.kind === 'per-unit') return perUnit(amount, form)
  const decided = provincial?.[id]
  if (decided !== undefined)
    return { amount: decided, how: `${dong(decided)}, theo nghị quyết của Hội đồng nhân dân tỉnh` }
  if (amount.shown === undefined) return 'undecided'
  return {
    amount: amount.shown,
    how: `${dong(amount.shown)}, mức đang công bố; Hội đồng nhân dân tỉnh quyết định mức cụ thể`,
  }
}

/** Tier by tier over the units of one copy, never above the cap a copy, times the copies. */
function perUnit(amount: Extract<FeeRule['amount'], { kind: 'per-unit' }>, form: unknown): Sum | null {
  const quantity = countAt(form, amount.quantity)
  const copies = amount.copies === undefined ? 1 : countAt(form, amount.copies)
  if (quantity === 0 || copies === 0) return null

  let below = 0
  const parts = amount.tiers.flatMap(({ upTo = Number.POSITIVE_INFINITY, each }) => {
    const units = Math.max(0, Math.min(quantity, upTo) - below)
    below = upTo
    return units === 0 ? [] : [{ units, each }]
  })
  const full = parts.reduce((sum, part) => sum + part.units * part.each, 0)
  const one = Math.min(full, amount.capPerCopy ?? full)
  const words = [
    parts.map((part) => `${part.units} ${amount.unit} × ${dong(part.each)}`).join(' + '),
    ...(one < full ? [`thu tối đa ${dong(one)} một ${amount.copyUnit}`] : []),
    ...(amount.copies === undefined ? [] : [`× ${copies} ${amount.copyUnit}`]),
  ]
  return { amount: one * copies, how: words.join(', ') }
}

function countAt(form: unknown, pointer: string): number {
  const value = valueAt(form, pointer)
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0
}

/** Money as it is written in Viet Nam: `8.000 đồng`. */
function dong(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, '.')} đồng`
}
