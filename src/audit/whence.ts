import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'

/** In which session and on which device something is done: what an entry says of it besides its actor. */
type Whence = { session?: string; device?: string }

const here = new AsyncLocalStorage<Whence>()

/** Does the work of one request; what `noteSession` learns meanwhile goes into each of its entries, and into no other’s. */
export function inRequest<T>(work: () => T): T {
  return here.run({}, work)
}

/**
 * From now on this request acts in this session: entries name it by the first letters of its hash, which opens nothing, and the device by its
 * kind of browser and system. Outside a request nothing is noted.
 */
export function noteSession(token: string, agent: string | undefined): void {
  const now = here.getStore()
  if (!now) return
  now.session = createHash('sha256').update(token).digest('hex').slice(0, 12)
  now.device = deviceOf(agent)
}

/** What the entries of this request say of session and device; nothing where nobody is signed in or no request is going on. */
export function whenceNow(): Whence {
  return here.getStore() ?? {}
}

const systems = [
  [/Android/, 'android'],
  [/iPhone|iPad/, 'ios'],
  [/Windows/, 'windows'],
  [/Mac OS X/, 'macos'],
  [/Linux|X11/, 'linux'],
] as const
const browsers = [
  [/Zalo/, 'zalo'],
  [/coc_coc_browser/, 'coccoc'],
  [/Edg/, 'edge'],
  [/Firefox/, 'firefox'],
  [/Chrome|CriOS/, 'chrome'],
  [/Safari/, 'safari'],
] as const

/** The kind of device from what a browser says of itself: `chrome android`; a program by its name alone. */
export function deviceOf(agent: string | undefined): string {
  if (!agent) return 'unknown'
  const named = (kinds: readonly (readonly [RegExp, string])[]) => kinds.find(([sign]) => sign.test(agent))?.[1]
  const kind = [named(browsers), named(systems)].filter(Boolean).join(' ')
  return kind || (/^[\w.-]{1,30}/.exec(agent)?.[0].toLowerCase() ?? 'unknown')
}
