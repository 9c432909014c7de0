import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse } from '../../journeys/reach.ts'
import { system } from '../audit/index.ts'
import { sql } from 'kysely'
import { changeDays, giveWarnings, planWarnings } from '../dossiers/index.ts'
import type { Sql } from '../ground/database.ts'
import { done } from '../ground/result.ts'
import { day } from '../ground/day.ts'
import { choosePolicy, type ProvincePolicy } from '../policy/index.ts'
import { jobs } from './worker.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

const actor = { ...system, posts: [] }
const instant = (text: string) => new Date(`2026-03-${text.replace(' ', 'T')}:00+07:00`)

/** The minute's work of the worker, as it would be done at this hour. */
const sweepAt = (when: string) =>
  jobs({ ...house.house, clock: { now: () => instant(when) } })['warn-of-time']() as Promise<void>

/** Every warning said about a dossier, as “who: template of what”, since the last time this was asked. */
const heard = new Map<string, number>()
async function news(dossier: string): Promise<string[]> {
  const { db, vault } = house.house
  const rows = await db
    .selectFrom('notifications.message as m')
    .innerJoin('accounts.account as a', 'a.id', 'm.account')
    .select(['a.username', 'm.template', 'm.gaps_sealed', 'm.id'])
    .where('m.dossier', '=', dossier)
    .where('m.template', 'like', 'time.%')
    .orderBy('m.id')
    .execute()
  const fresh = rows.slice(heard.get(dossier) ?? 0)
  heard.set(dossier, rows.length)
  return fresh
    .map(({ username, template, gaps_sealed: gaps, id }) => {
      const { what, percent } = vault.openJson(gaps!, `notifications.gaps:${id}`) as Record<string, string>
      return `${username} ${template} ${percent} ${what}`
    })
    .toSorted()
}

const book = (dossier: string) =>
  house.house.db
    .selectFrom('dossiers.warning')
    .select(['about', 'percent', 'falls_at', 'given_at', 'passed_over'])
    .where('dossier', '=', dossier)
    .orderBy('about')
    .orderBy('percent')
    .execute()

beforeEach(async () => {
  // Each story alone: of dossiers of the stories before nobody is warned any more.
  await house.house.db
    .updateTable('dossiers.dossier')
    .set({ issued_at: instant('02 09:00') })
    .where('issued_at', 'is', null)
    .where('state', '!=', 'draft')
    .execute()
})

test('at a half, four fifths and the end of its time those hear of a step whom it concerns, each once and with what to do [S2-12A.5a]', async () => {
  const { id } = await at.dossierIn('submitted')
  await sweepAt('02 09:10')
  assert.deepEqual(await news(id), [])
  await sweepAt('02 09:16')
  const step = 'Bước “Tiếp nhận hồ sơ”'
  assert.deepEqual(await news(id), [`tiepnhan time.officer 50 ${step}`, `tiepnhan2 time.officer 50 ${step}`])
  await sweepAt('02 09:25')
  assert.deepEqual(await news(id), [
    `giamdoc time.leader 80 ${step}`,
    `tiepnhan time.officer 80 ${step}`,
    `tiepnhan2 time.officer 80 ${step}`,
  ])
  await sweepAt('02 09:31')
  assert.deepEqual(await news(id), [
    `giamdoc time.leader.step-over 100 ${step}`,
    `tiepnhan time.officer.step-over 100 ${step}`,
    `tiepnhan2 time.officer.step-over 100 ${step}`,
  ])
  for (const when of ['02 09:31', '02 09:05', '02 09:32']) await sweepAt(when)
  assert.deepEqual(await news(id), [], 'neither again nor after the clock was set back')

  const { items } = await at.api.expect(200, 'giamdoc', 'GET', '/messages')
  const [last] = items.filter(({ dossier }: { dossier: string }) => dossier === id)
  assert.match(last.body, /hết thời gian lúc 09:30 ngày 02\/03\/2026\. Hãy nhắc người đang giữ hồ sơ làm xong ngay/)
})

