import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  acceptTerms,
  acceptTermsBody,
  accountById,
  beginSecondFactor,
  changeOwnStanding,
  changeStanding,
  codeBody,
  confirmHolder,
  endOneSession,
  endOtherSessions,
  findAccounts,
  findBody,
  openSessionsOf,
  ownStandingBody,
  proveSecondFactor,
  recoverAccount,
  recoverBody,
  standingBody,
} from '../accounts/index.ts'
import type { House } from '../ground/house.ts'
import { refused } from '../ground/result.ts'
import { isId } from '../ground/uuid.ts'
import { mayDo, type Permission } from '../organisations/law/index.ts'
import { act, readerOf, signedIn, type Signed, understood } from './context.ts'
import { refusal } from './problem.ts'

type Id = { Params: { id: string } }
const findQuery = z.object({ q: z.string().max(100).default('') })

/** One's own sessions and standing; others' accounts for whoever the permission table lets help or manage them. */
export function accountRoutes(app: FastifyInstance, house: House): void {
  app.get('/accounts/current/sessions', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    if (!signed) return reply
    return { items: await openSessionsOf(house.db, signed.officer.id, signed.token, house.clock.now()), next: null }
  })

  app.delete('/accounts/current/sessions', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    if (!signed) return reply
    const ended = await house.atDesk(signed.officer, (desk) => endOtherSessions(desk, signed.token))
    return ended.ok ? ended.value : refusal(reply, ended, signed.language)
  })

  app.delete<Id>('/accounts/current/sessions/:id', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    if (!signed) return reply
    const { id } = request.params
    const ended = isId(id)
      ? await house.atDesk(signed.officer, (desk) => endOneSession(desk, id))
      : refused('not-found')
    return ended.ok ? reply.status(204).send() : refusal(reply, ended, signed.language)
  })

  app.post('/accounts/current/standing', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    const body = signed && understood(ownStandingBody, request.body, request, reply)
    if (!signed || !body) return reply
    const { id } = signed.officer
    return act(
      house,
      signed,
      request,
      reply,
      (desk) => changeOwnStanding(desk, { ...body, session: signed.token }),
      () => ({ status: 200, resource: id }),
      async (_id, value) => value ?? {},
    )
  })

  app.post('/accounts/current/terms', async (request, reply) => {
    const signed = await signedIn(house, request, reply, { atTerms: true })
    const body = signed && understood(acceptTermsBody, request.body, request, reply)
    if (!signed || !body) return reply
    const { id } = signed.officer
    return act(
      house,
      signed,
      request,
      reply,
      (desk) => acceptTerms(desk, body),
      () => ({ status: 200, resource: id }),
      async (_id, value) => value ?? {},
    )
  })

  app.get('/accounts/current/second-factor', async (request, reply) => {
    const signed = await signedIn(house, request, reply, { atSecondStep: true })
    if (!signed) return reply
    const account = await accountById(house.db, signed.officer.id)
    const begun = await house.atDesk(signed.officer, (desk) =>
      beginSecondFactor(desk, { username: account!.username, session: signed.token }),
    )
    return begun.ok ? begun.value : refusal(reply, begun, signed.language)
  })

  app.post('/accounts/current/second-factor', async (request, reply) => {
    const signed = await signedIn(house, request, reply, { atSecondStep: true })
    const body = signed && understood(codeBody, request.body, request, reply)
    if (!signed || !body) return reply
    const proof = { ...body, session: signed.token }
    const proved = await house.atDesk(signed.officer, (desk) => proveSecondFactor(desk, proof))
    if (!proved.ok) return refusal(reply, proved, signed.language)
    return proved.value
  })

  app.get('/accounts', async (request, reply) => {
    const signed = await helping(house, request, reply)
    const asked = signed && understood(findQuery, request.query, request, reply)
    if (!signed || !asked) return reply
    const among = { withoutOfficers: !mayDo(signed.officer, 'manage-accounts'), byUsername: true }
    return { items: await findAccounts(readerOf(house, request, signed.officer), asked.q, among), next: null }
  })

  // Names and numbers of people stand in no address: those are asked for in a body.
  app.post('/accounts/search', async (request, reply) => {
    const signed = await helping(house, request, reply)
    const asked = signed && understood(findBody, request.body, request, reply)
    if (!signed || !asked) return reply
    const among = { withoutOfficers: !mayDo(signed.officer, 'manage-accounts') }
    return { items: await findAccounts(readerOf(house, request, signed.officer), asked.q, among), next: null }
  })

  app.post<Id>('/accounts/:id/standing', async (request, reply) => {
    const signed = await helping(house, request, reply)
    const body = signed && understood(standingBody, request.body, request, reply)
    if (!signed || !body) return reply
    const { id } = request.params
    if (!isId(id)) return refusal(reply, refused('not-found'), signed.language)
    return act(
      house,
      signed,
      request,
      reply,
      (desk) =>
        body.act === 'confirm'
          ? confirmHolder(desk, { reason: body.reason, account: id, by: byOf(signed) })
          : changeStanding(desk, { ...body, account: id, by: byOf(signed) }),
      () => ({ status: 200, resource: id }),
      async (_id, value) => value ?? {},
    )
  })

  app.post<Id>('/accounts/:id/recovery', async (request, reply) => {
    const signed = await helping(house, request, reply)
    const body = signed && understood(recoverBody, request.body, request, reply)
    if (!signed || !body) return reply
    const { id } = request.params
    if (!isId(id)) return refusal(reply, refused('not-found'), signed.language)
    return act(
      house,
      signed,
      request,
      reply,
      (desk) => recoverAccount(desk, { ...body, account: id, by: byOf(signed) }),
      () => ({ status: 201, resource: id }),
      // A one-time password is told once: whoever sends the same again is not told it again.
      async (account, value) => value ?? { id: account },
    )
  })
}

function byOf({ officer }: Signed): 'manager' | 'helper' {
  return mayDo(officer, 'manage-accounts') ? 'manager' : 'helper'
}

const helping = (house: House, request: FastifyRequest, reply: FastifyReply) =>
  permitted(house, request, reply, 'help-holders')

/** Who sends this, when the permission table names them; to others the address is not there. */
async function permitted(house: House, request: FastifyRequest, reply: FastifyReply, permission: Permission) {
  const signed = await signedIn(house, request, reply)
  if (!signed || mayDo(signed.officer, permission)) return signed
  refusal(reply, refused('not-found'), signed.language)
  return undefined
}
