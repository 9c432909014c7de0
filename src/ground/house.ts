import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Database, Sql } from './database.ts'
import type { Desk } from './desk.ts'
import type { OnceKey } from './idempotency.ts'
import type { Log } from './log.ts'
import type { Result } from './result.ts'
import type { Vault } from './vault/index.ts'

/** What an act left behind: its value, or the trace of the same request done before. */
export type Outcome<T> = { repeated: false; value: T } | { repeated: true; resource: string; status: number }

/** Reads on the connection of an act, right behind its `commit`; whatever it finds counts only when the act was kept. */
export type Behind<T> = (sql: Sql, value: T) => Promise<void>

/** The open house, handed to every door: the database to read from, the vault, the time, and desks to act at. */
export type House = {
  readonly config: Config
  readonly log: Log
  readonly clock: Clock
  readonly db: Database
  readonly vault: Vault
  /** Runs one act in one transaction; a refusal leaves nothing behind but its entry in the audit. */
  atDesk<Actor extends { id: string } | null, T, Code extends string>(
    actor: Actor,
    act: (desk: Desk<Actor, never>) => Promise<Result<T, Code>>,
  ): Promise<Result<T, Code>>
  /** The same, done once however often the key arrives. */
  atDeskOnce<Actor extends { id: string } | null, T, Code extends string>(
    actor: Actor,
    once: OnceKey | undefined,
    act: (desk: Desk<Actor, never>) => Promise<Result<T, Code>>,
    leaves: (value: T) => { status: number; resource: string },
    behind?: Behind<T>,
  ): Promise<Result<Outcome<T>, Code | 'key-reused'>>
}
