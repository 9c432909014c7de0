import type { FastifyInstance } from 'fastify'
import { closeSession, changePassword, changePasswordBody, register, registerBody, sessionOf, signIn, signInBody } from '../accounts/index.ts'
import { dayOf } from '../ground/day.ts'
import type { House } from '../ground/house.ts'
import { refused } from '../ground/result.ts'
import { withPosts } from '../organisations/index.ts'
import { languageOf, understood } from './context.ts'
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
    const { id, kind, displayName, mustChangePassword } = account
    const { posts } = await withPosts(house.db, { id, kind, name: displayName }, dayOf(now))
    const roles = [...new Set(posts.map(({ role }) => role))]
    return reply.status(201).send({ token, expiresAt, account: { id, kind, displayName, roles, mustChangePassword } })
  })

  app.delete('/sessions/current', async (request, reply) => {
    const token = tokenOf(request.headers.authorization)
    if (token) await closeSession(house.db, token)
    return reply.status(204).send()
  })

  app.post('/accounts/current/password', async (request, reply) => {
    const token = tokenOf(request.headers.authorization)
    const session = token ? await sessionOf(house.db, token, house.clock.now()) : undefined
    if (!session) return refusal(reply, refused('sign-in-needed'), languageOf(request))
    const body = understood(changePasswordBody, request.body, request, reply)
    if (!body) return reply
    const { id, kind, displayName: name } = session.account
    const changed = await house.atDesk({ id, kind, name }, (desk) => changePassword(desk, { ...body, session: session.token }))
    return changed.ok ? reply.status(204).send() : refusal(reply, changed, languageOf(request))
  })

  app.post('/accounts', async (request, reply) => {
    const body = understood(registerBody, request.body, request, reply)
    if (!body) return reply
    const made = await house.atDesk(null, (desk) => register(desk, body))
    return made.ok ? reply.status(201).send(made.value) : refusal(reply, made, languageOf(request))
  })
}

function tokenOf(header: string | undefined): string | undefined {
  return /^Bearer ([\w-]{20,100})$/.exec(header ?? '')?.[1]
}
