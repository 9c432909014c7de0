import { sql } from 'kysely'
import type { Sql } from './database.ts'
import { askedOnce } from './notes.ts'
import { written } from './written.ts'

/** What changes so seldom that it is read again only when its edition is another one. The database counts it up with every change. */
export type Edited = 'calendar' | 'policy'
export type Editions = Readonly<Record<Edited, number>>

const asking = written((_db, _values: object) => sql<{ editions: Editions }>`select ground.editions() as editions`)
const editions = askedOnce(async (db): Promise<Editions> => (await asking.first(db, {}))!.editions)

/** Asks ahead, so that the question goes with the others. */
export const askEditions = (db: Sql): void => void editions.of(db, '')

/** Another question of the act brought the editions along. */
export const noteEditions = (db: Sql, brought: Promise<Editions>): void => editions.note(db, '', brought)

/** Whoever changed something that has editions reads it anew in the same transaction. */
export const newEdition = (db: Sql): void => editions.changed(db, '')

/**
 * Keeps an answer for as long as its edition is the one in force; that is asked once an act. A number that was given to a change that did not
 * come to be is never given again.
 */
export function keptByEdition<Answer>(what: Edited, ask: (db: Sql) => Promise<Answer>) {
  const databases = new WeakMap<object, { edition: number; answer: Answer }>()
  return async (db: Sql): Promise<Answer> => {
    const edition = (await editions.of(db, ''))[what]
    const { adapter } = db.getExecutor()
    const kept = databases.get(adapter)
    if (kept?.edition === edition) return kept.answer
    const answer = await ask(db)
    databases.set(adapter, { edition, answer })
    return answer
  }
}

/** The editions carried from an act to the reading behind it, which sees the same. */
export function carryEditions(from: Sql, to: Sql): void {
  editions.carry(from, to)
}
