// oxlint-disable typescript/no-explicit-any -- what the doors answer is looked at as it comes
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { scannedPdf } from '../../../journeys/papers.ts'
import { monday, openTestHouse, reacher, type Reacher, type TestHouse } from '../../../journeys/reach.ts'
import { saysNo } from '../../../journeys/refusal.ts'
import { type Traces, traces } from '../../../journeys/traces.ts'
import { visitor } from '../../../journeys/visitor.ts'
import { stepBody } from '../../../journeys/walk.ts'
import { system } from '../../audit/index.ts'
import { ledgerOf } from '../../calendar/index.ts'
import { day } from '../../ground/day.ts'
import { changeDays } from '../recompute.ts'
import { workAt } from '../../../journeys/later.ts'

let house: TestHouse
let at: Reacher
let left: Traces
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
  left = traces(house, at)
})
after(() => house.close())

const no = (refusal: string) => ({ status: 409, refusal })
const notThere = { status: 404, refusal: 'not-found' }
/** The clock of the house ticks: this hour, as late as the minute in which it was asked is after nine. */
const counted = ({ askedAt }: { askedAt: string }, hour: string) => {
  const slip = Math.floor((Date.parse(askedAt) - Date.parse(monday)) / 60_000)
  return new Date(Date.parse(hour) + slip * 60_000).toISOString()
}
const legsIn = async (who: string, id: string) => (await at.api.expect(200, who, 'GET', `/dossiers/${id}/legs`)).items
const queueOf = async (who: string, answered = false) =>
  (await at.api.expect(200, who, 'GET', `/legs?answered=${answered}`)).items
const upload = async (who: string, name: string) => at.api.upload(who, `${name}.pdf`, await scannedPdf(name))

/** The answer of an asked agency, on the leg as it stands now. */
async function answer(who: string, leg: string, act: string, body: object) {
  const { dossier } = await at.api.expect(200, who, 'GET', `/legs/${leg}`)
  return at.api.call(who, 'POST', `/dossiers/${dossier.id}/acts/${act}`, { version: dossier.version, leg, ...body })
}

/** What the house does by itself when this instant has come. */
const closeWaits = (instant: string) => workAt(house, instant)['close-waits']()

