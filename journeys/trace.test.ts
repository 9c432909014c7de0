import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { verify } from '../src/audit/index.ts'
import { contentHash, dossierFor, formChangesOf, type Reader } from '../src/dossiers/index.ts'
import { withPosts } from '../src/organisations/index.ts'
import { dayOf } from '../src/ground/day.ts'
import { versionById } from '../src/procedures/index.ts'
import { monday, openTestHouse, reacher, type Reacher, stations, type TestHouse, withClient } from './reach.ts'

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
    details: told(details as Record<string, unknown>),
    position,
    when,
  }))
}

/** What an entry says besides the session and the kind of device in which it was done. */
const told = ({ session: _session, device: _device, ...details }: Record<string, unknown>) => details

async function streamOf(username: string): Promise<string> {
  const { id } = await house.house.db
    .selectFrom('accounts.account')
    .select('id')
    .where('username', '=', username)
    .executeTakeFirstOrThrow()
  return `account:${id}`
}

type Whole = {
  act: string
  actor: string | null
  at: Date
  details: Record<string, unknown>
  hash: Buffer
  material: Buffer
}

/** The entries of a stream as they stand, with the bytes that were hashed. */
async function entriesWithin(stream: string): Promise<Whole[]> {
  const { rows } = await sql<Whole>`
    select act, actor, occurred_at as at, details, hash, audit.material(e) as material
    from audit.entry e where stream = ${stream} order by position`.execute(house.house.db)
  return rows
}

