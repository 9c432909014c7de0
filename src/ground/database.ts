import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from '../../database/rows.ts'
import type { Log } from './log.ts'
import { prepareOnce } from './prepared.ts'

export type Database = Kysely<DB>
/** A transaction in which an act and all its consequences happen together or not at all. */
export type Tx = Transaction<DB>
/** What reading needs: the database itself, or a transaction that is already open. */
export type Sql = Kysely<DB>

// Counts and đồng come back as numbers; both stay far below 2^53. Days stay text: a day has no time zone.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint beyond 2^53: ${text}`)
  return value
})
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** Whoever waits ten seconds for a connection is told that the database is away: a server that hangs answers nobody. */
const patience = 10_000

export function openPool(url: string, size: number, log: Log, name = 'motcua'): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: name,
    connectionTimeoutMillis: patience,
    keepAlive: true,
    // A connection takes the next statement while the last one is still at work: see `transact`.
    pipeline: true,
  })
  pool.on('error', (fault) => pool.ending || log.warn({ fault: fault.message }, 'an idle database connection was lost'))
  // PostgreSQL may end a connection that is in use: then one request fails, not the house.
  pool.on('connect', (client) => {
    client.on(
      'error',
      (fault) => pool.ending || log.warn({ fault: fault.message }, 'a database connection in use was lost'),
    )
    prepareOnce(client)
  })
  return pool
}

export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}
