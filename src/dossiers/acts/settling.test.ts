import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse, withClient } from '../../../journeys/reach.ts'
import { saysNo } from '../../../journeys/refusal.ts'
import { visitor } from '../../../journeys/visitor.ts'
import { declaration } from '../index.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

const no = (refusal: string, at?: string) => ({ status: 409, refusal, ...(at ? { at } : {}) })
const asOwner = (statement: string, values: unknown[] = []) =>
  withClient(house.ownerUrl, (client) => client.query(statement, values))
const draftOf = async (id: string) =>
  (await at.api.expect(200, 'truongphong', 'GET', `/dossiers/${id}/documents`)).items.filter(
    ({ kind }: { kind: string }) => kind === 'result-draft',
  )
const queueOf = async (who: string, queue: string) =>
  (await at.api.expect(200, who, 'GET', `/dossiers?queue=${queue}&limit=100`)).items.map(({ id }: { id: string }) => id)

test('the declaration of the filer is kept with the filing: its words, its edition, its moment [S0-18.5] [S1-17.2a] [S2-7.3b]', async () => {
  const { id } = await at.dossierIn('submitted')
  const { details, at: when } = await house.house.db
    .selectFrom('dossiers.event')
    .select(['details', 'at'])
    .where('dossier', '=', id)
    .executeTakeFirstOrThrow()
  const { submittedAt } = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}`)
  const { declared, edition } = details as Record<string, unknown>
  assert.deepEqual([declared, edition], [declaration.vi, declaration.edition])
  assert.equal(when.toISOString(), submittedAt)
})

test('a submitted dossier waits at once at the competent counter, with its intake clock running [S2-12B.5a] [S3A-14.2]', async () => {
  const { id, reference, ...dossier } = await at.dossierIn('submitted')
  assert.match(reference, /^T260302-[2-9A-HJ-NP-Z]{8}$/)
  assert.deepEqual([dossier['clock'], dossier['nationalState']], ['running', 1])
  assert.equal((dossier['remaining'] as { minutes: number }).minutes, 8 * 60)
  assert.ok((await queueOf('tiepnhan', 'intake')).includes(id))
  assert.ok(!(await queueOf('tiepnhantinh', 'intake')).includes(id))
})

test('a filing in the middle of the night, on a Sunday, is taken as well [S1-5.3]', async () => {
  const night = await openTestHouse({ now: '2026-03-01T02:00:00+07:00' })
  try {
    const { submittedAt, due } = await reacher(night.base).dossierIn('submitted')
    assert.match(String(submittedAt), /^2026-02-28T19:0/)
    assert.equal(new Date(String(due)).toISOString(), '2026-03-02T10:00:00.000Z', 'answered by Monday evening')
  } finally {
    await night.close()
  }
})

test('online, over the counter and by post come into one queue and are accepted in one way [S0-17.2c] [S3A-7.3] [S2-7.1b]', async () => {
  const channels = ['online', 'counter', 'post'] as const
  for (const channel of channels) {
    const filer = channel === 'online' ? 'congdan' : 'tiepnhan'
    const dossier = await at.dossierIn('submitted', { channel, filer })
    assert.ok((await queueOf('tiepnhan', 'intake')).includes(dossier.id), channel)
    const accepted = await at.bring(dossier, 'accepted', filer)
    assert.equal(accepted['channel'], channel)
    assert.match(accepted.code, /^H99\.31\.01-260302-\d{4}$/)
    const { items } = await at.api.expect(200, filer, 'GET', `/dossiers/${dossier.id}/documents`)
    assert.ok(
      items.some(({ kind }: { kind: string }) => kind === 'receipt'),
      channel,
    )
  }
})

test('each accepted dossier goes from queue to queue, and stands in one at a time [S1-13.1b] [S2-10.1a2] [S2-10.1e]', async () => {
  const queues = [
    ['tiepnhan', 'intake'],
    ['lanhdao', 'assign'],
    ['chuyenvien', 'mine'],
    ['truongphong', 'confirm'],
    ['lanhdao', 'sign'],
    ['vanthu', 'issue'],
    ['tiepnhan', 'return'],
  ] as const
  const waits = {
    submitted: 'intake',
    transferred: 'assign',
    assigned: 'mine',
    proposed: 'confirm',
    approved: 'sign',
    'signed-by-person': 'issue',
    issued: 'issue',
    'ready-to-return': 'return',
  } as const
  let dossier = await at.dossierIn('submitted')
  for (const [state, queue] of Object.entries(waits)) {
    dossier = await at.bring(dossier, state as keyof typeof waits)
    const found = []
    for (const [who, name] of queues) if ((await queueOf(who, name)).includes(dossier.id)) found.push(name)
    assert.deepEqual(found, [queue], state)
  }
})

test('at every state each is offered exactly what the rules give them [S1-18.1b] [S1-19.3]', async () => {
  const offers: Record<string, Record<string, string[]>> = {
    draft: { congdan: ['submit'] },
    submitted: {
      congdan: ['amend', 'withdraw'],
      tiepnhan: ['accept', 'return-with-guidance', 'reject'],
      tiepnhan2: ['accept', 'return-with-guidance', 'reject'],
    },
    accepted: { congdan: ['withdraw'], tiepnhan: ['forward'], tiepnhan2: ['forward'], lanhdao: ['stop'] },
    transferred: { congdan: ['withdraw'], lanhdao: ['assign', 'apologise', 'stop'] },
    assigned: {
      congdan: ['withdraw'],
      lanhdao: ['assign', 'apologise', 'stop'],
      chuyenvien: ['propose-result', 'request-supplement', 'request-opinion', 'schedule-verification'],
    },
    proposed: {
      congdan: ['withdraw'],
      truongphong: ['approve', 'send-back', 'refuse-result'],
      lanhdao: ['apologise', 'refuse-result', 'stop'],
    },
    approved: {
      congdan: ['withdraw'],
      truongphong: ['send-back'],
      lanhdao: ['send-back', 'sign-result', 'apologise', 'refuse-result', 'stop'],
    },
    'signed-by-person': { congdan: ['withdraw'], lanhdao: ['apologise'], vanthu: ['sign-result'] },
    issued: { vanthu: ['hand-to-counter'] },
    'ready-to-return': {
      tiepnhan: ['return-result', 'record-paper-check'],
      tiepnhan2: ['return-result', 'record-paper-check'],
    },
    returned: { vanthu: ['archive'] },
  }
  const everybody = [
    'congdan',
    'doanhnghiep',
    'tiepnhan',
    'tiepnhan2',
    'soho',
    'chuyenvien',
    'truongphong',
    'lanhdao',
    'vanthu',
    'giamdoc',
    'thungan',
    'quantri',
    'thanhtra',
    'chutich',
    'lanhdaosotaichinh',
  ]
  let dossier = await at.dossierIn('draft')
  for (const [state, offered] of Object.entries(offers)) {
    dossier = await at.bring(dossier, state as never)
    for (const who of everybody) {
      const { status, body } = await at.api.call(who, 'GET', `/dossiers/${dossier.id}/acts`)
      const acts = status === 200 ? body.map(({ act }: { act: string }) => act) : []
      assert.deepEqual(acts, offered[who] ?? [], `${who} in ${state}`)
    }
  }
})

test('accepting can forward in the same act, so that nothing waits in between [S2-9]', async () => {
  const { id } = await at.dossierIn('submitted')
  const { state } = await at.act('tiepnhan', id, 'accept', (body) => ({ ...body, forward: true }))
  assert.equal(state, 'transferred')
  const { items } = await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}/history`)
  assert.deepEqual(
    items.slice(1).map(({ event, version }: { event: string; version: number }) => `${event} ${version}`),
    ['accepted 3', 'forwarded 4'],
  )
})

