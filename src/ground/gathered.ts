import type { Sql } from './database.ts'
import { keepsNotes } from './notes.ts'

/** So many are answered by one statement. */
const most = 64

/** What each of them asked about, with its answer; nothing for what was not found. */
type Ask<Answer> = (db: Sql, about: readonly string[]) => Promise<ReadonlyMap<string, Answer>>
type Crowd<Answer> = {
  readonly waiting: Map<string, PromiseWithResolvers<Answer | undefined>>
  /** When the statement under way was sent. */
  sent: number | undefined
  isCalled: boolean
}

/**
 * Answers those who ask the same short question at once with one statement, which carries what each of them asks about: to wake the server
 * costs more than what it looks up. Who comes while a statement is under way is asked for by the next, never answered by one that went before;
 * one that is under way longer than `patience` (ms) is not waited for. Only for reading that waits for nobody, and where no value makes the statement fail.
 */
export function gathered<Answer>(ask: Ask<Answer>, patience = 1_000) {
  const crowds = new WeakMap<object, Crowd<Answer>>()
  return async (db: Sql, about: string): Promise<Answer | undefined> => {
    // An act has a connection of its own, and sees what only it has written.
    if (db.isTransaction || keepsNotes(db)) return (await ask(db, [about])).get(about)
    const { adapter } = db.getExecutor()
    const crowd = crowds.get(adapter) ?? { waiting: new Map(), sent: undefined, isCalled: false }
    crowds.set(adapter, crowd)
    const one = crowd.waiting.get(about) ?? Promise.withResolvers<Answer | undefined>()
    crowd.waiting.set(about, one)
    if (crowd.sent === undefined || performance.now() - crowd.sent >= patience)
      call(crowd, () => answer(crowd, db, ask))
    return one.promise
  }
}

/** Once everything was heard that this program had to listen to. */
function call(crowd: { isCalled: boolean }, work: () => Promise<void>): void {
  if (crowd.isCalled) return
  crowd.isCalled = true
  setImmediate(() => {
    crowd.isCalled = false
    void work()
  })
}

async function answer<Answer>(crowd: Crowd<Answer>, db: Sql, ask: Ask<Answer>): Promise<void> {
  const here = [...crowd.waiting].slice(0, most)
  for (const [about] of here) crowd.waiting.delete(about)
  const sent = performance.now()
  crowd.sent = sent
  try {
    const answers = await ask(
      db,
      here.map(([about]) => about),
    )
    for (const [about, one] of here) one.resolve(answers.get(about))
  } catch (fault) {
    for (const [, one] of here) one.reject(fault)
  }
  // A statement that nobody waited for any longer leaves the one after it alone.
  if (crowd.sent === sent) crowd.sent = undefined
  if (crowd.waiting.size > 0) call(crowd, () => answer(crowd, db, ask))
}
