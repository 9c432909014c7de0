import assert from 'node:assert/strict'
import { after, before, test, type TestContext } from 'node:test'
import fc from 'fast-check'
import { filesUnder, read } from '../../src/main/reading.ts'
import { pageDoors } from '../../src/web/index.ts'
import type { PageDoor } from '../../src/web/visit.ts'
import { openTestHouse, type Reached, reacher, type TestHouse } from '../reach.ts'
import { formOn, type Seen, tokenOn, type Visitor, visitor } from '../visitor.ts'
import { heavy, seed, times, word } from './words.ts'

const people = [
  'congdan',
  'doanhnghiep',
  'tiepnhan',
  'chuyenvien',
  'truongphong',
  'lanhdao',
  'vanthu',
  'quantri',
] as const

/** Every state in which somebody finds a form to send. */
const states = [
  'draft',
  'submitted',
  'accepted',
  'transferred',
  'assigned',
  'proposed',
  'approved',
  'signed-by-person',
  'issued',
  'ready-to-return',
  'returned',
] as const

let house: TestHouse
let visitors: Map<string, Visitor>
let known: string[]
let pages: string[]

before(async () => {
  house = await openTestHouse()
  visitors = new Map([['', visitor(house.base)]])
  for (const name of people) {
    const one = visitor(house.base)
    await one.signIn(name)
    visitors.set(name, one)
  }
  const { dossierIn, filing, procedureOf } = reacher(house.base)
  pages = (await procedureOf('1.001193')).form.layout.pages.map(({ id }: { id: string }) => id)
  const reached: Reached[] = []
  for (const state of states) reached.push(await dossierIn(state))
  const { attachments } = await filing()
  known = [
    ...reached.map(({ id }) => id),
    attachments[0].file,
    '1.001193',
    '2.000815',
    reached[4]!.code,
    'vi',
    '1',
    'tat-ca',
  ]
})
after(() => house.close())

/** Signing out, and a new password, would end the visits of this test; they have tests of their own. */
const leaves = (path: string) => path === '/dang-xuat'

/** Doors that hand out papers: files, and the register and control sheets in print. */
const givesPapers = ['/tep/', '/viec/tep/', '/viec/so/in', '/viec/ho-so/:id/phieu-kiem-soat']

/** Every answer is one of ours: no fault, never kept by a browser or a proxy, no frame, and a page in Vietnamese when it is one. */
function isOurs({ status, html, headers, location }: Seen, path: string, told: string): void {
  const said = `${told}: ${status} ${html.slice(0, 200)}`
  assert.ok(status < 500, said)
  assert.equal(headers.get('cache-control'), 'no-store', said)
  assert.equal(headers.get('x-content-type-options'), 'nosniff', said)
  assert.ok(headers.get('content-security-policy'), said)
  if (status >= 300 && status < 400)
    return assert.match(location, /^\/(?![/\\])/, `${said} leads out of the house: ${location}`)
  if (status === 200 && givesPapers.some((begins) => path.startsWith(begins))) return
  assert.match(headers.get('content-type') ?? '', /^text\/html/, said)
  assert.match(html, /<html lang="(vi|en)"[\s\S]*<h1/, said)
  assert.ok(
    !html.includes('<script>alert(1)') && !html.includes('<img src=x'),
    `${told} wrote what it was sent into the page`,
  )
}

const fill = (path: string, word: string | null, id: number) =>
  path
    .replace(/:page/, () => pages[id % pages.length]!)
    .replace(/:\w+/g, () => encodeURIComponent((word ?? known[id % known.length]!).toWellFormed()))

type Shot = { who: string; id: number; pathWord: string | null; query: [string, string][] }
const shot: fc.Arbitrary<Shot> = fc.record({
  who: fc.constantFrom('', ...people),
  id: fc.nat(),
  pathWord: fc.option(word),
  query: fc.array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(
          'q',
          'tu',
          've',
          'ma',
          'loai',
          'trang',
          'xong',
          'sau',
          'het-han',
          'thu-tuc',
          'tai-khoan',
          'q[]',
          '__proto__',
        ),
        word,
      ),
      word,
    ),
    { maxLength: 4 },
  ),
})

const search = (query: [string, string][]) =>
  new URLSearchParams(query.map(([name, text]) => [name.toWellFormed(), text.toWellFormed()]))

test('whatever address is asked for at any door for people, a page answers and never a fault', async (t: TestContext) => {
  let tried = 0
  for (const door of pageDoors) {
    if (!door.get) continue
    await fc.assert(
      fc.asyncProperty(shot, async ({ who, id, pathWord, query }) => {
        tried += 1
        const path = `${fill(door.path, pathWord, id)}?${search(query)}`
        isOurs(await visitors.get(who)!.get(path), door.path, `GET ${path} as ${who || 'nobody'}`)
      }),
      { numRuns: times(8), seed },
    )
  }
  t.diagnostic(`${tried} hostile addresses at ${pageDoors.length} doors for people, none answered with a fault`)
})

type Way = { who: string; path: string }

const ways = new Map<string, Promise<Way[]>>()
function waysTo(door: PageDoor): Promise<Way[]> {
  const known = ways.get(door.path) ?? searchWays(door)
  ways.set(door.path, known)
  return known
}

