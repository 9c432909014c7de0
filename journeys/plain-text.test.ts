import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Client } from 'pg'
import { openLog } from '../src/ground/log.ts'
import { openKeyring, Tampered } from '../src/ground/vault/index.ts'
import { sealedPlaces } from '../src/main/rewrap.ts'
import { stories, tell } from './endings.ts'
import { openTestHouse, reacher, type TestHouse, withClient } from './reach.ts'
import { neighbour, walk } from './walk.ts'

const root = join(import.meta.dirname, '..')
const { citizens } = JSON.parse(readFileSync(join(root, 'provinces/demo/accounts.json'), 'utf8'))

let house: TestHouse
const logged: string[] = []
/** What citizens told, by what it is: nothing of it may be found but where the list says so. */
const told = {
  name: new Set<string>(),
  identity: new Set<string>(),
  particulars: new Set<string>(),
  answer: new Set<string>(),
}
const papers = ['Giấy chứng sinh', 'Giấy tờ']

before(async () => {
  const log = openLog('trace', { write: (line: string) => void logged.push(line) })
  house = await openTestHouse({ log, worker: true, env: { MOTCUA_LOG: 'trace' } })
  const { api, tryAct, dossierIn, procedureOf } = reacher(house.base)
  for (const person of [
    ...citizens,
    { ...neighbour, name: neighbour.displayName, identity: neighbour.identityNumber },
  ]) {
    told.name.add(person.name)
    told.identity.add(person.identity)
    const { phone, email, address, representative } = { ...person, ...person.profile }
    for (const one of [phone, email, address, representative]) if (one) told.particulars.add(one)
  }
  await walk(house.base, '1.001193', 'online')
  await walk(house.base, '1.004873', 'counter')
  for (const story of stories.slice(0, 2)) await tell(house.base, story)
  for (const code of ['1.001193', '1.004873']) answersOf((await procedureOf(code)).form.example)
  for (const name of [...told.name, ...told.particulars]) told.answer.delete(name)
  // A refusal, somebody out of reach, a wrong password, and a fault that tells what was asked.
  const { id } = await dossierIn('assigned')
  await tryAct('chuyenvien', id, 'propose-result', (example) => ({ ...example, outcome: 'nothing of the kind' }))
  await api.call('doanhnghiep', 'GET', `/dossiers/${id}`)
  await api.call(null, 'POST', '/sessions', { username: citizens[0].identity, password: 'sai-mat-khau-9' })
  await api.call('tiepnhan', 'GET', `/dossiers?queue=all&q=${encodeURIComponent(citizens[0].name)}`)
})
after(() => house.close())

/** Free text and numbers of the answers; words that any form has (a yes, a sex, a nation) tell nothing. */
function answersOf(value: unknown): void {
  if (typeof value === 'string' && (/\d{9,}/.test(value) || (value.length >= 12 && /\s/.test(value))))
    told.answer.add(value)
  if (value && typeof value === 'object') for (const one of Object.values(value)) answersOf(one)
}

const needles = () => [...told.name, ...told.identity, ...told.particulars, ...told.answer]
const spellings = (needle: string) => [needle, needle.normalize('NFD'), folded(needle), encodeURIComponent(needle)]
const folded = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase()
const finds = (text: string) => needles().filter((needle) => spellings(needle).some((one) => text.includes(one)))

test('of what citizens told nothing lies open in the database but what the list in docs says, and why [S0-5a]', async () => {
  const found = await withClient(house.ownerUrl, searched)
  const listed = [
    ...readFileSync(join(root, 'docs/plain-text.md'), 'utf8').matchAll(/^\| `([\w.]+)`\s+\|[^|]+\|[^|]{20,}\|$/gm),
  ]
  assert.deepEqual([...found.keys()].toSorted(), listed.map(([, column]) => column!).toSorted())
  for (const [column, what] of found)
    for (const kind of ['identity', 'particulars', 'answer'] as const)
      assert.deepEqual(
        what.filter((one) => told[kind].has(one)),
        [],
        `${column} holds ${kind}`,
      )
})

