import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Database, openDatabase, openPool, type Sql, type Tx } from './database.ts'
import { openLog } from './log.ts'
import { testDatabase, type TestDatabase } from './testing/database.ts'
import { together, transact } from './transact.ts'

let database: TestDatabase
let db: Database
before(async () => {
  database = await testDatabase()
  // One connection: whoever does not give it back stops the next one.
  db = openDatabase(openPool(database.appUrl, 1, openLog('silent')))
})
after(async () => {
  await db.destroy()
  await database.drop()
})

const add = (sql: Sql, scope: string, last = 1) =>
  sql.insertInto('ground.counter').values({ scope, period: '2026', last }).execute()
const last = async (sql: Sql, scope: string) =>
  (await sql.selectFrom('ground.counter').select('last').where('scope', '=', scope).executeTakeFirst())?.last

test('statements begun together are done in the order in which they were begun, and are kept together', async () => {
  const seen = await transact(db, async (tx) => {
    const raise = tx.updateTable('ground.counter').set({ last: 7 }).where('scope', '=', 'order')
    const [, before, , after] = await Promise.all([
      add(tx, 'order'),
      last(tx, 'order'),
      raise.execute(),
      last(tx, 'order'),
    ])
    return [before, after]
  })
  assert.deepEqual(seen, [1, 7])
  assert.equal(await last(db, 'order'), 7)
})

test('a fault undoes all of it and goes on to whoever asked', async () => {
  const broken = transact(db, async (tx) => {
    await Promise.all([add(tx, 'one'), add(tx, 'two')])
    throw new RangeError('broken')
  })
  await assert.rejects(broken, RangeError)
  assert.deepEqual([await last(db, 'one'), await last(db, 'two')], [undefined, undefined])
})

test('where one statement failed nothing is kept, although nobody looked at its answer', async () => {
  await add(db, 'taken')
  const silent = transact(db, async (tx) => {
    await Promise.allSettled([add(tx, 'before'), add(tx, 'taken'), add(tx, 'behind')])
    return 'done'
  })
  await assert.rejects(silent, /nothing of its transaction was kept/)
  assert.deepEqual([await last(db, 'before'), await last(db, 'behind')], [undefined, undefined])
})

test('a statement that comes when its connection was given back is refused, not sent among somebody else’s', async () => {
  let tx: Tx | undefined
  let line: Sql | undefined
  await transact(db, async (inside) => void (tx = inside))
  await together(db, async (inside) => void (line = inside))
  await assert.rejects(add(tx!, 'late'), /came too late/)
  await assert.rejects(add(line!, 'late'), /came too late/)
  assert.equal(await last(db, 'late'), undefined)
})

test('questions asked together are answered each its own, also inside a transaction, and what it wrote is seen', async () => {
  await Promise.all([add(db, 'a', 3), add(db, 'b', 4)])
  const both = (sql: Sql) => together(sql, (line) => Promise.all([last(line, 'a'), last(line, 'b')]))
  assert.deepEqual(await both(db), [3, 4])
  const inside = await transact(db, async (tx) => {
    const raised = tx.updateTable('ground.counter').set({ last: 5 }).where('scope', '=', 'a').execute()
    return (await Promise.all([raised, both(tx)]))[1]
  })
  assert.deepEqual(inside, [5, 4])
})
