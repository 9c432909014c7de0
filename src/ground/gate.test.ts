import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Busy, gate, inTurn } from './gate.ts'

test('a gate lets only so many through at once and turns away who would wait too long', async () => {
  const pass = gate(2, 1)
  let inside = 0
  let most = 0
  const releases: (() => void)[] = []
  const work = async () => {
    most = Math.max(most, (inside += 1))
    await new Promise<void>((resolve) => releases.push(resolve))
    inside -= 1
  }
  const all = [pass(work), pass(work), pass(work)]
  await assert.rejects(pass(work), Busy)
  while (releases.length > 0) {
    releases.shift()!()
    await new Promise(setImmediate)
  }
  await Promise.all(all)
  assert.equal(most, 2)
})

test('work under one key is done in turn, a fault lets the next one in', async () => {
  const pass = inTurn(10)
  const order: number[] = []
  const fail = pass('a', async () => {
    order.push(1)
    throw new Error('no')
  })
  const next = pass('a', async () => void order.push(2))
  await assert.rejects(fail)
  await next
  assert.deepEqual(order, [1, 2])
})
