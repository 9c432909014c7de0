import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse, withClient } from '../../journeys/reach.ts'
import { system } from '../audit/index.ts'
import { type CalendarChange, calendarFor, ledgerOf, type SpecialDay, usualHours } from '../calendar/index.ts'
import { day } from '../ground/day.ts'
import { changeDays, movesOf } from './recompute.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

const actor = { ...system, posts: [] }
const why = { ground: 'Bão số 3, cơ quan đóng cửa', law: '15/QĐ-UBND' }
const instant = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`)

const closed = (when: string, kind: 'local-closure' | 'half-day' = 'local-closure'): SpecialDay => ({
  day: day(when),
  kind,
  name: 'Nghỉ tránh bão',
  source: '15/QĐ-UBND',
  status: 'confirmed',
  ...(kind === 'half-day' ? { sessions: [[450, 690]] } : {}),
})

/** Applies a change as the system, at this hour when one is given. */
async function change(what: Omit<CalendarChange, 'source'>, now?: string) {
  return house.house.atDesk(actor, (desk) =>
    changeDays({ ...desk, ...(now ? { now: instant(now) } : {}) }, { source: '15/QĐ-UBND', ...what }, why),
  )
}

const dueOf = async (id: string) => {
  const row = await house.house.db
    .selectFrom('dossiers.dossier')
    .select(['due', 'intake_due', 'agency', 'reception'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row
}

test('a closure made known today moves what was promised, with a line that keeps the old date and tells why [S1-14.4c]', async () => {
  const [accepted, submitted] = [await at.dossierIn('accepted'), await at.dossierIn('submitted')]
  const promised = await dueOf(accepted.id)
  assert.deepEqual(promised.due, instant('2026-03-02 17:00'))

  const storm = { set: [closed('2026-03-02')] }
  const before = await movesOf(house.house.db, { ...storm, source: 'x' }, house.house.clock.now())
  assert.ok(before.ok)
  assert.equal(before.value.count, 2)
  assert.deepEqual((await dueOf(accepted.id)).due, promised.due, 'looking changes nothing')
  const [move] = before.value.first.filter(({ id }) => id === accepted.id)
  assert.deepEqual([move!.was, move!.due], [instant('2026-03-02 17:00'), instant('2026-03-03 17:00')])

  const applied = await change(storm)
  assert.ok(applied.ok)
  assert.equal(applied.value.moved, 2)
  assert.deepEqual((await dueOf(accepted.id)).due, instant('2026-03-03 17:00'))
  const waiting = await dueOf(submitted.id)
  assert.deepEqual([waiting.due, waiting.intake_due], [instant('2026-03-03 17:00'), instant('2026-03-03 17:00')])

  type Message = { dossier: string; subject: string; body: string }
  const messages: Message[] = (await at.api.expect(200, 'congdan', 'GET', '/messages')).items
  const moved = (id: string) =>
    messages.filter((one) => one.dossier === id && /thay đổi/.test(one.subject)).map(({ body }) => body)
  assert.deepEqual(moved(accepted.id), [
    `Ngày hẹn trả kết quả hồ sơ “Đăng ký khai sinh”, mã ${accepted.code}, đổi từ 17:00 ngày 02/03/2026 sang 17:00 ngày 03/03/2026 vì lịch làm việc thay đổi. Lý do: Bão số 3, cơ quan đóng cửa (15/QĐ-UBND). Bạn không cần làm gì thêm.`,
  ])
  assert.equal(moved(submitted.id).length, 1, 'whoever waits for the counter hears of it too, once')
  const jobs = await house.house.db
    .selectFrom('notifications.message')
    .select('id')
    .where('template', 'like', 'dossier.%-moved')
    .execute()
  assert.equal(jobs.length, 2)

  const ledger = await ledgerOf(house.house.db, accepted.id, 'settlement')
  assert.deepEqual(
    ledger.map(({ kind }) => kind),
    ['started', 'recomputed'],
  )
  assert.deepEqual(ledger[0]!.due, instant('2026-03-02 17:00'), 'the first promise stands in its line for ever')
  const { was, due, ground, law } = ledger[1]!
  assert.deepEqual(
    [was, due, ground, law],
    [instant('2026-03-02 17:00'), instant('2026-03-03 17:00'), why.ground, why.law],
  )
  const told = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${accepted.id}/clock`)
  const reasons = told.items.find(({ clock }: { clock: string }) => clock === 'settlement')
  assert.match(
    reasons.steps.map(({ text }: { text: string }) => text).join('\n'),
    /trước đó hẹn 17:00 ngày 02\/03\/2026; hẹn trả lúc 17:00 ngày 03\/03\/2026/,
  )
  const again = await change({ set: [closed('2026-03-02')] })
  assert.ok(again.ok)
  assert.equal(again.value.moved, 0, 'the same change twice moves nothing more')
})

