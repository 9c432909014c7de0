import assert from 'node:assert/strict'
import { test } from 'node:test'
import { awaitsOpinions, endOfSilence, legShows, type LegStanding, mayAnswer, mayConclude, stepFor } from './index.ts'

const due = new Date('2026-03-04T09:00:00+07:00')
const minute = (by: number) => new Date(due.getTime() + by * 60_000)
const leg = (more: Partial<LegStanding> = {}): LegStanding => ({
  id: 'một',
  kind: 'opinion',
  step: null,
  needs: [],
  due,
  silence: 'unanswered',
  outcome: null,
  ...more,
})

test('silence means nothing until the last minute is over, and then what the procedure says', () => {
  for (const silence of ['agreed', 'unanswered'] as const) {
    assert.equal(endOfSilence(leg({ silence }), minute(-1)), undefined)
    assert.equal(endOfSilence(leg({ silence }), due), undefined, 'the last minute is theirs')
    assert.equal(endOfSilence(leg({ silence }), minute(1)), silence)
    assert.equal(
      endOfSilence(leg({ silence, outcome: 'answered' }), minute(1)),
      undefined,
      'who answered is not silent',
    )
  }
  assert.equal(endOfSilence(leg({ silence: null }), minute(1)), undefined)
  assert.equal(endOfSilence(leg({ due: null }), minute(1)), undefined)
})

test('an answer after the hour is late; where silence agreed there is nothing more to say, even before the house has noted it', () => {
  const told = (more: Partial<LegStanding>, at: Date) => {
    const may = mayAnswer(leg(more), [], at)
    return may.ok ? may.value : may.refusal
  }
  assert.equal(told({}, due), 'answered')
  assert.equal(told({}, minute(1)), 'late')
  assert.equal(told({ outcome: 'unanswered' }, minute(9)), 'late')
  assert.equal(told({ silence: 'agreed' }, due), 'answered')
  assert.equal(told({ silence: 'agreed' }, minute(1)), 'leg-closed')
  for (const outcome of ['answered', 'late', 'agreed', 'disputed', 'cancelled'] as const)
    assert.equal(told({ outcome }, due), 'leg-closed', outcome)
})

test('who needs another’s result waits for it, and the lead for everybody who takes part', () => {
  const first = leg({ id: 'một', kind: 'joint', step: 'home', silence: null })
  const second = leg({ id: 'hai', kind: 'joint', step: 'card', needs: ['home'], silence: null })
  const may = mayAnswer(second, [first, second], due)
  assert.ok(!may.ok && may.refusal === 'earlier-leg-open')
  assert.ok(mayAnswer(second, [{ ...first, outcome: 'answered' }, second], due).ok)
  assert.ok(!mayConclude([{ ...first, outcome: 'answered' }, second]).ok)
  assert.ok(
    mayConclude([{ ...first, outcome: 'late' }, { ...second, outcome: 'answered' }, leg()]).ok,
    'opinions bind nobody',
  )
  assert.ok(awaitsOpinions([first, leg()]))
  assert.ok(!awaitsOpinions([first, leg({ outcome: 'unanswered' })]))
})

test('along a process across levels each agency walks its own stretch, and the counter the end', () => {
  const step = (id: string, role: string, duty?: string) => ({
    id,
    name: id,
    role,
    budgetMinutes: 60,
    ...(duty ? { duty } : {}),
  })
  const steps = [
    step('receive', 'one-stop-officer'),
    step('assign', 'agency-leader'),
    step('examine', 'processing-officer'),
    step('let-go', 'agency-leader'),
    step('assign-above', 'agency-leader', 'health'),
    step('examine-above', 'processing-officer', 'health'),
    step('sign-above', 'agency-leader', 'health'),
    step('return', 'one-stop-officer'),
  ]
  const walked = (from: string, waits: string, stretch?: string) =>
    steps[
      stepFor(
        steps,
        steps.findIndex(({ id }) => id === from),
        waits,
        stretch,
      )
    ]!.id
  assert.equal(walked('receive', 'agency-leader'), 'assign')
  assert.equal(walked('examine', 'agency-leader'), 'let-go')
  assert.equal(walked('let-go', 'agency-leader', 'health'), 'assign-above')
  assert.equal(walked('assign-above', 'processing-officer'), 'examine-above')
  assert.equal(walked('examine-above', 'agency-leader'), 'sign-above')
  assert.equal(walked('sign-above', 'one-stop-officer'), 'return')
})

test('an agency reads what it was sent until it has answered, its own word until the dossier is settled, and nothing of a leg nobody waits for', () => {
  const going = { state: 'assigned', issuedAt: null } as const
  const cases = [
    [null, 'papers'],
    ['unanswered', 'papers'],
    ['answered', 'word'],
    ['late', 'word'],
    ['agreed', 'word'],
    ['cancelled', 'nothing'],
  ] as const
  for (const [outcome, shown] of cases) {
    assert.equal(legShows({ outcome }, going), shown, String(outcome))
    for (const over of [{ state: 'issued', issuedAt: due } as const, { state: 'withdrawn', issuedAt: null } as const])
      assert.equal(legShows({ outcome }, over), 'nothing', `${outcome} ${over.state}`)
  }
})
