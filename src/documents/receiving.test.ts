import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Busy } from '../ground/gate.ts'
import { bytesOf, receiver } from './receiving.ts'

const at = (person: string) => ({ person, address: person })

test('what all uploads hold together is bounded; what was held is given back, also when the reading breaks off', async () => {
  const receiving = receiver(200)
  const file = (sizes: number[]) =>
    (async function* () {
      for (const size of sizes) yield Buffer.alloc(size)
    })()
  const send = (person: string, ...sizes: number[]) =>
    receiving(at(person), async (count) => (await bytesOf(file(sizes), count)).length)
  assert.equal(await send('an', 60, 40), 100)
  await assert.rejects(send('an', 60, 41), Busy)
  await assert.rejects(
    receiving(at('an'), async (count) => {
      count(100)
      throw new RangeError('broken off')
    }),
    RangeError,
  )
  assert.equal(await send('an', 100), 100, 'all was given back')
})

test('a few who send much and never end leave room for everybody else, from their address and from others', async () => {
  const receiving = receiver(800)
  const over = Promise.withResolvers<void>()
  const begun: Promise<unknown>[] = []
  const hold = (person: string, address: string, bytes: number) => {
    const counted = Promise.withResolvers<void>()
    const one = receiving({ person, address }, async (count) => {
      count(bytes)
      counted.resolve()
      await over.promise
    })
    begun.push(one)
    return Promise.race([counted.promise, one])
  }
  await hold('a', '10.0.0.1', 250)
  await assert.rejects(hold('b', '10.0.0.2', 250), Busy, 'the second of them is only given what is left for one')
  await hold('b', '10.0.0.2', 100)
  await hold('c', '10.0.0.1', 50)
  await hold('d', '10.0.0.1', 100)
  await assert.rejects(hold('e', '10.0.0.1', 1), Busy, 'one address holds no more than half')
  await hold('an', '10.0.0.3', 100)
  await assert.rejects(hold('bình', '10.0.0.4', 101), Busy, 'little is left: an eighth for each')
  await hold('bình', '10.0.0.4', 100)
  over.resolve()
  await Promise.allSettled(begun)
  assert.equal(await receiving(at('an'), async (count) => (count(400), 'all was given back')), 'all was given back')
})

test('one person’s uploads wait for each other, and nobody else’s do', async () => {
  const receiving = receiver()
  const order: string[] = []
  let finish = () => {}
  const slow = receiving(at('an'), async () => {
    await new Promise<void>((resolve) => (finish = resolve))
    order.push('an 1')
  })
  const next = receiving(at('an'), async () => order.push('an 2'))
  await receiving(at('bình'), async () => order.push('bình'))
  assert.deepEqual(order, ['bình'])
  finish()
  await Promise.all([slow, next])
  assert.deepEqual(order, ['bình', 'an 1', 'an 2'])
})
