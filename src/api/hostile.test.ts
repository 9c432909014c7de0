import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openTestHouse, reacher, type Reached, type Reacher, type TestHouse } from '../../journeys/reach.ts'
import { photo, scannedPdf } from '../../journeys/papers.ts'
import { type Expected, saysNo } from '../../journeys/refusal.ts'
import { neighbour } from '../../journeys/walk.ts'
import type { Act } from '../dossiers/index.ts'

type Case = readonly [what: string, who: string | null, method: string, path: string, body: unknown, expected: Expected]

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

const misread = (path: string): Expected => ({ status: 422, at: path })
const wrong = (refusal: string, path: string): Expected => ({ status: 422, refusal, at: path })
const no = (refusal: string): Expected => ({ status: 409, refusal })
const notFound: Expected = { status: 404, refusal: 'not-found' }
const nobody = '01940000-0000-7000-8000-00000000dead'

async function each(cases: readonly Case[]): Promise<void> {
  for (const [what, who, method, path, body, expected] of cases) {
    saysNo(await at.api.call(who, method, path, body), expected, `${what} (${method} ${path})`)
  }
}

const registration = {
  kind: 'person',
  username: 'nguoi.moi',
  password: 'Mat-Khau-9',
  displayName: 'Trần Văn Mới',
  identityNumber: '046085007777',
  acceptTerms: true,
}

test('signing in with a request that is not whole is told where', () =>
  each([
    [
      'a field too many',
      null,
      'POST',
      '/sessions',
      { username: 'congdan', password: 'Demo@12345', role: 'admin' },
      misread('role'),
    ],
    ['no password', null, 'POST', '/sessions', { username: 'congdan' }, misread('password')],
    ['an empty name', null, 'POST', '/sessions', { username: ' ', password: 'x' }, misread('username')],
    ['a list for a name', null, 'POST', '/sessions', { username: ['congdan'], password: 'x' }, misread('username')],
    ['a list', null, 'POST', '/sessions', [], misread('')],
    ['nothing', null, 'POST', '/sessions', undefined, misread('username')],
    [
      'a wrong password',
      null,
      'POST',
      '/sessions',
      { username: 'congdan', password: 'Demo@12346' },
      { status: 401, refusal: 'sign-in-failed' },
    ],
    ['a password with NUL', null, 'POST', '/sessions', { username: 'congdan', password: 'a\0b' }, misread('password')],
  ]))

test('an account is not opened with a field missing, malformed or weak [S1-10.1a] [S0-4.1]', () => {
  const but = (change: object) => ({ ...registration, ...change })
  return each([
    ['no name', null, 'POST', '/accounts', but({ displayName: undefined }), misread('displayName')],
    ['no identity number', null, 'POST', '/accounts', but({ identityNumber: undefined }), misread('identityNumber')],
    ['no kind', null, 'POST', '/accounts', but({ kind: undefined }), misread('kind')],
    ['an officer by oneself', null, 'POST', '/accounts', but({ kind: 'officer' }), misread('kind')],
    ['the terms not accepted', null, 'POST', '/accounts', but({ acceptTerms: false }), misread('acceptTerms')],
    ['a role of one’s own', null, 'POST', '/accounts', but({ role: 'administrator' }), misread('role')],
    ['a name with a slash', null, 'POST', '/accounts', but({ username: '../admin' }), misread('username')],
    ['a malformed e-mail', null, 'POST', '/accounts', but({ email: 'thu@' }), misread('email')],
    ['a birthday in words', null, 'POST', '/accounts', but({ birthDate: 'hôm qua' }), misread('birthDate')],
    ['a weak password', null, 'POST', '/accounts', but({ password: 'matkhau1' }), wrong('password-weak', 'password')],
    [
      'eleven digits',
      null,
      'POST',
      '/accounts',
      but({ identityNumber: '04608500777' }),
      wrong('identity-number-wrong', 'identityNumber'),
    ],
    [
      'a tax code that does not add up',
      null,
      'POST',
      '/accounts',
      but({ kind: 'organisation', identityNumber: '0109998884' }),
      wrong('tax-code-wrong', 'identityNumber'),
    ],
    [
      'a name that is taken',
      null,
      'POST',
      '/accounts',
      but({ username: 'congdan' }),
      { status: 409, refusal: 'username-taken', at: 'username' },
    ],
  ])
})

