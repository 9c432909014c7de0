import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { CannotOpen } from '../cannot-open.ts'
import { createKeys, type KeyFile, keysToChange, markOf, type MasterKey, readKeys, replaceKeys } from './key-file.ts'
import { isSameKey, reachedBy } from './pkcs11-uri.ts'
import { Tampered } from './tampered.ts'
import { tokenWrapper } from './token.ts'
import { softWrapper, type Wrapper } from './wrapper.ts'

/** Master keys never touch content: they wrap one data key per sealed thing, so a rotation rewraps 40 bytes, not files. */
export type Keyring = {
  /** The version that wraps from now on; older ones only unwrap. */
  readonly newest: number
  /** Two bytes of key version, then the 32-byte data key wrapped by AES-KW (RFC 3394): 42 bytes. */
  wrap(dataKey: Uint8Array): Buffer
  unwrap(wrapped: Uint8Array): Buffer
  /** A keyed hash for equality search; its key does not rotate, or every stored hash would have to be made again. */
  fingerprint(text: string, purpose: string): Buffer
}

export const wrappedLength = 42
const keyLength = 32

/**
 * Opens the key file, making it with one fresh key (readable by its owner only) where there is none. A file that is rotated later is
 * noticed before the next wrapping and at the first key not known yet, so a house need not be closed for it. `env:NAME` opens the
 * same text from an environment variable, which is never written. `wanted` is `file` or a PKCS#11 URI: a new key file begins with it,
 * and a key in a device is reached the way it says, should library or PIN file have moved since the key file was written.
 */
export async function openKeyring(file: string, wanted?: string): Promise<Keyring> {
  const kept = readKeys(file) ?? (await createKeys(file, freshKeys(wanted)))
  return keyringOf(kept, file, wanted)
}

/** Refuses a setting by which nothing can be wrapped, and one that names another key than the newest of the key file, where there is one. */
export function mustWrapBy(file: string, wanted: string): void {
  if (wanted !== 'file') tokenWrapper(wanted)
  const kept = readKeys(file)
  if (!kept || isWanted(newestOf(kept), wanted)) return
  throw new CannotOpen(
    'MOTCUA_MASTER_KEY chỉ một khóa khác với khóa chủ đang dùng. Hãy chạy "motcua keys rotate" với biến này trước. / ' +
      'MOTCUA_MASTER_KEY names another key than the one that wraps; run "motcua keys rotate" with it first.',
  )
}

/**
 * Adds one master key; from the next opening on it is the one that wraps. `wanted` is a PKCS#11 URI or `file`; to leave a device for the file
 * it must be said, so that a forgotten setting never takes the keys out of it. Returns its version.
 */
export async function rotateKeyring(file: string, wanted?: string): Promise<number> {
  const kept = keysToChange(file)
  const newest = newestOf(kept)
  if ('token' in newest && (!wanted || isWanted(newest, wanted)))
    throw new CannotOpen(
      'Khóa chủ đang nằm trong thiết bị. Hãy đặt MOTCUA_MASTER_KEY là khóa khác trong thiết bị, hoặc "file" để trở về tệp khóa. / ' +
        'The newest master key lies in a device; set MOTCUA_MASTER_KEY to another key there, or to "file" to go back to the key file.',
    )
  const indexKey = indexKeyOf(kept, wrappersOf(kept, wanted))
  const next = newMasterKey(newest.version + 1, wanted)
  const masterKeys = [...kept.masterKeys.map((key) => along(key, wanted)), next]
  await replaceKeys(file, { ...kept, masterKeys, fingerprintKey: beside(next, indexKey) })
  return next.version
}

/** Takes every master key but the newest out of the file: what is still wrapped by them opens no more. Returns how many went. */
export async function retireKeys(file: string): Promise<number> {
  const kept = keysToChange(file)
  const masterKeys = [newestOf(kept)]
  await replaceKeys(file, { ...kept, masterKeys })
  return kept.masterKeys.length - masterKeys.length
}

