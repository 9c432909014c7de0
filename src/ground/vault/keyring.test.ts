import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openKeyring, retireKeys, rotateKeyring } from './keyring.ts'
import { keyVersionOf, open, rewrap, seal } from './seal.ts'
import { Tampered } from './tampered.ts'

const place = async () => join(await mkdtemp(join(tmpdir(), 'keyring-')), 'keys', 'master.json')

test('the first opening makes a key file that only its owner may read, the next one opens the same keys', async () => {
  const file = await place()
  const first = await openKeyring(file)
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  assert.deepEqual(await readdir(join(file, '..')), ['master.json'])

  const dataKey = randomBytes(32)
  const again = await openKeyring(file)
  assert.deepEqual(again.unwrap(first.wrap(dataKey)), dataKey)
})

test('processes that start together agree on one key file', async () => {
  const file = await place()
  const rings = await Promise.all([openKeyring(file), openKeyring(file), openKeyring(file), openKeyring(file)])
  const wrapped = rings[0]!.wrap(Buffer.alloc(32, 7))
  for (const ring of rings) assert.deepEqual(ring.unwrap(wrapped), Buffer.alloc(32, 7))
})

test('after a rotation the newest key wraps, older ones still open, and fingerprints stay the same', async () => {
  const file = await place()
  const before = await openKeyring(file)
  const old = seal(before, 'Nguyễn Thị Thùy Dương', 'name')
  assert.equal(await rotateKeyring(file), 2)

  const after = await openKeyring(file)
  assert.equal(after.newest, 2)
  assert.equal(open(after, old, 'name').toString(), 'Nguyễn Thị Thùy Dương')
  assert.deepEqual(after.fingerprint('079203001234', 'identity'), before.fingerprint('079203001234', 'identity'))

  const moved = rewrap(after, old)
  assert.equal(keyVersionOf(old), 1)
  assert.equal(keyVersionOf(moved), 2)
  assert.equal(open(after, moved, 'name').toString(), 'Nguyễn Thị Thùy Dương')
  assert.equal(open(before, moved, 'name').toString(), 'Nguyễn Thị Thùy Dương', 'a keyring that was open notices')
  assert.equal(before.newest, 2)
  assert.equal(await retireKeys(file), 1)
  const retired = await openKeyring(file)
  assert.throws(() => open(retired, old, 'name').toString(), /key version 1 is not in the keyring/)
})

test('keys from the environment open the same things, and are never written', async () => {
  const file = await place()
  const sealed = seal(await openKeyring(file), 'kín', 'x')
  process.env['KEYS_OF_A_TEST'] = await readFile(file, 'utf8')
  assert.equal(open(await openKeyring('env:KEYS_OF_A_TEST'), sealed, 'x').toString(), 'kín')
  await assert.rejects(rotateKeyring('env:KEYS_OF_A_TEST'), /where the variable is set/)
  await assert.rejects(openKeyring('env:NO_SUCH_KEYS'), /not a key file/)
})

test('a wrapped key that was altered or made by another keyring does not open', async () => {
  const ring = await openKeyring(await place())
  const stranger = await openKeyring(await place())
  const wrapped = ring.wrap(randomBytes(32))
  assert.throws(() => stranger.unwrap(wrapped), Tampered)
  for (let at = 2; at < wrapped.length; at++) {
    const altered = Buffer.from(wrapped)
    altered[at]! ^= 1
    assert.throws(() => ring.unwrap(altered), Tampered)
  }
  assert.throws(() => ring.unwrap(wrapped.subarray(0, 41)), Tampered)
})

test('a fingerprint depends on the text, the purpose and the keyring', async () => {
  const ring = await openKeyring(await place())
  const stranger = await openKeyring(await place())
  const print = ring.fingerprint('079203001234', 'identity')
  assert.equal(print.length, 32)
  assert.deepEqual(print, ring.fingerprint('079203001234', 'identity'))
  assert.notDeepEqual(print, ring.fingerprint('079203001235', 'identity'))
  assert.notDeepEqual(print, ring.fingerprint('079203001234', 'phone'))
  assert.notDeepEqual(print, stranger.fingerprint('079203001234', 'identity'))
})

test('a key file that everyone may read, or that is not one, is refused', async () => {
  const file = await place()
  await openKeyring(file)
  await chmod(file, 0o644)
  await assert.rejects(openKeyring(file), /chmod 600/)
  await chmod(file, 0o600)

  const kept = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...kept, masterKeys: [] }))
  await assert.rejects(openKeyring(file), /not a key file/)
  await writeFile(file, JSON.stringify({ ...kept, masterKeys: [kept.masterKeys[0], kept.masterKeys[0]] }))
  await assert.rejects(openKeyring(file), /different whole numbers/)
  await writeFile(file, JSON.stringify({ ...kept, fingerprintKey: 'AAAA' }))
  await assert.rejects(openKeyring(file), /32 bytes/)
})
