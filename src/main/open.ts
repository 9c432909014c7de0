import { join } from 'node:path'
import { openClock } from '../ground/clock.ts'
import type { Config } from '../ground/config.ts'
import { openDatabase, openPool } from '../ground/database.ts'
import { lastRecorded } from '../audit/index.ts'
import type { House } from '../ground/house.ts'
import { type Log, openLog } from '../ground/log.ts'
import { migrate } from '../ground/migrate.ts'
import { openPostgres } from '../ground/postgres/open.ts'
import { diskStore, openKeyring, openVault } from '../ground/vault/index.ts'
import { openDesks } from './desk.ts'
import { makePrivate } from './data-folder.ts'
import { keysMustFit } from './keys-fit.ts'

export const root = join(import.meta.dirname, '../..')

export type OpenHouse = House & { appUrl: string; keep(): void; close(): Promise<void> }

/** Opens the house: database up and migrated, vault open, clock running. Nothing is served yet. */
export async function openHouse(config: Config, { connections = 16 } = {}): Promise<OpenHouse> {
  const log = openLog(config.logLevel)
  if (!makePrivate(config.data))
    log.warn({ folder: config.data }, 'others on this machine may look into the data folder')
  const postgres = await openPostgres({
    databaseUrl: config.databaseUrl,
    databaseAdminUrl: config.databaseAdminUrl,
    dataDir: join(config.data, 'postgres'),
    log: (line) => log.debug({ postgres: line }, 'database'),
    complain: (line) => log.warn({ postgres: line }, 'database'),
  })
  try {
    await keysMustFit(postgres.ownerUrl, config.keyFile, config.masterKey)
    const applied = await migrate(postgres.ownerUrl, join(root, 'database/migrations'))
    if (applied.length > 0) log.info({ applied: applied.length }, 'the database was brought up to date')
    return await openAround(config, postgres.appUrl, log, postgres, connections)
  } catch (fault) {
    await postgres.stop()
    throw fault
  }
}

/** The house around a database that is already there and migrated: what tests use. */
export async function openAround(
  config: Config,
  appUrl: string,
  log: Log = openLog(config.logLevel),
  server: { keep(): void; stop(): Promise<void> } = { keep: () => {}, stop: async () => {} },
  connections = 16,
): Promise<OpenHouse> {
  const pool = openPool(appUrl, connections, log)
  const db = openDatabase(pool)
  const keyring = await openKeyring(config.keyFile, config.masterKey)
  const vault = openVault({ keyring, store: diskStore(join(config.data, 'files')) })
  const clock = openClock(config.now, await lastRecorded(db))
  return {
    config,
    log,
    clock,
    db,
    vault,
    appUrl,
    keep: server.keep,
    ...openDesks({ db, vault, url: config.url, now: () => clock.now() }),
    close: async () => {
      await db.destroy()
      await server.stop()
    },
  }
}
