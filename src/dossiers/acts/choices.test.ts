import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse } from '../../../journeys/reach.ts'
import { stepBody } from '../../../journeys/walk.ts'
import { saysNo } from '../../../journeys/refusal.ts'
import { type Traces, traces, withoutPoppler } from '../../../journeys/traces.ts'
import { day } from '../../ground/day.ts'
import { choosePolicy, type Key, type ProvincePolicy } from '../../policy/index.ts'
import type { Reached } from '../../../journeys/reach.ts'

/** A province that chose the stricter of what the law leaves open. */
let house: TestHouse
let at: Reacher
let left: Traces
before(async () => {
  house = await openTestHouse()
  await choose(house, {
    'supplement.approval': 'agency-leader',
    'supplement.second-causes': ['first-guidance-not-specific'],
    'supplement.clock.legal': 'resume',
    'intake.guidance.beyond': 'block',
    'scans.paper-check': true,
    'return.wait': { value: 0, unit: 'working-hours' },
    'archive.retention': { months: 60, basis: 'Quyết định của tỉnh' },
  })
  at = reacher(house.base)
  left = traces(house, at)
})
after(() => house.close())

const skip = withoutPoppler
const no = (refusal: string) => ({ status: 409, refusal })

/** Laid over the training province from its first day, before anybody asked. */
async function choose({ house: { db, clock } }: TestHouse, values: Partial<Record<Key, unknown>>): Promise<void> {
  const from = day('2025-07-01')
  const overrides = Object.entries(values).map(([key, value]) => ({
    key,
    value,
    source: 'Quyết định thử',
    confidence: 'read',
    from,
  }))
  const chosen = { preset: 'demo-2026', overrides } as unknown as ProvincePolicy
  await choosePolicy(db, chosen, from, 'Quyết định thử', clock.now())
}

const offers = async (who: string, id: string): Promise<string[]> =>
  (await at.api.expect(200, who, 'GET', `/dossiers/${id}/acts`)).map(({ act }: { act: string }) => act)

async function askedAndAnswered(id: string, more: object = {}): Promise<Reached> {
  await at.act('chuyenvien', id, 'request-supplement', (example) => ({ ...example, ...more }))
  await at.act('lanhdao', id, 'approve')
  return at.act('congdan', id, 'supplement')
}

test(
  'where the province demands it, no request for more papers goes out before the leader lets it [S2-20.2]',
  { skip },
  async () => {
    const { id } = await at.dossierIn('assigned')
    const proposed = await at.act('chuyenvien', id, 'request-supplement', (example) => ({
      ...example,
      guidance: 'Nộp thêm trang hai.',
    }))
    assert.deepEqual(
      [proposed.state, proposed['clock']],
      ['proposed', 'running'],
      'the clock runs on while the leader thinks',
    )
    assert.deepEqual(await left.documents('congdan', id, 'supplement-request'), [])
    assert.deepEqual(await left.documents('congdan', id, 'supplement-draft'), [], 'the draft is for officers')
    assert.deepEqual(await left.items('congdan', `/dossiers/${id}/requests`), [])
    assert.equal(
      (await left.subjects('congdan', id)).some((subject) => subject.includes('bổ sung')),
      false,
    )
    assert.ok(
      (await left.queue('lanhdao', 'sign')).includes(id) && !(await left.queue('truongphong', 'confirm')).includes(id),
    )
    assert.deepEqual(await offers('truongphong', id), [], 'who reviews results does not decide this')
    assert.deepEqual((await offers('lanhdao', id)).toSorted(), ['apologise', 'approve', 'send-back', 'stop'])

    await at.act('lanhdao', id, 'send-back', (body) => ({ ...body, reason: 'Ghi rõ trang nào.' }))
    assert.deepEqual(await left.clock(id, 'settlement'), ['started'])
    const again = await at.act('chuyenvien', id, 'request-supplement', (example) => ({
      ...example,
      guidance: 'Nộp thêm trang hai của Giấy chứng sinh.',
    }))
    assert.deepEqual(again['asked'], { guidances: 0, supplements: 0 }, 'what did not go out does not count')
    const other = await at.tryAct('lanhdao', id, 'approve', (body) => ({ ...body, draft: 'ab'.repeat(32) }))
    saysNo(other, no('draft-changed'), 'another draft')
    const released = await at.act('lanhdao', id, 'approve')
    assert.deepEqual(
      [released.state, released['clock'], released['asked']],
      ['supplement-requested', 'paused', { guidances: 0, supplements: 1 }],
    )
    const slip = await left.paper('congdan', id, 'supplement-request')
    for (const words of [
      'trang hai của Giấy chứng sinh',
      'Nguyễn Hữu Phước',
      'Trung tâm Phục vụ hành chính công'.toUpperCase(),
    ])
      assert.ok(slip.includes(words), `${words}: ${slip}`)
    assert.deepEqual(await left.documents('lanhdao', id, 'supplement-draft'), [], 'the draft has served')
    const answered = await at.act('congdan', id, 'supplement')
    assert.deepEqual(await left.clock(id, 'settlement'), [
      'started',
      'paused supplement-requested',
      'resumed supplemented',
    ])
    assert.equal(answered.state, 'assigned')
  },
)

