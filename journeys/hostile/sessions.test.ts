import assert from 'node:assert/strict'
import { after, before, test, type TestContext } from 'node:test'
import { pageDoors } from '../../src/web/index.ts'
import { openTestHouse, reacher, type Reacher, type TestHouse } from '../reach.ts'
import { saysNo } from '../refusal.ts'
import { formOn, tokenOn, visitor } from '../visitor.ts'
import { sendRaw } from '../raw.ts'
import { stepBody } from '../walk.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

async function as(username: string) {
  const one = visitor(house.base)
  await one.signIn(username)
  return one
}

const entries = async () =>
  Number(
    (
      await house.house.db
        .selectFrom('audit.entry')
        .select((eb) => eb.fn.countAll().as('n'))
        .where('act', 'not like', 'open%')
        .executeTakeFirstOrThrow()
    ).n,
  )

test('no form is taken without the token of its own session, at any door, from anybody [S1-17.2e]', async (t: TestContext) => {
  const { id } = await at.dossierIn('submitted')
  const draft = await at.dossierIn('draft')
  const [citizen, officer, guest, other] = [
    await as('congdan'),
    await as('tiepnhan'),
    visitor(house.base),
    await as('doanhnghiep'),
  ]
  const strangersToken = tokenOn((await other.get('/tai-khoan')).html)
  const guestsToken = tokenOn((await guest.get('/dang-nhap')).html)
  const before = await entries()
  let tried = 0
  for (const door of pageDoors.filter(({ post }) => post)) {
    const sender = door.for === 'officer' ? officer : door.for === 'anyone' ? guest : citizen
    const path = door.path
      .replace(':id', door.for === 'officer' ? id : draft.id)
      .replace(':code', '1.001193')
      .replace(':page', 'child')
    const own = door.for === 'anyone' ? strangersToken : guestsToken
    for (const token of [undefined, '', 'x', strangersToken, own, `${own} `]) {
      const fields: [string, string][] = [
        ...(token === undefined ? [] : [['csrf', token] as [string, string]]),
        ['declaration', 'true'],
        ['version', '1'],
      ]
      const answer = await sender.postBare(path, fields)
      tried += 1
      assert.equal(answer.status, 303, `${path} with ${token}: ${answer.status}`)
      assert.match(answer.location, /het-han=1$/, `${path} with ${token}`)
    }
    const twice = await sender.postBare(path, [
      ['csrf', own],
      ['csrf', 'x'],
    ])
    assert.match(twice.location, /het-han=1$/, `${path} with two tokens`)
  }
  assert.equal(await entries(), before, 'nothing was done')
  t.diagnostic(`${tried} forged forms, none taken`)
})

test('a form that is sent again, at once or later, is done once and ends at the same page', async () => {
  const citizen = await as('congdan')
  const page = await citizen.get('/thu-tuc/1.001193/nop')
  const begin: [string, string][] = Object.entries(formOn(page.html))
  const begun = await Promise.all([1, 2, 3].map(() => citizen.postBare('/thu-tuc/1.001193/nop', begin)))
  assert.deepEqual(
    begun.map(({ status }) => status),
    [303, 303, 303],
    begun[0]!.html.slice(0, 300),
  )
  assert.equal(new Set(begun.map(({ location }) => location)).size, 1)

  const { id } = await at.dossierIn('accepted')
  const officer = await as('tiepnhan')
  const path = `/viec/ho-so/${id}/forward`
  const form: [string, string][] = Object.entries(formOn((await officer.get(path)).html))
  const sent = await Promise.all([1, 2, 3, 4].map(() => officer.postBare(path, form)))
  sent.push(await officer.postBare(path, form))
  assert.deepEqual(
    new Set(sent.map(({ status, location }) => `${status} ${location.split('?')[0]}`)),
    new Set([`303 /viec/ho-so/${id}`]),
  )
  const { items } = await at.api.expect(200, 'tiepnhan', 'GET', `/dossiers/${id}/history`)
  assert.equal(
    items.filter((line: { event: string }) => /forward|transfer/.test(line.event)).length,
    1,
    JSON.stringify(items),
  )
})

