import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  jobs,
  openTestHouse,
  reacher,
  type Reached,
  type Reacher,
  type TestHouse,
  withClient,
} from '../../../journeys/reach.ts'
import { saysNo } from '../../../journeys/refusal.ts'
import { type Traces, traces, withoutPoppler } from '../../../journeys/traces.ts'
import { system } from '../../audit/index.ts'
import { day } from '../../ground/day.ts'
import { choosePolicy, type ProvincePolicy } from '../../policy/index.ts'
import { lettersToSign } from '../delays.ts'
import { publishedApologies } from '../apologies.ts'

/** Confirmation of marital status: three working days, due on Thursday at nine when it is accepted on Monday at nine. */
const procedure = '1.004873'
const skip = withoutPoppler

let house: TestHouse
let at: Reacher
let left: Traces
before(async () => {
  house = await openTestHouse()
  await choose()
  await moveTo('2026-03-02 09:00')
})
after(() => house.close())

/** From Monday the 9th the province asks for the letter only where an officer was at fault, publishes it, and cites a newer regulation. */
async function choose() {
  const { db, clock } = house.house
  const stated = (key: string, value: unknown, from: string) => ({
    key,
    value,
    from,
    source: 'QĐ thử',
    confidence: 'read',
  })
  const forFault = { owed: true, onlyForFault: true, signer: 'agency-head', isPublished: true }
  const overrides = [
    stated('intake.receipt-time', 'entered-and-notified-valid', '2025-07-01'),
    stated('apology.basis', 'Quyết định 3461/QĐ-UBND', '2025-07-01'),
    stated('apology.basis', 'Quyết định 12/2026/QĐ-UBND', '2026-03-09'),
    stated('apology.late', forFault, '2026-03-09'),
  ]
  const chosen = { preset: 'demo-2026', overrides } as unknown as ProvincePolicy
  await choosePolicy(db, chosen, day('2025-07-01'), 'QĐ thử', clock.now())
}

/** Time passes: everybody signs in anew. */
async function moveTo(when: string) {
  house.moveTo(`${when.replace(' ', 'T')}:00+07:00`)
  at = reacher(house.base)
  left = traces(house, at)
}

const no = (refusal: string) => ({ status: 409, refusal })
const offers = async (who: string, id: string): Promise<string[]> =>
  (await at.api.expect(200, who, 'GET', `/dossiers/${id}/acts`)).map(({ act }: { act: string }) => act)
