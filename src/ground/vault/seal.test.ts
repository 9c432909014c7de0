import assert from 'node:assert/strict'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { openKeyring } from './keyring.ts'
import type { Keyring } from './keyring.ts'
import { fingerprint, open, openJson, rewrap, seal, sealJson } from './seal.ts'
import { Tampered } from './tampered.ts'

let ring: Keyring
before(async () => {
  ring = await openKeyring(join(await mkdtemp(join(tmpdir(), 'seal-')), 'master.json'))
})

test('whatever is sealed comes back, bytes and text, and never stands in the sealed value', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), fc.string(), (bytes, context) => {
      assert.deepEqual(open(ring, seal(ring, bytes, context), context), Buffer.from(bytes))
    }),
    { numRuns: 100 },
  )
  const sealed = seal(ring, 'Đặng Quỳnh Như 079203001234', 'name')
  assert.equal(sealed.includes('079203001234'), false)
  assert.equal(open(ring, sealed, 'name').toString('utf8'), 'Đặng Quỳnh Như 079203001234')
  assert.equal(open(ring, seal(ring, '', 'empty'), 'empty').length, 0)
})

test('JSON comes back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.deepEqual(openJson(ring, sealJson(ring, value, 'form'), 'form'), JSON.parse(JSON.stringify(value)))
    }),
    { numRuns: 100 },
  )
  assert.throws(() => sealJson(ring, undefined, 'form'), TypeError)
})

test('a sealed value opens only in its own place', () => {
  const sealed = seal(ring, 'của hồ sơ 1', 'form:1')
  assert.throws(() => open(ring, sealed, 'form:2'), Tampered)
  assert.throws(() => open(ring, sealed, ''), Tampered)
})

test('a sealed value with any one bit turned, or cut short, does not open', () => {
  const sealed = seal(ring, 'số định danh', 'identity')
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.nat(7), (at, bit) => {
      const altered = Buffer.from(sealed)
      altered[at]! ^= 1 << bit
      assert.throws(() => open(ring, altered, 'identity'))
    }),
    { numRuns: 300 },
  )
  for (let length = 0; length < sealed.length; length++)
    assert.throws(() => open(ring, sealed.subarray(0, length), 'identity'), Tampered)
})

test('the same text sealed twice looks different, and stays sealed when rewrapped', () => {
  const one = seal(ring, 'a', 'x')
  assert.notDeepEqual(one, seal(ring, 'a', 'x'))
  assert.equal(open(ring, rewrap(ring, one), 'x').toString(), 'a')
  assert.throws(() => open(ring, rewrap(ring, one), 'y'), Tampered)
})

test('equal texts are found by fingerprint without opening anything', () => {
  assert.deepEqual(fingerprint(ring, '079203001234', 'identity'), fingerprint(ring, '079203001234', 'identity'))
  assert.notDeepEqual(fingerprint(ring, '079203001234', 'identity'), fingerprint(ring, '079203001234', 'tax'))
})
