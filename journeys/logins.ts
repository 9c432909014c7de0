import assert from 'node:assert/strict'
import type { Seen, Visitor } from './visitor.ts'

/** Follows the way from one address to the next as a browser does, until a page is shown; answers the addresses passed and the page. */
export async function follow(one: Visitor, base: string, first: Seen): Promise<{ passed: string[]; page: Seen }> {
  const passed: string[] = []
  let seen = first
  while ([302, 303].includes(seen.status) && passed.length < 12) {
    const next = new URL(seen.location, base)
    assert.equal(next.origin, base, 'a training twin never leads out of the house')
    passed.push(next.pathname + next.search)
    seen = await one.get(next.pathname + next.search)
  }
  return { passed, page: seen }
}

/** Goes to the other system's twin, chooses who signs in there (nobody: says no), and comes back as far as the code. */
export async function toTheTwin(one: Visitor, base: string, door: string, person: string, back = '') {
  const asked = await follow(one, base, await one.get(`/dang-nhap/${door}${back}`))
  const action = /action="([^"]+)"/.exec(asked.page.html)?.[1]
  assert.ok(action, `the twin asks who signs in: ${asked.page.status} ${asked.passed.at(-1)}`)
  let seen = await one.postBare(action, [['nguoi', person]])
  // The last step is left to the story: the address with the code.
  while (!new URL(seen.location, base).pathname.endsWith('/tro-lai')) {
    const next = new URL(seen.location, base)
    seen = await one.get(next.pathname + next.search)
    assert.ok([302, 303].includes(seen.status), `${next.pathname}: ${seen.status} ${seen.html.slice(0, 300)}`)
  }
  const { pathname, search } = new URL(seen.location, base)
  return pathname + search
}

/** The whole way: answers where one stands afterwards. */
export async function through(one: Visitor, base: string, door: string, person: string, back = ''): Promise<Seen> {
  return one.get(await toTheTwin(one, base, door, person, back))
}
