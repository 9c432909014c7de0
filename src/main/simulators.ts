import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type LoginId, loginIds, loginPaths, openSimulator, type Simulator, simulatorPath } from '../accounts/index.ts'
import type { Config } from '../ground/config.ts'
import { root } from './open.ts'
import { simulatedPeople } from './simulated-people.ts'
import { accountsFile } from './training.ts'

/**
 * The training twins of other systems' sign-ins, on the house's own port below one address. Only a demo has them, and none that is told where the real
 * ones stand. They are opened when somebody first comes, so that a start waits for nothing.
 */
export async function simulatorDoors(app: FastifyInstance, config: Config): Promise<void> {
  if (!config.demo || config.logins) return
  const open = new Map<LoginId, Promise<Simulator>>()
  await app.register(async (twins) => {
    twins.removeAllContentTypeParsers()
    // What is sent to a twin it reads itself.
    twins.addContentTypeParser('*', (_request, _payload, done) => done(null))
    for (const id of loginIds) {
      const of = () => {
        if (!open.has(id)) open.set(id, openSimulator(config, id, people(id)))
        return open.get(id)!
      }
      twins.all(`${simulatorPath}/${loginPaths[id]}/*`, async (request, reply) => {
        const twin = await of()
        reply.hijack()
        await twin.handle(request.raw, reply.raw)
      })
    }
  })
}

function people(id: LoginId) {
  return simulatedPeople(
    id,
    accountsFile.parse(JSON.parse(readFileSync(join(root, 'provinces/demo/accounts.json'), 'utf8'))),
  )
}
