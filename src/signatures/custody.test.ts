import assert from 'node:assert/strict'
import { test } from 'node:test'
import { generateKey } from './authority.ts'
import { lockKey, unlockKey } from './custody.ts'

const { privateKey } = await generateKey()
const locked = await lockKey(privateKey, '246810')

test('a locked key opens with its PIN and with no other', async () => {
  assert.deepEqual(Buffer.from((await unlockKey(locked, '246810'))!), Buffer.from(privateKey))
  assert.equal(await unlockKey(locked, '246811'), undefined)
  assert.equal(await unlockKey(locked, ''), undefined)
})

test('the same key locked twice looks different, and shows nothing of itself', async () => {
  assert.notDeepEqual(await lockKey(privateKey, '246810'), locked)
  assert.equal(Buffer.from(locked).includes(Buffer.from(privateKey).subarray(30, 60)), false)
})

test('a locked key that was touched does not open, whatever was touched', async () => {
  for (const place of [20, 35, 50, locked.length - 1]) {
    const touched = Buffer.from(locked)
    touched[place]! ^= 1
    assert.equal(await unlockKey(touched, '246810'), undefined)
  }
})

test('bytes that never were a locked key, or ask for absurd work, are a fault', async () => {
  await assert.rejects(unlockKey(privateKey, '246810'), TypeError)
  const greedy = Buffer.from(locked)
  greedy.writeUInt32BE(0xffffffff, 4)
  await assert.rejects(unlockKey(greedy, '246810'), TypeError)
})
