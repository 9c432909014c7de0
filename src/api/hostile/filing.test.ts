import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reached, type Reacher, type TestHouse } from '../../../journeys/reach.ts'
import { saysNo } from '../../../journeys/refusal.ts'
import { neighbour } from '../../../journeys/walk.ts'
import { each, misread, no, nobody, notFound, wrong } from './cases.ts'

let house: TestHouse
let at: Reacher
let whole: Record<string, any>
let draft: Reached
let submitted: Reached
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
  whole = await at.filing()
  draft = await at.dossierIn('draft')
  submitted = await at.dossierIn('submitted')
})
after(() => house.close())

test('a filing is told what does not fit, at its place [S4-3a]', () => {
  const but = (change: object) => ({ ...whole, ...change })
  const file = whole['attachments'][0].file
  return each(at, [
    ['a field too many', 'congdan', 'POST', '/dossiers', but({ state: 'returned' }), misread('state')],
    ['no agency', 'congdan', 'POST', '/dossiers', but({ agency: undefined }), misread('agency')],
    ['an agency that is no id', 'congdan', 'POST', '/dossiers', but({ agency: 'UBND' }), misread('agency')],
    ['a form that is a list', 'congdan', 'POST', '/dossiers', but({ form: [] }), misread('form')],
    ['a channel that is none', 'congdan', 'POST', '/dossiers', but({ channel: 'fax' }), misread('channel')],
    [
      'an attachment of nothing',
      'congdan',
      'POST',
      '/dossiers',
      but({ attachments: [{ component: 'birth-proof' }] }),
      misread('attachments.0'),
    ],
    [
      'too many papers',
      'congdan',
      'POST',
      '/dossiers',
      but({ attachments: Array.from({ length: 101 }, () => ({ component: 'birth-proof', file })) }),
      misread('attachments'),
    ],
    ['an unknown procedure', 'congdan', 'POST', '/dossiers', but({ procedure: '9.999999' }), notFound],
    [
      'an agency without competence',
      'congdan',
      'POST',
      '/dossiers',
      but({ agency: nobody }),
      no('agency-not-competent'),
    ],
    [
      'an answer of the wrong type',
      'congdan',
      'POST',
      '/dossiers',
      but({ form: { ...whole['form'], child: 7 } }),
      wrong('form-incomplete', '/child'),
    ],
    [
      'an unknown component',
      'congdan',
      'POST',
      '/dossiers',
      but({ attachments: [{ component: 'bribe', file }] }),
      wrong('component-unknown', 'components'),
    ],
    [
      'a file that is not there',
      'congdan',
      'POST',
      '/dossiers',
      but({ attachments: [{ component: 'birth-proof', file: nobody }] }),
      no('file-not-yours'),
    ],
    ['somebody else’s file', 'doanhnghiep', 'POST', '/dossiers', but({}), no('file-not-yours')],
    [
      'an item that is not there',
      'congdan',
      'POST',
      '/dossiers',
      but({ attachments: [{ component: 'birth-proof', recordItem: nobody }] }),
      no('item-not-yours'),
    ],
    ['an officer online', 'tiepnhan', 'POST', '/dossiers', whole, no('officers-file-at-the-counter')],
    [
      'a citizen at the counter',
      'congdan',
      'POST',
      '/dossiers',
      but({ channel: 'counter', applicant: neighbour }),
      no('not-permitted'),
    ],
    [
      'the counter for nobody',
      'tiepnhan',
      'POST',
      '/dossiers',
      but({ channel: 'counter', attachments: [] }),
      wrong('applicant-needed', 'applicant'),
    ],
    [
      'a neighbour without a number',
      'tiepnhan',
      'POST',
      '/dossiers',
      but({ channel: 'counter', attachments: [], applicant: { ...neighbour, identityNumber: '123' } }),
      wrong('identity-number-wrong', 'identityNumber'),
    ],
    [
      'a whole world inside',
      'congdan',
      'POST',
      '/dossiers',
      but({ form: { child: nested(40) } }),
      misread(`form.child${'.0'.repeat(30)}`),
    ],
  ])
})

