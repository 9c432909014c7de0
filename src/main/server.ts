import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import { type FastifyInstance, fastify } from 'fastify'
import { answerAway as apiAway, apiDoors } from '../api/index.ts'
import { inRequest } from '../audit/index.ts'
import type { House } from '../ground/house.ts'
import { answerAway as pageAway, webDoors } from '../web/index.ts'
import { answerNoHttp, knownAddress } from './address.ts'
import { mayReadMetrics, metricsText, watchRequests } from './metrics.ts'
import { takePulse } from './pulse.ts'
import { cutOffStalled } from './stalled.ts'
import { simulatorDoors } from './simulators.ts'
import { training } from './training.ts'

/** Whether the worker runs too; `/healthz` says ready only when everything is. */
export type Readiness = { worker: boolean }

/** All doors of the house on one server. */
export async function buildServer(house: House & { appUrl: string }, ready: Readiness): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    // The proxy next to us says who came; whatever stands further left in the list the visitor may have written.
    trustProxy: house.config.trustProxy && ((_address, hop) => hop < 1),
    bodyLimit: 1024 * 1024,
    // A part without end leads nowhere before it gets here; a broken one is longer than what it stands for.
    routerOptions: { maxParamLength: 2_000 },
    rewriteUrl: ({ url = '/' }) => knownAddress(url),
    clientErrorHandler: answerNoHttp,
    // The whole of what is sent, at the most: twenty minutes carry 100 MiB over the slowest line we plan for (0.7 Mbit/s).
    requestTimeout: 20 * 60_000,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
  })
  await app.register(compress, { global: true, threshold: 1024 })
  watchRequests(app)
  // After the body was read: what an answer is made of belongs to one request.
  app.addHook('preHandler', (_request, _reply, go) => inRequest(go))

  const pulse = takePulse(house.appUrl)
  app.addHook('onClose', () => pulse.stop())
  app.addHook('onRequest', (request, _reply, go) => {
    cutOffStalled(request.raw)
    go()
  })
  // While the database is away nobody waits for it: every door says so at once, but those that can do without.
  app.addHook('onRequest', (request, reply, go) => {
    if (pulse.beats() || /^\/(healthz|metrics|assets\/)/.test(request.url)) return go()
    const incident = randomUUID().slice(0, 8)
    house.log.warn({ incident }, 'answered that the database is away')
    if (request.url.startsWith('/api/')) apiAway(request, reply, incident)
    else pageAway(house, request, reply, incident)
  })
  app.get('/healthz', async (_request, reply) => {
    const healthy = pulse.beats() && ready.worker
    const status = healthy ? 'ok' : pulse.beats() ? 'starting' : 'database-away'
    return reply.status(healthy ? 200 : 503).send({ status })
  })
  app.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(house.config, request)) return reply.status(404).send()
    return reply.type('text/plain; version=0.0.4').send(await metricsText(house, pulse.beats()))
  })

  await apiDoors(app, house, house.config.demo ? training.pin : undefined)
  await webDoors(app, house)
  await simulatorDoors(app, house.config)
  return app
}
