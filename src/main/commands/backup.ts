import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CannotOpen } from '../../ground/cannot-open.ts'
import type { Config } from '../../ground/config.ts'
import { makeFolder } from '../../ground/make-folder.ts'
import { openPostgres } from '../../ground/postgres/open.ts'
import { openKeyring } from '../../ground/vault/index.ts'
import { takeBackup } from '../backup/take.ts'
import { mustBeFolder } from '../given-file.ts'
import { keysMustFit } from '../keys-fit.ts'

export const backupHelp = `  motcua backup <thư mục / folder> [--with-key]

  Sao lưu toàn bộ vào một thư mục trống, cả khi hệ thống đang chạy: cơ sở dữ liệu (một ảnh chụp nhất quán), mọi tệp, và bảng kê
  SHA-256 của từng phần. Tệp khóa chủ KHÔNG nằm trong bản sao lưu, trừ khi có --with-key (chỉ dùng cho huấn luyện).
  Copies everything into an empty folder, also while the house works. The master key file is NOT inside, unless --with-key (training only).`

/** `backup <folder>`: 0 when all is kept, 1 when files were lost or damaged in the house already (each is named). */
export async function backupCommand(config: Config, rest: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: { 'with-key': { type: 'boolean', default: false } },
  })
  const [given] = positionals
  if (!given || positionals.length > 1) {
    console.error(backupHelp)
    return 2
  }
  const folder = resolve(given)
  mustBeEmpty(folder)
  if (!config.databaseUrl && !existsSync(join(config.data, 'postgres/cluster')))
    throw new CannotOpen(`Không có dữ liệu ở / nothing lies in: ${config.data} (MOTCUA_DATA)`)

  const { databaseUrl, databaseAdminUrl, data, keyFile, masterKey } = config
  if (values['with-key'] && keyFile.startsWith('env:'))
    throw new CannotOpen(
      'Khóa chủ nằm trong biến môi trường, không sao lưu kèm được. / The master keys lie in the environment and cannot be put inside.',
    )
  const postgres = await openPostgres({ databaseUrl, databaseAdminUrl, dataDir: join(data, 'postgres') })
  try {
    await keysMustFit(postgres.ownerUrl, keyFile, masterKey)
    const keyring = await openKeyring(keyFile, masterKey)
    makeFolder(folder, 0o700)
    const source = { ownerUrl: postgres.ownerUrl, data, keyring, keyFile }
    const { tables, files, pieces, takenAt } = await takeBackup(source, folder, values['with-key'])
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(`  Đã sao lưu / kept: ${folder}`)
    console.log(
      `  ${takenAt}: ${tables.length} bảng / tables, ${rows} dòng / rows, ${files.count} tệp / files, ${files.bytes} bytes`,
    )
    console.log(`  pieces.sha256: ${pieces.count}, ${pieces.sha256}`)
    console.log(
      values['with-key']
        ? '  Tệp khóa chủ NẰM TRONG bản sao lưu: ai có thư mục này đọc được tất cả. / The master keys are INSIDE.'
        : `  Tệp khóa chủ không nằm trong; hãy giữ riêng / the master keys are not inside; keep apart: ${keyFile}`,
    )
    for (const address of files.damaged)
      console.error(`  Tệp đã mất hoặc hỏng từ trước / lost or damaged before: ${address}`)
    return files.damaged.length === 0 ? 0 : 1
  } finally {
    await postgres.stop()
  }
}

export function mustBeEmpty(folder: string): void {
  if (!existsSync(folder)) return
  mustBeFolder(folder)
  if (readdirSync(folder).length > 0) throw new CannotOpen(`Thư mục không trống / the folder is not empty: ${folder}`)
}
