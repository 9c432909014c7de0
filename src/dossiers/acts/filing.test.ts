import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse } from '../../../journeys/reach.ts'
import { saysNo } from '../../../journeys/refusal.ts'
import { type Traces, traces } from '../../../journeys/traces.ts'

let house: TestHouse
let at: Reacher
let left: Traces
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
  left = traces(house, at)
})
after(() => house.close())

test('whoever is signed in fills in a form, sends it, amends it, and both versions stay [S0-15.4c] [S1-11.1] [S2-12B.6]', async () => {
  const draft = await at.draft()
  const sent = await at.act('congdan', draft.id, 'submit')
  assert.ok(sent.reference)
  const amended = await at.act('congdan', draft.id, 'amend')
  assert.equal(amended.state, 'submitted')
  const before = await house.house.db
    .selectFrom('dossiers.form_before')
    .select('replaced_in')
    .where('dossier', '=', draft.id)
    .execute()
  assert.deepEqual(before, [{ replaced_in: amended.version }])
  assert.deepEqual(await left.events('congdan', draft.id), ['submitted', 'amended'])
})

test('a form filled in and sent online lies with the agency’s counter, under the declaration of who sent it [S3A-2.3a] [S3A-21.2]', async () => {
  const { id } = await at.dossierIn('submitted')
  assert.ok((await left.queue('tiepnhan', 'intake')).includes(id))
  const { details } = await house.house.db
    .selectFrom('dossiers.event')
    .select('details')
    .where('dossier', '=', id)
    .where('event', '=', 'submitted')
    .executeTakeFirstOrThrow()
  assert.match((details as { declared: string }).declared, /chịu trách nhiệm trước pháp luật về tính chính xác, đầy đủ/)
})

test('each paper is taken from the record or uploaded, as the filer has it [S0-17.2b]', async () => {
  await at.dossierIn('returned')
  const { id } = await at.draft({ attachments: [] })
  const cookie = await at.api.cookieOf('congdan')
  const page = await (await fetch(`${house.base}/ho-so/${id}/giay-to`, { headers: { cookie } })).text()
  assert.match(page, /type="file"/)
  assert.match(page, /Giấy khai sinh/, 'what lies in the record is offered')
})

test('no officer makes a filing online one of the counter: there is no way to do it [S3A-4.1]', async () => {
  const { id, version } = await at.draft()
  const bent = await at.api.call('tiepnhan', 'PATCH', `/dossiers/${id}`, { version, returnBy: 'counter' })
  saysNo(bent, { status: 404, refusal: 'not-found' }, 'a draft is its filer’s alone')
  const own = await at.api.call('congdan', 'PATCH', `/dossiers/${id}`, { version, channel: 'counter' })
  assert.equal(own.status, 422, 'the channel is not changed by anybody')
  const sent = await at.dossierIn('submitted')
  const acts = await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${sent.id}/acts`)
  for (const { schema } of acts) assert.ok(!('channel' in schema.properties))
})
