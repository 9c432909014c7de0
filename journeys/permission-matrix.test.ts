import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Caller as Allowed } from '../src/api/openapi.ts'
import { type Act, acts, transitions } from '../src/dossiers/law/index.ts'
import { type Permission, permissions, type Role, roles } from '../src/organisations/law/index.ts'
import { type Caller, everyone } from './everyone.ts'
import { fill } from './fill-schema.ts'
import { openTestHouse, reacher, type TestHouse } from './reach.ts'

type Place = {
  name: string
  id: string
  file: string
  state: 'draft' | 'submitted' | 'assigned'
  leftTheCounter: boolean
}

let house: TestHouse
let callers: Caller[]
let places: Place[]
before(async () => {
  house = await openTestHouse()
  callers = await everyone(house)
  places = await prepared()
})
after(() => house.close())

/** A draft, a dossier at the counter, and one in the agency, in the charge of the processing officer of the story. */
async function prepared(): Promise<Place[]> {
  const at = reacher(house.base)
  const found: Place[] = []
  for (const state of ['draft', 'submitted', 'assigned'] as const) {
    const { id } = await at.dossierIn(state)
    const { file } = await house.house.db
      .selectFrom('dossiers.attachment')
      .select('file')
      .where('dossier', '=', id)
      .executeTakeFirstOrThrow()
    found.push({ name: state, id, file: file!, state, leftTheCounter: state === 'assigned' })
  }
  const own = callers.find(({ name }) => name === 'processing-officer')!
  await house.house.db
    .updateTable('dossiers.dossier')
    .set({ officer: own.officer!.id })
    .where('id', '=', found[2]!.id)
    .execute()
  return found
}

/** What a role sees of this dossier, said from the table of roles alone. */
function reaches({ name, role, here }: Caller, { state }: Place): boolean {
  if (name === 'congdan') return true
  if (!role || state === 'draft') return false
  const { reach } = roles[role]
  const atTheCounter: readonly Role[] = ['one-stop-officer', 'digitiser', 'centre-director', 'cashier', 'notary']
  if (reach === 'province') return true
  if (reach === 'own') return state === 'assigned' && name === 'processing-officer'
  if (reach === 'unit') return here && atTheCounter.includes(role)
  return reach === 'agency' && here
}

/** Whether some row of the transition table names this caller for the act, in whatever state it may be done. */
function named({ name, role }: Caller, act: Act, as: As | undefined, { leftTheCounter }: Place): boolean {
  return transitions.some((step) => {
    if (step.act !== act || (as && step.as !== as)) return false
    if (step.who === 'filer' || step.who === 'applicant') return name === 'congdan'
    if (step.who !== role) return false
    // The two conditions of the table that make an act somebody else's altogether.
    const wanted = { state: 'submitted', proposal: 'result', guidances: 1, supplements: 1 }
    const asked = { ...wanted, forwardedAt: leftTheCounter ? new Date(0) : null } as never
    return !step.only || step.only.refusal !== undefined || step.only.when(asked)
  })
}

const absent = 'khong-co'

type As = 'person' | 'organisation'
type Asked = { method: string; path: string; body?: unknown; who: Allowed; act?: Act; as?: As; place?: Place }

/** What the tables say of this request: not signed in, not there, not permitted, or let in. */
function expected(caller: Caller, { who, act, as, place, body }: Asked): string {
  if (who === 'anyone') return 'in'
  if (!caller.token) return 'sign-in-needed'
  if (who === 'signed-in') return 'in'
  if (who in permissions) {
    if (holds(caller, who as Permission)) return 'in'
    return who === 'propose-settings' && holds(caller, 'see-settings') ? 'not-permitted' : 'not-found'
  }
  // An act on a leg is found by whose leg it is; here no leg is anybody's.
  if (body && 'leg' in (body as object)) return 'not-found'
  const reached = reaches(caller, place!)
  if (who === 'applicant-and-auditors' && reached)
    return caller.name === 'congdan' || holds(caller, 'read-audit') ? 'in' : 'not-permitted'
  if (who === 'applicant-and-auditors') return 'not-found'
  if (who === 'filer' || who === 'applicant') return caller.name === 'congdan' ? 'in' : 'not-found'
  if (!reached) return 'not-found'
  if (who === 'officers-in-reach') return caller.role ? 'in' : 'not-found'
  return act && !named(caller, act, as, place!) ? 'not-permitted' : 'in'
}

