import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { faultLine } from '../ground/fault.ts'
import type { House } from '../ground/house.ts'
import { passing } from '../ground/passing.ts'
import { refused } from '../ground/result.ts'
import { accountRoutes } from './accounts.ts'
import { languageOf } from './context.ts'
import { dataChangeRoutes } from './data-changes.ts'
import { dossierRoutes } from './dossiers.ts'
import { fileRoutes } from './files.ts'
import { loginRoutes } from './logins.ts'
import { mineRoutes } from './mine.ts'
import { openapi } from './openapi.ts'
import { unkeepable } from '../ground/plain.ts'
import { fault, misread, refusal, send, unavailable } from './problem.ts'
import { paperRoutes } from './papers.ts'
import { procedureRoutes } from './procedures.ts'
import { publicRoutes } from './public.ts'
import { representationRoutes } from './representations.ts'
import { sessionRoutes } from './sessions.ts'
import { settingRoutes } from './settings.ts'

export { disposition, fileHeaders } from './files.ts'
export { strangeValues } from './strange-values.ts'

/** Every door for machines, under `/api/v1`. A fault is caught here once, logged and answered with its incident number. */
export async function apiDoors(app: FastifyInstance, house: House, trainingPin?: string): Promise<void> {
  await app.register(
    async (api) => {
      api.setErrorHandler((error: { statusCode?: number; message: string; stack?: string }, request, reply) => {
        const status = passing(error) ? 503 : (error.statusCode ?? 500)
        const language = languageOf(request)
        if (status === 429) return refusal(reply, refused('too-many-requests'), language)
        if (status === 413) return misread(reply, '', 'long', language)
        if (status >= 400 && status < 500) return misread(reply, '', 'json', language)
        const incident = randomUUID().slice(0, 8)
        const why = passing(error)
        house.log.error({ incident, why, ...faultLine(error) }, 'a fault at a door for machines')
        if (why) return unavailable(reply, incident, language)
        return fault(reply, incident, language)
      })
      api.setNotFoundHandler((request, reply) => refusal(reply, refused('not-found'), languageOf(request)))
      api.addHook('preHandler', (request, reply, go) => {
        const { params, query, body } = request
        const place = unkeepable(params) ?? unkeepable(query) ?? unkeepable(body)
        if (place === undefined) go()
        else misread(reply, place, 'form', languageOf(request))
      })
      api.addHook('onSend', (_request, reply, _payload, go) => {
        reply.header('cache-control', 'no-store')
        reply.header('x-content-type-options', 'nosniff')
        if (!reply.hasHeader('content-security-policy'))
          reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
        go()
      })

      sessionRoutes(api, house)
      accountRoutes(api, house)
      representationRoutes(api, house)
      dataChangeRoutes(api, house)
      await loginRoutes(api, house)
      procedureRoutes(api, house)
      fileRoutes(api, house)
      dossierRoutes(api, house, trainingPin)
      paperRoutes(api, house)
      mineRoutes(api, house)
      settingRoutes(api, house)
      publicRoutes(api, house)
      const document = openapi(house.config.url)
      api.get('/openapi.json', async (_request, reply) => reply.send(document))
    },
    { prefix: '/api/v1' },
  )
}

/** What every door for machines says while the database is away. */
export function answerAway(request: FastifyRequest, reply: FastifyReply, incident: string): FastifyReply {
  return unavailable(reply.header('cache-control', 'no-store'), incident, languageOf(request))
}

export { send }
