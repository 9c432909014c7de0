import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../ground/config.ts'
import type { Log } from '../ground/log.ts'
import { testDatabase } from '../ground/testing/database.ts'
import { openAround, type OpenHouse, root } from './open.ts'
import { loadProvince } from './province.ts'
import { buildServer } from './server.ts'
import { monday, trainedDatabase } from './testing-province.ts'
import { startWorker } from './worker.ts'

export type TestHouse = {
  house: OpenHouse
  /** Where its doors stand: `http://127.0.0.1:…`. */
  base: string
  ownerUrl: string
  /** From now on it is this instant, a millisecond later each time somebody asks: a slow machine makes nothing late. Who was signed in signs in again. */
  moveTo(instant: string): void
  close(): Promise<void>
}

export { monday }

/** What the house reads only when the province is already loaded: with these it begins as every other. */
const afterLoading = new Set([
  'MOTCUA_CLAMD',
  'MOTCUA_DEMO',
  'MOTCUA_ONE_STOP_URL',
  'MOTCUA_TRUST_PROXY',
  'MOTCUA_URL',
  'SMTP_URL',
])

/**
 * A whole house on a database of its own with the training province loaded, its doors open on a free port. With `worker`
 * jobs run too.
 */
export async function openTestHouse({
  now = monday,
  worker = false,
  env = {} as Record<string, string>,
  log = undefined as Log | undefined,
} = {}): Promise<TestHouse> {
  const data = mkdtempSync(join(tmpdir(), 'motcua-house-'))
  const alike = now === monday && log === undefined && Object.keys(env).every((name) => afterLoading.has(name))
  const database = await (alike ? trainedDatabase(data) : testDatabase())
  const config = readConfig({ MOTCUA_DATA: data, MOTCUA_NOW: now, MOTCUA_LOG: 'silent', PORT: '0', ...env })
  const house = await openAround(config, database.appUrl, log, undefined, 12)
  if (!alike) await loadProvince(house, join(root, 'provinces/demo'))
  const app = await buildServer(house, { worker: true })
  const running = worker ? await startWorker(house) : undefined
  const base = await app.listen({ port: 0, host: '127.0.0.1' })
  // Only now it is known where the house stands: other systems send people back there.
  Object.assign(config, { ...(env['MOTCUA_URL'] ? {} : { url: base }), port: Number(new URL(base).port) })
  return {
    house,
    base,
    ownerUrl: database.ownerUrl,
    moveTo: (instant) => {
      let next = Date.parse(instant)
      house.clock.now = () => new Date(next++)
    },
    close: async () => {
      await app.close()
      await running?.stop()
      await house.close()
      await database.drop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
