import type { Sql, Tx } from './database.ts'
import type { Result } from './result.ts'
import type { Sent } from './written.ts'
import type { Vault } from './vault/index.ts'

/**
 * Where an act is done: one open transaction, who acts, the instant, the vault for what must not be read in the
 * database, and the bell. Everything an act changes goes through `sql` and commits together.
 */
export type Desk<Actor, Fact = unknown> = {
  readonly sql: Tx
  readonly actor: Actor
  readonly now: Date
  readonly vault: Vault
  /** Where the house stands on the web: the beginning of every printed address. */
  readonly url: string
  /**
   * Hands over what the act need not wait for: writing, mostly. Statements so begun go to the database together, in their order, and before
   * those begun later; the act ends only when all of it was taken, and a fault in it is a fault of the act. Behind what is `Sent` goes `commit` at once;
   * other work may begin more, and is waited for first.
   */
  alongside(work: Sent | Promise<unknown>): void
  /** Says what happened; `main/reactions.ts` knows who cares, now or later. */
  announce(fact: Fact): Promise<void>
  /**
   * What takes long or must be counted whatever becomes of the act, such as opening a key with a PIN: the transaction is given up, the work is
   * done without one, and the act begins anew and finds the answer here. `name` tells it from other such work of the act.
   */
  outside<T>(name: string, work: (db: Sql) => Promise<T>): Promise<T>
  /** What must be written although the act is refused and rolled back, such as one more wrong PIN. */
  afterRefusal(write: (db: Sql) => Promise<void>): void
  /** An act that is done, at a desk of its own, because this one is refused: what was found is written down by the act that is for it. */
  instead(act: (desk: Desk<Actor, Fact>) => Promise<Result<unknown, string>>): void
}
