import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from '../ground/database.ts'
import type { House } from '../ground/house.ts'
import { keyVersionOf, type Vault } from '../ground/vault/index.ts'

/** One place where something sealed lies: a column of sealed values, of wrapped file keys, or a sealed text inside a JSON column. */
export type SealedPlace = { table: string; column: string; kind: 'value' | 'file-key' | 'inside-json' }

const batch = 200

/** Every place of the database that needs the master keys, read from its shape, so that a new column cannot be forgotten. */
export async function sealedPlaces(db: Database): Promise<SealedPlace[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.table_schema || '.' || c.table_name as table, c.column_name as column
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.data_type = 'bytea' and t.table_type = 'BASE TABLE'
      and (c.column_name like '%\\_sealed' or c.column_name = 'wrapped_key')
    order by 1, 2`.execute(db)
  return [
    ...rows.map((row) => ({ ...row, kind: row.column === 'wrapped_key' ? ('file-key' as const) : ('value' as const) })),
    { table: 'dossiers.event', column: 'details', kind: 'inside-json' },
  ]
}

export type Rewrapped = Record<string, number>

/**
 * Puts every key in the database, and that of the training root, under the newest master key; contents are neither read nor written. Works
 * while the house is open: a row that somebody holds or changes meanwhile comes with the next round. Returns how many of each place it rewrapped.
 */
export async function rewrapAll({ db, vault, config }: Pick<House, 'db' | 'vault' | 'config'>): Promise<Rewrapped> {
  const done: Rewrapped = {}
  for (const place of await sealedPlaces(db))
    done[`${place.table}.${place.column}`] = await rewrapPlace(db, vault, place)
  const root = trainingRoot(config)
  if (existsSync(root)) done['demo-ca/root.key.sealed'] = rewrapFile(vault, root)
  return done
}

/** How many values each version of the master key still wraps: all that `rewrapAll` would wrap anew, the training root too. */
export async function keysInUse({ db, config }: Pick<House, 'db' | 'config'>): Promise<Map<number, number>> {
  const used = new Map<number, number>()
  for (const place of await sealedPlaces(db)) {
    const { rows } = await sql<{ version: number; n: number }>`
      select ${versionOf(place)} as version, count(*)::int as n from ${sql.table(place.table)}
      where ${bytesOf(place)} is not null group by 1`.execute(db)
    for (const { version, n } of rows) used.set(version, (used.get(version) ?? 0) + n)
  }
  const root = trainingRoot(config)
  if (existsSync(root)) {
    const version = keyVersionOf(readFileSync(root))
    used.set(version, (used.get(version) ?? 0) + 1)
  }
  return used
}

const trainingRoot = ({ data }: Pick<House['config'], 'data'>) => join(data, 'demo-ca', 'root.key.sealed')

async function rewrapPlace(db: Database, vault: Vault, place: SealedPlace): Promise<number> {
  let total = 0
  for (;;) {
    const n = await rewrapBatch(db, vault, place)
    total += n
    if (n === 0) return total
  }
}

/** Rows that an act holds at this moment are waited for, so that none is left behind. */
async function rewrapBatch(db: Database, vault: Vault, place: SealedPlace): Promise<number> {
  const { table, column, kind } = place
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ at: string; sealed: Buffer }>`
      select ctid::text as at, ${bytesOf(place)} as sealed from ${sql.table(table)}
      where ${bytesOf(place)} is not null and ${versionOf(place)} <> ${vault.newestKey()}
      order by ctid limit ${batch}
      for no key update`.execute(tx)
    if (rows.length === 0) return 0
    const fresh = rows.map(({ sealed }) => (kind === 'file-key' ? vault.rewrapKey(sealed) : vault.rewrap(sealed)))
    const value =
      kind === 'inside-json'
        ? sql`jsonb_set(t.details, '{sealed}', to_jsonb(translate(encode(n.fresh, 'base64'), E'\n', '')))`
        : sql`n.fresh`
    await sql`
      update ${sql.table(table)} t set ${sql.ref(column)} = ${value}
      from unnest(${rows.map(({ at }) => at)}::tid[], ${fresh}::bytea[]) as n (at, fresh)
      where t.ctid = n.at`.execute(tx)
    return rows.length
  })
}

function bytesOf({ column, kind }: SealedPlace) {
  return kind === 'inside-json' ? sql`decode(details ->> 'sealed', 'base64')` : sql.ref(column)
}

/** The two bytes of key version: first in a wrapped file key, after the format byte in a sealed value. */
function versionOf(place: SealedPlace) {
  const from = place.kind === 'file-key' ? 0 : 1
  return sql`(get_byte(${bytesOf(place)}, ${sql.lit(from)}) * 256 + get_byte(${bytesOf(place)}, ${sql.lit(from + 1)}))`
}

function rewrapFile(vault: Vault, file: string): number {
  const sealed = readFileSync(file)
  if (keyVersionOf(sealed) === vault.newestKey()) return 0
  writeFileSync(`${file}.new`, vault.rewrap(sealed), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return 1
}
