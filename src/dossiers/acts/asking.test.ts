import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { scannedPdf } from '../../../journeys/papers.ts'
import { openTestHouse, reacher, type Reacher, type TestHouse } from '../../../journeys/reach.ts'
import { stepBody } from '../../../journeys/walk.ts'
import { saysNo } from '../../../journeys/refusal.ts'
import { type Traces, traces, withoutPoppler } from '../../../journeys/traces.ts'
import { giveUpRevision, revise } from './revise.ts'

let house: TestHouse
let at: Reacher
let left: Traces
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
  left = traces(house, at)
})
after(() => house.close())

const no = (refusal: string, place?: string) => ({ status: 409, refusal, ...(place ? { at: place } : {}) })
const skip = withoutPoppler
const paper = async (title: string) => (await at.api.upload('congdan', `${title}.pdf`, await scannedPdf(title))).id
const attached = (id: string) =>
  house.house.db
    .selectFrom('dossiers.attachment')
    .select(['component', 'file', 'replaced_in'])
    .where('dossier', '=', id)
    .orderBy('replaced_in')
    .execute()

test('an amended dossier keeps both versions of its answers and papers, and its clock goes on [S1-12.1] [S1-12.2a] [S2-12B.6]', async () => {
  const { id, due } = await at.dossierIn('submitted')
  const [old] = await attached(id)
  const fresh = await paper('Giấy chứng sinh chụp lại')
  const { form } = await at.procedureOf('1.001193')
  const changed = { ...form.example, child: { ...form.example.child, name: 'Nguyễn Trần Minh Anh' } }
  const amended = await at.act('congdan', id, 'amend', ({ version }) => ({
    version,
    form: changed,
    attachments: [{ component: 'birth-proof', file: fresh }],
  }))
  assert.deepEqual([amended.state, amended.version, amended['due']], ['submitted', 3, due])
  assert.deepEqual(await attached(id), [
    { component: 'birth-proof', file: old!.file, replaced_in: 3 },
    { component: 'birth-proof', file: fresh, replaced_in: null },
  ])
  const forms = await house.house.db
    .selectFrom('dossiers.form_before')
    .select('replaced_in')
    .where('dossier', '=', id)
    .execute()
  assert.deepEqual(forms, [{ replaced_in: 3 }])
  assert.deepEqual(await left.clock(id, 'intake'), ['started'])
  assert.deepEqual(await left.events('congdan', id), ['submitted', 'amended'])
  assert.ok((await left.subjects('congdan', id)).some((subject) => subject.startsWith('Đã nhận nội dung sửa')))
  assert.ok((await left.audited(id)).includes('congdan amend'))
  const bytes = await at.api.bytes('tiepnhan', `/files/${old!.file}/content`)
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-', 'the counter can still open what was replaced')
})

test('an amendment is as whole as a filing: an empty one, a hole in the form, a missing paper, a stranger’s file are refused', async () => {
  const { id } = await at.dossierIn('submitted')
  const bent = (body: object) => at.tryAct('congdan', id, 'amend', ({ version }) => ({ version, ...body }))
  saysNo(await bent({}), { status: 422, refusal: 'nothing-supplied' }, 'nothing')
  const counter = await at.dossierIn('submitted', { channel: 'counter', filer: 'tiepnhan' })
  const bare = await at.tryAct('tiepnhan', counter.id, 'amend', ({ version }) => ({ version }))
  saysNo(bare, { status: 422, refusal: 'nothing-supplied' }, 'nothing, by the officer who filed it')
  saysNo(await bent({ form: {} }), { status: 422, refusal: 'form-incomplete' }, 'a hole')
  saysNo(await bent({ without: ['birth-proof'] }), { status: 422, refusal: 'component-missing' }, 'without the paper')
  saysNo(await bent({ without: ['bribe'], form: undefined }), { status: 422, refusal: 'component-unknown' }, 'unknown')
  const stranger = await at.api.upload('doanhnghiep', 'giấy.pdf', await scannedPdf('Giấy'))
  const foreign = [{ component: 'birth-proof', file: stranger.id }]
  saysNo(await bent({ attachments: foreign }), no('file-not-yours'), 'a stranger’s file')
  saysNo(await bent({ version: 1, without: ['declaration'] }), no('stale-version'), 'an old page')
  const { form } = await at.procedureOf('1.001193')
  const others = await at.api.call('doanhnghiep', 'POST', `/dossiers/${id}/acts/amend`, {
    version: 2,
    form: form.example,
  })
  saysNo(others, { status: 404, refusal: 'not-found' }, 'somebody else')
  const accepted = await at.act('tiepnhan', id, 'accept')
  const late = await at.api.call('congdan', 'POST', `/dossiers/${id}/acts/amend`, {
    version: accepted.version,
    form: form.example,
  })
  saysNo(late, no('wrong-state'), 'after acceptance')
})

