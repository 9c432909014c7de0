import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { link, mkdir, open, rename, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CannotOpen } from '../cannot-open.ts'
import { Tampered } from './tampered.ts'

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

type KeyFile = { format: 1; masterKeys: { version: number; key: string }[]; fingerprintKey: string }

export const wrappedLength = 42
const keyLength = 32
const cipher = 'id-aes256-wrap'
const wrapStart = Buffer.alloc(8, 0xa6)

/**
 * Opens the key file, making it with one fresh key (readable by its owner only) where there is none. A file that is rotated later is
 * noticed before the next wrapping and at the first key not known yet, so a house need not be closed for it. `env:NAME` opens the
 * same text from an environment variable, which is never written.
 */
export async function openKeyring(file: string): Promise<Keyring> {
  const kept = readKeys(file) ?? (await createKeys(file))
  return keyringOf(kept, file)
}

/** Whether keys are there to be opened. */
export function hasKeys(file: string): boolean {
  return isVariable(file)
    ? process.env[nameOf(file)] !== undefined
    : statSync(file, { throwIfNoEntry: false }) !== undefined
}

/** Adds one master key; from the next opening on it is the one that wraps. Returns its version. */
export async function rotateKeyring(file: string): Promise<number> {
  const kept = keysToChange(file)
  const version = Math.max(...kept.masterKeys.map((key) => key.version)) + 1
  await replaceKeys(file, { ...kept, masterKeys: [...kept.masterKeys, { version, key: freshKey() }] })
  return version
}

/** Takes every master key but the newest out of the file: what is still wrapped by them opens no more. Returns how many went. */
export async function retireKeys(file: string): Promise<number> {
  const kept = keysToChange(file)
  const newest = Math.max(...kept.masterKeys.map((key) => key.version))
  const masterKeys = kept.masterKeys.filter(({ version }) => version === newest)
  await replaceKeys(file, { ...kept, masterKeys })
  return kept.masterKeys.length - masterKeys.length
}

function keysToChange(file: string): KeyFile {
  if (isVariable(file))
    throw new CannotOpen(`keys from ${nameOf(file)} are changed where the variable is set, not here`)
  const kept = readKeys(file)
  if (!kept) throw new CannotOpen(`no key file to rotate: ${file}`)
  return kept
}

async function replaceKeys(file: string, next: KeyFile): Promise<void> {
  const draft = await writeDraft(file, next)
  await rename(draft, file)
  await settle(dirname(file))
}

function keyringOf(first: KeyFile, file: string): Keyring {
  let mark = markOf(file)
  let keys = masterKeysOf(first)
  const indexKey = decodeKey(first.fingerprintKey)
  const keyFor = remember((purpose: string) => Buffer.from(hkdfSync('sha256', indexKey, '', purpose, keyLength)))

  /** Reads the file again when it is another one than it was; one that cannot be read just now leaves the keys as they are. */
  const look = () => {
    const now = markOf(file)
    if (now === mark || now === undefined) return
    const kept = readKeys(file)
    if (!kept || kept.fingerprintKey !== first.fingerprintKey) return
    keys = masterKeysOf(kept)
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
      const wrapping = createCipheriv(cipher, master(newest), wrapStart)
      const header = Buffer.alloc(2)
      header.writeUInt16BE(newest)
      return Buffer.concat([header, wrapping.update(dataKey), wrapping.final()])
    },
    unwrap(wrapped) {
      if (wrapped.length !== wrappedLength) throw new Tampered('a wrapped key has 42 bytes')
      const bytes = Buffer.from(wrapped)
      const unwrapping = createDecipheriv(cipher, master(bytes.readUInt16BE(0)), wrapStart)
      try {
        return Buffer.concat([unwrapping.update(bytes.subarray(2)), unwrapping.final()])
      } catch {
        throw new Tampered('the wrapped key does not belong to this keyring, or was altered')
      }
    },
    fingerprint: (text, purpose) => createHmac('sha256', keyFor(purpose)).update(text, 'utf8').digest(),
  }
}

const isVariable = (file: string) => file.startsWith('env:')
const nameOf = (file: string) => file.slice('env:'.length)
const masterKeysOf = ({ masterKeys }: KeyFile) =>
  new Map(masterKeys.map(({ version, key }) => [version, createSecretKey(decodeKey(key))]))

/** Another text for every state of the file. */
function markOf(file: string): string | undefined {
  if (isVariable(file)) return undefined
  const found = statSync(file, { throwIfNoEntry: false })
  return found && `${found.ino} ${found.mtimeMs} ${found.size}`
}

function readKeys(file: string): KeyFile | undefined {
  if (isVariable(file)) return understood(parsed(process.env[nameOf(file)] ?? ''), file)
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) return undefined
  if (process.platform !== 'win32' && (found.mode & 0o007) !== 0)
    throw new CannotOpen(`anyone on this machine may read the key file; chmod 600 ${file}`)

  return understood(parsed(readFileSync(file, 'utf8')), file)
}

function understood(kept: KeyFile | undefined, file: string): KeyFile {
  if (kept?.format !== 1 || !Array.isArray(kept.masterKeys) || kept.masterKeys.length === 0)
    throw new CannotOpen(`not a key file: ${file}`)
  const versions = kept.masterKeys.map((key) => key.version)
  if (new Set(versions).size !== versions.length || versions.some((version) => !isVersion(version)))
    throw new CannotOpen(`key versions must be different whole numbers, 1 to 65535: ${file}`)
  return kept
}

function parsed(text: string): KeyFile | undefined {
  try {
    return JSON.parse(text) as KeyFile
  } catch {
    return undefined
  }
}

/** Two processes may start at once: the draft is linked into place, which only one of them can do; both read the winner. */
async function createKeys(file: string): Promise<KeyFile> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const draft = await writeDraft(file, {
    format: 1,
    masterKeys: [{ version: 1, key: freshKey() }],
    fingerprintKey: freshKey(),
  })
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await unlink(draft)
  await settle(dirname(file))
  return readKeys(file)!
}

async function writeDraft(file: string, keys: KeyFile): Promise<string> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(keys, undefined, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return draft
}

async function settle(folder: string) {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
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
const isVersion = (version: number) => Number.isInteger(version) && version >= 1 && version <= 0xffff
