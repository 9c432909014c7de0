import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { scannedPdf } from '../../../journeys/papers.ts'
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

const no = (refusal: string) => ({ status: 409, refusal })
const paper = async (title: string) => (await at.api.upload('congdan', `${title}.pdf`, await scannedPdf(title))).id
const named = /Giấy chứng sinh/

async function form(place?: string) {
  const { form: asked } = await at.procedureOf('1.001193')
  const example = structuredClone(asked.example)
  if (place) example.child.name = place
  return example
}

test('an amendment that changes nothing is refused, and nothing is written', async () => {
  const { id, version } = await at.dossierIn('submitted')
  const { items } = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}/history`)
  const [row] = await house.house.db
    .selectFrom('dossiers.attachment')
    .select(['component', 'file'])
    .where('dossier', '=', id)
    .execute()
  const same = [{ component: row!.component, file: row!.file }]
  for (const body of [{ form: await form() }, { attachments: same }, { form: await form(), attachments: same }])
    saysNo(await at.force('congdan', id, 'amend', body), no('nothing-changed'), JSON.stringify(Object.keys(body)))
  assert.equal((await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}`)).version, version)
  assert.equal((await left.items('congdan', `/dossiers/${id}/history`)).length, items.length)
  const example = await at.act('congdan', id, 'amend')
  assert.equal(example.version, version + 1, 'the example changes something')
})

test('a paper that was asked for is not answered by changing something else; the sentence names it [S1-12.1]', async () => {
  const { id } = await at.dossierIn('submitted')
  await at.act('tiepnhan', id, 'return-with-guidance')
  const other = await at.force('congdan', id, 'supplement', { form: await form('Nguyễn Trần Bảo Châu') })
  saysNo(other, { ...no('asked-paper-unanswered'), at: 'attachments' }, 'another answer')
  assert.match(other.body.detail, named)
  assert.deepEqual(other.body.components, ['birth-proof'])
  const [row] = await house.house.db
    .selectFrom('dossiers.attachment')
    .select('file')
    .where('dossier', '=', id)
    .where('component', '=', 'birth-proof')
    .execute()
  const again = [{ component: 'birth-proof', file: row!.file }]
  saysNo(await at.force('congdan', id, 'supplement', { attachments: again }), no('asked-paper-unanswered'), 'the same')
  const elsewhere = [{ component: 'residence-proof', file: await paper('Giấy tờ khác') }]
  saysNo(await at.force('congdan', id, 'supplement', { attachments: elsewhere }), no('asked-paper-unanswered'), 'other')
  const fresh = [{ component: 'birth-proof', file: await paper('Giấy chứng sinh rõ') }]
  const answered = await at.force('congdan', id, 'supplement', { attachments: fresh })
  assert.deepEqual([answered.status, answered.body.state], [200, 'submitted'])
})

test('whoever cannot bring a paper anew says why it stays, and the officer reads it with the request', async () => {
  const { id } = await at.dossierIn('assigned')
  await at.act('chuyenvien', id, 'request-supplement')
  const why = 'Bệnh viện chỉ cấp một bản; bản này đã là bản gốc.'
  const body = { explanations: [{ component: 'birth-proof', text: why }] }
  const answered = await at.force('congdan', id, 'supplement', body)
  assert.deepEqual([answered.status, answered.body.state], [200, 'assigned'])
  const [request] = await left.items('chuyenvien', `/dossiers/${id}/requests`)
  assert.deepEqual(request.answer.explanations, body.explanations)
  assert.ok(request.answeredAt)
})

test('a declaration that was asked for is mended in the e-form that stands in its place', async () => {
  const { id } = await at.dossierIn('submitted')
  await at.act('tiepnhan', id, 'return-with-guidance', (example) => ({
    ...example,
    components: example.components.map(({ component }: { component: string }) =>
      component === 'declaration'
        ? { component, verdict: 'fail', reason: 'Tên của con ghi chưa đúng.' }
        : { component, verdict: 'ok' },
    ),
  }))
  const mended = await at.force('congdan', id, 'supplement', { form: await form('Nguyễn Trần Bảo Châu') })
  assert.deepEqual([mended.status, mended.body.state], [200, 'submitted'])
})

test('a refusal in the record proves nothing: it is no paper of another dossier, by whatever door it comes', async () => {
  const { id } = await at.dossierIn('assigned')
  const refusal = { outcome: 'refuse', result: { fields: { reasons: ['Không đủ điều kiện.'] } } }
  await at.act('chuyenvien', id, 'propose-result', (example) => ({ ...example, ...refusal }))
  await at.bring({ id, state: 'proposed' }, 'signed-by-person')
  assert.equal((await at.act('vanthu', id, 'sign-result')).state, 'refused')
  await at.act('vanthu', id, 'hand-to-counter')
  const returned = await at.act('tiepnhan', id, 'return-result')
  assert.deepEqual([returned['outcome'], returned.state], ['refuse', 'returned'])
  const item = (await left.items('congdan', '/records/mine/items')).find(({ kind }) => kind === 'refusal')
  const lent = [{ component: 'birth-proof', recordItem: item.id }]
  const filing = await at.filing({ attachments: lent })
  saysNo(await at.api.call('congdan', 'POST', '/dossiers', filing), no('item-is-a-refusal'), 'a new dossier')
  const other = await at.dossierIn('submitted')
  saysNo(await at.force('congdan', other.id, 'amend', { attachments: lent }), no('item-is-a-refusal'), 'a change')
})

test('no letter for asking once more is signed where nothing more may be asked, nor a second one before the first is sent [S1-14.1d]', async () => {
  const { id } = await at.dossierIn('assigned')
  const letter = (about: string) => ({ about, reason: 'Lần trước chưa nêu đủ.', pin: '246810' })
  await at.act('chuyenvien', id, 'request-supplement')
  await at.act('congdan', id, 'supplement')
  saysNo(await at.force('giamdoc', id, 'apologise', letter('second-supplement')), no('apology-not-owed'), 'forbidden')
  const offers = await at.api.expect(200, 'giamdoc', 'GET', `/dossiers/${id}/acts`)
  assert.deepEqual(offers, [])

  const guided = await at.dossierIn('submitted')
  await at.act('tiepnhan', guided.id, 'return-with-guidance')
  await at.act('congdan', guided.id, 'supplement')
  await at.act('giamdoc', guided.id, 'apologise')
  const second = await at.force('giamdoc', guided.id, 'apologise', letter('second-guidance'))
  saysNo(second, no('apology-not-owed'), 'one lies there unsent')
})

test('how often an applicant was asked is never set back: not by an amendment, not by an answer, each place by itself [S1-14.1c]', async () => {
  const { id } = await at.dossierIn('submitted')
  await at.act('tiepnhan', id, 'return-with-guidance')
  await at.act('congdan', id, 'supplement')
  const amended = await at.act('congdan', id, 'amend')
  assert.deepEqual(amended['asked'], { guidances: 1, supplements: 0 })
  await at.bring({ id, state: 'submitted' }, 'assigned')
  await at.act('chuyenvien', id, 'request-supplement')
  const answered = await at.act('congdan', id, 'supplement')
  assert.deepEqual(answered['asked'], { guidances: 1, supplements: 1 })
})
