import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse } from '../../journeys/reach.ts'
import { saysNo } from '../../journeys/refusal.ts'
import { withoutPoppler, wordsOf } from '../../journeys/traces.ts'
import { scannedPdf } from '../../journeys/papers.ts'
import { day } from '../ground/day.ts'
import { delegate, delegations, endDelegation, withPosts } from './index.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

const today = day('2026-03-02')

async function officer(username: string) {
  const { id, name } = await house.house.db
    .selectFrom('accounts.account')
    .select(['id', 'display_name as name'])
    .where('username', '=', username)
    .executeTakeFirstOrThrow()
  return withPosts(house.house.db, { id, kind: 'officer', name }, today)
}

/** Lends the first post of somebody, by whoever writes it down. */
async function lend(by: string, holder: string, to: string, change: object = {}) {
  const { id } = await officer(holder)
  const { post } = await house.house.db
    .selectFrom('organisations.post')
    .select('id as post')
    .where('account', '=', id)
    .executeTakeFirstOrThrow()
  const body = {
    post,
    to,
    form: 'KT' as const,
    title: 'Phó Chủ tịch',
    from: '2026-03-02',
    until: '2026-03-13',
    reason: 'Chủ tịch đi công tác',
    decision: '12/QĐ-UBND ngày 27/02/2026',
    ...change,
  }
  return house.house.atDesk(await officer(by), (desk) => delegate(desk, body))
}

const end = async (by: string, id: string) => house.house.atDesk(await officer(by), (desk) => endDelegation(desk, id))

test(
  'whoever stands in for the leader assigns and signs; the paper says KT. and whose name, the audit by which loan; ended, it is over',
  { skip: withoutPoppler },
  async () => {
    const { id } = await at.dossierIn('transferred')
    const early = await at.force('giamdoc', id, 'assign', { to: 'chuyenvien' })
    saysNo(early, { status: 409, refusal: 'not-permitted' }, 'before')
    const lent = await lend('quantri', 'lanhdao', 'giamdoc')
    assert.ok(lent.ok)
    await at.act('giamdoc', id, 'assign', (example) => ({ ...example, to: 'chuyenvien' }))
    await at.act('chuyenvien', id, 'propose-result')
    await at.act('truongphong', id, 'approve')
    await at.act('giamdoc', id, 'sign-result')
    await at.act('vanthu', id, 'sign-result')
    const { items } = await at.api.expect(200, 'vanthu', 'GET', `/dossiers/${id}/documents`)
    const result = items.find(({ kind }: { kind: string }) => kind === 'result')
    const words = wordsOf(await at.api.bytes('vanthu', `/files/${result.file}/content`))
    assert.match(words, /TM\. ỦY BAN NHÂN DÂN KT\. CHỦ TỊCH PHÓ CHỦ TỊCH/)
    assert.match(words, /Hoàng Văn Dũng/)
    assert.doesNotMatch(words, /Nguyễn Hữu Phước/)
    const entries = await house.house.db
      .selectFrom('audit.entry')
      .select(['act', 'details'])
      .where('stream', '=', `dossier:${id}`)
      .where('act', 'in', ['assign', 'approve'])
      .orderBy('id')
      .execute()
    assert.deepEqual(
      entries.map(({ act, details }) => [act, (details as Record<string, unknown>)['delegation']]),
      [
        ['assign', lent.value.id],
        ['approve', undefined],
      ],
    )

    const next = await at.dossierIn('transferred')
    await at.api.expect(200, 'giamdoc', 'GET', `/dossiers/${next.id}`)
    assert.ok((await end('quantri', lent.value.id)).ok)
    saysNo(
      await at.force('giamdoc', next.id, 'assign', { to: 'chuyenvien' }),
      { status: 409, refusal: 'not-permitted' },
      'ended',
    )
    await at.act('lanhdao', next.id, 'assign', (example) => ({ ...example, to: 'chuyenvien' }))
  },
)

