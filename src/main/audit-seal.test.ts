import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, type TestHouse, withClient } from '../../journeys/reach.ts'
import { sealOf, verify, verifyDay, write } from '../audit/index.ts'
import { day } from '../ground/day.ts'
import { sealCheckOf } from './audit-seal.ts'
import { jobs } from './worker.ts'

let house: TestHouse
before(async () => {
  house = await openTestHouse()
  // Three nights: each closes the day before, signs and stamps it.
  for (const night of [1, 2, 3]) {
    const now = new Date(house.house.clock.now().getTime() + night * 24 * 3_600_000)
    await write(house.house.db, {
      stream: 'system',
      act: 'open',
      actor: null,
      occurredAt: new Date(now.getTime() - 60_000),
    })
    await jobs({ ...house.house, clock: { now: () => now } })['close-days']()
  }
})
after(() => house.close())

const asOwner = (statement: string) => withClient(house.ownerUrl, (client) => client.query(statement))
const breaks = async () =>
  (await verify(house.house.db, await sealCheckOf(house.house))).breaks.map(({ what, day: on, why }) =>
    [what, on, why].filter(Boolean).join(' '),
  )
const days = ['2026-03-02', '2026-03-03', '2026-03-04'].map(day)

/** Does something to the tables, looks, and puts the seals and digests back. */
async function undoing(statements: string): Promise<string[]> {
  await asOwner(
    'create table audit.kept_seal as table audit.seal; create table audit.kept_digest as table audit.digest',
  )
  try {
    await asOwner(statements)
    return await breaks()
  } finally {
    await asOwner(`
      delete from audit.seal; delete from audit.digest;
      insert into audit.digest table audit.kept_digest; insert into audit.seal table audit.kept_seal;
      drop table audit.kept_seal, audit.kept_digest`)
  }
}

test('every night the day before is closed, signed and stamped with the time, and all of it holds', async () => {
  const check = await sealCheckOf(house.house)
  for (const one of days.slice(0, 2)) {
    const seal = await sealOf(house.house.db, one)
    assert.match(seal!.text, new RegExp(`^motcua audit day 1\nday ${one}\n`))
    const { wrong, stampedAt } = await check(seal!)
    assert.equal(wrong, undefined)
    assert.ok(stampedAt! > new Date(`${one}T23:59:59+07:00`))
    assert.ok((await verifyDay(house.house.db, one, check)).holds)
  }
  assert.deepEqual(await breaks(), [])
})

test('whoever owns the database and counts the root of a day anew cannot sign it anew [S1-17.2d]', async () => {
  const recounted = `update audit.digest set root = sha256('x') where day = '2026-03-02'`
  assert.deepEqual(await undoing(recounted), ['day 2026-03-02', 'seal 2026-03-02 seal-of-other-entries'])
  const retold = `${recounted}; update audit.seal set text = regexp_replace(text, 'root .*?\n', 'root ' || encode(sha256('x'), 'hex') || E'\n') where day = '2026-03-02'`
  assert.deepEqual(await undoing(retold), ['day 2026-03-02', 'seal 2026-03-02 signature-wrong'])
})

test('a seal that was taken out, moved to another day or stamped for another is named by its day', async () => {
  assert.deepEqual(await undoing(`delete from audit.seal where day = '2026-03-03'`), [
    'seal 2026-03-03 not-sealed',
    'seal 2026-03-04 seal-of-other-entries',
  ])
  assert.deepEqual(
    await undoing(
      `update audit.seal set stamp = (select stamp from audit.seal where day = '2026-03-02') where day = '2026-03-03'`,
    ),
    ['seal 2026-03-03 other-bytes'],
  )
})

test('the application may neither change nor remove a seal', async () => {
  const asApp = (statement: string) => withClient(house.house.appUrl, (client) => client.query(statement))
  for (const statement of [`update audit.seal set text = ''`, 'delete from audit.seal', 'truncate audit.seal'])
    await assert.rejects(asApp(statement), ({ code }: { code?: string }) => code === '42501', statement)
})
