import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse } from '../../../journeys/reach.ts'
import { saysNo } from '../../../journeys/refusal.ts'
import { type Traces, traces, withoutPoppler } from '../../../journeys/traces.ts'

/** Confirmation of marital status: three working days, so one more at most. */
const procedure = '1.004873'
const skip = withoutPoppler
const article = '88/2017/QĐ-UBND Điều 14.4'
const ground = 'Chờ xác minh nơi cư trú trước đây.'

let house: TestHouse
let at: Reacher
let left: Traces
before(async () => {
  house = await openTestHouse()
  on('02 09:00')
})
after(() => house.close())

/** It is this hour of March 2026 now; who was signed in signs in again. */
function on(when: string) {
  house.moveTo(`2026-03-${when.replace(' ', 'T')}:00+07:00`)
  at = reacher(house.base)
  left = traces(house, at)
}

const no = (refusal: string) => ({ status: 409, refusal })
/** Accepted on Monday at nine, so due on Thursday at nine. */
const assigned = () => {
  on('02 09:00')
  return at.dossierIn('assigned', { procedure })
}
const days = (value: number, unit = 'working-days') => ({ extension: { value, unit } })
const ask = (id: string, more: object) => at.force('chuyenvien', id, 'request-extension', { reason: ground, ...more })
const confirm = (who: string, id: string, more: object = {}) =>
  at.act(who, id, 'confirm-extension', (example: object) => ({ ...example, ...more }))
const offers = async (who: string, id: string): Promise<string[]> =>
  (await at.api.expect(200, who, 'GET', `/dossiers/${id}/acts`)).map(({ act }: { act: string }) => act)

test('an extension reaches a third of the limit, to the minute; above it, without a ground or in another unit it is refused with its article [S1-14.4a]', async () => {
  const { id, due } = await assigned()
  assert.equal(due, '2026-03-05T02:00:00.000Z')
  const cases: [object, string, string?][] = [
    [days(2), 'extension-too-long', 'Còn được gia hạn tối đa 1 ngày làm việc.'],
    [days(481 / 60, 'working-hours'), 'extension-too-long'],
    [days(1, 'calendar-days'), 'extension-other-unit'],
    [{ ...days(1), reason: undefined }, 'clock-needs-ground'],
    [{ ...days(1), reason: '  ' }, 'clock-needs-ground'],
  ]
  for (const [body, refusal, says = ''] of cases) {
    const answer = await ask(id, body)
    saysNo(answer, no(refusal), JSON.stringify(body))
    assert.equal(answer.body.law, article)
    assert.ok(
      answer.body.detail.includes(`Căn cứ: ${article}.`) && answer.body.detail.includes(says),
      answer.body.detail,
    )
  }
  assert.equal((await ask(id, days(1))).status, 200, 'exactly a third')
  const asked = await at.api.expect(200, 'chuyenvien', 'GET', `/dossiers/${id}`)
  assert.deepEqual(
    [asked.state, asked.nationalState, asked.due, asked.clock],
    ['extension-requested', 4, due, 'running'],
  )
})

test(
  'the slip goes to the division’s leader, then to the centre, whose confirmation moves the date and sends notice and letter at once [S1-14.4b] [S1-14.4c] [S1-14.4d]',
  { skip },
  async () => {
    const { id, due, code } = await assigned()
    await at.act('chuyenvien', id, 'request-extension', (example: object) => ({ ...example, reason: ground }))
    // The keys of the training province are as old as the house: nobody signs in its first minute.
    on('02 11:00')
    assert.ok((await left.queue('truongphong', 'confirm')).includes(id))
    assert.ok(!(await left.queue('giamdoc', 'extend')).includes(id))
    const draft = await left.paper('chuyenvien', id, 'extension-draft')
    assert.match(draft, /Số: ?\D/, 'a draft has no number')
    const [{ sha256 }] = await left.documents('truongphong', id, 'extension-draft')
    saysNo(
      await at.force('giamdoc', id, 'confirm-extension', { draft: sha256 }),
      no('division-leader-confirms-first'),
      'too early',
    )
    saysNo(
      await at.force('truongphong', id, 'confirm-extension', { draft: 'ab'.repeat(32) }),
      no('draft-changed'),
      'another slip',
    )

    const agreed = await confirm('truongphong', id)
    assert.deepEqual(
      [agreed.state, agreed['due']],
      ['extension-requested', due],
      'the date stands until the centre confirms',
    )
    assert.ok((await left.queue('giamdoc', 'extend')).includes(id))
    const { holder } = (agreed['steps'] as { holder: string }[]).at(-1)!
    assert.match(holder, /Trung tâm/, 'the time it waits there is the centre’s')
    const slip = await left.paper('giamdoc', id, 'extension-request')
    for (const words of [
      'PHIẾU XIN GIA HẠN',
      '01/PGH',
      '1 ngày làm việc',
      'Chờ xác minh',
      '05 tháng 3 năm 2026',
      '06 tháng 3 năm 2026',
    ])
      assert.ok(slip.includes(words), `${words}: ${slip}`)
    assert.deepEqual(await left.documents('congdan', id, 'extension-request'), [], 'the slip stays between the offices')
    assert.deepEqual(await left.documents('congdan', id, 'apology'), [])
    assert.deepEqual(await left.clock(id, 'settlement'), ['started'])

    saysNo(
      await at.tryAct('giamdoc', id, 'confirm-extension', (body) => ({ ...body, pin: '000000' })),
      no('pin-wrong'),
      'the letter needs the key',
    )
    assert.deepEqual(await left.clock(id, 'settlement'), ['started'], 'no letter, no new date')
    const extended = await confirm('giamdoc', id)
    assert.deepEqual([extended.state, extended['due']], ['assigned', '2026-03-06T02:00:00.000Z'])
    assert.deepEqual(await left.clock(id, 'settlement'), ['started', 'extended extension-confirmed'])
    const letter = await left.paper('congdan', id, 'apology')
    for (const words of [
      'VĂN BẢN XIN LỖI',
      'Chờ xác minh nơi cư trú',
      '09 giờ 00 phút, ngày 06 tháng 3 năm 2026',
      'Hoàng Văn Dũng',
      'thành thật xin lỗi',
    ])
      assert.ok(letter.includes(words), `${words}: ${letter}`)
    const messages = (await left.items('congdan', '/messages')).filter((one) => one.dossier === id)
    const told = messages.filter(({ subject }) => subject === `Gia hạn ngày trả kết quả hồ sơ ${code}`)
    assert.equal(told.length, 1)
    assert.match(
      told[0].body,
      /Ngày hẹn trả kết quả cũ: 09:00 ngày 05\/03\/2026\. Ngày hẹn mới: 09:00 ngày 06\/03\/2026\. Lý do: Chờ xác minh nơi cư trú trước đây\. /,
    )
    const history = await left.items('congdan', `/dossiers/${id}/history`)
    assert.deepEqual(
      history.slice(-3).map(({ event }) => event),
      ['extension-requested', 'extension-agreed', 'extended'],
    )
    assert.deepEqual(history.at(-1).words, { reason: ground })
    assert.ok((await left.queue('chuyenvien', 'mine')).includes(id))
    assert.ok(!(await offers('chuyenvien', id)).includes('request-extension'), 'a third is used up')
    const again = await ask(id, days(1, 'working-hours'))
    saysNo(again, no('extension-too-long'), 'all extensions together')
    assert.ok((await left.audited(id)).includes('giamdoc confirm-extension'))
  },
)

