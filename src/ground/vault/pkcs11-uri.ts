import { CannotOpen } from '../cannot-open.ts'

/** Where a key lies that never leaves its device, as a PKCS#11 URI (RFC 7512) says it. */
export type KeyAddress = {
  /** The vendor’s library, an absolute path. */
  module: string
  /** The label of the token. */
  token: string
  /** The label of the key. */
  object: string
  /** The file that holds the PIN, an absolute path. */
  pinFile: string
}

const path = ['token', 'object', 'type']
const query = ['module-path', 'pin-source']

/** Understands `pkcs11:token=…;object=…?module-path=…&pin-source=…`; anything else, and a PIN in the URI itself, is refused. */
export function keyAddressOf(uri: string): KeyAddress {
  const [, inPath, inQuery] = /^pkcs11:([^?]*)\?(.*)$/.exec(uri) ?? fail()
  const given = new Map([...attributes(inPath!, ';', path), ...attributes(inQuery!, '&', query)])
  const { module, token, object, pinFile } = {
    module: given.get('module-path'),
    token: given.get('token'),
    object: given.get('object'),
    pinFile: given.get('pin-source')?.replace(/^file:(\/\/(?=\/))?/, ''),
  }
  if (!module?.startsWith('/') || !token || !object || !/^\/(?!\/)/.test(pinFile ?? '')) return fail()
  if ((given.get('type') ?? 'secret-key') !== 'secret-key') return fail()
  return { module, token, object, pinFile: pinFile! }
}

/** Whether both name the same key of the same token; the way there may differ. */
export function isSameKey(one: string, other: string): boolean {
  const [a, b] = [keyAddressOf(one), keyAddressOf(other)]
  return a.token === b.token && a.object === b.object
}

/** The same key, its library and PIN file as another URI of the same token says: that one is newer. */
export function reachedBy(uri: string, newer: string): string {
  if (keyAddressOf(uri).token !== keyAddressOf(newer).token) return uri
  return uri.slice(0, uri.indexOf('?')) + newer.slice(newer.indexOf('?'))
}

function attributes(text: string, between: string, known: string[]): [string, string][] {
  const found = text.split(between).map((part): [string, string] => {
    const at = part.indexOf('=')
    const name = part.slice(0, at)
    if (!known.includes(name)) return fail()
    return [name, decoded(part.slice(at + 1))]
  })
  return new Set(found.map(([name]) => name)).size === found.length ? found : fail()
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return fail()
  }
}

/** A PIN may stand in what was given, so it is not repeated. */
function fail(): never {
  throw tokenRefused(
    'cần có dạng pkcs11:token=…;object=…?module-path=/…&pin-source=file:/…, mã PIN để trong tệp riêng, không viết vào đây',
    'expected pkcs11:token=…;object=…?module-path=/…&pin-source=file:/…, the PIN in a file of its own and never in here',
  )
}

/** Why the house does not open by its key device, naming the setting. */
export const tokenRefused = (vi: string, en: string, cause?: unknown) =>
  new CannotOpen(`MOTCUA_MASTER_KEY: ${vi}. / ${en}.`, { cause })
