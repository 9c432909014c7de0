import type { FastifyInstance } from 'fastify'
import {
  type Account,
  changePassword,
  changePasswordBody,
  proveSecondFactor,
  register,
  registerBody,
  signIn,
  signInBody,
  signOut,
  tellOfOtherPlace,
} from '../accounts/index.ts'
import { dayOf } from '../ground/day.ts'
import type { Actor } from '../audit/index.ts'
import type { Desk } from '../ground/desk.ts'
import type { House } from '../ground/house.ts'
import { done, refused } from '../ground/result.ts'
import { mustEnterCentrally, signedInBy, withPosts } from '../organisations/index.ts'
import { act, languageOf, owed, understood } from './context.ts'
import { refusal } from './problem.ts'

/** Signing in and out, first password, self-registration. */
export function sessionRoutes(app: FastifyInstance, house: House): void {
  app.post('/sessions', async (request, reply) => {
    const body = understood(signInBody, request.body, request, reply)
    if (!body) return reply
    const now = house.clock.now()
    const from = { kind: 'token' as const, address: request.ip, agent: request.headers['user-agent'] }
    const signed = await signIn(house.db, body, from, now)
    if (!signed.ok) return refusal(reply, signed, languageOf(request))
    const { token, expiresAt, account } = signed.value
    if (await mustEnterCentrally(house, account, now)) {
      await signOut(house.db, token, 'token', request.ip, now)
      return refusal(reply, refused('staff-sign-in-central'), languageOf(request))
    }
    const second = await secondStep(house, body.otp, signed.value)
    if (!second.ok) {
      await signOut(house.db, token, 'token', request.ip, now)
      return refusal(reply, second, languageOf(request))
    }
    const { id, kind, displayName, mustChangePassword } = account
    await house.atDesk({ id, kind, name: displayName }, (desk) => tellOfOtherPlace(desk, token))
    const { posts } = await withPosts(house.db, { id, kind, name: displayName }, dayOf(now))
    const roles = [...new Set(posts.map(({ role }) => role))]
    return reply.status(201).send({ token, expiresAt, account: { id, kind, displayName, roles, mustChangePassword } })
  })

  app.delete('/sessions/current', async (request, reply) => {
    const token = tokenOf(request.headers.authorization)
    if (token) await signOut(house.db, token, 'token', request.ip, house.clock.now())
    return reply.status(204).send()
  })

  app.post('/accounts/current/password', async (request, reply) => {
    const token = tokenOf(request.headers.authorization)
    const now = house.clock.now()
    const session = token ? await signedInBy(house.db, token, 'token', now) : undefined
    if (!session) return refusal(reply, refused('sign-in-needed'), languageOf(request))
    const owes = await owed(house, session, session.officer, now)
    // Only a first password is changed before a device is set.
    if (owes === 'code' || (owes && !session.account.mustChangePassword))
      return refusal(reply, refused('second-factor-needed'), languageOf(request))
    const body = understood(changePasswordBody, request.body, request, reply)
    if (!body) return reply
    const { id, kind, displayName: name } = session.account
    const caller = { officer: { id, kind, name }, language: languageOf(request) }
    const change = (desk: Desk<Actor>) => changePassword(desk, { ...body, session: session.token })
    return act(
      house,
      caller,
      request,
      reply,
      change,
      () => ({ status: 204, resource: id }),
      async () => undefined,
    )
  })

  app.post('/accounts', async (request, reply) => {
    const body = understood(registerBody, request.body, request, reply)
    if (!body) return reply
    const caller = { officer: null, language: languageOf(request) }
    const made = ({ id }: { id: string }) => ({ status: 201, resource: id })
    const { username } = body
    return act(
      house,
      caller,
      request,
      reply,
      (desk) => register(desk, body, { address: request.ip }),
      made,
      async (id) => ({ id, username }),
    )
  })
}

/** A code that comes with name and password is judged at once; who has no device set sends it for nothing. */
async function secondStep(
  house: House,
  otp: string | undefined,
  { token, account }: { token: string; account: Account },
) {
  if (otp === undefined) return done()
  const actor = { id: account.id, kind: account.kind, name: account.displayName }
  const proved = await house.atDesk(actor, (desk) => proveSecondFactor(desk, { code: otp, session: token }))
  return proved.ok || proved.refusal === 'second-factor-unset' ? done() : proved
}

function tokenOf(header: string | undefined): string | undefined {
  return /^Bearer ([\w-]{20,100})$/.exec(header ?? '')?.[1]
}