test('a draft that lacks a paper or an answer is not submitted, nor without the declaration [S4-3a]', async () => {
  const bare = await at.dossierIn('draft', { attachments: [] })
  const unsaid = await at.dossierIn('draft', { form: (example) => ({ ...example, child: undefined }) })
  const { id, version } = draft
  await each(at, [
    ['no declaration', 'congdan', 'POST', `/dossiers/${id}/acts/submit`, { version }, misread('declaration')],
    [
      'a declaration of no',
      'congdan',
      'POST',
      `/dossiers/${id}/acts/submit`,
      { version, declaration: false },
      misread('declaration'),
    ],
    [
      'a paper missing',
      'congdan',
      'POST',
      `/dossiers/${bare.id}/acts/submit`,
      { version: 1, declaration: true },
      wrong('component-missing', 'attachments'),
    ],
    [
      'answers missing',
      'congdan',
      'POST',
      `/dossiers/${unsaid.id}/acts/submit`,
      { version: 1, declaration: true },
      wrong('form-incomplete', '/child/name'),
    ],
    [
      'a version in words',
      'congdan',
      'POST',
      `/dossiers/${id}/acts/submit`,
      { version: 'one', declaration: true },
      misread('version'),
    ],
    [
      'a version not yet made',
      'congdan',
      'POST',
      `/dossiers/${id}/acts/submit`,
      { version: 7, declaration: true },
      no('stale-version'),
    ],
    ['an act that is none', 'congdan', 'POST', `/dossiers/${id}/acts/bribe`, { version }, notFound],
    [
      'somebody else’s act',
      'congdan',
      'POST',
      `/dossiers/${id}/acts/accept`,
      { version, components: [] },
      no('not-permitted'),
    ],
    ['a stale edit', 'congdan', 'PATCH', `/dossiers/${id}`, { version: 9 }, no('stale-version')],
    [
      'an edit of the applicant',
      'congdan',
      'PATCH',
      `/dossiers/${id}`,
      { version, applicant: nobody },
      misread('applicant'),
    ],
    [
      'an edit too late',
      'congdan',
      'PATCH',
      `/dossiers/${submitted.id}`,
      { version: submitted.version, returnBy: 'post' },
      no('wrong-state'),
    ],
    [
      'submitted twice',
      'congdan',
      'POST',
      `/dossiers/${submitted.id}/acts/submit`,
      { version: submitted.version, declaration: true },
      no('wrong-state'),
    ],
    ['rated too early', 'congdan', 'POST', `/dossiers/${submitted.id}/rating`, { score: 5 }, no('not-yet-returned')],
    ['no such rating', 'congdan', 'POST', `/dossiers/${submitted.id}/rating`, { score: 6 }, misread('score')],
    ['half a rating', 'congdan', 'POST', `/dossiers/${submitted.id}/rating`, { score: 4.5 }, misread('score')],
    ['rated by the officer', 'tiepnhan', 'POST', `/dossiers/${submitted.id}/rating`, { score: 5 }, notFound],
  ])
})

test('a stale version names the present one, and nothing was done', async () => {
  const answer = await at.api.call('tiepnhan', 'POST', `/dossiers/${submitted.id}/acts/accept`, {
    version: 1,
    components: [],
  })
  saysNo(answer, no('stale-version'), 'accepting what changed meanwhile')
  assert.equal(answer.body.version, submitted.version)
  const same = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${submitted.id}`)
  assert.deepEqual([same.version, same.state], [submitted.version, 'submitted'])
})

test('a channel or a way of return that the procedure does not have is refused', async () => {
  const counterOnly = await at.filing({ filer: 'tiepnhan', procedure: '2.000815', channel: 'counter', attachments: [] })
  await each(at, [
    [
      'online',
      'congdan',
      'POST',
      '/dossiers',
      { ...counterOnly, channel: 'online', applicant: undefined },
      no('channel-closed'),
    ],
    ['by post', 'tiepnhan', 'POST', '/dossiers', { ...counterOnly, channel: 'post' }, no('channel-closed')],
    ['returned online', 'tiepnhan', 'POST', '/dossiers', { ...counterOnly, returnBy: 'online' }, no('return-closed')],
  ])
})

function nested(depth: number): unknown {
  return depth === 0 ? 'đáy' : [nested(depth - 1)]
}
