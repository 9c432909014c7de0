import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  type AccessPage,
  accessesOf,
  activityOf,
  actTable,
  documentsOf,
  dossierFor,
  type DossierDesk,
  edit,
  editBody,
  examplesFor,
  file,
  fileBody,
  historyOf,
  isAct,
  legFor,
  legLinesOf,
  legQueue,
  maySeeAccesses,
  offersFor,
  queueNames,
  queuePage,
  type Reader,
  requestsOf,
  traceOpening,
  viewOf,
  whyOf,
  withLights,
} from '../dossiers/index.ts'
import type { Sql } from '../ground/database.ts'
import type { House } from '../ground/house.ts'
import { refused, type Result } from '../ground/result.ts'
import { together } from '../ground/transact.ts'
import { isId } from '../ground/uuid.ts'
import { rate, rateBody } from '../ratings/index.ts'
import { actWords, type Language, type Refusal, say } from '../words/index.ts'
import { act, readerOf, signedIn, type Signed, understood } from './context.ts'
import { refusal } from './problem.ts'

const listQuery = z.object({
  queue: z.enum(queueNames).default('all'),
  state: z.string().max(40).optional(),
  q: z.string().max(200).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})

const legsQuery = z.object({
  answered: z.enum(['true', 'false']).default('false'),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})

const legOf = (body: unknown) => String((body as { leg?: unknown }).leg ?? '')

const accessQuery = z
  .object({
    cursor: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  })
  .transform(({ cursor, limit }) => ({ before: cursor, limit }))

const pageOf = async (page: Promise<AccessPage>) => {
  const { items, next } = await page
  return { items, next: next ?? null }
}

type Id = { Params: { id: string } }
type Reached = NonNullable<Awaited<ReturnType<typeof dossierFor>>>
type Answer<Asked> = (at: Reader, dossier: Reached, language: Language, asked: Asked) => unknown
type Door<Asked> = { query?: z.ZodType<Asked>; may?: (at: Reader, dossier: Reached) => boolean }
type Moved = { id: string; version: number; state: string }

