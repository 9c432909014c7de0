/** What the log keeps of a fault. */
export type FaultLine = {
  /** The class of the fault; of the database also its SQLSTATE and where it was. */
  fault: string
  code?: string
  place?: string
  /** What the house itself said when it threw. */
  said?: string
  /** Where in the program. */
  stack?: string
}

type Thrown = Error & { code?: unknown; schema?: string; table?: string; column?: string; constraint?: string }

/**
 * A fault for the log, without a value: a database quotes in its messages what was sent to it, and so does whoever reads JSON. Only a plain fault, one the house throws
 * with words of its own, keeps its words, and of those nothing that stands between quotation marks.
 */
export function faultLine(thrown: unknown): FaultLine {
  if (!(thrown instanceof Error)) return { fault: typeof thrown }
  const { name, message, stack, code, schema, table, column, constraint, cause } = thrown as Thrown
  const place = [schema, table, column, constraint].filter(Boolean).join('.')
  const isOwn = Object.getPrototypeOf(thrown) === Error.prototype && code === undefined && cause === undefined
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return {
    fault: name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(place ? { place } : {}),
    ...(isOwn ? { said: withoutQuoted(message) } : {}),
    ...(frames?.length ? { stack: frames.join('\n') } : {}),
  }
}

const withoutQuoted = (text: string) => text.replace(/"[^"]*"?|'[^']*'?|“[^”]*”?|«[^»]*»?/g, '…').slice(0, 300)
