import type { Sql } from './database.ts'

/** So many answers are kept of one question. */
const most = 1000

type Kept = { value: unknown; until: number }

/**
 * Asks the database at most once in so many seconds for what changes with a reorganisation, not with the day: units, names of
 * procedures. Whoever changes it in this process calls `forget`; other processes see it when the seconds are over. Nothing found is not
 * kept. Never for who may do what, for anything of a dossier, nor for the calendar: a date promised by an old one would stand.
 */
export function remembered<Answer>(seconds: number, ask: (db: Sql, about: string) => Promise<Answer | undefined>) {
  const databases = new WeakMap<object, Map<string, Kept>>()
  return {
    async of(db: Sql, about: string): Promise<Answer | undefined> {
      const kept = keptFor(databases, db)
      const before = kept.get(about)
      if (before && before.until > performance.now()) return before.value as Answer
      const value = await ask(db, about)
      if (kept.size >= most) kept.clear()
      if (value !== undefined) kept.set(about, { value, until: performance.now() + seconds * 1000 })
      return value
    },
    forget: (db: Sql) => keptFor(databases, db).clear(),
  }
}

/** A transaction shares its adapter, and so what is kept, with the database it runs on. */
function keptFor(databases: WeakMap<object, Map<string, Kept>>, db: Sql): Map<string, Kept> {
  const { adapter } = db.getExecutor()
  const kept = databases.get(adapter) ?? new Map<string, Kept>()
  databases.set(adapter, kept)
  return kept
}