test('who proposed does not approve, not even in the leader’s stead', async () => {
  const { id } = await at.dossierIn('proposed')
  const lent = await lend('truongphong', 'truongphong', 'chuyenvien', { form: 'TL', title: 'Công chức' })
  assert.ok(lent.ok, 'a holder lends their own post')
  saysNo(
    await at
      .tryAct('chuyenvien', id, 'approve')
      .catch(() => at.force('chuyenvien', id, 'approve', { draft: 'a'.repeat(64) })),
    { status: 409, refusal: 'own-proposal' },
    'own',
  )
  const words = { reason: 'Không đủ điều kiện', basis: 'Luật Hộ tịch' }
  saysNo(
    await at.force('chuyenvien', id, 'refuse-result', words),
    { status: 409, refusal: 'own-proposal' },
    'nor turns it into a refusal',
  )
  const offered = await at.api.expect(200, 'chuyenvien', 'GET', `/dossiers/${id}/acts`)
  assert.deepEqual(
    offered.map(({ act }: { act: string }) => act).filter((act: string) => ['approve', 'refuse-result'].includes(act)),
    [],
  )
  await at.act('truongphong', id, 'approve')
  assert.ok((await end('truongphong', lent.value.id)).ok)
})

test('nobody lends another’s post but an administrator, and not to whoever administers or audits', async () => {
  const cases: [string, string, string, string][] = [
    ['chuyenvien', 'lanhdao', 'giamdoc', 'not-permitted'],
    ['quantri', 'lanhdao', 'thanhtra', 'roles-exclude-each-other'],
    ['quantri', 'lanhdao', 'quantri', 'roles-exclude-each-other'],
    ['quantri', 'thanhtra', 'giamdoc', 'post-not-delegable'],
    ['quantri', 'lanhdao', 'congdan', 'not-found'],
  ]
  for (const [by, holder, to, refusal] of cases) {
    const answer = await lend(by, holder, to)
    assert.deepEqual(!answer.ok && answer.refusal, refusal, `${by} ${holder} ${to}`)
  }
})

test('every loan is kept with who, why and by which paper', async () => {
  const lines = await delegations(house.house.db)
  assert.deepEqual(
    lines.map(({ holder, to, reason, madeBy, endedBy }) => [holder, to, reason, madeBy, endedBy]),
    [
      ['Lê Quang Huy', 'Trần Thanh Phương', 'Chủ tịch đi công tác', 'Lê Quang Huy', 'Lê Quang Huy'],
      ['Nguyễn Hữu Phước', 'Hoàng Văn Dũng', 'Chủ tịch đi công tác', 'Ngô Đức Thịnh', 'Ngô Đức Thịnh'],
    ],
  )
})

test('what was entered in another’s stead stays at the counter when the loan is over: no reading, no act, no paper of it', async () => {
  const lent = await lend('tiepnhan2', 'tiepnhan2', 'chuyenvien', { form: 'TL', title: 'Công chức' })
  assert.ok(lent.ok)
  const paper = await at.api.upload('chuyenvien', 'quét.pdf', await scannedPdf('Quét tại quầy'))
  const { components } = await at.procedureOf('1.001193')
  type Component = { id: string; kind: string; required: unknown }
  const papers = (components as Component[]).filter(({ kind, required }) => kind === 'submit' && required === true)
  const attachments = papers.map(({ id }) => ({ component: id, file: paper.id }))
  const entered = await at.dossierIn('submitted', { filer: 'chuyenvien', channel: 'counter', attachments })
  const begun = await at.dossierIn('draft', { filer: 'chuyenvien', channel: 'counter' })
  await at.api.expect(200, 'chuyenvien', 'GET', `/dossiers/${entered.id}`)
  assert.ok((await end('tiepnhan2', lent.value.id)).ok)
  await at.api.expect(404, 'chuyenvien', 'GET', `/dossiers/${entered.id}`)
  await at.api.expect(404, 'chuyenvien', 'GET', `/files/${paper.id}/content`)
  const withdrawal = { version: entered.version, reason: 'Không nộp nữa' }
  await at.api.expect(404, 'chuyenvien', 'POST', `/dossiers/${entered.id}/acts/withdraw`, withdrawal)
  await at.api.expect(404, 'chuyenvien', 'PATCH', `/dossiers/${begun.id}`, { version: begun.version, returnBy: 'post' })
  const { items } = await at.api.expect(200, 'chuyenvien', 'GET', '/dossiers?queue=all')
  assert.ok(!items.some(({ id }: { id: string }) => [entered.id, begun.id].includes(id)))
  await at.api.expect(200, 'tiepnhan2', 'GET', `/dossiers/${entered.id}`)
})