function keyringOf(first: KeyFile, file: string, wanted?: string): Keyring {
  let mark = markOf(file)
  let keys = wrappersOf(first, wanted)
  const indexKey = indexKeyOf(first, keys)
  const keyFor = remember((purpose: string) => Buffer.from(hkdfSync('sha256', indexKey, '', purpose, keyLength)))

  /** Reads the file again when it is another one than it was; one that cannot be read just now leaves the keys as they are. */
  const look = () => {
    const now = markOf(file)
    if (now === mark || now === undefined) return
    const kept = readKeys(file)
    if (!kept) return
    const fresh = wrappersOf(kept, wanted)
    if (!indexKeyOf(kept, fresh).equals(indexKey)) return
    keys = fresh
    mark = now
  }
  const master = (version: number) => {
    if (!keys.has(version)) look()
    const key = keys.get(version)
    if (!key) throw new Error(`key version ${version} is not in the keyring`)
    return key
  }
  const newestNow = () => {
    look()
    return Math.max(...keys.keys())
  }

  return {
    get newest() {
      return newestNow()
    },
    wrap(dataKey) {
      if (dataKey.length !== keyLength) throw new RangeError('a data key has 32 bytes')
      const newest = newestNow()
      return Buffer.concat([versionBytes(newest), master(newest).wrap(dataKey)])
    },
    unwrap(wrapped) {
      if (wrapped.length !== wrappedLength) throw new Tampered('a wrapped key has 42 bytes')
      const bytes = Buffer.from(wrapped)
      return master(bytes.readUInt16BE(0)).unwrap(bytes.subarray(2))
    },
    fingerprint: (text, purpose) => createHmac('sha256', keyFor(purpose)).update(text, 'utf8').digest(),
  }
}

/** The one place that knows where a master key lies. */
const wrapperOf = (master: MasterKey): Wrapper =>
  'token' in master ? tokenWrapper(master.token) : softWrapper(decodeKey(master.key))
const newMasterKey = (version: number, wanted = 'file'): MasterKey =>
  wanted === 'file' ? { version, key: freshKey() } : { version, token: wanted }
const isWanted = (master: MasterKey, wanted: string) =>
  'token' in master ? wanted !== 'file' && isSameKey(master.token, wanted) : wanted === 'file'
const newestOf = ({ masterKeys }: KeyFile) => masterKeys.reduce((a, b) => (b.version > a.version ? b : a))
const wrappersOf = ({ masterKeys }: KeyFile, wanted?: string) =>
  new Map(masterKeys.map((key) => [key.version, wrapperOf(along(key, wanted))]))
const along = (key: MasterKey, wanted = 'file'): MasterKey =>
  'token' in key && wanted !== 'file' ? { ...key, token: reachedBy(key.token, wanted) } : key

function freshKeys(wanted?: string): KeyFile {
  const master = newMasterKey(1, wanted)
  return { format: 1, masterKeys: [master], fingerprintKey: beside(master, randomBytes(keyLength)) }
}

function indexKeyOf({ fingerprintKey }: KeyFile, wrappers: Map<number, Wrapper>): Buffer {
  const bytes = Buffer.from(fingerprintKey, 'base64')
  if (bytes.length !== wrappedLength) return decodeKey(fingerprintKey)
  const wrapper = wrappers.get(bytes.readUInt16BE(0))
  if (!wrapper) throw new CannotOpen('the key that wraps the fingerprint key is not in the key file')
  return wrapper.unwrap(bytes.subarray(2))
}

function beside(newest: MasterKey, indexKey: Buffer): string {
  const kept = 'token' in newest ? [versionBytes(newest.version), wrapperOf(newest).wrap(indexKey)] : [indexKey]
  return Buffer.concat(kept).toString('base64')
}

function versionBytes(version: number): Buffer {
  const header = Buffer.alloc(2)
  header.writeUInt16BE(version)
  return header
}

function decodeKey(text: string): Buffer {
  const key = Buffer.from(text, 'base64')
  if (key.length !== keyLength) throw new Error('a key in the key file does not have 32 bytes')
  return key
}

function remember(make: (name: string) => Buffer) {
  const made = new Map<string, Buffer>()
  return (name: string) => {
    const known = made.get(name) ?? make(name)
    made.set(name, known)
    return known
  }
}

const freshKey = () => randomBytes(keyLength).toString('base64')
