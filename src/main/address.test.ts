import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { sendRaw } from '../../journeys/raw.ts'
import { isSentence } from '../../journeys/refusal.ts'
import { openTestHouse, reacher, type TestHouse } from '../../journeys/reach.ts'
import { knownAddress } from './address.ts'
import { buildServer } from './server.ts'

let house: TestHouse
before(async () => {
  house = await openTestHouse()
})
after(() => house.close())

test('an address reads the same however its identifiers are typed, and one that nobody can read leads nowhere', () => {
  const id = '01940000-0000-7000-8000-00000000DEAD'
  assert.equal(knownAddress(`/ho-so/${id}/giay-to?ve=${id}`), `/ho-so/${id.toLowerCase()}/giay-to?ve=${id}`)
  assert.equal(knownAddress(`/api/v1/dossiers/${id}?q=a?b`), `/api/v1/dossiers/${id.toLowerCase()}?q=a?b`)
  assert.equal(knownAddress('/tra-cuu/H99.31.01-260302-0001'), '/tra-cuu/H99.31.01-260302-0001')
  assert.deepEqual(['/%zz', '/tra-cuu/%c0%ae', `/x/${'a'.repeat(201)}`, '/api/v1/%'].map(knownAddress), [
    '/-',
    '/-',
    '/-',
    '/api/v1/-',
  ])
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const known = knownAddress(`/${text}`)
      assert.equal(knownAddress(known), known)
      decodeURIComponent(known.split('?')[0]!)
    }),
  )
})

test('an identifier in capitals is the same identifier, in an address and in what is sent', async () => {
  const { api, filing } = reacher(house.base)
  const whole = await filing()
  const capitals = {
    ...whole,
    agency: whole.agency.toUpperCase(),
    attachments: whole.attachments.map((one: { file: string }) => ({ ...one, file: one.file.toUpperCase() })),
  }
  const { id } = await api.expect(201, 'congdan', 'POST', '/dossiers', capitals)
  const same = await api.expect(200, 'congdan', 'GET', `/dossiers/${id.toUpperCase()}`)
  assert.equal(same.id, id)
})

const rest = 'Host: x\r\nConnection: close\r\n'
const form = 'Content-Type: application/x-www-form-urlencoded\r\n'

test('what no client would send is answered in the shape of its door, in Vietnamese, and never with a fault', async () => {
  const shots: [what: string, status: number, door: 'api' | 'page', text: string][] = []
  for (const [door, at] of [
    ['api', '/api/v1/lookup/'],
    ['page', '/tra-cuu/'],
  ] as const) {
    shots.push(
      ['a broken %', 404, door, `GET ${at}%zz HTTP/1.1\r\n${rest}\r\n`],
      ['an over-long sign', 404, door, `GET ${at}%c0%ae HTTP/1.1\r\n${rest}\r\n`],
      ['a part without end', 404, door, `GET ${at}${'a'.repeat(3000)} HTTP/1.1\r\n${rest}\r\n`],
      ['a way upwards', 404, door, `GET ${at}../../etc/passwd HTTP/1.1\r\n${rest}\r\n`],
      ['a head too large', 431, door, `GET ${at}a HTTP/1.1\r\n${rest}X: ${'a'.repeat(20_000)}\r\n\r\n`],
      ['a length below nought', 400, door, `POST ${at}a HTTP/1.1\r\n${rest}Content-Length: -1\r\n\r\n`],
      [
        'two lengths',
        400,
        door,
        `POST ${at}a HTTP/1.1\r\n${rest}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      ],
      ['a method that is none', 400, door, `NHAN ${at}a HTTP/1.1\r\n${rest}\r\n`],
      ['a method of others', 404, door, `PROPFIND ${at}a HTTP/1.1\r\n${rest}\r\n`],
      [
        'a method asked for in a head',
        404,
        door,
        `GET ${at}a HTTP/1.1\r\n${rest}X-HTTP-Method-Override: DELETE\r\n\r\n`,
      ],
    )
  }
  shots.push(
    ['no HTTP', 400, 'page', 'XIN CHAO\r\n\r\n'],
    [
      'a broken chunk',
      400,
      'page',
      `POST /dang-nhap HTTP/1.1\r\n${rest}${form}Transfer-Encoding: chunked\r\n\r\nzz\r\na\r\n0\r\n\r\n`,
    ],
    [
      'JSON for a page',
      415,
      'page',
      `POST /dang-nhap HTTP/1.1\r\n${rest}Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`,
    ],
    [
      'files for a page without',
      415,
      'page',
      `POST /dang-nhap HTTP/1.1\r\n${rest}Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 2\r\n\r\n{}`,
    ],
    [
      'a form too large',
      413,
      'page',
      `POST /dang-nhap HTTP/1.1\r\n${rest}${form}Content-Length: 700000\r\n\r\n${'a'.repeat(700_000)}`,
    ],
    [
      'a body too large',
      422,
      'api',
      `POST /api/v1/sessions HTTP/1.1\r\n${rest}Content-Type: application/json\r\nContent-Length: 2000000\r\n\r\n`,
    ],
  )
  for (const [what, status, door, text] of shots) {
    const answer = await sendRaw(house.base, text)
    const told = `${what} at a ${door}: ${answer.head} ${answer.body.slice(0, 200)}`
    assert.equal(answer.status, status, told)
    assert.match(
      answer.head,
      door === 'api' ? /content-type: application\/problem\+json/ : /content-type: text\/html/,
      told,
    )
    assert.match(answer.head, /x-content-type-options: nosniff/, told)
    assert.match(answer.head, /cache-control: no-store/, told)
    if (door === 'api') isSentence(JSON.parse(answer.body).detail, told)
    else assert.match(answer.body, /<html lang="vi"[\s\S]*<h1/, told)
  }
})

test('who stands behind a proxy is counted by the address the proxy saw, not by one they wrote themselves', async () => {
  const trusting = await buildServer(
    { ...house.house, config: { ...house.house.config, trustProxy: true } },
    { worker: true },
  )
  const guess = (n: number) =>
    trusting.inject({
      url: `/api/v1/verify/AAAAA-${String(n).padStart(5, '2')}`,
      headers: { 'x-forwarded-for': `10.${n}.0.1, 203.0.113.7` },
    })
  const statuses: number[] = []
  for (let n = 1; n <= 65; n += 1) statuses.push((await guess(n)).statusCode)
  await trusting.close()
  assert.ok(statuses.includes(429), 'an invented address in front does not open a new count')
})

test('figures are for the machine itself or for who has the token; through a proxy they are not found', async () => {
  const ask = async (config: object, headers: Record<string, string>, remoteAddress = '127.0.0.1') => {
    const app = await buildServer({ ...house.house, config: { ...house.house.config, ...config } }, { worker: true })
    const { statusCode } = await app.inject({ url: '/metrics', headers, remoteAddress })
    await app.close()
    return statusCode
  }
  assert.equal(await ask({}, {}), 200)
  assert.equal(await ask({}, {}, '10.0.0.9'), 404)
  assert.equal(await ask({}, { 'x-forwarded-for': '127.0.0.1' }), 404)
  assert.equal(await ask({ trustProxy: true }, { 'x-forwarded-for': '127.0.0.1' }, '127.0.0.1'), 404)
  assert.equal(await ask({ metricsToken: 'abc' }, { authorization: 'Bearer abc' }, '10.0.0.9'), 200)
  assert.equal(await ask({ metricsToken: 'abc' }, { authorization: 'Bearer abd' }), 404)
  assert.equal(await ask({ metricsToken: 'abc' }, {}), 404)
})