test('only an officer of the agency is given the work; it may be given to another while it lasts [S2-10.1a1]', async () => {
  const { id } = await at.dossierIn('transferred')
  for (const to of ['chuyenviensotaichinh', 'congdan', 'tiepnhan', 'khong-ai']) {
    saysNo(await at.tryAct('lanhdao', id, 'assign', (body) => ({ ...body, to })), no('no-such-officer', 'to'), to)
  }
  await at.act('lanhdao', id, 'assign', (body) => ({ ...body, to: 'CHUYENVIEN', note: 'Gấp' }))
  const again = await at.act('lanhdao', id, 'assign', (body) => ({ ...body, to: 'chuyenvien' }))
  assert.equal(again.state, 'assigned')
  const { items } = await at.api.expect(200, 'lanhdao', 'GET', `/dossiers/${id}/history`)
  assert.deepEqual(items.at(-2).words, { note: 'Gấp' })
  const own = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}/history`)
  assert.ok(
    own.items.every((line: object) => !('words' in line)),
    'the applicant does not read what officers write to each other',
  )
})

test('within one agency a dossier goes from one room to another, and its work and its trace with it [S1-6.5]', async () => {
  const room = 'Phòng Kinh tế xã An Bình'
  await asOwner(
    `with room as (
       insert into organisations.unit (id, parent, kind, level, name, identifier, place, valid_from)
       select gen_random_uuid(), id, 'division', level, $1, 'H99.31.03', place, '2025-07-01' from organisations.unit where identifier = 'H99.31'
       returning id
     )
     insert into organisations.post (id, account, unit, role, title, valid_from)
     select gen_random_uuid(), a.id, room.id, 'processing-officer', 'Chuyên viên', '2025-07-01'
     from room, accounts.account a where a.username = 'chuyenviensoyte'`,
    [room],
  )
  const { id } = await at.dossierIn('assigned')
  const reach = async (who: string) => (await at.api.call(who, 'GET', `/dossiers/${id}`)).status
  assert.deepEqual([await reach('chuyenvien'), await reach('chuyenviensoyte')], [200, 404])
  await at.act('lanhdao', id, 'assign', ({ version }) => ({ version, to: 'chuyenviensoyte' }))
  assert.ok(!(await queueOf('chuyenvien', 'mine')).includes(id))
  assert.ok((await queueOf('chuyenviensoyte', 'mine')).includes(id))
  assert.deepEqual([await reach('chuyenvien'), await reach('chuyenviensoyte')], [404, 200])
  await at.act('chuyenviensoyte', id, 'propose-result')
  const { items } = await at.api.expect(200, 'lanhdao', 'GET', `/dossiers/${id}/history`)
  assert.deepEqual([items.at(-1).event, items.at(-1).by.unit], ['proposed', room])
  const { steps, agency } = await at.api.expect(200, 'lanhdao', 'GET', `/dossiers/${id}`)
  assert.ok(steps.length > 0 && agency.name === 'Ủy ban nhân dân xã An Bình', 'one agency all the while')
})

test('a dossier is appraised only after the counter has found it complete [S1-14.2a]', async () => {
  const { id } = await at.dossierIn('submitted')
  for (const [who, act] of [
    ['tiepnhan', 'forward'],
    ['lanhdao', 'assign'],
    ['chuyenvien', 'propose-result'],
  ] as const) {
    const { status } = await at.api.call(who, 'POST', `/dossiers/${id}/acts/${act}`, { version: 2, to: 'chuyenvien' })
    assert.notEqual(status, 200, `${who} ${act} before it is complete`)
  }
  const unmarked = await at.tryAct('tiepnhan', id, 'accept', (body) => ({ ...body, components: [] }))
  saysNo(unmarked, no('components-unmarked'), 'without looking')
  const fail = (one: object) => ({ ...one, verdict: 'fail', reason: 'Mờ' })
  const failing = await at.tryAct('tiepnhan', id, 'accept', ({ components: [first, ...rest], ...body }) => ({
    ...body,
    components: [fail(first), ...rest],
  }))
  saysNo(failing, no('component-failed'), 'with a paper that fails')
  const { nationalState } = await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}`)
  assert.equal(nationalState, 1)
  const assigned = await at.bring({ id, state: 'submitted' }, 'assigned')
  assert.deepEqual([assigned.state, assigned['nationalState']], ['assigned', 4])
  const { items } = await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}/history`)
  const order = items.map(({ event }: { event: string }) => event)
  assert.ok(order.indexOf('accepted') < order.indexOf('assigned'), order.join(' '))
})

test('scans that the applicant made and nobody signed are worked with, and officers see that they are [S1-9.2b]', async () => {
  const { id } = await at.dossierIn('assigned')
  const officer = visitor(house.base)
  await officer.signIn('chuyenvien')
  const { html } = await officer.get(`/viec/ho-so/${id}/thanh-phan`)
  assert.match(html, /Bản chụp người nộp tự số hóa, chưa ký số/)
  assert.equal((await at.bring({ id, state: 'assigned' }, 'returned')).state, 'returned')
  const mine = (await at.api.expect(200, 'congdan', 'GET', '/records/mine/items')).items
  const [item] = mine.filter(({ origin }: { origin: string }) => origin === id)
  const cited = await at.dossierIn('assigned', { attachments: [{ component: 'birth-proof', recordItem: item.id }] })
  const second = await officer.get(`/viec/ho-so/${cited.id}/thanh-phan`)
  assert.equal(second.status, 200)
  assert.doesNotMatch(second.html, /chưa ký số/, 'what lies in the record was signed')
})

test('what is filed on the portal is the very record the counter works on: a change on either side stands on both at once [S2-1.1]', async () => {
  const { id, reference } = await at.dossierIn('submitted')
  const [citizen, counter] = [visitor(house.base), visitor(house.base)]
  await citizen.signIn('congdan')
  await counter.signIn('tiepnhan')
  const both = async () =>
    Promise.all([citizen.get(`/ho-so/${id}`), counter.get(`/viec/ho-so/${id}`)]).then((pages) =>
      pages.map(({ status, html }) => `${status} ${html}`),
    )
  for (const page of await both()) assert.ok(page.startsWith('200') && page.includes(reference), reference)
  const form = (await at.procedureOf('1.001193')).form.example
  const changed = { ...form, child: { ...form.child, name: 'Nguyễn Gia Hưng' } }
  await at.act('congdan', id, 'amend', ({ version }) => ({ version, form: changed }))
  const { html } = await counter.get(`/viec/ho-so/${id}`)
  assert.ok(html.includes('Nguyễn Gia Hưng'), 'amended on the portal, read at the counter')
  const { code } = await at.act('tiepnhan', id, 'accept')
  for (const page of await both()) assert.ok(page.includes(code), 'accepted at the counter, read on the portal')
  const rows = await house.house.db
    .selectFrom('dossiers.dossier')
    .select('id')
    .where('reference', '=', reference)
    .execute()
  assert.deepEqual(rows, [{ id }])
})

test('a proposal authenticates each paper or says why not, and a refusal gives its reasons [S2-10.2a]', async () => {
  const { id } = await at.dossierIn('assigned')
  const bent = (change: object) => at.tryAct('chuyenvien', id, 'propose-result', (body) => ({ ...body, ...change }))
  saysNo(await bent({ components: [] }), no('components-unmarked'), 'nothing authenticated')
  saysNo(
    await bent({ components: [{ component: 'birth-proof', authenticated: false }] }),
    no('reason-needed'),
    'not authenticated without a reason',
  )
  saysNo(
    await bent({ components: [{ component: 'bribe', authenticated: true }] }),
    { status: 422, refusal: 'component-unknown' },
    'an unknown paper',
  )
  saysNo(await bent({ outcome: 'refuse', result: {} }), no('reason-needed'), 'refused without reasons')
  saysNo(
    await bent({ outcome: 'refuse', result: { reasons: [7] } }),
    { status: 422, refusal: 'result-incomplete' },
    'refused with a number',
  )
  const proposed = await at.act('chuyenvien', id, 'propose-result', (body) => ({
    ...body,
    outcome: 'refuse',
    result: { reasons: ['Giấy chứng sinh không đúng tên mẹ.'] },
  }))
  assert.equal(proposed.state, 'proposed')
  const [draft] = await draftOf(id)
  assert.match(draft.title, /từ chối/)
  const issued = await at.bring({ id, state: 'proposed' }, 'issued')
  assert.equal(issued['nationalState'], 9)
})

test('nobody approves their own proposal, whatever posts they hold [S1-22.1]', async () => {
  const { id } = await at.dossierIn('proposed')
  const { rows } = await asOwner(
    `update dossiers.dossier set proposed_by = (select id from accounts.account where username = 'truongphong') where id = $1 returning proposed_by`,
    [id],
  )
  assert.equal(rows.length, 1)
  const [{ sha256 }] = await draftOf(id)
  saysNo(await at.force('truongphong', id, 'approve', { draft: sha256 }), no('own-proposal'), 'the proposer')
})

test('a draft that changed after it was shown is neither approved nor signed', async () => {
  const { id } = await at.dossierIn('proposed')
  const [shown] = await draftOf(id)
  const back = await at.act('truongphong', id, 'send-back', (body) => ({ ...body, reason: 'Bổ sung nơi sinh' }))
  assert.equal(back.state, 'assigned')
  await at.act('chuyenvien', id, 'propose-result', (body) => ({ ...body, note: 'Đã bổ sung' }))
  const [fresh, ...others] = await draftOf(id)
  assert.notEqual(fresh.sha256, shown.sha256)
  assert.deepEqual(others, [], 'officers are shown the draft that counts')
  const withOld = (body: object) => ({ ...body, draft: shown.sha256 })
  saysNo(await at.tryAct('truongphong', id, 'approve', withOld), no('draft-changed'), 'approving the old one')
  await at.act('truongphong', id, 'approve')
  saysNo(await at.tryAct('lanhdao', id, 'sign-result', withOld), no('draft-changed'), 'signing the old one')
  await at.act('lanhdao', id, 'sign-result')
  saysNo(await at.tryAct('vanthu', id, 'sign-result', withOld), no('draft-changed'), 'the organisation too')
  const { items } = await at.api.expect(200, 'lanhdao', 'GET', `/dossiers/${id}/history`)
  assert.deepEqual(items.find(({ event }: { event: string }) => event === 'sent-back').words, {
    reason: 'Bổ sung nơi sinh',
  })
})

test('the organisation does not sign before the person [S3B-11.3c1]', async () => {
  const { id, version } = await at.dossierIn('approved')
  const [{ sha256 }] = await draftOf(id)
  const early = await at.api.call('vanthu', 'POST', `/dossiers/${id}/acts/sign-result`, {
    version,
    as: 'organisation',
    draft: sha256,
    pin: '246810',
  })
  saysNo(early, no('person-signs-first'), 'too early')
  const asPerson = await at.api.call('vanthu', 'POST', `/dossiers/${id}/acts/sign-result`, {
    version,
    as: 'person',
    draft: sha256,
    pin: '246810',
  })
  saysNo(asPerson, no('not-permitted'), 'in the leader’s stead')
})

test('who came for the result is written down with it and when, for officers to read [S1-16.3]', async () => {
  const { id } = await at.dossierIn('ready-to-return', { channel: 'counter', filer: 'tiepnhan' })
  await at.act('tiepnhan', id, 'return-result', (body) => ({ ...body, by: 'counter', receivedBy: 'Lê Thị Cẩm Nhung' }))
  const { items } = await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}/history`)
  assert.deepEqual(items.at(-1).words, { receivedBy: 'Lê Thị Cẩm Nhung' })
  assert.equal(items.at(-1).event, 'returned')
})

