import { startPostgres } from './start.ts'
import { withClient } from './roles.ts'

/** Two addresses of one database: the owner's for migrations, the application's for everything else. */
export type Opened = {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly embedded: boolean
  /** A server of our own that ends by itself is started again; somebody else's is theirs to keep. */
  keep(): void
  stop(): Promise<void>
}

export type OpenOptions = {
  /** `DATABASE_URL`: an existing PostgreSQL 15 or newer; then nothing is embedded. */
  readonly databaseUrl?: string | undefined
  /** `DATABASE_ADMIN_URL`: a role that may change the shape; without it everything happens under `DATABASE_URL`. */
  readonly databaseAdminUrl?: string | undefined
  /** Where the embedded server lives. */
  readonly dataDir: string
  readonly log?: (line: string) => void
  readonly complain?: (line: string) => void
}

/** The database of the province: the embedded one, or the one that the surroundings name. */
export async function openPostgres(options: OpenOptions): Promise<Opened> {
  if (!options.databaseUrl) return { ...(await startPostgres(options)), embedded: true }
  const ownerUrl = options.databaseAdminUrl ?? options.databaseUrl
  await prepareExternal(ownerUrl, options.databaseUrl, options.log ?? (() => {}))
  return { ownerUrl, appUrl: options.databaseUrl, embedded: false, keep: () => {}, stop: async () => {} }
}

/**
 * With an administrator's address the working role becomes a member of `motcua_app` and gets only its rights. Without
 * one the role of `DATABASE_URL` owns everything, which is said in the log because the audit is then not protected from it.
 */
async function prepareExternal(ownerUrl: string, databaseUrl: string, log: (line: string) => void): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    )
    if ((rows[0]?.version ?? 0) < 150_000) throw new Error('PostgreSQL 15 or newer is needed')
    if (ownerUrl === databaseUrl)
      return log('one role owns and uses the database; set DATABASE_ADMIN_URL to keep them apart')
    const app = await withClient(
      databaseUrl,
      async (other) => (await other.query<{ name: string }>('select current_user as name')).rows[0]?.name ?? '',
    )
    const group = await client.query(`select from pg_roles where rolname = 'motcua_app'`)
    if (group.rowCount === 0) await client.query('create role motcua_app nologin')
    const member = await client.query<{ yes: boolean }>(`select pg_has_role($1, 'motcua_app', 'usage') as yes`, [app])
    if (!member.rows[0]?.yes) await client.query(`grant motcua_app to ${client.escapeIdentifier(app)}`)
  })
}
