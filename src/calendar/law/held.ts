import type { Calendar } from './calendar.ts'
import { workingMinutesBetween } from './minutes.ts'

/** A stretch in which one person or unit had the dossier; open while they still have it. */
export type Holding<Holder> = { readonly holder: Holder; readonly from: Date; readonly until?: Date }

/**
 * Working minutes each holder had the dossier until now, all stretches added; they sum to the time of the dossier.
 * @law unconfirmed (đánh giá cán bộ theo thời gian giữ hồ sơ)
 * @req S3A-3.2
 */
export function timeHeld<Holder>(
  calendar: Calendar,
  holdings: readonly Holding<Holder>[],
  now: Date,
): Map<Holder, number> {
  const held = new Map<Holder, number>()
  for (const { holder, from, until } of holdings) {
    const minutes = Math.max(0, workingMinutesBetween(calendar, from, until ?? now))
    held.set(holder, (held.get(holder) ?? 0) + minutes)
  }
  return held
}
