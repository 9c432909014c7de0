import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Officer, type Role, roles } from '../../organisations/law/index.ts'
import {
  type Act,
  type Actable,
  acts,
  mayAct,
  permittedSteps,
  postFor,
  type State,
  states,
  stepFor,
  transitions,
} from './index.ts'

/** Who may do what when, as a jurist would write it down; everything that does not stand here is refused. */
const permitted: readonly [act: Act, from: State, to: State, who: Role | 'filer', as?: 'person' | 'organisation'][] = [
  ['submit', 'draft', 'submitted', 'filer'],
  ['accept', 'submitted', 'accepted', 'one-stop-officer'],
  ['forward', 'accepted', 'transferred', 'one-stop-officer'],
  ['assign', 'transferred', 'assigned', 'agency-leader'],
  ['assign', 'assigned', 'assigned', 'agency-leader'],
  ['propose-result', 'assigned', 'proposed', 'processing-officer'],
  ['approve', 'proposed', 'approved', 'division-leader'],
  ['send-back', 'proposed', 'assigned', 'division-leader'],
  ['send-back', 'approved', 'assigned', 'division-leader'],
  ['send-back', 'approved', 'assigned', 'agency-leader'],
  ['sign-result', 'approved', 'signed-by-person', 'agency-leader', 'person'],
  ['sign-result', 'signed-by-person', 'issued', 'records-clerk', 'organisation'],
  ['hand-to-counter', 'issued', 'ready-to-return', 'records-clerk'],
  ['return-result', 'ready-to-return', 'returned', 'one-stop-officer'],
]

const everyState = Object.keys(states) as State[]
const everyRole = Object.keys(roles) as Role[]
const place = { agency: 'xa', reception: 'quay', filedBy: 'dan', applicant: 'dan' }
const before = { proposal: 'result', guidances: 0, supplements: 0, forwardedAt: null } as const
const inState = (state: State, officer: string | null = 'can-bo'): Actable => ({
  ...place,
  ...before,
  state,
  version: 3,
  officer,
})
const citizen: Officer = { id: 'dan', kind: 'person', name: 'Dân', posts: [] }

function holder(role: Role, { agency = 'xa', unit = 'quay', id = 'can-bo' } = {}): Officer {
  return {
    id,
    kind: 'officer',
    name: 'Cán bộ',
    posts: [{ role, title: '', unit, unitName: '', agency, agencyName: '' }],
  }
}

function isPermitted(act: Act, from: State, who: Role | 'filer', as?: string): boolean {
  return permitted.some(
    (row) => row[0] === act && row[1] === from && row[3] === who && (as === undefined || row[4] === as),
  )
}

test('every act in every state by every role is allowed exactly where the rules say, and leads where they say [S1-22.1] [S2-12A.2b]', () => {
  let asked = 0
  for (const act of acts)
    for (const state of everyState)
      for (const who of [...everyRole, 'filer'] as const) {
        const actor = who === 'filer' ? citizen : holder(who)
        const answer = mayAct(inState(state), actor, act)
        asked += 1
        assert.equal(answer.ok, isPermitted(act, state, who), `${who} ${act} in ${state}`)
        if (answer.ok) assert.equal(answer.value.to, permitted.find((row) => row[0] === act && row[1] === state)![2])
      }
  assert.equal(asked, acts.length * everyState.length * (everyRole.length + 1))
})

test('who may never do an act hears that; who may, in another state, hears about the state', () => {
  for (const act of acts)
    for (const state of everyState)
      for (const who of [...everyRole, 'filer'] as const) {
        const answer = mayAct(inState(state), who === 'filer' ? citizen : holder(who), act)
        if (answer.ok) continue
        const everDoes = permitted.some((row) => row[0] === act && row[3] === who)
        const early = act === 'sign-result' && who === 'records-clerk' && state === 'approved'
        assert.equal(
          answer.refusal,
          !everDoes ? 'not-permitted' : early ? 'person-signs-first' : 'wrong-state',
          `${who} ${act} in ${state}`,
        )
      }
})

test('no step is skipped: from the draft each state is reached only through those before it [S2-12A.2b] [S3A-6.3]', () => {
  const distance = new Map<State, number>([['draft', 0]])
  for (let step = 1; step <= everyState.length; step += 1)
    for (const { from, to } of transitions)
      if (!distance.has(to) && from.some((state) => distance.get(state) === step - 1)) distance.set(to, step)
  assert.deepEqual([...distance.keys()].toSorted(), everyState.toSorted(), 'every state is reached')
  assert.deepEqual(Object.fromEntries(distance), {
    draft: 0,
    submitted: 1,
    accepted: 2,
    transferred: 3,
    assigned: 4,
    proposed: 5,
    approved: 6,
    'signed-by-person': 7,
    issued: 8,
    'ready-to-return': 9,
    returned: 10,
  })
  const ends = everyState.filter((state) => !transitions.some(({ from }) => from.includes(state)))
  assert.deepEqual(ends, ['returned'], 'and from every other one it goes on')
})

