import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { House } from '../ground/house.ts'
import { refused } from '../ground/result.ts'
import { networkOf } from '../ground/network.ts'
import { withinLimit } from '../ground/throttle.ts'
import { looksAMinute, lookUpFrom, verifyResult } from '../lookup/index.ts'
import { policyFor } from '../policy/index.ts'
import { say, stateNames } from '../words/index.ts'
import { languageOf } from './context.ts'
import { refusal } from './problem.ts'

/** Doors open to everyone: where is my dossier, is this paper genuine. No personal data pass here. */
export function publicRoutes(app: FastifyInstance, house: House): void {
  app.get<{ Params: { key: string } }>('/lookup/:key', async (request, reply) => {
    const language = languageOf(request)
    const now = house.clock.now()
    const looked = await lookUpFrom(house.db, request.params.key, request.ip, now)
    if (!looked.ok) return refusal(reply, looked, language)
    const found = looked.value
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
