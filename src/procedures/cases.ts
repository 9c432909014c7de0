import { dueAt } from '../calendar/law/index.ts'
import type { Calendar } from '../calendar/law/index.ts'
import { dayOf } from '../ground/day.ts'
import type { CheckCase, Definition, TimeLimit } from './definition.ts'
import { validateForm } from './form.ts'
import { feeOf, missingComponents } from './law/index.ts'
import type { Channel } from './parts.ts'

/** The limit that holds for a channel: its own before the one for any. Throws when the procedure states none. */
export function limitFor({ timeLimits }: { readonly timeLimits: readonly TimeLimit[] }, channel: Channel): TimeLimit {
  const usual = timeLimits.filter((one) => one.condition === undefined)
  const found = usual.find((one) => one.channel === channel) ?? usual.find((one) => one.channel === 'any')
  if (!found) throw new Error(`no time limit for the channel ${channel}`)
  return found
}

/** What a check case promises and what the rules say, side by side; equal means the case holds. */
export function runCase(definition: Definition, one: CheckCase, calendar: Calendar) {
  const form = merged(definition.form.example, one.change)
  const received = new Date(one.receivedAt)
  const day = dayOf(received)
  const fee = feeOf(definition, { form, channel: one.channel, day })
  const papers = (one.papers ?? []).map((component) => ({ component }))
  const actual = {
    valid: validateForm(definition.form, form, { today: day }).ok,
    fee: fee.total,
    undecided: fee.undecided.map((line) => line.rule),
    missing: missingComponents(definition, { form, channel: one.channel }, papers).map((paper) => paper.id),
    due: String(dayOf(dueAt(calendar, received, limitFor(definition, one.channel).limit))),
  }
  const { valid, fee: promisedFee = actual.fee, undecided = [], missing = actual.missing, due = actual.due } = one
  return { expected: { valid, fee: promisedFee, undecided, missing, due }, actual }
}

/** A JSON merge patch (RFC 7396): null takes an answer away. */
export function merged(value: unknown, change: unknown): unknown {
  if (typeof change !== 'object' || change === null || Array.isArray(change))
    return change === undefined ? value : change
  const base = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  const result: Record<string, unknown> = { ...base }
  for (const [name, inner] of Object.entries(change)) {
    if (inner === null) delete result[name]
    else result[name] = merged(base[name], inner)
  }
  return result
}
