import { createRequire } from 'node:module'
import { join } from 'node:path'
import { tokenRefused } from './pkcs11-uri.ts'

/** What we ask of graphene-pk11; it lies in scripts/token and is loaded only where a key device is named. */
export type Session = {
  login(pin: string): void
  find(template: Template): { length: number; items(index: number): TokenObject }
  create(template: Template): TokenObject
  generateKey(mechanism: number, template: Template): TokenObject
  wrapKey(mechanism: number, by: TokenObject, key: TokenObject): Buffer
  unwrapKey(mechanism: number, by: TokenObject, wrapped: Buffer, template: Template): TokenObject
  close(): void
}
export type TokenObject = {
  getAttribute<Name extends string>(template: Record<Name, null>): Record<Name, unknown>
  toType(): TokenObject
  destroy(): void
}
type Template = Record<string, string | number | boolean | Buffer>
type Slot = { getToken(): { label: string }; open(flags: number): Session; closeAll(): void }
type Module = { initialize(): void; getSlots(present: boolean): { length: number; items(index: number): Slot } }
type Library = { Module: { load(path: string): Module } }

/** The numbers of the standard (PKCS#11 v2.40). */
export const standard = {
  secretKey: 0x4,
  aes: 0x1f,
  generateAes: 0x1080,
  aesKeyWrap: 0x2109,
  serialSession: 0x4,
  writableSession: 0x2,
}

const require = createRequire(join(import.meta.dirname, '../../../scripts/token/package.json'))
const modules = new Map<string, Module>()

/** The vendor’s library, once in a process: it may be initialised only once. */
export function moduleAt(path: string): Module {
  const known = modules.get(path)
  if (known) return known
  const library = tokenLibrary()
  try {
    const module = library.Module.load(path)
    module.initialize()
    modules.set(path, module)
    return module
  } catch (fault) {
    throw tokenRefused(
      `không mở được thư viện của thiết bị khóa ${path} (module-path)`,
      `the library of the key device does not open: ${path} (module-path)`,
      fault,
    )
  }
}

/** The token that bears this label, or undefined. */
export function tokenIn(module: Module, label: string): Slot | undefined {
  const slots = module.getSlots(true)
  const all = Array.from({ length: slots.length }, (_, at) => slots.items(at))
  return all.find((slot) => slot.getToken().label === label)
}

/** Whether the packages that speak to key devices are installed. */
export function hasTokenPackages(): boolean {
  try {
    return Boolean(require('graphene-pk11'))
  } catch {
    return false
  }
}

function tokenLibrary(): Library {
  try {
    return require('graphene-pk11') as Library
  } catch (fault) {
    throw tokenRefused(
      'chưa cài gói dùng thiết bị khóa; hãy chạy "npm run motcua keys status" một lần với biến này',
      'the packages for key devices are not installed; run "npm run motcua keys status" once with this variable set',
      fault,
    )
  }
}
