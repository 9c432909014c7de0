import type { z } from 'zod'

/** Where a list goes on, as one word in an address. */
export function writeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** A cursor nobody can read is as good as none: the list begins at its start. */
export function readCursor<Schema extends z.ZodType>(
  schema: Schema,
  text: string | undefined,
): z.output<Schema> | undefined {
  if (!text || text.length > 400) return undefined
  try {
    const read = schema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

/** An address with these questions in it; what is empty is left out. */
export function addressWith(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const asked = Object.entries(query).filter((one): one is [string, string] => Boolean(one[1]))
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked)}`
}