test('the declaration as a filled-in template is taken in its format and in no other [S1-12.2b]', async () => {
  const { id } = await at.dossierIn('submitted')
  const template = await paper('Tờ khai theo mẫu')
  const amended = await at.act('congdan', id, 'amend', ({ version }) => ({
    version,
    attachments: [{ component: 'declaration', file: template }],
  }))
  assert.equal(amended.state, 'submitted')
  assert.ok((await attached(id)).some(({ component, file }) => component === 'declaration' && file === template))
  const form = new FormData()
  form.set('file', new Blob(['Tờ khai: …'], { type: 'text/plain' }), 'to-khai.txt')
  saysNo(
    await at.api.call('congdan', 'POST', '/files', form),
    { status: 422, refusal: 'file-kind-refused', at: 'file' },
    'a text file',
  )
})

test(
  'a dossier that is not in order goes back with its slip, once for all, and the clock has its answer [S1-13.2a] [S2-8.1a3] [S1-7.2a]',
  { skip },
  async () => {
    const { id } = await at.dossierIn('submitted')
    const bent = (body: object) =>
      at.tryAct('tiepnhan', id, 'return-with-guidance', (example) => ({ ...example, ...body }))
    saysNo(await bent({ guidance: ' ' }), { status: 422, at: 'guidance' } as never, 'no guidance')
    saysNo(await bent({ components: [] }), no('components-unmarked'), 'nothing marked')
    const { version, components } = (await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}/acts`)).find(
      ({ act }: { act: string }) => act === 'return-with-guidance',
    ).example
    const silent = components.map(({ component, verdict }: Record<string, string>) => ({ component, verdict }))
    saysNo(await bent({ components: silent }), no('reason-needed'), 'a failure without its reason')
    saysNo(
      await at.api.call('chuyenvien', 'POST', `/dossiers/${id}/acts/return-with-guidance`, {
        version,
        components,
        guidance: 'x',
      }),
      { status: 404, refusal: 'not-found' },
      'not of the counter',
    )
    const before = await left.recordOf('congdan')
    const returned = await at.act('tiepnhan', id, 'return-with-guidance', (example) => ({
      ...example,
      guidance: 'Chụp lại Giấy chứng sinh đủ bốn góc rồi gửi lại.',
    }))
    assert.deepEqual(
      [returned.state, returned['nationalState'], returned['clock'], returned['due']],
      ['returned-with-guidance', 5, 'stopped', null],
    )
    assert.deepEqual(returned['asked'], { guidances: 1, supplements: 0 })
    assert.deepEqual(await left.clock(id, 'intake'), ['started', 'stopped returned-with-guidance'])
    assert.equal(await left.openTasks(id), 0)
    const slip = await left.paper('congdan', id, 'guidance')
    for (const words of [
      'PHIẾU HƯỚNG DẪN HOÀN THIỆN HỒ SƠ',
      'Nguyễn Thị Thùy Dương',
      'Bản chụp bị mờ',
      'đủ bốn góc',
      'Phạm Thị Hồng Nhung',
      '0299 380 1003',
    ])
      assert.ok(slip.includes(words), `${words}: ${slip}`)
    assert.doesNotMatch(slip, /thư xin lỗi/)
    assert.ok((await left.subjects('congdan', id)).some((subject) => subject.includes('cần được hoàn thiện')))
    assert.ok((await left.queue('tiepnhan', 'supplement')).includes(id))
    assert.equal(await left.recordOf('congdan'), before)
    const [asked] = await left.items('congdan', `/dossiers/${id}/requests`)
    assert.deepEqual([asked.kind, asked.time, asked.answeredAt], ['guidance', 1, null])
    assert.equal(
      asked.components.find(({ verdict }: { verdict: string }) => verdict === 'fail').reason,
      'Bản chụp bị mờ, chưa đọc được.',
    )
    const own = await left.items('congdan', `/dossiers/${id}/history`)
    assert.match(own.at(-1).words.guidance, /đủ bốn góc/, 'the applicant reads what is said to them')
    const looked = await at.api.expect(200, null, 'GET', `/lookup/${returned.reference}`)
    assert.deepEqual([looked.state, looked.due], ['returned-with-guidance', null])
  },
)

test('what was asked for is supplied, the intake clock starts anew, and the dossier is accepted [S1-12.1] [S1-12.2a]', async () => {
  const { id } = await at.dossierIn('submitted')
  await at.act('tiepnhan', id, 'return-with-guidance')
  saysNo(
    await at.tryAct('congdan', id, 'supplement', ({ version }) => ({ version })),
    { status: 422, refusal: 'nothing-supplied' },
    'nothing',
  )
  const fresh = await paper('Giấy chứng sinh rõ nét')
  const again = await at.act('congdan', id, 'supplement', ({ version }) => ({
    version,
    attachments: [{ component: 'birth-proof', file: fresh }],
  }))
  assert.deepEqual([again.state, again['clock'], again['nationalState']], ['submitted', 'running', 1])
  assert.equal((again['remaining'] as { minutes: number }).minutes, 8 * 60)
  assert.deepEqual(await left.clock(id, 'intake'), [
    'started',
    'stopped returned-with-guidance',
    'restarted supplemented',
  ])
  const [asked] = await left.items('tiepnhan', `/dossiers/${id}/requests`)
  assert.ok(asked.answeredAt)
  assert.ok((await left.queue('tiepnhan', 'intake')).includes(id))
  assert.deepEqual(again['asked'], { guidances: 1, supplements: 0 }, 'what was asked is not forgotten')
  const accepted = await at.act('tiepnhan', id, 'accept')
  assert.deepEqual([accepted.state, accepted['clock']], ['accepted', 'running'])
  assert.deepEqual((await left.clock(id, 'intake')).at(-1), 'stopped accepted')
})

test(
  'a second guidance waits for the letter of apology that the director signs, and carries it [S1-13.2b]',
  { skip },
  async () => {
    const { id } = await at.dossierIn('submitted')
    const offers = async (who: string) =>
      (await at.api.expect(200, who, 'GET', `/dossiers/${id}/acts`)).map(({ act }: { act: string }) => act)
    assert.deepEqual(await offers('giamdoc'), [], 'nothing to apologise for yet')
    const early = { version: 2, about: 'second-guidance', reason: 'Xin lỗi', pin: '246810' }
    saysNo(
      await at.api.call('giamdoc', 'POST', `/dossiers/${id}/acts/apologise`, early),
      no('apology-not-owed'),
      'too early',
    )
    const { version: _, ...guided } = await stepBody(at.api, 'tiepnhan', id, 'return-with-guidance')
    await at.act('tiepnhan', id, 'return-with-guidance')
    await at.act('congdan', id, 'supplement')
    assert.ok(!(await offers('tiepnhan')).includes('return-with-guidance'), 'what would be refused is not offered')
    saysNo(await at.force('tiepnhan', id, 'return-with-guidance', guided), no('apology-needed'), 'without the letter')

    assert.deepEqual(await offers('giamdoc'), ['apologise'])
    saysNo(
      await at.tryAct('giamdoc', id, 'apologise', (body) => ({ ...body, pin: '000000' })),
      no('pin-wrong', 'pin'),
      'a wrong PIN',
    )
    saysNo(
      await at.tryAct('giamdoc', id, 'apologise', (body) => ({ ...body, about: 'late' })),
      no('apology-not-owed'),
      'another cause',
    )
    const apologised = await at.act('giamdoc', id, 'apologise', (body) => ({
      ...body,
      reason: 'Lần trước chưa nêu đủ giấy tờ cần chụp lại.',
    }))
    assert.equal(apologised.state, 'submitted')
    assert.deepEqual(await left.documents('congdan', id, 'apology'), [], 'it goes out with the guidance, not before')

    const returned = await at.act('tiepnhan', id, 'return-with-guidance')
    assert.deepEqual(returned['asked'], { guidances: 2, supplements: 0 })
    assert.match(await left.paper('congdan', id, 'guidance'), /Lần thứ 2, kèm thư xin lỗi/)
    const [letter] = await left.documents('congdan', id, 'apology')
    assert.deepEqual(
      letter.signedBy.map(({ as, name }: { as: string; name: string }) => `${as} ${name}`),
      ['person Hoàng Văn Dũng'],
    )
    const text = await left.paper('congdan', id, 'apology')
    for (const words of [
      'VĂN BẢN XIN LỖI',
      'Việc hướng dẫn hồ sơ trước đây chưa đầy đủ',
      'Lần trước chưa nêu đủ',
      'Hoàng Văn Dũng',
      'Nghị định 118/2025/NĐ-CP',
    ])
      assert.ok(text.includes(words), `${words}: ${text}`)

    await at.act('congdan', id, 'supplement')
    saysNo(
      await at.force('tiepnhan', id, 'return-with-guidance', guided),
      no('apology-needed'),
      'one letter is for one request',
    )
  },
)

test(
  'the agency asks once for what is missing: the slip goes out, the clock stands still and starts anew [S1-14.1a] [S1-14.1b] [S1-14.1c]',
  { skip },
  async () => {
    const { id, due } = await at.dossierIn('assigned')
    const bent = (body: object) =>
      at.tryAct('chuyenvien', id, 'request-supplement', (example) => ({ ...example, ...body }))
    const fine = (marks: { component: string; verdict: string }[]) =>
      marks.map(({ component, verdict }) => ({ component, verdict: verdict === 'fail' ? 'ok' : verdict }))
    const { components } = (await at.api.expect(200, 'chuyenvien', 'GET', `/dossiers/${id}/acts`)).find(
      ({ act }: { act: string }) => act === 'request-supplement',
    ).example
    saysNo(await bent({ components: fine(components) }), no('nothing-to-supplement'), 'nothing fails')
    saysNo(
      await at.api.call('lanhdao', 'POST', `/dossiers/${id}/acts/request-supplement`, {
        version: 5,
        components,
        guidance: 'x',
      }),
      no('not-permitted'),
      'the leader',
    )

    const asked = await at.act('chuyenvien', id, 'request-supplement', (example) => ({
      ...example,
      guidance: 'Nộp Giấy chứng sinh có đủ trang.',
    }))
    assert.deepEqual(
      [asked.state, asked['nationalState'], asked['clock'], asked['due']],
      ['supplement-requested', 5, 'paused', null],
    )
    assert.deepEqual(await left.clock(id, 'settlement'), ['started', 'paused supplement-requested'])
    const slip = await left.paper('congdan', id, 'supplement-request')
    for (const words of ['PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ', 'Bản chụp bị mờ', 'đủ trang', 'Trần Thanh Phương'])
      assert.ok(slip.includes(words), `${words}: ${slip}`)
    assert.ok((await left.subjects('congdan', id)).some((subject) => subject.includes('cần bổ sung giấy tờ')))
    for (const who of ['tiepnhan', 'chuyenvien']) assert.ok((await left.queue(who, 'supplement')).includes(id), who)
    assert.equal((await left.items('congdan', `/dossiers/${id}/history`)).at(-1).event, 'supplement-requested')

    const fresh = await paper('Giấy chứng sinh đủ trang')
    const again = await at.act('congdan', id, 'supplement', ({ version }) => ({
      version,
      attachments: [{ component: 'birth-proof', file: fresh }],
    }))
    assert.deepEqual([again.state, again['clock']], ['assigned', 'running'])
    assert.ok(again['due'] && String(again['due']) >= String(due))
    assert.deepEqual(await left.clock(id, 'settlement'), [
      'started',
      'paused supplement-requested',
      'restarted supplemented',
    ])
    assert.ok((await left.queue('chuyenvien', 'mine')).includes(id))
    assert.deepEqual(again['asked'], { guidances: 0, supplements: 1 })
    const more = { components, guidance: 'Nộp thêm.' }
    saysNo(await at.force('chuyenvien', id, 'request-supplement', more), no('supplement-exhausted'), 'a second time')
    saysNo(
      await at.force('chuyenvien', id, 'request-supplement', { ...more, cause: 'first-guidance-not-specific' }),
      no('supplement-exhausted'),
      'a cause the province does not admit',
    )
    saysNo(
      await at.tryAct('chuyenvien', id, 'propose-result', (body) => ({ ...body, components: [] })),
      no('components-unmarked'),
      'what was supplied is authenticated like the rest',
    )
    assert.equal((await at.bring({ id, state: 'assigned' }, 'returned')).state, 'returned')
  },
)

test('a needed paper is left out only with a reason, and a failing one is no dead end [S2-8.1a3]', async () => {
  const { id } = await at.dossierIn('submitted')
  const marked = (verdict: string, reason?: string) => (body: { components: { component: string }[] }) => ({
    ...body,
    components: body.components.map((mark) =>
      mark.component === 'birth-proof' ? { ...mark, verdict, ...(reason ? { reason } : {}) } : mark,
    ),
  })
  saysNo(await at.tryAct('tiepnhan', id, 'accept', marked('not-applicable')), no('reason-needed'), 'left out silently')
  const failing = await at.tryAct('tiepnhan', id, 'accept', marked('fail', 'Bản chụp mờ'))
  saysNo(failing, no('component-failed'), 'failing')
  assert.match(failing.body.detail, /hướng dẫn người nộp hoàn thiện.*từ chối tiếp nhận/)
  const accepted = await at.act(
    'tiepnhan',
    id,
    'accept',
    marked('not-applicable', 'Đã có dữ liệu giấy chứng sinh có ký số.'),
  )
  assert.equal(accepted.state, 'accepted')
})

test('at the counter the papers come by hand: the officer who entered the dossier supplements it for the applicant', async () => {
  const { id } = await at.dossierIn('submitted', { channel: 'counter', filer: 'tiepnhan' })
  await at.act('tiepnhan', id, 'return-with-guidance')
  const again = await at.act('tiepnhan', id, 'supplement', ({ version }) => ({ version }))
  assert.equal(again.state, 'submitted')
})

test('papers of changes that were replaced, given up or too late are loose again; what lies in the dossier stays', async () => {
  const { id } = await at.dossierIn('submitted')
  const [filed] = await attached(id)
  const { applicant } = await house.house.db
    .selectFrom('dossiers.dossier')
    .select('applicant')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const citizen = { id: applicant, kind: 'person' as const, name: 'Công dân', posts: [] }
  let version = 0
  const change = async (...files: string[]) => {
    const attachments = files.map((file) => ({ component: 'birth-proof', file }))
    const saved = await house.house.atDesk(citizen, (desk) => revise(desk, id, { version, attachments }))
    assert.ok(saved.ok, JSON.stringify(saved))
    version = saved.value.version
  }
  const isAttached = async (file: string) => {
    const row = house.house.db.selectFrom('documents.file').select('attached_at').where('id', '=', file)
    return (await row.executeTakeFirstOrThrow()).attached_at !== null
  }
  const [first, second, third, fourth] = await Promise.all(['Một', 'Hai', 'Ba', 'Bốn'].map(paper))

  await change(filed!.file!, first!)
  await change(second!)
  assert.deepEqual(
    [await isAttached(filed!.file!), await isAttached(first!), await isAttached(second!)],
    [true, false, true],
  )
  const gaveUp = await house.house.atDesk(citizen, (desk) => giveUpRevision(desk, id))
  assert.deepEqual([gaveUp.ok, await isAttached(second!), await isAttached(filed!.file!)], [true, false, true])

  version = 0
  await change(third!)
  await at.act('congdan', id, 'amend', ({ version: now }) => ({
    version: now,
    attachments: [{ component: 'birth-proof', file: third }],
  }))
  assert.ok(await isAttached(third!), 'what was sent is in the dossier')
  version = 0
  await change(third!, fourth!)
  assert.ok(await isAttached(fourth!))
  await at.act('tiepnhan', id, 'accept')
  assert.deepEqual([await isAttached(third!), await isAttached(fourth!)], [true, false], 'it came too late')
})

test('the agency apologises for a delay from the day before the promised one, once for each date [S2-5.10]', async () => {
  const { id } = await at.dossierIn('assigned')
  const offered = async () =>
    (await at.api.expect(200, 'lanhdao', 'GET', `/dossiers/${id}/acts`)).some(
      ({ act }: { act: string }) => act === 'apologise',
    )
  const promise = (due: string) =>
    house.house.db
      .updateTable('dossiers.dossier')
      .set({ due: new Date(due) })
      .where('id', '=', id)
      .execute()
  const letter = { about: 'late', reason: 'Hồ sơ cần xác minh thêm.', pin: '246810' }
  await promise('2026-03-04T17:00:00+07:00')
  assert.equal(await offered(), false)
  saysNo(await at.force('lanhdao', id, 'apologise', letter), no('apology-not-owed'), 'two days before')
  await promise('2026-03-03T17:00:00+07:00')
  assert.equal(await offered(), true)
  await at.act('lanhdao', id, 'apologise')
  assert.equal(await offered(), false)
  saysNo(await at.force('lanhdao', id, 'apologise', letter), no('apology-not-owed'), 'twice for one date')
  await promise('2026-02-27T17:00:00+07:00')
  assert.equal((await at.act('lanhdao', id, 'apologise')).state, 'assigned', 'another date, passed already')
})
