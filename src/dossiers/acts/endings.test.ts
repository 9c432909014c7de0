import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse } from '../../../journeys/reach.ts'
import { saysNo } from '../../../journeys/refusal.ts'
import { type Traces, traces, withoutPoppler, wordsOf } from '../../../journeys/traces.ts'
import { type Visitor, visitor } from '../../../journeys/visitor.ts'
import type { State } from '../law/index.ts'

let house: TestHouse
let at: Reacher
let left: Traces
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
  left = traces(house, at)
})
after(() => house.close())

const skip = withoutPoppler
const no = (refusal: string) => ({ status: 409, refusal })
const acts = async (who: string, id: string): Promise<string[]> =>
  (await at.api.expect(200, who, 'GET', `/dossiers/${id}/acts`)).map(({ act }: { act: string }) => act)

const visitors = new Map<string, Visitor>()
async function pageOf(who: string, path: string): Promise<string> {
  if (!visitors.has(who)) {
    visitors.set(who, visitor(house.base))
    await visitors.get(who)!.signIn(who)
  }
  return (await visitors.get(who)!.get(path)).html
}

/** What every ending before the result has in common: nothing is due, nobody holds it, no step is open, nothing lies in the record. */
async function hasEnded(id: string, national: number, records: number): Promise<void> {
  const dossier = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}`)
  assert.deepEqual(
    [dossier.nationalState, dossier.due, dossier.holder, dossier.clock, dossier.remaining],
    [national, null, null, 'stopped', null],
  )
  const officer = dossier.state === 'rejected' || dossier.code === null ? 'tiepnhan' : 'lanhdao'
  const page = await pageOf(officer, `/viec/ho-so/${id}`)
  assert.match(page, /Không còn tính hạn/, 'what ended before its result was not done in time')
  assert.doesNotMatch(page, /Xong (đúng|quá) hạn/)
  assert.equal(await left.openTasks(id), 0)
  assert.equal(await left.recordOf('congdan'), records)
  for (const who of ['tiepnhan', 'lanhdao', 'chuyenvien', 'truongphong', 'vanthu'])
    for (const queue of ['intake', 'assign', 'mine', 'confirm', 'sign', 'issue', 'return', 'supplement'])
      assert.ok(!(await left.queue(who, queue)).includes(id), `${who} ${queue}`)
}

test(
  'the applicant takes a dossier back from any state before the result, and it ends everywhere',
  { skip },
  async () => {
    const records = await left.recordOf('congdan')
    for (const state of ['submitted', 'accepted', 'assigned', 'proposed', 'signed-by-person'] as State[]) {
      const { id } = await at.dossierIn(state)
      if (state === 'submitted') {
        saysNo(
          await at.tryAct('congdan', id, 'withdraw', (body) => ({ ...body, version: 1 })),
          no('stale-version'),
          state,
        )
        saysNo(
          await at.tryAct('congdan', id, 'withdraw', (body) => ({ ...body, reason: ' ' })),
          { status: 422, at: 'reason' },
          state,
        )
      }
      const { version } = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}`)
      const foreign = { version, reason: 'Rút giúp' }
      saysNo(
        await at.api.call('tiepnhan', 'POST', `/dossiers/${id}/acts/withdraw`, foreign),
        no('not-permitted'),
        state,
      )
      const withdrawn = await at.act('congdan', id, 'withdraw', (body) => ({
        ...body,
        reason: 'Gia đình đăng ký ở nơi khác.',
      }))
      assert.equal(withdrawn.state, 'withdrawn', state)
      await hasEnded(id, 7, records)
      assert.equal(
        (await left.clock(id, 'intake')).at(-1),
        state === 'submitted' ? 'stopped withdrawn' : 'stopped accepted',
      )
      assert.deepEqual(
        await left.clock(id, 'settlement'),
        state === 'submitted' ? [] : ['started', 'stopped withdrawn'],
      )
      if (state !== 'assigned') continue
      const notice = await left.paper('congdan', id, 'stop-notice')
      for (const words of [
        'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ',
        'Người nộp đề nghị rút hồ sơ: Gia đình đăng ký ở nơi khác.',
        withdrawn.code,
      ])
        assert.ok(notice.includes(words), `${words}: ${notice}`)
      assert.deepEqual((await left.subjects('congdan', id))[0], `Đã rút hồ sơ ${withdrawn.code}`)
      assert.ok((await left.audited(id)).includes('congdan withdraw'))
    }
    const { id } = await at.dossierIn('issued')
    const { version } = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}`)
    const late = await at.api.call('congdan', 'POST', `/dossiers/${id}/acts/withdraw`, { version, reason: 'Muộn' })
    saysNo(late, no('wrong-state'), 'after the result is issued')
  },
)

test(
  'a dossier that waits for its applicant can be taken back too, by the officer who entered it as well',
  { skip },
  async () => {
    const { id } = await at.dossierIn('submitted', { channel: 'counter', filer: 'tiepnhan' })
    await at.act('tiepnhan', id, 'return-with-guidance')
    assert.equal((await at.act('tiepnhan', id, 'withdraw')).state, 'withdrawn')
    assert.match(await left.paper('tiepnhan', id, 'stop-notice'), /Giấy tờ trả lại/, 'what came on paper goes back')
    const asked = await at.dossierIn('assigned')
    await at.act('chuyenvien', asked.id, 'request-supplement')
    assert.equal((await at.act('congdan', asked.id, 'withdraw')).state, 'withdrawn')
    assert.deepEqual(await left.clock(asked.id, 'settlement'), [
      'started',
      'paused supplement-requested',
      'stopped withdrawn',
    ])
  },
)

test(
  'a dossier that is not taken in is refused in writing with reason and basis [S1-7.2a] [S2-8.1a3]',
  { skip },
  async () => {
    const { id } = await at.dossierIn('submitted')
    const records = await left.recordOf('congdan')
    for (const field of ['reason', 'basis'])
      saysNo(
        await at.tryAct('tiepnhan', id, 'reject', (body) => ({ ...body, [field]: '' })),
        { status: 422, at: field },
        field,
      )
    const rejected = await at.act('tiepnhan', id, 'reject', (body) => ({
      ...body,
      reason: 'Việc này do Sở Tư pháp giải quyết.',
    }))
    assert.equal(rejected.state, 'rejected')
    await hasEnded(id, 3, records)
    assert.deepEqual(await left.clock(id, 'intake'), ['started', 'stopped rejected'])
    const slip = await left.paper('congdan', id, 'rejection')
    for (const words of ['PHIẾU TỪ CHỐI TIẾP NHẬN', 'Sở Tư pháp', 'Căn cứ', 'Phạm Thị Hồng Nhung'])
      assert.ok(slip.includes(words), `${words}: ${slip}`)
    assert.match((await left.subjects('congdan', id))[0]!, /không được tiếp nhận/)
    const again = await at.api.call('tiepnhan', 'POST', `/dossiers/${id}/acts/accept`, {
      version: rejected.version,
      components: [],
    })
    saysNo(again, no('wrong-state'), 'accepted after all')
  },
)

test('what the agency cannot perform is stopped by its leader, in writing', { skip }, async () => {
  const records = await left.recordOf('congdan')
  for (const state of ['accepted', 'assigned', 'approved'] as State[]) {
    const { id } = await at.dossierIn(state)
    const { version } = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}`)
    const body = { version, reason: 'Thủ tục đã bị bãi bỏ.', basis: 'Quyết định công bố' }
    const others = await at.api.call('truongphong', 'POST', `/dossiers/${id}/acts/stop`, body)
    saysNo(others, no('not-permitted'), state)
    const stopped = await at.act('lanhdao', id, 'stop', (example) => ({ ...example, reason: 'Thủ tục đã bị bãi bỏ.' }))
    assert.equal(stopped.state, 'stopped', state)
    await hasEnded(id, 8, records)
    assert.deepEqual(await left.clock(id, 'settlement'), ['started', 'stopped stopped'])
    const notice = await left.paper('congdan', id, 'stop-notice')
    for (const words of ['Thủ tục đã bị bãi bỏ.', 'Căn cứ', 'Nguyễn Hữu Phước'])
      assert.ok(notice.includes(words), words)
    assert.match((await left.subjects('congdan', id))[0]!, /dừng giải quyết/)
  }
})

