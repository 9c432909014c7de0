import assert from 'node:assert/strict'
import type { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import { type Database, openDatabase, openPool, type Sql, type Tx } from './database.ts'
import { sql } from 'kysely'
import { keptByEdition, newEdition } from './editions.ts'
import { openLog } from './log.ts'
import { askedOnce } from './notes.ts'
import { testDatabase, type TestDatabase } from './testing/database.ts'
import { together, transact } from './transact.ts'
import { layRow, written } from './written.ts'

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

const codesOf = (ends: PromiseSettledResult<unknown>[]) =>
  ends.map((end) => (end.status === 'fulfilled' ? 'kept' : String((end.reason as { code?: string }).code)))

test('what stands behind a fault in its piece is told that it was passed over, and the connection comes back whole', async () => {
  await add(db, 'there')
  const fresh = (sql: Sql) => sql.selectFrom('ground.counter').select('period').where('scope', '=', 'there').execute()
  const told: string[] = []
  const broken = transact(db, async (tx) => {
    told.push(...codesOf(await Promise.allSettled([add(tx, 'first'), add(tx, 'there'), fresh(tx), add(tx, 'fourth')])))
    told.push(...codesOf(await Promise.allSettled([fresh(tx), last(tx, 'first')])))
  })
  await assert.rejects(broken, /nothing of its transaction was kept/)
  assert.deepEqual(told, ['kept', '23505', '25P02', '25P02', '25P02', '25P02'])
  assert.deepEqual([await last(db, 'first'), await last(db, 'fourth')], [undefined, undefined])
  assert.deepEqual(await fresh(db), [{ period: '2026' }], 'what the server never read is read now')
})

test('inside a transaction a piece has one answer, outside each statement has its own, and columns are told once', async () => {
  const pool = openPool(database.appUrl, 1, openLog('silent'))
  const client = await pool.connect()
  const heard = { answers: 0, columns: 0 }
  const { stream } = (client as unknown as { connection: { stream: Readable } }).connection
  stream.on('data', (part: Buffer) => {
    const said = part.toString('latin1')
    heard.answers += said.split('Z\0\0\0\u0005').length - 1
    heard.columns += said.split('number_told').length - 1
  })
  const ask = async (one: number) =>
    (await client.query<{ number_told: number }>('select $1::int as number_told', [one])).rows[0]!.number_told
  const [, ...inside] = await Promise.all([client.query('begin'), ask(1), ask(2), client.query('commit')])
  assert.deepEqual([inside.slice(0, 2), heard.answers], [[1, 2], 1])
  heard.columns = 0
  assert.deepEqual([await Promise.all([ask(3), ask(4)]), heard], [[3, 4], { answers: 3, columns: 0 }])
  client.release()
  await pool.end()
})

test('commit and rollback in one piece with a fault leave the connection whole', async () => {
  await add(db, 'here')
  const unheard = transact(db, async (tx) => void add(tx, 'here').catch(() => undefined))
  await assert.rejects(unheard, /aborted|nothing of its transaction/)
  const thrown = transact(db, async (tx) => {
    add(tx, 'here').catch(() => undefined)
    throw new RangeError('broken')
  })
  await assert.rejects(thrown, RangeError)
  await transact(db, (tx) => add(tx, 'whole', 4))
  assert.equal(await last(db, 'whole'), 4)
})

test('a value that cannot be put into words fails its act, and the connection comes back whole', async () => {
  const endless: Record<string, unknown> = {}
  endless['self'] = endless
  const broken = (sql: Sql) =>
    sql
      .selectFrom('ground.counter')
      .select('last')
      .where('scope', '=', endless as never)
  await assert.rejects(
    transact(db, (tx) => Promise.all([add(tx, 'beside'), broken(tx).execute(), last(tx, 'beside')])),
    TypeError,
  )
  assert.equal(await last(db, 'beside'), undefined)
})

test('a statement handed over that failed here, before the server saw it, takes what was done beside it along', async () => {
  const sent: Promise<unknown>[] = []
  const work = transact(
    db,
    async (tx) => {
      const failed = Promise.reject(new Error('a statement lacks its scope'))
      failed.catch(() => undefined)
      sent.push(failed)
      await add(tx, 'half')
    },
    { sent },
  )
  await assert.rejects(work, /lacks its scope/)
  assert.equal(await last(db, 'half'), undefined)
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

test('commit goes behind what was sent unheard, and a fault of that is told and undoes all', async () => {
  const done: Promise<unknown>[] = []
  await transact(db, async (tx) => void done.push(add(tx, 'unheard')), { sent: done })
  assert.equal(await last(db, 'unheard'), 1)
  const failing: Promise<unknown>[] = []
  const broken = transact(db, async (tx) => void failing.push(add(tx, 'fresh'), add(tx, 'unheard')), { sent: failing })
  await assert.rejects(broken, { code: '23505' })
  assert.equal(await last(db, 'fresh'), undefined)
})

test('what is read behind commit sees what was kept; where nothing was kept its answer does not count', async () => {
  let seen: number | undefined
  const reading = async (line: Sql) => void (seen = await last(line, 'behind'))
  await transact(db, (tx) => add(tx, 'behind', 8), { behind: reading })
  assert.equal(seen, 8)
  const failing: Promise<unknown>[] = []
  const broken = transact(db, async (tx) => void failing.push(add(tx, 'behind')), { sent: failing, behind: reading })
  await assert.rejects(broken, { code: '23505' })
  assert.deepEqual(await last(db, 'behind'), 8, 'the connection came back whole')
})

test('a question is asked once an act and again after a change, and by somebody else each time', async () => {
  let asked = 0
  const question = askedOnce(async (line, scope) => {
    asked += 1
    return last(line, scope)
  })
  await add(db, 'noted', 1)
  const seen = await transact(db, async (tx) => {
    const twice = [await question.of(tx, 'noted'), await question.of(tx, 'noted')]
    await tx.updateTable('ground.counter').set({ last: 2 }).where('scope', '=', 'noted').execute()
    question.changed(tx, 'noted')
    return [...twice, await question.of(tx, 'noted')]
  })
  assert.deepEqual([seen, asked], [[1, 1, 2], 2])
  assert.deepEqual([await question.of(db, 'noted'), await question.of(db, 'noted'), asked], [2, 2, 4])
})

test('what is kept by its edition is read anew after a change; a change that was rolled back leaves nothing behind', async () => {
  let read = 0
  const kept = keptByEdition('calendar', async () => (read += 1))
  const inAct = (work: (tx: Tx) => Promise<unknown> = async () => undefined) =>
    transact(db, async (tx) => {
      const before = await kept(tx)
      await work(tx)
      return [before, await kept(tx)]
    })
  const change = async (tx: Tx) => {
    await sql`update calendar.exception set name = name where false`.execute(tx)
    newEdition(tx)
  }
  assert.deepEqual(
    [await inAct(), await inAct()],
    [
      [1, 1],
      [1, 1],
    ],
  )
  assert.deepEqual(await inAct(change), [1, 2])
  assert.deepEqual(await inAct(), [2, 2])
  const undone = inAct(async (tx) => {
    await change(tx)
    assert.equal(await kept(tx), 3)
    throw new RangeError('undone')
  })
  await assert.rejects(undone, RangeError)
  assert.deepEqual(await inAct(), [4, 4], 'not what was never kept')
})

test('a statement written once is filled each time with its own values, and one that is missing is a fault', async () => {
  const find = written((line, { scope, least }: { scope: string; least: number }) =>
    line.selectFrom('ground.counter').select('last').where('scope', '=', scope).where('last', '>=', least),
  )
  await layRow(db, 'ground.counter', { scope: 'filled', period: '2026', last: 3 }).answered
  await layRow(db, 'ground.counter', { scope: 'filled too', period: '2026', last: 4 }).answered
  const found = await Promise.all([
    find.first(db, { scope: 'filled', least: 3 }),
    find.first(db, { scope: 'filled too', least: 1 }),
    find.first(db, { scope: 'filled', least: 4 }),
  ])
  assert.deepEqual(
    found.map((row) => row?.last),
    [3, 4, undefined],
  )
  await assert.rejects(find.all(db, { scope: 'filled' } as never), /lacks its least/)
})