test('a returned dossier is rated once by its applicant, and the rating stays with it [S1-7.5]', async () => {
  const { id } = await at.dossierIn('returned')
  const rate = (score: number) => at.api.call('congdan', 'POST', `/dossiers/${id}/rating`, { score, comment: 'Nhanh' })
  assert.deepEqual([(await rate(4)).status, (await rate(5)).status], [201, 409])
  saysNo(await rate(5), no('already-rated'), 'twice')
  const { score } = await house.house.db
    .selectFrom('ratings.rating')
    .select('score')
    .where('dossier', '=', id)
    .executeTakeFirstOrThrow()
  assert.equal(score, 4)
})

test('a list goes on from its cursor through everything once, and a cursor nobody wrote begins anew', async () => {
  const all = (await at.api.expect(200, 'congdan', 'GET', '/dossiers?limit=100')).items.map(
    ({ id }: { id: string }) => id,
  )
  for (const path of ['queue=all&limit=3', 'queue=intake&limit=2']) {
    const who = path.startsWith('queue=all') ? 'congdan' : 'tiepnhan'
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: { items: { id: string }[]; next: string | null } = await at.api.expect(
        200,
        who,
        'GET',
        `/dossiers?${path}&cursor=${next}`,
      )
      seen.push(...page.items.map(({ id }) => id))
      next = page.next
      assert.ok(seen.length < 100)
    }
    assert.equal(new Set(seen).size, seen.length)
    assert.ok(seen.length >= 2)
    if (who === 'congdan') assert.deepEqual(seen, all)
  }
  for (const made of [
    ['x', 'y'],
    ['2026-13-99 99:99:99+07', all[0]],
    ['2026', all[0]],
    ['2026-03-02 09:00:00+07', '-'.repeat(36)],
    [1, 2],
    'x',
    null,
  ]) {
    const cursor = Buffer.from(JSON.stringify(made)).toString('base64url')
    const page = await at.api.expect(200, 'congdan', 'GET', `/dossiers?limit=100&cursor=${cursor}`)
    assert.equal(page.items.length, all.length, JSON.stringify(made))
  }
})
