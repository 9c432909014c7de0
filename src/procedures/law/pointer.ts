/**
 * The answer at a JSON pointer (RFC 6901); undefined where there is none. Only own properties are found.
 * @law unconfirmed
 * @req S3A-10.1c
 */
export function valueAt(value: unknown, pointer: string): unknown {
  let here = value
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined
    here = (here as Record<string, unknown>)[name]
  }
  return here
}

/**
 * Whether an answer is the one wanted, or one of those wanted; a missing answer never is.
 * @law unconfirmed
 * @req S3A-10.1c
 */
export function isOneOf(answer: unknown, wanted: unknown): boolean {
  return Array.isArray(wanted) ? wanted.includes(answer) : answer !== undefined && answer === wanted
}
