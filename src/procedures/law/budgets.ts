import { done, refused, type Result } from '../../ground/result.ts'
import type { TimeLimit } from '../definition.ts'
import type { Step } from '../plan.ts'

/** A working day as internal processes reckon it, in minutes. */
const workingDay = 480

/**
 * Whether the time of the steps makes up the time of the procedure: to the minute where the limit is counted in working time, not more than
 * a day where it is a same-day one; calendar days and months are no sum of working minutes. The last step, returning the result, stands
 * outside the clock. Refusals: `budgets-do-not-fit` with `planned` and `allowed` minutes and the `channel`, `return-inside-the-clock`.
 * @law 01/2018/TT-VPCP Điều 8; 88/2017/QĐ-UBND Điều 14.3; a day of 8 hours: quy trình nội bộ của các tỉnh
 * @req S1-14.3
 */
export function mayPlan(
  steps: readonly Pick<Step, 'budgetMinutes' | 'name'>[],
  timeLimits: readonly Pick<TimeLimit, 'limit' | 'channel' | 'condition'>[],
): Result<undefined, 'budgets-do-not-fit' | 'return-inside-the-clock'> {
  const last = steps.at(-1)
  if (last && steps.length > 1 && last.budgetMinutes !== null)
    return refused('return-inside-the-clock', { step: last.name })
  const planned = steps.reduce((sum, one) => sum + (one.budgetMinutes ?? 0), 0)
  for (const { limit, channel } of timeLimits.filter((one) => one.condition === undefined)) {
    const allowed = minutesOf(limit)
    if (allowed === null) continue
    const fits = limit.unit === 'same-day' ? planned <= allowed : planned === allowed
    if (!fits) return refused('budgets-do-not-fit', { planned, allowed, channel })
  }
  return done()
}

/** Working minutes of a limit; null for calendar days and months. */
function minutesOf({ value, unit }: TimeLimit['limit']): number | null {
  if (unit === 'same-day') return workingDay
  if (unit === 'working-days') return value * workingDay
  return unit === 'working-hours' ? value * 60 : null
}
