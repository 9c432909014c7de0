import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { House } from '../ground/house.ts'
import { refused } from '../ground/result.ts'
import { networkOf } from '../ground/network.ts'
import { withinLimit } from '../ground/throttle.ts'
import { lookUp, verifyResult } from '../lookup/index.ts'
import { policyFor } from '../policy/index.ts'
import { say, stateNames } from '../words/index.ts'
import { languageOf } from './context.ts'
import { refusal } from './problem.ts'

/** Looks in a minute from one address: many for a person with a stack of slips, few for a guesser of codes. */
export const looksAMinute = 60

/** Doors open to everyone: where is my dossier, is this paper genuine. No personal data pass here. */
export function publicRoutes(app: FastifyInstance, house: House): void {
  app.get<{ Params: { key: string } }>('/lookup/:key', async (request, reply) => {
    const language = languageOf(request)
    const now = house.clock.now()
    const found = await lookUp(house.db, request.params.key, now)
    if (!found) {
      // Only misses are counted: who guesses misses, who holds a slip does not.
      const open = await withinLimit(house.db, `lookup:${networkOf(request.ip)}`, looksAMinute, 60, now)
      return refusal(reply, refused(open ? 'not-found' : 'too-many-requests'), language)
    }
    const { isRefused, ...told } = found
    const names = stateNames((await policyFor(house.db, now)).get('states.names'))
    return { ...told, stateText: say(names(found.state, isRefused).says, language) }
  })

  app.get('/verify/roots', async (_request, reply) =>
    reply
      .type('application/x-pem-file')
      .send(await readFile(join(house.config.data, 'demo-ca/root.crt'), 'utf8').catch(() => '')),
  )

  app.get<{ Params: { identifier: string } }>('/verify/:identifier', async (request, reply) => {
    const language = languageOf(request)
    const found = await verifyResult(house.db, request.params.identifier)
    if (found) return found
    const open = await withinLimit(house.db, `verify:${networkOf(request.ip)}`, looksAMinute, 60, house.clock.now())
    return refusal(reply, refused(open ? 'not-found' : 'too-many-requests'), language)
  })
}
