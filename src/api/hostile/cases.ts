import type { Reacher } from '../../../journeys/reach.ts'
import { type Expected, saysNo } from '../../../journeys/refusal.ts'

/** One hostile request: what is wrong with it, who sends it, and what the door must say. */
export type Case = readonly [
  what: string,
  who: string | null,
  method: string,
  path: string,
  body: unknown,
  expected: Expected,
]

export const misread = (path: string): Expected => ({ status: 422, at: path })
export const wrong = (refusal: string, path: string): Expected => ({ status: 422, refusal, at: path })
export const no = (refusal: string): Expected => ({ status: 409, refusal })
export const notFound: Expected = { status: 404, refusal: 'not-found' }
export const nobody = '01940000-0000-7000-8000-00000000dead'

/** Sends each request and holds the answer to what it must be. */
export async function each({ api }: Reacher, cases: readonly Case[]): Promise<void> {
  for (const [what, who, method, path, body, expected] of cases) {
    saysNo(await api.call(who, method, path, body), expected, `${what} (${method} ${path})`)
  }
}
