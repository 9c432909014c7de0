import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localPath } from './local-path.ts'

test('an address inside the house is kept with its question', () => {
  assert.equal(localPath('/ho-so'), '/ho-so')
  assert.equal(localPath('/thu-tuc?q=khai%20sinh&cap=commune'), '/thu-tuc?q=khai%20sinh&cap=commune')
  assert.equal(localPath('/ho-so/../tai-khoan'), '/tai-khoan')
})

test('nothing that leads out of the house is an address to come back to', () => {
  const strange = [
    undefined,
    '',
    'ho-so',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/ho-so\r\nset-cookie: a=b',
    '/..//evil.example',
    'javascript:alert(1)',
    `/${'a'.repeat(1001)}`,
  ]
  for (const text of strange) assert.equal(localPath(text), undefined, text)
})
