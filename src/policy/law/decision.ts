import type { Day } from '../../ground/day.ts'
import type { Approval } from './approval.ts'
import type { Choice, ProvincePolicy } from './policy-on.ts'
import type { Confidence, PresetId } from './preset.ts'
import type { Key } from './settings.ts'

/** What can be decided: the preset on which the province stands, or one value over it. */
export type Subject = Key | 'preset'

/** A choice of the province as it was proposed and decided. `isApproved` is null while it waits for another person. */
export type Decision = {
  readonly id: string
  readonly subject: Subject
  readonly value: unknown
  /** The value is no longer the province's own: its preset speaks again. */
  readonly isCleared: boolean
  readonly from: Day
  readonly until: Day | null
  readonly source: string
  readonly confidence: Confidence
  readonly reason: string | null
  readonly demands: Approval | null
  readonly proposedBy: string | null
  readonly proposedAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly isApproved: boolean | null
  readonly reference: string | null
}

/**
 * What the province had chosen for a day, as it was known at an instant: what is decided afterwards, even for an earlier day, changes nothing
 * for what came in before. The first preset ever chosen holds from the beginning.
 * @law 88/2017/QĐ-UBND, Điều 2 của Quyết định
 * @req S0-QD.2, S1-QD.2
 */
export function choicesAt(decisions: readonly Decision[], at: Date, day: Day): ProvincePolicy {
  const approved = decisions
    .filter(({ isApproved }) => isApproved)
    .toSorted((a, b) => compare(a.from, b.from) || a.decidedAt!.getTime() - b.decidedAt!.getTime())
  const known = approved.filter(({ from, decidedAt }) => from <= day && decidedAt! <= at)
  const presets = known.filter(({ subject }) => subject === 'preset')
  const preset = presets.at(-1) ?? approved.find(({ subject }) => subject === 'preset')
  const overrides = known
    .filter(({ subject }) => subject !== 'preset')
    .map(({ subject: key, value, isCleared, from, until, source, confidence }) =>
      isCleared ? { key, isCleared, from } : { key, value, source, confidence, from, until: until ?? undefined },
    )
  return { preset: (preset?.value ?? 'national-2026') as PresetId, overrides: overrides as Choice[] }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
