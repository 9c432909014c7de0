import type { Writable } from 'node:stream'
import { sql } from 'kysely'
import type { ClientBase } from 'pg'

/** So many different statements are given names; one that is put together in ever new ways stays without. */
const most = 1000
const names = new Map<string, string>()

/** Begins a statement that must be planned for its values each time: a list whose best way depends on who asks for what. */
export const plannedAnew = sql.raw('/* planned anew */')

/**
 * Makes a connection read and plan each statement once and then only run it: that was half of what PostgreSQL did for an act. A pooler
 * in between has to keep prepared statements (PgBouncer 1.21 or newer, `max_prepared_statements`).
 */
export function prepareOnce(client: ClientBase): void {
  const send = client.query.bind(client) as (...args: unknown[]) => unknown
  gatherWrites((client as unknown as { connection: { stream: Writable } }).connection.stream)
  const query = (text: unknown, values?: unknown, ...rest: unknown[]) => {
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined
    return name ? send({ name, text, values }, ...rest) : send(text, values, ...rest)
  }
  client.query = query as typeof client.query
}

/**
 * What is said in one turn of this program goes to the server as one piece: each piece wakes it, which costs more than reading it, and the driver
 * writes four for each statement.
 */
function gatherWrites(stream: Writable): void {
  const write = stream.write.bind(stream) as (part: Uint8Array, ...rest: unknown[]) => boolean
  let parts: Uint8Array[] = []
  const flush = () => {
    if (parts.length > 0) write(parts.length === 1 ? parts[0]! : Buffer.concat(parts))
    parts = []
  }
  const gather = (part: Uint8Array, ...rest: unknown[]) => {
    if (rest.length > 0) {
      flush()
      return write(part, ...rest)
    }
    if (parts.push(part) === 1) process.nextTick(flush)
    return true
  }
  stream.write = gather as typeof stream.write
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= most || text.includes('/* planned anew */')) return known
  const name = `s${names.size + 1}`
  names.set(text, name)
  return name
}
