import { readFileSync } from 'node:fs'
import { CannotOpen } from '../../ground/cannot-open.ts'
import type { Config } from '../../ground/config.ts'
import { type Login, type LoginId, loginIds, loginsFile, nationalClaims } from './login.ts'
import { simulatedLogins } from './simulated.ts'

const known = new WeakMap<Config, readonly Login[]>()

/** The other sign-ins of this house: those of its file, else the training twins, else none. A file that cannot be read keeps the house shut. */
export function loginsOf(config: Config): readonly Login[] {
  const found = known.get(config) ?? (config.logins ? readLogins(config.logins) : undefined)
  if (!found) return config.demo ? simulatedLogins(config) : []
  known.set(config, found)
  return found
}

export function loginOf(config: Config, id: LoginId): Login | undefined {
  return loginsOf(config).find((login) => login.id === id)
}

function readLogins(file: string): Login[] {
  const read = loginsFile.safeParse(jsonOf(file))
  if (!read.success) {
    const where = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
    throw new CannotOpen(`${file}: không hiểu tệp này / is not understood: ${where}`)
  }
  return loginIds.flatMap((id) => {
    const one = read.data[id]
    if (!one) return []
    return [
      { ...one, id, acr: one.acr, claims: { ...nationalClaims, ...one.claims } as Login['claims'], simulated: false },
    ]
  })
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (fault) {
    throw new CannotOpen(`${file}: không đọc được / cannot be read: ${(fault as Error).message}`)
  }
}
