import { createHash, randomUUID } from 'node:crypto'
import { closeSync, fsync, open, openSync, write } from 'node:fs'
import { mkdir, open as openHandle, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Readable } from 'node:stream'
import type { Bytes } from './stream.ts'

/**
 * Where sealed bytes lie. The address is their own SHA-256 in hex, so the same bytes are kept once, and a store can be
 * checked without any key. Small enough that a folder, an S3 bucket or a test can be one.
 */
export type BlobStore = {
  /** Returns only when the bytes would survive a power cut; keeping the same bytes again changes nothing. */
  put(source: Bytes): Promise<string>
  /** Throws `BlobMissing` when nothing lies there. */
  get(address: string): Promise<Readable>
  has(address: string): Promise<boolean>
  remove(address: string): Promise<void>
  list(): AsyncIterable<string>
  /** When these bytes were put here, by the store's own clock; undefined when nothing lies there. */
  keptAt(address: string): Promise<Date | undefined>
  /** Removes what sendings that were cut off before this instant left half done. */
  clearUnfinished(before: Date): Promise<number>
}

export class BlobMissing extends Error {
  override readonly name = 'BlobMissing'
}

/** A folder as a store: `ab/cd/<address>`; a file appears under its address whole or not at all. */
export function diskStore(folder: string): BlobStore {
  const placeOf = (address: string) => join(folder, address.slice(0, 2), address.slice(2, 4), checked(address))
  const incoming = join(folder, 'incoming')
  let isOpen = false
  /** Folders whose names are on the disk, as far as this process knows. */
  const settled = new Set([folder])
  /** Puts on the disk what lies in this folder, and the names of the folder and of those above where that is not known. */
  const settle = async (place: string) => {
    const fresh: string[] = []
    for (let here = place; !settled.has(here); here = dirname(here)) fresh.push(here)
    await Promise.all([place, ...fresh.map(dirname)].map(force))
    for (const each of fresh) settled.add(each)
  }

  return {
    async put(source) {
      if (!isOpen) await mkdir(incoming, { recursive: true, mode: 0o700 })
      isOpen = true
      const draft = join(incoming, randomUUID())
      try {
        const address = await writeDraft(draft, source)
        const place = placeOf(address)
        if (!settled.has(dirname(place))) await mkdir(dirname(place), { recursive: true, mode: 0o700 })
        await rename(draft, place)
        await settle(dirname(place))
        return address
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },

    async get(address) {
      const handle = await openHandle(placeOf(address), 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') throw new BlobMissing(`nothing lies at ${address}`)
        throw error
      })
      return handle.createReadStream()
    },

    async has(address) {
      return (await statOf(placeOf(address))) !== undefined
    },

    async remove(address) {
      await rm(placeOf(address), { force: true })
    },

    async *list() {
      for (const outer of await folders(folder))
        for (const inner of await folders(join(folder, outer))) yield* await readdir(join(folder, outer, inner))
    },

    async keptAt(address) {
      return (await statOf(placeOf(address)))?.mtime
    },

    async clearUnfinished(before) {
      let cleared = 0
      for (const name of await readdir(incoming).catch(() => [] as string[])) {
        const kept = await statOf(join(incoming, name))
        if (!kept || kept.mtime >= before) continue
        await rm(join(incoming, name), { force: true })
        cleared += 1
      }
      return cleared
    },
  }
}

/** Whether the bytes at this address are still the bytes that were kept; needs no key. */
export async function isWhole(store: BlobStore, address: string): Promise<boolean> {
  if (!(await store.has(address))) return false
  const hash = createHash('sha256')
  for await (const part of await store.get(address)) hash.update(part)
  return hash.digest('hex') === address
}

/** By number: the handles that Node wraps around them cost as much as the calls themselves, and a life of a dossier makes some forty. */
const file = { open: promisify(open), write: promisify(write), sync: promisify(fsync) }

async function writeDraft(draft: string, source: Bytes): Promise<string> {
  const hash = createHash('sha256')
  const to = await file.open(draft, 'wx', 0o600)
  try {
    let held: Uint8Array[] = []
    let length = 0
    const write = async () => {
      let rest: Uint8Array = Buffer.concat(held)
      while (rest.length > 0) rest = rest.subarray((await file.write(to, rest)).bytesWritten)
      held = []
      length = 0
    }
    for await (const part of source) {
      hash.update(part)
      held.push(part)
      length += part.length
      if (length > 256 * 1024) await write()
    }
    await write()
    await file.sync(to)
  } finally {
    closeSync(to)
  }
  return hash.digest('hex')
}

/** A rename survives a power cut only once its folder is on the disk too. The folder was just written to: opening it waits for nothing. */
async function force(folder: string) {
  const from = openSync(folder, 'r')
  await file.sync(from).finally(() => closeSync(from))
}

async function statOf(path: string) {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

async function folders(folder: string): Promise<string[]> {
  const found = await readdir(folder).catch(() => [] as string[])
  return found.filter((name) => /^[0-9a-f]{2}$/.test(name)).sort()
}

/** An address is never trusted to be one: it becomes a path. */
function checked(address: string): string {
  if (!/^[0-9a-f]{64}$/.test(address)) throw new RangeError('not an address')
  return address
}