test('lists are asked for in the published terms, and what is not there is not found', () =>
  each([
    ['no limit', null, 'GET', '/procedures?limit=0', undefined, misread('limit')],
    ['a limit in words', null, 'GET', '/procedures?limit=many', undefined, misread('limit')],
    ['a level that is none', null, 'GET', '/procedures?level=village', undefined, misread('level')],
    ['a question too long', null, 'GET', `/procedures?q=${'a'.repeat(201)}`, undefined, misread('q')],
    ['NUL in a question', null, 'GET', '/procedures?q=a%00b', undefined, misread('q')],
    ['a queue that is none', 'tiepnhan', 'GET', '/dossiers?queue=secret', undefined, misread('queue')],
    ['too much at once', 'tiepnhan', 'GET', '/dossiers?limit=101', undefined, misread('limit')],
    ['an unknown procedure', null, 'GET', '/procedures/9.999999', undefined, notFound],
    ['an unknown code', null, 'GET', '/lookup/H99.31.01-260302-9999', undefined, notFound],
    ['NUL in a code', null, 'GET', '/lookup/a%00', undefined, misread('key')],
    ['an unknown result', null, 'GET', '/verify/AAAAA-AAAAA', undefined, notFound],
    ['an unknown address', 'congdan', 'GET', '/nowhere', undefined, notFound],
    ['an unknown method', 'congdan', 'PUT', '/dossiers', {}, notFound],
  ]))

