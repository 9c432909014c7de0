import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pageDoors } from '../src/web/index.ts'
import { openTestHouse, reacher, type Reacher, type TestHouse } from './reach.ts'
import { neighbour } from './walk.ts'

const { citizens } = JSON.parse(readFileSync(join(import.meta.dirname, '../provinces/demo/accounts.json'), 'utf8'))
const officers = ['tiepnhan', 'chuyenvien', 'truongphong', 'lanhdao', 'vanthu', 'thanhtra']

let house: TestHouse
let at: Reacher
const dossiers: string[] = []
let file: string
const codes: string[] = []
/** What the applicants told beside their name, which stands on the frame of their own pages. */
const particulars: string[] = []
const names: string[] = []
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
  for (const one of [citizens[0], { ...neighbour, name: neighbour.displayName, identity: neighbour.identityNumber }]) {
    names.push(one.name)
    particulars.push(one.identity, { ...one, ...one.profile }.address)
  }
  const { form } = await at.procedureOf('1.001193')
  particulars.push(form.example.child.name)
  for (const state of ['draft', 'submitted', 'assigned', 'proposed', 'ready-to-return', 'returned'] as const) {
    const one = await at.dossierIn(state)
    dossiers.push(one.id)
    if (one.code) codes.push(one.code)
  }
  const { items } = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${dossiers.at(-1)}/documents`)
  file = items[0].file
})
after(() => house.close())

type Shown = { who: string; address: string; personal: boolean; traced: boolean }

async function lastEntry(): Promise<number> {
  const { id } = await house.house.db
    .selectFrom('audit.entry')
    .select((eb) => eb.fn.max('id').as('id'))
    .executeTakeFirstOrThrow()
  return id ?? 0
}

/** Looks at an address and says whether the answer tells something personal, and whether the looking was written down for who looked. */
async function look(who: string, address: string, headers: Record<string, string>): Promise<Shown> {
  const before = await lastEntry()
  const answer = await fetch(house.base + address, { headers, redirect: 'manual' })
  const kind = answer.headers.get('content-type') ?? ''
  const text = Buffer.from(await answer.arrayBuffer()).toString('utf8')
  if (kind.startsWith('text/html')) {
    assert.doesNotMatch(
      text,
      /<script(?![^>]*\ssrc=)|\son[a-z]+\s*=\s*"|javascript:/i,
      `${address} carries a script in itself`,
    )
    assert.match(answer.headers.get('content-security-policy') ?? '', /script-src 'self'(;|$)/, address)
  }
  const told = [...particulars, ...(who === 'congdan' ? [] : names)]
  const personal = answer.status === 200 && (/pdf|image/.test(kind) || told.some((one) => text.includes(one)))
  const rows = await house.house.db
    .selectFrom('audit.entry as e')
    .innerJoin('accounts.account as a', 'a.id', 'e.actor')
    .select(['e.stream', 'e.details', 'e.act', 'e.subject'])
    .where('e.id', '>', before)
    .where('a.username', '=', who)
    .execute()
  const traced = rows.some(({ act, details }) => act !== 'sign-in' && Object.keys(details as object).length > 0)
  return { who, address, personal, traced }
}

/** Every way to fill the gaps of an address that could lead somewhere. */
function filled(path: string): string[] {
  const gaps: [RegExp, string[]][] = [
    [/^(\/viec)?\/tep\/:id|^\/files\/\{id\}/, [file]],
    [/:id|\{id\}/, dossiers],
    [/:code|\{code\}/, ['1.001193']],
    [/:queue/, ['tat-ca', 'all', 'tiep-nhan']],
    [/:page/, ['1', '2']],
    [/:language/, []],
    [/\{key\}/, codes],
  ]
  for (const [gap, values] of gaps)
    if (gap.test(path)) return values.flatMap((value) => filled(path.replace(/:\w+|\{\w+\}/, value)))
  return [path]
}

/** Of all who may look, the first of each kind to whom this address tells something. */
async function untraced(
  path: string,
  as: readonly string[],
  prefix: string,
  headersOf: (who: string) => Promise<Record<string, string>>,
) {
  const seen: Shown[] = []
  for (const who of as)
    for (const address of filled(path)) {
      // One applicant and one officer are enough: the others go the same way.
      if (seen.some((one) => (one.who === 'congdan') === (who === 'congdan'))) break
      const shown = await look(who, prefix + address, await headersOf(who))
      if (shown.personal) seen.push(shown)
    }
  return seen
}

const personalPages: string[] = []

test('every page that shows what a person told leaves an entry for whoever looked', async () => {
  const silent: string[] = []
  for (const door of pageDoors) {
    if (!door.get || door.path.startsWith('/kieu-dang') || door.path === '/dang-xuat') continue
    const as = door.for === 'officer' ? officers : door.for === 'citizen' ? ['congdan'] : ['congdan', ...officers]
    const seen = await untraced(door.path, as, '', async (who) => ({ cookie: await at.api.cookieOf(who) }))
    if (seen.length > 0) personalPages.push(door.path)
    silent.push(...seen.filter(({ traced }) => !traced).map(({ who, address }) => `${door.path}: ${who} ${address}`))
  }
  assert.deepEqual(silent, [])
  assert.ok(personalPages.length > 20, personalPages.join(' '))
})

test('every door for machines that answers what a person told leaves an entry for whoever asked', async () => {
  const { paths } = await at.api.expect(200, null, 'GET', '/openapi.json')
  const silent: string[] = []
  const personal: string[] = []
  for (const [path, methods] of Object.entries<Record<string, any>>(paths)) {
    // What is open to anyone tells of nobody: the examples of a published form are invented.
    if (!methods['get']?.security) continue
    const asked = path === '/register' ? '/register?from=2026-03-01&to=2026-03-03' : path
    const seen = await untraced(asked, ['congdan', ...officers], '/api/v1', async (who) => ({
      authorization: `Bearer ${await at.api.tokenOf(who)}`,
    }))
    if (seen.length > 0) personal.push(path)
    silent.push(...seen.filter(({ traced }) => !traced).map(({ who, address }) => `${path}: ${who} ${address}`))
  }
  assert.deepEqual(silent, [])
  assert.ok(personal.length >= 5, personal.join(' '))
})