test('a linked dossier goes to every agency at once with lead, work and hour of each; a result goes to who needs it next and to the counter [S2-10.1d1] [S2-10.1d2] [S2-10.1d3]', async () => {
  const { id } = await at.dossierIn('transferred', { procedure: '2.002621' })
  const all = await legsIn('lanhdao', id)
  assert.deepEqual(
    all.map((leg: any) => [leg.kind, leg.agency.name, leg.asked.work, leg.due]),
    [
      [
        'lead',
        'Ủy ban nhân dân xã An Bình',
        'Đăng ký khai sinh, lấy số định danh, tổng hợp kết quả',
        counted(all[0], '2026-03-05T01:00:00Z'),
      ],
      ['joint', 'Công an xã An Bình', 'Đăng ký thường trú cho trẻ', counted(all[1], '2026-03-03T02:00:00Z')],
      [
        'joint',
        'Bảo hiểm xã hội tỉnh Hòa Giang',
        'Cấp thẻ bảo hiểm y tế cho trẻ',
        counted(all[2], '2026-03-03T07:30:00Z'),
      ],
    ],
  )
  const [, home, card] = all
  assert.deepEqual(
    (await queueOf('congan')).map((one: any) => [one.id, one.from]),
    [[home.id, 'Ủy ban nhân dân xã An Bình']],
  )
  for (const who of ['congan', 'baohiem'])
    assert.equal((await left.subjects(who, id)).filter((subject) => subject.startsWith('Việc phối hợp')).length, 1, who)
  assert.deepEqual(await left.subjects('ykien', id), [], 'who has no part hears nothing')
  const early = await answer('baohiem', card.id, 'finish-leg', { answer: 'Đã cấp thẻ.' })
  saysNo(early, no('earlier-leg-open'), 'before the residence is registered')

  await at.act('lanhdao', id, 'assign', (example) => ({ ...example, to: 'chuyenvien' }))
  const proposed = await at.tryAct('chuyenvien', id, 'propose-result')
  saysNo(proposed, no('legs-open'), 'the lead concludes alone')

  const notice = await upload('congan', 'Thông báo kết quả cư trú')
  const finished = await answer('congan', home.id, 'finish-leg', {
    answer: 'Đã đăng ký thường trú.',
    files: [notice.id],
  })
  assert.equal(finished.status, 200)
  assert.equal(finished.body.outcome, 'answered')
  const next = await at.api.expect(200, 'baohiem', 'GET', `/legs/${card.id}`)
  assert.deepEqual(
    next.earlier.map((one: any) => [one.answer.text, one.files[0].file, one.isOpen]),
    [['Đã đăng ký thường trú.', notice.id, false]],
    'the next agency reads it',
  )
  await at.api.bytes('baohiem', `/files/${notice.id}/content`)
  const [, atCounter] = await legsIn('tiepnhan', id)
  assert.equal(atCounter.answer.text, 'Đã đăng ký thường trú.', 'and so does the counter')
  await at.api.bytes('tiepnhan', `/files/${notice.id}/content`)

  assert.equal((await answer('baohiem', card.id, 'finish-leg', { answer: 'Đã cấp thẻ TE1.' })).status, 200)
  saysNo(await answer('baohiem', card.id, 'finish-leg', { answer: 'Lần hai.' }), no('leg-closed'), 'twice')
  assert.deepEqual(
    (await queueOf('congan', true)).map((one: any) => one.id),
    [home.id],
  )
  await at.act('chuyenvien', id, 'propose-result')
  assert.deepEqual(
    (await left.audited(id)).filter((line) => line.includes('finish-leg')),
    ['congan finish-leg', 'baohiem finish-leg'],
  )
  assert.deepEqual((await left.events('lanhdao', id)).slice(-3), ['leg-finished', 'leg-finished', 'proposed'])
})

test('an asked agency reaches its leg and the papers named for it, and nothing else of the dossier [S1-6.2]', async () => {
  const { id } = await at.dossierIn('assigned', { procedure: '2.002621' })
  const [, home] = await legsIn('lanhdao', id)
  const view = await at.api.expect(200, 'congan', 'GET', `/legs/${home.id}`)
  assert.ok(view.form.residence && view.components.length > 0)
  const paper = view.components[0].attachments[0].file
  await at.api.bytes('congan', `/files/${paper}/content`)
  for (const path of ['', '/acts', '/history', '/documents', '/requests', '/legs'])
    saysNo(await at.api.call('congan', 'GET', `/dossiers/${id}${path}`), notThere, path)
  saysNo(await at.api.call('baohiem', 'GET', `/legs/${home.id}`), notThere, 'another agency’s leg')
  saysNo(await at.api.call('congdan', 'GET', `/legs/${home.id}`), notThere, 'the applicant')
  const { items } = await at.api.expect(200, 'lanhdao', 'GET', `/dossiers/${id}/documents`)
  saysNo(await at.api.call('congan', 'GET', `/files/${items[0].file}/content`), notThere, 'the receipt')
  const body = { version: view.dossier.version, leg: home.id, answer: 'Xong.' }
  saysNo(await at.api.call('baohiem', 'POST', `/dossiers/${id}/acts/finish-leg`, body), notThere, 'not theirs')
  saysNo(
    await at.api.call('congan', 'POST', `/dossiers/${id}/acts/assign`, { version: 1, to: 'x' }),
    notThere,
    'assign',
  )
  const stranger = await upload('congdan', 'Của người khác')
  const stolen = { ...body, files: [stranger.id] }
  saysNo(await at.api.call('congan', 'POST', `/dossiers/${id}/acts/finish-leg`, stolen), no('file-not-yours'), 'file')
  assert.ok((await left.audited(id)).includes('baohiem denied'))

  const note = await upload('congan', 'Thông báo cư trú')
  const given = { answer: 'Đã đăng ký.', files: [note.id] }
  assert.equal((await answer('congan', home.id, 'finish-leg', given)).status, 200)
  const after = await at.api.expect(200, 'congan', 'GET', `/legs/${home.id}`)
  assert.deepEqual([after.form, after.components, after.answer.text], [undefined, [], 'Đã đăng ký.'])
  saysNo(await at.api.call('congan', 'GET', `/files/${paper}/content`), notThere, 'answered: the paper is closed')
  await at.api.bytes('congan', `/files/${note.id}/content`)

  const told = await legsIn('congdan', id)
  assert.deepEqual(told.map((leg: any) => leg.agency.name).slice(1), [
    'Công an xã An Bình',
    'Bảo hiểm xã hội tỉnh Hòa Giang',
  ])
})

