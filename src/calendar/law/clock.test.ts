import assert from 'node:assert/strict'
import { test } from 'node:test'

import { day } from '../../ground/day.ts'
import type { Calendar, ClockEvent, ClockEventKind } from './index.ts'
import {
  appendClock,
  calendarFrom,
  clockLight,
  clockOf,
  indexElapsed,
  isWorking,
  lightOf,
  promisedAnew,
  remaining,
  timeHeld,
  usualHours,
  withLocal,
} from './index.ts'

const calendar = calendarFrom({ version: 'usual', hours: usualHours, years: [{ year: 2026, days: [] }] })
const instant = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`)
const threeDays = { value: 3, unit: 'working-days' } as const

/** The ledger that these events write, each accepted on top of the former. */
function ledgerOf(...events: readonly ClockEvent[]): ClockEvent[] {
  const ledger: ClockEvent[] = []
  for (const event of events) {
    const line = appendClock(calendar, ledger, event)
    assert.ok(line.ok)
    ledger.push(line.value)
  }
  return ledger
}

const started: ClockEvent = { kind: 'started', at: instant('2026-03-02 09:00'), limit: threeDays, law: '12/QĐ-UBND' }
const paused: ClockEvent = { kind: 'paused', at: instant('2026-03-03 09:00'), ground: 'chờ bổ sung hồ sơ' }

test('a clock runs from its start to its due date', () => {
  const clock = clockOf(calendar, ledgerOf(started))
  assert.equal(clock.state, 'running')
  assert.deepEqual(clock.due, instant('2026-03-05 09:00'))
  assert.equal(clock.totalMinutes, 3 * 480)
  assert.equal(clock.elapsedMinutes(instant('2026-03-03 10:00')), 540)
  assert.equal(clockOf(calendar, []).state, 'none')
})

test('the due date comes from the published limit and keeps its decision; a new decision serves new dossiers only [S1-14.3]', () => {
  const published = [
    { from: instant('2026-01-01 00:00'), limit: threeDays, law: '12/QĐ-UBND' },
    { from: instant('2026-03-10 00:00'), limit: { value: 1, unit: 'working-days' }, law: '34/QĐ-UBND' },
  ] as const
  const receive = (at: Date) => {
    const { limit, law } = published.findLast(({ from }) => from <= at)!
    return ledgerOf({ kind: 'started', at, limit, law })
  }
  const before = receive(instant('2026-03-09 09:00'))
  const after = receive(instant('2026-03-10 09:00'))
  assert.deepEqual(clockOf(calendar, before).due, instant('2026-03-12 09:00'))
  assert.deepEqual(clockOf(calendar, after).due, instant('2026-03-11 09:00'))
  assert.match(clockOf(calendar, before).explain()[0]!, /3 ngày làm việc.*căn cứ: 12\/QĐ-UBND/)
  assert.match(clockOf(calendar, after).explain()[0]!, /1 ngày làm việc.*căn cứ: 34\/QĐ-UBND/)
})

test('a paused clock has no due date and keeps what is left', () => {
  const ledger = ledgerOf(started, paused)
  const clock = clockOf(calendar, ledger)
  assert.deepEqual([clock.state, clock.due, clock.left], ['paused', undefined, 960])
  assert.equal(clock.elapsedMinutes(instant('2026-03-20 09:00')), 480)

  const resumed = clockOf(calendar, ledgerOf(...ledger, { kind: 'resumed', at: instant('2026-03-10 14:00') }))
  assert.deepEqual(resumed.due, instant('2026-03-12 14:00'))
  assert.equal(resumed.totalMinutes, 3 * 480)
})

test('after a supplement the legal clock starts from zero while the index only leaves out the pause', () => {
  const ledger = ledgerOf(started, paused, { kind: 'restarted', at: instant('2026-03-10 09:00') })
  const clock = clockOf(calendar, ledger)
  const now = instant('2026-03-11 09:00')
  assert.deepEqual(clock.due, instant('2026-03-13 09:00'))
  assert.equal(clock.elapsedMinutes(now), 480)
  assert.equal(indexElapsed(calendar, ledger, now), 960)
  assert.equal(
    indexElapsed(calendar, ledgerOf(...ledger, { kind: 'stopped', at: now }), instant('2026-03-30 09:00')),
    960,
  )
})

test('a late clock that was paused is as late when it goes on', () => {
  const late = ledgerOf(
    started,
    { kind: 'paused', at: instant('2026-03-05 11:00'), ground: 'chờ bổ sung' },
    { kind: 'resumed', at: instant('2026-03-09 15:00') },
  )
  const left = remaining(calendar, instant('2026-03-09 15:00'), clockOf(calendar, late).due!)
  assert.deepEqual([left.minutes, left.isOver], [-120, true])
})

test('an extension moves the due date by working minutes, a new appointment to its day', () => {
  const extended = ledgerOf(started, {
    kind: 'extended',
    at: instant('2026-03-04 09:00'),
    minutes: 480,
    ground: 'xác minh',
  })
  assert.deepEqual(clockOf(calendar, extended).due, instant('2026-03-06 09:00'))
  assert.equal(clockLight(calendar, clockOf(calendar, extended), instant('2026-03-04 09:00')), 'extended')

  const again = ledgerOf(...extended, {
    kind: 're-appointed',
    at: instant('2026-03-05 09:00'),
    due: instant('2026-03-12 17:00'),
    ground: 'xác minh',
  })
  assert.deepEqual(clockOf(calendar, again).due, instant('2026-03-12 17:00'))
  assert.equal(clockOf(calendar, again).reappointments, 1)

  const whilePaused = ledgerOf(started, paused, {
    kind: 'extended',
    at: instant('2026-03-04 09:00'),
    minutes: 480,
    ground: 'xác minh',
  })
  assert.equal(clockOf(calendar, whilePaused).left, 1440)
})

test('neither a clock set back nor a new calendar moves a due date already given', () => {
  const ledger = ledgerOf(started)
  const before = instant('2026-02-27 09:00')
  assert.deepEqual(clockOf(calendar, ledger).due, instant('2026-03-05 09:00'))
  assert.equal(clockOf(calendar, ledger).elapsedMinutes(before), 0)
  assert.equal(indexElapsed(calendar, ledger, before), 0)

  const closedDays = [
    { day: '2026-03-04', kind: 'local-closure', name: 'bão', source: 'x', status: 'confirmed' },
  ] as unknown as Calendar['days']
  const storm = calendarFrom({ version: 'storm', hours: usualHours, years: [{ year: 2026, days: closedDays }] })
  assert.equal(isWorking(storm, instant('2026-03-04 09:00')), false)
  assert.deepEqual(clockOf(storm, ledger).due, instant('2026-03-05 09:00'))

  const setBack = ledgerOf(started, { kind: 'paused', at: before, ground: 'chờ bổ sung' })
  assert.equal(clockOf(calendar, setBack).left, 3 * 480)
  const goneOn = clockOf(calendar, ledgerOf(...setBack, { kind: 'resumed', at: before }))
  assert.deepEqual(goneOn.due, instant('2026-03-05 09:00'))
})

test('a clock refuses what it cannot take', () => {
  const event = (kind: ClockEventKind): ClockEvent => ({
    kind,
    at: instant('2026-03-04 09:00'),
    minutes: 60,
    due: instant('2026-03-09 09:00'),
    ground: 'xác minh',
  })
  const refusedBy = (ledger: readonly ClockEvent[], kinds: readonly ClockEventKind[]) => {
    for (const kind of kinds) {
      const answer = appendClock(calendar, ledger, event(kind))
      assert.equal(answer.ok ? 'taken' : answer.refusal, 'clock-wrong-state', kind)
    }
  }
  refusedBy([], ['paused', 'resumed', 'restarted', 'extended', 're-appointed', 'stopped'])
  refusedBy(ledgerOf(started), ['started', 'resumed'])
  refusedBy(ledgerOf(started, paused), ['started', 'paused', 're-appointed'])
  refusedBy(ledgerOf(started, event('stopped')), [
    'started',
    'paused',
    'resumed',
    'extended',
    're-appointed',
    'stopped',
  ])
  assert.throws(() => clockOf(calendar, [paused]), /a none clock cannot be paused/)
})

test('a pause, an extension or another date without its ground is refused with the article that asks for it [S1-14.4c]', () => {
  const ledger = ledgerOf(started)
  const later = instant('2026-03-09 09:00')
  const cases: [ClockEvent, string][] = [
    [{ kind: 'paused', at: paused.at }, '61/2018/NĐ-CP Điều 19.4'],
    [{ kind: 'paused', at: paused.at, ground: '  ' }, '61/2018/NĐ-CP Điều 19.4'],
    [{ kind: 'extended', at: paused.at, minutes: 60 }, '88/2017/QĐ-UBND Điều 14.4'],
    [{ kind: 're-appointed', at: paused.at, due: later }, '61/2018/NĐ-CP Điều 19.9'],
    [{ kind: 'recomputed', at: paused.at, due: later }, 'chưa kiểm chứng'],
  ]
  for (const [event, law] of cases) {
    const answer = appendClock(calendar, ledger, event)
    assert.deepEqual(answer, { ok: false, refusal: 'clock-needs-ground', detail: { event: event.kind, law } })
    assert.ok(appendClock(calendar, ledger, { ...event, ground: 'chờ xác minh' }).ok, event.kind)
  }
})

test('no date is given that has gone by, nor moved back to an hour gone by [S1-14.4c]', () => {
  const ledger = ledgerOf(started)
  const now = instant('2026-03-09 10:00')
  const said = { at: now, ground: 'chờ xác minh' }
  const cases: [ClockEvent, taken: boolean][] = [
    [{ ...said, kind: 'extended', minutes: 480 }, false],
    [{ ...said, kind: 'extended', minutes: 960 }, false],
    [{ ...said, kind: 'extended', minutes: 1020 }, false],
    [{ ...said, kind: 'extended', minutes: 1021 }, true],
    [{ ...said, kind: 're-appointed', due: now }, false],
    [{ ...said, kind: 're-appointed', due: instant('2026-03-09 10:01') }, true],
    [{ ...said, kind: 'recomputed', due: instant('2026-03-04 09:00') }, false],
    [{ ...said, kind: 'recomputed', due: instant('2026-03-06 09:00') }, true],
  ]
  for (const [event, taken] of cases) {
    const answer = appendClock(calendar, ledger, event)
    assert.equal(answer.ok, taken, `${event.kind} ${event.minutes ?? ''} ${event.due?.toISOString() ?? ''}`)
    if (!answer.ok) assert.equal(answer.refusal, 'promised-date-gone-by')
  }
})

test('a machine’s clock an hour early or late changes no due date already given, whatever it writes next', () => {
  const hour = 3_600_000
  for (const drift of [-hour, hour])
    for (const event of [
      { kind: 'stopped' },
      { kind: 'extended', minutes: 480, ground: 'xác minh' },
      { kind: 're-appointed', due: instant('2026-03-10 17:00'), ground: 'xác minh' },
    ] as const) {
      const at = (moved: number) => ({ ...event, at: new Date(started.at.getTime() + moved) })
      const right = clockOf(calendar, ledgerOf(started, at(0)))
      const wrong = clockOf(calendar, ledgerOf(started, at(drift)))
      assert.deepEqual(wrong.due, right.due, `${event.kind} ${drift}`)
      assert.deepEqual(clockOf(calendar, ledgerOf(started)).due, instant('2026-03-05 09:00'))
    }
})

test('a clock can say why its due date is what it is', () => {
  const night = { ...started, at: instant('2026-03-01 22:00') }
  const ledger = ledgerOf(night, paused, {
    kind: 'restarted',
    at: instant('2026-12-30 09:00'),
    ground: 'đã nhận bổ sung',
  })
  assert.deepEqual(clockOf(calendar, ledger).explain(), [
    'Nhận lúc 22:00 ngày 01/03/2026, tính từ 07:30 ngày 02/03/2026, bắt đầu tính thời hạn 3 ngày làm việc; hẹn trả lúc 17:00 ngày 04/03/2026 (căn cứ: 12/QĐ-UBND).',
    'Tạm dừng lúc 09:00 ngày 03/03/2026, thời hạn còn 1 ngày 6 giờ 30 phút làm việc (lý do: chờ bổ sung hồ sơ).',
    'Nhận lại lúc 09:00 ngày 30/12/2026, tính lại từ đầu thời hạn 3 ngày làm việc; hẹn trả lúc 09:00 ngày 05/01/2027 (lý do: đã nhận bổ sung).',
    'Không tính ngày nghỉ: 01/01/2027 (Tết Dương lịch).',
    'Ngày hẹn là dự kiến vì có ngày nghỉ chưa được xác nhận.',
  ])
})

test('what is left is said in days of eight hours', () => {
  const due = instant('2026-03-05 09:00')
  const cases = [
    ['2026-03-02 09:00', 1440, 'còn 3 ngày làm việc', '3 working days left'],
    ['2026-03-03 15:30', 660, 'còn 1 ngày 3 giờ làm việc', '1 working day 3 hours left'],
    ['2026-03-04 15:00', 210, 'còn 3 giờ 30 phút làm việc', '3 working hours 30 minutes left'],
    ['2026-03-05 08:15', 45, 'còn 45 phút', '45 minutes left'],
    ['2026-03-05 09:00', 0, 'đến hạn', 'due now'],
    ['2026-03-05 09:01', -1, 'quá 1 phút', '1 minute over'],
    ['2026-03-05 15:30', -300, 'quá 5 giờ làm việc', '5 working hours over'],
  ] as const
  for (const [now, minutes, vi, en] of cases) {
    assert.deepEqual(remaining(calendar, instant(now), due), { minutes, isOver: minutes < 0, text: { vi, en } }, now)
  }
  const friday = remaining(calendar, instant('2026-03-07 10:00'), instant('2026-03-06 17:00'))
  assert.deepEqual(friday, { minutes: 0, isOver: true, text: { vi: 'vừa quá hạn', en: 'just overdue' } })
})

test('the light follows the share of time left', () => {
  const cases = [
    [1440, 'running', 'ample'],
    [721, 'running', 'ample'],
    [720, 'running', 'half'],
    [288, 'running', 'half'],
    [287, 'running', 'near'],
    [0, 'running', 'near'],
    [-1, 'running', 'over'],
    [-1, 'extended', 'over'],
    [100, 'extended', 'extended'],
    [-1, 'paused', 'paused'],
    [-1, 'stopped', 'none'],
    [0, 'none', 'none'],
  ] as const
  for (const [minutes, state, light] of cases) {
    assert.equal(lightOf({ minutes, isOver: minutes < 0 }, 1440, state), light, `${minutes} ${state}`)
  }
  assert.equal(
    clockLight(calendar, clockOf(calendar, ledgerOf(started, paused)), instant('2026-03-09 09:00')),
    'paused',
  )
  assert.equal(clockLight(calendar, clockOf(calendar, []), instant('2026-03-09 09:00')), 'none')
})

test('the time each person held a dossier sums to the time of the dossier [S3A-3.2]', () => {
  const from = instant('2026-03-02 09:00')
  const now = instant('2026-03-06 10:00')
  const holdings = [
    { holder: 'tiếp nhận', from, until: instant('2026-03-02 10:30') },
    { holder: 'chuyên viên', from: instant('2026-03-02 10:30'), until: instant('2026-03-04 20:00') },
    { holder: 'trưởng phòng', from: instant('2026-03-04 20:00'), until: instant('2026-03-05 08:00') },
    { holder: 'chuyên viên', from: instant('2026-03-05 08:00') },
  ]
  const held = timeHeld(calendar, holdings, now)
  assert.deepEqual(
    [...held],
    [
      ['tiếp nhận', 90],
      ['chuyên viên', 60 + 240 + 960 + 450 + 150],
      ['trưởng phòng', 30],
    ],
  )
  const dossier = clockOf(calendar, ledgerOf({ ...started, at: from })).elapsedMinutes(now)
  assert.equal(
    [...held.values()].reduce((sum, minutes) => sum + minutes, 0),
    dossier,
  )
})

const closing = (when: string, kind: 'local-closure' | 'swap-work' = 'local-closure') =>
  ({ day: day(when), kind, name: 'đóng cửa', source: 'QĐ 1', status: 'confirmed' }) as const

test('a changed calendar moves what was counted, and leaves what somebody appointed and what was left at a pause', () => {
  const later = withLocal(calendar, { version: 'storm', days: [closing('2026-03-04')] })
  assert.deepEqual(promisedAnew(later, ledgerOf(started)), instant('2026-03-06 09:00'))
  assert.deepEqual(promisedAnew(calendar, ledgerOf(started)), instant('2026-03-05 09:00'))
  const reappointed: ClockEvent = {
    kind: 're-appointed',
    at: paused.at,
    due: instant('2026-03-10 17:00'),
    ground: 'xác minh',
  }
  assert.deepEqual(promisedAnew(later, ledgerOf(started, reappointed)), reappointed.due)
  const extended: ClockEvent = {
    kind: 'extended',
    at: paused.at,
    limit: { value: 1, unit: 'working-days' },
    ground: 'xác minh',
  }
  assert.deepEqual(promisedAnew(later, ledgerOf(started, extended)), instant('2026-03-09 09:00'))

  const standing = ledgerOf(started, paused)
  assert.equal(promisedAnew(later, standing), undefined, 'a clock that stands has no date to move')
  assert.equal(clockOf(later, standing).left, 960, 'a closure during the pause takes nothing from what was left')
  const resumed: ClockEvent = { kind: 'resumed', at: instant('2026-03-03 10:00') }
  assert.deepEqual(promisedAnew(later, ledgerOf(started, paused, resumed)), instant('2026-03-06 10:00'))
})

test('a recomputed date keeps the old one, is told in words, and is itself recomputed from the beginning', () => {
  const later = withLocal(calendar, { version: 'storm', days: [closing('2026-03-04')] })
  const [was, due] = [instant('2026-03-05 09:00'), instant('2026-03-06 09:00')]
  const ledger = ledgerOf(started, { kind: 'recomputed', at: paused.at, was, due, ground: 'bão' })
  assert.deepEqual(clockOf(later, ledger).due, due)
  assert.match(
    clockOf(later, ledger).explain()[1]!,
    /^Tính lại lúc 09:00 ngày 03\/03\/2026 vì lịch làm việc thay đổi, trước đó hẹn 09:00 ngày 05\/03\/2026; hẹn trả lúc 09:00 ngày 06\/03\/2026 \(lý do: bão\)\.$/,
  )
  assert.deepEqual(promisedAnew(calendar, ledger), was, 'without the storm it is what it was')
})

test('an agency’s own day holds over the province’s, and its own week over the province’s week', () => {
  const province = withLocal(calendar, { version: 'p', days: [closing('2026-03-04'), closing('2026-03-05')] })
  const own = withLocal(province, {
    version: 'own',
    hours: usualHours.with(5, [[450, 690]]),
    days: [{ ...closing('2026-03-04', 'swap-work'), name: 'vẫn làm việc' }],
  })
  const open = (text: string) => isWorking(own, instant(text))
  assert.deepEqual(['2026-03-04 09:00', '2026-03-05 09:00', '2026-03-07 09:00', '2026-03-07 14:00'].map(open), [
    true,
    false,
    true,
    false,
  ])
  assert.throws(
    () => withLocal(calendar, { version: 'x', days: [closing('2026-03-04'), closing('2026-03-04')] }),
    /twice/,
  )
})
