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
  nationalState,
  permittedSteps,
  postFor,
  type State,
  states,
  stepFor,
  transitions,
  waitsIn,
} from './index.ts'

type Who = Role | 'filer' | 'applicant' | 'system'
/** Besides state and role: which proposal lies there, how often the applicant was asked, whether it has left the counter, whose leg it is. */
type Given = Partial<Required<Pick<Actable, 'proposal' | 'guidances' | 'supplements' | 'forwardedAt' | 'asked'>>>
type Row = readonly [
  act: Act,
  from: State,
  to: State,
  who: Who,
  more?: { as?: 'person' | 'organisation'; only?: Given },
]

const supplementLies: Given = { proposal: 'supplement' }
const resultLies: Given = { proposal: 'result' }
const transferLies: Given = { proposal: 'transfer' }
const [isAsked, nobodyAsked]: Given[] = [{ asked: ['xa'] }, { asked: [] }]
const extensionLies: Given = { proposal: 'extension' }
const agreedLies: Given = { proposal: 'extension-agreed' }
const leftTheCounter: Given = { forwardedAt: new Date('2026-03-02T03:00:00Z') }
const stayed: Given = { forwardedAt: null }

const withdrawable: State[] = [
  'submitted',
  'returned-with-guidance',
  'accepted',
  'transferred',
  'assigned',
  'supplement-requested',
  'awaiting-opinions',
  'verifying',
  'awaiting-confirmation',
  'extension-requested',
  'proposed',
  'approved',
  'signed-by-person',
]
const stoppable = withdrawable.filter(
  (state) => !['submitted', 'returned-with-guidance', 'signed-by-person'].includes(state),
)
const withTheLead: State[] = [
  'transferred',
  'assigned',
  'awaiting-opinions',
  'verifying',
  'supplement-requested',
  'proposed',
]
const stillDeciding: State[] = ['assigned', 'verifying', 'supplement-requested', 'awaiting-confirmation', 'proposed']
/** As long as the result is not in somebody's hands the head of the agency explains a delay and apologises for it. */
const whileLate: State[] = [
  'transferred',
  'assigned',
  'awaiting-opinions',
  'verifying',
  'extension-requested',
  'proposed',
  'approved',
  'signed-by-person',
  'issued',
  'refused',
  'ready-to-return',
  'not-collected',
]