test('what leader or centre does not confirm leaves the date as it was, and may be asked for anew', async () => {
  const { id, due } = await assigned()
  await at.act('chuyenvien', id, 'request-extension')
  const back = await at.act('truongphong', id, 'send-back', (body) => ({ ...body, reason: 'Chưa cần.' }))
  assert.deepEqual([back.state, back['due']], ['assigned', due])
  await at.act('chuyenvien', id, 'request-extension')
  await confirm('truongphong', id)
  assert.deepEqual((await offers('giamdoc', id)).toSorted(), ['confirm-extension', 'send-back'])
  const declined = await at.act('giamdoc', id, 'send-back', (body) => ({ ...body, reason: 'Hồ sơ đủ căn cứ.' }))
  assert.deepEqual([declined.state, declined['due']], ['assigned', due])
  assert.deepEqual(await left.clock(id, 'settlement'), ['started'])
  assert.deepEqual(await left.documents('congdan', id, 'apology'), [])
  await at.act('chuyenvien', id, 'propose-result')
})

test('nobody confirms an extension they asked for, and none is asked for what is done the same day', async () => {
  const { id } = await assigned()
  await at.act('chuyenvien', id, 'request-extension')
  const leader = await house.house.db
    .selectFrom('accounts.account')
    .select('id')
    .where('username', '=', 'truongphong')
    .executeTakeFirstOrThrow()
  await house.house.db.updateTable('dossiers.extension').set({ made_by: leader.id }).where('dossier', '=', id).execute()
  const [{ sha256 }] = await left.documents('truongphong', id, 'extension-draft')
  saysNo(await at.force('truongphong', id, 'confirm-extension', { draft: sha256 }), no('own-proposal'), 'one’s own')
  assert.ok(!(await offers('truongphong', id)).includes('confirm-extension'))
  const birth = await at.dossierIn('assigned')
  assert.ok(!(await offers('chuyenvien', birth.id)).includes('request-extension'))
  saysNo(await ask(birth.id, days(1, 'working-hours')), no('extension-other-unit'), 'a same-day procedure')
})

test('a machine’s clock set an hour back or forward changes no date already given, nor the one an extension gives [S1-14.4c]', async () => {
  const cases = [
    [await assigned(), '03 09:00'],
    [await assigned(), '03 11:00'],
  ] as const
  on('03 10:00')
  for (const [{ id, due }] of cases) assert.equal((await at.act('chuyenvien', id, 'request-extension'))['due'], due)
  for (const [{ id, due }, wrong] of cases) {
    on(wrong)
    assert.equal((await at.api.expect(200, 'chuyenvien', 'GET', `/dossiers/${id}`)).due, due, `read at ${wrong}`)
    assert.equal((await confirm('truongphong', id))['due'], due, `an act at ${wrong}`)
    assert.equal((await confirm('giamdoc', id))['due'], '2026-03-06T02:00:00.000Z', `extended at ${wrong}`)
    const told = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}/clock`)
    assert.equal(told.items.at(-1).due, '2026-03-06T02:00:00.000Z')
  }
})

test('an applicant may withdraw while an extension waits, and then nothing of it is left to confirm', async () => {
  const { id } = await assigned()
  await at.act('chuyenvien', id, 'request-extension')
  const withdrawn = await at.act('congdan', id, 'withdraw')
  assert.equal(withdrawn.state, 'withdrawn')
  assert.deepEqual(await offers('truongphong', id), [])
})
