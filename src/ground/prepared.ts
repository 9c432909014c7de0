import { sql } from 'kysely'
import type { ClientBase } from 'pg'
import { inPieces } from './pieces.ts'

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
  const piece = inPieces(client)
  const query = (text: unknown, values?: unknown, ...rest: unknown[]) => {
    const word = typeof values === 'function' ? undefined : wordOf(text)
    if (word) {
      piece[word]()
      return send({ name: text, text }, ...rest)
    }
    const isOne = typeof text === 'string' && Array.isArray(values) && (values.length > 0 || text.startsWith('select '))
    const name = isOne ? nameOf(text) : undefined
    return name ? send({ name, text, values }, ...rest) : send(text, values, ...rest)
  }
  client.query = query as typeof client.query
}

const wordOf = (text: unknown) =>
  text === 'begin' ? 'begins' : text === 'commit' ? 'commits' : text === 'rollback' ? 'rollsBack' : undefined

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= most || text.includes('/* planned anew */')) return known
  const name = `s${names.size + 1}`
  names.set(text, name)
  return name
}
