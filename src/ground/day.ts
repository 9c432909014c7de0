/**
 * A calendar day in Viet Nam, `YYYY-MM-DD`. All legal arithmetic is done on days and on integer minutes at the fixed
 * offset +07:00 (no daylight saving since 1975), never on milliseconds of the server's own time zone.
 */
export type Day = string & { readonly __brand: 'Day' }

const minute = 60_000
const offset = 7 * 60 * minute
const dayLength = 24 * 60 * minute

/** Reads `YYYY-MM-DD`; throws on anything else, on 30 February too. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const midnight = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().slice(0, 10) === text
}

/** The day in Viet Nam at this instant. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + offset).toISOString().slice(0, 10) as Day
}

/** Minutes since midnight in Viet Nam, 0 … 1439; seconds are dropped. */
export function minuteOf(instant: Date): number {
  return Math.floor(((((instant.getTime() + offset) % dayLength) + dayLength) % dayLength) / minute)
}

/** `07:30` for minute 450 of a day. */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** The instant at this minute of this day in Viet Nam; minute 1440 is the next midnight. */
export function at(when: Day, minutes: number): Date {
  return new Date(Date.parse(`${when}T00:00:00Z`) - offset + minutes * minute)
}

export function addDays(when: Day, days: number): Day {
  return new Date(Date.parse(`${when}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10) as Day
}

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export function weekday(when: Day): number {
  return new Date(`${when}T00:00:00Z`).getUTCDay() || 7
}
