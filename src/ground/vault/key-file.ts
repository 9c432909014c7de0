import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { link, open, rename, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CannotOpen } from '../cannot-open.ts'
import { makeFolder } from '../make-folder.ts'

/** One version: its key, or the PKCS#11 URI of a key that never leaves its device. */
export type MasterKey = { version: number; key: string } | { version: number; token: string }
/** The key of the fingerprints stands as it is beside a key in the file, and wrapped by it beside a newest key in a device. */
export type KeyFile = { format: 1; masterKeys: MasterKey[]; fingerprintKey: string }

const isVariable = (file: string) => file.startsWith('env:')
const nameOf = (file: string) => file.slice('env:'.length)

/** Whether keys are there to be opened. */
export function hasKeys(file: string): boolean {
  return isVariable(file)
    ? process.env[nameOf(file)] !== undefined
    : statSync(file, { throwIfNoEntry: false }) !== undefined
}

/** Another text for every state of the file. */
export function markOf(file: string): string | undefined {
  if (isVariable(file)) return undefined
  const found = statSync(file, { throwIfNoEntry: false })
  return found && `${found.ino} ${found.mtimeMs} ${found.size}`
}

export function readKeys(file: string): KeyFile | undefined {
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
export async function createKeys(file: string, first: KeyFile): Promise<KeyFile> {
  makeFolder(dirname(file), 0o700)
  const draft = await writeDraft(file, first)
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await unlink(draft)
  await settle(dirname(file))
  return readKeys(file)!
}

/** The keys of a file that may be changed: there, and not a variable. */
export function keysToChange(file: string): KeyFile {
  if (isVariable(file))
    throw new CannotOpen(`keys from ${nameOf(file)} are changed where the variable is set, not here`)
  const kept = readKeys(file)
  if (!kept) throw new CannotOpen(`no key file to rotate: ${file}`)
  return kept
}

export async function replaceKeys(file: string, next: KeyFile): Promise<void> {
  const draft = await writeDraft(file, next)
  await rename(draft, file)
  await settle(dirname(file))
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

const isVersion = (version: number) => Number.isInteger(version) && version >= 1 && version <= 0xffff