test(
  'a leader refuses with reason and basis; the refusal is signed, stands among the results and is told [S2-10.2a] [S2-10.2b] [S1-22.1]',
  { skip },
  async () => {
    for (const [state, who] of [
      ['proposed', 'truongphong'],
      ['proposed', 'lanhdao'],
      ['approved', 'lanhdao'],
    ] as const) {
      const { id } = await at.dossierIn(state)
      const bare = await at.tryAct(who, id, 'refuse-result', (body) => ({ ...body, reason: '' }))
      saysNo(bare, { status: 422, at: 'reason' }, `${who} without a reason`)
      const refused = await at.act(who, id, 'refuse-result', (body) => ({
        ...body,
        reason: 'Cha mẹ đã đăng ký cho con ở xã khác.',
      }))
      assert.equal(refused.state, 'approved')
      const draft = await left.paper('lanhdao', id, 'result-draft')
      assert.ok(draft.includes('đã đăng ký cho con ở xã khác'), draft)
      assert.equal(
        (await left.documents('lanhdao', id, 'result-draft')).length,
        1,
        'the draft that granted counts no longer',
      )
      assert.deepEqual(await left.documents('congdan', id, 'result'), [])
      await at.act('lanhdao', id, 'sign-result')
      const issued = await at.act('vanthu', id, 'sign-result')
      assert.deepEqual([issued.state, issued['nationalState'], issued['clock']], ['refused', 9, 'stopped'])
      const [result] = await left.documents('congdan', id, 'result')
      assert.match(result.title, /từ chối/)
      assert.deepEqual(
        result.signedBy.map(({ as }: { as: string }) => as),
        ['person', 'organisation'],
      )
      assert.match((await left.subjects('congdan', id))[0]!, /văn bản trả lời/)
      await at.act('vanthu', id, 'hand-to-counter')
      const returned = await at.act('tiepnhan', id, 'return-result')
      assert.deepEqual([returned.state, returned['nationalState']], ['returned', 10])
    }
  },
)

