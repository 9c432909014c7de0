import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { system, write } from '../../audit/index.ts'
import { CannotOpen } from '../../ground/cannot-open.ts'
import type { Config } from '../../ground/config.ts'
import { retireKeys, rotateKeyring } from '../../ground/vault/index.ts'
import { openHouse, type OpenHouse } from '../open.ts'
import { keysInUse, rewrapAll } from '../rewrap.ts'

export const keysHelp = `
  motcua keys rotate   thêm khóa chủ mới và bọc lại mọi khóa dữ liệu; chạy được khi hệ thống đang mở
                       a new master key, and every data key wrapped anew; also while the house is open
                       MOTCUA_MASTER_KEY=pkcs11:… chuyển sang khóa trong thiết bị, =file chuyển về tệp khóa / to a key device, or back
  motcua keys rewrap   chỉ bọc lại, khi tệp khóa (hoặc biến MOTCUA_MASTER_KEYS) đã có khóa mới
                       wrap anew only, where the key file of every node or the variable already holds the new key
  motcua keys status   mỗi khóa chủ còn bọc bao nhiêu / how much each master key still wraps
  motcua keys retire   bỏ các khóa cũ không còn dùng / take old keys out that wrap nothing any more

  Khóa của mã tra cứu (số định danh) không xoay: xem docs/running.md. / The key of the search hashes does not rotate.
  Bản sao lưu cũ chỉ mở được bằng khóa của lúc đó: giữ một bản tệp khóa cũ. / Old backups open only with the keys of their day.
`

/** `keys rotate | rewrap | status | retire`; contents are neither read nor written by any of them. */
export async function keysCommand(config: Config, [what = '']: string[]): Promise<number> {
  if (!['rotate', 'rewrap', 'status', 'retire'].includes(what)) {
    console.error(keysHelp)
    return 2
  }
  if (!config.databaseUrl && !existsSync(join(config.data, 'postgres')))
    throw new CannotOpen(`Không có dữ liệu ở / nothing lies in: ${config.data} (MOTCUA_DATA)`)
  const house = await openHouse({ ...config, logLevel: 'warn' }, { connections: 2 })
  try {
    if (what === 'rotate') await rotateKeyring(config.keyFile, config.masterKey)
    if (what === 'rotate' || what === 'rewrap') await rewrapAndTell(house, what)
    if (what === 'retire') await retire(house)
    for (const [version, n] of await keysInUse(house)) console.log(`  khóa chủ / master key ${version}: ${n}`)
    return 0
  } finally {
    await house.close()
  }
}

/** What an open house sealed by the old key while we worked comes with another round. */
async function rewrapAndTell(house: OpenHouse, what: string): Promise<void> {
  let total = 0
  for (let round = 0; round < 20; round++) {
    const n = Object.values(await rewrapAll(house)).reduce((sum, one) => sum + one, 0)
    total += n
    if (n === 0) break
  }
  await trace(house, `keys-${what}`, { newest: house.vault.newestKey(), rewrapped: total })
  console.log(`  Đã bọc lại / wrapped anew: ${total}, khóa chủ / master key ${house.vault.newestKey()}`)
}

async function retire(house: OpenHouse): Promise<void> {
  const newest = house.vault.newestKey()
  const old = [...(await keysInUse(house))].filter(([version]) => version !== newest)
  if (old.length > 0)
    throw new CannotOpen(
      `Khóa cũ vẫn còn bọc dữ liệu. Hãy chạy "motcua keys rewrap" trước. / Older keys still wrap something; run "motcua keys rewrap" first.`,
    )
  const gone = await retireKeys(house.config.keyFile)
  await trace(house, 'keys-retire', { newest, gone })
}

const trace = ({ db, clock }: OpenHouse, act: string, details: Record<string, unknown>) =>
  write(db, { stream: 'system', act, actor: system.id, details, occurredAt: clock.now() })
