import type { Client } from 'pg'

/** Copying the files takes 65 ms here, copying through the write-ahead log 190. */
export const clone = (client: Client, name: string, template: string) =>
  client.query(`create database ${name} template ${template} strategy file_copy`)

/** Makes what is missing where a clone found no template; any other fault stays one. */
export const ifMissing =
  <T>(make: () => Promise<T>) =>
  (fault: { code?: string }): Promise<T> => {
    if (fault.code !== '3D000') throw fault
    return make()
  }

/** What was noted when the template was laid. */
export async function noteOf(client: Client, template: string): Promise<string> {
  const { rows } = await client.query<{ note: string }>(
    `select shobj_description(oid, 'pg_database') as note from pg_database where datname = $1`,
    [template],
  )
  return rows[0]!.note
}

/** The same laid for other states, but what is just being copied: that is locked. */
export async function dropOthers(client: Client, template: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where starts_with(datname, $1) and datname <> $2`,
    [template.replace(/[^_]*$/, ''), template],
  )
  for (const { name } of rows) {
    const { rows: tried } = await client.query<{ free: boolean }>(
      `select pg_try_advisory_lock(${lockOf(name)}) as free`,
    )
    if (!tried[0]?.free) continue
    await client.query(`drop database if exists ${name}`)
    await client.query(`select pg_advisory_unlock(${lockOf(name)})`)
  }
}

/** Whoever makes a template holds this lock alone, whoever copies a laid one shares it. */
export const lockOf = (template: string) => `hashtext('motcua test ${template}')`

/** Made under a name that is swept when its process is gone, and renamed when complete, by one process while the others wait. */
export async function makeOnce(
  client: Client,
  { template, name }: { template: string; name: string },
  make: () => Promise<unknown>,
): Promise<void> {
  await client.query(`select pg_advisory_lock(${lockOf(template)})`)
  try {
    const known = await client.query('select from pg_database where datname = $1', [template])
    if (known.rowCount) return
    await make()
    await client.query(`alter database ${name} rename to ${template}`)
  } finally {
    await client.query(`select pg_advisory_unlock(${lockOf(template)})`)
  }
}