/** An officer as the pages know them. */
async function readerOf({ house: { db, vault, clock } }: TestHouse, username: string): Promise<Reader> {
  const account = await db
    .selectFrom('accounts.account')
    .select(['id', 'display_name as name'])
    .where('username', '=', username)
    .executeTakeFirstOrThrow()
  const now = clock.now()
  return { db, vault, now, reader: await withPosts(db, { ...account, kind: 'officer' }, dayOf(now)) }
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

test('every act is its holder’s: the entry names account, session and kind of device, the same as at the sign-in [S2-24.5]', async () => {
  const agents = {
    'chrome android': 'Mozilla/5.0 (Linux; Android 14; SM-A055F) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36',
    'firefox windows': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0',
  }
  const sessions = new Map<string, unknown>()
  const stream = await streamOf('doanhnghiep')
  for (const [device, agent] of Object.entries(agents)) {
    const before = (await entriesWithin(stream)).length
    const headers = { 'user-agent': agent, 'content-type': 'application/json' }
    const body = JSON.stringify({ username: 'doanhnghiep', password: 'Demo@12345' })
    const opened = await fetch(`${house.base}/api/v1/sessions`, { method: 'POST', headers, body })
    const { token } = (await opened.json()) as { token: string }
    const signed = { ...headers, authorization: `Bearer ${token}` }
    await fetch(`${house.base}/api/v1/records/mine/items`, { headers: signed })
    const refusedFiling = JSON.stringify({ procedure: '9.999999' })
    await fetch(`${house.base}/api/v1/dossiers`, { method: 'POST', headers: signed, body: refusedFiling })
    const fresh = (await entriesWithin(stream)).slice(before)
    assert.deepEqual(
      fresh.map(({ act }) => act),
      ['sign-in', 'open-record'],
    )
    for (const { actor, details } of fresh) {
      assert.equal(`account:${actor}`, stream)
      assert.equal(details['device'], device)
      assert.match(String(details['session']), /^[0-9a-f]{12}$/)
      assert.equal(details['session'], fresh[0]!.details['session'])
    }
    sessions.set(device, fresh[0]!.details['session'])
  }
  assert.equal(new Set(sessions.values()).size, 2, 'two sessions are told apart')
  const officers = (await entriesWithin(await streamOf('chuyenvien'))).filter(({ actor }) => actor !== null)
  assert.ok(officers.length > 0 && officers.every(({ details }) => details['session'] && details['device']))
  const cookie = await at.api.cookieOf('thanhtra')
  const shown = await (await fetch(`${house.base}/quan-tri/nhat-ky?nguoi=doanhnghiep`, { headers: { cookie } })).text()
  assert.ok(shown.includes('firefox windows') && shown.includes(String(sessions.get('firefox windows'))))
})

test('a message that was sent and a line of history are neither changed nor deleted, whoever asks the database; the chains hold [S3A-4.3] [S4-7b]', async () => {
  const { db } = house.house
  const { id } = await db.selectFrom('notifications.message').select('id').limit(1).executeTakeFirstOrThrow()
  const kept = () => db.selectFrom('notifications.message').selectAll().where('id', '=', id).executeTakeFirst()
  const before = await kept()
  const tries = [
    `delete from notifications.message where id = '${id}'`,
    `update notifications.message set template = 'dossier.refused' where id = '${id}'`,
    `update notifications.message set body_sealed = body_sealed || '\\x00' where id = '${id}'`,
    `update notifications.message set body_sealed = overlay(body_sealed placing '\\x00' from 50) where id = '${id}'`,
    `delete from dossiers.event where version = 2`,
    `update dossiers.event set by = null`,
    `update dossiers.event set at = at - interval '1 day'`,
  ]
  for (const statement of tries) {
    await assert.rejects(sql.raw(statement).execute(db), /neither changed nor deleted/, statement)
    // Who owns the tables is stopped as well.
    await withClient(house.ownerUrl, (owner) => assert.rejects(owner.query(statement), /neither changed nor deleted/))
  }
  await withClient(house.ownerUrl, (owner) =>
    assert.rejects(owner.query('truncate notifications.message cascade'), /neither changed nor deleted/),
  )
  await assert.rejects(sql`delete from audit.entry`.execute(db), /permission denied/)
  for (const method of ['DELETE', 'PUT', 'PATCH'])
    assert.equal((await at.api.call('congdan', method, `/messages/${id}`, {})).status, 404, method)
  assert.deepEqual(await kept(), before)
  assert.equal((await verify(db)).holds, true)
})

test('a changed answer can be traced back: what it was, what it became, who changed it and when [S0-4.3b]', async () => {
  const { id } = await at.dossierIn('submitted')
  const before = (await entries(`dossier:${id}`)).at(-1)!.position
  await at.act('congdan', id, 'amend', (example) => {
    const form = structuredClone(example.form)
    form.child.hometown = 'Phường Phú Xuân, thành phố Huế'
    return { ...example, form }
  })
  const amended = (await entries(`dossier:${id}`, before)).find(({ what }) => what === 'congdan amend')!
  assert.equal(amended.details['form'], true)
  const reader = await readerOf(house, 'tiepnhan')
  const dossier = (await dossierFor(reader, id))!
  const { definition } = await versionById(house.house.db, dossier.procedureVersion)
  const [change, ...more] = await formChangesOf(reader, dossier, definition.form)
  assert.equal(more.length, 0)
  assert.deepEqual([change!.by, change!.at.getTime()], ['Nguyễn Thị Thùy Dương', amended.when.getTime()])
  const row = change!.rows.find(({ pointer }) => pointer === '/child/hometown')!
  assert.deepEqual([row.before, row.after], ['Phường Thuận Hóa, thành phố Huế', 'Phường Phú Xuân, thành phố Huế'])
  const cookie = await at.api.cookieOf('tiepnhan')
  const page = await (await fetch(`${house.base}/viec/ho-so/${id}/nhat-ky`, { headers: { cookie } })).text()
  for (const said of ['Nội dung khai đã thay đổi', 'Phường Phú Xuân', 'Phường Thuận Hóa'])
    assert.ok(page.includes(said), said)
})

test('every transaction of a dossier has its actor, its time, the hash of its content and its result, and each of them verifies [S1-4.3]', async () => {
  const { id } = await at.dossierIn('returned')
  const { db, vault } = house.house
  const all = await entriesWithin(`dossier:${id}`)
  const transactions = all.filter(({ act }) => !['open', 'file'].includes(act))
  assert.equal(transactions.length, stations.length)
  for (const { act, actor, at: when, details, hash, material } of transactions) {
    assert.ok(actor && when && details['to'], act)
    assert.deepEqual(createHash('sha256').update(material).digest(), hash, `${act}: content and hash belong together`)
  }
  const submitted = transactions.find(({ act }) => act === 'submit')!
  const dossier = await db.selectFrom('dossiers.dossier').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const form = vault.openJson<Record<string, unknown>>(dossier.form_sealed, `dossiers.form:${id}`)
  const papers = await db
    .selectFrom('dossiers.attachment')
    .select(['component', 'position', 'file', 'item'])
    .where('dossier', '=', id)
    .execute()
  assert.equal(submitted.details['content'], await contentHash({ sql: db, vault }, form, papers))
  const other = await contentHash({ sql: db, vault }, { ...form, note: 'khác' }, papers)
  assert.notEqual(submitted.details['content'], other)
})

test('after all of it every chain holds', async () => {
  const { holds, entries: walked, breaks } = await verify(house.house.db)
  assert.deepEqual([holds, breaks], [true, []])
  assert.ok(walked > 60)
})
