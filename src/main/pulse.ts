import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** Whether the database answers, as it did within the last two seconds or so. */
export type Pulse = { beats(): boolean; stop(): Promise<void> }

const every = 500
const patience = 1_500

/**
 * Asks the database twice a second over a connection of its own, so that a server that hangs (and would let every visitor
 * hang) is known to be away before anybody waits for it.
 */
export function takePulse(url: string): Pulse {
  const closing = new AbortController()
  let beats = true
  let client: pg.Client | undefined

  async function ask(): Promise<void> {
    client ??= await connected(url)
    await client.query('select')
  }

  async function watch(): Promise<void> {
    while (!closing.signal.aborted) {
      beats = await within(patience, ask())
      if (!beats) {
        void client?.end().catch(() => undefined)
        client = undefined
      }
      await wait(every, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)
    }
    await within(patience, client?.end() ?? Promise.resolve())
  }

  const watching = watch()
  return {
    beats: () => beats,
    stop: async () => {
      closing.abort()
      await watching
    },
  }
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'motcua-pulse',
    connectionTimeoutMillis: patience - 300,
  })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function within(milliseconds: number, work: Promise<void>): Promise<boolean> {
  const late = new AbortController()
  const answer = await Promise.race([
    work.then(
      () => true,
      () => false,
    ),
    wait(milliseconds, false, { signal: late.signal }).catch(() => false),
  ])
  late.abort()
  return answer
}
