import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse, withClient } from '../../../journeys/reach.ts'
import { saysNo } from '../../../journeys/refusal.ts'
import { stepBody } from '../../../journeys/walk.ts'
import { unlockKeys } from './unlock.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

const no = (refusal: string, at?: string) => ({ status: 409, refusal, ...(at ? { at } : {}) })
const asOwner = (statement: string, values: unknown[] = []) =>
  withClient(house.ownerUrl, (client) => client.query(statement, values))
const certificateOf = (username: string) =>
  `(select c.id from signatures.certificate c join signatures.device d on d.certificate = c.id join accounts.account a on a.id = d.custodian where a.username = '${username}')`
const deviceOf = async (username: string) =>
  (
    await asOwner(
      `select d.state, d.wrong_pins as wrong from signatures.device d join accounts.account a on a.id = d.custodian where a.username = $1`,
      [username],
    )
  ).rows[0]

test('a wrong PIN signs nothing and is counted, although everything else of the act is undone [S3B-11.1]', async () => {
  const { id, version } = await at.dossierIn('approved')
  saysNo(
    await at.tryAct('lanhdao', id, 'sign-result', (body) => ({ ...body, pin: '000000' })),
    no('pin-wrong', 'pin'),
    'wrong',
  )
  saysNo(
    await at.tryAct('lanhdao', id, 'sign-result', ({ pin: _pin, ...body }) => body),
    no('pin-needed', 'pin'),
    'none',
  )
  assert.deepEqual(await deviceOf('lanhdao'), { state: 'in-use', wrong: 1 })
  const same = await at.api.expect(200, 'lanhdao', 'GET', `/dossiers/${id}`)
  assert.deepEqual([same.state, same.version], ['approved', version])
  const { rows } = await asOwner(
    `select e.act from audit.entry e join accounts.account a on e.actor = a.id where a.username = 'lanhdao' and e.act like 'refused:%' order by e.id`,
  )
  assert.deepEqual(
    rows.map(({ act }) => act),
    ['refused:pin-wrong', 'refused:pin-needed'],
  )
  await at.act('lanhdao', id, 'sign-result')
  assert.deepEqual(await deviceOf('lanhdao'), { state: 'in-use', wrong: 0 }, 'the right one begins the count anew')
})

test('five wrong PINs in a row lock the device, also for the right one, and only that device', async () => {
  const { id } = await at.dossierIn('approved')
  const withPin = (pin: string) => at.tryAct('lanhdao', id, 'sign-result', (body) => ({ ...body, pin }))
  for (const attempt of [1, 2, 3, 4, 5])
    saysNo(await withPin(`00000${attempt}`), no('pin-wrong', 'pin'), `attempt ${attempt}`)
  assert.deepEqual(await deviceOf('lanhdao'), { state: 'locked', wrong: 5 })
  saysNo(await withPin('246810'), no('device-locked'), 'the right one')
  assert.deepEqual(await deviceOf('vanthu'), { state: 'in-use', wrong: 0 })
  await asOwner(`update signatures.device set state = 'in-use', wrong_pins = 0`)
  await at.act('lanhdao', id, 'sign-result')
})

test('a try that was never answered is none: whatever ends the house meanwhile locks nobody out', async () => {
  const { id } = await at.dossierIn('approved')
  const device = `id = (select d.id from signatures.device d join accounts.account a on a.id = d.custodian where a.username = 'lanhdao')`
  const { rows } = await asOwner(`select locked_key as key from signatures.device where ${device}`)
  await asOwner(`update signatures.device set locked_key = '\\x00' where ${device}`)
  for (const attempt of [1, 2, 3, 4, 5, 6])
    assert.equal((await at.tryAct('lanhdao', id, 'sign-result')).status, 500, `attempt ${attempt}`)
  await asOwner(`update signatures.device set locked_key = $1 where ${device}`, [rows[0].key])
  assert.deepEqual(await deviceOf('lanhdao'), { state: 'in-use', wrong: 0 })
  await at.act('lanhdao', id, 'sign-result')
})

test('five wrong PINs at the same moment lock it as well', async () => {
  const { id } = await at.dossierIn('approved')
  const answers = await Promise.all(
    [1, 2, 3, 4, 5].map((n) => at.tryAct('lanhdao', id, 'sign-result', (body) => ({ ...body, pin: `11111${n}` }))),
  )
  for (const answer of answers) assert.equal(answer.status, 409)
  assert.equal((await deviceOf('lanhdao')).state, 'locked')
  await asOwner(`update signatures.device set state = 'in-use', wrong_pins = 0`)
})

