import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto'
import { Tampered } from './tampered.ts'

/**
 * Who wraps data keys for one version of the master key: a key in memory, or one that never leaves its device (`token.ts`). Both
 * speak AES-KW (RFC 3394): 32 bytes become 40 and come back, or `Tampered` is thrown.
 */
export type Wrapper = {
  wrap(dataKey: Uint8Array): Buffer
  unwrap(wrapped: Uint8Array): Buffer
}

const cipher = 'id-aes256-wrap'
const wrapStart = Buffer.alloc(8, 0xa6)

/** A master key that lies in the key file wraps here, in memory. */
export function softWrapper(masterKey: Buffer): Wrapper {
  const key = createSecretKey(masterKey)
  return {
    wrap(dataKey) {
      const wrapping = createCipheriv(cipher, key, wrapStart)
      return Buffer.concat([wrapping.update(dataKey), wrapping.final()])
    },
    unwrap(wrapped) {
      const unwrapping = createDecipheriv(cipher, key, wrapStart)
      try {
        return Buffer.concat([unwrapping.update(wrapped), unwrapping.final()])
      } catch {
        throw notOurs()
      }
    },
  }
}

export const notOurs = () => new Tampered('the wrapped key does not belong to this keyring, or was altered')
