import { addDays, day } from '../../ground/day.ts'
import type { Day } from '../../ground/day.ts'
import type { Channel, Condition } from '../parts.ts'
import { isOneOf, valueAt } from './pointer.ts'

/** What a rule may look at: the answers, the way the dossier comes in, and the day it is received. */
export type Filing = { readonly form: unknown; readonly channel: Channel; readonly day: Day }

/**
 * Whether everything the condition names is so; a missing answer never equals anything.
 * @law unconfirmed
 * @req S3A-10.1c
 */
export function holds(
  condition: Condition | undefined,
  filing: Omit<Filing, 'day'> & { readonly day?: Day | undefined },
): boolean {
  if (!condition) return true
  if (condition.channel && !condition.channel.includes(filing.channel)) return false
  if (condition.field && !isOneOf(valueAt(filing.form, condition.field), condition.equals)) return false
  if (condition.daysSince) return hasElapsed(condition.daysSince, filing.form, filing.day)
  return true
}

/**
 * Calendar days counted from the day after the event. An incomplete date is read in the applicant's favour, as the last day
 * it can mean; without a date nothing is late.
 */
function hasElapsed(span: NonNullable<Condition['daysSince']>, form: unknown, today: Day | undefined): boolean {
  if (!today) return false
  const since = lastDayOf(valueAt(form, span.field))
  if (!since) return span.atMost !== undefined
  if (span.moreThan !== undefined) return addDays(since, span.moreThan) < today
  return addDays(since, span.atMost ?? 0) >= today
}

/**
 * The last day a date `YYYY[-MM[-DD]]` can mean; null when it is no date.
 * @law unconfirmed
 * @req S4-6b
 */
export function lastDayOf(text: unknown): Day | null {
  if (typeof text !== 'string') return null
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!match) return null
  const [, year, month = '12'] = match
  try {
    if (match[3]) return day(text)
    const next =
      month === '12'
        ? `${String(Number(year) + 1).padStart(4, '0')}-01-01`
        : `${year}-${String(Number(month) + 1).padStart(2, '0')}-01`
    return addDays(day(next), -1)
  } catch {
    return null
  }
}
