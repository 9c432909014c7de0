import type { Sql, Tx } from './database.ts'
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
  /** Says what happened; `main/reactions.ts` knows who cares, now or later. */
  announce(fact: Fact): Promise<void>
  /** What must be written although the act is refused and rolled back, such as one more wrong PIN. */
  afterRefusal(write: (db: Sql) => Promise<void>): void
}
