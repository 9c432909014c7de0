import pg from 'pg'

/** The passwords of the embedded server, kept beside the cluster where only its owner reads them. */
export type Secrets = { readonly superuser: string; readonly owner: string; readonly app: string }

/** The address of the embedded server for one role; the socket folder changes at each start, so addresses are not kept. */
export function addressOf(socketFolder: string, role: string, password: string, database: string): string {
  return `postgres://${role}:${password}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`
}

/** Connects, does the work, and always lets go. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Two roles: `motcua_owner` changes the shape of the database, `motcua_app` only works in it. Nobody else may make
 * anything in it, not even in `public` or in temporary tables.
 */
export async function makeRoles(socketFolder: string, secrets: Secrets): Promise<void> {
  await withClient(addressOf(socketFolder, 'postgres', secrets.superuser, 'postgres'), async (client) => {
    for (const [role, password, may] of [
      ['motcua_owner', secrets.owner, 'createdb'],
      ['motcua_app', secrets.app, 'nocreatedb'],
    ] as const) {
      const known = await client.query('select from pg_roles where rolname = $1', [role])
      const verb = known.rowCount === 0 ? 'create' : 'alter'
      await client.query(
        `${verb} role ${role} login ${may} nocreaterole nosuperuser password ${client.escapeLiteral(password)}`,
      )
    }
    const made = await client.query(`select from pg_database where datname = 'motcua'`)
    if (made.rowCount === 0) await client.query('create database motcua owner motcua_owner')
    await client.query('revoke all on database motcua from public')
    await client.query('grant connect on database motcua to motcua_app')
  })
}
