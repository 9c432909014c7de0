import assert from 'node:assert/strict'
import { after, before, test, type TestContext } from 'node:test'
import fc from 'fast-check'
import { buildServer } from '../../src/main/server.ts'
import { openTestHouse, reacher, type TestHouse } from '../reach.ts'
import { isSentence } from '../refusal.ts'
import { like } from './schema.ts'
import { heavy, json, seed, times, word } from './words.ts'

type Schema = { [key: string]: unknown }
type Operation = {
  parameters?: { name: string; in: string }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}
type Door = { method: string; path: string; queries: string[]; body: Schema | undefined }

let house: TestHouse
let doors: Door[]
let tokens: string[]
let known: string[]

before(async () => {
  house = await openTestHouse()
  const { api, dossierIn, filing } = reacher(house.base)
  const { paths } = await api.expect(200, null, 'GET', '/openapi.json')
  doors = Object.entries<Record<string, Operation>>(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      queries: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
      body: requestBody?.content['application/json']?.schema,
    })),
  )
  tokens = await Promise.all(['congdan', 'tiepnhan', 'chuyenvien', 'lanhdao', 'thanhtra'].map(api.tokenOf))
  const [draft, assigned] = [await dossierIn('draft'), await dossierIn('assigned')]
  const { agency, attachments } = await filing()
  known = [draft.id, assigned.id, assigned.code, assigned.reference, agency, attachments[0].file, '1.001193']
})
after(() => house.close())

/** A door as the server knows it; acts share one address there. */
const addressOf = ({ method, path }: Pick<Door, 'method' | 'path'>) =>
  `${method} /api/v1${path.replace(/\{(\w+)\}/g, ':$1').replace(/\/acts\/[\w-]+$/, '/acts/:act')}`

/** Every address of the server with its methods, read off the tree it prints. */
function routesIn(tree: string): string[] {
  const above: string[] = []
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods] = /^([│ ]*)[├└]── (\S*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? []
    const depth = indent.length / 4
    above.length = depth
    above[depth] = part
    const own = (methods ?? '').split(', ').filter((method) => method && method !== 'HEAD' && method !== 'OPTIONS')
    return own.map((method) => `${method} ${above.join('').replaceAll('//', '/')}`)
  })
}

test('every address for machines is described, so that each is tried below, and each that is described is there', async () => {
  const app = await buildServer(house.house, { worker: true })
  const routes = routesIn(app.printRoutes({ commonPrefix: false })).filter((one) => one.includes('/api/v1/'))
  await app.close()
  const described = [...new Set(doors.map(addressOf)), 'GET /api/v1/openapi.json']
  assert.deepEqual(routes.toSorted(), described.toSorted())
})

type Shot = {
  who: number
  id: number
  pathWord: string | null
  query: [string, string][]
  body: unknown
  headers: [string, string][]
}

const header = fc.constantFrom<[string, string]>(
  ['accept-language', 'en'],
  ['accept-language', '\u00ff,,;q=a'],
  ['idempotency-key', 'a'.repeat(300)],
  ['idempotency-key', '\u00ff%00'],
  ['accept', 'text/html'],
  ['cookie', 'motcua=a; motcua-ngon-ngu=en; =;;;'],
  ['x-http-method-override', 'DELETE'],
  ['x-forwarded-for', '127.0.0.1, \u00ff'],
  ['host', 'evil.example'],
  ['range', 'bytes=0-,-5'],
  ['if-none-match', '*'],
  ['content-encoding', 'br'],
  ['transfer-encoding', 'chunked'],
  ['authorization', 'Bearer ' + 'a'.repeat(5000)],
)

const shotAt = ({ queries, body }: Door): fc.Arbitrary<Shot> =>
  fc.record({
    who: fc.nat(5),
    id: fc.nat(),
    pathWord: fc.option(word),
    query: fc.array(fc.tuple(fc.oneof(fc.constantFrom('q', 'q[]', 'q[a][b]', '__proto__', ...queries), word), word), {
      maxLength: 4,
    }),
    body: fc.oneof({ weight: 3, arbitrary: body ? like(body) : json }, { weight: 1, arbitrary: json }),
    headers: fc.array(header, { maxLength: 2 }),
  })

/** Every answer is one of ours: no fault, never kept, and a no is a problem with a sentence. */
async function isOurs(answer: Response, told: string): Promise<void> {
  const text = await answer.text()
  const said = `${told}: ${answer.status} ${text.slice(0, 300)}`
  assert.ok(answer.status < 500, said)
  assert.equal(answer.headers.get('cache-control'), 'no-store', said)
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff', said)
  if (answer.status < 400) return
  assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/, said)
  const problem = JSON.parse(text)
  assert.equal(problem.status, answer.status, said)
  if (!told.includes('accept-language')) isSentence(problem.detail, said)
  if (answer.status !== 422) return
  assert.ok(problem.errors.length > 0, said)
  for (const one of problem.errors) assert.equal(typeof one.path, 'string', said)
}

async function shoot({ method, path }: Door, { who, id, pathWord, query, body, headers }: Shot): Promise<void> {
  const filled = path.replace(/\{\w+\}/g, () =>
    encodeURIComponent((pathWord ?? known[id % known.length]!).toWellFormed()),
  )
  const search = new URLSearchParams(query.map(([name, text]) => [name.toWellFormed(), text.toWellFormed()]))
  // Signing out ends the session it is given: it gets one that nobody holds.
  const token = path === '/sessions/current' ? 'a'.repeat(43) : tokens[who]
  const given = headers.filter(([name]) => !['host', 'transfer-encoding'].includes(name))
  const all = new Headers(token ? { authorization: `Bearer ${token}` } : {})
  const sends = method !== 'GET'
  if (sends) all.set('content-type', 'application/json')
  for (const [name, value] of given) all.set(name, value)
  const answer = await fetch(`${house.base}/api/v1${filled}?${search}`, {
    method,
    headers: all,
    ...(sends ? { body: JSON.stringify(body) } : {}),
  })
  await isOurs(answer, `${method} ${filled}?${search} ${JSON.stringify(given)} ${JSON.stringify(body)?.slice(0, 300)}`)
}

test('whatever is thrown at any door of the machines is answered by a problem in its place, never by a fault', async (t: TestContext) => {
  let tried = 0
  for (const door of doors) {
    await fc.assert(
      fc.asyncProperty(shotAt(door), async (shot) => {
        tried += 1
        await shoot(door, shot)
      }),
      { numRuns: times(25), seed },
    )
  }
  t.diagnostic(`${tried} hostile requests at ${doors.length} doors for machines, none answered with a fault`)
})

test('bodies that are costly to read, or no JSON at all, are answered at every door for machines', async (t: TestContext) => {
  let tried = 0
  const token = tokens[0]!
  for (const { method, path } of doors) {
    if (method === 'GET') continue
    const filled = path.replace(/\{\w+\}/g, known[0]!)
    for (const [what, type, body] of heavy) {
      tried += 1
      const mine = path === '/sessions/current' ? 'a'.repeat(43) : token
      const headers = { authorization: `Bearer ${mine}`, 'content-type': type }
      const answer = await fetch(`${house.base}/api/v1${filled}`, { method, headers, body })
      await isOurs(answer, `${what} at ${method} ${path}`)
    }
  }
  t.diagnostic(`${tried} costly or broken bodies, none answered with a fault`)
})