const question = 'Đề nghị cho ý kiến về ranh giới.'
async function asked(...names: string[]) {
  const { id } = await at.dossierIn('assigned')
  const agencies = await Promise.all(names.map(agencyOf))
  const dossier = await at.act('chuyenvien', id, 'request-opinion', (example) => ({
    ...example,
    agencies,
    question,
    components: ['birth-proof'],
  }))
  return { id, dossier, legs: await legsIn('chuyenvien', id) }
}
const agencyOf = async (name: string) =>
  (
    await house.house.db
      .selectFrom('organisations.unit')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
  ).id
const [construction, insurance] = ['Sở Xây dựng tỉnh Hòa Giang', 'Bảo hiểm xã hội tỉnh Hòa Giang']

test('opinions are asked of several agencies with an hour each; the last answer gives the dossier back to its officer [S2-10.1b1]', async () => {
  const { id, dossier, legs } = await asked(construction!, insurance!)
  assert.deepEqual([dossier.state, dossier['nationalState']], ['awaiting-opinions', 4])
  assert.deepEqual(
    legs.map((leg: any) => [leg.agency.name, leg.due, leg.asked.work, leg.silence]),
    [construction, insurance].map((name, n) => [
      name,
      counted(legs[n], '2026-03-09T02:00:00Z'),
      question,
      'unanswered',
    ]),
  )
  const again = await at.tryAct('chuyenvien', id, 'request-opinion', (example) => ({
    ...example,
    agencies: [legs[0].agency.id],
  }))
  saysNo(again, no('already-asked'), 'asked twice')
  const nobody = await at.tryAct('chuyenvien', id, 'request-opinion', (example) => ({ ...example, agencies: [id] }))
  saysNo(nobody, no('no-such-agency'), 'nobody')

  const [message] = await left.items('ykien', '/messages')
  assert.deepEqual([message.dossier, message.subject.startsWith('Đề nghị cho ý kiến')], [id, true])
  assert.match(message.body, /trước 09:0\d ngày 09\/03\/2026/)
  const view = await at.api.expect(200, 'ykien', 'GET', `/legs/${legs[0].id}`)
  assert.deepEqual(
    [view.asked.work, view.components.map((one: any) => one.id), view.form],
    [question, ['birth-proof'], undefined],
  )
  const opinion = { stance: 'agree', answer: 'Thống nhất.' }
  assert.equal((await answer('ykien', legs[0].id, 'give-opinion', opinion)).status, 200)
  assert.equal((await at.api.expect(200, 'chuyenvien', 'GET', `/dossiers/${id}`)).state, 'awaiting-opinions')
  assert.equal((await answer('baohiem', legs[1].id, 'give-opinion', { ...opinion, stance: 'other' })).status, 200)
  assert.equal((await at.api.expect(200, 'chuyenvien', 'GET', `/dossiers/${id}`)).state, 'assigned')
  const [first] = await legsIn('chuyenvien', id)
  assert.deepEqual([first.outcome, first.answer], ['answered', { text: 'Thống nhất.', stance: 'agree' }])
  const [told] = await legsIn('congdan', id)
  assert.deepEqual(
    [told.agency.name, told.asked, told.answer],
    [construction, undefined, undefined],
    'what agencies write stays theirs',
  )
  assert.ok((await left.subjects('congdan', id)).some((subject) => subject.includes('được lấy ý kiến')))
})

