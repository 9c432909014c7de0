import { resolve } from 'node:path'
import { CannotOpen } from './cannot-open.ts'

/** What the surroundings decide; nothing a province may choose stands here. */
export type Config = {
  port: number
  host: string
  data: string
  databaseUrl: string | undefined
  databaseAdminUrl: string | undefined
  /** The training province, with its known passwords; outside production unless it is told not to, in production only when told to. */
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
  /** What wraps data keys: `file`, or the PKCS#11 URI of a key in a device; without it as the key file says. */
  masterKey: string | undefined
  /** Where the virus scanner listens (clamd): `host:port` or the path of its socket. Without it files are not scanned, and say so. */
  clamd: string | undefined
  /** Names of servers that may lie in the house's own network: mail, sign-in, scanner, time. Others are called only at public addresses. */
  insideHosts: readonly string[]
  logLevel: string
  production: boolean
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const data = resolve(env.MOTCUA_DATA || './data')
  const port = Number(env.PORT || 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new CannotOpen(
      `PORT=${env.PORT} không phải là số cổng. Hãy đặt PORT là một số từ 0 đến 65535, ví dụ 8080.\n` +
        `  PORT=${env.PORT} is not a port. Set PORT to a number from 0 to 65535, such as 8080.`,
    )
  const production = env.NODE_ENV === 'production'
  if (production) mustBeStated(env)
  return {
    port,
    host: env.HOST || '0.0.0.0',
    data,
    databaseUrl: env.DATABASE_URL || undefined,
    databaseAdminUrl: env.DATABASE_ADMIN_URL || undefined,
    demo: production ? env.MOTCUA_DEMO === '1' : env.MOTCUA_DEMO !== '0',
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
    insideHosts: (env.MOTCUA_INSIDE_HOSTS || '')
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
    keyFile: env.MOTCUA_MASTER_KEYS
      ? 'env:MOTCUA_MASTER_KEYS'
      : env.MOTCUA_KEY_FILE || resolve(data, 'keys', 'master.json'),
    masterKey: env.MOTCUA_MASTER_KEY || undefined,
    logLevel: env.MOTCUA_LOG || 'info',
    production,
  }
}

/** What has a default for training and none in production: each is named, all at once, before anything is opened. */
const inProduction: readonly { missing: (env: NodeJS.ProcessEnv) => boolean; vi: string; en: string }[] = [
  {
    missing: ({ MOTCUA_NOW }) => Boolean(MOTCUA_NOW),
    vi: 'bỏ MOTCUA_NOW: đồng hồ huấn luyện không dùng khi chạy thật',
    en: 'remove MOTCUA_NOW: the training clock is not for production',
  },
  {
    missing: ({ MOTCUA_URL }) => !MOTCUA_URL,
    vi: 'đặt MOTCUA_URL: địa chỉ người dân thấy, được in vào mã QR',
    en: 'set MOTCUA_URL: the address people see, printed in QR codes',
  },
  {
    missing: ({ MOTCUA_KEY_FILE, MOTCUA_MASTER_KEYS }) => !MOTCUA_KEY_FILE && !MOTCUA_MASTER_KEYS,
    vi: 'đặt MOTCUA_KEY_FILE: khóa chủ phải nằm ngoài thư mục dữ liệu',
    en: 'set MOTCUA_KEY_FILE: the master keys lie apart from the data',
  },
  {
    missing: ({ SMTP_URL, MOTCUA_MAIL_FROM }) => Boolean(SMTP_URL) && !MOTCUA_MAIL_FROM,
    vi: 'đặt MOTCUA_MAIL_FROM: người gửi thật của thư điện tử',
    en: 'set MOTCUA_MAIL_FROM: the true sender of e-mail',
  },
]

function mustBeStated(env: NodeJS.ProcessEnv): void {
  const wrong = inProduction.filter(({ missing }) => missing(env))
  if (wrong.length === 0) return
  const lines = wrong.map(({ vi, en }) => `  - ${vi} / ${en}`)
  throw new CannotOpen(
    ['Chưa chạy thật được vì còn thiếu / cannot open with NODE_ENV=production yet:', ...lines].join('\n'),
  )
}
