import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Keyring } from './keyring.ts'
import { fingerprint, open, openJson, rewrap, seal, sealJson } from './seal.ts'
import { isWhole } from './store.ts'
import type { BlobStore } from './store.ts'
import { decryptStream, encryptStream } from './stream.ts'
import type { Bytes } from './stream.ts'

/** What to write down about a kept file. Without the wrapped key the bytes are noise: erasing it erases the file. */
export type KeptFile = {
  /** SHA-256 of the sealed bytes, hex: where they lie. */
  readonly address: string
  /** 42 bytes: key version and data key, wrapped by a master key. */
  readonly wrappedKey: Buffer
  /** SHA-256 of the plaintext, hex. */
  readonly sha256: string
  /** Bytes of plaintext. */
  readonly size: number
}

export type Vault = ReturnType<typeof openVault>

/** Files and values that are unreadable where they lie: sealed under one key each, and those keys under the keyring. */
export function openVault({ keyring, store }: { keyring: Keyring; store: BlobStore }) {
  /** The plaintext, chunk by chunk; the stream fails with `Tampered` where the stored bytes are not what was kept. */
  async function readFile(kept: Pick<KeptFile, 'address' | 'wrappedKey'>, id: string): Promise<Readable> {
    const dataKey = keyring.unwrap(kept.wrappedKey)
    const sealed = await store.get(kept.address)
    const plain = Readable.from(decryptStream(dataKey, sealed, fileContext(id)), { objectMode: false })
    return plain.once('close', () => sealed.destroy())
  }

  return {
    /** Seals the file for this id and keeps it; opening it later needs the same id. */
    async keepFile(source: Bytes | Uint8Array, id: string): Promise<KeptFile> {
      const dataKey = randomBytes(32)
      const seen = { hash: createHash('sha256'), size: 0 }
      const plain = watched(source instanceof Uint8Array ? [source] : source, seen)
      const address = await store.put(encryptStream(dataKey, plain, fileContext(id)))
      return { address, wrappedKey: keyring.wrap(dataKey), sha256: seen.hash.digest('hex'), size: seen.size }
    },

    readFile,

    /** The whole plaintext at once, for files known to be small enough. */
    async readWhole(kept: Pick<KeptFile, 'address' | 'wrappedKey'>, id: string): Promise<Buffer> {
      return Buffer.concat(await (await readFile(kept, id)).toArray())
    },

    /** The file's key under the newest master key; the sealed bytes stay as they are. */
    rewrapKey: (wrappedKey: Uint8Array): Buffer => keyring.wrap(keyring.unwrap(wrappedKey)),

    /** A sealed value under the newest master key; its content is neither read nor touched. */
    rewrap: (sealed: Uint8Array): Buffer => rewrap(keyring, sealed),
    /** The version of the master key that wraps from now on. */
    newestKey: () => keyring.newest,

    isWhole: (address: string) => isWhole(store, address),
    removeFile: (address: string) => store.remove(address),
    /** Where sealed bytes lie; for what looks after all of them: the sweeping, the backup. */
    store,

    seal: (plaintext: string | Uint8Array, context: string) => seal(keyring, plaintext, context),
    open: (sealed: Uint8Array, context: string) => open(keyring, sealed, context),
    sealJson: (value: unknown, context: string) => sealJson(keyring, value, context),
    openJson: <T>(sealed: Uint8Array, context: string) => openJson<T>(keyring, sealed, context),
    fingerprint: (text: string, purpose: string) => fingerprint(keyring, text, purpose),
  }
}

async function* watched(source: Bytes, seen: { hash: ReturnType<typeof createHash>; size: number }) {
  for await (const part of source) {
    seen.hash.update(part)
    seen.size += part.length
    yield part
  }
}

const fileContext = (id: string) => `file:${id}`
