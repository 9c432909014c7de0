import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { prepareMonths } from '../../audit/index.ts'
import { loginsOf } from '../../accounts/index.ts'
import { CannotOpen } from '../../ground/cannot-open.ts'
import type { Config } from '../../ground/config.ts'
import { mustWrapBy } from '../../ground/vault/index.ts'
import { mustNotBeBehind } from '../clock-check.ts'
import { makePrivate } from '../data-folder.ts'
import { openHouse, type OpenHouse, root } from '../open.ts'
import { isProvinceLoaded, loadEmpty, loadProvince } from '../province.ts'
import { takeSeat } from '../seat.ts'
import { trainingStaysTraining } from '../training-stays-training.ts'
import { buildServer } from '../server.ts'
import { welcome } from '../welcome.ts'
import { startWorker } from '../worker.ts'

/** Opens the house and keeps it open until a signal asks to close: then doors, worker and database, in this order. */
export async function start(config: Config): Promise<number> {
  const closing = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve())
  })
  // Several nodes may share one PostgreSQL of the province's own; the embedded one belongs to one house.
  makePrivate(config.data)
  const seat = config.databaseUrl ? undefined : await takeSeat(config.data, config.port)
  await mustBeFree(config)
  // A file of sign-ins that is not understood is told now, not to the first citizen.
  loginsOf(config)
  if (config.masterKey) mustWrapBy(config.keyFile, config.masterKey)
  const house = await openHouse(config)
  try {
    await run(
      house,
      config,
      closing.then(() => seat?.closing()),
    )
  } finally {
    await house.close()
    await seat?.leave()
  }
  return 0
}

async function run(house: OpenHouse, config: Config, closing: Promise<void>): Promise<void> {
  mustNotBeBehind(house)
  await trainingStaysTraining(house)
  const ready = { worker: false }
  await prepareMonths(house.db, house.clock.now())
  const firstStart = !(await isProvinceLoaded(house.db))
  if (firstStart) await (config.demo ? loadProvince(house, join(root, 'provinces/demo')) : loadEmpty(house))
  house.keep()
  const app = await buildServer(house, ready)
  const worker = await startWorker(house, (runs) => void (ready.worker = runs))
  try {
    await listen(app, config)
    console.log(await welcome(house, firstStart))
    await closing
  } finally {
    ready.worker = false
    await app.close()
    await worker.stop()
  }
}

/** Asked before anything is opened or made; a process that is just ending may still hold the port for a moment. */
async function mustBeFree({ port, host }: Config, tries = 10): Promise<void> {
  const taken = await new Promise<boolean>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (fault: NodeJS.ErrnoException) =>
      fault.code === 'EADDRINUSE' ? resolve(true) : reject(portRefused(fault, port)),
    )
    probe.listen({ port, host }, () => probe.close(() => resolve(false)))
  })
  if (!taken) return
  if (tries === 0) throw portTaken(port)
  await wait(300)
  await mustBeFree({ port, host } as Config, tries - 1)
}

async function listen(app: FastifyInstance, { port, host }: Config): Promise<void> {
  try {
    await app.listen({ port, host })
  } catch (fault) {
    throw (fault as NodeJS.ErrnoException).code === 'EADDRINUSE' ? portTaken(port) : fault
  }
}

function portTaken(port: number): CannotOpen {
  return new CannotOpen(
    `Cổng ${port} đang được một chương trình khác dùng. Hãy đóng chương trình đó, hoặc đặt PORT khác.\n` +
      `  Port ${port} is in use by another program. Close that program, or set another PORT.`,
  )
}

function portRefused(fault: NodeJS.ErrnoException, port: number): Error {
  if (!['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(fault.code ?? '')) return fault
  return new CannotOpen(
    `Không mở được cổng ${port} (${fault.code}). Hãy đặt PORT hoặc HOST khác.\n` +
      `  Port ${port} cannot be opened (${fault.code}). Set another PORT or HOST.`,
  )
}
