import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openDatabase, openPool } from './database.ts'
import { openLog } from './log.ts'
import { plannedAnew } from './prepared.ts'
import { remembered } from './remembered.ts'
import { emptyDatabase } from './testing/database.ts'

const database = await emptyDatabase()
const pool = openPool(database.ownerUrl, 1, openLog('silent'))
const db = openDatabase(pool)
after(async () => {
  await db.destroy()
  await database.drop()
})

test('what is remembered is asked for once, also by a transaction, until somebody who changed it says so', async () => {
  let asked = 0
  const answers = remembered(60, async (_db, about) => {
    asked += 1
    return about === 'nothing' ? undefined : `${about} ${asked}`
  })
  assert.equal(await answers.of(db, 'unit'), 'unit 1')
  assert.equal(await db.transaction().execute((tx) => answers.of(tx, 'unit')), 'unit 1')
  answers.forget(db)
  assert.equal(await answers.of(db, 'unit'), 'unit 2')
  assert.deepEqual([await answers.of(db, 'nothing'), await answers.of(db, 'nothing'), asked], [undefined, undefined, 4])
})

test('two databases never share what is remembered', async () => {
  const other = openDatabase(openPool(database.ownerUrl, 1, openLog('silent')))
  const answers = remembered(60, async (of) => (of === db ? 'here' : 'there'))
  assert.deepEqual([await answers.of(db, 'x'), await answers.of(other, 'x')], ['here', 'there'])
  await other.destroy()
})

test('a statement is prepared once under its own name; a list that is planned anew is not', async () => {
  const prepared = async () => {
    const { rows } = await pool.query(
      `select statement from pg_prepared_statements where statement like '%as lasting%'`,
    )
    return rows.length
  }
  for (const value of [1, 2, 3]) {
    const { rows } = await sql<{ lasting: number }>`select ${value}::integer as lasting`.execute(db)
    assert.equal(rows[0]!.lasting, value)
  }
  assert.equal(await prepared(), 1)
  await sql`${plannedAnew} select ${1}::integer as lasting`.execute(db)
  assert.equal(await prepared(), 1)
})
