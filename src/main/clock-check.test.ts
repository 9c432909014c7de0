import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CannotOpen } from '../ground/cannot-open.ts'
import { openClock } from '../ground/clock.ts'
import { readConfig } from '../ground/config.ts'
import { openLog } from '../ground/log.ts'
import { mustNotBeBehind } from './clock-check.ts'

const noon = Date.parse('2026-03-02T12:00:00+07:00')

function open(minutesBehind: number, demo: '0' | '1') {
  const clock = openClock(undefined, new Date(noon + minutesBehind * 60_000), () => noon)
  return () => mustNotBeBehind({ clock, config: readConfig({ MOTCUA_DEMO: demo }), log: openLog('silent') })
}

test('a province does not open while the clock stands well before its last entry; a little is borne, and training goes on', () => {
  assert.throws(
    open(11, '0'),
    (fault: Error) => fault instanceof CannotOpen && /chỉnh lại đồng hồ máy/.test(fault.message),
  )
  assert.doesNotThrow(open(9, '0'))
  assert.doesNotThrow(open(0, '0'))
  assert.doesNotThrow(open(11, '1'))
})
