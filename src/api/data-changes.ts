import type { FastifyInstance } from 'fastify'
import { changeData, changeDataBody, dataChangesOf } from '../accounts/index.ts'
import { write } from '../audit/index.ts'
import type { House } from '../ground/house.ts'
import { act, signedIn, understood } from './context.ts'

const path = '/accounts/current/data-changes'

/** What the caller asked to have changed of what their account says, and asking for it. */
export function dataChangeRoutes(app: FastifyInstance, house: House): void {
  app.get(path, async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    if (!signed) return reply
    const { id } = signed.officer
    const items = await dataChangesOf(house.db, house.vault, id)
    const details = { for: 'data-changes', count: items.length, from: request.ip }
    const occurredAt = house.clock.now()
    await write(house.db, { stream: `account:${id}`, act: 'open-profile', actor: id, details, occurredAt })
    return { items, next: null }
  })

  app.post(path, async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    // Who says that all of it is still right sends an empty object; nothing at all says nothing.
    const body = signed && understood(changeDataBody, request.body ?? [], request, reply)
    if (!signed || !body) return reply
    const leaves = () => ({ status: 200, resource: signed.officer.id })
    const answers = async (_id: string, value?: { changed: readonly string[] }) => value ?? {}
    return act(house, signed, request, reply, (desk) => changeData(desk, body), leaves, answers)
  })
}