test('nobody lets out a request they wrote themselves', async () => {
  const { id } = await at.dossierIn('assigned')
  await at.act('chuyenvien', id, 'request-supplement')
  const leader = await house.house.db
    .selectFrom('accounts.account')
    .select('id')
    .where('username', '=', 'lanhdao')
    .executeTakeFirstOrThrow()
  await house.house.db.updateTable('dossiers.dossier').set({ proposed_by: leader.id }).where('id', '=', id).execute()
  const [draft] = await left.documents('lanhdao', id, 'supplement-draft')
  saysNo(await at.force('lanhdao', id, 'approve', { draft: draft.sha256 }), no('own-proposal'), 'the writer')
})

test(
  'a second request needs its cause and a letter of apology signed by the director [S1-14.1c] [S1-14.1d]',
  { skip },
  async () => {
    const { id } = await at.dossierIn('assigned')
    assert.ok(!(await offers('giamdoc', id)).includes('apologise'))
    const { version: _, ...asked } = await stepBody(at.api, 'chuyenvien', id, 'request-supplement')
    await askedAndAnswered(id)
    const cause = { cause: 'first-guidance-not-specific' }
    const ask = (more: object) => at.force('chuyenvien', id, 'request-supplement', { ...asked, ...more })
    saysNo(await ask({}), no('supplement-exhausted'), 'without a cause')
    saysNo(await ask(cause), no('apology-needed'), 'without the letter')
    const byLeader = await at.tryAct('lanhdao', id, 'apologise', (body) => ({ ...body, about: 'second-supplement' }))
    saysNo(byLeader, no('apology-not-owed'), 'the leader apologises for lateness only')
    await at.act('giamdoc', id, 'apologise', (body) => ({ ...body, reason: 'Yêu cầu trước chưa nêu rõ trang.' }))
    const again = await askedAndAnswered(id, cause)
    assert.deepEqual(again['asked'], { guidances: 0, supplements: 2 })
    const text = await left.paper('congdan', id, 'apology')
    for (const words of ['Yêu cầu bổ sung trước đây chưa cụ thể', 'chưa nêu rõ trang', 'Hoàng Văn Dũng'])
      assert.ok(text.includes(words), `${words}: ${text}`)
    saysNo(await ask(cause), no('apology-needed'), 'one letter is for one request')
  },
)

test('where the province blocks it, nobody is guided a second time', async () => {
  const { id } = await at.dossierIn('submitted')
  const { version: _, ...guided } = await stepBody(at.api, 'tiepnhan', id, 'return-with-guidance')
  await at.act('tiepnhan', id, 'return-with-guidance')
  await at.act('congdan', id, 'supplement')
  saysNo(await at.force('tiepnhan', id, 'return-with-guidance', guided), no('guidance-exhausted'), 'a second time')
  assert.equal((await at.act('tiepnhan', id, 'accept')).state, 'accepted')
})

test('scans that nobody signed are compared with the papers before the result is returned [S1-9.2c]', async () => {
  const { id, version } = await at.dossierIn('ready-to-return')
  const bare = await at.api.call('tiepnhan', 'POST', `/dossiers/${id}/acts/return-result`, { version, by: 'online' })
  saysNo(bare, no('paper-check-needed'), 'unchecked')
  const returned = await at.act('tiepnhan', id, 'return-result')
  assert.deepEqual(
    [returned.state, returned['paperCheck']],
    ['returned', 'match'],
    'the example carries the comparison',
  )
  const counter = await at.dossierIn('ready-to-return', { channel: 'counter', filer: 'tiepnhan' })
  const scanned = await at.api.expect(200, 'tiepnhan', 'POST', `/dossiers/${counter.id}/acts/return-result`, {
    version: counter.version,
    by: 'counter',
  })
  assert.equal(scanned.state, 'returned', 'what an officer scanned is no scan of the applicant’s own')
})

test('a result nobody comes for is marked, can still be collected, and what was paid stays paid [S2-10.4b]', async () => {
  const { id } = await at.dossierIn('ready-to-return')
  assert.equal((await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}`)).feeIsFinal, true)
  const marked = await at.act('tiepnhan', id, 'mark-not-collected')
  assert.deepEqual([marked.state, marked['nationalState'], marked['feeIsFinal']], ['not-collected', 9, true])
  const [message] = (await left.items('congdan', '/messages')).filter((one) => one.dossier === id)
  assert.match(message.body, /đã nộp không được hoàn lại/)
  const submitted = await at.dossierIn('submitted')
  assert.equal(submitted['feeIsFinal'], false, 'before the agency has settled nothing is final')
  assert.equal((await at.act('tiepnhan', id, 'return-result')).state, 'returned')
})

test('an archived dossier is kept as long as the rule says, to the day [S1-22.6] [S2-23.1]', async () => {
  const { id } = await at.dossierIn('returned')
  const archived = await at.act('vanthu', id, 'archive')
  assert.deepEqual([archived.state, archived['nationalState'], archived['keepUntil']], ['archived', 10, '2031-03-02'])
  const looked = await at.api.expect(200, null, 'GET', `/lookup/${archived.code}`)
  assert.equal(looked.state, 'archived')
})
