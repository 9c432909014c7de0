import type { Client } from 'pg'

/** One table as it is written down: its rows in the text form of COPY, its columns by name. */
export type Table = { name: string; columns: string[] }
export type Sequence = { name: string; last: number }

const ours = `
  nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
  and not exists (select from pg_depend where classid = 'pg_namespace'::regclass and objid = n.oid and deptype = 'e')`

/** Every table of ours and of the queue with the columns that are stored as given, in order of name. */
export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind in ('r', 'p') and not c.relispartition and ${ours}
    group by n.nspname, c.relname
    order by 1`)
  return rows
}

/** Where each sequence stands that was ever used. */
export async function sequencesOf(client: Client): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(`
    select s.schemaname || '.' || s.sequencename as name, s.last_value as last
    from pg_sequences s join pg_namespace n on n.nspname = s.schemaname
    where s.last_value is not null and ${ours}
    order by 1`)
  return rows.map(({ name, last }) => ({ name, last: Number(last) }))
}

export const quoted = (client: Client, name: string) =>
  name
    .split('.')
    .map((part) => client.escapeIdentifier(part))
    .join('.')

export function columnList(client: Client, { columns }: Table): string {
  return columns.map((column) => client.escapeIdentifier(column)).join(', ')
}

/**
 * Does the work with every foreign key of ours taken away and put back afterwards, which checks all rows at once, and with no
 * trigger firing. Belongs into a transaction.
 */
export async function withoutForeignKeys(
  client: Client,
  tables: readonly Table[],
  work: () => Promise<void>,
): Promise<void> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(`
    select n.nspname || '.' || c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${ours}`)
  const alter = (table: string, how: string) => client.query(`alter table ${quoted(client, table)} ${how}`)
  for (const { table, name } of keys) await alter(table, `drop constraint ${client.escapeIdentifier(name)}`)
  for (const { name } of tables) await alter(name, 'disable trigger user')
  await work()
  for (const { name } of tables) await alter(name, 'enable trigger user')
  for (const { table, name, definition } of keys) {
    await alter(table, `add constraint ${client.escapeIdentifier(name)} ${definition}`)
  }
}
