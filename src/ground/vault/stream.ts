import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto'
import { Tampered } from './tampered.ts'

/**
 * The STREAM construction over AES-256-GCM: a file is cut into chunks of 64 KiB, each sealed alone, so a file of any size
 * passes in constant memory and every byte handed out is genuine. The nonce holds the chunk's place and whether it is the
 * last, so chunks cannot be swapped, repeated, dropped or cut off; the file's id is authenticated with each of them.
 * `[format 1][nonce prefix 7]` then per chunk `[ciphertext ≤ 65,536][tag 16]`. One key seals one file.
 */
export const chunkSize = 64 * 1024
const format = 1
const prefixLength = 7
const headerLength = 1 + prefixLength
const tagLength = 16
const algorithm = 'aes-256-gcm'

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export async function* encryptStream(key: Uint8Array, source: Bytes, id: string): AsyncGenerator<Buffer> {
  const header = Buffer.concat([Buffer.of(format), randomBytes(prefixLength)])
  const secret = createSecretKey(key)
  yield header
  let place = 0
  for await (const { bytes, last } of pieces(source, chunkSize)) {
    const sealing = createCipheriv(algorithm, secret, nonceOf(header, place++, last)).setAAD(aad(header, id))
    yield Buffer.concat([sealing.update(bytes), sealing.final(), sealing.getAuthTag()])
  }
}

/** Gives back the plaintext chunk by chunk; throws `Tampered` at the first chunk that is not where and what it was. */
export async function* decryptStream(key: Uint8Array, source: Bytes, id: string): AsyncGenerator<Buffer> {
  let header: Buffer | undefined
  let place = 0
  for await (const { bytes, last } of pieces(source, chunkSize + tagLength, headerLength)) {
    if (!header) {
      header = readHeader(bytes)
      if (last) throw new Tampered('the file was cut off')
      continue
    }
    yield openChunk(key, header, { bytes, place, last }, id)
    place += 1
  }
}

function openChunk(key: Uint8Array, header: Buffer, chunk: Piece & { place: number }, id: string): Buffer {
  const { bytes, place, last } = chunk
  const tagAt = bytes.length - tagLength
  if (tagAt < 0 || (tagAt === 0 && place > 0)) throw new Tampered('the file was cut off')
  const opening = createDecipheriv(algorithm, createSecretKey(key), nonceOf(header, place, last), {
    authTagLength: tagLength,
  })
  opening.setAAD(aad(header, id)).setAuthTag(bytes.subarray(tagAt))
  try {
    return Buffer.concat([opening.update(bytes.subarray(0, tagAt)), opening.final()])
  } catch {
    throw new Tampered(`chunk ${place} is not what was written`)
  }
}

type Piece = { bytes: Buffer; last: boolean }

/** Cuts whatever arrives into pieces of one size (the first may have its own); the last may be shorter, even empty. */
async function* pieces(source: Bytes, size: number, first = size): AsyncGenerator<Piece> {
  let held: Uint8Array[] = []
  let length = 0
  let next = first
  for await (const part of source) {
    held.push(part)
    length += part.length
    if (length <= next) continue

    const whole = Buffer.concat(held)
    let from = 0
    while (whole.length - from > next) {
      yield { bytes: whole.subarray(from, from + next), last: false }
      from += next
      next = size
    }
    held = [Buffer.from(whole.subarray(from))]
    length = whole.length - from
  }
  yield { bytes: Buffer.concat(held), last: true }
}

function readHeader(bytes: Buffer): Buffer {
  if (bytes.length < headerLength) throw new Tampered('the file was cut off')
  if (bytes[0] !== format) throw new Tampered(`sealed file of an unknown format: ${bytes[0]}`)
  return Buffer.from(bytes)
}

function nonceOf(header: Buffer, place: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  header.copy(nonce, 0, 1)
  nonce.writeUInt32BE(place, prefixLength)
  nonce[11] = last ? 1 : 0
  return nonce
}

const aad = (header: Buffer, id: string) => Buffer.concat([header, Buffer.from(id, 'utf8')])
