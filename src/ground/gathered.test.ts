import assert from 'node:assert/strict'
import { setImmediate as turn } from 'node:timers/promises'
import { test } from 'node:test'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { DB } from '../../database/rows.ts'
import { gathered } from './gathered.ts'

const db = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new PostgresIntrospector(of),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** A statement whose answers come when they are let go. */
function slowly() {
  const sent: { about: readonly string[]; go: PromiseWithResolvers<void> }[] = []
  const ask = async (_db: unknown, about: readonly string[]) => {
    const go = Promise.withResolvers<void>()
    const number = sent.push({ about, go })
    await go.promise
    return new Map(about.filter((one) => one !== 'unknown').map((one) => [one, `${one} of ${number}`]))
  }
  return { sent, ask }
}

test('who asks at once is answered by one statement, each with their own answer', async () => {
  const { sent, ask } = slowly()
  const look = gathered(ask)
  const answers = Promise.all(['a', 'b', 'a', 'unknown'].map((one) => look(db, one)))
  await turn()
  assert.deepEqual(
    sent.map(({ about }) => about),
    [['a', 'b', 'unknown']],
  )
  sent[0]!.go.resolve()
  assert.deepEqual(await answers, ['a of 1', 'b of 1', 'a of 1', undefined])
})

test('who comes while a statement is under way is never answered by it', async () => {
  const { sent, ask } = slowly()
  const look = gathered(ask)
  const first = look(db, 'a')
  await turn()
  const others = Promise.all([look(db, 'a'), look(db, 'b')])
  await turn()
  assert.equal(sent.length, 1)
  sent[0]!.go.resolve()
  assert.equal(await first, 'a of 1')
  await turn()
  sent[1]!.go.resolve()
  assert.deepEqual(await others, ['a of 2', 'b of 2'])
})

test('a statement that hangs keeps nobody from asking, and when it answers after all nothing is mixed up', async () => {
  const { sent, ask } = slowly()
  const look = gathered(ask, 0)
  const [hanging, other] = [look(db, 'a'), turn().then(() => look(db, 'b'))]
  await turn()
  await turn()
  sent[1]!.go.resolve()
  assert.equal(await other, 'b of 2')
  sent[0]!.go.resolve()
  assert.equal(await hanging, 'a of 1')
})

test('a fault reaches everyone it kept from an answer, and nobody after them', async () => {
  let asked = 0
  const look = gathered(async (_db, about) => {
    asked += 1
    if (asked === 1) throw new Error('away')
    return new Map(about.map((one) => [one, one]))
  })
  const outcomes = await Promise.allSettled([look(db, 'a'), look(db, 'b')])
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  assert.equal(await look(db, 'a'), 'a')
})

test('more than fit into one statement go in two; an act asks over its own connection', async () => {
  const seen: { own: boolean; count: number }[] = []
  const look = gathered(async (on, about) => {
    seen.push({ own: on.isTransaction, count: about.length })
    return new Map(about.map((one) => [one, one]))
  })
  await Promise.all(Array.from({ length: 70 }, (_, one) => look(db, String(one))))
  await db.transaction().execute((tx) => look(tx, 'a'))
  assert.deepEqual(seen, [
    { own: false, count: 64 },
    { own: false, count: 6 },
    { own: true, count: 1 },
  ])
})
