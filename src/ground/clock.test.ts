import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CannotOpen } from './cannot-open.ts'
import { openClock } from './clock.ts'

const noon = Date.parse('2026-03-02T12:00:00+07:00')
const hour = 3_600_000

test('the time of the house is the machine’s, and never goes back when the machine’s is set back', () => {
  let machine = noon
  const clock = openClock(undefined, undefined, () => machine)
  assert.equal(clock.now().getTime(), noon)
  machine = noon + 5
  assert.equal(clock.now().getTime(), noon + 5)

  machine = noon - hour
  const given = Array.from({ length: 1000 }, () => clock.now().getTime())
  assert.ok(given.every((at, n) => at >= (given[n - 1] ?? noon + 5)))
  assert.ok(given.at(-1)! - noon < 1000, 'it does not run ahead either')
  assert.ok(Math.abs(clock.behind!() - hour) < 1000)

  machine = noon + 2 * hour
  assert.equal(clock.now().getTime(), noon + 2 * hour, 'as soon as the machine is ahead it leads again')
  assert.equal(clock.behind!(), 0)
})

test('a house that is opened again goes on after its last entry, for training too', () => {
  const last = new Date(noon + hour)
  for (const clock of [openClock(undefined, last, () => noon), openClock(new Date(noon).toISOString(), last)]) {
    assert.ok(clock.now() >= last)
    assert.ok(clock.now().getTime() - last.getTime() < 1000)
  }
  assert.equal(
    Math.floor(
      openClock(new Date(noon).toISOString(), new Date(noon - hour))
        .now()
        .getTime() / 1000,
    ),
    noon / 1000,
  )
})

test('a training clock that is no instant is refused in one sentence, with what was written', () => {
  assert.throws(
    () => openClock('hôm nay'),
    (fault) =>
      fault instanceof CannotOpen &&
      /^MOTCUA_NOW=hôm nay không phải[^\n]*\n {2}MOTCUA_NOW=hôm nay is not/.test(fault.message),
  )
})
