import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto'
import { wrappedLength } from './keyring.ts'
import type { Keyring } from './keyring.ts'
import { Tampered } from './tampered.ts'

/**
 * A sealed value is `[format 1][key version 2][wrapped data key 40][nonce 12][ciphertext][tag 16]`. The context names the
 * place where it lies, for instance `form:<id>`; a value moved to another row or column does not open there.
 */
const format = 1
const algorithm = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16
const nonceAt = 1 + wrappedLength
const bodyAt = nonceAt + nonceLength

export function seal(keyring: Keyring, plaintext: string | Uint8Array, context: string): Buffer {
  const random = randomBytes(32 + nonceLength)
  const [dataKey, nonce] = [random.subarray(0, 32), random.subarray(32)]
  const sealing = createCipheriv(algorithm, createSecretKey(dataKey), nonce).setAAD(aad(context))
  const bytes = typeof plaintext === 'string' ? Buffer.from(plaintext, 'utf8') : plaintext
  const body = Buffer.concat([sealing.update(bytes), sealing.final()])
  return Buffer.concat([Buffer.of(format), keyring.wrap(dataKey), nonce, body, sealing.getAuthTag()])
}

/** Opens what `seal` made; throws `Tampered` when it was altered or sealed for another place. */
export function open(keyring: Keyring, sealed: Uint8Array, context: string): Buffer {
  const bytes = parts(sealed)
  const dataKey = createSecretKey(keyring.unwrap(bytes.subarray(1, nonceAt)))
  const tagAt = bytes.length - tagLength
  const opening = createDecipheriv(algorithm, dataKey, bytes.subarray(nonceAt, bodyAt), { authTagLength: tagLength })
  opening.setAAD(aad(context)).setAuthTag(bytes.subarray(tagAt))
  try {
    return Buffer.concat([opening.update(bytes.subarray(bodyAt, tagAt)), opening.final()])
  } catch {
    throw new Tampered(`does not open as ${context}`)
  }
}

export function sealJson(keyring: Keyring, value: unknown, context: string): Buffer {
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError('nothing to seal')
  return seal(keyring, text, context)
}

export function openJson<T>(keyring: Keyring, sealed: Uint8Array, context: string): T {
  return JSON.parse(open(keyring, sealed, context).toString('utf8')) as T
}

/** The same sealed value under the newest master key; the content is neither read nor touched. */
export function rewrap(keyring: Keyring, sealed: Uint8Array): Buffer {
  const bytes = parts(sealed)
  const wrapped = keyring.wrap(keyring.unwrap(bytes.subarray(1, nonceAt)))
  return Buffer.concat([bytes.subarray(0, 1), wrapped, bytes.subarray(nonceAt)])
}

/** Which master key a sealed value needs: lets a rotation find what is left to rewrap. */
export function keyVersionOf(sealed: Uint8Array): number {
  return parts(sealed).readUInt16BE(1)
}

/** Equal texts give equal fingerprints, and only the keyring's holder can compute or guess them. 32 bytes. */
export function fingerprint(keyring: Keyring, text: string, purpose: string): Buffer {
  return keyring.fingerprint(text, purpose)
}

function parts(sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (bytes.length < bodyAt + tagLength) throw new Tampered('too short to be a sealed value')
  if (bytes[0] !== format) throw new Tampered(`sealed value of an unknown format: ${bytes[0]}`)
  return bytes
}

const aad = (context: string) => Buffer.from(`seal\0${context}`, 'utf8')