test('of two people who act on one dossier at the same moment one does, and the other is told', async () => {
  const pairs: [state: Parameters<Reacher['dossierIn']>[0], one: [string, string], other: [string, string]][] = [
    ['submitted', ['tiepnhan', 'accept'], ['tiepnhan2', 'accept']],
    ['proposed', ['truongphong', 'approve'], ['truongphong', 'send-back']],
    ['approved', ['lanhdao', 'sign-result'], ['lanhdao', 'send-back']],
    ['approved', ['lanhdao', 'sign-result'], ['lanhdao', 'sign-result']],
  ]
  let tried = 0
  for (const [state, one, other] of pairs) {
    const { id, version } = await at.dossierIn(state)
    const allowed = (await at.api.expect(200, other[0], 'GET', `/dossiers/${id}/acts`)).map(
      ({ act }: { act: string }) => act,
    )
    if (!allowed.includes(other[1])) continue
    tried += 1
    const bodies = await Promise.all([one, other].map(([who, act]) => stepBody(at.api, who, id, act)))
    const answers = await Promise.all(
      [one, other].map(([who, act], n) => at.api.call(who, 'POST', `/dossiers/${id}/acts/${act}`, bodies[n])),
    )
    const statuses = answers.map(({ status }) => status).toSorted()
    assert.deepEqual(
      statuses,
      [200, 409],
      `${state}: ${one} and ${other}: ${JSON.stringify(answers.map(({ body }) => body.refusal))}`,
    )
    const lost = answers.find(({ status }) => status === 409)!
    saysNo(lost, { status: 409, refusal: lost.body.refusal }, `${one} and ${other}`)
    assert.ok(['stale-version', 'wrong-state'].includes(lost.body.refusal), lost.body.refusal)
    assert.equal((await at.api.expect(200, one[0], 'GET', `/dossiers/${id}`)).version, version + 1)
  }
  assert.ok(tried >= 3)
})

test('signing in makes a session nobody knew before, and ends the one that was there', async () => {
  const victim = visitor(house.base)
  victim.cookies.set('motcua', 'a'.repeat(43))
  await victim.signIn('congdan')
  const first = victim.cookies.get('motcua')!
  assert.notEqual(first, 'a'.repeat(43))
  const thief = visitor(house.base)
  thief.cookies.set('motcua', first)
  assert.equal((await thief.get('/ho-so')).status, 200)
  // Whoever put their own session into this browser does not stay in it.
  await victim.postBare('/dang-nhap', [
    ['csrf', tokenOn((await victim.get('/tai-khoan')).html)],
    ['username', 'congdan'],
    ['password', 'Demo@12345'],
  ])
  assert.notEqual(victim.cookies.get('motcua'), first)
  assert.match((await thief.get('/ho-so')).location, /^\/dang-nhap/)
  const guest = await visitor(house.base).get('/dang-nhap')
  const given = guest.headers.getSetCookie()
  assert.equal(given.length, 1, 'the form is bound to this browser')
  for (const line of given) assert.match(line, /HttpOnly; SameSite=Lax/)
  for (const path of ['/', '/tra-cuu', '/tra-cuu/khong-co'])
    assert.deepEqual((await visitor(house.base).get(path)).headers.getSetCookie(), [], `${path} has no form to bind`)
})

test('no address and no head leads out of the house or puts a foreign name into it', async () => {
  const out = [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%09/evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
    'evil.example',
    '/%2f%2fevil.example/..',
  ]
  for (const where of out) {
    const ve = encodeURIComponent(where)
    const signed = await as('congdan')
    for (const path of [`/dang-nhap?ve=${ve}`, `/ngon-ngu/en?ve=${ve}`]) {
      const { status, location } = await signed.get(path)
      assert.equal(status, 303, path)
      const there = new URL(location, 'http://here.invalid')
      assert.equal(there.host, 'here.invalid', `${path} leads to ${location}`)
    }
    const fresh = visitor(house.base)
    const entered = await fresh.post(`/dang-nhap?ve=${ve}`, { username: 'congdan', password: 'Demo@12345', ve: where })
    assert.equal(new URL(entered.location, 'http://here.invalid').host, 'here.invalid', `${where}: ${entered.location}`)
  }
  for (const path of ['/', '/dang-nhap', '/ho-so', '/thu-tuc/1.001193', '/api/v1/openapi.json']) {
    const { head, body } = await sendRaw(
      house.base,
      `GET ${path} HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: javascript\r\nConnection: close\r\n\r\n`,
    )
    assert.ok(!`${head}${body}`.includes('evil.example'), path)
  }
})

test('a method named in a form is not the method', async () => {
  const { id } = await at.dossierIn('draft')
  const citizen = await as('congdan')
  const token = tokenOn((await citizen.get(`/ho-so/${id}/giay-to`)).html)
  await citizen.postBare(
    `/ho-so/${id}?_method=DELETE`,
    [
      ['csrf', token],
      ['_method', 'DELETE'],
    ],
    { 'x-http-method-override': 'DELETE' },
  )
  assert.equal((await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}`)).state, 'draft')
})