const minuteAfter = (hour: string) => new Date(Date.parse(hour) + 60_000).toISOString()

test('an agency that stays silent is late, the lead is not: the dossier goes on at the hour and the head of the counter is told [S2-10.1b2]', async () => {
  const { id, legs } = await asked(construction!)
  await closeWaits(legs[0].due)
  assert.equal((await legsIn('chuyenvien', id))[0].outcome, null, 'the last minute is still theirs')
  await closeWaits(minuteAfter(legs[0].due))
  await closeWaits(minuteAfter(legs[0].due))
  const [silent] = await legsIn('chuyenvien', id)
  assert.deepEqual([silent.outcome, silent.isLate], ['unanswered', true])
  const dossier = await at.api.expect(200, 'chuyenvien', 'GET', `/dossiers/${id}`)
  assert.equal(dossier.state, 'assigned')
  assert.deepEqual((await left.events('chuyenvien', id)).slice(-2), ['opinions-requested', 'opinions-closed'], 'once')
  assert.ok((await left.subjects('giamdoc', id)).some((subject) => subject.includes('chưa trả lời')))

  const late = await answer('ykien', legs[0].id, 'give-opinion', { stance: 'disagree', answer: 'Chưa thống nhất.' })
  assert.deepEqual([late.status, late.body.outcome, late.body.isLate], [200, 'late', true])
  assert.equal((await at.api.expect(200, 'chuyenvien', 'GET', `/dossiers/${id}`)).state, 'assigned')
})

test('a verification has its hour, place, participants and content; without one of the four it is not taken [S2-10.1c]', async () => {
  const { id } = await at.dossierIn('assigned')
  const hour = '2026-03-04T01:30:00.000Z'
  const { at: _at, ...rest } = await stepBody(at.api, 'chuyenvien', id, 'schedule-verification')
  for (const lacking of ['at', 'place', 'participants', 'content']) {
    const { [lacking]: _left, ...body } = { at: hour, ...rest } as Record<string, unknown>
    const sent = await at.api.call('chuyenvien', 'POST', `/dossiers/${id}/acts/schedule-verification`, body)
    assert.equal(sent.status, 422, lacking)
  }
  const past = await at.tryAct('chuyenvien', id, 'schedule-verification', (example) => ({
    ...example,
    at: '2026-03-02T08:59:00+07:00',
  }))
  saysNo(past, no('time-gone-by'), 'in the past')
  await at.act('chuyenvien', id, 'schedule-verification', (example) => ({ ...example, at: hour }))
  const [visit] = await legsIn('congdan', id)
  assert.deepEqual([visit.kind, visit.due, visit.asked.place], ['verification', hour, rest.place])
  assert.ok((await left.subjects('congdan', id)).some((subject) => subject.includes('hẹn xác minh')))
  const done = await at.act('chuyenvien', id, 'record-verification')
  assert.equal(done.state, 'assigned')
  assert.deepEqual((await legsIn('chuyenvien', id))[0].answer, {
    text: 'Nội dung khai đúng với thực tế.',
    matches: true,
  })
})