/** Who may do what when, as a jurist would write it down; everything that does not stand here is refused. */
const permitted: readonly Row[] = [
  ['submit', 'draft', 'submitted', 'filer'],
  ['accept', 'submitted', 'accepted', 'one-stop-officer'],
  ['forward', 'accepted', 'transferred', 'one-stop-officer'],
  ['assign', 'transferred', 'assigned', 'agency-leader'],
  ['assign', 'assigned', 'assigned', 'agency-leader'],
  ['propose-result', 'assigned', 'proposed', 'processing-officer'],
  ['approve', 'proposed', 'approved', 'division-leader', { only: resultLies }],
  ['approve', 'proposed', 'supplement-requested', 'agency-leader', { only: supplementLies }],
  ['send-back', 'proposed', 'assigned', 'division-leader', { only: resultLies }],
  ['send-back', 'approved', 'assigned', 'division-leader', { only: resultLies }],
  ['send-back', 'approved', 'assigned', 'agency-leader'],
  ['send-back', 'proposed', 'assigned', 'agency-leader', { only: supplementLies }],
  ['sign-result', 'approved', 'signed-by-person', 'agency-leader', { as: 'person' }],
  ['sign-result', 'signed-by-person', 'issued', 'records-clerk', { as: 'organisation' }],
  ['hand-to-counter', 'issued', 'ready-to-return', 'records-clerk'],
  ['hand-to-counter', 'refused', 'ready-to-return', 'records-clerk'],
  ['return-result', 'ready-to-return', 'returned', 'one-stop-officer'],
  ['return-result', 'not-collected', 'returned', 'one-stop-officer'],

  ['amend', 'submitted', 'submitted', 'applicant'],
  ...withdrawable.map((state): Row => ['withdraw', state, 'withdrawn', 'applicant']),
  ['return-with-guidance', 'submitted', 'returned-with-guidance', 'one-stop-officer'],
  ['supplement', 'returned-with-guidance', 'submitted', 'applicant'],
  ['supplement', 'supplement-requested', 'assigned', 'applicant'],
  ['reject', 'submitted', 'rejected', 'one-stop-officer'],
  ['request-supplement', 'assigned', 'supplement-requested', 'processing-officer'],
  ['apologise', 'submitted', 'submitted', 'centre-director', { only: { guidances: 1 } }],
  ['apologise', 'assigned', 'assigned', 'centre-director', { only: { supplements: 1 } }],
  ...whileLate.map((state): Row => ['apologise', state, state, 'agency-leader']),
  ...whileLate.map((state): Row => ['explain-delay', state, state, 'agency-leader']),
  ['request-extension', 'assigned', 'extension-requested', 'processing-officer'],
  ['confirm-extension', 'extension-requested', 'extension-requested', 'division-leader', { only: extensionLies }],
  ['confirm-extension', 'extension-requested', 'assigned', 'centre-director', { only: agreedLies }],
  ['send-back', 'extension-requested', 'assigned', 'division-leader', { only: extensionLies }],
  ['send-back', 'extension-requested', 'assigned', 'centre-director', { only: agreedLies }],
  ['refuse-result', 'proposed', 'approved', 'division-leader', { only: resultLies }],
  ['refuse-result', 'proposed', 'approved', 'agency-leader', { only: resultLies }],
  ['refuse-result', 'approved', 'approved', 'agency-leader', { only: resultLies }],
  ...stoppable.map((state): Row => ['stop', state, 'stopped', 'agency-leader']),
  ['record-paper-check', 'ready-to-return', 'ready-to-return', 'one-stop-officer'],
  ['record-paper-check', 'not-collected', 'not-collected', 'one-stop-officer'],
  ['mark-not-collected', 'ready-to-return', 'not-collected', 'one-stop-officer'],
  ...(['returned', 'not-collected', 'withdrawn', 'stopped'] as const).map((state): Row => [
    'archive',
    state,
    'archived',
    'records-clerk',
    { only: leftTheCounter },
  ]),
  ...(['rejected', 'withdrawn', 'stopped'] as const).map((state): Row => [
    'archive',
    state,
    'archived',
    'one-stop-officer',
    { only: stayed },
  ]),

  ['request-opinion', 'assigned', 'awaiting-opinions', 'processing-officer'],
  ['request-opinion', 'awaiting-opinions', 'awaiting-opinions', 'processing-officer'],
  ['give-opinion', 'awaiting-opinions', 'awaiting-opinions', 'consulted-officer', { only: isAsked! }],
  ...stillDeciding.map((state): Row => ['give-opinion', state, state, 'consulted-officer', { only: isAsked! }]),
  ...withTheLead.map((state): Row => ['finish-leg', state, state, 'consulted-officer', { only: isAsked! }]),
  ['schedule-verification', 'assigned', 'verifying', 'processing-officer'],
  ['record-verification', 'verifying', 'assigned', 'processing-officer'],
  ['confirm-draft', 'awaiting-confirmation', 'proposed', 'applicant'],
  ['close-wait', 'awaiting-opinions', 'awaiting-opinions', 'system'],
  ['close-wait', 'awaiting-confirmation', 'proposed', 'system'],
  ['propose-transfer', 'assigned', 'proposed', 'processing-officer'],
  ['pass-on', 'proposed', 'transferred', 'agency-leader', { only: transferLies }],
  ['send-back', 'proposed', 'assigned', 'agency-leader', { only: transferLies }],
]