test('no date is moved back to an hour already gone by: the whole change is refused, and nothing of it is written', async () => {
  const versions = () =>
    house.house.db
      .selectFrom('calendar.calendar')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  const before = await versions()
  const refused = await change({ clear: ['2026-03-02'] }, '2026-03-04 09:00')
  assert.ok(!refused.ok)
  assert.equal(refused.refusal, 'promised-date-gone-by')
  assert.equal(refused.detail!['count'], 2)
  assert.deepEqual(await versions(), before)

  const back = await change({ clear: ['2026-03-02'] })
  assert.ok(back.ok, 'while Monday has not passed it may be opened again')
  assert.equal(back.value.moved, 2)
})

test('an agency’s own closure moves its dossiers alone, and its own week counts what it accepts from then on [S1-14.4c]', async () => {
  const accepted = await at.dossierIn('accepted')
  const { agency } = await dueOf(accepted.id)
  const elsewhere = await change({ agency: '00000000-0000-7000-8000-00000000abcd', set: [closed('2026-03-02')] })
  assert.ok(elsewhere.ok)
  assert.equal(elsewhere.value.moved, 0)

  const here = await change({
    agency,
    set: [closed('2026-03-02', 'half-day')],
    hours: usualHours.with(5, [[450, 690]]),
  })
  assert.ok(here.ok)
  assert.deepEqual((await dueOf(accepted.id)).due, instant('2026-03-02 11:30'), 'its Monday ends at noon')
  const db = house.house.db
  const [own, province] = [
    await calendarFor(db, instant('2026-03-02 09:00'), agency),
    await calendarFor(db, instant('2026-03-02 09:00')),
  ]
  assert.equal(own.hours[5]!.length, 1)
  assert.equal(province.hours[5]!.length, 0)

  const next = await at.dossierIn('accepted')
  assert.deepEqual((await dueOf(next.id)).due, instant('2026-03-02 11:30'))
  const line = await db
    .selectFrom('calendar.clock_event')
    .select(['calendar', 'local_calendar', 'agency'])
    .where('subject', '=', next.id)
    .where('clock', '=', 'settlement')
    .executeTakeFirstOrThrow()
  assert.deepEqual([line.calendar, line.local_calendar, line.agency], [own.version, own.local, agency])
  const shown = await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${next.id}`)
  assert.ok(shown.remaining.minutes > 0 && shown.remaining.minutes <= 150, 'what is left is counted by its half day')
})

test('by an early clock nothing promised is changed', async () => {
  const accepted = await at.dossierIn('accepted')
  const { due } = await dueOf(accepted.id)
  const early = await change({ set: [closed('2026-03-03')] }, '2026-02-02 09:00')
  assert.ok(!early.ok)
  assert.equal(early.refusal, 'clock-is-behind')
  assert.deepEqual((await dueOf(accepted.id)).due, due)
})

test('a year that leaves a gap is refused; who is no administrator changes nothing', async () => {
  const gap = await change({ year: { year: 2028, days: [] } })
  assert.ok(!gap.ok && gap.refusal === 'calendar-year-missing')
  const next = await change({ year: { year: 2027, days: [closed('2027-02-05')] } })
  assert.ok(next.ok)
  assert.equal((await calendarFor(house.house.db, house.house.clock.now())).decidedUntil, 2027)
  const citizen = { id: system.id, kind: 'person', name: 'Ai đó', posts: [] } as const
  const other = await house.house.atDesk(citizen, (desk) =>
    changeDays(desk, { source: 'x', set: [closed('2026-03-03')] }, why),
  )
  assert.ok(!other.ok && other.refusal === 'not-permitted')
})

test('the only open dossier, brought over from elsewhere without a step of our process, is moved as well', async () => {
  const alone = await openTestHouse()
  try {
    const { id } = await reacher(alone.base).dossierIn('accepted')
    await withClient(alone.ownerUrl, (client) => client.query('delete from dossiers.task where dossier = $1', [id]))
    const moved = await alone.house.atDesk(actor, (desk) =>
      changeDays(desk, { source: '15/QĐ-UBND', set: [closed('2026-03-02')] }, why),
    )
    assert.deepEqual(moved.ok && moved.value, { moved: 1 })
  } finally {
    await alone.close()
  }
})
