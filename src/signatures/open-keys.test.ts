import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lockKey } from './custody.ts'
import { authority, leader, office } from './example.ts'
import { closeSigner, openSigner, signerAtHand } from './open-keys.ts'

const chain = [authority.certificate]
const locked = await lockKey(leader.privateKey, '246810')
const open = (pin: string, key = locked) => openSigner(key, pin, leader.certificate, chain)

test('a key that stays open still asks for its PIN: any other one opens nothing', async () => {
  const first = await open('246810')
  assert.ok(first)
  assert.equal(await open('246810'), first)
  assert.equal(await open('246811'), undefined)
  assert.equal(await open(''), undefined)
  assert.equal(await open('246810'), first, 'a wrong PIN in between closes nothing')
})

test('a key that was locked anew is opened anew, and its old PIN opens nothing', async () => {
  const relocked = await lockKey(leader.privateKey, '135790')
  assert.equal(await open('246810', relocked as typeof locked), undefined)
  assert.notEqual(await open('135790', relocked as typeof locked), await open('246810'))
})

test('an open key never speaks under another certificate', async () => {
  await open('246810')
  await assert.rejects(openSigner(locked, '246810', office.certificate, chain), /not the one of the certificate/)
})

test('a device that is locked is closed: its PIN opens the key anew', async () => {
  const first = await open('246810')
  closeSigner(locked)
  const again = await open('246810')
  assert.ok(again)
  assert.notEqual(again, first)
})

test('an open key is at hand for its own PIN uncounted; the first other PIN ends that until the right one was counted', async () => {
  const atHand = (pin: string) => signerAtHand(locked, pin, leader.certificate, chain)
  closeSigner(locked)
  assert.equal(atHand('246810'), undefined, 'nothing is open')
  const signer = await open('246810')
  assert.equal(atHand('246810'), signer)
  assert.equal(atHand('246811'), undefined)
  assert.equal(atHand('246810'), undefined, 'whoever guessed once guesses no more without being counted')
  assert.equal(await open('246810'), signer)
  assert.equal(atHand('246810'), signer)
})
