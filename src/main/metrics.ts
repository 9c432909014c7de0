import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Config } from '../ground/config.ts'
import type { House } from '../ground/house.ts'

const requests = new Map<string, number>()

/** Counts answers by their class of status; nothing about who asked. */
export function watchRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (_request, reply, go) => {
    const key = `${Math.floor(reply.statusCode / 100)}xx`
    requests.set(key, (requests.get(key) ?? 0) + 1)
    go()
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

/**
 * Prometheus text: requests, memory, how far the machine's clock is behind, and, while the database answers, dossiers by state,
 * jobs that wait, that failed and are tried again, that were given up, and messages by what became of them.
 */
export async function metricsText(house: House, database: boolean): Promise<string> {
  return [
    '# TYPE motcua_requests_total counter',
    ...[...requests].map(([status, count]) => `motcua_requests_total{status="${status}"} ${count}`),
    ...gauge('motcua_resident_bytes', process.memoryUsage.rss()),
    ...gauge('motcua_clock_behind_seconds', (house.clock.behind?.() ?? 0) / 1000),
    ...gauge('motcua_database_up', database ? 1 : 0),
    ...(database ? await stored(house) : []),
    '',
  ].join('\n')
}

async function stored({ db }: House): Promise<string[]> {
  const states = await db
    .selectFrom('dossiers.dossier')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  const { rows: jobs } = await sql<{ waiting: number; retried: number; dead: number }>`
    select count(*) as waiting,
      count(*) filter (where attempts > 0 and attempts < max_attempts) as retried,
      count(*) filter (where attempts >= max_attempts) as dead
    from graphile_worker.jobs`.execute(db)
  const deliveries = await db
    .selectFrom('notifications.delivery')
    .select((eb) => ['channel', 'state', eb.fn.countAll<number>().as('count')])
    .groupBy(['channel', 'state'])
    .execute()
  return [
    '# TYPE motcua_dossiers gauge',
    ...states.map(({ state, count }) => `motcua_dossiers{state="${state}"} ${count}`),
    ...gauge('motcua_jobs_waiting', jobs[0]?.waiting ?? 0),
    ...gauge('motcua_jobs_retried', jobs[0]?.retried ?? 0),
    ...gauge('motcua_jobs_dead', jobs[0]?.dead ?? 0),
    '# TYPE motcua_deliveries gauge',
    ...deliveries.map(
      ({ channel, state, count }) => `motcua_deliveries{channel="${channel}",state="${state}"} ${count}`,
    ),
  ]
}

const gauge = (name: string, value: number) => [`# TYPE ${name} gauge`, `${name} ${value}`]