test('what the papers on the table say is written down; a difference holds the result until they match', async () => {
  const { id } = await at.dossierIn('ready-to-return')
  const records = await left.recordOf('congdan')
  const check = (body: object) =>
    at.tryAct('tiepnhan', id, 'record-paper-check', (example) => ({ ...example, ...body }))
  saysNo(await check({ outcome: 'mismatch' }), no('reason-needed'), 'a difference without a word')
  const differs = await check({ outcome: 'mismatch', note: 'Tên mẹ trên bản giấy khác.' })
  assert.deepEqual([differs.status, differs.body.state, differs.body.paperCheck], [200, 'ready-to-return', 'mismatch'])
  assert.ok(!(await acts('tiepnhan', id)).includes('return-result'))
  saysNo(await at.force('tiepnhan', id, 'return-result', { by: 'online' }), no('papers-do-not-match'), 'held')
  const still = await at.force('tiepnhan', id, 'return-result', { by: 'online', paperCheck: { outcome: 'mismatch' } })
  saysNo(still, no('papers-do-not-match'), 'still different')
  assert.equal(await left.recordOf('congdan'), records)
  assert.match((await left.subjects('congdan', id))[0]!, /làm rõ giấy tờ/)
  assert.deepEqual((await left.items('congdan', `/dossiers/${id}/history`)).at(-1).words, {
    note: 'Tên mẹ trên bản giấy khác.',
  })
  await check({ outcome: 'match' })
  assert.equal((await at.act('tiepnhan', id, 'return-result')).state, 'returned')
  assert.deepEqual((await left.events('tiepnhan', id)).slice(-3), ['papers-mismatched', 'paper-checked', 'returned'])
  assert.equal(await left.recordOf('congdan'), records + 1)
})

test('a difference found at the return is kept although the return is refused, and holds a later one [S1-9.2c]', async () => {
  const { id } = await at.dossierIn('ready-to-return')
  const { version } = await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}`)
  const bring = (more: object) => at.force('tiepnhan', id, 'return-result', { by: 'counter', ...more })
  saysNo(await bring({ paperCheck: { outcome: 'mismatch' } }), no('papers-do-not-match'), 'different')
  const [line] = (await left.items('tiepnhan', `/dossiers/${id}/history`)).slice(-1)
  assert.deepEqual([line.event, line.version], ['papers-mismatched', version + 1], 'an act of its own, in the history')
  assert.match((await left.subjects('congdan', id))[0]!, /làm rõ giấy tờ/)
  assert.equal((await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}`)).paperCheck, 'mismatch')
  saysNo(await bring({}), no('papers-do-not-match'), 'held')
  assert.ok(!(await acts('tiepnhan', id)).includes('return-result'))
  assert.ok((await left.audited(id)).includes('tiepnhan record-paper-check'))
  const differs = { outcome: 'mismatch', note: 'Tên mẹ trên bản giấy khác.' }
  await at.act('tiepnhan', id, 'record-paper-check', (example) => ({ ...example, ...differs }))
  await at.act('tiepnhan', id, 'record-paper-check')
  assert.equal((await at.act('tiepnhan', id, 'return-result')).state, 'returned')
})

test('a result that is held although nobody came for it is compared again where it lies, and then returned [S1-9.2c]', async () => {
  const { id } = await at.dossierIn('ready-to-return')
  await house.house.db
    .updateTable('dossiers.dossier')
    .set({ state: 'not-collected', queue: null, desk: null, paper_check: 'mismatch' })
    .where('id', '=', id)
    .execute()
  assert.deepEqual(await acts('tiepnhan', id), ['record-paper-check'])
  saysNo(await at.force('tiepnhan', id, 'return-result', { by: 'counter' }), no('papers-do-not-match'), 'held')
  const lifted = await at.act('tiepnhan', id, 'record-paper-check')
  assert.deepEqual([lifted.state, lifted['paperCheck']], ['not-collected', 'match'])
  assert.equal((await at.act('tiepnhan', id, 'return-result')).state, 'returned')
})

