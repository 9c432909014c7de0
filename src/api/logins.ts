import type { FastifyInstance } from 'fastify'
import { endLogin, loginIds } from '../accounts/index.ts'
import type { House } from '../ground/house.ts'
import { refused } from '../ground/result.ts'
import { languageOf } from './context.ts'
import { misread, refusal } from './problem.ts'

/** Where the other sign-ins say that they ended somebody's: a form with one signed token, as OpenID Connect Back-Channel Logout 1.0 has it. */
export async function loginRoutes(app: FastifyInstance, house: House): Promise<void> {
  await app.register(async (forms) => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 16 * 1024 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    forms.post<{ Params: { login: string } }>('/logins/:login/logout', async (request, reply) => {
      const language = languageOf(request)
      const id = loginIds.find((one) => one === request.params.login)
      const token = (request.body as { logout_token?: unknown } | null)?.logout_token
      if (!id) return refusal(reply, refused('not-found'), language)
      if (typeof token !== 'string') return misread(reply, 'logout_token', 'form', language)
      const ended = await endLogin(house, id, { token, address: request.ip }, house.clock.now())
      return ended.ok ? reply.status(200).send() : refusal(reply, ended, language)
    })
  })
}
