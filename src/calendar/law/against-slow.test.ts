import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'

import { type Dice, dice, drawCalendar, drawLimits, drawStart } from '../testing/draw.ts'
import { digest, lawful } from '../testing/digest.ts'
import { type Plain, slowCalendar } from '../testing/slow.ts'
import type { Calendar, ClockEvent, TimeLimit } from './index.ts'
import {
  addWorkingMinutes,
  appendClock,
  clockOf,
  dueAt,
  isWorking,
  nextWorkingInstant,
  workingMinutesBetween,
} from './index.ts'

const minute = 60_000
const isSoak = process.env['MOTCUA_SOAK'] === '1'
const drawn = isSoak ? 100_000 : 10_000

type Draw = { of: Dice; plain: Plain; calendar: Calendar; slow: ReturnType<typeof slowCalendar>; seed: number }

/** So many calendars, each from its own seed, which a failure names. */
function each(count: number, hold: (draw: Draw) => void): void {
  for (let seed = 1; seed <= count; seed++) {
    const of = dice(seed)
    const plain = drawCalendar(of)
    hold({ of, plain, calendar: lawful(plain), slow: slowCalendar(plain), seed })
  }
}

const same = (found: Date, truth: Date, what: () => string): void => {
  if (found.getTime() !== truth.getTime()) assert.fail(`${what()}: ${found.toISOString()}, but ${truth.toISOString()}`)
}

test(`${drawn} drawn calendars give the due dates that walking minute by minute gives, in every unit [S1-14.3, S2-8.1b, S2-8.1c2]`, () => {
  each(drawn, ({ of, plain, calendar, slow, seed }) => {
    const received = drawStart(of, plain)
    for (const limit of drawLimits(of)) {
      const due = dueAt(calendar, received, limit as TimeLimit)
      same(due, slow.due(received, limit), () => `seed ${seed} ${received.toISOString()} ${JSON.stringify(limit)}`)
    }
  })
})

test(`${drawn} drawn calendars count forward, back and between as walking does`, () => {
  each(drawn, ({ of, plain, calendar, slow, seed }) => {
    const start = drawStart(of, plain)
    const wait = of.upTo(4000)
    const end = addWorkingMinutes(calendar, start, wait)
    same(
      end,
      wait === 0 ? new Date(start.getTime() - (start.getTime() % minute)) : slow.add(start, wait),
      () => `seed ${seed}`,
    )
    assert.equal(workingMinutesBetween(calendar, start, end), wait, `seed ${seed}`)
    const other = new Date(start.getTime() + (of.upTo(20_000) - 10_000) * minute)
    assert.equal(workingMinutesBetween(calendar, start, other), slow.between(start, other), `seed ${seed}`)
    assert.equal(isWorking(calendar, other), slow.isOpen(other), `seed ${seed}`)
  })
})

test('a clock paused and taken up again has what walking says is left, even when paused in its last minute', () => {
  each(drawn / 4, ({ of, plain, calendar, slow, seed }) => {
    const at = drawStart(of, plain)
    const limit = { value: 1 + of.upTo(40), unit: 'working-hours' } as const
    const due = slow.due(at, limit)
    const length = (due.getTime() - at.getTime()) / minute
    const pausedAt = of.chance(0.3)
      ? new Date(due.getTime() - of.upTo(1) * minute)
      : new Date(at.getTime() + of.upTo(length) * minute)
    const resumedAt = new Date(pausedAt.getTime() + of.upTo(20_000) * minute)
    const ledger: ClockEvent[] = []
    for (const event of [
      { kind: 'started', at, limit },
      { kind: 'paused', at: pausedAt, ground: 'chờ bổ sung' },
      { kind: 'resumed', at: resumedAt },
    ] as const) {
      const line = appendClock(calendar, ledger, event)
      assert.ok(line.ok)
      ledger.push(line.value)
    }
    const left = slow.between(pausedAt, due)
    const truth =
      left === 0 ? new Date(resumedAt.getTime() - (resumedAt.getTime() % minute)) : slow.add(resumedAt, left)
    same(clockOf(calendar, ledger).due!, truth, () => `seed ${seed} ${at.toISOString()} ${limit.value}`)
  })
})

test('later is never due earlier, parts add up, going back returns, and no due date lies outside working time', () => {
  each(drawn / 4, ({ of, plain, calendar, slow, seed }) => {
    const start = drawStart(of, plain)
    const [first, second] = [of.upTo(3000), 1 + of.upTo(3000)]
    const once = addWorkingMinutes(calendar, start, first)
    const both = addWorkingMinutes(calendar, start, first + second)
    assert.ok(once < both || second === 0, `seed ${seed}`)
    same(addWorkingMinutes(calendar, once, second), both, () => `additive, seed ${seed}`)
    const opening = nextWorkingInstant(calendar, start)
    same(
      nextWorkingInstant(calendar, addWorkingMinutes(calendar, both, 0 - first - second)),
      opening,
      () => `inverse, seed ${seed}`,
    )
    const later = new Date(start.getTime() + of.upTo(5000) * minute)
    for (const limit of drawLimits(of) as TimeLimit[]) {
      const due = dueAt(calendar, start, limit)
      assert.ok(due <= dueAt(calendar, later, limit), `monotone, seed ${seed} ${JSON.stringify(limit)}`)
      if (limit.value > 0)
        assert.ok(slow.isOpen(new Date(due.getTime() - minute)), `outside, seed ${seed} ${limit.unit}`)
    }
  })
})

test('a server in New York, with its summer time, counts the same', () => {
  const file = new URL('../testing/digest.ts', import.meta.url).href
  const [hanoi, newYork] = ['Asia/Ho_Chi_Minh', 'America/New_York'].map((TZ) => {
    const script = `console.log('digest', new Date(2026, 6, 1).getTimezoneOffset(), (await import(${JSON.stringify(file)})).digest())`
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    })
    assert.equal(run.status, 0, run.stderr)
    return /digest (-?\d+) (\w+)/.exec(run.stdout)!.slice(1)
  })
  assert.notEqual(newYork![0], hanoi![0], 'the two really stand in different zones')
  assert.equal(newYork![1], hanoi![1])
  assert.equal(newYork![1], digest())
})