/** Every column of every table, of the queue too, with what of the citizens was found in it. */
async function searched(client: Client): Promise<Map<string, string[]>> {
  const { rows: tables } = await client.query<{ name: string }>(`
    select n.nspname || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`)
  const found = new Map<string, string[]>()
  for (const { name } of tables) {
    // Published procedures are nobody's data; their examples are what the invented citizens answer with.
    if (name.startsWith('procedures.')) continue
    const { rows } = await client.query<Record<string, unknown>>(`select * from ${name}`)
    for (const [column, values] of columnsOf(rows)) {
      const what = finds(values)
      if (what.length > 0) found.set(`${name}.${column}`, what)
    }
  }
  return found
}

function columnsOf(rows: readonly Record<string, unknown>[]): [string, string][] {
  const text = (value: unknown) =>
    Buffer.isBuffer(value) ? value.toString('utf8') : typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return Object.keys(rows[0] ?? {}).map((column) => [column, rows.map((row) => text(row[column])).join('\n')])
}

test('no kept file shows what it is or what stands in it [S0-5a]', () => {
  const folder = join(house.house.config.data, 'files')
  const kept = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
  assert.ok(kept.length > 20, `${kept.length} files`)
  for (const path of kept) {
    const bytes = readFileSync(path)
    assert.doesNotMatch(bytes.subarray(0, 16).toString('latin1'), /%PDF|PNG|JFIF|Exif/, path)
    const text = bytes.toString('utf8')
    assert.deepEqual([...finds(text), ...papers.filter((one) => text.includes(one))], [], path)
  }
})

test('whoever runs the machines has the database, every file and the monitoring, and without the keys opens nothing [S2-18.1]', async () => {
  const watched = await Promise.all(
    ['/healthz', '/metrics'].map(async (path) => (await fetch(house.base + path)).text()),
  )
  assert.deepEqual(finds(watched.join('\n')), [], 'what monitoring shows')
  const folder = mkdtempSync(join(tmpdir(), 'motcua-other-keys-'))
  const others = await openKeyring(join(folder, 'master.json'))
  let sealed = 0
  await withClient(house.ownerUrl, async (client) => {
    for (const { table, column, kind } of await sealedPlaces(house.house.db)) {
      if (kind === 'inside-json') continue
      const { rows } = await client.query<{ bytes: Buffer }>(
        `select ${column} as bytes from ${table} where ${column} is not null limit 3`,
      )
      for (const { bytes } of rows) {
        sealed += 1
        const wrapped = kind === 'file-key' ? bytes : bytes.subarray(1, 43)
        assert.throws(() => others.unwrap(wrapped), Tampered, `${table}.${column}`)
      }
    }
  })
  rmSync(folder, { recursive: true })
  assert.ok(sealed > 20, `${sealed} sealed values`)
})

test('neither names nor numbers nor answers nor passwords reach the log at its most talkative', () => {
  house.house.log.error({ probe: true }, 'the log is kept')
  assert.ok(logged.some((line) => line.includes('the log is kept')))
  const text = logged.join('')
  assert.deepEqual(finds(text), [])
  for (const secret of ['Demo@12345', '246810', 'sai-mat-khau-9']) assert.ok(!text.includes(secret), secret)
})

test('no screen of whoever administers or audits, no log and no export shows a password, a PIN or what is kept of them [S0-15.3a]', async () => {
  const { api } = reacher(house.base)
  const secrets = ['Demo@12345', '246810', 'sai-mat-khau-9', '$argon2', 'password_', 'locked_key']
  const seen = [logged.join('')]
  for (const [who, path] of [
    ['quantri', '/quan-tri'],
    ['quantri', '/quan-tri/cai-dat'],
    ['thanhtra', '/quan-tri/nhat-ky'],
  ] as const) {
    const page = await fetch(house.base + path, { headers: { cookie: await api.cookieOf(who) } })
    assert.equal(page.status, 200, path)
    seen.push(await page.text())
  }
  const { rows } = await withClient(house.ownerUrl, (client) =>
    client.query('select details::text as text from audit.entry'),
  )
  seen.push(rows.map(({ text }) => text).join('\n'))
  for (const text of seen) for (const secret of secrets) assert.ok(!text.includes(secret), secret)
})
