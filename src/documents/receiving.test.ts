import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Busy } from '../ground/gate.ts'
import { bytesOf, receiver } from './receiving.ts'

test('what all uploads hold together is bounded; what was held is given back, also when the reading breaks off', async () => {
  const receiving = receiver(100)
  const file = (sizes: number[]) =>
    (async function* () {
      for (const size of sizes) yield Buffer.alloc(size)
    })()
  const send = (person: string, ...sizes: number[]) =>
    receiving(person, async (count) => (await bytesOf(file(sizes), count)).length)
  assert.equal(await send('an', 60, 40), 100)
  await assert.rejects(send('an', 60, 41), Busy)
  await assert.rejects(
    receiving('an', async (count) => {
      count(100)
      throw new RangeError('broken off')
    }),
    RangeError,
  )
  assert.equal(await send('an', 100), 100, 'all was given back')
  await receiving('an', async (count) => {
    count(70)
    await assert.rejects(send('bình', 31), Busy)
    assert.equal(await send('bình', 30), 30)
  })
})

test('one person’s uploads wait for each other, and nobody else’s do', async () => {
  const receiving = receiver()
  const order: string[] = []
  let finish = () => {}
  const slow = receiving('an', async () => {
    await new Promise<void>((resolve) => (finish = resolve))
    order.push('an 1')
  })
  const next = receiving('an', async () => order.push('an 2'))
  await receiving('bình', async () => order.push('bình'))
  assert.deepEqual(order, ['bình'])
  finish()
  await Promise.all([slow, next])
  assert.deepEqual(order, ['bình', 'an 1', 'an 2'])
})
