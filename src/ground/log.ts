import { type DestinationStream, pino, type Logger } from 'pino'

export type Log = Logger

/** One JSON line an event. Only what is passed on purpose is written: never a body, a name, a number, a query string. */
export function openLog(level: string, into?: DestinationStream): Log {
  const rules = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime }
  return into ? pino(rules, into) : pino(rules)
}
