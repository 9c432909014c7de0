import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { addressWith, readCursor, writeCursor } from './cursor.ts'

const place = z.object({ rank: z.number(), code: z.string() })

test('a place in a list goes into an address and comes back as it was', () => {
  const here = { rank: 81.25, code: '1.001193' }
  assert.deepEqual(readCursor(place, writeCursor(here)), here)
  assert.match(writeCursor(here), /^[\w-]+$/)
})

test('a cursor nobody can read begins the list again', () => {
  for (const text of [undefined, '', 'zzz', writeCursor({ rank: 'a', code: 1 }), writeCursor([1, 2]), 'a'.repeat(401)])
    assert.equal(readCursor(place, text), undefined, text)
})

test('an empty question is left out of the address', () => {
  assert.equal(addressWith('/thu-tuc', { q: '', cap: undefined }), '/thu-tuc')
  assert.equal(addressWith('/thu-tuc', { q: 'khai sinh', cap: 'commune' }), '/thu-tuc?q=khai+sinh&cap=commune')
})
