import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reached, type Reacher, type TestHouse } from '../../../journeys/reach.ts'
import { type Case, each, misread, no, wrong } from './cases.ts'

let house: TestHouse
let at: Reacher
let submitted: Reached
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
  submitted = await at.dossierIn('submitted')
})
after(() => house.close())

test('accepting needs a mark on every component, a reason for what fails, and nothing that fails [S2-19.1a] [S3A-14.1a]', async () => {
  const { id, version } = submitted
  const { components } = await at.procedureOf('1.001193')
  const ok = components.map((one: { id: string }) => ({ component: one.id, verdict: 'ok' }))
  const [first, ...others] = ok
  const path = `/dossiers/${id}/acts/accept`
  await each(at, [
    ['nothing marked', 'tiepnhan', 'POST', path, { version, components: [] }, no('components-unmarked')],
    ['one not marked', 'tiepnhan', 'POST', path, { version, components: others }, no('components-unmarked')],
    ['one marked twice', 'tiepnhan', 'POST', path, { version, components: [first, ...ok] }, no('components-unmarked')],
    [
      'one not of this procedure',
      'tiepnhan',
      'POST',
      path,
      { version, components: [...ok, { component: 'bribe', verdict: 'ok' }] },
      wrong('component-unknown', 'components'),
    ],
    [
      'failed without a reason',
      'tiepnhan',
      'POST',
      path,
      { version, components: [{ ...first, verdict: 'fail' }, ...others] },
      no('reason-needed'),
    ],
    [
      'one that fails',
      'tiepnhan',
      'POST',
      path,
      { version, components: [{ ...first, verdict: 'fail', reason: 'Ảnh mờ' }, ...others] },
      no('component-failed'),
    ],
    [
      'a verdict that is none',
      'tiepnhan',
      'POST',
      path,
      { version, components: [{ ...first, verdict: 'maybe' }, ...others] },
      misread('components.0.verdict'),
    ],
    ['a code of one’s own', 'tiepnhan', 'POST', path, { version, components: ok, code: 'H99-1' }, misread('code')],
  ])
  assert.equal((await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}`)).state, 'submitted')
})

/** Direction turned around, nothing between two letters, half a letter, a bell. */
const hidden = ['Đạt\u202eđạt gnôhK', 'a\u200bb', 'a\ud800b', 'a\u0007b', 'a\u{e0041}b']
/** And letters that no paper shows. */
const odd = [...hidden, '漢字']

test('each act further on is told what its body lacks, at its place', async () => {
  const path = (act: string) => `/dossiers/${submitted.id}/acts/${act}`
  const { version } = submitted
  const hash = 'a'.repeat(64)
  await each(at, [
    ['nobody to assign to', 'lanhdao', 'POST', path('assign'), { version }, misread('to')],
    ['a blank one', 'lanhdao', 'POST', path('assign'), { version, to: '  ' }, misread('to')],
    [
      'an outcome that is none',
      'lanhdao',
      'POST',
      path('propose-result'),
      { version, outcome: 'maybe', components: [] },
      misread('outcome'),
    ],
    [
      'marks that are no list',
      'lanhdao',
      'POST',
      path('propose-result'),
      { version, outcome: 'grant', components: {} },
      misread('components'),
    ],
    [
      'a result that is text',
      'lanhdao',
      'POST',
      path('propose-result'),
      { version, outcome: 'grant', components: [], result: 'ok' },
      misread('result'),
    ],
    ['a draft unseen', 'lanhdao', 'POST', path('approve'), { version }, misread('draft')],
    [
      'a draft that is no hash',
      'lanhdao',
      'POST',
      path('approve'),
      { version, draft: 'x'.repeat(64) },
      misread('draft'),
    ],
    ['sent back without a word', 'lanhdao', 'POST', path('send-back'), { version, reason: ' ' }, misread('reason')],
    [
      'signed as a friend',
      'lanhdao',
      'POST',
      path('sign-result'),
      { version, as: 'friend', draft: hash },
      misread('as'),
    ],
    [
      'a PIN that is a number',
      'lanhdao',
      'POST',
      path('sign-result'),
      { version, as: 'person', draft: hash, pin: 246810 },
      misread('pin'),
    ],
    [
      'handed over with more',
      'lanhdao',
      'POST',
      path('hand-to-counter'),
      { version, number: '99/2026' },
      misread('number'),
    ],
    ['returned by pigeon', 'lanhdao', 'POST', path('return-result'), { version, by: 'pigeon' }, misread('by')],
    ...odd.flatMap((text): Case[] => [
      ['a reason nobody can read', 'lanhdao', 'POST', path('send-back'), { version, reason: text }, misread('reason')],
      [
        'a note nobody can read',
        'lanhdao',
        'POST',
        path('assign'),
        { version, to: 'chuyenvien', note: text },
        misread('note'),
      ],
      [
        'a receiver nobody can read',
        'lanhdao',
        'POST',
        path('return-result'),
        { version, by: 'counter', receivedBy: text },
        misread('receivedBy'),
      ],
      [
        'a mark nobody can read',
        'lanhdao',
        'POST',
        path('accept'),
        { version, components: [{ component: 'a', verdict: 'fail', reason: text }] },
        misread('components.0.reason'),
      ],
    ]),
    ...hidden.map((text): Case => [
      'a comment nobody can read',
      'congdan',
      'POST',
      `/dossiers/${submitted.id}/rating`,
      { score: 5, comment: text },
      misread('comment'),
    ]),
    ['forwarded without a version', 'lanhdao', 'POST', path('forward'), {}, misread('version')],
    ['a version of nought', 'lanhdao', 'POST', path('forward'), { version: 0 }, misread('version')],
  ])
})