/** Every way the conditions of the rows can stand. */
const everyGiven: Required<Given>[] = [resultLies, supplementLies, transferLies, extensionLies, agreedLies].flatMap(
  ({ proposal }) =>
    [0, 1].flatMap((times) =>
      [stayed, leftTheCounter].flatMap(({ forwardedAt }) =>
        [isAsked, nobodyAsked].map((leg) => ({
          proposal: proposal!,
          guidances: times,
          supplements: times,
          forwardedAt: forwardedAt!,
          asked: leg!.asked!,
        })),
      ),
    ),
)

const holdsFor = (given: Required<Given>, only: Given = {}) =>
  Object.entries(only).every(([name, value]) => given[name as keyof Given] === value)

const everyState = Object.keys(states) as State[]
const everyRole = Object.keys(roles) as Role[]
const place = { agency: 'xa', reception: 'quay', filedBy: 'dan', applicant: 'dan' }
const nothingSpecial: Required<Given> = {
  proposal: 'result',
  guidances: 0,
  supplements: 0,
  forwardedAt: null,
  asked: [],
}
const inState = (state: State, officer: string | null = 'can-bo', given = nothingSpecial): Actable => ({
  ...place,
  ...given,
  state,
  version: 3,
  officer,
})
const citizen: Officer = { id: 'dan', kind: 'person', name: 'Dân', posts: [] }
const house: Officer = { id: 'nha', kind: 'system', name: 'Hệ thống', posts: [] }

function holder(role: Role, { agency = 'xa', unit = 'quay', id = 'can-bo' } = {}): Officer {
  return {
    id,
    kind: 'officer',
    name: 'Cán bộ',
    posts: [{ role, title: '', unit, unitName: '', agency, agencyName: '' }],
  }
}

/** The rows of somebody: a citizen is the filer of their own dossier, and its applicant. */
const rowsOf = (act: Act, who: Role | 'citizen' | 'system', given: Required<Given>) =>
  permitted.filter(
    (row) =>
      row[0] === act &&
      (who === 'citizen' ? row[3] === 'filer' || row[3] === 'applicant' : row[3] === who) &&
      holdsFor(given, row[4]?.only),
  )
const everybody = [...everyRole, 'citizen', 'system'] as const
const actorOf = (who: Role | 'citizen' | 'system') =>
  who === 'citizen' ? citizen : who === 'system' ? house : holder(who)

test('every act in every state by every role is allowed exactly where the rules say, and leads where they say [S1-22.1] [S2-12A.2b]', () => {
  let asked = 0
  for (const given of everyGiven)
    for (const act of acts)
      for (const state of everyState)
        for (const who of everybody) {
          const answer = mayAct(inState(state, 'can-bo', given), actorOf(who), act)
          const row = rowsOf(act, who, given).find(([, from]) => from === state)
          asked += 1
          assert.equal(answer.ok, row !== undefined, `${who} ${act} in ${state} ${JSON.stringify(given)}`)
          if (answer.ok) assert.equal(answer.value.to, row![2])
        }
  assert.equal(asked, everyGiven.length * acts.length * everyState.length * everybody.length)
})

test('who may never do an act hears that; who may, in another state, hears about the state', () => {
  for (const given of everyGiven)
    for (const act of acts)
      for (const state of everyState)
        for (const who of everybody) {
          const answer = mayAct(inState(state, 'can-bo', given), actorOf(who), act)
          if (answer.ok) continue
          const early = act === 'sign-result' && who === 'records-clerk' && state === 'approved'
          const owed =
            act === 'apologise' && who === 'centre-director' && (state === 'submitted' || state === 'assigned')
          const ofDirector = who === 'centre-director' && (act === 'apologise' || act === 'confirm-extension')
          const everDoes = rowsOf(act, who, given).length > 0 || ofDirector
          const beforeLeader = act === 'confirm-extension' && ofDirector && state === 'extension-requested'
          assert.equal(
            answer.refusal,
            !everDoes
              ? 'not-permitted'
              : owed
                ? 'apology-not-owed'
                : beforeLeader
                  ? 'division-leader-confirms-first'
                  : early
                    ? 'person-signs-first'
                    : 'wrong-state',
            `${who} ${act} in ${state}`,
          )
        }
})

