import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Config } from '../ground/config.ts'
import type { House } from '../ground/house.ts'

const requests = new Map<string, number>()

/** Counts answers by their class of status; nothing about who asked. */
export function watchRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (_request, reply) => {
    const key = `${Math.floor(reply.statusCode / 100)}xx`
    requests.set(key, (requests.get(key) ?? 0) + 1)
  })
}

/**
 * The figures are for whoever keeps the machine: asked from the machine itself and not through a proxy, or with the token
 * `MOTCUA_METRICS_TOKEN` as a bearer.
 */
export function mayReadMetrics({ metricsToken }: Config, { headers, socket }: FastifyRequest): boolean {
  if (metricsToken) return isSame(headers.authorization ?? '', `Bearer ${metricsToken}`)
  const forwarded = headers['x-forwarded-for'] ?? headers['forwarded'] ?? headers['via']
  return forwarded === undefined && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '')
}

function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(one), hash(other))
}

/** Prometheus text: requests, memory, dossiers by state, jobs that wait. */
export async function metricsText({ db }: House): Promise<string> {
  const states = await db
    .selectFrom('dossiers.dossier')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  const { rows: jobs } = await sql<{ waiting: number }>`select count(*) as waiting from graphile_worker.jobs`.execute(
    db,
  )
  return [
    '# TYPE motcua_requests_total counter',
    ...[...requests].map(([status, count]) => `motcua_requests_total{status="${status}"} ${count}`),
    '# TYPE motcua_resident_bytes gauge',
    `motcua_resident_bytes ${process.memoryUsage.rss()}`,
    '# TYPE motcua_dossiers gauge',
    ...states.map(({ state, count }) => `motcua_dossiers{state="${state}"} ${count}`),
    '# TYPE motcua_jobs_waiting gauge',
    `motcua_jobs_waiting ${jobs[0]?.waiting ?? 0}`,
    '',
  ].join('\n')
}
