import type { Sql } from './database.ts'

/** Acts and answers that keep notes of what they asked. */
const noted = new WeakSet<Sql>()

/** From now on what is asked through this line is noted, until the line is given back. */
export function keepNotes(db: Sql): void {
  noted.add(db)
}

export const keepsNotes = (db: Sql): boolean => noted.has(db)

/**
 * A question that one act, or one answer, asks the database once, however many of its parts want to know: of what nobody else can change
 * meanwhile because the act holds its dossier. Whoever changes it in the same act says so. Where nobody keeps notes it is asked each time.
 */
export function askedOnce<Answer>(ask: (db: Sql, about: string) => Promise<Answer>) {
  const notes = new WeakMap<Sql, Map<string, Promise<Answer>>>()
  const note = (db: Sql, about: string, answer: Promise<Answer>): Promise<Answer> => {
    // Asked ahead and perhaps not wanted: its fault is heard by whoever wants the answer, and by the act itself.
    answer.catch(() => undefined)
    const own = notes.get(db) ?? new Map<string, Promise<Answer>>()
    notes.set(db, own.set(about, answer))
    return answer
  }
  return {
    of(db: Sql, about: string): Promise<Answer> {
      if (!noted.has(db)) return ask(db, about)
      return notes.get(db)?.get(about) ?? note(db, about, ask(db, about))
    },
    /** Another question brings the answer along. */
    note: (db: Sql, about: string, answer: Promise<Answer>): void => void note(db, about, answer),
    changed: (db: Sql, about: string): void => void notes.get(db)?.delete(about),
    /** What one line noted holds for the next one too. */
    carry: (from: Sql, to: Sql): void => {
      for (const [about, answer] of notes.get(from) ?? []) note(to, about, answer)
    },
  }
}
