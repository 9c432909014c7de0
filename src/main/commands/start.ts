import { setTimeout as wait } from 'node:timers/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../../ground/config.ts'
import { openHouse, root } from '../open.ts'
import { isProvinceLoaded, loadEmpty, loadProvince } from '../province.ts'
import { welcome } from '../welcome.ts'
import { buildServer } from '../server.ts'
import { startWorker } from '../worker.ts'

/** Opens the house and keeps it open until a signal asks to close: then doors, worker and database, in this order. */
export async function start(config: Config): Promise<number> {
  const house = await openHouse(config)
  const ready = { worker: false }
  const closing = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve())
  })
  const firstStart = !(await isProvinceLoaded(house.db))
  if (firstStart) await (config.demo ? loadProvince(house, join(root, 'provinces/demo')) : loadEmpty(house))

  const app = await buildServer(house, ready)
  const worker = await startWorker(house)
  ready.worker = true
  await listen(app, config)
  console.log(await welcome(house, firstStart))
  await closing
  ready.worker = false
  await app.close()
  await worker.stop()
  await house.close()
  return 0
}

/** A process that is just ending may still hold the port for a moment. */
async function listen(app: FastifyInstance, { port, host }: Config, tries = 10): Promise<void> {
  try {
    await app.listen({ port, host })
  } catch (fault) {
    if ((fault as { code?: string }).code !== 'EADDRINUSE' || tries === 0) throw fault
    await wait(500)
    await listen(app, { port, host } as Config, tries - 1)
  }
}
