import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import { installQueue } from './postgres/queue.ts'
import { grantToApp } from './postgres/grants.ts'
import { withClient } from './postgres/roles.ts'

export type Migration = { readonly name: string; readonly text: string; readonly checksum: string }

/** `YYYYMMDDHHMM-<module>[-<what>].sql`: the name is the order. */
const naming = /^\d{12}-[a-z]+(-[a-z0-9]+)*\.sql$/

/**
 * Brings a database to the shape that this program expects, forward only: each file once, in order of name, each in a
 * transaction of its own, one program at a time. Throws when a file that was applied has changed or is gone, for then
 * nobody knows the shape any more. Afterwards the queue is installed and `motcua_app` may work but not alter.
 * Answers the names of the files applied now.
 */
export async function migrate(ownerUrl: string, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder)
  return withClient(ownerUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('motcua migrate'))`)
    await mustHaveExtensions(client, ['unaccent', 'pg_trgm'])
    const waiting = await notApplied(client, migrations)
    for (const migration of waiting) await apply(client, migration)
    const queueChanged = await installQueue(client, ownerUrl)
    if (waiting.length > 0 || queueChanged) await grantToApp(client)
    return waiting.map((migration) => migration.name)
  })
}

/** The files of the folder in order; throws on a name that does not say when, for which module and what. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  return names.map((name) => {
    if (!naming.test(name)) throw new Error(`a migration is called YYYYMMDDHHMM-<module>[-<what>].sql, not ${name}`)
    const text = readFileSync(join(folder, name), 'utf8')
    return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
  })
}

async function notApplied(client: Client, migrations: Migration[]): Promise<Migration[]> {
  const known = await client.query<{ there: boolean }>(`select to_regclass('ground.migration') is not null as there`)
  if (!known.rows[0]?.there) return migrations
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from ground.migration order by name',
  )
  for (const { name, checksum } of rows) {
    const file = migrations.find((migration) => migration.name === name)
    if (!file) throw new Error(`migration ${name} was applied to this database but its file is gone`)
    if (file.checksum !== checksum)
      throw new Error(`migration ${name} has changed since it was applied; write a new one instead`)
  }
  const applied = new Set(rows.map((row) => row.name))
  return migrations.filter((migration) => !applied.has(migration.name))
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.text)
    await client.query(`
      create schema if not exists ground;
      create table if not exists ground.migration (
        name text primary key,
        checksum text not null,
        applied_at timestamptz not null default now()
      )`)
    await client.query('insert into ground.migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback')
    throw new Error(`${migration.name}${lineOf(fault, migration.text)}: ${(fault as Error).message}`, { cause: fault })
  }
}

function lineOf(fault: unknown, text: string): string {
  const position = Number((fault as { position?: string }).position)
  return position > 0 ? `:${text.slice(0, position).split('\n').length}` : ''
}

async function mustHaveExtensions(client: Client, wanted: string[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select name from pg_available_extensions where name = any($1)',
    [wanted],
  )
  const missing = wanted.filter((name) => !rows.some((row) => row.name === name))
  if (missing.length > 0) {
    throw new Error(
      `this PostgreSQL lacks the extensions ${missing.join(', ')}; on Debian they come with the package postgresql-contrib`,
    )
  }
}
