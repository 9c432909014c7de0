import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { House } from '../ground/house.ts'

const requests = new Map<string, number>()

/** Counts answers by their class of status; nothing about who asked. */
export function watchRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (_request, reply) => {
    const key = `${Math.floor(reply.statusCode / 100)}xx`
    requests.set(key, (requests.get(key) ?? 0) + 1)
  })
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
