import assert from 'node:assert/strict'
import { test } from 'node:test'
import { component } from '../definition.ts'
import { checkAttachments, checkVerdicts, mayAccept, missingComponents, neededComponents } from './index.ts'

const paper = {
  name: 'Giấy tờ',
  kind: 'submit',
  required: true,
  originals: 1,
  copies: 0,
  accepts: ['application/pdf'],
  maxBytes: 1_000_000,
}
const procedure = {
  components: [
    {
      ...paper,
      id: 'proof',
      waivedWhen: { source: 'Dữ liệu', text: 'Có dữ liệu', when: { field: '/proof', equals: 'electronic' } },
    },
    { ...paper, id: 'identity', kind: 'show' },
    { ...paper, id: 'authorisation', required: 'when', when: { field: '/by', equals: 'authorised' } },
    { ...paper, id: 'declaration', required: 'when', when: { channel: ['counter', 'post'] } },
    { ...paper, id: 'other', required: false },
  ].map((one) => component.parse(one)),
}
const ids = (found: readonly { id: string }[]) => found.map((one) => one.id)

test('what a filing needs depends on its answers and on the way it comes in', () => {
  const needed = (form: object, channel: 'online' | 'counter') => ids(neededComponents(procedure, { form, channel }))
  assert.deepEqual(needed({}, 'online'), ['proof', 'identity'])
  assert.deepEqual(needed({}, 'counter'), ['proof', 'identity', 'declaration'])
  assert.deepEqual(needed({ by: 'authorised' }, 'online'), ['proof', 'identity', 'authorisation'])
  assert.deepEqual(needed({ proof: 'electronic' }, 'online'), ['identity'])
})

test('online a paper to hand in needs its file, a paper to show does not, and the refusal lists what is missing', () => {
  const filed = { form: { by: 'authorised' }, channel: 'online' } as const
  assert.deepEqual(ids(missingComponents(procedure, filed, [{ component: 'proof' }])), ['authorisation'])
  assert.deepEqual(checkAttachments(procedure, filed, []), {
    ok: false,
    refusal: 'component-missing',
    detail: { components: ['proof', 'authorisation'], names: ['Giấy tờ', 'Giấy tờ'] },
  })
  assert.ok(
    checkAttachments(procedure, filed, [{ component: 'proof' }, { component: 'authorisation' }, { component: 'other' }])
      .ok,
  )
})

test('at the counter and by post the papers themselves are there, so no file is missing', () => {
  assert.ok(checkAttachments(procedure, { form: {}, channel: 'counter' }, []).ok)
  assert.ok(checkAttachments(procedure, { form: {}, channel: 'post' }, []).ok)
})

test('a file under a paper the procedure does not know is refused', () => {
  const check = checkAttachments(procedure, { form: {}, channel: 'counter' }, [{ component: 'household-book' }])
  assert.deepEqual(check, { ok: false, refusal: 'component-unknown', detail: { components: ['household-book'] } })
})

const filedAtCounter = { form: {}, channel: 'counter' } as const
const allOk = procedure.components.map((one) => ({ component: one.id, verdict: 'ok' }) as const)

test('an officer who leaves a paper unmarked, or marks it twice, is told which', () => {
  const some = checkVerdicts(procedure, allOk.slice(0, 3), filedAtCounter)
  assert.ok(!some.ok && some.refusal === 'components-unmarked')
  assert.deepEqual(some.detail?.['components'], ['declaration', 'other'])

  const twice = checkVerdicts(
    procedure,
    [...allOk, { component: 'proof', verdict: 'fail', reason: 'Mờ' }],
    filedAtCounter,
  )
  assert.ok(!twice.ok && twice.refusal === 'components-unmarked')
  assert.deepEqual(twice.detail?.['components'], ['proof'])
  assert.ok(checkVerdicts(procedure, allOk, filedAtCounter).ok)
})

test('a paper that fails needs a reason, a blank one is none [S2-8.1a3]', () => {
  const failing = (reason?: string) => [{ component: 'proof', verdict: 'fail', reason } as const, ...allOk.slice(1)]
  for (const reason of [undefined, '', '   ']) {
    const check = checkVerdicts(procedure, failing(reason), filedAtCounter)
    assert.ok(!check.ok && check.refusal === 'reason-needed')
    assert.deepEqual(check.detail?.['components'], ['proof'])
  }
  assert.ok(checkVerdicts(procedure, failing('Ảnh chụp thiếu góc dưới'), filedAtCounter).ok)
})

test('a dossier with a failing paper is not accepted', () => {
  const check = mayAccept(
    procedure,
    [{ component: 'proof', verdict: 'fail', reason: 'Mờ' }, ...allOk.slice(1)],
    filedAtCounter,
  )
  assert.ok(!check.ok && check.refusal === 'component-failed')
  assert.ok(
    mayAccept(procedure, [{ component: 'other', verdict: 'not-applicable' }, ...allOk.slice(0, 4)], filedAtCounter).ok,
  )
})

test('a verdict on a paper the procedure does not know is refused', () => {
  const check = checkVerdicts(procedure, [...allOk, { component: 'household-book', verdict: 'ok' }], filedAtCounter)
  assert.deepEqual(check, { ok: false, refusal: 'component-unknown', detail: { components: ['household-book'] } })
})

test('a paper the filing needs is left out only with a reason; one it does not need falls away by itself [S2-8.1a3]', () => {
  const leaving = (component: string, reason?: string) =>
    allOk.map((mark) =>
      mark.component === component ? { component, verdict: 'not-applicable' as const, reason } : mark,
    )
  const silent = checkVerdicts(procedure, leaving('proof'), filedAtCounter)
  assert.ok(!silent.ok && silent.refusal === 'reason-needed')
  assert.deepEqual(silent.detail?.['components'], ['proof'])
  assert.ok(checkVerdicts(procedure, leaving('proof', 'Đã có dữ liệu'), filedAtCounter).ok)
  assert.ok(checkVerdicts(procedure, leaving('proof'), { form: { proof: 'electronic' }, channel: 'counter' }).ok)
  assert.ok(checkVerdicts(procedure, leaving('authorisation'), filedAtCounter).ok)
})