test('a filing is told what does not fit, at its place [S4-3a]', () => {
  const but = (change: object) => ({ ...whole, ...change })
  const file = whole['attachments'][0].file
  return each([
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
  await each([
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

test('accepting needs a mark on every component, a reason for what fails, and nothing that fails [S2-19.1a] [S3A-14.1a]', async () => {
  const { id, version } = submitted
  const { components } = await at.procedureOf('1.001193')
  const ok = components.map((one: { id: string }) => ({ component: one.id, verdict: 'ok' }))
  const [first, ...others] = ok
  const path = `/dossiers/${id}/acts/accept`
  await each([
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

test('a channel or a way of return that the procedure does not have is refused', async () => {
  const counterOnly = await at.filing({ filer: 'tiepnhan', procedure: '2.000815', channel: 'counter', attachments: [] })
  await each([
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

test('each act further on is told what its body lacks, at its place', async () => {
  const path = (act: string) => `/dossiers/${submitted.id}/acts/${act}`
  const { version } = submitted
  const hash = 'a'.repeat(64)
  await each([
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
    ['forwarded without a version', 'lanhdao', 'POST', path('forward'), {}, misread('version')],
    ['a version of nought', 'lanhdao', 'POST', path('forward'), { version: 0 }, misread('version')],
  ])
})

test('a file that is empty, too large or not what it says is refused at the field file [S4-3b]', async () => {
  const pdf = await scannedPdf('Đơn')
  const huge = new Uint8Array(20 * 1024 * 1024 + 1)
  huge.set(pdf)
  const text = (words: string) => new TextEncoder().encode(words)
  const exe = Uint8Array.from([0x4d, 0x5a, 0x90, 0, ...Array.from({ length: 200 }, () => 7)])
  const svg = text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const cases: [string, string, Uint8Array<ArrayBuffer>, string][] = [
    ['nothing', 'trong.pdf', new Uint8Array(), 'file-empty'],
    ['more than 20 MiB', 'lon.pdf', huge, 'file-too-large'],
    ['a program called PDF', 'don.pdf', exe, 'file-not-what-it-says'],
    ['a program', 'don.exe', exe, 'file-kind-refused'],
    ['a picture called PDF', 'don.pdf', photo, 'file-not-what-it-says'],
    ['a PDF called a picture', 'don.jpg', pdf, 'file-not-what-it-says'],
    ['a drawing that runs', 've.svg', svg, 'file-kind-refused'],
    ['a drawing called PNG', 've.png', svg, 'file-not-what-it-says'],
    ['a page', 'trang.html', text('<!doctype html><script>alert(1)</script>'), 'file-kind-refused'],
    ['a page called PDF', 'trang.pdf', text('<!doctype html><p>Đơn'), 'file-not-what-it-says'],
    ['half a PDF', 'don.pdf', pdf.slice(0, 300), 'file-not-what-it-says'],
    ['half a photo', 'anh.jpg', photo.slice(0, 150), 'file-not-what-it-says'],
  ]
  for (const [what, name, bytes, refusal] of cases) {
    const form = new FormData()
    form.set('file', new Blob([bytes]), name)
    saysNo(await at.api.call('congdan', 'POST', '/files', form), wrong(refusal, 'file'), what)
  }
})

test('an upload that breaks off, or is no upload, is answered as one without a file', async () => {
  const token = await at.api.tokenOf('congdan')
  const head = 'Content-Disposition: form-data; name="file"; filename="a.pdf"'
  const shots: [string, string, string][] = [
    ['no boundary', 'multipart/form-data', '--x'],
    ['an end in the middle', 'multipart/form-data; boundary=x', `--x\r\n${head}\r\n\r\n%PDF-1.7`],
    ['no end at all', 'multipart/form-data; boundary=x', ''],
    [
      'another field',
      'multipart/form-data; boundary=x',
      `--x\r\n${head.replace('"file"', '"tep"')}\r\n\r\n%PDF\r\n--x--\r\n`,
    ],
    [
      'no name',
      'multipart/form-data; boundary=x',
      `--x\r\nContent-Disposition: form-data; name="file"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--x--\r\n`,
    ],
    ['JSON', 'application/json', '{"file":"abc"}'],
  ]
  for (const [what, type, body] of shots) {
    const answer = await fetch(`${house.base}/api/v1/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body,
    })
    saysNo(
      { status: answer.status, body: await answer.json(), headers: answer.headers },
      wrong('file-empty', 'file'),
      what,
    )
  }
})

describe('doors that need somebody', () => {
  const closed = [
    'POST /dossiers',
    'PATCH /dossiers/:id',
    'GET /dossiers',
    'GET /dossiers/:id',
    'GET /dossiers/:id/acts',
    'POST /dossiers/:id/acts/accept',
    'GET /dossiers/:id/history',
    'GET /dossiers/:id/clock',
    'GET /dossiers/:id/documents',
    'GET /dossiers/:id/requests',
    'GET /dossiers/:id/control-sheet',
    'GET /register',
    'POST /dossiers/:id/rating',
    'POST /files',
    `GET /files/${nobody}/content`,
    'GET /records/mine/items',
    'GET /messages',
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
    } satisfies Record<Act, object>
    // A business, an officer of another agency, an officer of this one to whom it is not assigned, an administrator.
    for (const who of ['doanhnghiep', 'tiepnhantinh', 'chuyenvien', 'quantri']) {
      await each([
        ['the dossier', who, 'GET', `/dossiers/${id}`, undefined, notFound],
        ['its acts', who, 'GET', `/dossiers/${id}/acts`, undefined, notFound],
        ['its history', who, 'GET', `/dossiers/${id}/history`, undefined, notFound],
        ['its requests', who, 'GET', `/dossiers/${id}/requests`, undefined, notFound],
        ['its control sheet', who, 'GET', `/dossiers/${id}/control-sheet`, undefined, notFound],
        ['its clock', who, 'GET', `/dossiers/${id}/clock`, undefined, notFound],
        ['its documents', who, 'GET', `/dossiers/${id}/documents`, undefined, notFound],
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

test('what is no JSON, or too much of it, is answered at every door that takes some', async () => {
  const token = await at.api.tokenOf('congdan')
  const { paths } = await at.api.expect(200, null, 'GET', '/openapi.json')
  const doors = Object.entries<Record<string, { requestBody?: { content: object } }>>(paths).flatMap(
    ([path, methods]) =>
      Object.entries(methods).flatMap(([method, { requestBody }]) =>
        requestBody && 'application/json' in requestBody.content
          ? [[method.toUpperCase(), path.replace('{id}', draft.id)] as const]
          : [],
      ),
  )
  assert.ok(doors.length >= 15)
  const shots: [string, string, number][] = [
    ['{"version":1,}', 'application/json', 422],
    ['{"a":1}{"b":2}', 'application/json', 422],
    ['', 'application/json', 422],
    ['{"__proto__":{"admin":true}}', 'application/json', 422],
    ['<xml/>', 'application/xml', 422],
    [`{"a":"${'x'.repeat(1024 * 1024)}"}`, 'application/json', 422],
    ['['.repeat(500_000) + ']'.repeat(500_000), 'application/json', 422],
    ['null', 'application/json', 422],
    ['"text"', 'application/json', 422],
    ['{"version":1}', 'text/plain', 422],
  ]
  for (const [method, path] of doors) {
    for (const [body, type, status] of shots) {
      const answer = await fetch(`${house.base}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
        body,
      })
      saysNo(
        { status: answer.status, body: await answer.json(), headers: answer.headers },
        { status },
        `${method} ${path} ${body.slice(0, 30)}`,
      )
    }
  }
})

function nested(depth: number): unknown {
  return depth === 0 ? 'đáy' : [nested(depth - 1)]
}
