import { randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CannotOpen } from '../cannot-open.ts'
import { makeFolder } from '../make-folder.ts'
import { accountFor } from './account.ts'
import { findBinaries } from './binaries.ts'
import { launch, makeCluster, type Cluster } from './cluster.ts'
import { watchIdle } from './idle.ts'
import { keepRunning } from './keep.ts'
import { running, stopPostmaster, type Postmaster } from './postmaster.ts'
import { alone, arrive, meetingName, present } from './presence.ts'
import { addressOf, makeRoles, withClient, type Secrets } from './roles.ts'

export type Postgres = {
  /** For migrations and generators. */
  readonly ownerUrl: string
  /** For everything else: no power over the shape of the database. */
  readonly appUrl: string
  /** True when this call started the server, false when another process had it running. */
  readonly startedHere: boolean
  /** From now on a server that ends by itself (killed, disk full) is started again where it was, until `stop`. */
  keep(): void
  /** Leaves; the last one to leave stops the server. */
  stop(): Promise<void>
}

export type PostgresOptions = {
  /** A folder of its own for the cluster, its passwords and its log; made when missing. */
  readonly dataDir: string
  readonly log?: (line: string) => void
  /** What whoever keeps the machine should read: the server ended, it is back. */
  readonly complain?: (line: string) => void
  /** Tests: nothing is forced to disk. */
  readonly volatile?: boolean
  /** Tests: nobody stops the server on leaving; it ends by itself when unused for so many seconds. */
  readonly idleSeconds?: number
}

/**
 * The embedded PostgreSQL: made on the first start, started when it does not run, shared when it does. After `kill -9`
 * of the program the server that stayed behind is taken over; after `kill -9` of the server it recovers from its log.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { log = () => {} } = options
  makeFolder(options.dataDir, 0o755)
  const dataDir = realpathSync(options.dataDir)
  const name = meetingName(dataDir)
  const here = await arrive(name)
  try {
    const { server, secrets, startedHere } = await alone(name, () => bringUp(dataDir, name, { ...options, log }))
    const folder = join(dataDir, 'cluster')
    let kept: { stop(): Promise<void> } | undefined
    const again = () =>
      alone(
        name,
        async () => void (running(folder) ?? (await launch(clusterAt(dataDir, options), server.socketFolder))),
      )
    return {
      ownerUrl: addressOf(server.socketFolder, 'motcua_owner', secrets.owner, 'motcua'),
      appUrl: addressOf(server.socketFolder, 'motcua_app', secrets.app, 'motcua'),
      startedHere,
      keep: () => void (kept ??= keepRunning(() => running(folder) !== undefined, again, options.complain ?? log)),
      stop: async () => {
        await kept?.stop()
        await alone(name, async () => {
          await here.leave()
          if (options.idleSeconds || present(name) > 0) return
          await stopPostmaster(folder)
          rmSync(server.socketFolder, { recursive: true, force: true })
        })
      },
    }
  } catch (fault) {
    await here.leave()
    throw fault
  }
}

type Up = { server: Postmaster; secrets: Secrets; startedHere: boolean }

async function bringUp(
  dataDir: string,
  name: string,
  options: PostgresOptions & { log: (line: string) => void },
): Promise<Up> {
  const folder = join(dataDir, 'cluster')
  mustBeOurs(dataDir)
  const fresh = !existsSync(folder)
  const secrets = fresh ? newSecrets(dataDir) : readSecrets(dataDir)
  const found = fresh ? undefined : await settled(folder, secrets)
  if (found) return { server: found, secrets, startedHere: false }

  const cluster = clusterAt(dataDir, options)
  if (fresh) {
    options.log(`making a PostgreSQL ${cluster.binaries.version} cluster in ${folder}`)
    makeCluster(cluster, secrets.superuser)
  }
  mustBeSameMajor(folder, cluster.binaries.major)
  const server = await launch(cluster)
  if (!secrets.rolesMade) {
    await makeRoles(server.socketFolder, secrets)
    writeSecrets(dataDir, { ...secrets, rolesMade: true })
  }
  if (options.idleSeconds) watchIdle(name, server, options.idleSeconds)
  options.log(`PostgreSQL ${cluster.binaries.version} is ready (pid ${server.pid})`)
  return { server, secrets, startedHere: true }
}

function clusterAt(dataDir: string, { volatile = false }: PostgresOptions): Cluster {
  const folder = join(dataDir, 'cluster')
  const account = accountFor(folder)
  return { folder, account, log: join(dataDir, 'server.log'), binaries: findBinaries(account), volatile }
}

/** A server found running is waited for until a client gets in, or until it is gone: it may be starting or just dying. */
async function settled(folder: string, secrets: Kept): Promise<Postmaster | undefined> {
  for (let patience = 6000; patience > 0; patience--) {
    const server = running(folder)
    if (!server) return undefined
    if (server.status === 'ready' && (await answers(server, secrets))) return server
    await wait(20)
  }
  throw new Error(`PostgreSQL in ${folder} neither starts nor stops`)
}

async function answers(server: Postmaster, secrets: Kept): Promise<boolean> {
  try {
    await withClient(addressOf(server.socketFolder, 'postgres', secrets.superuser, 'postgres'), (client) =>
      client.query('select'),
    )
    return true
  } catch (fault) {
    const passing = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '57P01', '57P03']
    if (
      passing.includes((fault as { code?: string }).code ?? '') ||
      /terminated unexpectedly/.test((fault as Error).message)
    )
      return false
    throw fault
  }
}

type Kept = Secrets & { readonly rolesMade: boolean }

function newSecrets(dataDir: string): Kept {
  const password = () => randomBytes(32).toString('hex')
  const secrets = { superuser: password(), owner: password(), app: password(), rolesMade: false }
  writeSecrets(dataDir, secrets)
  return secrets
}

function writeSecrets(dataDir: string, secrets: Kept): void {
  const path = join(dataDir, 'passwords.json')
  writeFileSync(`${path}.new`, JSON.stringify(secrets), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

function readSecrets(dataDir: string): Kept {
  return JSON.parse(readFileSync(join(dataDir, 'passwords.json'), 'utf8')) as Kept
}

function mustBeOurs(dataDir: string): void {
  try {
    if (existsSync(join(dataDir, 'passwords.json'))) accessSync(join(dataDir, 'passwords.json'), constants.R_OK)
  } catch (fault) {
    throw new CannotOpen(
      `Thư mục ${dataDir} là của người dùng khác. Hãy chạy bằng người dùng đó hoặc root, hoặc đặt MOTCUA_DATA khác.\n` +
        `  The folder ${dataDir} belongs to another user. Run as that user or as root, or set another MOTCUA_DATA.`,
      { cause: fault },
    )
  }
}

function mustBeSameMajor(folder: string, major: string): void {
  const made = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (made !== major)
    throw new Error(`${folder} was made by PostgreSQL ${made}, this program brings ${major}: restore from a backup`)
}