test('a stale version is told to whoever may act, before anything is said of the state', () => {
  const stale = mayAct(inState('returned'), holder('one-stop-officer'), 'accept', { version: 2 })
  assert.deepEqual(stale, { ok: false, refusal: 'stale-version', detail: { version: 3 } })
  const stranger = mayAct(inState('submitted'), holder('auditor'), 'accept', { version: 2 })
  assert.equal(stranger.ok ? '' : stranger.refusal, 'not-permitted')
})

test('the same role elsewhere does not count: another agency, another counter, another officer [S1-18.1b] [S1-19.3]', () => {
  for (const [act, from, , who] of permitted) {
    if (who === 'filer') continue
    const elsewhere = mayAct(inState(from), holder(who, { agency: 'so', unit: 'quay-khac' }), act)
    assert.equal(elsewhere.ok ? '' : elsewhere.refusal, 'not-permitted', `${who} ${act}`)
  }
  const other = mayAct(inState('assigned'), holder('processing-officer', { id: 'nguoi-khac' }), 'propose-result')
  assert.equal(other.ok ? '' : other.refusal, 'not-permitted')
  const unassigned = mayAct(inState('assigned', null), holder('processing-officer'), 'propose-result')
  assert.equal(unassigned.ok ? '' : unassigned.refusal, 'not-permitted')
})

test('whoever began a draft submits it, and nobody else: what an officer enters waits for that officer', () => {
  const entered = { ...inState('draft'), filedBy: 'can-bo' }
  assert.ok(mayAct(entered, holder('one-stop-officer'), 'submit').ok)
  assert.ok(!mayAct(entered, citizen, 'submit').ok, 'not even its applicant')
  assert.ok(!mayAct(entered, holder('one-stop-officer', { id: 'nguoi-khac' }), 'submit').ok)
  assert.ok(mayAct(inState('draft'), citizen, 'submit').ok)
})

test('the person signs first: the organisation’s signature is refused before it and possible after [S3B-11.3c1]', () => {
  const clerk = holder('records-clerk')
  const early = mayAct(inState('approved'), clerk, 'sign-result', { as: 'organisation' })
  assert.equal(early.ok ? '' : early.refusal, 'person-signs-first')
  assert.ok(mayAct(inState('signed-by-person'), clerk, 'sign-result', { as: 'organisation' }).ok)
  assert.ok(!mayAct(inState('approved'), clerk, 'sign-result', { as: 'person' }).ok)
  const again = mayAct(inState('signed-by-person'), holder('agency-leader'), 'sign-result', { as: 'person' })
  assert.equal(again.ok ? '' : again.refusal, 'wrong-state', 'and no personal one comes after')
})

test('what is offered is what is allowed, in every state and for every role', () => {
  for (const state of everyState)
    for (const role of everyRole) {
      const offered = permittedSteps(inState(state), holder(role))
      const allowed = acts.filter((act) => mayAct(inState(state), holder(role), act).ok)
      assert.deepEqual([...new Set(offered.map(({ act }) => act))], allowed, `${role} in ${state}`)
      for (const step of offered) assert.equal(postFor(step, holder(role), inState(state))?.role, role)
    }
})

test('each step names its law and requirements that exist, and waits where somebody can take it up', () => {
  const known = new Set(
    readFileSync(join(import.meta.dirname, '../../../docs/requirements.tsv'), 'utf8')
      .split('\n')
      .map((line) => line.split('\t')[0]),
  )
  for (const { act, to, law, req } of transitions) {
    assert.match(law, /Điều \d/, act)
    assert.ok(req.length > 0 && req.every((id) => known.has(id)), `${act}: ${req.join(', ')}`)
    const { waits } = states[to]
    const next = transitions.filter(({ from }) => from.includes(to))
    if (waits)
      assert.ok(
        next.some(({ who }) => who === waits),
        `${to} waits for ${waits}, who can do nothing there`,
      )
  }
})

test('outside every state is one of the national ones, and the draft is none', () => {
  const national = Object.fromEntries(everyState.map((state) => [state, states[state].national]))
  assert.deepEqual(national, {
    draft: null,
    submitted: 1,
    accepted: 2,
    transferred: 2,
    assigned: 4,
    proposed: 4,
    approved: 4,
    'signed-by-person': 4,
    issued: 9,
    'ready-to-return': 9,
    returned: 10,
  })
})

test('the process goes on to the next step its waiting role does, back when it must, and stays when there is none', () => {
  const steps = ['one-stop-officer', 'agency-leader', 'processing-officer', 'division-leader', 'agency-leader'].map(
    (role, n) => ({ id: `${n}`, name: '', role, budgetMinutes: null }),
  )
  const cases: [present: number, waits: string, next: number][] = [
    [-1, 'one-stop-officer', 0],
    [0, 'one-stop-officer', 0],
    [0, 'agency-leader', 1],
    [1, 'processing-officer', 2],
    [3, 'agency-leader', 4],
    [3, 'processing-officer', 2],
    [4, 'processing-officer', 2],
    [2, 'records-clerk', 2],
  ]
  for (const [present, waits, next] of cases)
    assert.equal(stepFor(steps, present, waits), next, `from ${present} for ${waits}`)
})
