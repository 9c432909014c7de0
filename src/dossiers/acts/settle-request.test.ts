import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse, withClient } from '../../../journeys/reach.ts'
import { traces, withoutPoppler } from '../../../journeys/traces.ts'
import { accountByName } from '../../accounts/index.ts'
import { day } from '../../ground/day.ts'
import {
  leansOn,
  appoint,
  changeUnit,
  decidePost,
  delegate,
  endDelegation,
  endPost,
  fileRequest,
  proposedPosts,
  unitByIdentifier,
  unitParticulars,
  withPosts,
} from '../../organisations/index.ts'
import type { Role } from '../../organisations/law/index.ts'
import { approveSetting, type Key, proposeSetting } from '../../policy/index.ts'
import { setAgencies } from '../../procedures/index.ts'
import { settleRequest } from './settle-request.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

const today = day('2026-03-02')
const asOwner = (statement: string) => withClient(house.ownerUrl, (client) => client.query(statement))
const unit = async (code: string) => (await unitByIdentifier(house.house.db, code))!
const why = { decision: 'Quyết định 15/QĐ-UBND ngày 27/02/2026', reason: 'Theo phân công của tỉnh' }

async function officer(username: string) {
  const { id, displayName: name } = (await accountByName(house.house.db, username))!
  return withPosts(house.house.db, { id, kind: 'officer', name }, today)
}

const postOf = async (place: string, username: string) =>
  (await unitParticulars(house.house.db, place, today))!.posts.find((post) => post.username === username)!.id

async function give(username: string, place: string, role: Role) {
  const by = await officer('quantriso')
  const post = { username, name: null, role, title: 'Cán bộ', decision: why.decision, from: null }
  const given = await house.house.atDesk(by, (desk) => appoint(desk, place, post))
  assert.ok(given.ok, `${username} ${role}`)
  return given.value.account
}

/** A value of the province, proposed by the administrator and, where it must be, approved by the chairman with a paper. */
async function decide(key: Key, value: unknown, reference = 'Quyết định 20/QĐ-UBND') {
  const [admin, chairman] = [await officer('quantri'), await officer('chutich')]
  const body = { value, from: today, source: 'Quyết định 19/QĐ-UBND' }
  const proposed = await house.house.atDesk(admin, (desk) => proposeSetting(desk, key, body))
  assert.ok(proposed.ok, key)
  const { id, demands } = proposed.value
  if (!demands) return { demands, approve: undefined }
  const approve = (paper: string) =>
    house.house.atDesk(chairman, (desk) => approveSetting(desk, id, { reference: paper }, leansOn))
  return { demands, approve, approved: reference ? await approve(reference) : undefined }
}

const somebodyWaits = async () => {
  const { rowCount } = await asOwner(
    `select from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()`,
  )
  return rowCount! > 0
}
const page = async (who: string | null, path: string) => {
  const cookie = who ? await at.api.cookieOf(who) : ''
  return (await fetch(house.base + path, { headers: { cookie } })).text()
}
const step = async (who: string, id: string, way: 'propose' | 'grant' | 'decline', reference: string) => {
  const answer = await house.house.atDesk(await officer(who), (desk) =>
    settleRequest(desk, id, { step: way, reference }),
  )
  return answer.ok ? 'done' : answer.refusal
}