test('on a call for papers the applicant is told which, when and where; what was presented, by which form and with what outcome is kept [S1-11.3]', async () => {
  const { id } = await at.dossierIn('assigned')
  const call = (papers: object[]) =>
    at.tryAct('chuyenvien', id, 'schedule-verification', (example) => ({ ...example, papers }))
  saysNo(await call([{ component: 'bribe' }]), { status: 422, refusal: 'component-unknown' }, 'no such paper')
  const called = await call([{ component: 'birth-proof' }, { component: 'identity-paper' }])
  assert.deepEqual([called.status, called.body.state], [200, 'verifying'])
  assert.ok((await left.subjects('congdan', id)).some((subject) => subject.startsWith('Hãy xuất trình giấy tờ')))
  const [told] = await legsIn('congdan', id)
  assert.deepEqual(
    told.asked.papers.map((one: any) => one.component),
    ['birth-proof', 'identity-paper'],
  )
  const presented = [
    { component: 'birth-proof', form: 'original', matches: true },
    { component: 'identity-paper', form: 'certified-copy', matches: false },
  ]
  const record = (body: object) =>
    at.tryAct('chuyenvien', id, 'record-verification', (example) => ({ ...example, ...body }))
  saysNo(await record({ presented: presented.slice(1), matches: false }), no('papers-unanswered'), 'one left out')
  saysNo(await record({ presented }), no('papers-contradict-outcome'), 'in order although one differs')
  const recorded = await record({ presented, matches: false, findings: 'Thẻ căn cước khác số.' })
  assert.deepEqual([recorded.status, recorded.body.state], [200, 'assigned'])
  const [check] = await legsIn('chuyenvien', id)
  assert.deepEqual(check.answer, { text: 'Thẻ căn cước khác số.', matches: false, presented })
  assert.deepEqual((await left.events('chuyenvien', id)).slice(-2), ['papers-called', 'papers-presented'])
  const { details } = await house.house.db
    .selectFrom('audit.entry')
    .select('details')
    .where('stream', '=', `dossier:${id}`)
    .where('act', '=', 'record-verification')
    .executeTakeFirstOrThrow()
  assert.deepEqual((details as any).presented, presented)
})

test('the forms of a check take what the act takes, and say beside each paper what is missing', async () => {
  const { id } = await at.dossierIn('assigned')
  const officer = visitor(house.base)
  await officer.signIn('chuyenvien')
  const here = (act: string) => `/viec/ho-so/${id}/${act}`
  const set = await officer.post(here('schedule-verification'), {
    'day-day': '4',
    'day-month': '3',
    'day-year': '2026',
    hour: '08:30',
    place: 'Bộ phận Một cửa',
    participants: 'Người nộp',
    content: 'Đối chiếu giấy tờ',
    papers: 'birth-proof',
  })
  assert.equal(set.status, 303)
  const findings = { matches: 'yes', findings: 'Khớp.', 'agrees.birth-proof': 'true' }
  const silent = await officer.post(here('record-verification'), { ...findings, 'form.birth-proof': '' })
  assert.deepEqual([silent.status, silent.html.includes('Chọn bản đã xuất trình: Giấy chứng sinh')], [422, true])
  const recorded = await officer.post(here('record-verification'), { ...findings, 'form.birth-proof': 'main-copy' })
  assert.equal(recorded.status, 303)
  const page = (await officer.get(here('quy-trinh'))).html
  assert.match(page, /Bản chính, khớp/)
})

const toApplicant = async () => {
  const { id } = await at.dossierIn('assigned')
  const shown = await at.act('chuyenvien', id, 'propose-result', (example) => ({ ...example, askApplicant: true }))
  return { id, shown }
}

test('the applicant sees the draft and confirms it; the settlement clock stands still meanwhile [S1-6.1]', async () => {
  const { id, shown } = await toApplicant()
  assert.deepEqual([shown.state, shown['clock'], shown['due']], ['awaiting-confirmation', 'paused', null])
  const { items } = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}/documents`)
  const draft = items.find((one: any) => one.kind === 'result-draft')
  await at.api.bytes('congdan', `/files/${draft.file}/content`)
  saysNo(
    await at.tryAct('congdan', id, 'confirm-draft', (example) => ({ ...example, draft: '0'.repeat(64) })),
    no('draft-changed'),
    'another draft',
  )
  saysNo(
    await at.tryAct('congdan', id, 'confirm-draft', (example) => ({ ...example, agrees: false })),
    no('reason-needed'),
    'no without a word',
  )
  assert.ok(
    (await left.subjects('congdan', id)).some((subject) => subject.startsWith('Hãy xem dự thảo')),
    'told in the thread',
  )
  const confirmed = await at.act('congdan', id, 'confirm-draft')
  assert.deepEqual([confirmed.state, confirmed['clock']], ['proposed', 'running'])
  const after = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}/documents`)
  assert.ok(
    after.items.every((one: any) => one.kind !== 'result-draft'),
    'and sees it no more',
  )
  saysNo(await at.api.call('congdan', 'GET', `/files/${draft.file}/content`), notThere, 'nor its file')
  assert.deepEqual(await left.clock(id, 'settlement'), ['started', 'paused confirmation-asked', 'resumed answered'])
})