const handOver = (id: string) => at.force('vanthu', id, 'hand-to-counter')
const explained = { fault: 'officer', cause: 'verification' }
const draftLetters = () => jobs(house.house)['draft-apologies']()
const late = (id: string) =>
  house.house.db
    .selectFrom('dossiers.dossier')
    .select(['late_fault', 'late_reason'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

async function head() {
  const { id } = await house.house.db
    .selectFrom('accounts.account')
    .select('id')
    .where('username', '=', 'lanhdao')
    .executeTakeFirstOrThrow()
  const { agency } = await house.house.db.selectFrom('dossiers.dossier').select('agency').executeTakeFirstOrThrow()
  const posts = [{ role: 'agency-leader', title: '', unit: agency, unitName: '', agency, agencyName: '' }] as const
  return { ...system, id, posts }
}
const waiting = async () => {
  const { db, vault, clock } = house.house
  return (await lettersToSign({ db, vault, reader: await head(), now: clock.now() })).map(({ id }) => id)
}

let slow: Reached
let again: Reached
test(
  'a letter is drafted the day before a promised date passes, once, and waits for the head of the agency [S2-5.10]',
  { skip },
  async () => {
    ;[slow, again] = [await at.dossierIn('assigned', { procedure }), await at.dossierIn('assigned', { procedure })]
    const birth = await at.dossierIn('assigned')
    await draftLetters()
    assert.deepEqual(await waiting(), [], 'on Monday nothing is near; what is done the same day is not late yet')

    await moveTo('2026-03-04 10:00')
    await draftLetters()
    await draftLetters()
    assert.deepEqual(
      (await waiting()).toSorted(),
      [slow.id, again.id, birth.id].toSorted(),
      'on Wednesday, and the birth is late by now',
    )
    assert.equal((await left.documents('chuyenvien', slow.id, 'apology-draft')).length, 1)
    assert.deepEqual(await left.documents('congdan', slow.id, 'apology-draft'), [])
    const draft = await left.paper('lanhdao', slow.id, 'apology-draft')
    for (const words of ['VĂN BẢN XIN LỖI', 'thẩm tra', '05 tháng 3 năm 2026', '3461/QĐ-UBND'])
      assert.ok(draft.includes(words), `${words}: ${draft}`)
    const { version } = await at.api.expect(200, 'chuyenvien', 'GET', `/dossiers/${slow.id}`)
    assert.equal(version, slow.version, 'drafting changes nothing of the dossier')
    await at.bring(birth, 'issued')
    await draftLetters()
    const closed = await house.house.db
      .selectFrom('dossiers.delay')
      .select('dossier')
      .where('closed_at', 'is not', null)
      .execute()
    assert.deepEqual(closed, [], 'a result that came late still needs its letter')
    await at.act('lanhdao', birth.id, 'apologise')
    await draftLetters()
    assert.deepEqual((await waiting()).toSorted(), [slow.id, again.id].toSorted())
  },
)

test(
  'a late result goes neither to the counter nor to the applicant without the letter of the head, and takes it along [S1-22.7] [S1-7.2b]',
  { skip },
  async () => {
    await moveTo('2026-03-06 10:00')
    const { id } = slow
    await at.bring(slow, 'issued')
    assert.deepEqual(await offers('vanthu', id), [])
    const stopped = await handOver(id)
    saysNo(stopped, no('late-result-needs-letter'), 'no letter')
    assert.match(stopped.body.detail, /Căn cứ: 88\/2017\/QĐ-UBND Điều 22\.7\.$/)
    saysNo(
      await at.force('lanhdao', id, 'apologise', { about: 'late', reason: 'Xin lỗi.', pin: '246810' }),
      no('delay-unexplained'),
      'whose fault?',
    )

    await at.act('lanhdao', id, 'apologise', (body) => ({ ...body, ...explained, reason: 'Việc xác minh kéo dài.' }))
    assert.deepEqual(await late(id), { late_fault: 'officer', late_reason: 'verification' })
    assert.ok(!(await waiting()).includes(id))
    assert.deepEqual(await left.documents('chuyenvien', id, 'apology-draft'), [], 'the draft has served')
    assert.equal((await handOver(id)).status, 200)

    const db = house.house.db
    await db.updateTable('dossiers.apology').set({ due: null }).where('dossier', '=', id).execute()
    const body = { by: 'online' }
    saysNo(await at.force('tiepnhan', id, 'return-result', body), no('late-result-needs-letter'), 'at the return too')
    assert.ok(!(await offers('tiepnhan', id)).includes('return-result'))
    await db
      .updateTable('dossiers.apology')
      .set({ due: new Date('2026-03-05T02:00:00Z') })
      .where('dossier', '=', id)
      .execute()
    assert.equal((await at.force('tiepnhan', id, 'return-result', body)).status, 200)

    const { used_in: used, file } = await db
      .selectFrom('dossiers.apology')
      .select(['used_in', 'file'])
      .where('dossier', '=', id)
      .executeTakeFirstOrThrow()
    const returned = await db
      .selectFrom('dossiers.event')
      .select(['version', 'details'])
      .where('dossier', '=', id)
      .where('event', '=', 'returned')
      .executeTakeFirstOrThrow()
    assert.deepEqual([used, (returned.details as { apology: string }).apology], [returned.version, file])
    const [letter, ...others] = await left.documents('congdan', id, 'apology')
    assert.deepEqual(
      [letter.file, others, letter.signedBy.length],
      [file, [], 1],
      'issued, it is listed in the dossier',
    )
    assert.match(await left.paper('congdan', id, 'apology'), /Việc xác minh kéo dài/)
  },
)

test(
  'a new date is appointed with the letter, once, later than the old one and never in the past [S1-14.4c]',
  { skip },
  async () => {
    const { id, code } = again
    const warned = async () => {
      await jobs(house.house)['warn-of-time']()
      return (await left.items('chuyenvien', '/messages')).filter(
        ({ dossier, body }) => dossier === id && body.includes('Thời hạn giải quyết'),
      ).length
    }
    const first = await warned()
    assert.equal(first, 1, 'late for the first date')
    const appoint = (newDay: string) =>
      at.force('lanhdao', id, 'apologise', {
        about: 'late',
        reason: 'Chờ cơ quan phối hợp.',
        newDay,
        ...explained,
        pin: '246810',
      })
    const before = await appoint('2026-03-05')
    saysNo(before, no('appointment-not-later'), 'a day gone by')
    assert.match(before.body.detail, /Căn cứ: 61\/2018\/NĐ-CP Điều 19\.9/)
    assert.deepEqual(await left.clock(id, 'settlement'), ['started'])
    const answer = await appoint('2026-03-10')
    assert.deepEqual([answer.status, answer.body.due, answer.body.state], [200, '2026-03-10T10:00:00.000Z', 'assigned'])
    assert.deepEqual(await left.clock(id, 'settlement'), ['started', 're-appointed re-appointed'])
    const letter = await left.paper('congdan', id, 'apology')
    for (const words of ['05 tháng 3 năm 2026', '10 tháng 3 năm 2026', 'Chờ cơ quan phối hợp'])
      assert.ok(letter.includes(words), `${words}: ${letter}`)
    const told = (await left.items('congdan', '/messages')).filter(
      (one) => one.dossier === id && one.subject.includes('Hẹn lại'),
    )
    assert.equal(told.length, 1)
    assert.match(
      told[0].body,
      new RegExp(`${code}, chưa xong đúng hẹn 09:00 ngày 05/03/2026.*hẹn lại lúc 17:00 ngày 10/03/2026`),
    )
    assert.equal(await warned(), first, 'nothing is said of the new date before it passes')
    await moveTo('2026-03-11 09:00')
    assert.equal(await warned(), first + 1, 'late for the second date')
    assert.equal(await warned(), first + 1, 'once')
    const third = await at.force('lanhdao', id, 'apologise', {
      about: 'late',
      reason: 'x',
      newDay: '2026-03-13',
      ...explained,
      pin: '246810',
    })
    saysNo(third, no('already-reappointed'), 'a second time')
    await at.bring(again, 'issued')
    saysNo(
      await handOver(id),
      no('late-result-needs-letter'),
      'late again: the letter for the first date is not one for the second',
    )
    await at.act('lanhdao', id, 'apologise')
    assert.equal((await handOver(id)).status, 200)
  },
)

test(
  'where only an officer’s fault calls for the letter, whose fault it was decides; what is published names nobody [S1-22.7] [S1-14.1e] [S1-13.2c]',
  { skip },
  async () => {
    const [first, second] = [
      await at.dossierIn('assigned', { procedure }),
      await at.dossierIn('assigned', { procedure }),
    ]
    await moveTo('2026-03-17 09:00')
    for (const one of [first, second]) await at.bring(one, 'issued')
    saysNo(await handOver(first.id), no('delay-unexplained'), 'nobody has said whose fault')
    await at.act('lanhdao', first.id, 'explain-delay', (body) => ({ ...body, fault: 'nobody', cause: 'force-majeure' }))
    assert.deepEqual(await late(first.id), { late_fault: 'nobody', late_reason: 'force-majeure' })
    assert.equal((await handOver(first.id)).status, 200, 'nobody’s fault needs no letter')
    await at.act('lanhdao', second.id, 'explain-delay')
    saysNo(await handOver(second.id), no('late-result-needs-letter'), 'an officer’s does')
    await at.act('lanhdao', second.id, 'apologise', (body) => ({
      ...body,
      reason: 'Chị Nguyễn Thị Thùy Dương chờ lâu.',
    }))
    assert.equal((await handOver(second.id)).status, 200)

    const old = await left.paper('congdan', slow.id, 'apology')
    const fresh = await left.paper('congdan', second.id, 'apology')
    assert.ok(
      old.includes('3461/QĐ-UBND') && !old.includes('12/2026/QĐ-UBND'),
      'a letter of the 6th cites what held then',
    )
    assert.ok(fresh.includes('12/2026/QĐ-UBND') && !fresh.includes('3461'), 'one of the 17th what holds from the 9th')

    const published = await publishedApologies(house.house.db)
    assert.deepEqual(
      published.map(({ about, procedure: name, due }) => [about, name, due?.toISOString()]),
      [
        ['late', published[0]!.procedure, second['due']],
        ['late', published[0]!.procedure, '2026-03-10T10:00:00.000Z'],
      ],
      'only letters written since the province publishes',
    )
    const text = JSON.stringify(published)
    for (const secret of ['Dương', second.code, second.reference, second.id]) assert.ok(!text.includes(secret), secret)
  },
)

test(
  'the time of receipt is when the dossier was entered and notified valid; both times are kept [S2-8.1c1]',
  { skip },
  async () => {
    const { id } = await at.dossierIn('submitted', { procedure })
    const entered = house.house.clock.now()
    await moveTo('2026-03-17 14:30')
    const accepted = await at.act('tiepnhan', id, 'accept')
    const minute = (text: unknown) => String(text).slice(0, 16)
    assert.equal(minute(accepted['submittedAt']), minute(entered.toISOString()))
    assert.equal(minute(accepted['acceptedAt']), '2026-03-17T07:30')
    assert.equal(accepted['due'], '2026-03-20T07:30:00.000Z', 'three working days from the valid notice')
    assert.match(await left.paper('congdan', id, 'receipt'), /14 giờ 30 phút, ngày 17 tháng 3 năm 2026/)
  },
)

test('what is not late is not explained, and a result in time needs no letter', async () => {
  const ready = await at.dossierIn('issued', { procedure })
  saysNo(await at.force('lanhdao', ready.id, 'explain-delay', explained), no('not-late'), 'in time')
  await moveTo('2026-04-01 09:00')
  saysNo(
    await at.force('lanhdao', ready.id, 'apologise', { about: 'late', reason: 'x', ...explained, pin: '246810' }),
    no('apology-not-owed'),
    'issued in time',
  )
  assert.equal((await handOver(ready.id)).status, 200)
})

test(
  'portal, one-stop desk, letter of apology, lookup and rating all tell of the one dossier [S3A-2.2]',
  { skip },
  async () => {
    const { id } = await at.dossierIn('submitted', { procedure })
    assert.ok(
      (await left.queue('tiepnhan', 'intake')).includes(id),
      'filed on the portal, it waits at the one-stop desk',
    )
    const { code, due } = await at.bring({ id, state: 'submitted' }, 'assigned')
    await moveTo('2026-04-13 09:00')
    await at.bring({ id, state: 'assigned' }, 'issued')
    await at.act('lanhdao', id, 'apologise')
    const published = await publishedApologies(house.house.db)
    assert.ok(
      published.some((one) => one.due?.toISOString() === due),
      'the letter for its date is published',
    )
    assert.equal((await left.documents('congdan', id, 'apology')).length, 1, 'and lies in the dossier on the portal')
    await at.bring({ id, state: 'issued' }, 'returned')
    assert.equal((await at.api.expect(200, null, 'GET', `/lookup/${code}`)).state, 'returned')
    await at.api.expect(201, 'congdan', 'POST', `/dossiers/${id}/rating`, { score: 3 })
    const { rows } = await withClient(house.ownerUrl, (client) =>
      client.query('select d.code, r.score from ratings.rating r join dossiers.dossier d on d.id = r.dossier'),
    )
    assert.deepEqual(rows, [{ code, score: 3 }])
  },
)