/** Dossiers and their acts. What the caller cannot reach is not found. */
export function dossierRoutes(app: FastifyInstance, house: House, trainingPin: string | undefined): void {
  const shown = async (db: Sql, request: FastifyRequest, { officer }: Signed, id: string) => {
    const at = { ...readerOf(house, request, officer), db }
    const dossier = await dossierFor(at, id)
    return dossier && viewOf(at, dossier)
  }

  /**
   * A door to one dossier: who reaches it, and may see this of it, sees the answer, and that it was opened is written down; offering acts opens nothing.
   */
  const opens = <Asked = undefined>(
    path: string,
    trace: string | undefined,
    answer: Answer<Asked>,
    { query, may = () => true }: Door<Asked> = {},
  ) =>
    app.get<Id>(`/dossiers/:id${path}`, async (request, reply) => {
      const signed = await signedIn(house, request, reply)
      if (!signed) return reply
      const asked = query && understood(query, request.query, request, reply)
      if (query && !asked) return reply
      return together(house.db, async (db) => {
        const at = { ...readerOf(house, request, signed.officer), db }
        const dossier = isId(request.params.id) ? await dossierFor(at, request.params.id) : undefined
        if (!dossier) return refusal(reply, refused('not-found'), signed.language)
        if (!may(at, dossier)) return refusal(reply, refused('not-permitted'), signed.language)
        const traced = trace ? traceOpening(at, dossier.id, trace) : undefined
        const [said] = await Promise.all([answer(at, dossier, signed.language, asked as Asked), traced])
        return said
      })
    })

  app.post('/dossiers', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    const body = signed && understood(fileBody, request.body, request, reply)
    if (!signed || !body) return reply
    const made = ({ id }: { id: string }) => ({ status: 201, resource: id })
    return act(house, signed, request, reply, (desk) => file(desk, body), made, {
      behind: async (db, id, value) => {
        const { state, version } = (await shown(db, request, signed, id))!
        const account = value?.firstPassword
          ? { username: value.username, firstPassword: value.firstPassword }
          : undefined
        return { id, state, version, ...(account ? { account } : {}) }
      },
    })
  })

  app.patch<Id>('/dossiers/:id', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    const body = signed && understood(editBody, request.body, request, reply)
    if (!signed || !body) return reply
    const id = request.params.id
    const edited = isId(id) ? await house.atDesk(signed.officer, (desk) => edit(desk, id, body)) : refused('not-found')
    return edited.ok ? edited.value : refusal(reply, edited, signed.language)
  })

  app.get('/dossiers', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    const asked = signed && understood(listQuery, request.query, request, reply)
    if (!signed || !asked) return reply
    const at = readerOf(house, request, signed.officer)
    const page = await queuePage(at, asked)
    return { ...page, items: await withLights(at, page.items) }
  })

  opens('', 'dossier', viewOf)
  opens('/acts', undefined, async (at, dossier, language) => {
    const steps = await offersFor(at, dossier)
    const offered = await Promise.all(
      steps.map(async (step) => ({
        act: step.act,
        label: say(actWords[step.act], language),
        schema: z.toJSONSchema(actTable[step.act].body, { io: 'input' }),
        example: await examplesFor(at, dossier, step, trainingPin),
      })),
    )
    // An example that carries the answers has opened them.
    if (offered.some(({ example }) => 'form' in (example as object))) await traceOpening(at, dossier.id, 'answers')
    return offered
  })
  opens('/history', 'history', async (at, { id }) => ({ items: await historyOf(at, id), next: null }))
  opens('/requests', 'requests', async (at, dossier) => ({ items: await requestsOf(at, dossier), next: null }))
  opens('/clock', 'clock', async (at, dossier) => ({ items: await whyOf(at, dossier), next: null }))
  opens('/legs', 'legs', async (at, dossier) => ({ items: await legLinesOf(at, dossier), next: null }))
  opens('/documents', 'documents', async (at, dossier) => ({ items: await documentsOf(at, dossier), next: null }))
  opens('/accesses', 'accesses', (at, { id }, _language, asked) => pageOf(accessesOf(at, id, asked)), {
    query: accessQuery,
    may: maySeeAccesses,
  })

  app.post<{ Params: { id: string; act: string } }>('/dossiers/:id/acts/:act', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    if (!signed) return reply
    const { id, act: name } = request.params
    if (!isId(id) || !isAct(name)) return refusal(reply, refused('not-found'), signed.language)
    const { body: schema, run } = actTable[name]
    const body = understood(schema, request.body, request, reply)
    if (!body) return reply
    const work = run as (desk: DossierDesk, id: string, body: unknown) => Promise<Result<Moved, Refusal>>
    return act(
      house,
      signed,
      request,
      reply,
      (desk) => work(desk, id, body),
      () => ({ status: 200, resource: id }),
      // Who answers for another agency sees what they answered, never the dossier.
      {
        behind: async (db) =>
          (await shown(db, request, signed, id)) ??
          (await legFor({ ...readerOf(house, request, signed.officer), db }, legOf(body))),
      },
    )
  })

  app.get('/legs', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    const asked = signed && understood(legsQuery, request.query, request, reply)
    if (!signed || !asked) return reply
    const { answered, ...more } = asked
    return legQueue(readerOf(house, request, signed.officer), { ...more, answered: answered === 'true' })
  })

  app.get<{ Params: { leg: string } }>('/legs/:leg', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    if (!signed) return reply
    const leg = await legFor(readerOf(house, request, signed.officer), request.params.leg)
    return leg ?? refusal(reply, refused('not-found'), signed.language)
  })

  app.get('/accounts/current/activity', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    const asked = signed && understood(accessQuery, request.query, request, reply)
    if (!signed || !asked) return reply
    const at = readerOf(house, request, signed.officer)
    return pageOf(activityOf(at, asked))
  })

  app.post<Id>('/dossiers/:id/rating', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    const body = signed && understood(rateBody, request.body, request, reply)
    if (!signed || !body) return reply
    const id = request.params.id
    if (!isId(id)) return refusal(reply, refused('not-found'), signed.language)
    const rated = { status: 201, resource: id }
    return act(
      house,
      signed,
      request,
      reply,
      (desk) => rate(desk, id, body),
      () => rated,
      async () => ({ dossier: id, score: body.score }),
    )
  })
}