test('an applicant who finds a fault sends the draft back to the officer with what is wrong', async () => {
  const { id } = await toApplicant()
  const sent = await at.act('congdan', id, 'confirm-draft', (example) => ({
    ...example,
    agrees: false,
    remarks: 'Sai ngày sinh của mẹ.',
  }))
  assert.equal(sent.state, 'assigned')
  const { items } = await at.api.expect(200, 'chuyenvien', 'GET', `/dossiers/${id}/history`)
  assert.equal(items.at(-1).words.remarks, 'Sai ngày sinh của mẹ.')
})

test('silence for the one day is consent, said as such; nobody but the house may say it', async () => {
  const { id } = await toApplicant()
  const [leg] = await legsIn('congdan', id)
  assert.equal(leg.due, '2026-03-03T10:00:00.000Z')
  const forged = { leg: leg.id }
  for (const who of ['chuyenvien', 'lanhdao', 'congdan'])
    saysNo(await at.api.call(who, 'POST', `/dossiers/${id}/acts/close-wait`, forged), notThere, who)
  await closeWaits('2026-03-03T17:01:00+07:00')
  const dossier = await at.api.expect(200, 'truongphong', 'GET', `/dossiers/${id}`)
  assert.equal(dossier.state, 'proposed')
  assert.deepEqual((await legsIn('congdan', id))[0].outcome, 'agreed')
  assert.equal((await left.events('congdan', id)).at(-1), 'confirmed-by-silence')
})

test('a dossier that ends takes every open leg with it', async () => {
  const { id } = await at.dossierIn('assigned', { procedure: '2.002621' })
  const [, , card] = await legsIn('lanhdao', id)
  const view = await at.api.expect(200, 'baohiem', 'GET', `/legs/${card.id}`)
  const paper = view.components[0].attachments[0].file
  const { id: home } = (await legsIn('lanhdao', id))[1]
  assert.equal((await answer('congan', home, 'finish-leg', { answer: 'Đã đăng ký.' })).status, 200)
  await at.api.bytes('baohiem', `/files/${paper}/content`)
  await at.act('congdan', id, 'withdraw')
  const legs = await legsIn('congdan', id)
  saysNo(await at.api.call('baohiem', 'GET', `/files/${paper}/content`), notThere, 'a paper of a cancelled leg')
  saysNo(await at.api.call('baohiem', 'GET', `/legs/${card.id}`), notThere, 'a cancelled leg')
  saysNo(await at.api.call('congan', 'GET', `/legs/${home}`), notThere, 'an answered leg of a dossier that ended')
  assert.ok(!(await queueOf('congan', true)).some((one: any) => one.id === home))
  assert.deepEqual(
    legs.map((leg: any) => leg.outcome),
    ['cancelled', 'answered', 'cancelled'],
  )
  assert.equal(
    (await queueOf('congan')).some((one: any) => one.id === legs[1].id),
    false,
  )
})