const holds = ({ role }: Caller, permission: Permission) =>
  (permissions[permission] as readonly string[]).includes(role ?? '')

async function ask({ token }: Caller, { method, path, body, who }: Asked): Promise<string> {
  const answer = await fetch(`${house.base}/api/v1${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    body: body ? JSON.stringify(body) : null,
  })
  const text = await answer.text()
  const refusal = answer.headers.get('content-type')?.includes('problem+json') ? JSON.parse(text).refusal : undefined
  assert.ok(answer.status < 500, `${method} ${path}: ${answer.status} ${text}`)
  // Who may come in but names what is not there has come in.
  if (refusal === 'not-found' && who === 'anyone') return 'in'
  return ['sign-in-needed', 'not-found', 'not-permitted'].includes(refusal) ? refusal : 'in'
}

type Described = { 'x-motcua-who': Allowed; requestBody?: { content: Record<string, { schema: object }> } }

/** Every address of the description with every method; those of a dossier once for each of the three. */
async function everyRequest(): Promise<Asked[]> {
  const { paths } = (await (await fetch(`${house.base}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Described>>
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([verb, described]) => {
      const who = described['x-motcua-who']
      const schema = described.requestBody?.content['application/json']?.schema
      const act = /\/acts\/([\w-]+)$/.exec(path)?.[1] as Act | undefined
      const filled = schema ? fillBody(schema) : undefined
      // A version that no dossier has: whoever may is told so, and nothing is changed by asking.
      const body = filled && 'version' in filled ? { ...filled, version: 9999 } : filled
      const request = { method: verb.toUpperCase(), who, ...(act ? { act } : {}) }
      const bodies = capacities(act).map((as) => ({ body: as ? { ...body, as } : body, ...(as ? { as } : {}) }))
      if (!path.includes('{id}'))
        return [{ ...request, body, path: path.replace('{key}', 'intake.guidance.max').replace(/\{\w+\}/, absent) }]
      const ofFile = path.startsWith('/files/')
      return places.flatMap((place) =>
        bodies.map((one) => ({
          ...request,
          ...one,
          path: path.replace('{id}', ofFile ? place.file : place.id),
          place,
        })),
      )
    }),
  )
}

/** A filing names a procedure that there is. */
function fillBody(schema: object): object {
  const filled = fill(schema) as object
  return 'procedure' in filled ? { ...filled, procedure: '1.001193' } : filled
}

/** In which capacities an act may be done; most know none. */
function capacities(act: Act | undefined): (As | undefined)[] {
  const known = [...new Set(transitions.flatMap((step) => (step.act === act && step.as ? [step.as] : [])))]
  return known.length > 0 ? known : [undefined]
}

test('every role is let in exactly where the tables of roles, permissions and transitions say: every act, every address [S1-18.1b] [S1-18.1c] [S1-18.2]', async (t) => {
  const requests = (await everyRequest()).filter(({ path, method }) => !harmful(method, path))
  assert.deepEqual(new Set(requests.flatMap(({ act }) => (act ? [act] : []))), new Set(acts), 'every act is asked for')
  const different: string[] = []
  let asked = 0
  await inTurns(
    8,
    callers.flatMap((caller) => requests.map((request) => ({ caller, request }))),
    async ({ caller, request }) => {
      const found = await ask(caller, request)
      const wanted = expected(caller, request)
      asked += 1
      // What names nothing that there is, is not found by whoever may come in either.
      const isAbsent = found === 'not-found' && wanted !== 'sign-in-needed' && request.path.includes(absent)
      if (found !== wanted && !isAbsent)
        different.push(
          `${caller.name} ${request.method} ${request.path} (${request.place?.name ?? ''}): ${found}, not ${wanted}`,
        )
    },
  )
  t.diagnostic(
    `${asked} combinations of ${callers.length} callers and ${requests.length} requests, ${different.length} different`,
  )
  assert.deepEqual(different, [])
})

/** What would end the caller's own session or open accounts is asked by tests of its own. */
const harmful = (method: string, path: string) => method !== 'GET' && /^\/(sessions|accounts)/.test(path)

async function inTurns<T>(many: number, all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const queue = [...all]
  await Promise.all(
    Array.from({ length: many }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next)
    }),
  )
}
