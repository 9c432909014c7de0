import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { chunkSize, decryptStream, encryptStream } from './stream.ts'
import { Tampered } from './tampered.ts'

const key = randomBytes(32)
const headerLength = 8
const sealedChunk = chunkSize + 16

async function whole(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts)
}
const sealed = (bytes: Uint8Array, id = 'a', by: Uint8Array = key) => whole(encryptStream(by, [bytes], id))
const opened = (bytes: Uint8Array, id = 'a', by: Uint8Array = key) => whole(decryptStream(by, [bytes], id))

function cut(bytes: Buffer, sizes: number[]): Buffer[] {
  const parts = []
  let from = 0
  for (let turn = 0; from < bytes.length; turn++) {
    const size = sizes[turn % sizes.length]!
    parts.push(bytes.subarray(from, from + size))
    from += size
  }
  return parts
}

function parts(bytes: Buffer) {
  const chunks = cut(bytes.subarray(headerLength), [sealedChunk])
  return { header: bytes.subarray(0, headerLength), chunks }
}

test('files of every length around the chunk size come back whole', async () => {
  for (const length of [0, 1, chunkSize - 1, chunkSize, chunkSize + 1, 2 * chunkSize, 3 * chunkSize + 5]) {
    const bytes = randomBytes(length)
    const kept = await sealed(bytes)
    assert.equal(kept.length, headerLength + length + 16 * Math.max(1, Math.ceil(length / chunkSize)))
    assert.deepEqual(await opened(kept), bytes)
  }
})

test('it does not matter in what pieces a file arrives or is read', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(3 * chunkSize),
      fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 5 }),
      fc.array(fc.integer({ min: 1000, max: 90_000 }), { minLength: 1, maxLength: 5 }),
      async (length, arriving, reading) => {
        const bytes = randomBytes(length)
        const kept = await whole(
          encryptStream(
            key,
            cut(
              bytes,
              arriving.map((size) => size + 500),
            ),
            'a',
          ),
        )
        assert.deepEqual(await whole(decryptStream(key, cut(kept, reading), 'a')), bytes)
      },
    ),
    { numRuns: 25 },
  )
})

test('a file cut off anywhere does not open, at a chunk boundary neither', async () => {
  const kept = await sealed(randomBytes(3 * chunkSize))
  const { header, chunks } = parts(kept)
  for (const left of [0, 1, 2])
    await assert.rejects(opened(Buffer.concat([header, ...chunks.slice(0, left)])), Tampered)
  for (const length of [0, 3, headerLength, headerLength + 5, headerLength + 16, kept.length - 1])
    await assert.rejects(opened(kept.subarray(0, length)), Tampered)
})

test('chunks that changed places, were repeated, dropped or added do not open', async () => {
  const kept = await sealed(randomBytes(3 * chunkSize + 100))
  const { header, chunks } = parts(kept)
  const [one, two, three, last] = chunks as [Buffer, Buffer, Buffer, Buffer]
  for (const wrong of [
    [two, one, three, last],
    [one, one, two, three, last],
    [one, three, last],
    [one, two, three, last, last],
    [one, two, last],
    [last],
  ])
    await assert.rejects(opened(Buffer.concat([header, ...wrong])), Tampered)
})

test('a chunk or header of another file under the same key does not fit', async () => {
  const mine = parts(await sealed(randomBytes(2 * chunkSize)))
  const other = parts(await sealed(randomBytes(2 * chunkSize)))
  await assert.rejects(opened(Buffer.concat([mine.header, other.chunks[0]!, mine.chunks[1]!])), Tampered)
  await assert.rejects(opened(Buffer.concat([other.header, ...mine.chunks])), Tampered)
})

test('a file opens only under its own id and its own key', async () => {
  const kept = await sealed(randomBytes(10), 'file:1')
  await assert.rejects(opened(kept, 'file:2'), Tampered)
  await assert.rejects(opened(kept, 'file:1', randomBytes(32)), Tampered)
})

test('a file with any one bit turned does not open', async () => {
  const kept = await sealed(randomBytes(chunkSize + 50))
  await fc.assert(
    fc.asyncProperty(fc.nat(kept.length - 1), fc.nat(7), async (at, bit) => {
      const altered = Buffer.from(kept)
      altered[at]! ^= 1 << bit
      await assert.rejects(opened(altered), Tampered)
    }),
    { numRuns: 60 },
  )
})

test('a file of 20 MiB passes a chunk at a time', async () => {
  const length = 20 * 1024 * 1024
  async function* source() {
    for (let sent = 0; sent < length; sent += 100_000) yield Buffer.alloc(Math.min(100_000, length - sent), sent % 251)
  }
  let size = 0
  let largest = 0
  for await (const part of decryptStream(key, encryptStream(key, source(), 'a'), 'a')) {
    size += part.length
    largest = Math.max(largest, part.length)
  }
  assert.equal(size, length)
  assert.equal(largest, chunkSize)
})
