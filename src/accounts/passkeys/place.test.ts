import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passkeyPlace } from './place.ts'

test('passkeys are made for the portal’s own address under HTTPS or on this very machine, never for a bare number', () => {
  assert.deepEqual(passkeyPlace('https://dvc.hoagiang.gov.vn'), {
    origin: 'https://dvc.hoagiang.gov.vn',
    host: 'dvc.hoagiang.gov.vn',
  })
  assert.deepEqual(passkeyPlace('http://localhost:8080'), { origin: 'http://localhost:8080', host: 'localhost' })
  for (const url of ['http://dvc.hoagiang.gov.vn', 'https://10.1.2.3', 'http://127.0.0.1:8080', 'https://[::1]:8080'])
    assert.equal(passkeyPlace(url), undefined, url)
})
