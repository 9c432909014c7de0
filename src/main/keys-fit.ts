import type { Client } from 'pg'
import { CannotOpen } from '../ground/cannot-open.ts'
import { withClient } from '../ground/postgres/roles.ts'
import { hasKeys, openKeyring, Tampered } from '../ground/vault/index.ts'

/** Where a sealed value lies, and as what it opens: the oldest and the newest of each kind stand for all of them. */
const samples = [
  ['accounts.account', 'identity_sealed', 'created_at'],
  ['accounts.account', 'profile_sealed', 'created_at'],
  ['documents.file', 'name_sealed', 'uploaded_at'],
] as const

/**
 * Refuses keys that do not open what lies in the database, and a missing key file where something is sealed, before anything is
 * written: a house that ran on under new keys would seal half of a province's data with each.
 */
export async function keysMustFit(databaseUrl: string, keyFile: string, masterKey?: string): Promise<void> {
  const sealed = await withClient(databaseUrl, sealedSamples)
  if (sealed.length === 0) return
  if (!hasKeys(keyFile))
    throw new CannotOpen(
      `Không thấy tệp khóa chủ ${keyFile}, trong khi dữ liệu ở đây đã được mã hóa. Hãy đặt lại tệp khóa cũ, hoặc chỉ đúng chỗ bằng MOTCUA_KEY_FILE. Chưa có gì bị thay đổi.\n` +
        `  The master key file is missing, and data here is sealed with it. Put the old file back or name it in MOTCUA_KEY_FILE. Nothing was changed.`,
    )
  const keyring = await openKeyring(keyFile, masterKey)
  try {
    for (const bytes of sealed) keyring.unwrap(bytes.subarray(1, 43))
  } catch (fault) {
    if (!(fault instanceof Tampered) && !/key version/.test((fault as Error).message)) throw fault
    throw new CannotOpen(
      `Tệp khóa chủ ${keyFile} không mở được dữ liệu ở đây: đó là khóa của nơi khác, hoặc là bản cũ. Hãy đặt lại đúng tệp. Chưa có gì bị thay đổi.\n` +
        `  The master key file does not open the data here: it belongs elsewhere or is an older one. Put the right file back. Nothing was changed.`,
      { cause: fault },
    )
  }
}

async function sealedSamples(client: Client): Promise<Buffer[]> {
  const found: Buffer[] = []
  for (const [table, column, age] of samples) {
    const { rows: known } = await client.query<{ there: boolean }>(`select to_regclass($1) is not null as there`, [
      table,
    ])
    if (!known[0]?.there) continue
    for (const order of ['asc', 'desc']) {
      const { rows } = await client.query<{ sealed: Buffer }>(
        `select ${column} as sealed from ${table} where ${column} is not null order by ${age} ${order} limit 1`,
      )
      if (rows[0]) found.push(rows[0].sealed)
    }
  }
  return found
}
