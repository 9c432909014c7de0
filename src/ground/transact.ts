import { CompiledQuery, type DatabaseConnection, Kysely, PostgresDialect, Transaction } from 'kysely'
import type { DB } from '../../database/rows.ts'
import type { Database, Sql, Tx } from './database.ts'

/** What stands behind one connection besides itself; nothing is ever asked of it. */
const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('it has a connection of its own')) })
const behind = { config: { dialect }, dialect, driver: dialect.createDriver() }

/**
 * Does the work in one transaction, in which statements need not wait for each other: those that are begun together travel together, in the
 * order in which they were begun, and `begin` goes with the first of them. A fault rolls back; so does a statement that failed although
 * nobody looked at its answer. Whatever the work begins must be over when it ends: a statement sent later is refused.
 */
export async function transact<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const executor = db.getExecutor()
  return executor.provideConnection(async (connection) => {
    const line = openLine(connection)
    const tx = new Transaction<DB>({ ...behind, executor: executor.withConnectionProvider(line) })
    const begun = say(connection, 'begin')
    // Whoever waits for the first statement hears of it too: both travel on one line.
    begun.catch(() => undefined)
    let value: T
    try {
      value = await work(tx)
      await begun
    } catch (fault) {
      line.close()
      await say(connection, 'rollback').catch(() => undefined)
      throw fault
    }
    line.close()
    const answer = await say(connection, 'commit')
    if (answer === 'ROLLBACK') throw new Error('a statement failed, and nothing of its transaction was kept')
    return value
  })
}

/** Asks several questions over one connection: those that are begun together travel together. Each sees what is committed when it is answered. */
export async function together<T>(db: Sql, ask: (sql: Sql) => Promise<T>): Promise<T> {
  if (db.isTransaction) return ask(db)
  const executor = db.getExecutor()
  return executor.provideConnection(async (connection) => {
    const line = openLine(connection)
    try {
      return await ask(new Kysely<DB>({ ...behind, executor: executor.withConnectionProvider(line) }))
    } finally {
      line.close()
    }
  })
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
