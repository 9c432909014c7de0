import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { asset, assetAt, assets } from './index.ts'

test('the address of an asset carries the hash of what is in it', () => {
  for (const { url, body } of assets) {
    const hash = createHash('sha256').update(body).digest('hex')
    assert.match(url, /^\/assets\/[\w-]+\.[0-9a-f]{10}\.(css|js|svg|woff2)$/)
    assert.ok(hash.startsWith(url.split('.')[1]!), url)
  }
})

test('an asset is found at its own address and at no other', () => {
  const style = asset('style.css')
  assert.equal(assetAt(style.url), style)
  assert.equal(assetAt('/assets/style.css'), undefined)
  assert.equal(assetAt('/assets/../package.json'), undefined)
  assert.throws(() => asset('package.json'), RangeError)
})

test('every font the style names is there, in three scripts and two weights, and nothing comes from outside', () => {
  const style = asset('style.css').body.toString()
  const addresses = [...style.matchAll(/url\(([^)]+)\)/g)].map(([, url]) => url!)
  assert.equal(addresses.length, 6)
  for (const url of addresses) assert.equal(assetAt(url)?.mediaType, 'font/woff2', url)
  assert.doesNotMatch(style, /https?:|@import/)
})

test('the style stays light: under 40 kB before compression', () => {
  assert.ok(asset('style.css').body.length < 40_000, String(asset('style.css').body.length))
})
