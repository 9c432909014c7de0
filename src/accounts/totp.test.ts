import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addressForDevice, base32, codeAt, newSecret, stepAt, stepOfCode } from './totp.ts'

test('codes are those of RFC 6238, appendix B', () => {
  const secret = Buffer.from('12345678901234567890')
  const vectors: [number, string][] = [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ]
  for (const [second, code] of vectors) assert.equal(codeAt(secret, stepAt(second * 1000)), code, String(second))
  assert.equal(base32(secret), 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
})

test('a code is taken within half a minute of its time, once, and none before it afterwards', () => {
  const instant = fc.integer({ min: 1_600_000_000_000, max: 2_000_000_000_000 })
  fc.assert(
    fc.property(instant, fc.integer({ min: -4, max: 4 }), (now, off) => {
      const secret = newSecret()
      const step = stepAt(now) + off
      const found = stepOfCode(secret, codeAt(secret, step), now, 0)
      assert.equal(found, Math.abs(off) <= 1 ? step : undefined)
      if (found !== undefined) assert.equal(stepOfCode(secret, codeAt(secret, step), now, found), undefined)
    }),
    { numRuns: 300 },
  )
})

test('what is no code is taken for none, and spaces do not count', () => {
  const secret = newSecret()
  const now = 1_700_000_000_000
  for (const text of ['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦'])
    assert.equal(stepOfCode(secret, text, now, 0), undefined)
  const code = codeAt(secret, stepAt(now))
  assert.equal(stepOfCode(secret, `${code.slice(0, 3)} ${code.slice(3)}`, now, 0), stepAt(now))
})

test('the address for a device names the house and the account', () => {
  const address = new URL(addressForDevice(Buffer.from('12345678901234567890'), 'lanhdao', 'Một Cửa'))
  assert.equal(decodeURIComponent(address.pathname), '/Một Cửa:lanhdao')
  assert.equal(address.searchParams.get('secret'), 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  assert.equal(address.searchParams.get('issuer'), 'Một Cửa')
})
