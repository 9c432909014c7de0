import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse, withClient } from '../../journeys/reach.ts'
import { saysNo } from '../../journeys/refusal.ts'
import { neighbour } from '../../journeys/walk.ts'
import { newId } from '../ground/uuid.ts'
import { done } from '../ground/result.ts'
import { deliver } from './index.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

const asOwner = (statement: string, values: unknown[] = []) =>
  withClient(house.ownerUrl, (client) => client.query(statement, values))
const mine = async (who = 'congdan') => (await at.api.expect(200, who, 'GET', '/records/mine/items')).items

test('when the record does not take the result, it is not returned either: all of it or nothing [S0-8.1d2]', async () => {
  const { id, version } = await at.dossierIn('ready-to-return')
  const { db } = house.house
  const { applicant } = await db
    .selectFrom('dossiers.dossier')
    .select('applicant')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { kind } = await db
    .selectFrom('dossiers.result')
    .select('kind')
    .where('dossier', '=', id)
    .executeTakeFirstOrThrow()
  const [record, item] = [newId(), newId()]
  await asOwner(`insert into records.record values ($1, 'CD0000000001', $2, 'person', now())`, [record, applicant])
  await asOwner(
    `insert into records.item (id, record, kind, title, source, origin, legal_status, delivered_at) values ($1, $2, $3, 'Đã có', 'portal', $4, 'created', now())`,
    [item, record, kind, id],
  )
  const before = await traces(id)
  const answer = await at.tryAct('tiepnhan', id, 'return-result')
  assert.equal(answer.status, 500)
  assert.match(answer.body.incident, /^[0-9a-f]{8}$/)
  const { state, version: same } = await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}`)
  assert.deepEqual([state, same], ['ready-to-return', version])
  assert.deepEqual(await traces(id), before)

  await asOwner('delete from records.item where id = $1', [item])
  const returned = await at.act('tiepnhan', id, 'return-result')
  const [delivered] = await mine()
  assert.equal(delivered.deliveredAt, returned['returnedAt'], 'in the record at the very moment of its return')
})

/** What an act leaves behind, apart from who looked. */
async function traces(id: string) {
  const { rows } = await asOwner(
    `select (select count(*) from dossiers.event where dossier = $1) as events, (select count(*) from notifications.message where dossier = $1) as messages,
      (select count(*) from audit.entry where act = 'record-item') as delivered, (select count(*) from audit.entry where stream = 'dossier:' || $1 and act = 'return-result') as returns`,
    [id],
  )
  return rows[0]
}

test('the result lies in the record with its source, its issuer, number and day [S1-7.4] [S1-8.8]', async () => {
  const [item] = await mine()
  const { id, deliveredAt, file, origin, ...said } = item
  assert.deepEqual(said, {
    kind: 'birth-certificate',
    title: said.title,
    number: '01/2026',
    issuer: said.issuer,
    issuerName: 'Ủy ban nhân dân xã An Bình',
    issuedOn: '2026-03-02',
    validTo: null,
    source: 'result',
    legalStatus: 'authenticated',
  })
  assert.ok(id && deliveredAt && origin)
  const bytes = await at.api.bytes('congdan', `/files/${file}/content`)
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
})

test('a citizen and a business each get a record of their own in their first procedure [S0-1.1a]', async () => {
  assert.deepEqual(await mine('doanhnghiep'), [])
  await at.dossierIn('returned', { filer: 'doanhnghiep', procedure: '2.000635' })
  assert.equal((await mine('doanhnghiep')).length, 1)
  const records = await house.house.db.selectFrom('records.record').select(['code', 'kind']).orderBy('kind').execute()
  assert.deepEqual(
    records.map(({ kind }) => kind),
    ['organisation', 'person'],
  )
  assert.match(records[0]!.code, /^TC\d{10}$/)
})

test('an item of the record stands in for an upload in the next dossier, and counts as reused [S0-8.2a2] [S4-3c]', async () => {
  const [item] = await mine()
  const { id } = await at.dossierIn('accepted', { attachments: [{ component: 'birth-proof', recordItem: item.id }] })
  const row = await house.house.db
    .selectFrom('dossiers.dossier')
    .select(['papers', 'papers_reused as reused', 'papers_digitised as digitised'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  assert.deepEqual(row, { papers: 1, reused: 1, digitised: 0 })
  const bytes = await at.api.bytes('tiepnhan', `/files/${item.file}/content`)
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-', 'and the officer reads the very same file')
})

test('nobody else lists a record, opens what lies in it, or files with it [S2-22.2]', async () => {
  const [item] = await mine()
  const theirs = await mine('doanhnghiep')
  assert.ok(theirs.every(({ id }: { id: string }) => id !== item.id))
  saysNo(
    await at.api.call('doanhnghiep', 'GET', `/files/${item.file}/content`),
    { status: 404, refusal: 'not-found' },
    'a stranger opens it',
  )
  const filing = await at.filing({
    filer: 'doanhnghiep',
    procedure: '2.000635',
    attachments: [{ component: 'identity-paper', recordItem: item.id }],
  })
  saysNo(
    await at.api.call('doanhnghiep', 'POST', '/dossiers', filing),
    { status: 409, refusal: 'item-not-yours' },
    'a stranger files with it',
  )
  const counter = await at.filing({
    filer: 'tiepnhan',
    channel: 'counter',
    attachments: [{ component: 'birth-proof', recordItem: item.id }],
  })
  saysNo(
    await at.api.call('tiepnhan', 'POST', '/dossiers', counter),
    { status: 409, refusal: 'item-not-yours' },
    'the counter files with it for another',
  )
})

test('two results returned to one person at the same moment open one record', async () => {
  const applicant = { ...neighbour, displayName: 'Phan Văn Tý', identityNumber: '046085003333' }
  const both = []
  for (const _ of [1, 2])
    both.push(await at.dossierIn('ready-to-return', { filer: 'tiepnhan', channel: 'counter', applicant }))
  const states = await Promise.all(both.map(async ({ id }) => (await at.act('tiepnhan', id, 'return-result')).state))
  assert.deepEqual(states, ['returned', 'returned'])
  const { rows } = await asOwner(
    `select r.code, count(i.id)::int as items from records.record r join accounts.account a on a.id = r.account join records.item i on i.record = r.id
     where a.display_name = 'Phan Văn Tý' group by r.code`,
  )
  assert.deepEqual(
    rows.map(({ items }) => items),
    [2],
  )
})

test('two hundred subjects served at once, twice each, have two hundred records under two hundred codes [S0-2.2b]', async () => {
  const [{ file, issuer }] = await mine()
  const { rows } = await asOwner(
    `insert into accounts.account (id, kind, username, display_name, created_at)
     select gen_random_uuid(), 'person', 'nguoi' || n, 'Người thứ ' || n, now() from generate_series(1, 200) n returning id`,
  )
  const officer = {
    id: (
      await house.house.db
        .selectFrom('accounts.account')
        .select('id')
        .where('username', '=', 'tiepnhan')
        .executeTakeFirstOrThrow()
    ).id,
    kind: 'officer',
    name: '',
  } as const
  const lay = (account: string) =>
    house.house.atDesk(officer, async (desk) =>
      done(
        await deliver(desk, {
          account,
          kind: 'person',
          item: {
            kind: 'birth-certificate',
            title: '',
            number: null,
            issuer,
            issuedOn: '2026-03-02',
            source: 'result',
            origin: newId(),
            file,
            authenticatedBy: officer.id,
          },
        }),
      ),
    )
  await Promise.all(rows.flatMap(({ id }) => [lay(id), lay(id)]))
  const { rows: counted } = await asOwner(
    `select count(distinct r.code)::int as codes, count(distinct r.id)::int as records, count(*)::int as items
     from records.record r join records.item i on i.record = r.id where r.account = any($1)`,
    [rows.map(({ id }) => id)],
  )
  assert.deepEqual(counted, [{ codes: 200, records: 200, items: 400 }])
})

test('the database itself takes no second record under one code or for one subject [S0-2.8]', async () => {
  const { rows } = await asOwner('select code, account from records.record limit 1')
  const taken = ({ code }: { code?: string }) => code === '23505'
  await assert.rejects(
    asOwner(
      `insert into records.record select gen_random_uuid(), $1, id, 'person', now() from accounts.account where username = 'soho'`,
      [rows[0].code],
    ),
    taken,
  )
  await assert.rejects(
    asOwner(`insert into records.record values (gen_random_uuid(), 'CD9999999999', $1, 'person', now())`, [
      rows[0].account,
    ]),
    taken,
  )
})