test('the agency’s own people hear of its step and of the whole time, the director of the centre at its end', async () => {
  const { id } = await at.dossierIn('assigned')
  await sweepAt('02 09:00')
  // Four hours for the step from 09:00: half at 11:00; the whole day ends at 17:00, half of its 390 minutes at 13:45.
  await sweepAt('02 11:00')
  const step = 'Bước “Thẩm tra hồ sơ, lấy số định danh”'
  assert.deepEqual(await news(id), [`chuyenvien time.officer 50 ${step}`])
  await sweepAt('02 13:45')
  assert.deepEqual(
    (await news(id)).filter((line) => line.endsWith('Thời hạn giải quyết')),
    ['chuyenvien time.officer 50 Thời hạn giải quyết'],
  )
  await sweepAt('02 17:01')
  assert.deepEqual(
    (await news(id)).filter((line) => line.endsWith('Thời hạn giải quyết')),
    [
      'chuyenvien time.officer.over 100 Thời hạn giải quyết',
      'giamdoc time.director.over 100 Thời hạn giải quyết',
      'lanhdao time.leader.over 100 Thời hạn giải quyết',
      'truongphong time.leader.over 100 Thời hạn giải quyết',
    ],
    'after a while without a worker the most urgent alone is said',
  )
  const lines = (await book(id)).filter(({ about }) => about === 'settlement')
  assert.deepEqual(
    lines.map(({ percent, given_at, passed_over }) => [percent, given_at !== null, passed_over]),
    [
      [50, true, false],
      [80, true, true],
      [100, true, false],
    ],
  )
})

test('a worker that dies in the middle says nothing, and the next one says it once; two at once say it once', async () => {
  const { id } = await at.dossierIn('submitted')
  await sweepAt('02 09:00')
  const dying = house.house.atDesk(actor, async (desk) => {
    await giveWarnings({ ...desk, now: instant('02 09:16') })
    throw new Error('killed')
  })
  await assert.rejects(dying, /killed/)
  assert.deepEqual(await news(id), [])
  await Promise.all([sweepAt('02 09:16'), sweepAt('02 09:16'), sweepAt('02 09:16')])
  assert.equal((await news(id)).length, 2, 'both officers of the counter, once')
})

test('a changed calendar moves the due date of the open step and the warnings that were not given; what was given stays given', async () => {
  const { id } = await at.dossierIn('assigned')
  await sweepAt('02 11:00')
  assert.equal((await news(id)).length, 1)
  const step = async () =>
    (await at.api.expect(200, 'chuyenvien', 'GET', `/dossiers/${id}`)).steps.findLast(
      ({ endedAt }: { endedAt: string | null }) => !endedAt,
    )
  const before = await step()
  assert.equal(new Date(before.due).toISOString(), instant('02 14:30').toISOString())
  const closed = {
    day: day('2026-03-02'),
    kind: 'half-day',
    sessions: [[450, 690]],
    name: 'Bão',
    source: 'x',
    status: 'confirmed',
  } as const
  const changed = await house.house.atDesk(actor, (desk) =>
    changeDays({ ...desk, now: instant('02 11:05') }, { set: [closed], source: 'x' }, { ground: 'Bão' }),
  )
  assert.ok(changed.ok)
  assert.equal(new Date((await step()).due).toISOString(), instant('03 09:00').toISOString())
  await sweepAt('02 11:10')
  const ofStep = (lines: string[]) => lines.filter((line) => line.includes('Bước'))
  assert.deepEqual(ofStep(await news(id)), [])
  const moved = (await book(id)).filter(({ about }) => about === 'step:appraise')
  assert.deepEqual(
    moved.map(({ percent, falls_at, given_at }) => [percent, given_at ? 'given' : falls_at.toISOString()]),
    [
      [50, 'given'],
      [80, instant('03 08:12').toISOString()],
      [100, instant('03 09:00').toISOString()],
    ],
  )
  await sweepAt('02 17:30')
  assert.deepEqual(ofStep(await news(id)), [], 'nothing falls on an afternoon that became free')
})