test('across levels the commune examines and passes on, the department decides, the counter that took it in returns it [S2-10.1dd] [S3A-2.1] [S3A-7.2]', async () => {
  const { id, code } = await at.dossierIn('assigned', { procedure: '2.000286', attachments: [] })
  const [here, above] = await legsIn('lanhdao', id)
  const [commune, department] = ['Ủy ban nhân dân xã An Bình', 'Sở Y tế tỉnh Hòa Giang']
  assert.deepEqual(
    [here, above].map((leg: any) => [leg.kind, leg.agency.name, leg.asked.work, leg.due]),
    [
      ['lead', commune, 'Thẩm tra hoàn cảnh, dự thảo đề nghị', counted(here, '2026-03-13T07:30:00Z')],
      ['lead', department, 'Thẩm định, dự thảo quyết định', counted(above, '2026-04-03T07:30:00Z')],
    ],
    'each its stretch; with the counter’s half day they make up 25 working days',
  )
  saysNo(await at.tryAct('chuyenvien', id, 'propose-result'), no('next-agency-decides'), 'the commune decides itself')
  await at.act('chuyenvien', id, 'propose-transfer')
  saysNo(await at.api.call('lanhdaosoyte', 'GET', `/dossiers/${id}`), notThere, 'the department before it is passed on')
  await at.act('lanhdao', id, 'send-back', ({ version }) => ({ version, reason: 'Bổ sung biên bản thăm hộ.' }))
  await at.act('chuyenvien', id, 'propose-transfer')
  const passed = await at.tryAct('lanhdao', id, 'pass-on')
  assert.equal(passed.status, 200)
  saysNo(await at.api.call('lanhdao', 'POST', `/dossiers/${id}/acts/pass-on`, { version: 99 }), notThere, 'twice')

  const there = await at.api.expect(200, 'lanhdaosoyte', 'GET', `/dossiers/${id}`)
  assert.deepEqual(
    [there.state, there.agency.name, there.steps.at(-1).name],
    ['transferred', 'Sở Y tế tỉnh Hòa Giang', 'Phân công thẩm định'],
  )
  await at.act('lanhdaosoyte', id, 'assign', ({ version }) => ({ version, to: 'chuyenviensoyte' }))
  await at.act('chuyenviensoyte', id, 'propose-result')
  await at.act('truongphongsoyte', id, 'approve')
  await at.act('lanhdaosoyte', id, 'sign-result')
  const issued = await at.act('vanthusoyte', id, 'sign-result')
  assert.equal(issued['code'], code)
  await at.act('vanthusoyte', id, 'hand-to-counter')
  assert.equal((await at.act('tiepnhan', id, 'return-result')).state, 'returned')
  assert.deepEqual(
    (await legsIn('tiepnhan', id)).map((leg: any) => leg.outcome),
    ['answered', 'answered'],
  )
  const { items } = await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}/history`)
  const circuit = items
    .map((one: any) => one.by.unit)
    .filter((unit: string | null, n: number, all: any[]) => unit && unit !== all[n - 1])
  assert.deepEqual(circuit, [
    'Trung tâm Phục vụ hành chính công xã An Bình',
    'Ủy ban nhân dân xã An Bình',
    'Phòng Văn hóa - Xã hội xã An Bình',
    'Ủy ban nhân dân xã An Bình',
    'Phòng Văn hóa - Xã hội xã An Bình',
    'Ủy ban nhân dân xã An Bình',
    'Sở Y tế tỉnh Hòa Giang',
    'Phòng Bảo trợ xã hội',
    'Sở Y tế tỉnh Hòa Giang',
    'Trung tâm Phục vụ hành chính công xã An Bình',
  ])
})

test('a closure made known moves the hour of every open leg with that of the dossier, and an answered one stays', async () => {
  const { id } = await at.dossierIn('transferred', { procedure: '2.002621' })
  const [lead, home, card] = await legsIn('lanhdao', id)
  await answer('congan', home.id, 'finish-leg', { answer: 'Xong.' })
  const storm = {
    day: day('2026-03-03'),
    kind: 'local-closure',
    name: 'Nghỉ tránh bão',
    source: '15/QĐ-UBND',
    status: 'confirmed',
  } as const
  const why = { ground: 'Bão số 3', law: '15/QĐ-UBND' }
  const moved = await house.house.atDesk({ ...system, posts: [] }, (desk) =>
    changeDays(desk, { source: why.law, set: [storm] }, why),
  )
  assert.ok(moved.ok)
  assert.deepEqual(
    (await legsIn('lanhdao', id)).map((leg: any) => leg.due),
    [counted(lead, '2026-03-06T01:00:00Z'), home.due, counted(card, '2026-03-04T07:30:00Z')],
  )
  const ledger = await ledgerOf(house.house.db, card.id, 'leg')
  assert.deepEqual(
    ledger.map(({ kind, ground }) => [kind, ground]),
    [
      ['started', undefined],
      ['recomputed', 'Bão số 3'],
    ],
  )
})
