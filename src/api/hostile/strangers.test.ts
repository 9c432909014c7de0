import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openTestHouse, reacher, type Reached, type Reacher, type TestHouse } from '../../../journeys/reach.ts'
import { saysNo } from '../../../journeys/refusal.ts'
import { type Case, each, nobody, notFound } from './cases.ts'

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

describe('doors that need somebody', () => {
  const closed = [
    'POST /dossiers',
    'PATCH /dossiers/:id',
    'GET /dossiers',
    'GET /dossiers/:id',
    'GET /dossiers/:id/acts',
    'POST /dossiers/:id/acts/accept',
    'GET /dossiers/:id/history',
    'GET /dossiers/:id/documents',
    'GET /dossiers/:id/requests',
    'GET /dossiers/:id/clock',
    'GET /dossiers/:id/control-sheet',
    'GET /register',
    'POST /dossiers/:id/rating',
    'POST /files',
    `GET /files/${nobody}/content`,
    'GET /records/mine/items',
    'GET /messages',
    'GET /presets',
    'GET /settings',
    'GET /settings/supplement.max',
    'POST /settings/supplement.max/changes',
    `POST /settings/changes/${nobody}/approve`,
    `POST /settings/changes/${nobody}/drop`,
    'POST /accounts/current/password',
  ]

  test('nobody passes without a session, with a made-up one, or with one that has ended [S0-17.2a] [S4-1c]', async () => {
    const { token } = await at.api.expect(201, null, 'POST', '/sessions', {
      username: 'congdan',
      password: 'Demo@12345',
    })
    await at.api.expect(204, null, 'DELETE', '/sessions/current', undefined, { authorization: `Bearer ${token}` })
    for (const door of closed) {
      const [method, path] = door.replace(':id', draft.id).split(' ') as [string, string]
      for (const authorization of [
        '',
        'Bearer',
        'Bearer null',
        `Bearer ${'A'.repeat(43)}`,
        `Basic ${token}`,
        `Bearer ${token}`,
      ]) {
        const answer = await at.api.call(
          null,
          method,
          path,
          method === 'GET' ? undefined : {},
          authorization ? { authorization } : {},
        )
        saysNo(answer, { status: 401, refusal: 'sign-in-needed' }, `${door} with “${authorization.slice(0, 12)}”`)
      }
    }
  })

  test('a stranger finds nothing behind any door of a dossier, whatever is asked of it [S0-15.4bis] [S1-18.1a] [S2-11.1]', async () => {
    const { components } = await at.procedureOf('1.001193')
    const [slip] = (await at.api.expect(200, 'congdan', 'GET', `/dossiers/${submitted.id}/documents`)).items
    const paper = whole['attachments'][0].file
    const { id, version } = submitted
    const marks = components.map((one: { id: string }) => ({ component: one.id, verdict: 'ok' }))
    const hash = 'a'.repeat(64)
    const acts = {
      submit: { declaration: true },
      accept: { components: marks },
      forward: {},
      assign: { to: 'chuyenvien' },
      'propose-result': { outcome: 'grant', components: [] },
      approve: { draft: hash },
      'send-back': { reason: 'Xem lại' },
      'sign-result': { as: 'person', draft: hash, pin: '246810' },
      'hand-to-counter': {},
      'return-result': { by: 'online' },
      amend: { form: {} },
      withdraw: { reason: 'Rút giúp' },
      'return-with-guidance': { components: marks, guidance: 'Xem lại' },
      supplement: { form: {} },
      reject: { reason: 'Không nhận', basis: 'Quy định' },
      'request-supplement': { components: marks, guidance: 'Xem lại' },
      apologise: { about: 'late', reason: 'Chậm', pin: '246810' },
      'refuse-result': { reason: 'Không', basis: 'Quy định' },
      stop: { reason: 'Dừng', basis: 'Quy định' },
      'record-paper-check': { outcome: 'match' },
      'mark-not-collected': {},
      archive: {},
      'request-extension': { extension: { value: 1, unit: 'working-days' }, reason: 'Chờ' },
      'confirm-extension': { draft: hash, pin: '246810' },
      'explain-delay': { fault: 'officer', cause: 'workload' },
    }
    // A business, an officer of another agency, an officer of this one to whom it is not assigned, an administrator.
    for (const who of ['doanhnghiep', 'tiepnhantinh', 'chuyenvien', 'quantri']) {
      await each(at, [
        ['the dossier', who, 'GET', `/dossiers/${id}`, undefined, notFound],
        ['its acts', who, 'GET', `/dossiers/${id}/acts`, undefined, notFound],
        ['its history', who, 'GET', `/dossiers/${id}/history`, undefined, notFound],
        ['its documents', who, 'GET', `/dossiers/${id}/documents`, undefined, notFound],
        ['its clock', who, 'GET', `/dossiers/${id}/clock`, undefined, notFound],
        ['its requests', who, 'GET', `/dossiers/${id}/requests`, undefined, notFound],
        ['its control sheet', who, 'GET', `/dossiers/${id}/control-sheet`, undefined, notFound],
        ['its slip', who, 'GET', `/files/${slip.file}/content`, undefined, notFound],
        ['its paper', who, 'GET', `/files/${paper}/content`, undefined, notFound],
        ['a change', who, 'PATCH', `/dossiers/${id}`, { version }, notFound],
        ['a rating', who, 'POST', `/dossiers/${id}/rating`, { score: 1 }, notFound],
        ...Object.entries(acts).map(([act, body]): Case => [
          act,
          who,
          'POST',
          `/dossiers/${id}/acts/${act}`,
          { version, ...body },
          notFound,
        ]),
      ])
      const all = await at.api.expect(200, who, 'GET', '/dossiers?limit=100')
      assert.ok(
        all.items.every((one: { id: string }) => one.id !== id),
        `${who} sees it in a list`,
      )
    }
    for (const path of [
      `/dossiers/${nobody}`,
      '/dossiers/1',
      "/dossiers/'%20or%201=1",
      `/files/${nobody}/content`,
      '/files/..%2f..%2fkeys/content',
    ]) {
      saysNo(await at.api.call('congdan', 'GET', path), notFound, path)
    }
  })

  test('a draft is its filer’s alone: not even the counter, the leader or the auditor finds it', async () => {
    for (const who of ['tiepnhan', 'lanhdao', 'thanhtra', 'chutich']) {
      saysNo(await at.api.call(who, 'GET', `/dossiers/${draft.id}`), notFound, who)
    }
  })
})