test('no step is skipped: from the draft each state is reached only through those before it [S2-12A.2b] [S3A-6.3]', () => {
  const distance = new Map<State, number>([['draft', 0]])
  for (let step = 1; step <= everyState.length; step += 1)
    for (const { from, to, otherwise } of transitions)
      for (const reached of [to, otherwise?.to ?? to])
        if (!distance.has(reached) && from.some((state) => distance.get(state) === step - 1))
          distance.set(reached, step)
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
    'returned-with-guidance': 2,
    'supplement-requested': 5,
    'awaiting-opinions': 5,
    verifying: 5,
    'awaiting-confirmation': 5,
    'extension-requested': 5,
    refused: 8,
    'not-collected': 10,
    rejected: 2,
    withdrawn: 2,
    stopped: 3,
    archived: 3,
  })
  const ends = everyState.filter((state) => !transitions.some(({ from }) => from.includes(state)))
  assert.deepEqual(ends, ['archived'], 'and from every other one it goes on')
})

test('a stale version is told to whoever may act, before anything is said of the state', () => {
  const stale = mayAct(inState('returned'), holder('one-stop-officer'), 'accept', { version: 2 })
  assert.deepEqual(stale, { ok: false, refusal: 'stale-version', detail: { version: 3 } })
  const stranger = mayAct(inState('submitted'), holder('auditor'), 'accept', { version: 2 })
  assert.equal(stranger.ok ? '' : stranger.refusal, 'not-permitted')
})

test('the same role elsewhere does not count: another agency, another counter, another officer [S1-18.1b] [S1-19.3]', () => {
  for (const [act, from, , who, more] of permitted) {
    if (who === 'filer' || who === 'applicant' || who === 'system') continue
    const given = { ...nothingSpecial, ...more?.only }
    const elsewhere = mayAct(inState(from, 'can-bo', given), holder(who, { agency: 'so', unit: 'quay-khac' }), act)
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
      for (const given of everyGiven) {
        const dossier = inState(state, 'can-bo', given)
        const offered = permittedSteps(dossier, holder(role))
        const allowed = acts.filter((act) => mayAct(dossier, holder(role), act).ok)
        assert.deepEqual([...new Set(offered.map(({ act }) => act))], allowed, `${role} in ${state}`)
        for (const step of offered) assert.equal(postFor(step, holder(role), dossier)?.role, role)
      }
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
    'returned-with-guidance': 5,
    'supplement-requested': 5,
    'awaiting-opinions': 4,
    verifying: 4,
    'awaiting-confirmation': 4,
    'extension-requested': 4,
    refused: 9,
    'not-collected': 9,
    rejected: 3,
    withdrawn: 7,
    stopped: 8,
    archived: null,
  })
  for (const state of ['returned', 'rejected', 'withdrawn', 'stopped', 'not-collected'] as const)
    assert.equal(
      nationalState({ state: 'archived', archivedFrom: state }),
      states[state].national,
      'it keeps the last one',
    )
})

test('a request for more papers waits for the agency’s leader, not for who reviews results [S2-20.2]', () => {
  assert.equal(waitsIn('proposed', 'result').queue, 'confirm')
  assert.deepEqual(
    [waitsIn('proposed', 'supplement').queue, waitsIn('proposed', 'supplement').waits],
    ['sign', 'agency-leader'],
  )
  assert.equal(waitsIn('proposed', 'transfer').waits, 'agency-leader', 'nor what goes on to another agency')
  const [asked, agreed] = [
    waitsIn('extension-requested', 'extension'),
    waitsIn('extension-requested', 'extension-agreed'),
  ]
  assert.deepEqual([asked.queue, asked.waits], ['confirm', 'division-leader'])
  assert.deepEqual([agreed.queue, agreed.at, agreed.waits], ['extend', 'reception', 'centre-director'])
  for (const state of everyState.filter((one) => one !== 'proposed'))
    assert.deepEqual(waitsIn(state, 'supplement'), states[state])
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
