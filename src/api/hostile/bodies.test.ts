import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reached, type Reacher, type TestHouse } from '../../../journeys/reach.ts'
import { saysNo } from '../../../journeys/refusal.ts'

let house: TestHouse
let at: Reacher
let draft: Reached
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
  draft = await at.dossierIn('draft')
})
after(() => house.close())

test('what is no JSON, or too much of it, is answered at every door that takes some', async () => {
  const [filer, administrator] = [await at.api.tokenOf('congdan'), await at.api.tokenOf('quantri')]
  const { paths } = await at.api.expect(200, null, 'GET', '/openapi.json')
  const doors = Object.entries<Record<string, { requestBody?: { content: object } }>>(paths).flatMap(
    ([path, methods]) =>
      Object.entries(methods).flatMap(([method, { requestBody }]) =>
        // What concerns somebody else's account is found by few, and tried with the accounts.
        requestBody && 'application/json' in requestBody.content && !path.startsWith('/accounts/{id}')
          ? [[method.toUpperCase(), path.replace('{id}', draft.id).replace('{key}', 'intake.guidance.max')] as const]
          : [],
      ),
  )
  assert.ok(doors.length >= 15)
  const shots: [string, string, number][] = [
    ['{"version":1,}', 'application/json', 422],
    ['{"a":1}{"b":2}', 'application/json', 422],
    ['', 'application/json', 422],
    ['{"__proto__":{"admin":true}}', 'application/json', 422],
    ['<xml/>', 'application/xml', 422],
    [`{"a":"${'x'.repeat(1024 * 1024)}"}`, 'application/json', 422],
    ['['.repeat(500_000) + ']'.repeat(500_000), 'application/json', 422],
    ['null', 'application/json', 422],
    ['"text"', 'application/json', 422],
    ['{"version":1}', 'text/plain', 422],
  ]
  for (const [method, path] of doors) {
    const token = /^\/(settings|accounts\/search)/.test(path) ? administrator : filer
    for (const [body, type, status] of shots) {
      const answer = await fetch(`${house.base}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
        body,
      })
      saysNo(
        { status: answer.status, body: await answer.json(), headers: answer.headers },
        { status },
        `${method} ${path} ${body.slice(0, 30)}`,
      )
    }
  }
})
