import { randomBytes } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { PassThrough } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { Client } from 'pg'
import { filesLock } from '../../documents/index.ts'
import { copyOut } from '../../ground/postgres/copy.ts'
import { withClient } from '../../ground/postgres/roles.ts'
import { BlobMissing, type BlobStore, diskStore, encryptStream, type Keyring } from '../../ground/vault/index.ts'
import {
  contextOfTable,
  hashOf,
  type Manifest,
  pathOfFile,
  pathOfTable,
  type Piece,
  writeManifest,
} from './manifest.ts'
import { columnList, quoted, sequencesOf, type Table, tablesOf } from './tables.ts'

export type Source = { ownerUrl: string; data: string; keyring: Keyring; keyFile: string }

/**
 * Copies a house into an empty folder while it works. All tables come from one snapshot; the files it names are copied
 * afterwards, and none of them can go meanwhile: files never change, and nothing is swept while this runs.
 */
export async function takeBackup(source: Source, folder: string, withKey: boolean): Promise<Manifest> {
  for (const part of ['', 'tables', 'files']) mkdirSync(join(folder, part), { recursive: true, mode: 0o700 })
  return withClient(source.ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock_shared($1)', [filesLock])
    const tablesKey = randomBytes(32)
    const snapshot = await inSnapshot(client, () => copyTables(client, folder, tablesKey))
    const files = await copyFiles(diskStore(join(source.data, 'files')), folder, snapshot.addresses)
    const others = await copyOthers(source, folder, withKey)
    const { addresses: _, pieces, ...facts } = snapshot
    const { damaged, count, bytes } = files
    return writeManifest(
      folder,
      {
        ...facts,
        tablesKey: source.keyring.wrap(tablesKey).toString('base64'),
        files: { count, bytes, damaged },
        masterKeys: withKey ? 'inside' : 'elsewhere',
      },
      [...pieces, ...files.pieces, ...others],
      source.keyring,
    )
  })
}

async function inSnapshot<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin isolation level repeatable read read only')
  const made = await work()
  await client.query('commit')
  return made
}

async function copyTables(client: Client, folder: string, key: Uint8Array) {
  const ask = async <Row extends object>(statement: string) => (await client.query<Row>(statement)).rows
  const migrations = await ask<{ name: string; checksum: string }>(
    'select name, checksum from ground.migration order by name',
  )
  const [queue] = await ask<{ last: number }>('select max(id)::int as last from graphile_worker.migrations')
  const [server] = await ask<{ version: string }>(`select current_setting('server_version') as version`)
  const takenAt = new Date().toISOString()
  const tables: Manifest['tables'] = []
  const pieces: Piece[] = []
  for (const table of await tablesOf(client)) {
    const path = pathOfTable(table.name)
    const rows = await copyTable(client, table, join(folder, path), key)
    tables.push({ ...table, rows })
    pieces.push({ path, sha256: (await hashOf(join(folder, path)))! })
  }
  const named = await ask<{ address: string }>(
    'select address from documents.file where destroyed_at is null order by 1',
  )
  return {
    format: 2 as const,
    ...{ takenAt, postgres: server!.version, migrations, queue: queue!.last, tables, pieces },
    sequences: await sequencesOf(client),
    addresses: named.map(({ address }) => address),
  }
}

/** One row is one line: a line break inside a value is written `\n`. */
async function copyTable(client: Client, table: Table, path: string, key: Uint8Array): Promise<number> {
  let rows = 0
  const lines = new PassThrough()
  const counted = async function* (source: AsyncIterable<Buffer>) {
    for await (const part of source) {
      for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) rows += 1
      yield part
    }
  }
  const written = pipeline(
    lines,
    counted,
    createGzip({ level: 6 }),
    (packed: AsyncIterable<Buffer>) => encryptStream(key, packed, contextOfTable(table.name)),
    createWriteStream(path, { mode: 0o600, flush: true }),
  )
  const select = `select ${columnList(client, table)} from ${quoted(client, table.name)}`
  await Promise.all([copyOut(client, `copy (${select}) to stdout`, lines), written])
  return rows
}

/** The bytes are hashed as they are copied; a file that the house itself has lost or damaged is named, and all others are kept. */
async function copyFiles(from: BlobStore, folder: string, addresses: readonly string[]) {
  const to = diskStore(join(folder, 'files'))
  const pieces: Piece[] = []
  const damaged: string[] = []
  let bytes = 0
  for (const address of addresses) {
    const copied = await copyOne(from, to, address, (length) => (bytes += length))
    if (copied) pieces.push({ path: pathOfFile(address), sha256: address })
    else damaged.push(address)
  }
  return { pieces, damaged, bytes, count: pieces.length }
}

async function copyOne(
  from: BlobStore,
  to: BlobStore,
  address: string,
  seen: (length: number) => void,
): Promise<boolean> {
  try {
    const source = await from.get(address)
    const counted = async function* () {
      for await (const part of source) {
        seen((part as Buffer).length)
        yield part as Buffer
      }
    }
    const found = await to.put(counted())
    if (found !== address) await to.remove(found)
    return found === address
  } catch (fault) {
    if (fault instanceof BlobMissing) return false
    throw fault
  }
}

/** The training province's root, and the master keys when they were asked for. */
async function copyOthers({ data, keyFile }: Source, folder: string, withKey: boolean): Promise<Piece[]> {
  const root = join(data, 'demo-ca')
  const found = existsSync(root) ? readdirSync(root).map((name) => [`demo-ca/${name}`, join(root, name)] as const) : []
  const wanted = [...found, ...(withKey ? [['keys/master.json', keyFile] as const] : [])]
  const pieces: Piece[] = []
  for (const [path, from] of wanted) {
    mkdirSync(join(folder, path, '..'), { recursive: true, mode: 0o700 })
    await copyFile(from, join(folder, path))
    pieces.push({ path, sha256: (await hashOf(join(folder, path)))! })
  }
  return pieces
}
