/** Where the time comes from. The law never reads it: it gets an instant as an argument. */
export type Clock = { now(): Date }

/** The machine's clock, or one that ticks from a chosen start (`MOTCUA_NOW`, ISO 8601) for training and tests. */
export function openClock(start?: string): Clock {
  if (!start) return { now: () => new Date() }
  const begin = Date.parse(start)
  if (Number.isNaN(begin)) throw new Error(`MOTCUA_NOW is not an ISO 8601 instant: ${start}`)
  const opened = performance.now()
  return { now: () => new Date(begin + Math.floor(performance.now() - opened)) }
}
