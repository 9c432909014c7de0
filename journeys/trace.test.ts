import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verify } from '../src/audit/index.ts'
import { monday, openTestHouse, reacher, type Reacher, stations, type TestHouse } from './reach.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

/** The entries of a stream as `who act`, oldest first. */
async function entries(stream: string, after = 0) {
  const rows = await house.house.db
    .selectFrom('audit.entry as e')
    .leftJoin('accounts.account as a', 'a.id', 'e.actor')
    .select(['a.username', 'e.act', 'e.details', 'e.position', 'e.occurred_at as at'])
    .where('e.stream', '=', stream)
    .where('e.position', '>', after)
    .orderBy('e.position')
    .execute()
  return rows.map(({ username, act, details, position, at: when }) => ({
    what: `${username} ${act}`,
    details: details as Record<string, unknown>,
    position,
    when,
  }))
}

async function streamOf(username: string): Promise<string> {
  const { id } = await house.house.db
    .selectFrom('accounts.account')
    .select('id')
    .where('username', '=', username)
    .executeTakeFirstOrThrow()
  return `account:${id}`
}

test('every act on a dossier stands in its stream with who did it, when, and what came of it [S1-22.1] [S1-17.2d]', async () => {
  const { id } = await at.dossierIn('returned')
  const done = (await entries(`dossier:${id}`)).filter(({ what }) => !what.endsWith(' open'))
  assert.deepEqual(
    done.map(({ what, details }) => `${what} → ${String(details['to'] ?? 'draft')}`),
    [
      'congdan file → draft',
      ...stations.map(({ who, act, state }) => `${who === 'filer' ? 'congdan' : who} ${act} → ${state}`),
    ],
  )
  for (const { when } of done) assert.ok(Math.abs(when.getTime() - Date.parse(monday)) < 600_000)
})

test('three people open a dossier: three openings stand there in order, with whence and from which unit [S0-4.3a]', async () => {
  const { id } = await at.dossierIn('assigned')
  const before = (await entries(`dossier:${id}`)).at(-1)!.position
  const { items } = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}/documents`)
  await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}`)
  await at.api.expect(200, 'lanhdao', 'GET', `/dossiers/${id}/history`)
  await at.api.bytes('chuyenvien', `/files/${items[0].file}/content`)
  const opened = await entries(`dossier:${id}`, before)
  assert.deepEqual(
    opened.map(({ what, details }) => `${what} ${String(details['what'])}`),
    [
      'congdan open documents',
      'tiepnhan open dossier',
      'lanhdao open history',
      `chuyenvien open file:${items[0].file}`,
    ],
  )
  for (const { what, details } of opened) {
    assert.equal(details['from'], '127.0.0.1')
    assert.equal(details['unit'] === undefined, what.startsWith('congdan'))
  }
})

test('who tries what they have no right to finds nothing, and stands in the audit with what they tried [S0-5b]', async () => {
  const { id, version } = await at.dossierIn('submitted')
  const { items } = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}/documents`)
  const before = (await entries(`dossier:${id}`)).at(-1)!.position
  for (const path of ['', '/acts', '/history', '/documents'])
    await at.api.expect(404, 'doanhnghiep', 'GET', `/dossiers/${id}${path}`)
  await at.api.expect(404, 'doanhnghiep', 'POST', `/dossiers/${id}/acts/forward`, { version })
  await at.api.expect(404, 'doanhnghiep', 'PATCH', `/dossiers/${id}`, { version })
  const tried = await entries(`dossier:${id}`, before)
  assert.deepEqual(
    tried.map(({ what, details }) => `${what} ${String(details['what'])}`),
    [...[1, 2, 3, 4].map(() => 'doanhnghiep denied dossier'), 'doanhnghiep denied forward', 'doanhnghiep denied edit'],
  )
  await at.api.expect(404, 'doanhnghiep', 'GET', `/files/${items[0].file}/content`)
  const owners = await entries(await streamOf('congdan'))
  assert.deepEqual(
    [owners.at(-1)!.what, owners.at(-1)!.details['what']],
    ['doanhnghiep denied', `file:${items[0].file}`],
  )
})

test('every refusal stands in the stream of whoever heard it, and leaves nothing else behind', async () => {
  const { id, version } = await at.dossierIn('submitted')
  const stream = await streamOf('tiepnhan2')
  await at.api.tokenOf('tiepnhan2')
  const before = (await entries(stream)).at(-1)!.position
  const own = (await entries(`dossier:${id}`)).length
  await at.api.expect(409, 'tiepnhan2', 'POST', `/dossiers/${id}/acts/accept`, { version, components: [] })
  await at.api.expect(409, 'tiepnhan2', 'POST', `/dossiers/${id}/acts/accept`, { version: 99, components: [] })
  await at.api.expect(409, 'tiepnhan2', 'POST', `/dossiers/${id}/acts/forward`, { version })
  await at.api.expect(409, 'tiepnhan2', 'POST', `/dossiers/${id}/acts/approve`, { version, draft: 'a'.repeat(64) })
  const refusals = (await entries(stream, before)).map(({ what }) => what)
  assert.deepEqual(
    refusals,
    ['components-unmarked', 'stale-version', 'wrong-state', 'not-permitted'].map((code) => `tiepnhan2 refused:${code}`),
  )
  assert.equal((await entries(`dossier:${id}`)).length, own)
})

test('a list leaves one entry with its filter and its count, a record one with how much was seen', async () => {
  const stream = await streamOf('chutich')
  await at.api.expect(200, 'chutich', 'GET', '/dossiers?queue=all&q=Thuy%20Duong&limit=2')
  const listed = (await entries(stream)).at(-1)!
  assert.equal(listed.what, 'chutich list')
  assert.deepEqual(listed.details, { queue: 'all', searched: true, count: 2 })
  await at.api.expect(200, 'congdan', 'GET', '/records/mine/items')
  const opened = (await entries(await streamOf('congdan'))).at(-1)!
  assert.deepEqual([opened.what, opened.details['count']], ['congdan open-record', 1])
})

test('no entry carries a name, a number of identity, an answer or a word that somebody wrote [S0-5a]', async () => {
  const rows = await house.house.db.selectFrom('audit.entry').select(['act', 'subject', 'details']).execute()
  const text = JSON.stringify(rows)
  for (const secret of ['Thùy Dương', '046192003517', 'Minh An', 'Hồng Nhung', 'thuy.duong@', '905123456'])
    assert.ok(!text.includes(secret), secret)
})

test('a signature stands in its signer’s stream with certificate and draft, bound to the file it made [S3B-11.1]', async () => {
  const { id } = await at.dossierIn('issued')
  const { draft } = await house.house.db
    .selectFrom('dossiers.result')
    .select('draft')
    .where('dossier', '=', id)
    .executeTakeFirstOrThrow()
  const { sha256 } = await house.house.db
    .selectFrom('documents.file')
    .select('sha256')
    .where('id', '=', draft)
    .executeTakeFirstOrThrow()
  for (const [who, act] of [
    ['lanhdao', 'sign-as-person'],
    ['vanthu', 'sign-as-organisation'],
  ] as const) {
    const signed = (await entries(await streamOf(who))).at(-1)!
    assert.equal(signed.what, `${who} ${act}`)
    assert.equal(signed.details['draft'], sha256.toString('hex'))
    assert.match(String(signed.details['serial']), /^[0-9A-F]{16,}$/i)
  }
})

test('after all of it every chain holds', async () => {
  const { holds, entries: walked, breaks } = await verify(house.house.db)
  assert.deepEqual([holds, breaks], [true, []])
  assert.ok(walked > 60)
})
