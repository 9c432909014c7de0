import { resolve } from 'node:path'

/** What the surroundings decide; nothing a province may choose stands here. */
export type Config = {
  port: number
  host: string
  data: string
  databaseUrl: string | undefined
  databaseAdminUrl: string | undefined
  demo: boolean
  now: string | undefined
  /** The address of the portal: what people see, in links, QR codes and mail. */
  url: string
  /** The address of the one-stop system, where officers work; undefined where the portal’s serves both. */
  oneStopUrl: string | undefined
  trustProxy: boolean
  /** Who shows it may read `/metrics` from anywhere; without one only the machine itself may. */
  metricsToken: string | undefined
  /** The file that says at which other systems people may sign in; without one a demo brings its training twins. */
  logins: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  /** Where times are stamped (RFC 3161) and the root that vouches for it (PEM); without them the house stamps for training. */
  tsaUrl: string | undefined
  tsaRoot: string | undefined
  /** Where the master keys lie, or `env:MOTCUA_MASTER_KEYS`: the same text in an environment variable. */
  keyFile: string
  /** Where the virus scanner listens (clamd): `host:port` or the path of its socket. Without it files are not scanned, and say so. */
  clamd: string | undefined
  logLevel: string
  production: boolean
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const data = resolve(env.MOTCUA_DATA || './data')
  const port = Number(env.PORT || 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is not a port: ${env.PORT}`)
  const production = env.NODE_ENV === 'production'
  if (production && env.MOTCUA_NOW) throw new Error('MOTCUA_NOW is for training and tests, not for production')
  return {
    port,
    host: env.HOST || '0.0.0.0',
    data,
    databaseUrl: env.DATABASE_URL || undefined,
    databaseAdminUrl: env.DATABASE_ADMIN_URL || undefined,
    demo: env.MOTCUA_DEMO !== '0',
    now: env.MOTCUA_NOW || undefined,
    url: (env.MOTCUA_URL || `http://localhost:${port}`).replace(/\/+$/, ''),
    oneStopUrl: env.MOTCUA_ONE_STOP_URL?.replace(/\/+$/, '') || undefined,
    trustProxy: env.MOTCUA_TRUST_PROXY === '1',
    metricsToken: env.MOTCUA_METRICS_TOKEN || undefined,
    logins: env.MOTCUA_LOGINS || undefined,
    smtpUrl: env.SMTP_URL || undefined,
    mailFrom: env.MOTCUA_MAIL_FROM || 'Một Cửa <khong-tra-loi@motcua.invalid>',
    tsaUrl: env.MOTCUA_TSA_URL || undefined,
    tsaRoot: env.MOTCUA_TSA_ROOT || undefined,
    clamd: env.MOTCUA_CLAMD || undefined,
    keyFile: env.MOTCUA_MASTER_KEYS
      ? 'env:MOTCUA_MASTER_KEYS'
      : env.MOTCUA_KEY_FILE || resolve(data, 'keys', 'master.json'),
    logLevel: env.MOTCUA_LOG || 'info',
    production,
  }
}
