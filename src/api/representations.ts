import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import {
  answerAppointment,
  askBody,
  askRepresentation,
  endRepresentation,
  grantBody,
  grantRepresentation,
  offersTo,
  representationsOf,
  type RepresentationSide,
} from '../accounts/index.ts'
import { isInForce } from '../accounts/law/index.ts'
import { fileById, markAttached } from '../documents/index.ts'
import { type Day, dayOf } from '../ground/day.ts'
import type { House } from '../ground/house.ts'
import { refused } from '../ground/result.ts'
import { idBody, isId } from '../ground/uuid.ts'
import { act, signedIn, understood } from './context.ts'
import { refusal } from './problem.ts'

/** As the page has it, with the paper uploaded before. */
export const askWithPaperBody = askBody.extend({ file: idBody })
export const appointmentAnswerBody = z.strictObject({ accepts: z.boolean() })
const listQuery = z.object({
  side: z.enum(['agent', 'beneficiary']).default('agent'),
  cursor: z
    .string()
    .regex(/^\d{4}-[\d-]+T[\d:.]+Z_[0-9a-f-]{36}$/)
    .optional(),
})

type One = { Params: { representation: string } }
const path = '/accounts/current/representations'

/** Whom the caller represents and who represents the caller: asking with a paper, appointing, accepting, ending. */
export function representationRoutes(app: FastifyInstance, house: House): void {
  app.get(path, async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    const asked = signed && understood(listQuery, request.query, request, reply)
    if (!signed || !asked) return reply
    const [at, id] = asked.cursor?.split('_') ?? []
    const after = at && id && isId(id) ? { at: new Date(at), id } : undefined
    const { side } = asked
    const { lines, next } = await representationsOf(house.db, house.vault, signed.officer.id, { side, after })
    const today = dayOf(house.clock.now())
    return {
      items: lines.map((one) => shown(one, today)),
      next: next ? `${next.at.toISOString()}_${next.id}` : null,
    }
  })

  app.post(path, async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    const body = signed && understood(askWithPaperBody, request.body, request, reply)
    if (!signed || !body) return reply
    return act(
      house,
      signed,
      request,
      reply,
      async (desk) => {
        const paper = await fileById(desk.sql, desk.vault, body.file)
        if (paper?.owner !== signed.officer.id) return refused('file-not-yours')
        const asked = await askRepresentation(desk, body)
        if (asked.ok) await markAttached(desk.sql, [body.file], desk.now)
        return asked
      },
      ({ id }) => ({ status: 201, resource: id }),
      async (id) => ({ id }),
    )
  })

  app.get('/accounts/current/appointments', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    if (!signed) return reply
    const offers = await offersTo(house.db, signed.officer.id)
    const items = offers.map(({ id, kind, beneficiaryName, validFrom, validTo, askedAt }) => {
      return { id, kind, by: beneficiaryName, validFrom, validTo, askedAt }
    })
    return { items, next: null }
  })

  app.post('/accounts/current/appointments', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    const body = signed && understood(grantBody, request.body, request, reply)
    if (!signed || !body) return reply
    return act(
      house,
      signed,
      request,
      reply,
      (desk) => grantRepresentation(desk, body),
      ({ id }) => ({ status: 201, resource: id }),
      async (id) => ({ id }),
    )
  })

  app.post<One>('/accounts/current/appointments/:representation/answer', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    const body = signed && understood(appointmentAnswerBody, request.body, request, reply)
    if (!signed || !body) return reply
    const { representation: id } = request.params
    if (!isId(id)) return refusal(reply, refused('not-found'), signed.language)
    const leaves = () => ({ status: 200, resource: id })
    const answers = (desk: Parameters<typeof answerAppointment>[0]) => answerAppointment(desk, id, body.accepts)
    return act(house, signed, request, reply, answers, leaves, async () => ({ id }))
  })

  app.post<One>(`${path}/:representation/end`, async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    if (!signed) return reply
    const { representation: id } = request.params
    if (!isId(id)) return refusal(reply, refused('not-found'), signed.language)
    const leaves = () => ({ status: 200, resource: id })
    return act(
      house,
      signed,
      request,
      reply,
      (desk) => endRepresentation(desk, id),
      leaves,
      async () => ({ id }),
    )
  })
}

/** One as either side sees it; by no account's own id. */
function shown(one: RepresentationSide, today: Day) {
  const { id, kind, agentName, beneficiaryName, validFrom, validTo, askedAt, confirmed, endedAt, agent } = one
  const standing = { confirmed, accepted: agent !== null, inForce: isInForce(one, today) }
  return { id, kind, agent: agentName, represented: beneficiaryName, validFrom, validTo, askedAt, endedAt, ...standing }
}