test('a result goes back another way than was agreed, and both ways are kept [S3A-21.1]', async () => {
  const { id } = await at.dossierIn('ready-to-return')
  await at.act('tiepnhan', id, 'return-result', (body) => ({ ...body, by: 'counter' }))
  const { details } = await house.house.db
    .selectFrom('dossiers.event')
    .select('details')
    .where('dossier', '=', id)
    .where('event', '=', 'returned')
    .executeTakeFirstOrThrow()
  const { by, agreed } = details as Record<string, string>
  assert.deepEqual([by, agreed], ['counter', 'online'])
})

test('nobody gives a result up before its time, and until then the act is not offered', async () => {
  const { id, version } = await at.dossierIn('ready-to-return')
  assert.ok(!(await acts('tiepnhan', id)).includes('mark-not-collected'))
  const early = await at.api.call('tiepnhan', 'POST', `/dossiers/${id}/acts/mark-not-collected`, { version })
  saysNo(early, no('too-early-to-give-up'), 'too early')
})

test('a closed dossier is archived by who kept it, and stays what it was outside', async () => {
  const returned = await at.dossierIn('returned')
  const withdrawn = await at.dossierIn('accepted')
  await at.act('congdan', withdrawn.id, 'withdraw')
  const stopped = await at.dossierIn('assigned')
  await at.act('lanhdao', stopped.id, 'stop')
  for (const [id, keeper, other, national] of [
    [returned.id, 'vanthu', 'tiepnhan', 10],
    [withdrawn.id, 'tiepnhan', 'vanthu', 7],
    [stopped.id, 'vanthu', 'tiepnhan', 8],
  ] as const) {
    assert.ok(!(await acts(other, id)).includes('archive'), other)
    const archived = await at.act(keeper, id, 'archive')
    assert.deepEqual([archived.state, archived['nationalState'], archived['keepUntil']], ['archived', national, null])
    assert.ok((await left.audited(id)).includes(`${keeper} archive`))
    assert.deepEqual(await acts(keeper, id), [])
    const time = national === 10 ? 'Xong đúng hạn' : 'Không còn tính hạn'
    assert.ok((await pageOf(keeper, `/viec/ho-so/${id}`)).includes(time), `${national}: ${time}`)
  }
  const { retention_basis: basis } = await house.house.db
    .selectFrom('dossiers.dossier')
    .select('retention_basis')
    .where('id', '=', returned.id)
    .executeTakeFirstOrThrow()
  assert.match(String(basis), /Luật Lưu trữ/, 'no term is set, and the rule that leaves it open is named')
  const early = await at.dossierIn('assigned')
  const open = await at.api.call('vanthu', 'POST', `/dossiers/${early.id}/acts/archive`, { version: 5 })
  saysNo(open, no('wrong-state'), 'an open one')
})

test(
  'the control sheet tells who gave the dossier to whom and whether each was in time; only officers get it',
  { skip },
  async () => {
    const { id, code } = await at.dossierIn('returned')
    const sheet = wordsOf(await at.api.bytes('tiepnhan', `/dossiers/${id}/control-sheet`))
    for (const words of [
      'PHIẾU KIỂM SOÁT',
      code,
      'Ủy ban nhân dân xã An Bình',
      'Trần Thanh Phương',
      'Võ Thị Kim Thoa',
      'Trước hạn',
      'Thẩm tra hồ sơ',
    ])
      assert.ok(sheet.includes(words), `${words}: ${sheet}`)
    assert.ok((await left.audited(id)).at(-1) === 'tiepnhan open')
    for (const who of ['congdan', 'doanhnghiep', 'tiepnhantinh'])
      assert.equal((await at.api.call(who, 'GET', `/dossiers/${id}/control-sheet`)).status, 404, who)
  },
)

test(
  'the register of a counter is a paper of the days asked for, with everything that was accepted in them',
  { skip },
  async () => {
    const { code } = await at.dossierIn('returned')
    const text = wordsOf(await at.api.bytes('tiepnhan', '/register?from=2026-03-01&to=2026-03-02'))
    for (const words of [
      'SỔ THEO DÕI HỒ SƠ',
      code,
      'Nguyễn Thị Thùy Dương',
      'Thôn Đông Hòa',
      'ngày 02 tháng 3 năm 2026',
    ])
      assert.ok(text.includes(words), `${words}: ${text}`)
    assert.ok(!wordsOf(await at.api.bytes('tiepnhan', '/register?from=2026-02-01&to=2026-02-28')).includes(code))
    assert.equal(
      (await at.api.call('chuyenvien', 'GET', '/register')).status,
      404,
      'who keeps no counter keeps no register',
    )
    assert.equal((await at.api.call('tiepnhan', 'GET', '/register?from=2026-03-02&to=2026-03-01')).status, 422)
  },
)
