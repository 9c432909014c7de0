import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { State } from '../dossiers/law/index.ts'
import { openTestHouse, reacher, type TestHouse } from '../../journeys/reach.ts'
import { stepBody } from '../../journeys/walk.ts'

let house: TestHouse
let tokens: string[]
let ids: string[]
let doors: { method: string; path: string }[]

before(async () => {
  house = await openTestHouse()
  const { api, dossierIn, procedureOf } = reacher(house.base)
  tokens = await Promise.all(['congdan', 'tiepnhan', 'chuyenvien', 'thanhtra'].map(api.tokenOf))
  const [draft, assigned] = [await dossierIn('draft'), await dossierIn('assigned')]
  const agency = (await procedureOf('1.001193')).agencies[0].id
  ids = [draft.id, assigned.id, agency, assigned.code, assigned.reference, '1.001193']
  const { paths } = await api.expect(200, null, 'GET', '/openapi.json')
  doors = Object.entries<object>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  )
})
after(() => house.close())

/** Words that have broken other houses: the end of a text, half a letter, a quote, a pattern, a path, a number that is none. */
const nasty = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  "' or 1=1 --",
  '%',
  '\\',
  '../../etc/passwd',
  '{{7*7}}',
  '[object Object]',
  '1e999',
  '-0',
  'NaN',
  '__proto__',
  'constructor',
  '\u202e',
  '🫠',
  '',
  ' ',
]
const word = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 300 }),
)
const known = fc.constantFrom(
  'version',
  'form',
  'attachments',
  'components',
  'component',
  'verdict',
  'reason',
  'outcome',
  'result',
  'fields',
  'to',
  'note',
  'draft',
  'as',
  'pin',
  'by',
  'username',
  'password',
  'procedure',
  'agency',
  'channel',
  'applicant',
  'returnBy',
  'score',
  'kind',
  'identityNumber',
  'declaration',
)
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, false, 0, -1, 1, 2 ** 53, 1e300, 0.5),
    word,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(known, word), tie('json'), { maxKeys: 6 }),
  ),
}))

const shot = fc.record({
  door: fc.nat(),
  who: fc.nat(5),
  id: fc.nat(),
  pathWord: fc.option(word),
  query: fc.dictionary(fc.constantFrom('q', 'cursor', 'limit', 'queue', 'state', 'level', 'field'), word, {
    maxKeys: 3,
  }),
  cursor: fc.option(fc.tuple(word, word)),
  type: fc.constantFrom(
    'application/json',
    'application/json',
    'application/json',
    'application/json; charset=utf-16',
    'text/plain',
    'application/xml',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    '',
    'nonsense',
  ),
  body: fc.oneof(
    { weight: 4, arbitrary: json.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  ),
  key: fc.option(fc.string({ maxLength: 250 }).map((text) => text.replace(/[^\x20-\x7e]/g, '.'))),
})

test('whatever is thrown at any door of the machines is answered, and never with a fault', async () => {
  await fc.assert(
    fc.asyncProperty(shot, async ({ door: which, who, id, pathWord, query, cursor, type, body, key }) => {
      const door = doors[which % doors.length]!
      const filled = door.path.replace(/\{\w+\}/, () =>
        encodeURIComponent((pathWord ?? ids[id % ids.length]!).toWellFormed()),
      )
      const pairs = {
        ...query,
        ...(cursor ? { cursor: Buffer.from(JSON.stringify(cursor)).toString('base64url') } : {}),
      }
      const search = new URLSearchParams(Object.entries(pairs).map(([name, text]) => [name, text.toWellFormed()]))
      const token = tokens[who]
      const answer = await fetch(`${house.base}/api/v1${filled}?${search}`, {
        method: door.method,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(type && door.method !== 'GET' ? { 'content-type': type } : {}),
          ...(key ? { 'idempotency-key': key } : {}),
        },
        ...(door.method === 'GET' ? {} : { body: Buffer.from(body) }),
      })
      const text = await answer.text()
      assert.ok(answer.status < 500, `${door.method} ${filled}?${search} ${type} ${body}: ${answer.status} ${text}`)
    }),
    { numRuns: 150, seed: 20_260_302 },
  )
})

type Bent = { who: string; method: string; path: string; body: unknown }

test('a request that was right until one place in it was bent is answered, and never with a fault', async () => {
  const { api, dossierIn, filing } = reacher(house.base)
  const whole = await filing()
  const acts: Record<string, { state: State; who: string; act: string }> = {
    accept: { state: 'submitted', who: 'tiepnhan', act: 'accept' },
    propose: { state: 'assigned', who: 'chuyenvien', act: 'propose-result' },
    refuse: { state: 'assigned', who: 'chuyenvien', act: 'propose-result' },
    sign: { state: 'approved', who: 'lanhdao', act: 'sign-result' },
  }
  const prepared = new Map<string, Promise<Bent>>()
  const actOn = async (name: string): Promise<Bent> => {
    const { state, who, act } = acts[name]!
    const { id } = await dossierIn(state)
    const body = await stepBody(api, who, id, act, (example) =>
      name === 'refuse'
        ? { ...example, outcome: 'refuse', result: { reasons: ['Chưa đủ căn cứ'], basis: 'Điều 16' } }
        : example,
    )
    return { who, method: 'POST', path: `/dossiers/${id}/acts/${act}`, body }
  }
  const draft = await dossierIn('draft')
  const right = async (name: string): Promise<Bent> => {
    if (name === 'file') return { who: 'congdan', method: 'POST', path: '/dossiers', body: whole }
    if (name === 'edit')
      return {
        who: 'congdan',
        method: 'PATCH',
        path: `/dossiers/${draft.id}`,
        body: { version: 1, form: whole.form, attachments: whole.attachments },
      }
    if (!prepared.has(name)) prepared.set(name, actOn(name))
    return structuredClone(await prepared.get(name)!)
  }

  const bend = fc.record({
    name: fc.constantFrom('file', 'file', 'edit', 'accept', 'propose', 'refuse', 'sign'),
    place: fc.nat(),
    value: json,
    key: fc.option(word),
  })
  await fc.assert(
    fc.asyncProperty(bend, async ({ name, place, value, key }) => {
      const { who, method, path, body } = await right(name)
      const bent = bentAt(body, place, value, key)
      const answer = await api.call(who, method, path, bent)
      if (answer.status === 200) prepared.delete(name)
      assert.ok(
        answer.status < 500,
        `${method} ${path} ${JSON.stringify(bent)}: ${answer.status} ${JSON.stringify(answer.body)}`,
      )
    }),
    { numRuns: 150, seed: 20_260_302 },
  )
})

/** A copy with one place, chosen by number, given another value; with a key it gets one more field beside it. */
function bentAt(body: unknown, place: number, value: unknown, key: string | null): unknown {
  const copy = structuredClone(body)
  const places = placesIn(copy)
  const [holder, name] = places[place % places.length]!
  holder[key ?? name] = value
  return copy
}

function placesIn(value: unknown): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((name) => [
    [holder, name] as [Record<string, unknown>, string],
    ...placesIn(holder[name]),
  ])
}
