import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { verify } from '../../audit/index.ts'
import { CannotOpen } from '../../ground/cannot-open.ts'
import type { Config } from '../../ground/config.ts'
import { openDatabase, openPool } from '../../ground/database.ts'
import { openLog } from '../../ground/log.ts'
import { openPostgres } from '../../ground/postgres/open.ts'
import { type Keyring, openKeyring } from '../../ground/vault/index.ts'
import { type Manifest, type Piece, piecesMustBeWhole, readManifest, sealMustHold } from '../backup/manifest.ts'
import { databaseMustBeEmpty, restoreDatabase, restoreFiles, shapeMustBeKnown } from '../backup/restore.ts'
import { dataParts, makePrivate } from '../data-folder.ts'
import { mustBeFile, mustBeFolder } from '../given-file.ts'
import { mustBeEmpty } from './backup.ts'

export const restoreHelp = `  motcua restore <bản sao lưu / backup> --to <thư mục dữ liệu trống / empty data folder> [--key <master.json>]
  motcua restore <bản sao lưu / backup> --check [--key <master.json>]

  Kiểm tra từng phần của bản sao lưu theo SHA-256 trước khi ghi bất cứ gì, rồi phục hồi và kiểm tra chuỗi nhật ký. Tệp khóa chủ lấy từ
  --key, từ MOTCUA_KEY_FILE, hoặc từ bản sao lưu nếu có trong đó. Với DATABASE_URL, cơ sở dữ liệu đó phải trống.
  Checks every piece before anything is written, then restores and walks the audit. The master key comes from --key, MOTCUA_KEY_FILE, or the backup.`

type Checked = { manifest: Manifest; pieces: Piece[]; keyFile: string; keyring: Keyring }

/** `restore <backup> --to <folder>`: 0 when all is back and the audit holds; refused, with names, before anything is written. */
export async function restoreCommand(config: Config, rest: string[], ownKeyFile?: string): Promise<number> {
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: { to: { type: 'string' }, key: { type: 'string' }, check: { type: 'boolean', default: false } },
  })
  const [given] = positionals
  if (!given || positionals.length > 1 || (!values.to && !values.check)) {
    console.error(restoreHelp)
    return 2
  }
  const backup = resolve(given)
  mustBeFolder(backup)
  if (values.to) mustBeEmpty(resolve(values.to))
  const checked = await check(backup, values.key ?? ownKeyFile)
  const { manifest } = checked
  console.log(
    `  Nguyên vẹn / whole: ${manifest.takenAt}, ${manifest.pieces.count} phần / pieces, ${manifest.files.count} tệp / files`,
  )
  for (const address of manifest.files.damaged)
    console.error(`  Tệp đã mất từ trước khi sao lưu / lost before the backup: ${address}`)
  if (!values.to || values.check) return 0
  return restoreInto(config, backup, resolve(values.to), checked, values.key !== undefined && ownKeyFile === undefined)
}

async function check(backup: string, chosen: string | undefined): Promise<Checked> {
  const { manifest, pieces, seal } = readManifest(backup)
  const keyFile = chosen ? resolve(chosen) : join(backup, 'keys/master.json')
  if (chosen) mustBeFile(keyFile)
  if (!existsSync(keyFile))
    throw new CannotOpen(
      `Cần tệp khóa chủ của bản sao lưu: --key <master.json> hoặc MOTCUA_KEY_FILE. Không có nó thì không đọc được gì.\n` +
        `  The master key file of the backup is needed: --key <master.json> or MOTCUA_KEY_FILE. Without it nothing can be read.`,
    )
  await piecesMustBeWhole(backup, pieces)
  const keyring = await openKeyring(keyFile)
  sealMustHold(manifest, seal, keyring)
  shapeMustBeKnown(manifest)
  return { manifest, pieces, keyFile, keyring }
}

async function restoreInto(
  { databaseUrl, databaseAdminUrl, logLevel }: Config,
  backup: string,
  data: string,
  { manifest, pieces, keyFile, keyring }: Checked,
  bringKey: boolean,
): Promise<number> {
  makePrivate(data)
  const postgres = await openPostgres({ databaseUrl, databaseAdminUrl, dataDir: join(data, 'postgres') })
  let whole = false
  try {
    await databaseMustBeEmpty(postgres.ownerUrl)
    await restoreDatabase(backup, manifest, keyring, postgres.ownerUrl)
    await restoreFiles(backup, pieces, data)
    if (bringKey) {
      mkdirSync(join(data, 'keys'), { recursive: true, mode: 0o700 })
      copyFileSync(keyFile, join(data, 'keys/master.json'))
      chmodSync(join(data, 'keys/master.json'), 0o600)
    }
    const pool = openPool(postgres.appUrl, 1, openLog(logLevel))
    const { holds, entries } = await verify(openDatabase(pool)).finally(() => pool.end())
    whole = true
    console.log(`  Đã phục hồi / restored: ${data}`)
    console.log(`  Nhật ký / audit: ${holds ? 'nguyên vẹn / holds' : 'KHÔNG nguyên vẹn / BROKEN'}, ${entries} entries`)
    return holds ? 0 : 1
  } finally {
    await postgres.stop()
    // Half of a province is worse than none: what was begun is taken away again.
    if (!whole) for (const part of dataParts) rmSync(join(data, part), { recursive: true, force: true })
  }
}
