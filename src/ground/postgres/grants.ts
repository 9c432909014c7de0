import type { Client } from 'pg'

/**
 * What `motcua_app` may do: read and write every table of ours, but of `audit` only read (its functions write), of the
 * list of migrations only read, and nowhere change a shape. More than this a migration grants itself. A database where
 * one role does everything has no `motcua_app`, and nothing is granted.
 */
export async function grantToApp(client: Client): Promise<void> {
  const role = await client.query(`select from pg_roles where rolname = 'motcua_app'`)
  if (role.rowCount === 0) return
  await client.query('begin')
  for (const schema of await ourSchemas(client)) {
    const name = client.escapeIdentifier(schema)
    const rights = schema === 'audit' ? 'select' : 'select, insert, update, delete'
    await client.query(`
      grant usage on schema ${name} to motcua_app;
      grant ${rights} on all tables in schema ${name} to motcua_app;
      grant usage on all sequences in schema ${name} to motcua_app;
      grant execute on all functions in schema ${name} to motcua_app`)
  }
  await client.query(`revoke insert, update, delete on ground.migration from motcua_app`)
  await openQueue(client)
  await client.query('commit')
}

/** Every schema but PostgreSQL's own, `public` (extensions) and those of extensions; the queue's is among them. */
async function ourSchemas(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select nspname as name from pg_namespace
    where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
      and not exists (select from pg_depend where classid = 'pg_namespace'::regclass and objid = pg_namespace.oid and deptype = 'e')
    order by nspname`)
  return rows.map((row) => row.name)
}

/** The queue closes its tables to everyone but their owner, row by row; here they are opened to the application. */
async function openQueue(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c
    where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'motcua_app')`)
  for (const { name } of rows) {
    await client.query(
      `create policy motcua_app on graphile_worker.${client.escapeIdentifier(name)} to motcua_app using (true) with check (true)`,
    )
  }
}