/** Everybody who finds a form behind a door, and at which address. */
async function searchWays({ path, for: audience }: PageDoor): Promise<Way[]> {
  const citizens = ['congdan', 'doanhnghiep']
  const who =
    audience === 'anyone'
      ? ['', 'congdan']
      : people.filter((one) => citizens.includes(one) === (audience === 'citizen') || audience === 'signed-in')
  const paths = path.includes(':') ? known.map((_, id) => fill(path, null, id)) : [path]
  const ways: Way[] = []
  for (const one of who) {
    for (const at of new Set(paths)) {
      const { status, html } = await visitors.get(one)!.get(at)
      if (ways.length === 3) return ways
      if (status === 200 && tokenOn(html.slice(html.indexOf('<main')))) ways.push({ who: one, path: at })
    }
  }
  return ways
}

const formShot = fc.record({
  way: fc.nat(),
  bends: fc.array(fc.tuple(fc.nat(), fc.constantFrom('replace', 'replace', 'repeat', 'drop', 'add'), word, word), {
    maxLength: 3,
  }),
  keepsToken: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
})

/** The form of the page as it stands, with a few places bent. */
function bent(form: Record<string, string>, bends: [number, string, string, string][]): [string, string][] {
  let pairs = Object.entries(form).filter(([name]) => name !== 'csrf')
  for (const [place, how, name, text] of bends) {
    const at = pairs.length > 0 ? place % pairs.length : 0
    const [own = name] = pairs[at] ?? []
    if (how === 'drop') pairs = pairs.filter((_, n) => n !== at)
    else if (how === 'replace' && pairs[at]) pairs[at] = [own, text]
    else pairs.push([how === 'repeat' ? own : name, text])
  }
  return pairs.map(([name, text]) => [name.toWellFormed(), text.toWellFormed()])
}

test('whatever a form says, whoever sends it, a page answers and never a fault', async (t: TestContext) => {
  let tried = 0
  const none: string[] = []
  for (const door of pageDoors) {
    if (!door.post || leaves(door.path)) continue
    const ways = await waysTo(door)
    if (ways.length === 0) none.push(door.path)
    const tries = ways.length > 0 ? ways : [{ who: 'congdan', path: fill(door.path, null, 0) }]
    await fc.assert(
      fc.asyncProperty(formShot, async ({ way, bends, keepsToken }) => {
        tried += 1
        const { who, path } = tries[way % tries.length]!
        const guest = visitors.get(who)!
        const page = await guest.get(path)
        const token = keepsToken ? tokenOn(page.html) : 'x'
        const pairs: [string, string][] = [...bent(formOn(page.html), bends), ['csrf', token]]
        const told = `POST ${path} as ${who || 'nobody'} ${JSON.stringify(pairs).slice(0, 400)}`
        isOurs(await guest.postBare(path, pairs), door.path, told)
      }),
      { numRuns: times(12), seed },
    )
  }
  t.diagnostic(`${tried} hostile forms, none answered with a fault; behind a closed door: ${none.join(', ') || 'none'}`)
})

/** The fields a page looks at, by the words in its file, also those that stand on it only when there is something to end, drop or decide. */
const lookedAt = new Map(
  filesUnder('src/web').map((file) => {
    const text = read(file)
    const names = [...text.matchAll(/(?:fields|lists)(?:\['([^']+)'\]|\.(\w+))/g)].map(
      ([, quoted, plain]) => quoted ?? plain!,
    )
    const tasks = [...text.matchAll(/(?:fields\['viec'\]|\bviec) === '([^']+)'/g)].map(([, task]) => task!)
    return [text, { names: [...new Set(names)], tasks: ['', ...new Set(tasks)] }] as const
  }),
)
const fieldsOf = ({ path }: PageDoor) => {
  const [first, ...rest] = path.split(/(?=\/:)/)
  const names = (text: string) =>
    text.includes(`'${path}'`) ||
    (rest.length > 0 && text.includes(`'${first}'`) && text.includes(`}${rest.join('')}\``))
  const file = [...lookedAt].find(([text]) => names(text) && /PageDoor|officerDoor/.test(text))?.[1]
  return (file?.names ?? []).flatMap((name) => file!.tasks.map((task) => ({ name, task })))
}

test('a field that a page looks at may carry any text, also where it takes an identifier: a page answers, never a fault', async (t: TestContext) => {
  let tried = 0
  for (const door of pageDoors) {
    if (!door.post || leaves(door.path)) continue
    const [way] = await waysTo(door)
    if (!way) continue
    const guest = visitors.get(way.who)!
    const { html } = await guest.get(way.path)
    for (const { name, task } of fieldsOf(door)) {
      tried += 1
      const sent = { ...formOn(html), csrf: tokenOn(html), ...(task ? { viec: task } : {}), [name]: 'không phải mã' }
      const pairs = Object.entries(sent)
      isOurs(await guest.postBare(way.path, pairs), door.path, `${name} at POST ${way.path} as ${way.who}`)
    }
  }
  t.diagnostic(`${tried} fields of forms with words in them, none answered with a fault`)
  assert.ok(tried > 40, `${tried} fields were found`)
})

test('bodies that are costly to read, or no form at all, get a page at every door that takes one', async (t: TestContext) => {
  let tried = 0
  const guest = visitors.get('congdan')!
  for (const door of pageDoors) {
    if (!door.post || leaves(door.path)) continue
    for (const [what, type, body] of heavy) {
      tried += 1
      const path = fill(door.path, null, 0)
      const answer = await guest.send('POST', path, { body, headers: { 'content-type': type } })
      isOurs(answer, door.path, `${what} at POST ${path}`)
      assert.ok(answer.status === 303 || answer.status >= 400, `${what} was taken at ${path}: ${answer.status}`)
    }
  }
  t.diagnostic(`${tried} costly or broken forms, none answered with a fault`)
})
