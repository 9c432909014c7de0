import assert from 'node:assert/strict'
import { after, before, mock, test } from 'node:test'
import pg from 'pg'
import { openTestHouse, reacher, type Reacher, type TestHouse } from './reach.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

type Page = { status: number; text: string; location: string | null }

async function ask(who: string, path: string, body?: URLSearchParams): Promise<Page> {
  const answer = await fetch(house.base + path, {
    method: body ? 'POST' : 'GET',
    headers: { cookie: await at.api.cookieOf(who) },
    redirect: 'manual',
    ...(body ? { body } : {}),
  })
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') }
}

/** The hidden fields of the form on the page, as a browser would send them back, with what is typed. */
function filled({ text }: Page, typed: Record<string, string>): URLSearchParams {
  const main = text.slice(text.indexOf('<main'))
  const hidden = [...main.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return new URLSearchParams({ ...Object.fromEntries(hidden.map(([, name, value]) => [name!, value!])), ...typed })
}

const verdicts = (page: Page, verdict: string) =>
  Object.fromEntries([...page.text.matchAll(/name="(verdict\.[^"]+)"/g)].map(([, name]) => [name!, verdict]))

test('a page is there only for whoever holds the post it belongs to; for all others it does not exist', async () => {
  const pages: Record<string, string[]> = {
    '/viec/intake': ['tiepnhan'],
    '/viec/mine': ['chuyenvien'],
    '/viec/sign': ['lanhdao'],
    '/viec/all': ['tiepnhan', 'chuyenvien', 'lanhdao', 'giamdoc', 'thanhtra', 'chutich'],
    '/viec/tiep-nhan-truc-tiep': ['tiepnhan'],
    '/viec/so': ['tiepnhan', 'giamdoc'],
    '/quan-tri': ['quantri'],
    '/quan-tri/cai-dat': ['quantri', 'thanhtra', 'chutich'],
    '/quan-tri/nhat-ky': ['thanhtra'],
  }
  const everyone = ['tiepnhan', 'chuyenvien', 'lanhdao', 'giamdoc', 'quantri', 'thanhtra', 'chutich']
  for (const [path, allowed] of Object.entries(pages)) {
    for (const who of everyone) {
      const { status } = await ask(who, path)
      assert.equal(status, allowed.includes(who) ? 200 : 404, `${who} ${path}`)
    }
  }
})

test('an administrator reaches no dossier and no paper of one', async () => {
  const { id } = await at.dossierIn('accepted')
  const { items } = await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}/documents`)
  for (const path of [`/viec/ho-so/${id}`, `/viec/ho-so/${id}/ket-qua`, `/viec/tep/${items[0].file}`]) {
    assert.equal((await ask('quantri', path)).status, 404, path)
    assert.equal((await ask('tiepnhan', path)).status, 200, path)
  }
})

test('the form of an act is not there for whoever may never do it, and says so when it is too late', async () => {
  const { id } = await at.dossierIn('transferred')
  assert.equal((await ask('tiepnhan', `/viec/ho-so/${id}/assign`)).status, 404)
  const late = await ask('tiepnhan', `/viec/ho-so/${id}/accept`)
  assert.equal(late.status, 409)
  assert.match(late.text, /Hồ sơ không còn ở bước này/)
})

test('papers left unmarked bring the form back with every one named and what was typed', async () => {
  const { id } = await at.dossierIn('submitted')
  const form = await ask('tiepnhan', `/viec/ho-so/${id}/accept?hang=intake`)
  const [first, ...others] = Object.keys(verdicts(form, 'ok')).filter((name, place, all) => all.indexOf(name) === place)
  assert.doesNotMatch(form.text, /name="verdict\.[^"]+"[^>]* checked/, 'nothing is marked beforehand')

  const typed = { [first!]: 'fail', [first!.replace('verdict', 'reason')]: 'Ảnh mờ ở góc dưới' }
  const back = await ask('tiepnhan', `/viec/ho-so/${id}/accept?hang=intake`, filled(form, typed))
  assert.equal(back.status, 409)
  assert.match(back.text, /<title>Lỗi: /)
  for (const name of others) assert.ok(back.text.includes(`href="#f-${name}"`), name)
  assert.match(back.text, /Ảnh mờ ở góc dưới/)
})

test('a double click accepts once, and both arrivals end on the same page', async () => {
  const { id } = await at.dossierIn('submitted')
  const path = `/viec/ho-so/${id}/accept?hang=intake`
  const form = await ask('tiepnhan', path)
  const body = filled(form, verdicts(form, 'ok'))
  const both = await Promise.all([ask('tiepnhan', path, body), ask('tiepnhan', path, body)])
  for (const { status, location } of both) {
    assert.equal(status, 303)
    assert.match(location ?? '', new RegExp(`/viec/ho-so/${id}/da-tiep-nhan`))
  }
  const { items } = await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}/history`)
  assert.equal(items.filter(({ event }: { event: string }) => event === 'accepted').length, 1)
})