test('of time that stands still or has ended nobody is warned', async () => {
  const paused = await at.dossierIn('assigned')
  await at.act('chuyenvien', paused.id, 'request-supplement')
  const gone = await at.dossierIn('submitted')
  await sweepAt('02 09:00')
  await at.act('congdan', gone.id, 'withdraw')
  await sweepAt('04 09:00')
  assert.deepEqual([await news(paused.id), await news(gone.id)], [[], []])
  assert.deepEqual([await book(paused.id), await book(gone.id)], [[], []])
})

test('what comes over the counter is to be looked at at once: after the time the province set its director is told [S2-12A.5a]', async () => {
  const { id } = await at.dossierIn('submitted', { channel: 'counter', filer: 'tiepnhan' })
  await sweepAt('02 09:59')
  const clock = async () => (await news(id)).filter((line) => line.endsWith('tiếp nhận'))
  assert.deepEqual(await clock(), [])
  await sweepAt('02 10:01')
  const what = 'Thời hạn trả lời tiếp nhận'
  assert.deepEqual(await clock(), [
    `giamdoc time.leader.step-over 100 ${what}`,
    `tiepnhan time.officer.step-over 100 ${what}`,
    `tiepnhan2 time.officer.step-over 100 ${what}`,
  ])
})

test('a letter goes by e-mail as well only where the province wants it', async () => {
  const letters = async (dossier: string) =>
    Number(
      (
        await house.house.db
          .selectFrom('notifications.delivery as d')
          .innerJoin('notifications.message as m', 'm.id', 'd.message')
          .select((eb) => eb.fn.countAll().as('n'))
          .where('m.dossier', '=', dossier)
          .where('m.template', 'like', 'time.%')
          .executeTakeFirstOrThrow()
      ).n,
    )
  const first = await at.dossierIn('submitted')
  await sweepAt('02 09:16')
  assert.equal(await letters(first.id), 0)
  const from = day('2025-07-01')
  const override = { key: 'warnings.email', value: true, source: 'Quyết định thử', confidence: 'read', from }
  const chosen = { preset: 'demo-2026', overrides: [override] } as unknown as ProvincePolicy
  await choosePolicy(house.house.db, chosen, from, 'Quyết định thử', house.house.clock.now())
  const second = await at.dossierIn('submitted')
  await sweepAt('02 09:16')
  assert.equal(await letters(second.id), 2)
})

test('the sweep takes a dossier before its task, as an act does: whoever comes second waits at the dossier and holds nothing', async () => {
  const { id } = await at.dossierIn('submitted')
  const { db } = house.house
  const lock = (what: 'dossier' | 'task') => (what === 'dossier' ? sql`id` : sql`dossier`)
  const takes = (tx: Sql, what: 'dossier' | 'task') =>
    sql`select from ${sql.table(`dossiers.${what}`)} where ${lock(what)} = ${id} for update nowait`.execute(tx)
  await db.transaction().execute(async (act) => {
    await takes(act, 'dossier')
    await db.transaction().execute(async (sweep) => {
      await house.house.atDesk(actor, async (desk) => done(await planWarnings({ ...desk, sql: sweep as never })))
      await takes(act, 'task')
    })
  })
  assert.deepEqual(await book(id), [], 'the sweep left it for its next minute')
  await db.transaction().execute(async (sweep) => {
    await house.house.atDesk(actor, async (desk) => done(await planWarnings({ ...desk, sql: sweep as never })))
    await assert.rejects(
      db.transaction().execute((act) => takes(act, 'dossier')),
      /could not obtain lock/,
    )
  })
  assert.ok((await book(id)).length > 0)
})

test('a house that closes plans no further dates; the next run goes on with them', async () => {
  const { id } = await at.dossierIn('accepted')
  const planned = () =>
    sql<{
      planned: boolean
    }>`select due is not distinct from warned_due as planned from dossiers.dossier where id = ${id}`
      .execute(house.house.db)
      .then(({ rows }) => rows[0]!.planned)
  await jobs(house.house, AbortSignal.abort())['warn-of-time']()
  assert.equal(await planned(), false)
  await sweepAt('02 09:01')
  assert.equal(await planned(), true)
})
