import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { done, refused } from '../ground/result.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

let house: TestHouse
let officer: { id: string; kind: 'officer'; name: string }
before(async () => {
  house = await openTestHouse()
  const { id } = await house.house.db
    .selectFrom('accounts.account')
    .select('id')
    .where('username', '=', 'tiepnhan')
    .executeTakeFirstOrThrow()
  officer = { id, kind: 'officer', name: 'Phạm Thị Hồng Nhung' }
})
after(() => house.close())

type Made = { made: number; entries: string[] }

/** What stands in a table of counters and in the officer's stream. */
async function left(scope: string): Promise<Made> {
  const { db } = house.house
  const rows = await db.selectFrom('ground.counter').select('last').where('scope', '=', scope).execute()
  const entries = await db
    .selectFrom('audit.entry')
    .select('act')
    .where('actor', '=', officer.id)
    .orderBy('id')
    .execute()
  return { made: rows.length, entries: entries.map(({ act }) => act) }
}

const row = (scope: string) => ({ scope, period: '2026', last: 1 })

test('what an act wrote stays when it is done, and goes when it is refused: only the refusal stands in the audit', async () => {
  const { atDesk } = house.house
  await atDesk(officer, async ({ sql }) => {
    await sql.insertInto('ground.counter').values(row('done')).execute()
    return done()
  })
  const answer = await atDesk(officer, async ({ sql }) => {
    await sql.insertInto('ground.counter').values(row('refused')).execute()
    return refused('not-permitted', { why: 'test' })
  })
  assert.deepEqual(answer, { ok: false, refusal: 'not-permitted', detail: { why: 'test' } })
  assert.equal((await left('done')).made, 1)
  assert.deepEqual(await left('refused'), { made: 0, entries: ['refused:not-permitted'] })
})

test('a fault undoes everything and goes on to the door', async () => {
  const broken = house.house.atDesk(officer, async ({ sql }) => {
    await sql.insertInto('ground.counter').values(row('broken')).execute()
    throw new RangeError('broken')
  })
  await assert.rejects(broken, RangeError)
  assert.equal((await left('broken')).made, 0)
})

test('what an act hands over is part of it, and so is what that begins in turn', async () => {
  await house.house.atDesk(officer, async ({ sql, alongside }) => {
    const first = sql.insertInto('ground.counter').values(row('handed over')).execute()
    alongside(first.then(() => alongside(sql.insertInto('ground.counter').values(row('in turn')).execute())))
    return done()
  })
  assert.deepEqual([(await left('handed over')).made, (await left('in turn')).made], [1, 1])
})

test('a fault in what was handed over undoes the act and is the one that is told', async () => {
  const act = house.house.atDesk(officer, async ({ sql, alongside }) => {
    alongside(sql.insertInto('ground.counter').values(row('before it')).execute())
    alongside(sql.insertInto('ground.counter').values(row('handed over')).execute())
    await sql.insertInto('ground.counter').values(row('behind it')).execute()
    return done()
  })
  await assert.rejects(act, { code: '23505' })
  assert.deepEqual([(await left('before it')).made, (await left('behind it')).made], [0, 0])
})

test('what must be written although the act is refused is written after it, and not when the act is done', async () => {
  const work = (scope: string, ok: boolean) =>
    house.house.atDesk(officer, async ({ afterRefusal }) => {
      afterRefusal(async (db) => void (await db.insertInto('ground.counter').values(row(scope)).execute()))
      return ok ? done() : refused('pin-wrong')
    })
  await work('after-refusal', false)
  await work('after-done', true)
  assert.deepEqual([(await left('after-refusal')).made, (await left('after-done')).made], [1, 0])
})

test('work outside is done once and without a transaction, and the act begins anew with its answer', async () => {
  const begun: number[] = []
  const { db } = house.house
  const made = await house.house.atDesk(officer, async ({ sql, outside }) => {
    await sql.insertInto('ground.counter').values(row('outside')).execute()
    begun.push(begun.length)
    const other = await outside('count', async (sql) => {
      assert.equal(sql.isTransaction, false)
      assert.equal(
        (await db.selectFrom('ground.counter').selectAll().where('scope', '=', 'outside').execute()).length,
        0,
      )
      return 7
    })
    return refused('not-permitted', { other, again: await outside('again', async () => other + 1) })
  })
  assert.deepEqual([made, begun], [{ ok: false, refusal: 'not-permitted', detail: { other: 7, again: 8 } }, [0, 1, 2]])
  assert.equal((await left('outside')).made, 0)
})

test('of a key that arrives ten times at once the act is done once, and a fault leaves the key free', async () => {
  let runs = 0
  const once = { account: officer.id, key: 'k', request: Buffer.from('a') }
  const act = (fails: boolean) =>
    house.house.atDeskOnce(
      officer,
      once,
      async () => {
        runs += 1
        if (fails) throw new RangeError('broken')
        return done({ n: runs })
      },
      ({ n }) => ({ status: 201, resource: `${n}` }),
    )
  await assert.rejects(act(true), RangeError)
  const answers = await Promise.all(Array.from({ length: 10 }, () => act(false)))
  assert.equal(runs, 2)
  assert.equal(answers.filter((answer) => answer.ok && !answer.value.repeated).length, 1)
  for (const answer of answers)
    if (answer.ok && answer.value.repeated) assert.deepEqual([answer.value.status, answer.value.resource], [201, '2'])
})

test('two acts that wait for each other are both done, each once', async () => {
  const { atDesk, db } = house.house
  for (const scope of ['this side', 'that side']) await db.insertInto('ground.counter').values(row(scope)).execute()
  const holding = new Set<string>()
  let bothHold = () => {}
  const met = new Promise<void>((resolve) => (bothHold = resolve))
  const crossing = (first: string, second: string) =>
    atDesk(officer, async ({ sql }) => {
      const count = (scope: string) =>
        sql
          .updateTable('ground.counter')
          .set(({ eb }) => ({ last: eb('last', '+', 1) }))
          .where('scope', '=', scope)
          .execute()
      await count(first)
      if (holding.add(first).size === 2) bothHold()
      await met
      await count(second)
      return done()
    })
  const answers = await Promise.all([crossing('this side', 'that side'), crossing('that side', 'this side')])
  assert.deepEqual(
    answers.map(({ ok }) => ok),
    [true, true],
  )
  const counted = await db.selectFrom('ground.counter').select('last').where('scope', 'like', '%side').execute()
  assert.deepEqual(
    counted.map(({ last }) => last),
    [3, 3],
  )
})
