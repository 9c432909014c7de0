import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from 'pg'
import { migrate, readMigrations } from '../migrate.ts'
import { withClient } from '../postgres/roles.ts'
import { startPostgres } from '../postgres/start.ts'
import { clone, dropOthers, ifMissing, lockOf, makeOnce, noteOf } from './template.ts'

export type TestDatabase = {
  readonly ownerUrl: string
  readonly appUrl: string
  /** Removes the database, cutting off whoever is still connected. */
  drop(): Promise<void>
}

const root = join(import.meta.dirname, '../../..')
const migrations = join(root, 'database/migrations')

/**
 * A fresh database with every migration applied, for one test or one file of tests. It is a clone of a template that is
 * made once for each state of the migrations, on one server that all test programs of this checkout share; the server
 * starts with the first and ends by itself half a minute after the last. `MOTCUA_TEST_DATABASE` names another server
 * to use instead (a role that may create databases and roles).
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await serverOfThisProcess()
  const name = newName()
  await withClient(server.ownerUrl, (client) => cloneMigrated(client, server, name))
  return at(server, name)
}

/**
 * As `testDatabase`, with what `lay` lays into it already there: done once for each `state` (letters and digits that change whenever what
 * is laid may change), copied ever after. What `lay` answers is the note that comes along with every copy. `what` is its name, in letters.
 */
export async function laidDatabase(
  what: string,
  state: string,
  lay: (database: TestDatabase) => Promise<string>,
): Promise<TestDatabase & { note: string }> {
  const server = await serverOfThisProcess()
  const template = `laid_${what}_${state}`
  const name = newName()
  const note = await withClient(server.ownerUrl, (client) => {
    const take = async () => {
      await client.query(`select pg_advisory_lock_shared(${lockOf(template)})`)
      await clone(client, name, template)
      return noteOf(client, template)
    }
    return take().catch(
      ifMissing(async () => {
        await client.query(`select pg_advisory_unlock_shared(${lockOf(template)})`)
        await makeLaid(client, server, template, lay)
        return take()
      }),
    )
  })
  return { ...at(server, name), note }
}

/** An empty database, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const server = await serverOfThisProcess()
  const name = newName()
  await withClient(server.ownerUrl, (client) => client.query(`create database ${name}`))
  return at(server, name)
}

const newName = () => `test_${process.pid}_${randomBytes(4).toString('hex')}`

function at(server: Server, name: string): TestDatabase {
  return {
    ownerUrl: inDatabase(server.ownerUrl, name),
    appUrl: inDatabase(server.appUrl, name),
    drop: () => drop(server.ownerUrl, name),
  }
}

async function cloneMigrated(client: Client, server: Server, name: string): Promise<void> {
  const template = `template_${stateOfMigrations()}`
  await clone(client, name, template).catch(
    ifMissing(async () => {
      await makeMigrated(client, server, template)
      return clone(client, name, template)
    }),
  )
}

/** Waits for a housekeeping process of the server's own, which nobody but the server may cut off. */
async function drop(ownerUrl: string, name: string): Promise<void> {
  for (let left = 50; ; left -= 1) {
    try {
      await withClient(ownerUrl, (client) => client.query(`drop database if exists ${name} with (force)`))
      return
    } catch (fault) {
      if ((fault as { code?: string }).code !== '42501' || left === 0) throw fault
      await pause(100)
    }
  }
}

/** `own`: made for these tests, and nobody else's. */
type Server = { ownerUrl: string; appUrl: string; own: boolean }
let server: Promise<Server> | undefined

function serverOfThisProcess(): Promise<Server> {
  const given = process.env['MOTCUA_TEST_DATABASE']
  return (server ??= given ? prepared(given) : embedded())
}

async function embedded(): Promise<Server> {
  const checkout = createHash('sha256').update(root).digest('hex').slice(0, 8)
  const dataDir = join(tmpdir(), `motcua-test-${process.getuid?.()}-${checkout}`)
  const started = await startPostgres({ dataDir, volatile: true, idleSeconds: 30 })
  if (started.startedHere) await withClient(started.ownerUrl, sweep)
  return { ...started, own: true }
}

/** Some other server: the working role gets a password that is good for tests only. */
async function prepared(ownerUrl: string): Promise<Server> {
  await withClient(ownerUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('motcua test roles'))`)
    const known = await client.query(`select from pg_roles where rolname = 'motcua_app'`)
    await client.query(`${known.rowCount === 0 ? 'create' : 'alter'} role motcua_app login password 'motcua_app'`)
  })
  const app = new URL(ownerUrl)
  app.username = app.password = 'motcua_app'
  return { ownerUrl, appUrl: app.href, own: false }
}

async function makeMigrated(client: Client, server: Server, template: string): Promise<void> {
  const name = newName()
  await makeOnce(client, { template, name }, async () => {
    await client.query(`create database ${name}`)
    await migrate(inDatabase(server.ownerUrl, name), migrations)
    await withClient(inDatabase(server.ownerUrl, name), (inside) => inside.query('vacuum analyze'))
  })
}

/** The note is the template's comment: it comes and goes with it, and no copy has it. */
async function makeLaid(
  client: Client,
  server: Server,
  template: string,
  lay: (database: TestDatabase) => Promise<string>,
): Promise<void> {
  const name = newName()
  await makeOnce(client, { template, name }, async () => {
    await cloneMigrated(client, server, name)
    const note = await lay(at(server, name))
    await withClient(inDatabase(server.ownerUrl, name), (inside) => inside.query('vacuum analyze'))
    await client.query(`comment on database ${name} is ${client.escapeLiteral(note)}`)
    if (server.own) await dropOthers(client, template)
  })
}

/** Removes what an earlier run left: databases of processes that are gone, templates of other states. */
async function sweep(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname ~ '^(test|template)_'`,
  )
  const current = stateOfMigrations()
  for (const { name } of rows) {
    const [kind, which] = name.split('_') as [string, string]
    const needed = kind === 'test' ? alive(Number(which)) : which === current
    if (!needed) await client.query(`drop database if exists ${name} with (force)`)
  }
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Changes when a migration, the queue, or what the application may do changes. */
function stateOfMigrations(): string {
  const hash = createHash('sha256')
  for (const { name, checksum } of readMigrations(migrations)) hash.update(`${name} ${checksum}\n`)
  for (const file of [
    'src/ground/migrate.ts',
    'src/ground/postgres/grants.ts',
    'node_modules/graphile-worker/package.json',
  ]) {
    hash.update(readFileSync(join(root, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

function inDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
