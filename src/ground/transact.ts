import { CompiledQuery, PostgresDialect, Transaction } from 'kysely'
import type { DB } from '../../database/rows.ts'
import type { Database, Tx } from './database.ts'

/** What a transaction is built on besides its connection; nothing is ever asked of it. */
const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('a transaction has its own connection')) })
const driver = dialect.createDriver()

/**
 * Does the work in one transaction, in which statements need not wait for each other: those that are begun together travel together, in the
 * order in which they were begun, and `begin` goes with the first of them. A fault rolls back; so does a statement that failed although
 * nobody looked at its answer. Whatever the work begins must be over when it ends: a statement sent later is refused.
 */
export async function transact<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const executor = db.getExecutor()
  return executor.provideConnection(async (connection) => {
    const say = (words: string) => connection.executeQuery<{ command?: string }>(CompiledQuery.raw(words))
    let over = false
    const tx = new Transaction<DB>({
      config: { dialect },
      dialect,
      driver,
      executor: executor.withConnectionProvider({
        provideConnection: async (use) => {
          if (over) throw new Error('the transaction is over')
          return use(connection)
        },
      }),
    })
    const begun = say('begin')
    // Whoever waits for the first statement hears of it too: both travel on one line.
    begun.catch(() => undefined)
    try {
      const value = await work(tx)
      await begun
      over = true
      const { rows } = await say('commit')
      if (rows[0]?.command === 'ROLLBACK') throw new Error('a statement failed, and nothing of its transaction was kept')
      return value
    } catch (fault) {
      const hadEnded = over
      over = true
      if (!hadEnded) await say('rollback').catch(() => undefined)
      throw fault
    }
  })
}