test('of twelve PINs guessed at the same moment five are judged, and the right one among the rest opens nothing', async () => {
  const { id } = await at.dossierIn('approved')
  const pins = ['000001', '000002', '000003', '000004', '000005', '000006', ...Array(6).fill('246810')]
  const body = await stepBody(at.api, 'lanhdao', id, 'sign-result')
  const answers = await Promise.all(
    pins.map((pin) => at.api.call('lanhdao', 'POST', `/dossiers/${id}/acts/sign-result`, { ...body, pin })),
  )
  const judged = answers.filter(({ body }) => body.refusal === 'pin-wrong')
  const signed = answers.filter(({ status }) => status === 200)
  assert.ok(
    judged.length <= 5 && judged.length + signed.length >= 1,
    JSON.stringify(answers.map(({ body }) => body.refusal)),
  )
  if (signed.length === 0) {
    assert.deepEqual(judged.map(({ body }) => body.left).toSorted(), [0, 1, 2, 3, 4])
    assert.deepEqual(await deviceOf('lanhdao'), { state: 'locked', wrong: 5 })
  }
  await asOwner(`update signatures.device set state = 'in-use', wrong_pins = 0`)
})

test('a wrong PIN says how many tries are left, and somebody who runs the machine can open a locked device again', async () => {
  const { id } = await at.dossierIn('approved')
  const wrong = () => at.tryAct('lanhdao', id, 'sign-result', (body) => ({ ...body, pin: '999999' }))
  const { body } = await wrong()
  assert.equal(body.left, 4)
  assert.match(body.errors[0].message, /còn 4 lần nhập/)
  for (const attempt of [2, 3, 4, 5]) saysNo(await wrong(), no('pin-wrong', 'pin'), `attempt ${attempt}`)
  saysNo(await wrong(), no('device-locked'), 'locked')
  const account = await house.house.db
    .selectFrom('accounts.account')
    .select('id')
    .where('username', '=', 'lanhdao')
    .executeTakeFirstOrThrow()
  await unlockKeys(house.house.db, account.id, house.house.clock.now())
  await at.act('lanhdao', id, 'sign-result')
})

test('with a certificate that is revoked, over, not yet begun or another’s, nothing is signed', async () => {
  const { id } = await at.dossierIn('approved')
  const mine = certificateOf('lanhdao')
  const { rows } = await asOwner(`select valid_from, valid_to from signatures.certificate where id = ${mine}`)
  const [{ valid_from: from, valid_to: to }] = rows
  const cases: [string, string][] = [
    ['revoked', `revoked_at = '2026-03-02T08:00:00+07:00'`],
    ['over', `valid_to = '2026-03-02T08:59:00+07:00'`],
    ['not yet begun', `valid_from = '2027-01-01T00:00:00+07:00'`],
    ['another’s', `account = (select id from accounts.account where username = 'chutich')`],
  ]
  const account = `(select id from accounts.account where username = 'lanhdao')`
  for (const [what, change] of cases) {
    await asOwner(`update signatures.certificate set ${change} where id = ${mine}`)
    saysNo(await at.tryAct('lanhdao', id, 'sign-result'), no('no-certificate'), what)
    await asOwner(
      `update signatures.certificate set revoked_at = null, valid_from = $1, valid_to = $2, account = ${account} where id = ${mine}`,
      [from, to],
    )
  }
  await at.act('lanhdao', id, 'sign-result')
})

test('a result is not issued over a personal signature whose certificate was revoked before it was made', async () => {
  const { id } = await at.dossierIn('signed-by-person')
  const mine = certificateOf('lanhdao')
  await asOwner(`update signatures.certificate set revoked_at = '2026-03-02T08:00:00+07:00' where id = ${mine}`)
  const answer = await at.tryAct('vanthu', id, 'sign-result')
  saysNo(answer, no('signature-not-valid'), 'issued over an invalid one')
  assert.equal(answer.body.position, 1)
  assert.equal((await at.api.expect(200, 'vanthu', 'GET', `/dossiers/${id}`)).state, 'signed-by-person')
  await asOwner(`update signatures.certificate set revoked_at = null where id = ${mine}`)
  await at.act('vanthu', id, 'sign-result')
})

test('no door and no table gives away a private key: at rest it is locked by its PIN [S3B-4.4]', async () => {
  const { rows } = await asOwner('select locked_key from signatures.device where locked_key is not null')
  assert.ok(rows.length >= 3)
  for (const { locked_key: key } of rows) {
    assert.equal(key.subarray(0, 4).toString(), 'MCK1')
    // PKCS#8 begins with a sequence and version 0; and RSA's identifier stands in every one of them.
    assert.ok(!key.includes(Buffer.from('06092a864886f70d010101', 'hex')))
  }
})
