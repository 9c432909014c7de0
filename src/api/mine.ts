import type { FastifyInstance } from 'fastify'
import { write } from '../audit/index.ts'
import type { House } from '../ground/house.ts'
import { messagesOf } from '../notifications/index.ts'
import { itemsOf } from '../records/index.ts'
import { signedIn } from './context.ts'

/** What belongs to the caller: record and messages. */
export function mineRoutes(app: FastifyInstance, house: House): void {
  app.get('/records/mine/items', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    if (!signed) return reply
    const { id } = signed.officer
    const items = await itemsOf(house.db, id)
    await write(house.db, {
      stream: `account:${id}`,
      act: 'open-record',
      actor: id,
      details: { count: items.length },
      occurredAt: house.clock.now(),
    })
    return { items, next: null }
  })

  app.get('/messages', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    if (!signed) return reply
    const { id } = signed.officer
    const items = await messagesOf(house.db, house.vault, id)
    await write(house.db, {
      stream: `account:${id}`,
      act: 'open-messages',
      actor: id,
      details: { count: items.length, from: request.ip },
      occurredAt: house.clock.now(),
    })
    return { items, next: null }
  })
}
