import { chmodSync, copyFileSync, createReadStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Client } from 'pg'
import { CannotOpen } from '../../ground/cannot-open.ts'
import { migrate, readMigrations } from '../../ground/migrate.ts'
import { copyIn } from '../../ground/postgres/copy.ts'
import { withClient } from '../../ground/postgres/roles.ts'
import { decryptStream, diskStore, type Keyring } from '../../ground/vault/index.ts'
import { root } from '../open.ts'
import { contextOfTable, hashOf, type Manifest, pathOfFile, pathOfTable, type Piece } from './manifest.ts'
import { columnList, quoted, type Table, tablesOf, withoutForeignKeys } from './tables.ts'

const migrations = join(root, 'database/migrations')

/** Refuses a backup whose shape this program does not know: made by a newer one, or by one whose migrations were altered. */
export function shapeMustBeKnown({ migrations: applied }: Manifest): void {
  const known = new Map(readMigrations(migrations).map(({ name, checksum }) => [name, checksum]))
  for (const { name, checksum } of applied) {
    if (known.get(name) === checksum) continue
    throw new CannotOpen(
      `Bản sao lưu do một phiên bản khác của chương trình tạo ra (${name}). Hãy phục hồi bằng đúng phiên bản đó hoặc mới hơn.\n` +
        `  The backup was made by another version of this program (${name}). Restore it with that version or a newer one.`,
    )
  }
}

/** Refuses a database that holds anything of ours already. */
export async function databaseMustBeEmpty(ownerUrl: string): Promise<void> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query(
      `select nspname from pg_namespace where nspname in ('ground', 'audit', 'dossiers', 'graphile_worker')`,
    ),
  )
  if (rows.length === 0) return
  throw new CannotOpen('Cơ sở dữ liệu đích không trống. / The target database is not empty.')
}

/** The shape as it was when the backup was taken, then all rows in one transaction: restored whole or not at all. */
export async function restoreDatabase(
  folder: string,
  manifest: Manifest,
  keyring: Keyring,
  ownerUrl: string,
): Promise<void> {
  const key = keyring.unwrap(Buffer.from(manifest.tablesKey, 'base64'))
  await migrateTo(manifest, ownerUrl)
  await withClient(ownerUrl, async (client) => {
    await shapeMustBeTheSame(client, manifest)
    await client.query('begin')
    await withoutForeignKeys(client, manifest.tables, async () => {
      await client.query(`truncate ${manifest.tables.map(({ name }) => quoted(client, name)).join(', ')}`)
      for (const table of manifest.tables) await restoreTable(client, folder, table, key)
    })
    for (const { name, last } of manifest.sequences) await client.query('select setval($1, $2)', [name, last])
    await client.query('commit')
    await client.query('analyze')
  })
}

/** Only the migrations that had run then: those that came later run at the next start, over rows they know. */
async function migrateTo({ migrations: applied }: Manifest, ownerUrl: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-shape-'))
  try {
    for (const { name } of applied) copyFileSync(join(migrations, name), join(folder, name))
    await migrate(ownerUrl, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function shapeMustBeTheSame(client: Client, { tables, queue }: Manifest): Promise<void> {
  const { rows } = await client.query<{ last: number }>('select max(id)::int as last from graphile_worker.migrations')
  const wanted = tables.map(({ name, columns }) => `${name} (${columns.join(', ')})`)
  const made = (await tablesOf(client)).map(({ name, columns }) => `${name} (${columns.join(', ')})`)
  const odd = [...wanted.filter((one) => !made.includes(one)), ...made.filter((one) => !wanted.includes(one))]
  if (odd.length === 0 && rows[0]!.last === queue) return
  throw new CannotOpen(
    `Bản sao lưu do một phiên bản khác của chương trình tạo ra. Hãy phục hồi bằng đúng phiên bản đó, rồi nâng cấp.\n` +
      `  The backup was made by another version of this program. Restore it with that version, then upgrade. ${odd.join('; ')}`,
  )
}

async function restoreTable(
  client: Client,
  folder: string,
  table: Table & { rows: number },
  key: Uint8Array,
): Promise<void> {
  const name = quoted(client, table.name)
  const sealed = createReadStream(join(folder, pathOfTable(table.name)))
  const packed = Readable.from(decryptStream(key, sealed, contextOfTable(table.name)), { objectMode: false })
  const lines = packed.pipe(createGunzip())
  packed.on('error', (fault) => lines.destroy(fault))
  await copyIn(client, `copy ${name} (${columnList(client, table)}) from stdin`, lines)
  const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${name}`)
  if (rows[0]!.n !== table.rows) throw new Error(`${table.name} has ${rows[0]!.n} rows, not ${table.rows}`)
}

/** Files, the training root and, when they are inside, the master keys. Each is hashed once more where it now lies. */
export async function restoreFiles(folder: string, pieces: readonly Piece[], data: string): Promise<void> {
  const from = diskStore(join(folder, 'files'))
  const to = diskStore(join(data, 'files'))
  for (const { path, sha256 } of pieces) {
    if (path.startsWith('tables/')) continue
    if (path === pathOfFile(basename(path))) {
      if ((await to.put(await from.get(basename(path)))) !== sha256)
        throw new Error(`${path} changed while it was copied`)
      continue
    }
    const place = join(data, path)
    mkdirSync(join(place, '..'), { recursive: true, mode: 0o700 })
    copyFileSync(join(folder, path), place)
    chmodSync(place, path.endsWith('.crt') ? 0o644 : 0o600)
    if ((await hashOf(place)) !== sha256) throw new Error(`${path} changed while it was copied`)
  }
}
