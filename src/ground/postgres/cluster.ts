import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fchownSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reaches, type Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { exists, lockFile, running, until, type Postmaster } from './postmaster.ts'

export type Cluster = {
  readonly folder: string
  readonly log: string
  readonly account: Account
  readonly binaries: Binaries
  /** True for tests: nothing needs to survive a power cut, so nothing is forced to disk. */
  readonly volatile: boolean
}

/** For a small machine; what is not named here is PostgreSQL's own default (fsync and checksums on). */
const settings: Record<string, string> = {
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  max_wal_size: '1GB',
  wal_compression: 'on',
  jit: 'off',
  log_min_messages: 'warning',
  log_line_prefix: '%m [%p] %u@%d ',
  idle_in_transaction_session_timeout: '60s',
  password_encryption: 'scram-sha-256',
  // The passwords are 32 random bytes: stretching them adds nothing but time to every connection.
  scram_iterations: '1',
}

const volatileSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '120',
  autovacuum_naptime: '10min',
}

/** Makes the cluster with Vietnamese collation and page checksums; it appears under its name only when complete. */
export function makeCluster(cluster: Cluster, superPassword: string): void {
  const unfinished = `${cluster.folder}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  give(unfinished, cluster.account)
  const secrets = privateFolder(cluster.account)
  try {
    const passwordFile = join(secrets, 'password')
    writeFileSync(passwordFile, superPassword, { mode: 0o600 })
    give(passwordFile, cluster.account)
    const made = spawnSync(
      join(cluster.binaries.folder, 'bin/initdb'),
      [
        ...['-D', seenBy(cluster.account, unfinished), '--username=postgres', `--pwfile=${passwordFile}`],
        ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=vi-VN'],
        ...['--data-checksums', ...(cluster.volatile ? ['--no-sync'] : [])],
      ],
      { ...cluster.account, cwd: unfinished, env: environment, encoding: 'utf8' },
    )
    if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`)
    renameSync(unfinished, cluster.folder)
  } finally {
    rmSync(secrets, { recursive: true, force: true })
  }
}

/**
 * Starts the server and waits until it takes clients; after a crash PostgreSQL first recovers from its log. With `at` it listens
 * where it did before, so that whoever knows the address finds it again.
 */
export async function launch(cluster: Cluster, at?: string): Promise<Postmaster> {
  clearStaleLock(cluster.folder)
  const socketFolder = at ? sameFolder(at, cluster.account) : privateFolder(cluster.account)
  const options = { ...settings, ...(cluster.volatile ? volatileSettings : {}), unix_socket_directories: socketFolder }
  const log = openLog(cluster)
  const child = spawn(
    join(cluster.binaries.folder, 'bin/postgres'),
    [
      '-D',
      seenBy(cluster.account, cluster.folder),
      ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...cluster.account, cwd: cluster.folder, env: environment, detached: true, stdio: ['ignore', log, log] },
  )
  closeSync(log)
  let ended: string | undefined
  child.once('error', (fault) => (ended = fault.message))
  child.once('exit', (code, signal) => (ended = `ended with ${code ?? signal}`))
  child.unref()
  const ready = () => {
    const server = running(cluster.folder)
    return server?.pid === child.pid && server?.status === 'ready' ? server : undefined
  }
  const outcome = await until<Postmaster | string>(() => ready() ?? ended, 120)
  if (typeof outcome === 'object') return outcome
  rmSync(socketFolder, { recursive: true, force: true })
  throw new Error(`PostgreSQL does not start: ${outcome ?? 'not ready after 120 s'}\n${tail(cluster.log)}`)
}

/** The server's own check refuses to start when its old number meanwhile belongs to some other program. */
function clearStaleLock(folder: string): void {
  const old = lockFile(folder)
  if (!old) return
  if (/\/motcua-\w{6}$/.test(old.socketFolder)) rmSync(old.socketFolder, { recursive: true, force: true })
  if (exists(old.pid)) unlinkSync(join(folder, 'postmaster.pid'))
}

/** A path below a home that the account may not enter is given as the working folder, which needs no way there. */
function seenBy(account: Account, folder: string): string {
  return reaches(account, folder) ? folder : '/proc/self/cwd'
}

/** A folder that only the account enters. Its path stays short: a socket path ends at 107 bytes. */
function privateFolder(account: Account): string {
  const parent = tmpdir().length < 60 && reaches(account, tmpdir()) ? tmpdir() : '/tmp'
  const folder = mkdtempSync(join(parent, 'motcua-'))
  chmodSync(folder, 0o700)
  give(folder, account)
  return folder
}

function sameFolder(folder: string, account: Account): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { mode: 0o700 })
  give(folder, account)
  return folder
}

function give(path: string, account: Account): void {
  if (account) chownSync(path, account.uid, account.gid)
}

/** The log is kept between starts and begins anew past 10 MB. */
function openLog(cluster: Cluster): number {
  const long = (statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000
  const log = openSync(cluster.log, long ? 'w' : 'a', 0o640)
  if (cluster.account) fchownSync(log, cluster.account.uid, cluster.account.gid)
  return log
}

function tail(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(-12).join('\n') : ''
}

const environment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
