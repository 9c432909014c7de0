import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { before, test } from 'node:test'
import { openKeyring, rotateKeyring } from './keyring.ts'
import { BlobMissing, diskStore } from './store.ts'
import type { BlobStore } from './store.ts'
import { Tampered } from './tampered.ts'
import { openVault } from './vault.ts'
import type { Vault } from './vault.ts'

let folder: string
let keyFile: string
let store: BlobStore
let vault: Vault

before(async () => {
  const home = await mkdtemp(join(tmpdir(), 'vault-'))
  folder = join(home, 'files')
  keyFile = join(home, 'master.json')
  store = diskStore(folder)
  vault = openVault({ keyring: await openKeyring(keyFile), store })
})

const pathOf = (address: string) => join(folder, address.slice(0, 2), address.slice(2, 4), address)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('a kept file comes back, and what lies on the disk holds none of it', async () => {
  const words = Buffer.from('Giấy khai sinh của Nguyễn Thị Thùy Dương Quỳnh Như. '.repeat(5000))
  const kept = await vault.keepFile(words, 'f1')
  assert.deepEqual(await vault.readWhole(kept, 'f1'), words)
  assert.equal(kept.sha256, sha256(words))
  assert.equal(kept.size, words.length)

  const onDisk = await readFile(pathOf(kept.address))
  assert.equal(onDisk.includes('khai sinh'), false)
  assert.equal(sha256(onDisk), kept.address)
})

test('the same content kept twice lies at two addresses that tell nothing of each other', async () => {
  const one = await vault.keepFile(Buffer.from('như nhau'), 'f2')
  const two = await vault.keepFile(Buffer.from('như nhau'), 'f3')
  assert.equal(one.sha256, two.sha256)
  assert.notEqual(one.address, two.address)
})

test('a file does not open under another id, nor with another file’s key', async () => {
  const one = await vault.keepFile(randomBytes(10), 'f4')
  const two = await vault.keepFile(randomBytes(10), 'f5')
  await assert.rejects(vault.readWhole(one, 'f5'), Tampered)
  await assert.rejects(vault.readWhole({ address: one.address, wrappedKey: two.wrappedKey }, 'f4'), Tampered)
})

test('one altered byte on the disk is found with the key and without it', async () => {
  const kept = await vault.keepFile(randomBytes(200_000), 'f6')
  assert.equal(await vault.isWhole(kept.address), true)
  const bytes = await readFile(pathOf(kept.address))
  bytes[150_000]! ^= 1
  await writeFile(pathOf(kept.address), bytes)
  assert.equal(await vault.isWhole(kept.address), false)
  await assert.rejects(vault.readWhole(kept, 'f6'), Tampered)
})

test('after a rotation a file opens under its rewrapped key, its bytes untouched', async () => {
  const kept = await vault.keepFile(Buffer.from('giữ nguyên'), 'f7')
  await rotateKeyring(keyFile)
  const later = openVault({ keyring: await openKeyring(keyFile), store })
  const wrappedKey = later.rewrapKey(kept.wrappedKey)
  assert.equal(wrappedKey.readUInt16BE(0), 2)
  assert.equal((await later.readWhole({ address: kept.address, wrappedKey }, 'f7')).toString(), 'giữ nguyên')
})

test('a file whose sending breaks off leaves nothing behind', async () => {
  const before = await Array.fromAsync(store.list())
  async function* broken() {
    yield randomBytes(100_000)
    throw new Error('the line went dead')
  }
  await assert.rejects(vault.keepFile(broken(), 'f8'), /the line went dead/)
  assert.deepEqual(await Array.fromAsync(store.list()), before)
  assert.deepEqual(await readdir(join(folder, 'incoming')), [])
})

test('keeping the same bytes again changes nothing, removing them twice neither', async () => {
  const address = await store.put([Buffer.from('x')])
  assert.equal(address, sha256(Buffer.from('x')))
  assert.equal(await store.put([Buffer.from('x')]), address)
  assert.ok((await Array.fromAsync(store.list())).includes(address))
  await store.remove(address)
  await store.remove(address)
  assert.equal(await store.has(address), false)
  assert.equal(await vault.isWhole(address), false)
  await assert.rejects(store.get(address), BlobMissing)
})

test('what is not an address never becomes a path', async () => {
  for (const wrong of ['../../etc/passwd', '', 'AB'.repeat(32), `${'a'.repeat(63)}/`])
    await assert.rejects(async () => store.get(wrong), /not an address/)
})

test('a reading given up before or after its first byte closes its file', async () => {
  const kept = await vault.keepFile(randomBytes(500_000), 'f9')
  const raw: Readable[] = []
  const watching: BlobStore = {
    ...store,
    async get(address) {
      const stream = await store.get(address)
      raw.push(stream)
      return stream
    },
  }
  const watched = openVault({ keyring: await openKeyring(keyFile), store: watching })

  const unread = await watched.readFile(kept, 'f9')
  unread.destroy()
  const begun = await watched.readFile(kept, 'f9')
  for await (const part of begun) {
    assert.ok(part.length > 0)
    break
  }
  assert.equal(raw.length, 2)
  for (const stream of raw) if (!stream.closed) await new Promise<void>((closed) => stream.on('close', closed))
})
