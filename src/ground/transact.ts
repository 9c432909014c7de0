import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  type QueryExecutor,
  Transaction,
} from 'kysely'
import type { DB } from '../../database/rows.ts'
import type { Database, Sql, Tx } from './database.ts'
import { carryEditions } from './editions.ts'
import { keepNotes } from './notes.ts'

/** What stands behind one connection besides itself; nothing is ever asked of it. */
const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('it has a connection of its own')) })
const beside = { config: { dialect }, dialect, driver: dialect.createDriver() }

/** What goes along with `commit`. */
type Last<T> = {
  /** Statements on their way that begin no others: `commit` is sent right behind them. */
  readonly sent?: readonly Promise<unknown>[]
  /** Asked right behind `commit`, and so sees what it kept; its answer counts only when all was kept. */
  readonly behind?: ((sql: Sql, value: T) => Promise<void>) | undefined
}

/**
 * Does the work in one transaction, in which statements need not wait for each other: those that are begun together travel together, in the
 * order in which they were begun, and `begin` goes with the first of them. A fault rolls back; so does a statement that failed although
 * nobody looked at its answer, for PostgreSQL answers the `commit` behind it with `ROLLBACK`, or passes over it. What the work begins must be over when it ends,
 * or handed over as sent: a statement that comes later is refused.
 */
export async function transact<T>(
  db: Database,
  work: (tx: Tx) => Promise<T>,
  { sent = [], behind }: Last<T> = {},
): Promise<T> {
  const executor = db.getExecutor()
  return executor.provideConnection(async (connection) => {
    const line = openLine(connection)
    const tx = new Transaction<DB>({ ...beside, executor: executor.withConnectionProvider(line) })
    keepNotes(tx)
    const begun = say(connection, 'begin')
    // Whoever waits for the first statement hears of it too: both travel on one line.
    begun.catch(() => undefined)
    let value: T
    try {
      value = await work(tx)
      line.close()
      await heardHere(sent)
    } catch (fault) {
      line.close()
      await say(connection, 'rollback').catch(() => undefined)
      throw fault
    }
    const committed = say(connection, 'commit')
    const reading = behind && ask(connection, executor, (sql) => (carryEditions(tx, sql), behind(sql, value)))
    const kept = keptBy(committed, [begun, ...sent])
    // The connection is given back when everything on it was answered, whatever the answers are.
    const [, committing] = await Promise.allSettled([kept, committed, reading])
    // A fault of a statement that travelled with `commit` took it along.
    if (committing.status === 'rejected') await say(connection, 'rollback').catch(() => undefined)
    await kept
    await reading
    return value
  })
}

/** A statement that failed here, before the server saw it, breaks no transaction of the server's: then `commit` is not said. */
async function heardHere(sent: readonly Promise<unknown>[]): Promise<void> {
  const faults: unknown[] = []
  for (const one of sent) one.catch((fault: unknown) => faults.push(fault))
  await undefined
  if (faults.length > 0) throw faults[0]
}

/** Whether all was kept: a fault of a statement is told before what it made of `commit`. */
async function keptBy(committed: Promise<string | undefined>, statements: readonly Promise<unknown>[]): Promise<void> {
  await Promise.all(statements)
  if ((await committed) === 'ROLLBACK') throw new Error('a statement failed, and nothing of its transaction was kept')
}

/** Asks several questions over one connection: those that are begun together travel together. Each sees what is committed when it is answered. */
export async function together<T>(db: Sql, work: (sql: Sql) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db)
  const executor = db.getExecutor()
  return executor.provideConnection((connection) => ask(connection, executor, work))
}

async function ask<T>(
  connection: DatabaseConnection,
  executor: QueryExecutor,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  const line = openLine(connection)
  const sql = new Kysely<DB>({ ...beside, executor: executor.withConnectionProvider(line) })
  keepNotes(sql)
  try {
    return await work(sql)
  } finally {
    line.close()
  }
}

/** One connection for many statements at once, until it is given back. */
function openLine(connection: DatabaseConnection) {
  let open = true
  return {
    provideConnection: async <T>(use: (connection: DatabaseConnection) => Promise<T>): Promise<T> => {
      if (!open) throw new Error('this came too late: its connection was given back')
      return use(connection)
    },
    close: () => {
      open = false
    },
  }
}

async function say(connection: DatabaseConnection, words: string): Promise<string | undefined> {
  const { rows } = await connection.executeQuery<{ command?: string }>(CompiledQuery.raw(words))
  return rows[0]?.command
}
