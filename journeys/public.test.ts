import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { looksAMinute } from '../src/lookup/index.ts'
import { policyFor } from '../src/policy/index.ts'
import { openTestHouse, reacher, type Reacher, stations, type TestHouse } from './reach.ts'
import { saysNo } from './refusal.ts'
import { walk } from './walk.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

const look = (key: string) => at.api.call(null, 'GET', `/lookup/${encodeURIComponent(key)}`)
const missed = { status: 404, refusal: 'not-found' }

test('many who look at once are each told of the dossier they asked for, and of no other', async () => {
  const dossiers = [await at.dossierIn('submitted'), await at.dossierIn('accepted'), await at.dossierIn('assigned')]
  const asked = dossiers.flatMap(({ code, reference, state }) =>
    [code, reference, reference.toLowerCase()].flatMap((key) => (key ? [{ key, state }] : [])),
  )
  const answers = await Promise.all([...asked, ...asked].map(({ key }) => look(key)))
  const unknown = await Promise.all(['NO-SUCH-CODE', 'null', '[]', '"'].map(look))
  assert.deepEqual(
    answers.map(({ status, body }) => [status, body.state]),
    [...asked, ...asked].map(({ state }) => [200, state]),
  )
  assert.deepEqual(
    unknown.map(({ status }) => status),
    [404, 404, 404, 404],
  )
})

test('whoever holds the code follows a dossier through every state, at the moment it changes [S3A-8.2] [S2-8.2c]', async () => {
  let dossier = await at.dossierIn('submitted')
  const told: string[] = []
  for (const { state } of stations) {
    dossier = await at.bring(dossier, state)
    const { status, body } = await look(dossier.code ?? dossier.reference)
    assert.deepEqual([status, body.state], [200, state])
    assert.equal(
      body.timeline.at(-1).at,
      (await at.api.expect(200, 'congdan', 'GET', `/dossiers/${dossier.id}/history`)).items.at(-1).at,
    )
    told.push(body.stateText)
  }
  for (const words of told) assert.match(words, /^\p{Lu}.+/u)
  assert.equal(told.length, stations.length)
  const byReference = await look(dossier.reference)
  assert.deepEqual(byReference.body, (await look(dossier.code)).body, 'the reference leads there too')
  assert.equal((await look(` ${dossier.code.toLowerCase()} `)).status, 200, 'however it is typed')
})

test('what is told says nothing of who it is about, nor which officer holds it', async () => {
  const { code } = await at.dossierIn('assigned')
  const { body } = await look(code)
  assert.deepEqual(Object.keys(body).toSorted(), [
    'code',
    'due',
    'holder',
    'procedure',
    'state',
    'stateText',
    'timeline',
  ])
  const text = JSON.stringify(body)
  const people = [
    'Thùy Dương',
    'Hồng Nhung',
    'Thanh Phương',
    'Hữu Phước',
    'congdan',
    'chuyenvien',
    '046192003517',
    '0905123456',
    'example.vn',
    'Đông Hòa',
  ]
  for (const secret of people) assert.ok(!text.includes(secret), `${secret} in ${text}`)
  assert.equal(body.holder, 'Ủy ban nhân dân xã An Bình')
  assert.ok(
    body.timeline.every((line: object) => Object.keys(line).every((key) => ['at', 'event', 'unit'].includes(key))),
  )
})

test('the state at the public door is the state at every other one [S3A-2.4] [S2-5.4b]', async () => {
  const { id, code } = await at.dossierIn('proposed')
  const { body: outside } = await look(code)
  for (const who of ['congdan', 'tiepnhan', 'chuyenvien', 'lanhdao']) {
    const inside = await at.api.expect(200, who, 'GET', `/dossiers/${id}`)
    assert.deepEqual([inside.state, inside.due], [outside.state, outside.due], who)
  }
})

test('a draft cannot be looked up, by nothing that is known of it', async () => {
  const { id } = await at.dossierIn('draft')
  for (const key of [id, 'null', 'undefined', '%', '_', "' or true --", '', ' ']) {
    const { status } = await look(key)
    assert.equal(status, 404, key)
  }
})

test('an issued result is genuine for whoever types its identifier; no other identifier is, and no person is named', async () => {
  await walk(house.base, '2.000635', 'online')
  const { identifier } = await house.house.db
    .selectFrom('dossiers.result')
    .select('identifier')
    .where('number', 'is not', null)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  const said = await at.api.expect(200, null, 'GET', `/verify/${identifier}`)
  assert.deepEqual(Object.keys(said).toSorted(), ['date', 'genuine', 'inForce', 'issuer', 'number', 'title'])
  assert.ok(said.genuine && said.inForce)
  assert.ok(!/Dương|Phước|Thoa/.test(JSON.stringify(said)))
  const other = identifier.replace(/.$/, (last) => (last === '2' ? '3' : '2'))
  saysNo(await at.api.call(null, 'GET', `/verify/${other}`), missed, 'one sign off')
})

test('whoever guesses codes is stopped after a while; whoever holds one is not, and neither door stops the other', async () => {
  const { code } = await at.dossierIn('accepted')
  const guess = (n: number) => at.api.call(null, 'GET', `/verify/AAAAA-${String(n).padStart(5, '2')}`)
  let guesses = 1
  let answer = await guess(guesses)
  while (answer.status === 404 && guesses < 3 * looksAMinute) answer = await guess((guesses += 1))
  assert.ok(guesses > looksAMinute - 5, `stopped at guess ${guesses}`)
  saysNo(answer, { status: 429, refusal: 'too-many-requests' }, 'one guess too many')
  saysNo(await look('H99.31.01-260302-9998'), missed, 'the other door is open')
  for (let n = 0; n < looksAMinute + 5; n += 1) assert.equal((await look(code)).status, 200, `hit ${n}`)
})

test('codes follow each other: who walks through them is stopped at both doors, and the reference on the receipt answers all the same', async () => {
  const [known, next] = [await at.dossierIn('accepted'), await at.dossierIn('accepted')]
  assert.equal((await look(known.code)).status, 200)
  const { db, clock } = house.house
  const most = (await policyFor(db, clock.now())).get('lookup.public.codes')
  const walked = db.updateTable('ground.throttle').set({ hits: most }).where('subject', 'like', 'lookup-codes:%')
  assert.equal((await walked.executeTakeFirstOrThrow()).numUpdatedRows, 1n, 'one count an address')
  const tooMany = { status: 429, refusal: 'too-many-requests' }
  for (let n = 0; n < 2; n += 1) saysNo(await look(next.code), tooMany, 'one code more')
  const page = await fetch(`${house.base}/tra-cuu/${next.code}`)
  assert.equal(page.status, 429)
  assert.match(await page.text(), /Mã tra cứu in trên giấy tiếp nhận/)
  assert.equal((await look(known.code)).status, 200, 'the same again is no step further')
  assert.deepEqual([(await look(next.reference)).status, (await look(next.reference)).body.code], [200, next.code])
})

test('whoever watches the machine learns that it is well and how much it does, and nothing of anybody', async () => {
  const health = await fetch(`${house.base}/healthz`)
  assert.deepEqual([health.status, await health.json()], [200, { status: 'ok' }])
  const metrics = await (await fetch(`${house.base}/metrics`)).text()
  assert.match(metrics, /^motcua_dossiers\{state="accepted"\} [1-9]/m)
  for (const secret of ['Dương', 'congdan', 'H99.31', 'T2603']) assert.ok(!metrics.includes(secret), secret)
})