test('a form with an old version is refused, keeps what was typed and names the way to reload', async () => {
  const { id } = await at.dossierIn('ready-to-return')
  const path = `/viec/ho-so/${id}/return-result`
  const form = await ask('tiepnhan', path)
  const old = await ask('tiepnhan', path, filled(form, { version: '2', by: 'counter', receivedBy: 'Đỗ Văn Nam' }))
  assert.equal(old.status, 409)
  assert.match(old.text, /vừa được người khác thay đổi/)
  assert.match(old.text, /value="Đỗ Văn Nam"/)
  assert.ok(old.text.includes(`href="${path}"`))
})

test('a PIN that is wrong is never sent back, and leaves nothing signed', async () => {
  const { id } = await at.dossierIn('approved')
  const path = `/viec/ho-so/${id}/sign-result`
  const form = await ask('lanhdao', path)
  const wrong = await ask('lanhdao', path, filled(form, { pin: '135791' }))
  assert.equal(wrong.status, 409)
  assert.match(wrong.text, /Mã PIN ký số chưa đúng/)
  assert.ok(!wrong.text.includes('135791'))
  assert.equal((await at.api.expect(200, 'lanhdao', 'GET', `/dossiers/${id}`)).state, 'approved')
})

test('the draft that was shown is the one decided on: another fingerprint is refused', async () => {
  const { id } = await at.dossierIn('proposed')
  const path = `/viec/ho-so/${id}/approve`
  const form = await ask('truongphong', path)
  const other = await ask('truongphong', path, filled(form, { draft: '0'.repeat(64) }))
  assert.equal(other.status, 409)
  assert.match(other.text, /Dự thảo đã thay đổi/)
})

/** How many statements the house sends to the database while something is asked of it, but for its pulse, which beats on meanwhile. */
async function statementsOf(asking: () => Promise<{ status: number }>): Promise<number> {
  const sent = mock.method(pg.Query.prototype, 'submit')
  try {
    assert.equal((await asking()).status, 200)
    return sent.mock.calls.filter(({ this: query }) => (query as { text?: string }).text !== 'select').length
  } finally {
    sent.mock.restore()
  }
}

test('with every check and trace on, a page asks the database no more for thirty dossiers than for four [S1-19.1]', async () => {
  const pages = [
    ['tiepnhan', '/viec/intake'],
    ['tiepnhan', '/viec/all'],
    ['tiepnhan', '/viec/so'],
    ['congdan', '/ho-so'],
    ['congdan', '/tin-nhan'],
    ['congdan', '/kho-giay-to'],
  ] as const
  const count = async () => {
    const counts: Record<string, number> = {}
    for (const [who, path] of pages) counts[`${who} ${path}`] = await statementsOf(() => ask(who, path))
    return counts
  }
  for (let more = 0; more < 3; more++) await at.dossierIn('submitted')
  await count()
  const few = await count()
  for (let more = 0; more < 26; more++) await at.dossierIn('submitted')
  // One more may look up what only the longer page shows; a question for each row would be twenty.
  for (const [page, statements] of Object.entries(await count()))
    assert.ok(statements > 1 && statements <= few[page]! + 1, `${page}: ${few[page]}, then ${statements}`)
})

test('a queue goes on where it stopped, without a dossier twice or left out', async () => {
  const seen: string[] = []
  for (let path: string | undefined = '/viec/intake'; path;) {
    const { text } = await ask('tiepnhan', path)
    seen.push(
      ...[...text.matchAll(/<th[^>]*scope="row"[^>]*><div><a href="\/viec\/ho-so\/([0-9a-f-]+)/g)].map(([, id]) => id!),
    )
    path = /<a class="button button-quiet" href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
  }
  const { count } = await house.house.db
    .selectFrom('dossiers.dossier')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('queue', '=', 'intake')
    .executeTakeFirstOrThrow()
  assert.equal(new Set(seen).size, seen.length)
  assert.equal(seen.length, Number(count))
})