test('a change of staff that is granted takes tasks and rights from the one and gives them to the other at once [S2-12A.6]', async () => {
  const { id } = await at.dossierIn('assigned')
  const { posts } = (await unitParticulars(house.house.db, (await unit('H99.31.02')).id, today))!
  const post = posts.find(({ username }) => username === 'chuyenvien')!.id
  const body = {
    kind: 'staff-change' as const,
    title: 'Thay công chức hộ tịch',
    ...why,
    post,
    to: 'ykien',
    toTitle: 'Công chức tư pháp - hộ tịch',
  }
  const filed = await house.house.atDesk(await officer('lanhdao'), (desk) => fileRequest(desk, body))
  assert.ok(filed.ok)
  const foreign = await house.house.atDesk(await officer('lanhdaosoyte'), (desk) => fileRequest(desk, body))
  assert.equal(!foreign.ok && foreign.refusal, 'not-found', 'an agency asks for its own staff')
  const { id: request } = filed.value

  assert.equal(await step('quantriso', request, 'grant', why.decision), 'not-permitted')
  assert.equal(await step('quantrivanphong', request, 'grant', ''), 'approval-reference-missing')
  assert.deepEqual(await traces(house, at).queue('chuyenvien', 'mine'), [id], 'until then nothing changes')
  assert.equal(await step('quantrivanphong', request, 'grant', 'Công văn 21/VP-HCC ngày 02/03/2026'), 'done')

  await at.api.expect(404, 'chuyenvien', 'GET', `/dossiers/${id}`)
  assert.deepEqual((await officer('chuyenvien')).posts, [])
  assert.deepEqual(await traces(house, at).queue('ykien', 'mine'), [id])
  const task = await house.house.db
    .selectFrom('dossiers.task')
    .select('holder')
    .where('dossier', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  assert.equal(task.holder, (await officer('ykien')).id)
  await at.act('ykien', id, 'propose-result')
  const events = await traces(house, at).events('ykien', id)
  assert.ok(events.includes('handed-over'), events.join(', '))
  assert.ok((await traces(house, at).audited(id)).includes('quantrivanphong handed-over'))
  assert.equal(await step('quantrivanphong', request, 'grant', 'lần nữa'), 'request-decided')
})

test('a change of staff is looked at again when it is granted: the successor’s account, their other posts, the post itself, and who grants it', async () => {
  const place = (await unit('H99.31.02')).id
  const post = await postOf(place, 'ykien')
  const body = (to: string) => ({
    kind: 'staff-change' as const,
    title: 'Thay cán bộ',
    ...why,
    post,
    to,
    toTitle: 'Chuyên viên',
  })
  const file = async (to: string) => {
    const filed = await house.house.atDesk(await officer('lanhdao'), (desk) => fileRequest(desk, body(to)))
    assert.ok(filed.ok, to)
    return filed.value.id
  }
  const grant = (id: string) => step('quantrivanphong', id, 'grant', 'Công văn 30/VP-HCC ngày 02/03/2026')
  const closing = (state: string) =>
    asOwner(`update accounts.account set state = '${state}' where username = 'vanthusoyte'`)

  const [toClosed, toAuditor, toGranter] = [
    await file('vanthusoyte'),
    await file('thanhtra'),
    await file('quantrivanphong'),
  ]
  await closing('suspended')
  assert.equal(await grant(toClosed), 'officer-account-closed')
  await closing('active')
  assert.equal(await grant(toAuditor), 'roles-exclude-each-other')
  assert.equal(await grant(toGranter), 'own-account')
  assert.equal((await officer('ykien')).posts.length > 0, true, 'what was refused changed nothing')
  const ended = await house.house.atDesk(await officer('quantriso'), (desk) =>
    endPost(desk, { post, decision: why.decision }),
  )
  assert.ok(ended.ok)
  assert.equal(await grant(toClosed), 'post-not-held')
  assert.equal(await step('quantrivanphong', toClosed, 'decline', 'Vị trí đã kết thúc'), 'done')
  await asOwner(`update organisations.post set valid_to = null where id = '${post}'`)
})

test('an extension is not granted without the proposal of who runs the system and the paper of the committee [S3A-9.2]', async () => {
  const body = { kind: 'extension' as const, title: 'Thêm kênh nhắn tin của tỉnh', ...why }
  const filed = await house.house.atDesk(await officer('quantrixa'), (desk) => fileRequest(desk, body))
  assert.ok(filed.ok)
  const { id } = filed.value
  const paper = 'Tờ trình 22/TTr-CĐS ngày 02/03/2026'
  assert.equal(await step('quantrivanphong', id, 'grant', paper), 'not-permitted', 'nobody has proposed it')
  await assert.rejects(
    asOwner(
      `update organisations.request set is_granted = true, decided_at = now(), decided_by = asked_by, reference = 'x' where id = '${id}'`,
    ),
  )
  assert.equal(await step('quantriso', id, 'propose', paper), 'done')
  assert.equal(await step('quantriso', id, 'grant', paper), 'not-permitted')
  assert.equal(await step('chutich', id, 'grant', ' '), 'approval-reference-missing')
  assert.equal(await step('chutich', id, 'grant', 'Quyết định 23/QĐ-UBND ngày 02/03/2026'), 'done')
  const list = await page('quantrixa', '/quan-tri/yeu-cau')
  for (const said of [paper, 'Quyết định 23/QĐ-UBND ngày 02/03/2026', 'Huỳnh Công Danh'])
    assert.ok(list.includes(said), said)
})

test('a centre is given the processing of a procedure, and runs it with its own people from intake to return [S1-3.2]', async () => {
  const { db } = house.house
  const centre = (await unitParticulars(db, (await unit('H99.01')).id, today))!
  const { name, place, address, phone, website, remit } = centre
  const said = { name, place, address, phone, website, remit, settles: true, ...why }
  const changed = await house.house.atDesk(await officer('quantriso'), (desk) => changeUnit(desk, centre.id, said))
  assert.ok(changed.ok)
  const staff = {
    'agency-leader': 'lanhdaosoyte',
    'division-leader': 'truongphongsoyte',
    'processing-officer': 'chuyenviensoyte',
    'records-clerk': 'vanthusoyte',
  } as const
  for (const [role, who] of Object.entries(staff)) await give(who, centre.id, role as Role)
  const { rows } = await asOwner(`select unit from procedures.agency where code = '1.001193' order by position`)
  await db
    .transaction()
    .execute((tx) => setAgencies(tx, '1.001193', [...rows.map((row) => row.unit as string), centre.id]))

  const body = await at.filing()
  const { id } = await at.api.expect(201, 'congdan', 'POST', '/dossiers', { ...body, agency: centre.id })
  await at.act('congdan', id, 'submit')
  for (const name of ['accept', 'forward']) await at.act('tiepnhantinh', id, name)
  await at.act('lanhdaosoyte', id, 'assign', (example) => ({ ...example, to: 'chuyenviensoyte' }))
  await at.act('chuyenviensoyte', id, 'propose-result')
  await at.act('truongphongsoyte', id, 'approve')
  // The centre has the certificate of an organisation that its clerk signs with.
  await asOwner(
    `update signatures.certificate set unit = '${centre.id}'
     where kind = 'organisation' and unit = (select id from organisations.unit where identifier = 'H99.30')`,
  )
  await at.act('lanhdaosoyte', id, 'sign-result')
  for (const act of ['sign-result', 'hand-to-counter']) await at.act('vanthusoyte', id, act)
  const returned = await at.act('tiepnhantinh', id, 'return-result')
  assert.deepEqual([returned.state, (returned['agency'] as { id: string }).id], ['returned', centre.id])
})

test(
  'what a rule of their sector hides, an officer of it neither reads on a page or at a machine’s door nor uses again [S0-3.2]',
  { skip: withoutPoppler },
  async () => {
    await asOwner(`update organisations.unit set duty = 'culture' where identifier = 'H99.31.02'`)
    const form = (example: { father: object }) => ({ ...example, father: { ...example.father, name: 'Hồ Văn Kỳ Lạ' } })
    await give('chuyenviensotaichinh', (await unit('H99.31.02')).id, 'processing-officer')
    const { id } = await at.dossierIn('transferred', { form })
    await at.act('lanhdao', id, 'assign', (example) => ({ ...example, to: 'chuyenviensotaichinh' }))
    const seen = async (who: string) => [
      await page(who, `/viec/ho-so/${id}`),
      await page(who, `/viec/ho-so/${id}/propose-result`),
      JSON.stringify(await at.api.expect(200, who, 'GET', `/dossiers/${id}/acts`)),
    ]
    const who = 'chuyenviensotaichinh'
    assert.ok(
      (await seen(who)).slice(0, 2).every((text) => text.includes('Hồ Văn Kỳ Lạ')),
      'without a rule it is there',
    )
    await decide('sectors.hidden-fields', [{ field: '/father/name', sector: 'culture' }])
    for (const text of await seen(who)) assert.ok(!text.includes('Hồ Văn Kỳ Lạ'))
    assert.ok((await page('tiepnhan', `/viec/ho-so/${id}`)).includes('Hồ Văn Kỳ Lạ'), 'another sector still reads it')
    assert.ok((await page('congdan', `/ho-so/${id}`)).includes('Hồ Văn Kỳ Lạ'), 'and so does who said it')
    await at.act(who, id, 'propose-result')
    const draft = await traces(house, at).paper(who, id, 'result-draft')
    assert.ok(!draft.includes('Hồ Văn Kỳ Lạ') && draft.includes('Nguyễn Trần Minh An'), draft)
  },
)

test(
  'papers made after a document was replaced cite the one that replaced it [S2-25a]',
  { skip: withoutPoppler },
  async () => {
    const rejected = async () => {
      const { id } = await at.dossierIn('submitted')
      await at.act('tiepnhan', id, 'reject', (example) => ({ ...example, basis: 'Nghị định số 123/2015/NĐ-CP' }))
      return traces(house, at).paper('congdan', id, 'rejection')
    }
    assert.match(await rejected(), /Nghị định số 123\/2015\/NĐ-CP/)
    await decide('law.replaced', [{ cites: '123/2015/NĐ-CP', becomes: '50/2026/NĐ-CP', fromDay: '2026-03-02' }])
    const after = await rejected()
    assert.ok(after.includes('Nghị định số 50/2026/NĐ-CP') && !after.includes('123/2015'), after)
  },
)

test('another name of a state or another text of a notice is not in force before the committee’s paper is named [S3A-5.3]', async () => {
  const names = [{ name: 'Hồ sơ mới gửi', state: 'submitted' }]
  const texts = [
    {
      notice: 'dossier.submitted',
      subject: 'Đã ghi nhận hồ sơ {reference}',
      body: 'Tỉnh đã ghi nhận hồ sơ {reference} của bạn.',
    },
  ]
  const said = async () => {
    const { id, reference } = await at.dossierIn('submitted')
    const looked = await page(null, `/tra-cuu/${reference}`)
    return { isNew: looked.includes('Hồ sơ mới gửi'), subjects: await traces(house, at).subjects('congdan', id) }
  }
  for (const [key, value] of [
    ['states.names', names],
    ['notices.texts', texts],
  ] as const) {
    const { demands, approve } = await decide(key, value, '')
    assert.ok(demands, key)
    const without = await approve!('  ')
    assert.equal(!without.ok && without.refusal, 'approval-reference-missing', key)
    const before = await said()
    assert.ok(key === 'states.names' ? !before.isNew : before.subjects.every((one) => one.startsWith('Đã nhận')), key)
    assert.ok((await approve!('Công văn 24/UBND-HCC ngày 02/03/2026')).ok)
  }
  const { isNew, subjects } = await said()
  assert.ok(isNew)
  assert.ok(
    subjects.some((one) => one.startsWith('Đã ghi nhận hồ sơ')),
    subjects.join(', '),
  )
})

test('where the province asks for a second person, a post is proposed by one administrator and given by another, and only the holder lends it', async () => {
  await decide('officers.second-person', true)
  const [one, other] = [await officer('quantriso'), await officer('quantri')]
  const { id: place } = await unit('H99.31')
  const post = {
    username: 'canbomoi',
    name: 'Trần Thị Mới',
    role: 'digitiser',
    title: 'Cán bộ số hóa',
    decision: why.decision,
  } as const
  const proposed = await house.house.atDesk(one, (desk) => appoint(desk, place, { ...post, from: null }))
  assert.ok(proposed.ok && proposed.value.waits && proposed.value.firstPassword)
  assert.deepEqual((await officer('canbomoi')).posts, [], 'until then it opens nothing')
  const again = await house.house.atDesk(one, (desk) => appoint(desk, place, { ...post, name: null, from: null }))
  assert.equal(!again.ok && again.refusal, 'post-already-proposed')
  const [waiting] = await proposedPosts(house.house.db, place)
  const decideBy = async (by: typeof one, isGranted = true) => {
    const answer = await house.house.atDesk(by, (desk) => decidePost(desk, waiting!.id, isGranted))
    return answer.ok ? 'done' : answer.refusal
  }
  assert.equal(await decideBy(one), 'own-request')
  assert.equal(await decideBy(await officer('thanhtra')), 'not-permitted')
  await assert.rejects(
    asOwner(
      `update organisations.proposed_post set is_granted = true, decided_by = proposed_by, decided_at = now() where id = '${waiting!.id}'`,
    ),
    /a_post_is_given_by_somebody_else/,
  )
  const [asked, told] = [
    await page('quantriso', `/quan-tri/to-chuc/${place}`),
    await page('quantri', `/quan-tri/to-chuc/${place}`),
  ]
  assert.ok(
    asked.includes('Trần Thị Mới') && !asked.includes('value="giao-that"') && told.includes('value="giao-that"'),
  )
  assert.equal(await decideBy(other), 'done')
  assert.deepEqual(
    (await officer('canbomoi')).posts.map(({ role }) => role),
    ['digitiser'],
  )
  assert.equal(await decideBy(other), 'request-decided')

  const lent = await postOf((await unit('H99.31')).id, 'lanhdao')
  const loan = { post: lent, to: 'truongphong', form: 'KT', title: 'Phó', from: today, until: today, ...why } as const
  const byAdministrator = await house.house.atDesk(other, (desk) => delegate(desk, loan))
  assert.equal(!byAdministrator.ok && byAdministrator.refusal, 'holder-lends-the-post')
  const turnedOff = await decide('officers.second-person', false, '')
  assert.ok(turnedOff.demands, 'and no administrator alone turns it off')
})

test('of two posts that exclude each other, given at once, one is given; one that is to be lent later counts too', async () => {
  const by = await officer('quantri')
  const { id: place } = await unit('H99.31')
  await decide('officers.second-person', false)
  const open = {
    username: 'haivaitro',
    name: 'Trần Hai Vai',
    role: 'digitiser',
    title: 'Cán bộ',
    decision: why.decision,
  } as const
  const opened = await house.house.atDesk(by, (desk) => appoint(desk, place, { ...open, from: null }))
  assert.ok(opened.ok && !opened.value.waits)
  await asOwner(`update organisations.post set valid_to = '2026-03-01' where account = '${opened.value.account}'`)
  const loan = { post: await postOf(place, 'lanhdao'), to: 'haivaitro', form: 'KT', title: 'Phó', ...why } as const
  const period = { from: '2026-04-01', until: '2026-04-10' }
  const lent = await house.house.atDesk(by, (desk) => delegate(desk, { ...loan, ...period }))
  assert.ok(lent.ok)
  const auditor = { ...open, name: null, role: 'auditor', from: null } as const
  const early = await house.house.atDesk(by, (desk) => appoint(desk, place, auditor))
  assert.equal(!early.ok && early.refusal, 'roles-exclude-each-other')
  assert.ok((await house.house.atDesk(by, (desk) => endDelegation(desk, lent.value.id))).ok)
  const take = (role: Role) => (desk: Parameters<typeof appoint>[0]) =>
    appoint(desk, place, { ...open, name: null, role, from: null })
  const [given, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const first = house.house.atDesk(by, async (desk) => {
    const answer = await take('auditor')(desk)
    given.resolve()
    await held.promise
    return answer
  })
  await given.promise
  const second = house.house.atDesk(by, take('cashier'))
  const isOver = second.then(() => true)
  while (!(await Promise.race([isOver, somebodyWaits()])));
  held.resolve()
  const answers = await Promise.all([first, second])
  assert.deepEqual(
    answers.map((one) => (one.ok ? 'given' : one.refusal)),
    ['given', 'roles-exclude-each-other'],
  )
})

test('nobody gives themselves a post: another administrator does', async () => {
  const by = await officer('quantriso')
  const { id: place } = await unit('H99.31')
  const post = { username: 'quantriso', name: null, role: 'auditor', title: 'Cán bộ', decision: why.decision } as const
  const given = await house.house.atDesk(by, (desk) => appoint(desk, place, { ...post, from: null }))
  assert.equal(!given.ok && given.refusal, 'own-account')
})
