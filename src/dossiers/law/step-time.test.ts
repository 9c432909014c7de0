import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarFrom, clockShareAt, usualHours, workingMinutesBetween } from '../../calendar/law/index.ts'
import { type Stay, stepDue, stepLight, stepShareAt } from './step-time.ts'
import { hearers, mostUrgent } from './warning.ts'

const calendar = calendarFrom({ version: 'test', hours: usualHours, years: [{ year: 2026, days: [] }] })
const at = (text: string) => new Date(`2026-03-${text.replace(' ', 'T')}:00+07:00`)
const stay = (startedAt: string, endedAt: string | null, more: Partial<Stay> = {}): Stay => ({
  step: 'appraise',
  round: 1,
  budgetMinutes: 240,
  startedAt: at(startedAt),
  endedAt: endedAt ? at(endedAt) : null,
  ...more,
})

test('a step is due after its budget in working minutes; who gets the dossier back has what is left of it', () => {
  const cases: readonly [string, Stay[], string | undefined][] = [
    ['a first stay', [stay('02 09:00', null)], '02 14:30'],
    ['over noon and night', [stay('02 16:00', null)], '03 10:30'],
    ['taken over by a colleague', [stay('02 09:00', '02 10:00'), stay('02 10:00', null)], '02 14:30'],
    [
      'sent back after a review',
      [stay('02 09:00', '02 10:00'), stay('02 10:00', '02 15:00', { step: 'review' }), stay('02 15:00', null)],
      '03 08:30',
    ],
    ['all used up before', [stay('02 07:30', '02 15:00'), stay('03 07:30', null)], '03 07:30'],
    ['after a supplement from zero', [stay('02 09:00', '02 11:00'), stay('03 07:30', null, { round: 2 })], '03 11:30'],
    ['outside the clock', [stay('02 09:00', null, { budgetMinutes: null })], undefined],
    ['at no step any more', [stay('02 09:00', '02 10:00')], undefined],
  ]
  for (const [name, stays, due] of cases)
    assert.deepEqual(stepDue(calendar, stays), due === undefined ? undefined : at(due), name)
})

test('the light of a step: more than half left, a fifth to a half, less than a fifth, over', () => {
  const open = [stay('02 07:30', null)]
  const lights = ['02 07:30', '02 09:29', '02 09:30', '02 10:42', '02 10:43', '02 11:30', '02 11:31', '02 13:00']
  assert.deepEqual(
    lights.map((now) => stepLight(calendar, open, at(now)).light),
    ['ample', 'ample', 'half', 'half', 'near', 'near', 'over', 'over'],
  )
  assert.equal(stepLight(calendar, open, at('02 10:30')).left!.text.vi, 'còn 1 giờ làm việc')
  assert.equal(stepLight(calendar, open, at('03 08:30')).left!.text.vi, 'quá 5 giờ làm việc')
  assert.equal(stepLight(calendar, [stay('02 07:30', '02 08:00')], at('02 09:00')).light, 'none')
})

test('the shares of a stretch come in their order, none after its end, and exactly that share is used up then', () => {
  const minute = fc.integer({ min: 0, max: 5 * 24 * 60 })
  fc.assert(
    fc.property(minute, fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 99 }), (late, budget, percent) => {
      const startedAt = new Date(at('02 07:30').getTime() + late * 60_000)
      const stays = [{ ...stay('02 07:30', null, { budgetMinutes: budget }), startedAt }]
      const [share, end] = [stepShareAt(calendar, stays, percent)!, stepShareAt(calendar, stays, 100)!]
      assert.ok(startedAt <= share && share <= end)
      assert.deepEqual(end, stepDue(calendar, stays))
      assert.equal(workingMinutesBetween(calendar, startedAt, share), Math.ceil((budget * percent) / 100))
    }),
    { numRuns: 200 },
  )
})

test('a paused clock has no share to fall; after it goes on, what was used before counts', () => {
  const limit = { value: 8, unit: 'working-hours' } as const
  const started = { kind: 'started', at: at('02 07:30'), limit, due: at('02 17:00') } as const
  const paused = { kind: 'paused', at: at('02 09:30') } as const
  const resumed = { kind: 'resumed', at: at('04 07:30'), due: at('04 15:00') } as const
  assert.deepEqual(clockShareAt(calendar, [started], 50), at('02 11:30'))
  assert.equal(clockShareAt(calendar, [started, paused], 50), undefined)
  assert.deepEqual(clockShareAt(calendar, [started, paused, resumed], 50), at('04 09:30'))
  assert.deepEqual(clockShareAt(calendar, [started, paused, resumed], 100), at('04 15:00'))
})

test('of warnings that fall together the most urgent is said, and nobody a lower one names is left out', () => {
  const one = (dossier: string, about: string, percent: number) => ({ dossier, about, percent })
  const due = [one('a', 'intake', 50), one('a', 'intake', 80), one('a', 'step:x', 50), one('b', 'intake', 100)]
  const { said, passedOver } = mostUrgent(due)
  assert.deepEqual(said, [due[1], due[2], due[3]])
  assert.deepEqual(passedOver, [due[0]])
  const levels = [
    { percent: 50, to: ['officer'] },
    { percent: 80, to: ['leader'] },
    { percent: 100, to: ['director'] },
  ] as const
  assert.deepEqual(hearers(levels, 50), ['officer'])
  assert.deepEqual(hearers(levels, 100), ['officer', 'leader', 'director'])
})
